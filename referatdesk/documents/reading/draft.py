"""What was read, before anybody stores it: a meeting in parts, each with its lines, and the doubts about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from referatdesk.documents.reading.source import Place
from referatdesk.domain.codes import Access, AttendanceStatus, SectionKind
from referatdesk.domain.meetings import HeaderLine
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
    name: str
    place: Place
    organisation: str | None = None
    party: str | None = None
    role: str | None = None
    group: str | None = None
    email: str | None = None
    status: AttendanceStatus = AttendanceStatus.PRESENT
    status_raw: str | None = None
    stands_in_for: str | None = None

    @property
    def is_away(self) -> bool:
        return self.status in AWAY


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHead:
    """The head of the meeting; `lines` are its facts as printed, also those that a field holds."""

    title: str | None = None
    board: str | None = None
    date: str | None = None
    date_raw: str | None = None
    start: str | None = None
    end: str | None = None
    time_raw: str | None = None
    place: str | None = None
    case_no: str | None = None
    recorder: str | None = None
    sign_off: str | None = None
    lines: tuple[HeaderLine, ...] = ()
    other_lines: tuple[HeaderLine, ...] = ()
    """Those of `lines` that no field holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAttachment:
    title: str
    raw: str
    place: Place
    number: str | None = None
    file_name: str | None = None
    listed: bool = False
    """Whether a list mark stands in front."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSection:
    """A part of an item. `label` is as printed, without its colon; a decision's `board` and `date` stand in it.

    The blocks of a list of attachments and of a line of absentees are only what could not be read as one.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """`heading` is the whole heading as printed, `number` its number ("Punkt 4") and `figure` the number alone."""

    title: str
    heading: str
    place: Place
    number: str | None = None
    figure: str | None = None
    access: Access = Access.OPEN
    case_no: str | None = None
    case_no_raw: str | None = None
    presenters: tuple[str, ...] = ()
    sections: tuple[DraftSection, ...] = ()

    def of_kind(self, *kinds: SectionKind) -> tuple[DraftSection, ...]:
        return tuple(section for section in self.sections if section.kind in kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A whole meeting as read by the style named `style` (its slug). `places` has the lines of every block by id."""

    style: str
    head: DraftHead
    people: tuple[DraftPerson, ...] = ()
    items: tuple[DraftItem, ...] = ()
    contents: tuple[str, ...] = ()
    unplaced: Blocks = ()
    doubts: tuple[Doubt, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)

    def sections(self) -> Iterator[DraftSection]:
        for item in self.items:
            yield from item.sections
