"""Every fictional document on its way through the archive: nothing is lost, nothing stands twice, nothing moves."""

import re
from difflib import SequenceMatcher
from functools import cache
from itertools import chain
from typing import NamedTuple

import pytest

from referatdesk.domain.agenda import in_order
from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.changes import SHARED_TYPES
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.reading import Part
from referatdesk.domain.records import RecordSet
from referatdesk.services.archive.exchange import dump, load
from referatdesk.services.intake.importing import Answers, draft_to_change
from tests.documents.minutes.floors import printed_files, read
from tests.services.desk import Desk
from tests.services.fictional_archive import assert_nothing_dangles, everything
from tests.services.stored_text import stored_sections, strings

FILES = printed_files()
BY_ROW = frozenset({"implementeringsgruppe_tabel", "referat_i_tabel"})
"""Their items are the rows of one table, and the labels the heads of columns, printed once for all."""
IN_ORDER = frozenset(
    {
        Part.LABEL,
        Part.TEXT,
        Part.SUBHEADING,
        Part.POINT,
        Part.DECISION,
        Part.ATTACHMENT,
        Part.QUOTE,
        Part.TABLE,
    }
)
"""What is printed again as it stood; all other lines became facts: the head, people, headings, numbers of cases."""
DROPPED = frozenset({Part.CONTENTS, Part.LEFT_OUT})
"""The list of contents is made anew; and what the user said to leave out."""
CODED = frozenset({"beslutning", "orientering", "drøftelse", "journalnummer"})
"""How an item is to be treated is a code, and a number with this word before it is the number of its case."""
WORD = re.compile(r"\d+|[^\W\d_]+")
MARK = re.compile(r"\s*(?:[-–•·➢→]\s*|o\s+|\(?\d{1,3}[.)]\s+|\(?[a-zæøå][.)]\s+)", re.IGNORECASE)


class Archived(NamedTuple):
    source: object
    draft: object
    change: object
    meeting_id: str
    records: RecordSet


@cache
def archived(path):
    """Read once for all tests."""
    source, draft = read(path)
    records = RecordSet()
    answers = Answers(board_name=draft.head.board or "Rådet")
    change, meeting_id = draft_to_change(records, draft, answers=answers, source=source)
    records.apply(change.pairs)
    return Archived(source, draft, change, meeting_id, records)


def names(path):
    return path.name


def words(line):
    """Without the mark of a list, which is a fact of its line."""
    start = MARK.match(line)
    return WORD.findall(line[start.end() if start else 0 :].casefold())


def words_of(lines):
    return list(chain.from_iterable(words(line) for line in lines))


def printed_lines(one, parts):
    """The lines of the document that were taken for one of these."""
    for paragraph in one.source.paragraphs:
        if one.draft.parts.get(paragraph.place.line_from) in parts:
            yield from paragraph.text.split("\n")


def kept_lines(one):
    """Every section of every item in order; who was absent at it is a fact."""
    read_items = [item for whole in one.draft.items for item in (whole, *whole.children)]
    records = in_order(one.records.all(AgendaItem))[: len(read_items)]
    for item, record in zip(read_items, records, strict=True):
        for section, lines in stored_sections(one.records, record, {section.kind for section in item.sections}):
            if section.kind is not SectionKind.ABSENTEES:
                yield from lines


def held_words(one, *kinds):
    held = everything(one.records)
    records = chain.from_iterable(held[kind].values() for kind in kinds or held)
    return {word for text in strings(tuple(records)) for word in WORD.findall(text.casefold())}


@pytest.mark.parametrize("path", [path for path in FILES if path.stem not in BY_ROW], ids=names)
def test_the_archive_has_the_text_of_the_document_once_and_in_its_order(path):
    one = archived(path)
    printed, kept = words_of(printed_lines(one, IN_ORDER)), words_of(kept_lines(one))
    facts = held_words(one, AgendaItem, HouseStyle)
    steps = SequenceMatcher(None, printed, kept, autojunk=False).get_opcodes()
    added = [(printed[a:b], kept[c:d]) for step, a, b, c, d in steps if step in {"insert", "replace"}]
    assert added == []
    gone = [printed[a:b] for step, a, b, _c, _d in steps if step == "delete"]
    assert [lost for lost in gone if not all(word in facts or is_mark(word) for word in lost)] == []


def is_mark(word):
    """A list within a sentence has its marks as facts too."""
    return len(word) == 1 or (word.isdigit() and len(word) <= len("15"))


@pytest.mark.parametrize("path", FILES, ids=names)
def test_every_fact_of_the_document_is_held_by_the_archive(path):
    one = archived(path)
    held = held_words(one) | set(words_of(kept_lines(one))) | CODED
    facts = words_of(printed_lines(one, set(Part) - IN_ORDER - DROPPED))
    assert [word for word in facts if word not in held] == []


@pytest.mark.parametrize("path", FILES, ids=names)
def test_nothing_of_it_dangles_and_all_of_it_can_be_taken_back(path):
    one = archived(path)
    records = RecordSet()
    before = everything(records)
    records.apply(one.change.pairs)
    assert_nothing_dangles(records)
    records.apply(one.change.turned.pairs)
    assert everything(records) == before


@pytest.fixture(scope="module")
def desks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archives")
    pair = Desk(folder / "fra.referatdesk"), Desk(folder / "til.referatdesk")
    yield pair
    for one in pair:
        one.close()


@pytest.mark.parametrize("path", FILES, ids=names)
def test_dumped_and_loaded_into_a_fresh_archive_it_is_the_same_meeting(desks, path):
    source, target = desks
    one = archived(path)
    source.workspace.apply(one.change)
    source.save()
    data = dump(source.workspace, one.meeting_id)
    target.workspace.apply(load(target.workspace, data))
    target.save()
    assert dump(target.workspace, one.meeting_id) == data
    for desk in desks:
        desk.workspace.undo()
        desk.save()
        assert not any(desk.workspace.all(kind) for kind in SHARED_TYPES)
