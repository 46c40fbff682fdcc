"""Every case of presence in every form of a house, word for word."""

from dataclasses import replace

import pytest

from referatdesk.domain.codes import AttendanceForm, ItemStatus, PresenceForm, SubstitutionKind
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.presence import Course
from referatdesk.services.board.house_styles import builtin_style
from referatdesk.services.wording.people import in_the_run, presence
from referatdesk.services.wording.presence import Told, genitive, item_words
from referatdesk.services.wording.presence_head import head_sentences
from referatdesk.services.wording.presence_list import absentees_line, as_listed
from referatdesk.services.wording.presence_running import running_sentences
from tests.documents.reading.test_people import read_people
from tests.services.wording.presence_cases import MOVES
from tests.services.wording.presence_cast import MEMBERS, came, stand_in, with_
from tests.services.wording.presence_list_cases import IN_THE_LIST, LISTED, SEATS_OF_OTHERS
from tests.services.wording.presence_seat_cases import SEATS

CASES = (*MOVES, *SEATS)
STYLE = replace(builtin_style("sagsfremstilling"), time_pattern="HH.mm", absence_suffix="(afbud)", presence_forms=())
ITEMS = tuple(AgendaItem(id=str(number), meeting_id="m", sort=number, title=f"Sag {number}") for number in range(1, 8))


def told(people=MEMBERS, noted=(), rulings=(), style=STYLE, items=ITEMS):
    numbers = {item.id: item.number_text or item.id for item in items if item.number_text != ""}
    course = Course(people, [item.id for item in items], noted)
    return Told(course, items, numbers, style, "Sundhedsråd Østfjord", rulings)


def of(case):
    return told(case.people, case.noted, case.rulings)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_below_the_list_at_the_top(case):
    assert tuple(head_sentences(of(case))) == case.head


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_in_the_minutes_with_the_time(case):
    for item, sentences in case.running.items():
        assert tuple(one.words for one in running_sentences(of(case), str(item))) == sentences


@pytest.mark.parametrize("case", [case for case in CASES if case.line], ids=lambda case: case.name)
def test_in_the_line_under_each_item(case):
    for item, words in case.line.items():
        absent = of(case).course.absent_at(str(item))
        assert absentees_line(of(case), str(item), absent) == words


@pytest.mark.parametrize(("noted", "one", "beside", "told_below"), LISTED)
def test_behind_the_name_in_the_list(noted, one, beside, told_below):
    for form, words in ((PresenceForm.ITEM_LINE, beside), (PresenceForm.HEAD, told_below)):
        house = replace(STYLE, presence_forms=(form,))
        assert presence(as_listed(told((one,), noted, style=house), one), house) == words


@pytest.mark.parametrize("form", list(AttendanceForm), ids=str)
def test_a_stand_in_from_an_item_on_in_every_form_of_the_list(form):
    name, since = IN_THE_LIST[form]
    house = replace(STYLE, attendance_form=form, presence_forms=(PresenceForm.ITEM_LINE,))
    people = with_(stand_in())
    listed = as_listed(told(people, (came("Ida", 3),), style=house), people[-1])
    assert in_the_run(listed, house, {one.id: one for one in people}) == f"{name} {since}"


@pytest.mark.parametrize(("kind", "title", "is_listed", "words"), SEATS_OF_OTHERS)
def test_whose_seat_somebody_has_is_said_as_in_the_sentence_and_read_again(kind, title, is_listed, words):
    one = replace(stand_in(kind=kind, whose="Palle" if is_listed else None), title=title)
    house = replace(STYLE, attendance_form=AttendanceForm.LIST)
    printed = in_the_run(one, house, {each.id: each for each in MEMBERS})
    assert printed == f"Ida Vester, Klitved Kommune {words}"
    (read,) = (each for each in read_people([printed]) if each.name == "Ida Vester")
    assert read.stands_in_for == words.partition(" for ")[2].rstrip(")")
    assert read.substitution is (SubstitutionKind.ALTERNATE if "suppleant" in words else kind)


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Merete Aaby", "Merete Aabys"),
        ("Palle Nørre", "Palle Nørres"),
        ("Tove Bonde Friis", "Tove Bonde Friis'"),
        ("Bo Marx", "Bo Marx'"),
        ("Karl Schwartz", "Karl Schwartz'"),
        ("Åse Åkjær", "Åse Åkjærs"),
    ],
)
def test_whose_it_is(name, whose):
    assert genitive(name) == whose


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ("4", "punkt 4"),
        ("45", "punkt 4 og 5"),
        ("456", "punkt 4–6"),
        ("13567", "punkt 1, 3 og 5–7"),
        ("1236", "punkt 1–3 og 6"),
        ("1234567", "punkt 1–7"),
        ("246", "punkt 2, 4 og 6"),
    ],
)
def test_items_in_words(items, words):
    assert item_words(told(), items) == words


def test_an_item_without_a_number_is_named_by_its_title():
    items = (replace(ITEMS[0], title="Velkomst", number_text=""), *ITEMS[1:])
    assert item_words(told(items=items), "134") == "punkt 3 og 4 og punktet ”Velkomst”"


def test_what_was_not_treated_is_not_missed():
    items = (*ITEMS[:4], replace(ITEMS[4], status=ItemStatus.WITHDRAWN), *ITEMS[5:])
    assert item_words(told(items=items), "4567") == "punkt 4, 6 og 7"


def test_what_stands_under_an_item_goes_with_it():
    below = AgendaItem(id="2a", meeting_id="m", parent_id="2", title="Oplæg", number_text="2.1")
    items = (*ITEMS[:2], below, *ITEMS[2:])
    assert item_words(told(items=items), ["2", "2a", "3"]) == "punkt 2 og 3"
    assert item_words(told(items=items), ["2a"]) == "punkt 2.1"
