"""Who was for and who against, in words: by name, or by party with those named who went against their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from referatdesk.domain.codes import VoteChoice
from referatdesk.domain.voting import Count
from referatdesk.i18n.lists import format_words


@dataclass(frozen=True, slots=True)
class Voice:
    """One person, or (without a name) `votes` of a party or list."""

    choice: VoteChoice
    name: str | None = None
    party: str | None = None
    votes: int = 1


@overload
def sizes(voices: Sequence[Voice]) -> Count: ...
@overload
def sizes(voices: Sequence[Voice], choice: VoteChoice) -> int: ...
def sizes(voices: Sequence[Voice], choice: VoteChoice | None = None) -> Count | int:
    """How many votes of each choice, or of one."""
    how_many: Counter[VoteChoice] = Counter()
    for one in voices:
        how_many[one.choice] += one.votes
    return Count(*(how_many[each] for each in VoteChoice)) if choice is None else how_many[choice]


def by_name(voices: Sequence[Voice], choice: VoteChoice) -> str:
    return format_words(one.name or one.party or "" for one in voices if one.choice is choice)


def by_party(voices: Sequence[Voice], choice: VoteChoice) -> str:
    """ "A, V (bortset fra Palle Nørre) og Ida Vester": parties first, then those who speak for themselves."""
    parties, persons = _sides(voices, choice)
    return format_words([*parties, *persons])


def named_alone(voices: Sequence[Voice], choice: VoteChoice) -> bool:
    """Whether all who chose so are named, so that no number is needed."""
    parties, _persons = _sides(voices, choice)
    return not parties


def _sides(voices: Sequence[Voice], choice: VoteChoice) -> tuple[list[str], list[str]]:
    of_party: dict[str, list[Voice]] = defaultdict(list)
    for one in voices:
        if one.party and one.choice is not VoteChoice.NOT_PRESENT:
            of_party[one.party].append(one)
    parties = [words for party, listed in of_party.items() if (words := _party(party, listed, choice))]
    persons = [words for one in voices if one.choice is choice and (words := _person(one, of_party))]
    return parties, persons


def _party(party: str, listed: Sequence[Voice], choice: VoteChoice) -> str:
    """The party where most of it chose so; with those of it who did not, where they are named elsewhere."""
    if _main_choice(listed) is not choice:
        return ""
    others = [one.name for one in listed if one.choice is not choice and one.name]
    return f"{party} (bortset fra {format_words(others)})" if others else party


def _person(one: Voice, of_party: dict[str, list[Voice]]) -> str:
    """By name who has no party, or did not go with most of it."""
    if one.name is None:
        return ""
    listed = of_party.get(one.party or "", ())
    if one.choice is VoteChoice.NOT_PRESENT or not listed:
        return one.name
    return "" if _main_choice(listed) is one.choice else f"{one.name} fra {one.party}"


def _main_choice(listed: Sequence[Voice]) -> VoteChoice | None:
    """What more than half of a party chose; one person is a party of her own where nobody else is of it."""
    votes = dict(_by_choice(listed))
    whole = sum(votes.values())
    return next((choice for choice, number in votes.items() if 2 * number > whole), None)


def _by_choice(listed: Sequence[Voice]) -> Iterator[tuple[VoteChoice, int]]:
    for choice in VoteChoice:
        yield choice, sizes(listed, choice)
