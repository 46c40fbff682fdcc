"""Initials in brackets behind the names, some of which are the letters of a party too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from referatdesk.documents.reading.draft import DraftPerson

FEWEST = 2
"""So many others have their own initials behind the name where those are printed for all."""


def with_initials(people: Sequence[DraftPerson]) -> tuple[DraftPerson, ...]:
    """The people; where the house prints initials, no party is read out of them ("Line Abild (LA)")."""
    printed = sum(person.note is not None and are_initials(person.note, person.name) for person in people)
    if printed < FEWEST:
        return tuple(people)
    return tuple(_with_own(person) for person in people)


def _with_own(person: DraftPerson) -> DraftPerson:
    if person.party is None or len(person.party) < FEWEST or not are_initials(person.party, person.name):
        return person
    note = ", ".join(text for text in (person.party, person.note) if text)
    return replace(person, party=None, note=note)


def are_initials(words: str, name: str) -> bool:
    """Whether letters are taken from the name, in order, the first from its beginning."""
    if not 2 <= len(words) <= 5 or not words.isalpha() or not words.isupper() or not name:
        return False
    letters = iter(name.casefold())
    return words[0].casefold() == name[0].casefold() and all(sign in letters for sign in words.casefold())
