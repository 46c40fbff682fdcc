"""Words in a row, as Danish joins them."""

from __future__ import annotations

from collections.abc import Iterable

from referatdesk.i18n.dates import LOCALE


def format_words(words: Iterable[str]) -> str:
    """ "a", "a og b", "a, b og c"."""
    from babel.lists import format_list  # noqa: PLC0415 - kept out of the first window's start

    return format_list(list(words), locale=LOCALE)
