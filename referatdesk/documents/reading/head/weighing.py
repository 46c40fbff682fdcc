"""What it costs to take some words of a run of people for a name, a title, an organisation or a note.

Costs are near 0 for what is surely such a thing and above 1 for what is hardly one; None where it cannot be one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from referatdesk.documents.reading.words.given_names import is_given_name
from referatdesk.documents.reading.words.names import is_name_word, is_particle
from referatdesk.documents.reading.words.organisations import (
    is_abbreviation,
    is_organisation_word,
    is_party,
    is_subject,
)
from referatdesk.documents.reading.words.presence_notes import may_be_presence, presence_in
from referatdesk.documents.reading.words.stand_ins import may_be_stand_in, stand_in_of
from referatdesk.documents.reading.words.titles import is_before_title, is_title_word

LINKS = frozenset(
    [
        "for",
        "i",
        "af",
        "ved",
        "på",
        "til",
        "fra",
        "under",
        "hos",
        "m.m.",
        "mv.",
        "m.v.",
        "inden",
        "om",
        "den",
        "det",
        "de",
    ]
)
VERBS = frozenset(
    [
        "er",
        "var",
        "blev",
        "bliver",
        "bliv",
        "har",
        "havde",
        "skal",
        "skulle",
        "kan",
        "kunne",
        "vil",
        "ville",
        "må",
        "måtte",
        "bød",
        "gik",
        "gør",
        "gjorde",
        "fik",
        "får",
        "sagde",
        "orienterede",
        "drøftede",
        "besluttede",
        "godkendte",
        "fremlagde",
        "nævnte",
        "sker",
        "holdt",
        "holdes",
        "blive",
        "være",
        "kommer",
    ]
)
EMPTY_SEATS = frozenset({"vakant", "ubesat", "nn", "n.n.", "ledig", "vakance"})
ENDS_ORGANISATION = frozenset({"kommune", "kommuner"})


@dataclass(frozen=True, slots=True)
class Word:
    """What a word looks like on its own."""

    text: str
    name: bool
    given: bool
    particle: bool
    organisation: bool
    abbreviation: bool
    subject: bool
    title: bool
    link: bool
    lower: bool


@lru_cache(maxsize=8192)
def word_of(text: str) -> Word:
    if len(text) > LONGEST_WORD:
        return Word(text, False, False, False, False, False, False, False, False, True)
    name = is_name_word(text)
    given = name and is_given_name(text)
    return Word(
        text=text,
        name=name,
        given=given,
        particle=is_particle(text),
        organisation=not given and is_organisation_word(text),
        abbreviation=not given and is_abbreviation(text),
        subject=is_subject(text),
        title=not given and is_title_word(text),
        link=text.casefold() in LINKS,
        lower=text[:1].islower(),
    )


LONGEST_WORD = 60
"""Longer ones are no words, and are not looked into."""
Words = tuple[Word, ...]


def name_cost(words: Words) -> float | None:
    if len(words) == 1 and words[0].text.casefold() in EMPTY_SEATS:
        return 0.3
    if not 0 < len(words) <= 7 or not _is_spelt_like_name(words):
        return None
    if len(words) == 1:
        return _lonely_word_cost(words[0])
    capitals = words[0].given and all(one.text.isupper() for one in words if one.name)
    cost = 0.0 if words[0].given else 0.45
    cost += 3.0 * any(one.organisation or one.title for one in words) + 1.5 * any(one.subject for one in words)
    cost += (
        1.5 * any(one.abbreviation for one in words) * (not capitals and not all(one.text.isupper() for one in words))
    )
    cost += 1.5 * (len(words[0].text) == 1) + 1.2 * (len(words[-1].text.rstrip(".")) == 1)
    cost += 0.3 * max(len(words) - 4, 0)
    return cost + _two_names_cost(words)


def _is_spelt_like_name(words: Words) -> bool:
    return words[0].name and words[-1].name and all(one.name or one.particle for one in words)


def _lonely_word_cost(word: Word) -> float:
    if word.title or word.organisation or is_party(word.text):
        return 4.0
    if word.given:
        return 1.0
    return 3.0 if word.abbreviation or word.subject else 1.8


def _two_names_cost(words: Words) -> float:
    """Where a given name follows a surname, two people may stand there without anything between them."""
    surname = False
    for one in words[1:]:
        if one.given and surname:
            return 1.0
        surname = surname or (one.name and not one.given and len(one.text.rstrip(".")) > 1)
    return 0.0


def title_cost(words: Words) -> float | None:
    """A title with what it is of ("direktør for sundhed", "formand for Sundhedsudvalget")."""
    at = next((at for at, one in enumerate(words) if one.title), None)
    if at is None or at > 3 or not all(_goes_before_title(one) for one in words[:at]):
        return None
    if words[-1].link or words[-1].text == "-":
        return None
    rest = words[at + 1 :]
    if not rest:
        return 0.05 * at
    if not (rest[0].lower or rest[0].title) or len(words) > 14:
        return None
    linked = any(one.link for one in rest)
    capitals = [one for one in rest if not one.lower]
    if capitals and not linked and not all(one.title for one in capitals):
        return None
    return _sentence_cost(rest) + 0.05 * len(rest) + 1.2 * any(one.given for one in rest) + _runs_on_cost(rest)


def _goes_before_title(word: Word) -> bool:
    genitive = word.name and not word.given and word.text.endswith("s") and len(word.text) > 6
    return is_before_title(word.text) or word.title or word.subject or genitive or (word.lower and not word.link)


def _runs_on_cost(words: Words) -> float:
    """What it costs that words go on behind an organisation that is complete."""
    for at, one in enumerate(words[:-1]):
        if one.text.casefold() in ENDS_ORGANISATION and not words[at + 1].lower:
            return 1.5
    return 0.0


def _sentence_cost(words: Words) -> float:
    return 2.0 * any(one.text.casefold() in VERBS for one in words)


def organisation_cost(words: Words) -> float | None:
    """An organisation, with "fra" or "for" in front of it or not."""
    core = words[1:] if len(words) > 1 and words[0].link else words
    if not core or core[-1].link or len(core) > 9:
        return None
    known = any(one.organisation for one in core) or core[0].abbreviation
    if not known or (core[0].lower and not core[0].organisation and not core[0].link):
        return None
    cost = 1.0 * (len(core) == 1 and core[0].text.casefold() in {"kommune", "region"})
    cost += 0.1 * (len(words) != len(core)) + 0.03 * len(core) + _runs_on_cost(core)
    cost += 1.2 * any(one.given for one in core) + 1.5 * any(one.title for one in core[1:] if not one.organisation)
    cost += 1.5 * (core[0].title and not core[0].organisation)
    return cost + _region_cost(core) + _sentence_cost(core)


def _region_cost(core: Words) -> float:
    """ "Region" is followed by one name; more capitals behind it are another thing."""
    if core[0].text.casefold() not in {"region", "sygehus"}:
        return 0.0
    extra = [one for one in core[2:] if one.name and not one.organisation]
    return 0.8 * bool(extra)


def other_cost(words: Words) -> float | None:
    """A unit, or anything else beside a name that nothing is known of."""
    if len(words) > 12 or words[-1].link:
        return None
    if len(words) == 1 and len(words[0].text.rstrip(".")) < 3:
        return 2.0
    cost = 0.5 + 0.08 * max(len(words) - 1, 0) + 0.3 * max(len(words) - 6, 0)
    cost += _sentence_cost(words)
    if any(one.subject for one in words):
        cost = 0.15 + 0.03 * len(words)
    named = _is_spelt_like_name(words) and len(words) > 1
    cost += (1.1 if words[0].given else 0.6) * (named and not any(one.subject for one in words))
    cost += 1.0 * any(one.given for one in words[1:]) + 0.5 * any(one.title for one in words)
    return cost + 0.8 * (words[0].given and not named) + _runs_on_cost(words)


def party_cost(text: str) -> float | None:
    return 1.0 * text.endswith(".") if is_party(text.rstrip(".")) else None


def note_cost(first: str, text: str) -> float | None:
    """A note of presence that stands without brackets."""
    if not may_be_presence(first) or presence_in(text) is None:
        return None
    return 1.0 * any(word_of(word).given for word in text.split())


def without_title(text: str) -> str:
    """A name without the title in front of it."""
    words = text.split()
    start = next((at for at, word in enumerate(words) if word_of(word).name and not word_of(word).title), 0)
    titled = any(word_of(word).title for word in words[:start])
    return " ".join(words[start:]) if titled else text


def stand_in_cost(first: str, text: str, away: bool) -> float | None:
    """A note that names somebody else, without brackets; who stood in is told only beside somebody who was away."""
    found = stand_in_of(text) if may_be_stand_in(first) or text.casefold().endswith("i stedet") else None
    if found is None or (found.replaced and not away):
        return None
    named = name_cost(tuple(word_of(word) for word in without_title(found.name).split()))
    return None if named is None else named
