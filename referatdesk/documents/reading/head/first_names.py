"""People named by their first names only, one after the other."""

from __future__ import annotations

import re

from referatdesk.documents.reading.words.given_names import is_given_name
from referatdesk.documents.reading.words.names import is_name_word
from referatdesk.documents.reading.words.organisations import is_organisation_word, is_party
from referatdesk.documents.reading.words.titles import is_title_word

_BETWEEN = re.compile(r"\s*,\s*|\s+og\s+|\s*&\s*")
FEWEST = 3
MOST_WORDS = 2
LONGEST = 1000


def first_names(text: str) -> tuple[str, ...]:
    """The names of a run that holds nothing but names of a word or two, most of them common first names; else none."""
    names = [name for name in _BETWEEN.split(text.strip(" .")) if name] if len(text) <= LONGEST else []
    if len(names) < FEWEST or not all(_is_short(name) for name in names):
        return ()
    single = [name for name in names if " " not in name]
    common = sum(is_given_name(name.partition("-")[0]) for name in single)
    return tuple(names) if len(single) * 2 > len(names) and common * 2 >= len(single) else ()


def _is_short(name: str) -> bool:
    words = name.split()
    plain = not any(is_organisation_word(word) or is_title_word(word) or is_party(word) for word in words)
    return len(words) <= MOST_WORDS and plain and all(is_name_word(word) for word in words)
