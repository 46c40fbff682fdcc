"""What stands in the fields of a vote, and what was left there before it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from referatdesk.domain.codes import VoteChoice, VoteSubject
from referatdesk.domain.records import Records
from referatdesk.domain.voting import Candidate, Count, drawn_between
from referatdesk.services.vote import ballots
from referatdesk.services.vote.ballots import Ballot
from referatdesk.ui.votes.typed_numbers import numbers_words, read_count


@dataclass(frozen=True, slots=True)
class Draft:
    """`numbers` are in the words that were typed; `decided` is what a tie was decided by: a choice of the chair, or the
    name that was drawn.
    """

    subject: VoteSubject = VoteSubject.MAIN
    about: str = ""
    choices: Mapping[str, VoteChoice] = field(default_factory=dict)
    numbers: str = ""
    candidates: tuple[Candidate, ...] = ()
    blank: int = 0
    decided: object = None

    @property
    def count(self) -> Count | None:
        return read_count(self.numbers)

    @property
    def is_readable(self) -> bool:
        return self.subject is VoteSubject.ELECTION or not self.numbers or self.count is not None

    def ballot(self, *, chair_decides: bool) -> Ballot:
        """What is known of the vote; the chair's vote only counts in a tie, on a board where it does."""
        known = Ballot(subject=self.subject, about=self.about)
        if self.subject is VoteSubject.ELECTION:
            lot = self.decided if isinstance(self.decided, str) else None
            return replace(known, candidates=self.candidates, lot=lot, blank=self.blank)
        known = replace(known, choices={} if self.count else self.choices, count=self.count)
        if isinstance(self.decided, VoteChoice) and chair_decides and known.counted.is_tie:
            known = replace(known, casting=self.decided)
        return known


def begun(records: Records, item_id: str, vote_id: str | None) -> Draft:
    """A new vote begins with everybody for; one that was written with what was written."""
    every = ballots.all_for(records, item_id)
    if vote_id is None:
        return Draft(choices=every)
    known = ballots.ballot_of(records, vote_id)
    return Draft(
        subject=known.subject,
        about=known.about or "",
        choices=known.choices or every,
        numbers=numbers_words(known.count) if known.count else "",
        candidates=known.candidates,
        blank=known.blank,
        decided=known.casting or (known.lot if drawn_between(known.candidates) else None),
    )


class Drafts:
    """Those that were left unwritten while the window is open: of an item, and of the vote that was corrected there."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str | None], Draft] = {}

    def keep(self, item_id: str, vote_id: str | None, draft: Draft) -> None:
        self._kept[item_id, vote_id] = draft

    def take(self, item_id: str, vote_id: str | None) -> Draft | None:
        return self._kept.pop((item_id, vote_id), None)

    def last_at(self, item_id: str) -> str | None:
        """The vote that was corrected when the item was left, if any."""
        return next((vote for item, vote in reversed(self._kept) if item == item_id), None)
