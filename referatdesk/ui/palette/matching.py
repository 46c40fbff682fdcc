"""How well a few typed letters fit what they may mean, in Danish: æ as ae, ø as oe, å as aa; initials; word starts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SPELT_OUT = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "ü": "y", "ß": "ss"})
_WORD = re.compile(r"[^\W_]+")
LEAST_SCATTERED = 3
"""Letters that may stand apart from each other: fewer would fit nearly everything."""

MOST_STARTS = 8
"""Letters that may begin several words: nobody shortens so much, and the ways to share them out are many."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked through, made ready once: the words in their order, their first letters, and all in one."""

    words: tuple[str, ...]
    initials: str
    whole: str

    @classmethod
    def of(cls, text: str) -> Sought:
        words = tuple(_WORD.findall(spelt_out(text)))
        return cls(words, "".join(word[0] for word in words), " ".join(words))


def spelt_out(text: str) -> str:
    """Small letters of the English alphabet; accents fall away, and the Danish letters are two."""
    spelt = unicodedata.normalize("NFC", text).casefold().translate(_SPELT_OUT)
    return "".join(sign for sign in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(sign))


def fit(typed: Sought, sought: Sought) -> int | None:
    """0 fits best; None not at all."""
    if not typed.words:
        return 0
    if sought.whole == typed.whole:
        return 0
    grades = (_by_words, _by_initials, _by_starts, _by_part, _scattered)
    return next((grade for one in grades if (grade := one(typed, sought)) is not None), None)


def _by_words(typed: Sought, sought: Sought) -> int | None:
    """Every typed word begins a word; whole words before begun ones, and the first word before others."""
    left = list(sought.words)
    whole = True
    for word in typed.words:
        found = word if word in left else next((one for one in left if one.startswith(word)), None)
        if found is None:
            return None
        whole = whole and found == word
        left.remove(found)
    return (1 if whole else 2) if sought.words[0].startswith(typed.words[0]) else (3 if whole else 4)


def _by_initials(typed: Sought, sought: Sought) -> int | None:
    if len(typed.words) > 1 or not sought.initials.startswith(typed.whole):
        return None
    return 5


def _by_starts(typed: Sought, sought: Sought) -> int | None:
    """The letters are beginnings of words in their order: "meaa" of Merete Aaby."""
    letters = "".join(typed.words)
    return 6 if len(letters) <= MOST_STARTS and _starts(letters).search(sought.whole) else None


def _by_part(typed: Sought, sought: Sought) -> int | None:
    return 7 if len(typed.whole) > 1 and typed.whole in sought.whole else None


def _scattered(typed: Sought, sought: Sought) -> int | None:
    """The letters stand in that order in one word, the first of them at its start: "bdgt" of Budget."""
    letters = "".join(typed.words)
    return 8 if len(letters) >= LEAST_SCATTERED and _in_one_word(letters).search(sought.whole) else None


@lru_cache(maxsize=8)
def _starts(letters: str) -> re.Pattern[str]:
    return re.compile(r"(?:^| )" + "(?:[^ ]* (?:[^ ]+ )*)?".join(letters))


@lru_cache(maxsize=8)
def _in_one_word(letters: str) -> re.Pattern[str]:
    return re.compile(r"(?:^| )" + "[^ ]*?".join(letters))
