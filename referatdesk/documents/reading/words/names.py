"""What the words of a name look like, and the form in which two names are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from referatdesk.documents.reading.words.given_names import is_given_name
from referatdesk.documents.reading.words.organisations import (
    is_organisation_word,
    is_subject,
)
from referatdesk.documents.reading.words.titles import is_before_title, is_title_word

PARTICLES = frozenset(
    [
        "af",
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "du",
        "el",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
        "y",
        "ibn",
        "abu",
    ]
)
_NAME_WORD = re.compile(r"[A-ZÆØÅÀ-ÖØ-Þ][^\W\d_]*(?:['’´`.-][^\W\d_]+)*\.?")
_NOT_NAMES = frozenset(
    [
        "afbud",
        "alle",
        "beslutning",
        "bilag",
        "dagsorden",
        "danske",
        "dato",
        "den",
        "denne",
        "der",
        "det",
        "disse",
        "eventuelt",
        "for",
        "fra",
        "fravær",
        "fraværende",
        "godkendelse",
        "hele",
        "i",
        "ikke",
        "ingen",
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
        "med",
        "medlemmer",
        "mandag",
        "tirsdag",
        "onsdag",
        "torsdag",
        "fredag",
        "lørdag",
        "søndag",
        "møde",
        "mødet",
        "og",
        "orientering",
        "ordinært",
        "politisk",
        "punkt",
        "punktet",
        "referat",
        "sagen",
        "samt",
        "samtlige",
        "status",
        "sted",
        "tema",
        "tid",
        "til",
        "under",
        "ved",
        "vi",
        "øvrige",
    ]
)


def name_key(name: str) -> str:
    """The form in which two printed names are compared."""
    return " ".join(re.findall(r"[\w'’-]+", name.casefold()))


@lru_cache(maxsize=8192)
def is_name_word(word: str) -> bool:
    return _NAME_WORD.fullmatch(word) is not None and word.casefold() not in _NOT_NAMES


def is_particle(word: str) -> bool:
    return word.casefold() in PARTICLES


@lru_cache(maxsize=4096)
def looks_like_name(text: str) -> bool:
    """Two to seven capitalised words with particles and initials among them, none of them an organisation's."""
    words = text.split()
    if not 2 <= len(words) <= 7 or not (is_name_word(words[0]) and is_name_word(words[-1])):
        return False
    if len(words[0]) == 1:
        return False
    if any(is_organisation_word(word) or is_title_word(word) or is_subject(word) for word in words):
        return False
    return all(is_particle(word) or is_name_word(word) for word in words)


def begins_like_name(text: str) -> bool:
    """Whether a text begins with a common given name and another word of a name."""
    words = text.split(maxsplit=2)
    return len(words) > 1 and is_given_name(words[0]) and words[0][0].isupper() and is_name_word(words[1])


def is_role(text: str) -> bool:
    """A title or an office, with what it is of; another person's name after it makes it none."""
    words = text.split()
    at = next((at for at, word in enumerate(words) if is_title_word(word.strip("(),"))), None)
    if at is None or at > 3 or not all(is_before_title(word) or word[0].islower() for word in words[:at]):
        return False
    return not begins_like_name(" ".join(words[at + 1 :])) and not looks_like_name(" ".join(words[at + 1 :]))
