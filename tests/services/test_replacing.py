"""Words are found and replaced in every text of a meeting, in one step."""

from dataclasses import replace

import pytest

from referatdesk.domain.codes import Access, BlockKind, CaptionPosition, SectionKind
from referatdesk.domain.meetings import AgendaItem, ItemText, Section
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import Block, Cell, Run, Table, paragraph, plain_text
from referatdesk.services.writing.replacing import Query, items_in_order, matches_in, replaced

MEETING = "m"


def item(item_id, title, *blocks, sort=0, access=Access.OPEN):
    section = Section(id=f"s-{item_id}", kind=SectionKind.DECISION, blocks=blocks)
    return (
        AgendaItem(id=item_id, meeting_id=MEETING, title=title, sort=sort, access=access),
        ItemText(id=item_id, meeting_id=MEETING, sections=(section,)),
    )


def table(*cells, **fields):
    rows = (tuple(Cell((paragraph(cell),)) for cell in cells),)
    return Block(id="t", kind=BlockKind.TABLE, table=Table(rows=rows, header_rows=0, **fields))


@pytest.fixture
def records():
    return RecordSet(
        [
            *item("b", "Budget", paragraph("Egeby betaler. Egebys andel er uændret."), table("Egeby", "2"), sort=1),
            *item("a", "Egeby Sundhedshus", paragraph("Huset  ligger i egeby."), access=Access.CLOSED),
        ]
    )


def found(records, query):
    return [match for one in items_in_order(records, MEETING) for match in matches_in(records, one, query)]


def after(records, change):
    records.apply(change.pairs)
    return {one.id: (one.title, plain_text(records.text(one.id).sections[0].blocks)) for one in records.all(AgendaItem)}


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (Query("egeby"), 5),
        (Query("Egeby", match_case=True), 4),
        (Query("egeby", whole_words=True), 4),
        (Query("Egeby", whole_words=True, match_case=True), 3),
        (Query("huset ligger"), 1),
        (Query("eby."), 1),
        (Query("(.*"), 0),
    ],
)
def test_what_is_found_goes_by_case_and_whole_words(records, query, count):
    assert len(found(records, query)) == count


def test_it_is_found_in_the_order_of_the_agenda_titles_first_and_closed_items_too(records):
    first, second, *_rest, last = found(records, Query("egeby"))
    assert (first.item_id, first.section_id) == ("a", None)
    assert (second.item_id, second.section_id) == ("a", "s-a")
    assert last.item_id == "b"


def test_all_are_replaced_in_one_change(records):
    change = replaced(records, found(records, Query("egeby", whole_words=True)), "Klitved")
    assert after(records, change) == {
        "a": ("Klitved Sundhedshus", "Huset  ligger i Klitved."),
        "b": ("Budget", "Klitved betaler. Egebys andel er uændret.\nKlitved\t2"),
    }
    records.apply(change.turned.pairs)
    assert found(records, Query("klitved")) == []


def test_one_alone_is_replaced(records):
    change = replaced(records, found(records, Query("egeby"))[:1], "Klitved")
    assert after(records, change)["a"] == ("Klitved Sundhedshus", "Huset  ligger i egeby.")


def test_the_words_keep_the_form_of_what_they_replace():
    runs = (Run("Vi "), Run("godk", bold=True), Run("endte"), Run(" det."))
    records = RecordSet(item("a", "A", replace(paragraph(""), runs=runs)))
    (match,) = found(records, Query("godkendte"))
    records.apply(replaced(records, [match], "udsatte").pairs)
    assert records.text("a").sections[0].blocks[0].runs == (Run("Vi "), Run("udsatte", bold=True), Run(" det."))


def test_words_can_be_taken_away(records):
    records.apply(replaced(records, found(records, Query(" betaler")), "").pairs)
    assert plain_text(records.text("b").sections[0].blocks).startswith("Egeby. Egebys")


@pytest.mark.parametrize(
    ("position", "order"), [(CaptionPosition.BEFORE, ["t", "cell"]), (CaptionPosition.AFTER, ["cell", "t"])]
)
def test_the_caption_of_a_table_is_found_where_it_is_read_and_replaced(position, order):
    records = RecordSet(item("c", "Sager", table("Egeby", caption="Tabel 1: Egeby", caption_position=position)))
    matches = found(records, Query("egeby"))
    assert [match.block_id if match.block_id == "t" else "cell" for match in matches] == order
    change = replaced(records, matches, "Klitved")
    assert after(records, change)["c"][1].split("\n") == [
        "Tabel 1: Klitved" if one == "t" else "Klitved" for one in order
    ]
    records.apply(change.turned.pairs)
    assert len(found(records, Query("egeby"))) == 2


def test_a_table_without_a_caption_has_none_afterwards():
    records = RecordSet(item("c", "Sager", table("Egeby")))
    records.apply(replaced(records, found(records, Query("egeby")), "Klitved").pairs)
    assert records.text("c").sections[0].blocks[0].table.caption is None
