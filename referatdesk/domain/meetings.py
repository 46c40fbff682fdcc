"""A meeting: its head, the people in it, and the agenda."""

from __future__ import annotations

from dataclasses import dataclass

from referatdesk.domain.codes import (
    AbsenceReason,
    Access,
    AttendanceStatus,
    ItemKind,
    ItemStatus,
    MeetingKind,
    MeetingStatus,
    Precision,
    Role,
    SectionKind,
    SubstitutionKind,
    Treatment,
)
from referatdesk.domain.richtext import Blocks


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A line of a meeting's head that no field holds, kept as printed."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Every field of the head is optional. Dates are ISO ("2027-02-04", "--05-10" without a year), times "HH:MM".

    `head_raw` and `contents_raw` are the whole head and the list of contents as the document printed them from which
    the meeting was read; `header_lines` are those lines of the head that no field holds.
    """

    id: str
    board_id: str
    kind: MeetingKind = MeetingKind.ORDINARY
    status: MeetingStatus = MeetingStatus.DRAFT
    title: str | None = None
    date: str | None = None
    date_precision: Precision = Precision.DAY
    date_raw: str | None = None
    start_planned: str | None = None
    end_planned: str | None = None
    start_actual: str | None = None
    end_actual: str | None = None
    time_raw: str | None = None
    place: str | None = None
    virtual: bool = False
    join_link: str | None = None
    host: str | None = None
    case_no: str | None = None
    doc_no: str | None = None
    written_place: str | None = None
    written_month: str | None = None
    sender_unit: str | None = None
    sender_address: str | None = None
    sender_initials: str | None = None
    sign_off: str | None = None
    previous_meeting_id: str | None = None
    stated_none: tuple[str, ...] = ()
    header_lines: tuple[HeaderLine, ...] = ()
    head_raw: tuple[HeaderLine, ...] = ()
    contents_raw: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person at one meeting, as shown in its minutes. Times are "HH:MM"; names and titles are as printed there."""

    id: str
    meeting_id: str
    person_id: str | None = None
    sort: int = 0
    group_label: str | None = None
    name: str
    title: str | None = None
    unit: str | None = None
    organisation: str | None = None
    email: str | None = None
    party: str | None = None
    roles: tuple[Role, ...] = ()
    has_vote: bool = True
    status: AttendanceStatus = AttendanceStatus.UNKNOWN
    status_raw: str | None = None
    stands_in_for_id: str | None = None
    substitution: SubstitutionKind | None = None
    reason: AbsenceReason | None = None
    reason_text: str | None = None
    arrived_at: str | None = None
    left_at: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAttendance:
    """Where a person's presence at one item differs from that at the meeting."""

    id: str
    meeting_id: str
    item_id: str
    attendance_id: str
    status: AttendanceStatus
    from_time: str | None = None
    to_time: str | None = None
    reason_text: str | None = None
    shown_on_item: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A heading over several items, e.g. "Tema: …"."""

    id: str
    meeting_id: str
    sort: int = 0
    prefix: str | None = None
    title: str


@dataclass(frozen=True, slots=True)
class Presenter:
    """Who presents an item; `raw` is the line as printed ("v/ …")."""

    raw: str
    name: str | None = None
    title: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item without its text (see `ItemText`). `sort` orders siblings; an automatic number follows the order.

    `heading_raw` and `case_no_raw` are the lines of its heading and its case as the document printed them from which it
    was read.
    """

    id: str
    meeting_id: str
    parent_id: str | None = None
    theme_id: str | None = None
    sort: int = 0
    number_text: str | None = None
    number_auto: bool = True
    kind: ItemKind = ItemKind.ITEM
    title_prefix: str | None = None
    title: str
    title_colon: bool = False
    access: Access = Access.OPEN
    treatment: Treatment | None = None
    case_no: str | None = None
    doc_no: str | None = None
    presenters: tuple[Presenter, ...] = ()
    status: ItemStatus = ItemStatus.NOT_BEGUN
    added_late: bool = False
    minutes_planned: int | None = None
    heading_raw: str | None = None
    case_no_raw: str | None = None
    public_title: str | None = None
    """The neutral title of an item that is not open; without one, the public version tells nothing of it."""
    decision_public: bool = False
    """Whether the public version of an item that is not open tells what was decided, below its neutral title."""
    moved_from: str | None = None
    """The number that was printed before the order was changed in the meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpent:
    """A stretch of the meeting given to an item, or to a break where it names none. Times are "HH:MM:SS"."""

    id: str
    meeting_id: str
    item_id: str | None = None
    began: str
    ended: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of an item's text. `label` is printed as it stands, "{board}" and "{date}" filled in; None prints none.

    `public` sections are published with an item that is only partly closed.

    The list of attachments and the line of absentees are rows and rules, not text: their sections say where and under
    which label they are printed. Blocks in such a section are printed in place of what the rule would print.
    """

    id: str
    kind: SectionKind
    label: str | None = None
    colon: bool = False
    inline: bool = False
    blocks: Blocks = ()
    public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemText:
    """The text of the item with the same id: its sections in printed order."""

    id: str
    meeting_id: str
    sections: tuple[Section, ...] = ()

    def section(self, section_id: str) -> Section | None:
        return next((section for section in self.sections if section.id == section_id), None)

    def of_kind(self, *kinds: SectionKind) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if section.kind in kinds)
