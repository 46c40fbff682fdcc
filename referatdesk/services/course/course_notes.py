"""Sentences about the course of the meeting, proposed for the place in the minutes where houses print them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.changes import Change, Pair, altered
from referatdesk.domain.codes import ItemKind, MeetingStatus, SectionKind
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting
from referatdesk.domain.records import Records, style_of
from referatdesk.domain.richtext import is_blank, paragraph, plain_text, walk
from referatdesk.services.course.added_late import late_sentence
from referatdesk.services.course.changed_order import order_sentences
from referatdesk.services.course.treating import spent_of
from referatdesk.services.decision.linked_words import rewritten
from referatdesk.services.item.texts import ensure_section
from referatdesk.services.lookup import items_of
from referatdesk.services.wording import course
from referatdesk.services.wording.course import ToldEnd


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence that is not written yet, and the item and section that it is proposed for."""

    item_id: str
    kind: SectionKind
    sentence: str
    instead_of: str = ""
    """A sentence that stands there and is told by this one too."""
    instead_at: str | None = None
    """The item at which that one stands, where it is another."""


def unwritten_notes(records: Records, meeting_id: str) -> list[Note]:
    return [note for note in _notes(records, meeting_id) if not _is_written(records.text(note.item_id), note.sentence)]


def write_note(records: Records, note: Note) -> Change:
    """The sentence as the last paragraph of its section, or where that stands which it takes the place of."""
    item = records.get(AgendaItem, note.item_id)
    pairs: tuple[Pair, ...]
    if note.instead_of and note.instead_at is None:
        pairs = _sentence_replaced(records, note.item_id, note.instead_of, [note.sentence])
    else:
        pairs = sentence_added(records, note.item_id, note.kind, note.sentence)
    if note.instead_at is not None:
        pairs = (*_sentence_replaced(records, note.instead_at, note.instead_of, []), *pairs)
    return Change("course.note", pairs, item.title)


def closing_note(records: Records, meeting: Meeting) -> Note | None:
    """When the meeting was closed, unless the minutes tell of it in somebody's own words; `meeting` as it is then.

    What was written of an earlier end gives way to it.
    """
    items, style = in_order(items_of(records, meeting.id)), style_of(records, meeting)
    sentence = course.closing(meeting, style)
    if not sentence or not items or meeting.status is MeetingStatus.IN_SESSION:
        return None
    told = [(item.id, end) for item in items for end in _told_ends(records.text(item.id))]
    if any(end.is_edited or end.line == sentence for _item, end in told):
        return None
    kind, last = _kind_of_the_clock(style), items[-1].id
    if not told:
        return Note(last, kind, sentence)
    at, end = told[-1]
    return Note(last, kind, sentence, end.line, at if at != last else None)


def _told_ends(text: ItemText) -> Iterator[ToldEnd]:
    """By paragraph: only a whole one can be replaced."""
    for section in text.sections:
        for block in walk(section.blocks):
            yield from course.told_ends(block.text)


def _sentence_replaced(records: Records, item_id: str, sentence: str, by: Sequence[str]) -> tuple[Pair, ...]:
    stood = records.text(item_id)
    sections = tuple(replace(one, blocks=rewritten(one.blocks, [sentence], by)) for one in stood.sections)
    return altered([(stood, replace(stood, sections=sections))])


def sentence_added(records: Records, item_id: str, kind: SectionKind, sentence: str) -> tuple[Pair, ...]:
    """The item's text with the sentence behind what stands in the section, which is made where there is none."""
    stood = records.text(item_id)
    change, section_id = ensure_section(records, item_id, kind)
    text = next((pair.after for pair in change.pairs if isinstance(pair.after, ItemText)), stood)
    section = next(one for one in text.sections if one.id == section_id)
    above = () if is_blank(section.blocks) else section.blocks
    written = replace(section, blocks=(*above, paragraph(sentence)))
    after = replace(text, sections=tuple(written if one is section else one for one in text.sections))
    return altered([(stood, after)])


def _is_written(text: ItemText, sentence: str) -> bool:
    return sentence in _words(text)


def _words(text: ItemText) -> str:
    return "\n".join(plain_text(section.blocks) for section in text.sections)


def _kind_of_the_clock(style: HouseStyle) -> SectionKind:
    return SectionKind.MINUTES if style.form(SectionKind.MINUTES) else style.decision_kind


def _notes(records: Records, meeting_id: str) -> Iterator[Note]:
    meeting = records.get(Meeting, meeting_id)
    style = style_of(records, meeting)
    items = in_order(items_of(records, meeting_id))
    if not items:
        return
    numbers = printed_numbers(items, style.sub_numbers)
    approval = next((item.id for item in items if item.kind is ItemKind.APPROVE_AGENDA), None)
    for told in order_sentences(items, numbers):
        yield Note(approval or told.item_id, style.decision_kind, told.sentence)
    yield from _of_added(records, style, items, numbers, approval)
    yield from _of_the_clock(records, meeting, style, items[-1].id)


def _of_added(
    records: Records,
    style: HouseStyle,
    items: Sequence[AgendaItem],
    numbers: Mapping[str, str | None],
    approval: str | None,
) -> Iterator[Note]:
    if approval is None:
        yield from (Note(item.id, style.decision_kind, course.ADDED) for item in items if item.added_late)
        return
    late = late_sentence(_words(records.text(approval)), items, numbers)
    if late is not None:
        yield Note(approval, style.decision_kind, late.sentence, late.instead_of)


def _of_the_clock(records: Records, meeting: Meeting, style: HouseStyle, last: str) -> Iterator[Note]:
    closing = closing_note(records, meeting)
    if closing is not None:
        yield closing
    spent = spent_of(records, meeting.id)
    left = {one.ended: one.item_id for one in spent if one.item_id is not None}
    for one in spent:
        sentence = course.paused(one, style) if one.item_id is None else ""
        if sentence:
            yield Note(left.get(one.began) or last, _kind_of_the_clock(style), sentence)
