"""The items of a draft as records: text, points, decisions with what they seem to have led to, papers, absences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from referatdesk.documents.reading.draft import DraftAttachment, DraftItem, DraftSection
from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.changes import Record
from referatdesk.domain.codes import (
    AttendanceStatus,
    BlockKind,
    DecisionScope,
    ItemKind,
    ItemStatus,
    Outcome,
    SectionKind,
)
from referatdesk.domain.decisions import Attachment, Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.ids import new_block_id, new_id
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, ItemText, Meeting, Section
from referatdesk.domain.presence import AWAY, absent_at
from referatdesk.domain.recommendation import item_point_blocks
from referatdesk.domain.richtext import Block, Blocks, is_blank, paragraph, plain_text
from referatdesk.services.matching import same_name
from referatdesk.services.outcomes import Line, point_outcomes, recognised
from referatdesk.services.wording.items import section_label
from referatdesk.services.wording.people import absence_line

_KINDS: tuple[tuple[str, ItemKind], ...] = (
    (r"eventuelt", ItemKind.ANY_OTHER),
    (r"godkendelse af (?:dagsorden(?:en)?)", ItemKind.APPROVE_AGENDA),
    (r"godkendelse af (?:referat(?:et)?|protokol(?:len)?)\b.*", ItemKind.APPROVE_MINUTES),
    (r"næste møde\b.*", ItemKind.NEXT_MEETING),
    (r"underskrift(?:sblad|sark|sside|er)?|digital underskrift", ItemKind.SIGNATURE),
    (r"spørgetid|spørgehalvtime(?:n)?", ItemKind.QUESTION_TIME),
    (r"velkomst\b.*", ItemKind.OPENING),
    (r"orientering(?:er)?|meddelelser|gensidig orientering", ItemKind.INFORMATION),
    (r"temadrøftelse\b.*", ItemKind.THEME_DEBATE),
)


@dataclass(frozen=True, slots=True)
class Around:
    """The meeting that the items belong to."""

    meeting: Meeting
    board: Board
    style: HouseStyle
    attendances: tuple[Attendance, ...]


def item_records(read: DraftItem, place: int, before: Sequence[DraftItem], around: Around) -> Iterator[Record]:
    """Every record of one item, each after those that it refers to."""
    item = _item(read, place, before, around)
    deviations = list(_deviations(read, item, around))
    sections = [(one, _section(one, read, around, deviations, item)) for one in read.sections]
    text = ItemText(id=item.id, meeting_id=item.meeting_id, sections=tuple(section for _, section in sections))
    points = [
        RecommendationPoint(id=new_id(), meeting_id=item.meeting_id, item_id=item.id, block_id=block.id, sort=at)
        for at, block in enumerate(item_point_blocks(text))
    ]
    yield item
    yield text
    yield from deviations
    yield from points
    decided = [(one, section) for one, section in sections if section.kind is _decision_kind(read, around)]
    yield from _decisions(item, decided, points, around)
    yield from _papers(read, item)


def loose_text(blocks: Blocks, place: int, around: Around) -> Iterator[Record]:
    """Text that belongs to no item, kept as the last one, without a number."""
    if is_blank(blocks):
        return
    first = plain_text(blocks).split("\n")[0]
    item = AgendaItem(
        id=new_id(),
        meeting_id=around.meeting.id,
        sort=place,
        number_auto=False,
        title=first if len(first) <= 120 else f"{first[:119]}…",
    )
    section = Section(id=new_block_id(), kind=SectionKind.CASE_TEXT, blocks=blocks)
    yield item
    yield ItemText(id=item.id, meeting_id=item.meeting_id, sections=(section,))


def _item(read: DraftItem, place: int, before: Sequence[DraftItem], around: Around) -> AgendaItem:
    last = next((_rank(one.figure) for one in reversed(before) if one.figure), 0)
    counted = read.figure == str(last + 1)
    decided = any(not is_blank(one.blocks) for one in read.of_kind(SectionKind.DECISION, SectionKind.MINUTES))
    return AgendaItem(
        id=new_id(),
        meeting_id=around.meeting.id,
        sort=place,
        number_text=None if counted else read.figure,
        number_auto=counted,
        kind=_kind(read.title),
        title=read.title,
        access=read.access,
        case_no=read.case_no,
        presenters=read.presenters,
        status=ItemStatus.DONE if decided else ItemStatus.NOT_BEGUN,
    )


def _rank(figure: str | None) -> int:
    digits = re.match(r"\d+", figure or "")
    return int(digits[0]) if digits else 0


def _kind(title: str) -> ItemKind:
    words = title.casefold().strip(" .")
    return next((kind for pattern, kind in _KINDS if re.fullmatch(pattern, words)), ItemKind.ITEM)


def _section(
    read: DraftSection, item: DraftItem, around: Around, deviations: Sequence[ItemAttendance], record: AgendaItem
) -> Section:
    section = Section(
        id=new_block_id(),
        kind=read.kind,
        label=read.label,
        colon=read.colon,
        inline=read.inline,
        blocks=read.blocks,
    )
    if read.kind is SectionKind.ABSENTEES:
        section = replace(section, blocks=_absence_text(read, around, deviations, record))
    elif read.kind is SectionKind.ATTACHMENTS:
        section = replace(section, blocks=_paper_text(read, item))
    return replace(section, label=_label(section, read, around))


def _label(section: Section, read: DraftSection, around: Around) -> str | None:
    """The house's own label where it prints what was printed, so that it follows board and date; else as printed."""
    form = around.style.form(section.kind)
    if form is None or form.label is None or read.label is None:
        return read.label
    decided = _named_decision(section.id, read, around)
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
    if read.people_raw == (by_rule,):
        return ()
    return tuple(paragraph(line) for line in read.people_raw)


def _paper_text(read: DraftSection, item: DraftItem) -> Blocks:
    """Nothing where the rows of the papers print it; the words of a list that says more, or that is not the first."""
    first = next(iter(item.of_kind(SectionKind.ATTACHMENTS)), None)
    if not read.attachments or (read is first and is_blank(read.blocks)):
        return read.blocks
    return (*(_paper_block(one) for one in read.attachments), *read.blocks)


def _paper_block(one: DraftAttachment) -> Block:
    return paragraph(one.title, BlockKind.BULLET if one.listed else BlockKind.PARAGRAPH)


def _papers(read: DraftItem, item: AgendaItem) -> Iterator[Attachment]:
    listed = [one for section in read.of_kind(SectionKind.ATTACHMENTS) for one in section.attachments]
    for place, one in enumerate(listed):
        yield Attachment(
            id=new_id(),
            meeting_id=item.meeting_id,
            item_id=item.id,
            sort=place,
            number_text=one.number,
            title=one.title,
            file_name=one.file_name,
            raw=one.raw if one.number else None,
        )


def _decision_kind(read: DraftItem, around: Around) -> SectionKind:
    """Where this item's decision stands: in the house's own section for it, or in the one that it has."""
    own = around.style.decision_kind
    other = SectionKind.MINUTES if own is SectionKind.DECISION else SectionKind.DECISION
    return other if not read.of_kind(own) and read.of_kind(other) else own


def _named_decision(section_id: str, read: DraftSection, around: Around) -> Decision:
    """The decision with the board and date of its label, where they are not the meeting's own."""
    other_board = read.board is not None and same_name(read.board) != same_name(around.board.name)
    return Decision(
        id=new_id(),
        meeting_id=around.meeting.id,
        item_id="",
        section_id=section_id,
        board_name=read.board if other_board else None,
        date=read.date if read.date != around.meeting.date else None,
    )


def _decisions(
    item: AgendaItem,
    sections: Sequence[tuple[DraftSection, Section]],
    points: Sequence[RecommendationPoint],
    around: Around,
) -> Iterator[Record]:
    """A decision for each section of one; the first is taken to answer the recommendation."""
    for place, (read, section) in enumerate(sections):
        lines = [Line(block.text, block.marker) for block in section.blocks]
        settled = point_outcomes(lines, len(points)) if place == 0 else {}
        decision = replace(
            _named_decision(section.id, read, around),
            item_id=item.id,
            sort=place,
            outcome=recognised(plain_text(section.blocks)),
            scope=DecisionScope.POINTS if settled and len(points) > 1 else DecisionScope.WHOLE,
        )
        yield decision
        yield from (_point_outcome(decision, points[at], outcome) for at, outcome in settled.items())


def _point_outcome(decision: Decision, point: RecommendationPoint, outcome: Outcome) -> PointOutcome:
    return PointOutcome(
        id=new_id(),
        meeting_id=decision.meeting_id,
        item_id=decision.item_id,
        decision_id=decision.id,
        point_id=point.id,
        outcome=outcome,
    )


def _deviations(read: DraftItem, item: AgendaItem, around: Around) -> Iterator[ItemAttendance]:
    """Where those named at the item are not those away from the meeting."""
    named = [person.name for section in read.of_kind(SectionKind.ABSENTEES) for person in section.people]
    found = [_listed(name, around) for name in named]
    if not named or any(one is None for one in found):
        return
    absent = {one.id for one in found if one is not None}
    for one in around.attendances:
        away = one.status in AWAY
        if away is not (one.id in absent):
            status = AttendanceStatus.PRESENT if away else AttendanceStatus.ABSENT
            yield ItemAttendance(
                id=new_id(), meeting_id=item.meeting_id, item_id=item.id, attendance_id=one.id, status=status
            )


def _listed(name: str, around: Around) -> Attendance | None:
    """The person of that name in the list; else the only one with the same first and last name."""
    exact = [one for one in around.attendances if same_name(one.name) == same_name(name)]
    if exact:
        return exact[0]
    words = same_name(name).split()
    ends = [one for one in around.attendances if _ends(same_name(one.name).split()) == _ends(words)]
    return ends[0] if len(ends) == 1 else None


def _ends(words: Sequence[str]) -> tuple[str, str]:
    return words[0], words[-1]
