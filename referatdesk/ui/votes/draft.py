"""What stands in the fields of a vote, and what was left there before it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from referatdesk.domain.codes import VoteChoice, VoteSubject
from referatdesk.domain.decisions import Vote
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
    """A new vote begins with what is proposed; one that was written with what was written."""
    known = ballots.ballot_of(records, vote_id) if vote_id else ballots.proposed(records, item_id)
    return Draft(
        subject=known.subject,
        about=known.about or "",
        choices=known.choices or ballots.all_for(records, item_id),
        numbers=numbers_words(known.count) if known.count else "",
        candidates=known.candidates,
        blank=known.blank,
        decided=known.casting or (known.lot if drawn_between(known.candidates) else None),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a vote is taken down: as a new one at the item, or to correct the one that was written."""

    meeting_id: str
    item_id: str
    vote_id: str | None = None


def _ask_alike(one: Draft, other: Draft) -> bool:
    asked = [(draft.subject, draft.about, set(draft.choices.values())) for draft in (one, other)]
    return asked[0] == asked[1]


class Drafts:
    """Those that are not written, for as long as the window shows the archive; nobody leaves it without being asked."""

    def __init__(self) -> None:
        self._kept: dict[Place, Draft] = {}

    def keep(self, place: Place, draft: Draft) -> None:
        self._kept[place] = draft

    def take(self, place: Place) -> Draft | None:
        return self._kept.pop(place, None)

    @property
    def first(self) -> Place | None:
        return next(iter(self._kept), None)

    def last_at(self, item_id: str) -> str | None:
        """The vote that was corrected when the item was left, if any."""
        return next((place.vote_id for place in reversed(self._kept) if place.item_id == item_id), None)


class Sheet:
    """The vote that is taken down at an item: which one, how it began, and the drafts that hold what it has become."""

    def __init__(self, drafts: Drafts, meeting_id: str, item_id: str) -> None:
        self._drafts = drafts
        self._place = Place(meeting_id, item_id)
        self.begun: Draft | None = None

    @property
    def vote_id(self) -> str | None:
        """The vote that is corrected; None of a new one."""
        return self._place.vote_id

    def take_up(self, records: Records, vote_id: str | None) -> Draft:
        """As it was left, if it was left unwritten. What was to correct a vote that is gone by now is a new one, where
        none was begun.
        """
        draft = self._drafts.take(replace(self._place, vote_id=vote_id))
        known = vote_id if vote_id and records.find(Vote, vote_id) else None
        self._place = replace(self._place, vote_id=known)
        if known != vote_id:
            draft = self._drafts.take(self._place) or draft
        self.begun = begun(records, self._place.item_id, known)
        return draft or self.begun

    def renewed(self, records: Records, draft: Draft) -> Draft | None:
        """How a new vote begins now, where the ledger proposes something else and nothing was taken down yet."""
        fresh = begun(records, self._place.item_id, None)
        if self.begun is None or self.vote_id is not None or draft != self.begun or _ask_alike(fresh, draft):
            return None
        self.begun = fresh
        return fresh

    def put_by(self, draft: Draft) -> bool:
        """Keeps what differs from how it began; whether anything did."""
        if self.begun is None:
            return False
        if draft == self.begun:
            self._drafts.take(self._place)
            return False
        self._drafts.keep(self._place, draft)
        return True

    def forget(self) -> None:
        """Nothing is taken down any more, and what was is not kept."""
        self._drafts.take(self._place)
        self.begun = None

    def end(self, draft: Draft) -> bool:
        """Nothing is taken down any more; whether what was is kept."""
        is_kept = self.put_by(draft)
        self.begun = None
        return is_kept
