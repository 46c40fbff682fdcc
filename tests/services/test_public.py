"""What is published of a meeting: nothing closed, nothing private, and all that is open."""

from dataclasses import fields, is_dataclass, replace

import pytest

from referatdesk.domain import boards, decisions, meetings, reading, richtext, writing
from referatdesk.domain.changes import RECORD_TYPES
from referatdesk.domain.codes import Access, ClosedItems, LinkKind, SectionKind
from referatdesk.domain.decisions import Attachment, ItemLink
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.domain.records import RecordSet
from referatdesk.services.checks import check_meeting
from referatdesk.services.errors import UserError
from referatdesk.services.output import exporting
from referatdesk.services.output.exporting import build, prepare
from referatdesk.services.output.outputs import Kind
from referatdesk.services.public.fields import FACTS, WITHHELD, WORDS
from referatdesk.services.public.version import LeftOut, PublicVersion, public_version
from tests.documents.word.building import parts_of
from tests.services.printed_meeting import CREATED, TEXTS, block, item, printed_meeting, section

SENTENCE = "Palle Nørre får en advarsel for sin opførsel i kantinen."
NESTED = {
    value
    for module in (boards, meetings, richtext)
    for value in vars(module).values()
    if is_dataclass(value) and value.__module__ == module.__name__ and value not in RECORD_TYPES
}


def closed_case(**fields_of_item):
    """The usual meeting, with a closed item between two open ones."""
    own = ItemText(
        id="closed",
        meeting_id="m",
        sections=(
            section(SectionKind.CASE_TEXT, "Sagsfremstilling", block("x1", SENTENCE)),
            section(SectionKind.DECISION, "Beslutning", block("x2", "Sagen sluttes uden videre i al stilhed.")),
        ),
    )
    listed = [
        item("one", 0, "Nabohjælp", theme_id="t", case_no="27/310"),
        item("closed", 1, "Personalesagen i kantinen", access=Access.CLOSED, **fields_of_item),
        item("two", 2, "Eventuelt", theme_id="t"),
    ]
    return printed_meeting(*listed, own, *TEXTS)


def with_board(records, **fields_of_board):
    return RecordSet(
        replace(one, **fields_of_board) if isinstance(one, boards.Board) else one
        for kind in RECORD_TYPES
        for one in records.all(kind)
    )


def words_of(records, **choices):
    content = build(prepare(records, "m", created=CREATED, **choices), number_pages=False)
    return b"".join(parts_of(content).values()).decode(errors="ignore")


def test_a_closed_item_is_absent_from_a_publication_and_in_a_copy_for_review():
    public, full = words_of(closed_case()), words_of(closed_case(), kind=Kind.REVIEW)
    for words in (SENTENCE, "Personalesagen", "stilhed"):
        assert words not in public
        assert words in full
    assert "Nabohjælp" in public


@pytest.mark.parametrize(
    ("rule", "number"), [(ClosedItems.GAP, "3"), (ClosedItems.RENUMBERED, "2"), (ClosedItems.TITLED, "3")]
)
def test_the_number_of_a_closed_item_stays_a_gap_or_is_used_again(rule, number):
    public = public_version(with_board(closed_case(), closed_items=rule), "m")
    assert public.left_out.items == ("2",)
    assert f"Punkt {number}: Eventuelt" in words_of(with_board(closed_case(), closed_items=rule))


@pytest.mark.parametrize("is_told", [False, True])
def test_a_closed_item_is_told_by_its_neutral_title_where_board_and_item_say_so(is_told):
    records = closed_case(public_title="En personalesag", decision_public=is_told)
    assert "En personalesag" not in words_of(records)
    public = words_of(with_board(records, closed_items=ClosedItems.TITLED))
    assert "Punkt 2: En personalesag" in public
    assert ("i al stilhed" in public) is is_told
    assert "kantinen" not in public


CLOSED_KINDS = {
    boards.Organisation,
    boards.Person,
    boards.Membership,
    boards.StandingItem,
    reading.ReadingHabit,
    writing.Snippet,
    writing.OwnWord,
    meetings.TimeSpent,
    decisions.Disqualification,
    decisions.MoneyAmount,
    decisions.ItemLink,
    reading.Comment,
}
"""Kinds of records of which nothing is published."""


def test_every_field_of_every_record_was_decided_on():
    for kind in (*RECORD_TYPES, *NESTED):
        lists = [one.get(kind, frozenset()) for one in (FACTS, WORDS, WITHHELD)]
        decided = frozenset().union(*lists)
        assert sum(map(len, lists)) == len(decided), f"{kind.__name__} has a field in two lists"
        if kind in CLOSED_KINDS:
            assert not decided, kind.__name__
        else:
            assert decided == {field.name for field in fields(kind)}, f"decide on the fields of {kind.__name__}"
    assert {richtext.Run, meetings.Presenter} <= NESTED
    assert reading.Comment in CLOSED_KINDS
    assert decisions.Vote in FACTS


@pytest.mark.parametrize(("rule", "told"), [(ClosedItems.GAP, "4"), (ClosedItems.RENUMBERED, None)])
def test_where_the_open_items_are_numbered_anew_no_older_number_is_told(rule, told):
    records = printed_meeting(item("one", 0, "Nabohjælp", moved_from="4"))
    public = public_version(with_board(records, closed_items=rule), "m").records.get(AgendaItem, "one")
    assert public.moved_from == told


def test_a_finished_file_that_says_something_closed_is_refused(monkeypatch):
    def everything(records, meeting_id):
        return PublicVersion(records, LeftOut())

    monkeypatch.setattr(exporting, "public_version", everything)
    with pytest.raises(UserError) as raised:
        words_of(closed_case())
    assert (raised.value.code, raised.value.data) == ("public.closed_text", {"where": "text", "item": "2"})


def test_a_closed_paper_on_an_open_item_is_left_out():
    records = printed_meeting(
        Attachment(id="a1", meeting_id="m", item_id="one", title="Lønseddel for Palle", access=Access.CLOSED)
    )
    assert "Lønseddel" not in words_of(records)
    assert public_version(records, "m").left_out.attachments == 1


def test_what_stands_below_a_closed_item_is_closed_too():
    records = closed_case()
    below = item("below", 0, "Oplæg om stier", parent_id="closed")
    changed = RecordSet([*(one for kind in RECORD_TYPES for one in records.all(kind)), below])
    assert "Oplæg om stier" not in words_of(changed)
    assert len(public_version(changed, "m").left_out.items) == 2
    assert all(one.id != "below" for one in public_version(changed, "m").records.all(AgendaItem))


@pytest.mark.parametrize("rule", ClosedItems)
@pytest.mark.parametrize("pair", [("one", "closed"), ("closed", "one")])
def test_an_open_item_that_shares_its_text_with_a_closed_one_is_left_out_with_it(rule, pair):
    records = closed_case(public_title="En sag", decision_public=True)
    link = ItemLink(id="l", meeting_id="m", item_id=pair[0], kind=LinkKind.TREATED_WITH, to_item_id=pair[1])
    torn = RecordSet([*(one for kind in RECORD_TYPES for one in records.all(kind)), link])
    words = words_of(with_board(torn, closed_items=rule))
    for told in (SENTENCE, "Personalesagen", "stilhed", "En sag"):
        assert told not in words
    assert [one.title for one in public_version(torn, "m").records.all(AgendaItem)] == ["Eventuelt"]
    assert public_version(torn, "m").left_out.items == ("1", "1.1", "2")
    assert [one.item_id for one in check_meeting(torn, "m") if one.code == "item.one_text"] == ["one", "closed"]


def test_two_closed_items_that_share_their_text_are_told_as_each_of_them_is():
    records = closed_case(public_title="En personalesag", decision_public=False)
    second = item("second", 3, "Lønsagen", access=Access.CLOSED)
    link = ItemLink(id="l", meeting_id="m", item_id="second", kind=LinkKind.TREATED_WITH, to_item_id="closed")
    both = RecordSet([*(one for kind in RECORD_TYPES for one in records.all(kind)), second, link])
    words = words_of(with_board(both, closed_items=ClosedItems.TITLED))
    assert "Punkt 2: En personalesag" in words
    for told in ("stilhed", "Lønsagen", "kantinen"):
        assert told not in words


@pytest.mark.parametrize(
    ("link", "is_kept"),
    [
        ("mailto:post@egeby.example", True),
        ("mailto:post@egeby.example?subject=Nabohj%C3%A6lp", True),
        ("mailto:post@egeby.example?cc=palle@privat.example", False),
        ("mailto:palle%40privat.example", False),
        ("https://egeby.example/kort?fra=2027", True),
        ("https://egeby.example/svar?til=palle%40privat.example", False),
    ],
)
def test_a_link_is_published_where_no_part_of_its_address_is_private(link, is_kept):
    linked = richtext.Block(id="linked", runs=(richtext.Run("Læs mere", link=link),))
    text = ItemText(id="one", meeting_id="m", sections=(section(SectionKind.CASE_TEXT, "Sag", linked),))
    words = words_of(with_board(printed_meeting(item("one", 0, "Nabohjælp"), text), public_contacts=("egeby.example",)))
    assert "Læs mere" in words
    assert (link in words) is is_kept
