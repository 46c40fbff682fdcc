"""The text of a meeting as the archive would print it again, for comparing with what was read."""

from dataclasses import fields, is_dataclass
from enum import Enum

from referatdesk.domain.codes import MeetingStatus, SectionKind
from referatdesk.domain.decisions import Attachment, Decision
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import board_of, style_of
from referatdesk.domain.richtext import is_blank, plain_text
from referatdesk.services.order import by_sort
from referatdesk.services.wording import items as item_words


def strings(value, skipped=frozenset()):
    """Every text in a value, at any depth."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in skipped:
                yield from strings(getattr(value, field.name), skipped)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from strings(one, skipped)


def section_lines(label, text):
    return [line for line in (label, *text.split("\n")) if line.strip()]


def stored_lines(records, item, read):
    """The lines of an item's sections; `read` is the item of the draft that it was made of."""
    for _section, lines in stored_sections(records, item, {one.kind for one in read.sections}):
        yield from lines


def stored_sections(records, item, printed):
    """Each section with its lines; not those that wait empty for the day, of kinds that were not printed."""
    meeting = records.get(Meeting, item.meeting_id)
    board, style = board_of(records, meeting), style_of(records, meeting)
    decided = {one.section_id: one for one in records.all(Decision)}
    listed = by_sort(one for one in records.all(Attachment) if one.item_id == item.id and not one.mentioned_only)
    agenda = meeting.status is MeetingStatus.AGENDA_SENT
    for section in records.text(item.id).sections:
        if agenda and section.kind not in printed and is_ready_for_the_day(section, style):
            continue
        label = item_words.section_label(section, meeting, board, style, decided.get(section.id))
        text = plain_text(section.blocks)
        if section.kind is SectionKind.ATTACHMENTS and is_blank(section.blocks):
            text = "\n".join(item_words.attachment_line(one) for one in listed)
        yield section, section_lines(label, text)


def is_ready_for_the_day(section, style):
    """Whether the house made it, for what will be written at the meeting."""
    form = style.form(section.kind)
    live = section.kind in {SectionKind.MINUTES, SectionKind.DECISION}
    return live and is_blank(section.blocks) and form is not None and section.label == form.label
