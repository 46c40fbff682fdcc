"""The fictional example: minutes of a board that does not exist, read in like any others, and its next meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from referatdesk.config.places import resource
from referatdesk.documents.reading.reader import read_draft
from referatdesk.domain.boards import StandingItem
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Change, added
from referatdesk.domain.codes import Access, BlockKind, ItemKind, SectionKind
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import Records, RecordSet
from referatdesk.domain.richtext import Block, Blocks, paragraph
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.board.standing import add_standing_item
from referatdesk.services.intake import importing
from referatdesk.services.item.agenda import add_item, set_access, set_case_no
from referatdesk.services.item.attachments import add_attachment
from referatdesk.services.item.texts import ensure_section, set_blocks
from referatdesk.services.meetings import new_meeting
from referatdesk.storage.codec import from_json

_MARKS = {"- ": BlockKind.BULLET, "# ": BlockKind.SUBHEADING}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    title: str
    kind: ItemKind
    closing: bool = False
    case_text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    title: str
    case_no: str
    closed: bool = False
    summary: tuple[str, ...] = ()
    case_text: tuple[str, ...] = ()
    climate: tuple[str, ...] = ()
    recommendation: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()

    @property
    def sections(self) -> Mapping[SectionKind, Sequence[str]]:
        return {
            SectionKind.SUMMARY: self.summary,
            SectionKind.CASE_TEXT: self.case_text,
            SectionKind.CLIMATE: self.climate,
            SectionKind.RECOMMENDATION: self.recommendation,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Upcoming:
    """The next meeting of the example as it lies in the resources; a line may begin with "- " or "# "."""

    start: str
    place: str
    days_ahead: int
    standing: tuple[_Standing, ...]
    items: tuple[_Item, ...]


def fill_example(workspace: Workspace) -> None:
    """Puts the example into an archive: old minutes, and a coming meeting that is ready to be taken down."""
    for change in example_changes(workspace, datetime.now(UTC).astimezone().date()):
        workspace.apply(change)


def example_changes(records: Records, today: date) -> tuple[Change, ...]:
    """A change for each old document that is read in, and one for the meeting after them, which is also after today.

    The program's own documents need no process of their own to be read in.
    """
    draft = RecordSet(record for kind in RECORD_TYPES if kind in SHARED_TYPES for record in records.all(kind))
    read: list[Change] = []
    last = ""
    for path in sorted(resource("example").glob("*.txt")):
        change, last = importing.draft_to_change(draft, read_draft(path))
        draft.apply(change.pairs)
        read.append(change)
    return (*read, _upcoming(draft, draft.get(Meeting, last), today))


def _upcoming(draft: RecordSet, last: Meeting, today: date) -> Change:
    """Everything that makes the next meeting, as one change."""
    known = {record.id for kind in RECORD_TYPES for record in draft.all(kind)}
    content = from_json(resource("example", "upcoming.json").read_bytes(), _Upcoming)
    _stand(draft, last.board_id, content.standing)
    day = max(today, _day_of(last, today)) + timedelta(days=content.days_ahead)
    change, meeting_id = new_meeting(
        draft,
        last.board_id,
        date=day.isoformat(),
        start=content.start,
        place=content.place,
        previous_meeting_id=last.id,
    )
    draft.apply(change.pairs)
    for item in content.items:
        _write(draft, meeting_id, item)
    new = [record for kind in RECORD_TYPES for record in draft.all(kind) if record.id not in known]
    return Change("meeting.add", added(*new), change.subject)


def _day_of(meeting: Meeting, otherwise: date) -> date:
    return date.fromisoformat(meeting.date) if meeting.date else otherwise


def _stand(draft: RecordSet, board_id: str, standing: Iterable[_Standing]) -> None:
    listed = {item.title for item in draft.all(StandingItem) if item.board_id == board_id}
    for one in standing:
        if one.title not in listed:
            text = _blocks(one.case_text)
            new = add_standing_item(draft, board_id, one.title, kind=one.kind, closing=one.closing, case_text=text)
            draft.apply(new.pairs)


def _write(draft: RecordSet, meeting_id: str, item: _Item) -> None:
    change, item_id = add_item(draft, meeting_id, item.title)
    draft.apply(change.pairs)
    draft.apply(set_case_no(draft, item_id, item.case_no).pairs)
    draft.apply(set_access(draft, item_id, Access.CLOSED if item.closed else Access.OPEN).pairs)
    for kind, lines in item.sections.items():
        if lines:
            change, section_id = ensure_section(draft, item_id, kind)
            draft.apply(change.pairs)
            section = draft.text(item_id).section(section_id)
            opening = section.blocks if section else ()
            draft.apply(set_blocks(draft, item_id, section_id, (*opening, *_blocks(lines))).pairs)
    for title in item.attachments:
        draft.apply(add_attachment(draft, item_id, title)[0].pairs)


def _blocks(lines: Iterable[str]) -> Blocks:
    return tuple(_block(line) for line in lines)


def _block(line: str) -> Block:
    kind = _MARKS.get(line[:2])
    return paragraph(line) if kind is None else paragraph(line[2:], kind)
