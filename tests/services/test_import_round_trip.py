"""Whatever was read is in the archive, comes out of it as it went in, and leaves nothing behind when it is undone."""

from dataclasses import replace
from itertools import chain

import pytest

from referatdesk.documents.reading.draft import Draft, DraftAttachment, DraftHead, DraftItem, DraftSection
from referatdesk.domain.agenda import in_order
from referatdesk.domain.changes import SHARED_TYPES
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import plain_text
from referatdesk.services.archive.exchange import dump, load
from referatdesk.services.intake.importing import draft_to_change
from tests.services.desk import Desk
from tests.services.fictional_archive import assert_nothing_dangles, everything
from tests.services.made_up_drafts import made_up_draft
from tests.services.stored_text import section_lines, stored_lines, strings

SEEDS = range(100)
NO_TEXT = "style doubts places parts id block_id item date board label number figure"
NOT_TEXT = frozenset(NO_TEXT.split())
"""What is no text of the document, or is printed anew: a label that follows board and date, a number that counts on."""


def read_lines(item):
    """The text of an item as it was read, in printed order."""
    for section in item.sections:
        papers = [one.title if one.listed and not one.number else one.raw for one in section.attachments]
        printed = "\n".join((*papers, plain_text(section.blocks)))
        label = f"{section.label}:" if section.label and section.colon else section.label or ""
        yield from section_lines(label, printed)


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


def test_papers_are_not_printed_once_more_below_a_second_heading_that_stands_alone():
    place = made_up_draft(0).items[0].place
    heading = DraftSection(kind=SectionKind.ATTACHMENTS, place=place, label="Bilag")
    papers = replace(heading, attachments=(DraftAttachment(title="Plan", raw="Plan", place=place, listed=True),))
    item = DraftItem(title="Plan for klinikken", heading="1. Plan for klinikken", place=place, figure="1")
    for sections in ((heading, papers), (papers, heading)):
        draft = Draft(
            style="sagsfremstilling",
            head=DraftHead(board="Sundhedsråd Østfjord"),
            items=(replace(item, sections=sections),),
        )
        records = archived(draft)
        lines = list(stored_lines(records, records.all(AgendaItem)[0], draft.items[0]))
        assert lines == list(read_lines(draft.items[0]))
        assert lines.count("Plan") == 1


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
