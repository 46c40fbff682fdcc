"""The items of a draft as records: headings and themes, text, points and papers, and what each item led to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from referatdesk.documents.reading.draft import Draft, DraftItem, DraftSection
from referatdesk.documents.reading.words.marks import typed_mark
from referatdesk.domain.changes import Record
from referatdesk.domain.codes import ItemKind, ItemStatus, SectionKind
from referatdesk.domain.decisions import RecommendationPoint
from referatdesk.domain.ids import new_block_id, new_id
from referatdesk.domain.meetings import AgendaItem, ItemAttendance, ItemText, Section, Theme
from referatdesk.domain.presence import absent_at
from referatdesk.domain.recommendation import item_point_blocks
from referatdesk.domain.richtext import Block, Blocks, is_blank, paragraph, plain_text
from referatdesk.services.intake.head import Around
from referatdesk.services.intake.links import links
from referatdesk.services.intake.matters import Deciding, deciding, matters, named_decision
from referatdesk.services.intake.papers import kind_of, paper_records, paper_text
from referatdesk.services.intake.presence import presences
from referatdesk.services.item.sections import new_section, placed
from referatdesk.services.wording.items import section_label
from referatdesk.services.wording.people import absence_line

_WRITTEN_LIVE = (SectionKind.MINUTES, SectionKind.DECISION)
LONGEST_TITLE = 120


@dataclass(slots=True)
class _Numbers:
    """The numbers that the agenda would count by itself, as far as it has been read (see `printed_numbers`)."""

    sub_numbers: bool
    above: str | None = None
    last: dict[str | None, int] = field(default_factory=dict)

    def next_of(self, parent: str | None) -> str | None:
        if parent is not None and not self.sub_numbers:
            return None
        count = str(self.last.get(parent, 0) + 1)
        return f"{self.above}.{count}" if parent is not None and self.above else count

    def note(self, parent: str | None, printed: str | None) -> None:
        digits = re.findall(r"\d+", (printed or "").rstrip(".").rpartition(".")[2])
        if digits:
            self.last[parent] = int("".join(digits))
        if parent is None:
            self.above = printed


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a draft's items became: every record, each after those it refers to, and which item each was read to."""

    records: tuple[Record, ...]
    items: tuple[tuple[DraftItem, AgendaItem], ...]


def read_agenda(draft: Draft, around: Around) -> Agenda:
    """Themes, items with all that hangs on them, and what could be placed nowhere."""
    themes = [
        Theme(id=new_id(), meeting_id=around.meeting.id, sort=place, prefix=one.prefix, title=one.title)
        for place, one in enumerate(draft.themes)
    ]
    listed = tuple(_items(draft, around, themes))
    by_figure = {read.figure: item.id for read, item in listed if read.figure}
    made: list[Record] = [*themes, *(item for _, item in listed)]
    for read, item in listed:
        made += _item_records(read, item, around)
        made += links(read, item, by_figure, around.known_meetings, around.known_boards)
    return Agenda((*made, *loose_text(draft.unplaced, len(draft.items), around)), listed)


def _items(draft: Draft, around: Around, themes: Sequence[Theme]) -> Iterator[tuple[DraftItem, AgendaItem]]:
    numbers = _Numbers(around.style.sub_numbers)
    for place, read in enumerate(draft.items):
        item = _item(read, place, None, numbers, around)
        yield read, replace(item, theme_id=None if read.theme is None else themes[read.theme].id)
        for below, child in enumerate(read.children):
            yield child, _item(child, below, item.id, numbers, around)


def _item(read: DraftItem, place: int, parent_id: str | None, numbers: _Numbers, around: Around) -> AgendaItem:
    counted = numbers.next_of(parent_id) == read.figure
    numbers.note(parent_id, read.figure)
    decided = any(not is_blank(one.blocks) for one in read.of_kind(SectionKind.DECISION, SectionKind.MINUTES))
    return AgendaItem(
        id=new_id(),
        meeting_id=around.meeting.id,
        parent_id=parent_id,
        sort=place,
        number_text=None if counted else read.figure,
        number_auto=counted,
        kind=_kind(read, parent_id),
        title_prefix=read.title_prefix,
        title=read.title,
        title_colon=read.title_colon,
        access=read.access,
        treatment=read.treatment,
        case_no=read.case_no,
        presenters=read.presenters,
        status=ItemStatus.DONE if decided and not around.is_agenda else ItemStatus.NOT_BEGUN,
        added_late=read.added_late,
        heading_raw=read.heading,
        case_no_raw=read.case_no_raw,
    )


def _kind(read: DraftItem, parent_id: str | None) -> ItemKind:
    """A plain item below another is a sub-item."""
    return ItemKind.SUBITEM if read.kind is ItemKind.ITEM and parent_id is not None else read.kind


def _item_records(read: DraftItem, item: AgendaItem, around: Around) -> Iterator[Record]:
    """The text of an item and every record of it."""
    noted = list(presences(read, item, around))
    deviations = [one for one in noted if isinstance(one, ItemAttendance)]
    written = tuple(_section(one, read, around, deviations, item) for one in read.sections)
    text = ItemText(id=item.id, meeting_id=item.meeting_id, sections=_ready_for_the_day(written, around))
    points = [
        RecommendationPoint(id=new_id(), meeting_id=item.meeting_id, item_id=item.id, block_id=block.id, sort=at)
        for at, block in enumerate(item_point_blocks(text))
    ]
    yield text
    yield from noted
    yield from points
    sections = [Deciding(one, section) for one, section in zip(read.sections, written, strict=True)]
    yield from matters(read, item, deciding(read, sections, around), points, around)
    yield from paper_records(read, item)


def _ready_for_the_day(sections: tuple[Section, ...], around: Around) -> tuple[Section, ...]:
    """An agenda gets the sections in which the house writes at the meeting, still empty."""
    if not around.is_agenda:
        return sections
    there = {section.kind for section in sections}
    for form in around.style.sections:
        if form.standard and form.kind in _WRITTEN_LIVE and form.kind not in there:
            sections = placed(sections, new_section(around.style, form.kind), around.style)
    return sections


def loose_text(blocks: Blocks, place: int, around: Around) -> Iterator[Record]:
    """Text that belongs to no item, kept as the last one, without a number."""
    if is_blank(blocks):
        return
    first = plain_text(blocks).strip().split("\n")[0]
    item = AgendaItem(
        id=new_id(),
        meeting_id=around.meeting.id,
        sort=place,
        number_auto=False,
        title=first if len(first) <= LONGEST_TITLE else f"{first[: LONGEST_TITLE - 1]}…",
    )
    section = Section(id=new_block_id(), kind=SectionKind.CASE_TEXT, blocks=blocks)
    yield item
    yield ItemText(id=item.id, meeting_id=item.meeting_id, sections=(section,))


def _section(
    read: DraftSection, item: DraftItem, around: Around, deviations: Sequence[ItemAttendance], record: AgendaItem
) -> Section:
    section = Section(
        id=new_block_id(),
        kind=kind_of(read, item),
        label=read.label,
        colon=read.colon,
        inline=read.inline,
        blocks=read.blocks,
    )
    if read.kind is SectionKind.ABSENTEES:
        section = replace(section, blocks=_absence_text(read, around, deviations, record))
    elif read.attachments:
        section = replace(section, blocks=paper_text(read, item))
    return replace(section, label=_label(section, read, around))


def _label(section: Section, read: DraftSection, around: Around) -> str | None:
    """The house's own label where it prints what was printed, so that it follows board and date; else as printed."""
    form = around.style.form(section.kind)
    if form is None or form.label is None or read.label is None:
        return read.label
    decided = named_decision(section.id, "", read, around)
    anew = replace(section, label=form.label, colon=False)
    printed = section_label(anew, around.meeting, around.board, around.style, decided)
    return form.label if printed == read.label else read.label


def _absence_text(
    read: DraftSection, around: Around, deviations: Sequence[ItemAttendance], record: AgendaItem
) -> Blocks:
    """Nothing where the rule prints the same from the attendance; else the lines as they were printed."""
    if not read.people:
        return read.blocks
    by_rule = absence_line(absent_at(record.id, around.attendances, deviations), around.style)
    if read.people_raw == (by_rule,) and is_blank(read.blocks):
        return ()
    return (*(_absentee(line) for line in read.people_raw), *read.blocks)


def _absentee(line: str) -> Block:
    mark = typed_mark(line)
    return paragraph(line[mark.length :], mark.kind) if mark else paragraph(line)
