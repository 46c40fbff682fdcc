"""Reading decisions aloud: the stamp, what has been changed since, and what the room may see."""

from dataclasses import replace

import pytest

from referatdesk.domain.changes import Change, Pair, altered
from referatdesk.domain.codes import Access
from referatdesk.domain.decisions import Decision, Statement
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services.aloud.reading_aloud import LABEL, changed_items, changes_since, read_at, stamp
from referatdesk.services.aloud.reading_slides import slide
from referatdesk.services.item import texts
from referatdesk.services.word_differences import Fate
from tests.services.fictional_archive import line


def write(records, apply, words, item_id="two", section_id="two-dec"):
    blocks = tuple(line(f"w{place}", text) for place, text in enumerate(words.split("\n"))) if words else ()
    apply(records, texts.set_blocks(records, item_id, section_id, blocks))


def test_a_stamp_keeps_what_was_read_and_when(records, apply):
    write(records, apply, "Planen blev godkendt.\nSagen tages op til maj.")
    change = apply(records, stamp(records, "two", "14:12"))
    decision = records.get(Decision, "decision")
    assert (change.label, decision.read_aloud_at) == (LABEL, "14:12")
    assert decision.read_aloud_text == "Planen blev godkendt.\nSagen tages op til maj."
    assert read_at(records, "two") == "14:12"


def test_a_decision_that_is_only_words_gets_its_record_with_the_stamp(records, apply):
    write(records, apply, "Budgettet blev godkendt.", "three", "three-dec")
    apply(records, stamp(records, "three", "14:12"))
    made = next(one for one in records.all(Decision) if one.item_id == "three")
    assert (made.section_id, made.read_aloud_text) == ("three-dec", "Budgettet blev godkendt.")


@pytest.mark.parametrize("item_id", ["one", "four"])
def test_without_words_there_is_nothing_to_read(records, item_id):
    assert not stamp(records, item_id, "14:12")


def test_reading_again_at_the_same_time_is_no_change(records, apply):
    apply(records, stamp(records, "two", "14:12"))
    assert not stamp(records, "two", "14:12")


def test_a_change_after_the_reading_is_marked_until_it_is_read_again(records, apply):
    apply(records, stamp(records, "two", "14:12"))
    assert changed_items(records) == frozenset()
    write(records, apply, "Godkendt med ændringer.")
    assert changed_items(records) == {"two"}
    assert [(one.fate, one.text) for one in changes_since(records, "two")] == [
        (Fate.SAME, "Godkendt"),
        (Fate.NEW, " med ændringer"),
        (Fate.SAME, "."),
    ]
    apply(records, stamp(records, "two", "14:20"))
    assert changed_items(records) == frozenset()


def test_changed_back_it_is_what_was_read(records, apply):
    apply(records, stamp(records, "two", "14:12"))
    write(records, apply, "Noget andet.")
    write(records, apply, "  Godkendt. ")
    assert changes_since(records, "two") == ()


def test_a_decision_that_was_taken_away_after_the_reading_is_marked_too(records, apply):
    apply(records, stamp(records, "two", "14:12"))
    write(records, apply, "")
    assert [one.fate for one in changes_since(records, "two")] == [Fate.GONE]


def test_what_was_never_read_is_never_marked(records, apply):
    write(records, apply, "Budgettet blev godkendt.", "three", "three-dec")
    write(records, apply, "Budgettet blev udsat.", "three", "three-dec")
    assert changes_since(records, "three") == ()


def page(records, item_id, **wanted):
    return slide(records, records.get(Meeting, "meeting"), item_id, **wanted)


def test_the_room_is_welcomed_where_there_is_no_item(records):
    welcome = page(records, "")
    assert (welcome.board, welcome.date, welcome.title, welcome.decision) == (
        "Sundhedsråd Østfjord",
        "2027-02-04",
        "",
        (),
    )


def test_the_room_sees_the_decision_its_points_and_what_was_entered_for_somebody(records):
    shown = page(records, "two")
    assert (shown.number, shown.title) == ("2", "Lægehus i Egeby")
    assert plain_text(shown.decision) == "Godkendt."
    assert plain_text(shown.points) == "Godkender planen\nAfsætter midler"
    assert shown.statements == (("Afvigende mening: Merete Aaby", "Merete Aaby ønskede en anden plan."),)
    assert shown.label == "Beslutning"


def test_a_statement_that_stands_in_the_decision_is_not_shown_twice(records, apply):
    write(records, apply, "Godkendt. Merete Aaby ønskede en anden plan.")
    assert page(records, "two").statements == ()


def words_of(shown):
    return repr(shown)


@pytest.mark.parametrize("access", [Access.CLOSED, Access.PARTLY])
def test_of_a_closed_item_the_room_sees_nothing_but_that_it_is_one(records, apply, access):
    item = records.get(AgendaItem, "two")
    apply(records, Change("item.access", altered([(item, replace(item, access=access))])))
    apply(records, texts.set_blocks(records, "two", "two-case", (paragraph("Hemmelige noter."),)))
    shown = page(records, "two")
    assert shown.is_hidden
    for secret in ("Lægehus", "Godkend", "Afsætter", "anden plan", "Hemmelige"):
        assert secret not in words_of(shown)
    assert plain_text(page(records, "two", shows_closed=True).decision) == "Godkendt."


def test_what_stands_below_a_closed_item_is_closed_too(records, apply):
    above, below = records.get(AgendaItem, "three"), records.get(AgendaItem, "two")
    apply(records, Change("item.move", altered([(below, replace(below, parent_id="three"))])))
    assert not page(records, "two").is_hidden
    apply(records, Change("item.access", altered([(above, replace(above, access=Access.CLOSED))])))
    assert page(records, "two").is_hidden
    assert "Lægehus" not in words_of(page(records, "two"))


def test_a_closed_item_is_named_by_its_public_title_alone(records, apply):
    item = records.get(AgendaItem, "three")
    apply(records, Change("item.access", altered([(item, replace(item, access=Access.CLOSED))])))
    shown = page(records, "three")
    assert (shown.title, shown.number) == ("En sag", "3")
    assert "Budget" not in words_of(shown)


def test_the_room_never_sees_notes(records, apply):
    apply(records, texts.set_blocks(records, "two", "two-case", (paragraph("Kun for os."),)))
    own = Statement(id="empty", meeting_id="meeting", item_id="two", kind=records.all(Statement)[0].kind, text=" ")
    apply(records, Change("statement.add", (Pair(None, own),)))
    assert "Kun for os." not in words_of(page(records, "two"))
    assert len(page(records, "two").statements) == 1
