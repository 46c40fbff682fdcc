"""What a vote comes to: carried, lost, or lapsed where as many are for as against."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from referatdesk.domain.codes import VoteChoice, VoteResult

_OFFICE = (
    r"(?:(?:næst|vice)?for(?:mand|kvinde|person)|medlem(?:mer)?|suppleant(?:er)?|stedfortrædere?"
    r"|repræsentant(?:er)?|ordstyrer|mødeleder|dirigent|referent)"
)
_ELECTION = re.compile(
    rf"\s*(?:ny|gen)?valg\s+af\s+(?:(?:en\s+)?ny\s+)?({_OFFICE}\b.*?)(?:\s+og\s+{_OFFICE}\b.*)?\.?\s*", re.I
)
_SEVERAL = re.compile(r"^(medlem|suppleant|stedfortræder|repræsentant)(?:mer|er|e)\b", re.I)


def office_in(title: str) -> str | None:
    """ "næstformand" where an item is called "Valg af næstformand"; the first of more, and of one: "medlem"."""
    match = _ELECTION.fullmatch(title)
    return _SEVERAL.sub(r"\1", match[1]) if match else None


@dataclass(frozen=True, slots=True)
class Count:
    """How many chose what; `not_voting` are those who were there at the item but took no part in the vote."""

    votes_for: int = 0
    votes_against: int = 0
    abstentions: int = 0
    not_voting: int = 0

    @property
    def total(self) -> int:
        return self.votes_for + self.votes_against + self.abstentions + self.not_voting

    @property
    def is_tie(self) -> bool:
        return self.votes_for == self.votes_against > 0


def counted(choices: Iterable[VoteChoice]) -> Count:
    how_many = Counter(choices)
    return Count(
        how_many[VoteChoice.FOR],
        how_many[VoteChoice.AGAINST],
        how_many[VoteChoice.ABSTAIN],
        how_many[VoteChoice.NOT_PRESENT],
    )


def result_of(count: Count, casting: VoteChoice | None = None) -> VoteResult | None:
    """A simple majority of those who were for or against. A tie lapses unless the chair's vote decides it.

    None where nobody was for or against.
    """
    if count.is_tie:
        decided = {VoteChoice.FOR: VoteResult.CARRIED, VoteChoice.AGAINST: VoteResult.LOST}
        return decided.get(casting, VoteResult.TIE_LAPSED) if casting else VoteResult.TIE_LAPSED
    if count.votes_for == count.votes_against:
        return None
    return VoteResult.CARRIED if count.votes_for > count.votes_against else VoteResult.LOST


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody up for election; `votes` is None where nobody counted, as with a single candidate."""

    name: str
    votes: int | None = None
    is_elected: bool = False


def leading(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those with the most votes: more than one where lots are to be drawn."""
    most = max((one.votes or 0 for one in candidates), default=0)
    return tuple(one for one in candidates if (one.votes or 0) == most)


def drawn_between(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Between whom the lot decides; nobody where one has the most votes, or no votes were counted."""
    ahead = tuple(one for one in leading(candidates) if one.votes)
    return ahead if len(ahead) > 1 else ()


def with_elected(candidates: Sequence[Candidate], lot: str | None = None) -> tuple[Candidate, ...]:
    """The candidates with the one that is elected: by the most votes, else by the lot that was drawn."""
    ahead = leading(candidates)
    chosen = ahead[0].name if len(ahead) == 1 else lot if lot in {one.name for one in ahead} else None
    return tuple(Candidate(one.name, one.votes, one.name == chosen) for one in candidates)
