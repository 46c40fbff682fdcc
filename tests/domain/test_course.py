import pytest

from referatdesk.domain.codes import ItemStatus, LinkKind
from referatdesk.domain.course import (
    is_out_of_turn,
    is_planned,
    minutes_later,
    next_item,
    running,
    seconds_between,
    seconds_spent,
    together,
)
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.meetings import AgendaItem, TimeSpent

DONE, TO_COME, NOW = ItemStatus.DONE, ItemStatus.NOT_BEGUN, "14:00:00"


def agenda(*states, **fields):
    return [
        AgendaItem(id=str(number), meeting_id="m", sort=number, title=f"Sag {number}", status=state, **fields)
        for number, state in enumerate(states, 1)
    ]


def stretch(item_id, began, ended):
    return TimeSpent(id=f"{item_id}-{began}", meeting_id="m", item_id=item_id, began=began, ended=ended)


@pytest.mark.parametrize(
    ("began", "ended", "seconds"),
    [
        ("13:00:00", "13:00:00", 0),
        ("13:00:10", "13:12:40", 750),
        ("13:00", "13:12:40", 760),
        ("23:50:00", "00:10:00", 1200),
        ("13:10:00", "12:10:30", 0),
        ("03:00:00", "02:00:00", 0),
    ],
)
def test_a_clock_that_is_set_back_never_gives_less_than_nothing(began, ended, seconds):
    assert seconds_between(began, ended) == seconds


def test_what_goes_on_counts_up_to_now():
    done, pause = stretch("1", "13:00:00", "13:10:00"), stretch(None, "13:10:00", "13:20:00")
    spent = [done, pause, stretch("1", "13:50:00", None)]
    assert seconds_spent(spent, {"1"}, NOW) == 20 * 60
    assert seconds_spent(spent, {None}, NOW) == 10 * 60
    assert running(spent) is spent[-1]


def test_a_stretch_over_which_the_clock_was_set_back_loses_nothing_of_the_others():
    spent = [stretch("1", "13:00:00", "13:10:00"), stretch("1", "13:10:00", "12:15:00"), stretch("1", "12:15:00", None)]
    assert seconds_spent(spent, {"1"}, "12:20:00") == 15 * 60


@pytest.mark.parametrize(("time", "later"), [("13:50:59", "14:05"), ("23:50:00", "00:05")])
def test_an_end_is_told_as_a_time_of_day(time, later):
    assert minutes_later(time, 15) == later


def test_the_next_item_is_the_first_that_is_still_to_come():
    items = agenda(DONE, ItemStatus.IN_PROGRESS, ItemStatus.WITHDRAWN, ItemStatus.POSTPONED, TO_COME, TO_COME)
    assert next_item(items, "2").id == "5"


def test_what_was_passed_over_comes_when_the_last_item_is_done():
    items = agenda(DONE, TO_COME, DONE, ItemStatus.IN_PROGRESS)
    assert next_item(items, "4").id == "2"


def test_nothing_comes_after_the_last_item():
    assert next_item(agenda(DONE, ItemStatus.IN_PROGRESS), "2") is None


def test_an_item_is_out_of_turn_while_others_wait_before_it():
    items = agenda(DONE, ItemStatus.IN_PROGRESS, TO_COME, TO_COME)
    assert not is_out_of_turn(items, "2", items[2])
    assert is_out_of_turn(items, "2", items[3])
    assert not is_out_of_turn(items, "2", items[0])


def test_items_treated_together_are_found_from_each_of_them():
    items = agenda(TO_COME, TO_COME, TO_COME, TO_COME)
    links = [
        ItemLink(id="a", meeting_id="m", item_id="3", kind=LinkKind.TREATED_WITH, to_item_id="2"),
        ItemLink(id="b", meeting_id="m", item_id="4", kind=LinkKind.TREATED_WITH, to_item_id="3"),
        ItemLink(id="c", meeting_id="m", item_id="1", kind=LinkKind.REFERS_ITEM, to_item_id="2"),
    ]
    for item_id in ("2", "3", "4"):
        assert [item.id for item in together(links, items, item_id)] == ["2", "3", "4"]
    assert [item.id for item in together(links, items, "1")] == ["1"]


def test_all_is_planned_where_a_parent_or_its_sub_items_have_their_minutes():
    parent = AgendaItem(id="1", meeting_id="m", title="Sag", minutes_planned=10)
    child = AgendaItem(id="1.1", meeting_id="m", parent_id="1", title="Del")
    assert is_planned([parent, child])
    assert not is_planned([parent, child, *agenda(TO_COME, TO_COME)[1:]])
