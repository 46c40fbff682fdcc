"""Texts in the form in which they are compared: the same words are the same, however they were set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

RUN_WORDS = 5
"""So many words in a row are told again by nobody who has not read them."""
RUN_SIGNS = 18
"""Unless they are as short as "om at vi er på"."""
_WORD = re.compile(r"\w+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\\x00]")


def words_of(text: str) -> list[str]:
    return _WORD.findall(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold())


def squeezed(text: str) -> str:
    """Letters and digits alone: a hyphen at the end of a line, a blank or a tab makes no difference."""
    return "".join(words_of(text)).replace("_", "")


def runs_of(words: list[str]) -> Iterator[str]:
    """Every run of words that is long enough to be known again, squeezed."""
    for begin in range(len(words) - RUN_WORDS + 1):
        run = "".join(words[begin : begin + RUN_WORDS])
        if len(run) >= RUN_SIGNS:
            yield run


def phrase(words: list[str]) -> str:
    """Words with a blank round each, so that a short one is not found inside a longer one."""
    return f" {' '.join(words)} "
