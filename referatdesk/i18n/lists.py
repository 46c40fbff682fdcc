"""Words in a row, as Danish joins them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from referatdesk.i18n.dates import LOCALE


def format_words(words: Iterable[str]) -> str:
    """ "a", "a og b", "a, b og c"."""
    from babel.lists import format_list  # noqa: PLC0415 - kept out of the first window's start

    return format_list(list(words), locale=LOCALE)


def in_a_sentence(words: str, names: Collection[str] = ()) -> str:
    """Without the capital that opened it; a name ("Ida Vester", one of `names`) and what is all in capitals
    ("KKR") keep theirs.
    """
    first, _blank, rest = words.partition(" ")
    is_name = first in names or first[1:] != first[1:].lower() or len(first) == 1 or rest[:1].isupper()
    return words if is_name else words[:1].lower() + words[1:]
