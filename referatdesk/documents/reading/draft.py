"""What was read, before anybody stores it: a meeting in parts, each with its lines, and the doubts about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.source import Place
from referatdesk.domain.codes import (
    Access,
    AttendanceStatus,
    DecisionBasis,
    ItemKind,
    LinkKind,
    MeetingKind,
    MoneyKind,
    Outcome,
    Precision,
    Role,
    SectionKind,
    StatementKind,
    SubstitutionKind,
    Treatment,
    VoteChoice,
)
from referatdesk.domain.meetings import HeaderLine, Presenter
from referatdesk.domain.presence import AWAY
from referatdesk.domain.richtext import Blocks


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a reader could not be certain of; what was done with it stands in the draft.

    `text` is what is printed there, `proposal` what could be done instead ("join", a value …), None where nothing is
    proposed. The window finds the words for `code`.
    """

    code: str
    place: Place
    text: str = ""
    proposal: str | None = None
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPerson:
    """Somebody listed in the head, in an item of attendance, or as absent at an item; texts are as printed."""

    name: str
    place: Place
    organisation: str | None = None
    party: str | None = None
    role: str | None = None
    """The title as printed ("borgmester"), not a role in the meeting."""
    unit: str | None = None
    roles: tuple[Role, ...] = ()
    group: str | None = None
    email: str | None = None
    status: AttendanceStatus = AttendanceStatus.PRESENT
    status_raw: str | None = None
    stands_in_for: str | None = None
    substitution: SubstitutionKind | None = None
    arrived_at: str | None = None
    left_at: str | None = None
    """Times as "HH:MM"."""
    note: str | None = None

    @property
    def is_away(self) -> bool:
        return self.status in AWAY


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHead:
    """The head of the meeting; `lines` are its facts as printed, also those that a field holds."""

    title: str | None = None
    board: str | None = None
    kind: MeetingKind | None = None
    date: str | None = None
    date_raw: str | None = None
    start: str | None = None
    end: str | None = None
    start_actual: str | None = None
    end_actual: str | None = None
    time_raw: str | None = None
    place: str | None = None
    virtual: bool = False
    case_no: str | None = None
    doc_no: str | None = None
    recorder: str | None = None
    written_place: str | None = None
    written_month: str | None = None
    sender_unit: str | None = None
    sender_address: str | None = None
    sender_initials: str | None = None
    sign_off: str | None = None
    stated_none: tuple[str, ...] = ()
    """Labels of the head under which it stands that there is none ("Afbud: -")."""
    lines: tuple[HeaderLine, ...] = ()
    other_lines: tuple[HeaderLine, ...] = ()
    """Those of `lines` that no field holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAttachment:
    """A paper; `mentioned` only in the text, not listed."""

    title: str
    raw: str
    place: Place
    number: str | None = None
    file_name: str | None = None
    listed: bool = False
    """Whether a list mark stands in front."""
    mentioned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCast:
    """The choice of one person or of a party; one of the two is set."""

    choice: VoteChoice
    name: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftVote:
    place: Place
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    casts: tuple[DraftCast, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStatement:
    """A dissent, protocol note, reservation or demand (§ 23); `who` are names or parties as printed."""

    kind: StatementKind
    text: str
    place: Place
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPresence:
    """Somebody whose presence at one item differs from the rest of the meeting."""

    name: str
    status: AttendanceStatus
    place: Place
    from_time: str | None = None
    to_time: str | None = None
    raw: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPromise:
    """Who does what by when; `due` is ISO text with its precision, `due_raw` the wording used."""

    text: str
    place: Place
    responsible: tuple[str, ...] = ()
    role_word: str | None = None
    due: str | None = None
    due_precision: Precision = Precision.NONE
    due_raw: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMoney:
    amount_ore: int
    raw: str
    place: Place
    block_id: str | None = None
    approximate: bool = False
    kind: MoneyKind = MoneyKind.INFORMATION
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLink:
    """Another meeting, board or item that the text refers to."""

    kind: LinkKind
    raw: str
    place: Place
    board: str | None = None
    date: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPointOutcome:
    """What a decision made of the point of that place in the item's recommendation, counted from 0."""

    point: int
    outcome: Outcome
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftOutcome:
    """What one section of an item decided; only recognised, until the user `confirmed` it."""

    outcome: Outcome = Outcome.UNCLASSIFIED
    basis: DecisionBasis = DecisionBasis.UNKNOWN
    points: tuple[DraftPointOutcome, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSection:
    """A part of an item. `label` is as printed, without its colon; a decision's `board` and `date` stand in it.

    The blocks of a list of attachments and of a line of absentees are only what could not be read as one. `earlier`
    says that another board, or another meeting, decided here.
    """

    kind: SectionKind
    place: Place
    label: str | None = None
    colon: bool = False
    inline: bool = False
    blocks: Blocks = ()
    board: str | None = None
    date: str | None = None
    date_raw: str | None = None
    attachments: tuple[DraftAttachment, ...] = ()
    people: tuple[DraftPerson, ...] = ()
    people_raw: tuple[str, ...] = ()
    """The lines of absentees as printed."""
    outcome: DraftOutcome | None = None
    earlier: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """`heading` is the whole heading as printed, `number` its number ("Punkt 4") and `figure` the number alone."""

    title: str
    heading: str
    place: Place
    number: str | None = None
    figure: str | None = None
    title_prefix: str | None = None
    title_colon: bool = False
    theme: int | None = None
    """The place of its theme in `Draft.themes`."""
    kind: ItemKind = ItemKind.ITEM
    treatment: Treatment | None = None
    access: Access = Access.OPEN
    case_no: str | None = None
    case_no_raw: str | None = None
    presenters: tuple[Presenter, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    children: tuple[DraftItem, ...] = ()
    votes: tuple[DraftVote, ...] = ()
    statements: tuple[DraftStatement, ...] = ()
    presence: tuple[DraftPresence, ...] = ()
    promises: tuple[DraftPromise, ...] = ()
    money: tuple[DraftMoney, ...] = ()
    links: tuple[DraftLink, ...] = ()
    mentioned: tuple[DraftAttachment, ...] = ()
    added_late: bool = False

    def of_kind(self, *kinds: SectionKind) -> tuple[DraftSection, ...]:
        return tuple(section for section in self.sections if section.kind in kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTheme:
    """A heading over several items, e.g. "Tema: …"."""

    title: str
    place: Place
    prefix: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A whole meeting as read. `style` is the slug of the built-in house style that it looks most like.

    `places` has the lines of every block by its id, `parts` what each line of the source was taken for.
    """

    style: str
    head: DraftHead
    is_agenda: bool = False
    people: tuple[DraftPerson, ...] = ()
    themes: tuple[DraftTheme, ...] = ()
    items: tuple[DraftItem, ...] = ()
    contents: tuple[str, ...] = ()
    unplaced: Blocks = ()
    doubts: tuple[Doubt, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    parts: Mapping[int, Part] = field(default_factory=dict)

    def all_items(self) -> Iterator[DraftItem]:
        """Every item, sub-items after the item that they belong to."""
        for item in self.items:
            yield item
            yield from item.children

    def sections(self) -> Iterator[DraftSection]:
        for item in self.all_items():
            yield from item.sections
