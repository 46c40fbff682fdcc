"""The public version of a meeting: new records, built from the open fields of what is open, and from nothing else.

Nothing is cut out of the full minutes. `public_fields` lists the kinds and fields that may be published, and a record
is made anew from those alone. An item is open, or told by its neutral title (with what was decided, where that was
allowed), or it is not there at all, and neither is what belongs to it. The usual gathering then works on these records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.boards import Board, Person
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Record
from referatdesk.domain.codes import Access, AttendanceStatus, ClosedItems, Role
from referatdesk.domain.decisions import Attachment, Vote, VoteCast
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, ItemText, Meeting, Section, Theme
from referatdesk.domain.personal_data import Contacts, Private
from referatdesk.domain.reading import SourceFile
from referatdesk.domain.records import Records, RecordSet, board_of, style_of
from referatdesk.domain.richtext import walk
from referatdesk.domain.treatment import order_of_treatment
from referatdesk.services.item.public_items import Shown, shown_items, told_sections
from referatdesk.services.lookup import items_of
from referatdesk.services.presence.moments import noted_in, treated_in_turn
from referatdesk.services.public.fields import FACTS
from referatdesk.services.public.presence import told_at_open_items
from referatdesk.services.public.values import Opener

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a public version does without: items by the numbers that the full minutes print, all else by how many."""

    items: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    attachments: int = 0
    people: int = 0
    details: int = 0
    private: Mapping[Private, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PublicVersion:
    records: RecordSet
    left_out: LeftOut


def public_version(records: Records, meeting_id: str) -> PublicVersion:
    """What of a meeting may be published."""
    return _Made(records, records.get(Meeting, meeting_id)).version()


class _Made:
    def __init__(self, records: Records, meeting: Meeting) -> None:
        self._records = records
        self._meeting = meeting
        self._board, self._style = board_of(records, meeting), style_of(records, meeting)
        self._opener = Opener(contacts_of(records, self._board))
        self._items = items_of(records, meeting.id)
        self._shown = shown_items(records, meeting.id)
        whole = [item for item in self._items if self._shown[item.id] is Shown.WHOLE]
        self._themes = {item.theme_id for item in whole}
        self._pictures = set(self._shown_pictures(whole))
        self._numbers = printed_numbers(self._items, self._style.sub_numbers)

    def version(self) -> PublicVersion:
        open_records = [one for kind in RECORD_TYPES if kind in FACTS for one in self._open(kind)]
        made: list[Record] = [self._opener.record(one) for one in open_records]
        for item in self._items:
            if self._shown[item.id] is Shown.TITLE:
                made += self._told_by_title(item)
        made += self._presence([one for one in made if isinstance(one, Attendance)])
        return PublicVersion(RecordSet(map(self._with_number, made)), self._left_out(open_records))

    def _presence(self, people: list[Attendance]) -> list[ItemAttendance]:
        """The version has no times of the items: what order of treatment can be read off it is another one."""
        whole = [item for item in self._items if self._shown[item.id] is Shown.WHOLE]
        noted = noted_in(self._records, self._meeting.id)
        told = [one for one in noted if one.shown_on_item and self._shown[one.item_id] is Shown.WHOLE]
        published = (one for one in map(self._with_number, whole) if isinstance(one, AgendaItem))
        order = order_of_treatment(published, (), told)
        return told_at_open_items(people, treated_in_turn(self._records, self._meeting.id), order, noted)

    def _open(self, kind: type[R]) -> list[R]:
        """The records of a kind that belong to the meeting and to nothing closed."""
        if kind in SHARED_TYPES:
            return [one for one in self._records.all(kind) if one in (self._board, self._style)]
        of_meeting = (one for one in self._records.all(kind) if one is self._meeting or self._is_of_meeting(one))
        return [one for one in of_meeting if self._is_open(one)]

    def _is_of_meeting(self, record: Record) -> bool:
        return getattr(record, "meeting_id", None) == self._meeting.id

    def _is_open(self, record: Record) -> bool:
        match record:
            case Theme():
                return record.id in self._themes
            case SourceFile():
                return record.id in self._pictures
            case Attendance():
                return not self._came_for_closed_items(record)
        is_open_itself = not isinstance(record, Attachment) or record.access is Access.OPEN
        item_id = self._item_of(record)
        return is_open_itself and (item_id is None or self._shown.get(item_id) is Shown.WHOLE)

    def _item_of(self, record: Record) -> str | None:
        """The item that a record belongs to; None for one of the meeting as a whole."""
        if isinstance(record, AgendaItem | ItemText):
            return record.id
        if isinstance(record, VoteCast):
            return self._records.get(Vote, record.vote_id).item_id
        return getattr(record, "item_id", None)

    def _came_for_closed_items(self, person: Attendance) -> bool:
        """Whether the list names somebody only because of items that are not open."""
        noted = [one for one in self._records.all(ItemAttendance) if one.attendance_id == person.id]
        passing = person.status is AttendanceStatus.UNKNOWN or {Role.GUEST, Role.PRESENTER} & set(person.roles)
        return bool(passing and noted) and all(self._shown.get(one.item_id) is not Shown.WHOLE for one in noted)

    def _shown_pictures(self, items: Iterable[AgendaItem]) -> Iterator[str]:
        for item in items:
            for section in self._records.text(item.id).sections:
                yield from (block.picture.file_id for block in walk(section.blocks) if block.picture is not None)

    def _told_by_title(self, item: AgendaItem) -> list[Record]:
        """An item of its own with the neutral title, and with those sections that somebody said may be told."""
        told = AgendaItem(
            id=item.id,
            meeting_id=item.meeting_id,
            parent_id=item.parent_id,
            sort=item.sort,
            number_text=item.number_text,
            number_auto=item.number_auto,
            title=self._opener.words(item.public_title or ""),
            access=item.access,
        )
        sections = map(self._under_house_label, told_sections(self._records, item, self._style))
        return [told, ItemText(id=item.id, meeting_id=item.meeting_id, sections=tuple(sections))]

    def _under_house_label(self, section: Section) -> Section:
        """What somebody wrote over it for this item alone may tell too much."""
        form = self._style.form(section.kind)
        label, colon = (form.label, form.colon) if form else (None, False)
        return replace(self._opener.record(section), label=label, colon=colon, inline=False)

    def _with_number(self, record: Record) -> Record:
        """Numbers that are kept are written down, so that the gap of what is missing stays a gap; where they are given
        anew, nothing tells of an older one.
        """
        if not isinstance(record, AgendaItem):
            return record
        if self._board.closed_items is ClosedItems.RENUMBERED:
            return replace(record, moved_from=None)
        return replace(record, number_text=self._numbers[record.id], number_auto=False)

    def _left_out(self, open_records: list[Record]) -> LeftOut:
        kept = {(type(one), one.id) for one in open_records}
        shown = [(self._numbers[item.id] or "–", self._shown[item.id]) for item in self._items]
        papers = (one for one in self._records.all(Attachment) if self._is_of_meeting(one))
        people = (one for one in self._records.all(Attendance) if self._is_of_meeting(one))
        return LeftOut(
            items=tuple(number for number, how in shown if how is Shown.NOTHING),
            titled=tuple(number for number, how in shown if how is Shown.TITLE),
            attachments=sum((Attachment, one.id) not in kept for one in papers),
            people=sum((Attendance, one.id) not in kept for one in people),
            details=self._opener.withheld,
            private=dict(self._opener.taken),
        )


def contacts_of(records: Records, board: Board) -> Contacts:
    """The board's own list, without the addresses that a person has said are private."""
    private = (person.email for person in records.all(Person) if person.email_private and person.email)
    return Contacts.of(board.public_contacts, private)
