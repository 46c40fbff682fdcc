"""What an item led to: points, outcomes, votes, dissent, attachments, promises, money and links.

Text is stored once: the words of a recommendation point and of a decision are blocks of the item's sections, and the
records here point at them (`block_id`, `section_id`) and carry what is counted and searched.
"""

from __future__ import annotations

from dataclasses import dataclass

from referatdesk.domain.codes import (
    Access,
    AttachmentKind,
    AttachmentState,
    DecisionBasis,
    DecisionScope,
    FollowUpState,
    LinkKind,
    MoneyKind,
    Outcome,
    Precision,
    ProposerKind,
    StatementKind,
    VoteChoice,
    VoteResult,
    VoteSubject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationPoint:
    """One point of the recommendation: the block of the item's text that words it, and who proposes it."""

    id: str
    meeting_id: str
    item_id: str
    block_id: str
    sort: int = 0
    proposer: str | None = None
    proposer_kind: ProposerKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What one board decided in one section of an item. `confirmed` is false while the outcome is only recognised.

    `conditions` is what is said further of the outcome of the whole: "idet midlerne findes i 2027".
    `read_aloud_text` is the plain text that was read to the meeting at `read_aloud_at` ("HH:MM").
    """

    id: str
    meeting_id: str
    item_id: str
    section_id: str
    board_name: str | None = None
    date: str | None = None
    sort: int = 0
    outcome: Outcome = Outcome.UNCLASSIFIED
    scope: DecisionScope = DecisionScope.WHOLE
    basis: DecisionBasis = DecisionBasis.UNKNOWN
    confirmed: bool = False
    conditions: str | None = None
    read_aloud_at: str | None = None
    read_aloud_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PointOutcome:
    """What a decision made of one recommendation point.

    `text` is the sentence that was read of it, or what is said further of the outcome: "at fristen er 1. maj".
    """

    id: str
    meeting_id: str
    item_id: str
    decision_id: str
    point_id: str
    outcome: Outcome
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One count of votes; None where a number was not said. `about` words what was voted on: a proposal, an office."""

    id: str
    meeting_id: str
    item_id: str
    decision_id: str
    subject: VoteSubject = VoteSubject.MAIN
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    not_voting: int | None = None
    result: VoteResult | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCast:
    """The choice of one person (an attendance), or of one party or list, or the votes for a candidate in a secret
    election; `count` is how many votes it stands for, None for a person's own.
    """

    id: str
    meeting_id: str
    vote_id: str
    attendance_id: str | None = None
    party: str | None = None
    choice: VoteChoice
    candidate: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A dissent, protocol note, reservation or demand that the case be halted, entered for somebody."""

    id: str
    meeting_id: str
    item_id: str
    decision_id: str | None = None
    attendance_id: str | None = None
    party: str | None = None
    kind: StatementKind
    text: str
    forward_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disqualification:
    """The board's ruling on whether a member is disqualified from an item."""

    id: str
    meeting_id: str
    item_id: str
    attendance_id: str
    disqualified: bool
    left_room: bool | None = None
    raised_by: str | None = None
    substitute_id: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A paper listed with an item, or with the meeting when `item_id` is None. `raw` is its line as printed."""

    id: str
    meeting_id: str
    item_id: str | None = None
    sort: int = 0
    number_text: str | None = None
    title: str
    file_name: str | None = None
    kind: AttachmentKind = AttachmentKind.PAPER
    state: AttachmentState = AttachmentState.ENCLOSED
    access: Access = Access.OPEN
    mentioned_only: bool = False
    raw: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A promise: who does what by when. `due` is ISO text with `due_precision`; `due_raw` is the wording used."""

    id: str
    meeting_id: str
    item_id: str
    decision_id: str | None = None
    sort: int = 0
    text: str
    responsible: tuple[str, ...] = ()
    role_word: str | None = None
    due: str | None = None
    due_precision: Precision = Precision.NONE
    due_raw: str | None = None
    state: FollowUpState = FollowUpState.OPEN

    @property
    def is_open(self) -> bool:
        return self.state in {FollowUpState.OPEN, FollowUpState.IN_PROGRESS}


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyAmount:
    """An amount in øre, beside the words that print it."""

    id: str
    meeting_id: str
    item_id: str
    block_id: str | None = None
    amount_ore: int
    raw: str
    approximate: bool = False
    kind: MoneyKind = MoneyKind.INFORMATION
    fund: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLink:
    """From an item to another item or meeting, in the archive (`to_item_id`, `to_meeting_id`) or only named."""

    id: str
    meeting_id: str
    item_id: str
    kind: LinkKind
    to_item_id: str | None = None
    to_meeting_id: str | None = None
    to_board_name: str | None = None
    to_date: str | None = None
    raw: str | None = None
