"""The course of a meeting × the words of the houses → exact Danish sentences."""

from dataclasses import replace

import pytest

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.codes import Access
from referatdesk.domain.meetings import AgendaItem, Meeting, TimeSpent
from referatdesk.services.course.changed_order import order_sentences
from referatdesk.services.wording import course

POINT = HouseStyle(id="a", name="Punktum", template="a.docx", time_pattern="HH.mm")
COLON = HouseStyle(id="b", name="Kolon", template="b.docx", time_pattern="HH:mm")
SAYS_KL = HouseStyle(id="c", name="Kl", template="c.docx", time_pattern="'kl.' HH.mm")


def item(name, number, moved=False, sort=0):
    return AgendaItem(
        id=name,
        meeting_id="m",
        sort=sort,
        title=f"Sag {name}",
        number_auto=False,
        number_text=number,
        moved_from=number if moved else None,
    )


def sentences(*order):
    """Items in the order in which they were treated: "5*" was moved, "-" has no number."""
    items = [
        item(f"{place}", None if told == "-" else told.rstrip("*"), told.endswith("*"), place)
        for place, told in enumerate(order)
    ]
    return [told.sentence for told in order_sentences(items, printed_numbers(items, True))]


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("1 2 3 4 5", []),
        ("1 2 5* 3 4", ["Punkt 5 blev behandlet før punkt 3."]),
        ("5* 1 2 3 4", ["Punkt 5 blev behandlet før punkt 1."]),
        ("1 2 4 5 3*", ["Punkt 3 blev behandlet efter punkt 5."]),
        ("1 3 2* 4 5", ["Punkt 2 blev behandlet efter punkt 3."]),
        ("1 3* 2 4 5", ["Punkt 3 blev behandlet før punkt 2."]),
        ("1 4* 5* 2 3", ["Punkt 4 og 5 blev behandlet før punkt 2."]),
        ("1 5* 4* 2 3", ["Punkt 5 og 4 blev behandlet før punkt 2."]),
        ("4* 5* 6* 1 2 3", ["Punkt 4, 5 og 6 blev behandlet før punkt 1."]),
        ("1 4 5 2* 3*", ["Punkt 2 og 3 blev behandlet efter punkt 5."]),
        ("3* 1 2 6* 4 5", ["Punkt 3 blev behandlet før punkt 1.", "Punkt 6 blev behandlet før punkt 4."]),
        ("5* 2 3 4 1*", ["Punkt 5 blev behandlet før punkt 2.", "Punkt 1 blev behandlet efter punkt 4."]),
        ("1 2 3* 4 5", []),
        ("9 12* 10 11", ["Punkt 12 blev behandlet før punkt 10."]),
        ("37 39* 38 40", ["Punkt 39 blev behandlet før punkt 38."]),
        ("1. 3.* 2.", ["Punkt 3 blev behandlet før punkt 2."]),
        ("1 2b* 2a 3", ["Punkt 2b blev behandlet før punkt 2a."]),
        ("1 - 3* 2", ["Punkt 3 blev behandlet før punkt 2."]),
        ("2 1 3", []),
    ],
)
def test_items_out_of_their_turn_are_told_by_their_numbers(order, told):
    assert sentences(*order.split()) == told


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ([("a", "5")], "punkt 5"),
        ([("a", "5.")], "punkt 5"),
        ([("a", "5"), ("b", "6")], "punkt 5 og 6"),
        ([("a", "4"), ("b", "5"), ("c", "8")], "punkt 4, 5 og 8"),
        ([("a", None)], "punktet ”Sag a”"),
        ([("a", "5"), ("b", None)], "punkt 5 og punktet ”Sag b”"),
        ([("a", None), ("b", None)], "punkterne ”Sag a” og ”Sag b”"),
        ([("a", "5"), ("b", None), ("c", None)], "punkt 5 og punkterne ”Sag b” og ”Sag c”"),
    ],
)
def test_several_items_are_named_together(named, words):
    assert course.several_words([(item(name, number), number) for name, number in named]) == words


@pytest.mark.parametrize(
    ("access", "public_title", "words"),
    [
        (Access.CLOSED, None, "et lukket punkt"),
        (Access.CLOSED, " ", "et lukket punkt"),
        (Access.CLOSED, "Ejendomssag", "punktet ”Ejendomssag”"),
        (Access.PARTLY, None, "et lukket punkt"),
        (Access.OPEN, "Ejendomssag", "punktet ”Sag a”"),
    ],
)
def test_no_sentence_elsewhere_tells_the_title_of_a_closed_item(access, public_title, words):
    closed = replace(item("a", None), access=access, public_title=public_title)
    assert course.item_words(closed, None) == words
    assert course.item_words(closed, "5") == "punkt 5"


@pytest.mark.parametrize(
    ("how_many", "words"),
    [(1, "et lukket punkt"), (2, "to lukkede punkter"), (3, "tre lukkede punkter"), (12, "12 lukkede punkter")],
)
def test_closed_items_without_a_number_are_counted(how_many, words):
    closed = [(replace(item(f"{place}", None), access=Access.CLOSED), None) for place in range(how_many)]
    assert course.several_words(closed) == words
    sentence = course.added_late(course.several_words([(item("a", "5"), "5"), *closed]))
    assert sentence == f"Punkt 5 og {words} blev sat på dagsordenen på mødet."
    assert all(course.is_told_as_added(sentence, one, None) for one, _number in closed)


@pytest.mark.parametrize(
    ("text", "number", "told"),
    [
        ("Punkt 5 blev sat på dagsordenen på mødet.", "5", True),
        ("Godkendt.\nPunkt 4, 5 og 6 blev sat på dagsordenen på mødet.", "5.", True),
        ("Punkt 4 og 6 blev sat på dagsordenen på mødet.", "5", False),
        ("Punkt 15 blev sat på dagsordenen på mødet.", "5", False),
        ("Punktet ”Plan 5 for 2028” blev sat på dagsordenen på mødet.", "5", False),
        ("Punkt 4 og punktet ”Sag a” blev sat på dagsordenen på mødet.", None, True),
        ("Punkt 4 og punktet “Sag a” blev sat på dagsordenen på mødet.", None, True),
        ("Punkterne ”Sag b” og ”Sag a” blev sat på dagsordenen på mødet.", None, True),
        ("Punkterne ”Sag b” og ”Sag c” blev sat på dagsordenen på mødet.", None, False),
        ("Punktet blev sat på dagsordenen på mødet.", None, False),
        ("Punkt 5 blev behandlet før punkt 3.", "5", False),
    ],
)
def test_whether_an_item_is_told_to_have_been_added(text, number, told):
    assert course.is_told_as_added(text, item("a", number), number) is told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (course.treated_with("punkt 4"), "Behandlet sammen med punkt 4."),
        (course.treated_with("punkt 4 og 5"), "Behandlet sammen med punkt 4 og 5."),
        (course.treated_with("punktet ”Budget”"), "Behandlet sammen med punktet ”Budget”."),
        (course.added_late("punkt 7"), "Punkt 7 blev sat på dagsordenen på mødet."),
        (course.added_late("punkt 7 og 8"), "Punkt 7 og 8 blev sat på dagsordenen på mødet."),
        (course.added_late("punktet ”Budget”"), "Punktet ”Budget” blev sat på dagsordenen på mødet."),
        (course.added_late("to lukkede punkter"), "To lukkede punkter blev sat på dagsordenen på mødet."),
        (course.added_late("et lukket punkt"), "Et lukket punkt blev sat på dagsordenen på mødet."),
        (course.ADDED, "Punktet blev sat på dagsordenen på mødet."),
        (course.treated_before("punkt 5 og 6", "punkt 3"), "Punkt 5 og 6 blev behandlet før punkt 3."),
        (course.treated_after("punkt 2", "punktet ”Budget”"), "Punkt 2 blev behandlet efter punktet ”Budget”."),
    ],
)
def test_sentences_are_exact_danish(words, sentence):
    assert words == sentence


@pytest.mark.parametrize(
    ("style", "closed", "paused"),
    [
        (POINT, "Mødet blev hævet kl. 15.42.", "Der blev holdt pause fra kl. 14.00 til kl. 14.15."),
        (COLON, "Mødet blev hævet kl. 15:42.", "Der blev holdt pause fra kl. 14:00 til kl. 14:15."),
        (SAYS_KL, "Mødet blev hævet kl. 15.42.", "Der blev holdt pause fra kl. 14.00 til kl. 14.15."),
    ],
)
def test_times_are_printed_by_the_pattern_of_the_house(style, closed, paused):
    meeting = Meeting(id="m", board_id="b", end_actual="15:42")
    spent = TimeSpent(id="t", meeting_id="m", began="14:00:10", ended="14:15:50")
    assert (course.closing(meeting, style), course.paused(spent, style)) == (closed, paused)


def test_nothing_is_told_of_what_has_not_ended():
    meeting = Meeting(id="m", board_id="b", end_planned="16:00")
    spent = TimeSpent(id="t", meeting_id="m", began="14:00:10")
    assert (course.closing(meeting, POINT), course.paused(spent, POINT)) == ("", "")


def test_a_break_that_was_over_within_the_minute_is_none():
    spent = TimeSpent(id="t", meeting_id="m", began="14:00:10", ended="14:00:50")
    assert course.paused(spent, POINT) == ""
