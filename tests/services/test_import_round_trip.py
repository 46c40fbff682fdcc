"""Whatever was read is in the archive, comes out of it as it went in, and leaves nothing behind when it is undone."""

from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import chain

import pytest

from referatdesk.domain.agenda import in_order
from referatdesk.domain.changes import SHARED_TYPES
from referatdesk.domain.codes import MeetingStatus, SectionKind
from referatdesk.domain.decisions import Attachment, Decision
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.records import RecordSet, board_of, style_of
from referatdesk.domain.richtext import is_blank, plain_text
from referatdesk.services.exchange import dump, load
from referatdesk.services.importing import draft_to_change
from referatdesk.services.order import by_sort
from referatdesk.services.wording import items as item_words
from tests.services.desk import Desk
from tests.services.fictional_archive import assert_nothing_dangles, everything
from tests.services.made_up_drafts import made_up_draft

SEEDS = range(100)
NO_TEXT = "style doubts places parts id block_id item date board label number figure"
NOT_TEXT = frozenset(NO_TEXT.split())
"""What is no text of the document, or is printed anew: a label that follows board and date, a number that counts on."""


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


def read_lines(item):
    """The text of an item as it was read, in printed order."""
    for section in item.sections:
        papers = [one.title if one.listed and not one.number else one.raw for one in section.attachments]
        printed = "\n".join((*papers, plain_text(section.blocks)))
        label = f"{section.label}:" if section.label and section.colon else section.label or ""
        yield from section_lines(label, printed)


def is_ready_for_the_day(section, style):
    """Whether the house made it, for what will be written at the meeting."""
    form = style.form(section.kind)
    live = section.kind in {SectionKind.MINUTES, SectionKind.DECISION}
    return live and is_blank(section.blocks) and form is not None and section.label == form.label


def stored_lines(records, item, read):
    printed = {section.kind for section in read.sections}
    meeting = records.get(Meeting, item.meeting_id)
    decided = {one.section_id: one for one in records.all(Decision)}
    listed = by_sort(one for one in records.all(Attachment) if one.item_id == item.id and not one.mentioned_only)
    for section in records.text(item.id).sections:
        board, style = board_of(records, meeting), style_of(records, meeting)
        agenda = meeting.status is MeetingStatus.AGENDA_SENT
        if agenda and section.kind not in printed and is_ready_for_the_day(section, style):
            continue
        label = item_words.section_label(section, meeting, board, style, decided.get(section.id))
        text = plain_text(section.blocks)
        if section.kind is SectionKind.ATTACHMENTS and is_blank(section.blocks):
            text = "\n".join(item_words.attachment_line(one) for one in listed)
        yield from section_lines(label, text)


def archived(draft):
    records = RecordSet()
    change, _ = draft_to_change(records, draft)
    records.apply(change.pairs)
    return records


@pytest.mark.parametrize("seed", SEEDS)
def test_the_archive_holds_every_word_of_the_draft(seed):
    draft = made_up_draft(seed)
    records = archived(draft)
    assert_nothing_dangles(records)
    kept = "\n".join(
        chain.from_iterable(strings(one) for of_kind in everything(records).values() for one in of_kind.values())
    )
    missing = [text for text in strings(draft, NOT_TEXT) if text.strip() and text not in kept]
    assert missing == []


@pytest.mark.parametrize("seed", SEEDS)
def test_each_item_prints_what_was_read_in_the_order_in_which_it_was_read(seed):
    draft = made_up_draft(seed)
    records = archived(draft)
    read = [one for item in draft.items for one in (item, *item.children)]
    stored = in_order(records.all(AgendaItem))[: len(read)]
    for item, record in zip(read, stored, strict=True):
        assert record.title == item.title
        assert list(stored_lines(records, record, item)) == list(read_lines(item))


@pytest.mark.parametrize("seed", SEEDS)
def test_undone_nothing_of_it_is_left(seed):
    records = RecordSet()
    before = everything(records)
    change, _ = draft_to_change(records, made_up_draft(seed))
    records.apply(change.pairs)
    records.apply(change.turned.pairs)
    assert everything(records) == before


@pytest.fixture(scope="module")
def desks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archives")
    pair = Desk(folder / "fra.referatdesk"), Desk(folder / "til.referatdesk")
    yield pair
    for one in pair:
        one.close()


@pytest.mark.parametrize("seed", SEEDS[:25])
def test_dumped_and_loaded_it_is_the_same_meeting(desks, seed):
    source, target = desks
    change, meeting_id = draft_to_change(source.workspace, made_up_draft(seed))
    source.workspace.apply(change)
    source.save()
    data = dump(source.workspace, meeting_id)
    target.workspace.apply(load(target.workspace, data))
    target.save()
    assert dump(target.workspace, meeting_id) == data
    assert source.workspace.undo() is not None
    source.save()
    assert not any(source.workspace.all(kind) for kind in SHARED_TYPES)
    target.workspace.undo()
