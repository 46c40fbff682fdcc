"""Items that are treated together: one clock, one decision, one access."""

import pytest

from referatdesk.domain.codes import Access, ItemStatus
from referatdesk.services.course import course_decisions, treating
from referatdesk.services.course.course_times import minutes_of, times
from referatdesk.services.errors import UserError
from referatdesk.services.item import agenda
from referatdesk.services.lookup import lead_of
from tests.services.course.told import access, decision_text, plan, status


def test_a_closed_and_an_open_item_cannot_be_one_text(sitting, apply):
    apply(sitting, agenda.set_access(sitting, "three", Access.CLOSED))
    for pair in (("three", "two"), ("two", "three")):
        with pytest.raises(UserError) as raised:
            course_decisions.treat_together(sitting, *pair)
        assert raised.value.code == "item.join_closed"
    apply(sitting, agenda.set_access(sitting, "two", Access.CLOSED))
    assert course_decisions.treat_together(sitting, "three", "two")


@pytest.mark.parametrize("closed", ["two", "three"])
@pytest.mark.parametrize("how", [Access.CLOSED, Access.PARTLY])
def test_closing_one_of_those_treated_together_closes_both_in_one_step(sitting, apply, closed, how):
    apply(sitting, course_decisions.treat_together(sitting, "three", "two"))
    change = apply(sitting, agenda.set_access(sitting, closed, how))
    assert access(sitting, "two", "three") == [how, how]
    assert access(sitting, "one", "four") == [Access.OPEN, Access.OPEN]
    sitting.apply(change.turned.pairs)
    assert access(sitting, "two", "three") == [Access.OPEN, Access.OPEN]


def test_closing_an_item_closes_what_is_treated_together_with_its_sub_item(sitting, apply):
    apply(sitting, course_decisions.treat_together(sitting, "four", "sub"))
    apply(sitting, agenda.set_access(sitting, "two", Access.CLOSED))
    assert access(sitting, "two", "sub", "four") == [Access.CLOSED] * 3
    assert access(sitting, "three") == [Access.OPEN]


@pytest.mark.parametrize("looser", [Access.OPEN, Access.PARTLY])
def test_one_of_two_closed_items_is_opened_only_when_they_are_apart(sitting, apply, looser):
    apply(sitting, course_decisions.treat_together(sitting, "three", "two"))
    apply(sitting, agenda.set_access(sitting, "two", Access.CLOSED))
    with pytest.raises(UserError) as raised:
        agenda.set_access(sitting, "three", looser)
    assert raised.value.code == "item.one_text"
    apply(sitting, course_decisions.treat_alone(sitting, "three"))
    apply(sitting, agenda.set_access(sitting, "three", looser))
    assert access(sitting, "two", "three") == [Access.CLOSED, looser]


def test_what_stands_below_a_closed_item_is_no_text_of_an_open_one(sitting, apply):
    apply(sitting, agenda.set_access(sitting, "two", Access.PARTLY))
    with pytest.raises(UserError):
        course_decisions.treat_together(sitting, "three", "sub")


def test_an_item_is_not_moved_below_a_closed_one_away_from_what_it_is_treated_with(sitting, apply):
    apply(sitting, agenda.set_access(sitting, "two", Access.CLOSED))
    apply(sitting, course_decisions.treat_together(sitting, "four", "three"))
    with pytest.raises(UserError) as raised:
        agenda.move_item(sitting, "three", 0, parent_id="two")
    assert raised.value.code == "item.one_text"


def test_items_treated_together_share_the_clock_and_one_decision(sitting, at, apply):
    at(treating.go_on, "13:10:20")
    apply(sitting, course_decisions.treat_together(sitting, "three", "two"))
    assert decision_text(sitting, "three") == "Behandlet sammen med punkt 2."
    assert status(sitting, "three") is ItemStatus.IN_PROGRESS
    now = times(sitting, "meeting", "13:30:20")
    assert ([item.id for item in now.treated], now.used) == (["two", "three"], 20)
    at(treating.go_on, "13:30:20")
    assert (status(sitting, "two"), status(sitting, "three")) == (ItemStatus.DONE, ItemStatus.DONE)
    assert now.used == minutes_of(sitting, "three", "13:40:00")
    assert times(sitting, "meeting", "13:30:20").used_in_all == 30


def test_a_third_item_is_decided_under_the_first_of_them(sitting, apply):
    apply(sitting, course_decisions.treat_together(sitting, "three", "two"))
    apply(sitting, course_decisions.treat_together(sitting, "four", "three"))
    assert decision_text(sitting, "four") == "Behandlet sammen med punkt 2."


def test_two_pairs_that_are_put_together_are_led_by_one_item(sitting, apply):
    apply(sitting, course_decisions.treat_together(sitting, "three", "two"))
    apply(sitting, course_decisions.treat_together(sitting, "four", "sub"))
    apply(sitting, course_decisions.treat_together(sitting, "four", "three"))
    assert {lead_of(sitting, one).id for one in ("two", "sub", "three", "four")} == {"two"}
    assert decision_text(sitting, "sub") == "Behandlet sammen med punkt 2."


def test_an_item_that_fell_away_is_not_begun_with_what_it_was_put_together_with(sitting, at, apply):
    apply(sitting, course_decisions.treat_together(sitting, "three", "two"))
    apply(sitting, course_decisions.withdraw(sitting, "three"))
    at(treating.go_on, "13:10:20")
    assert [status(sitting, one) for one in ("two", "three")] == [ItemStatus.IN_PROGRESS, ItemStatus.WITHDRAWN]


def test_minutes_that_are_shared_are_counted_once(sitting, at, apply):
    plan(sitting, one=10, two=15, three=10, four=5)
    apply(sitting, course_decisions.treat_together(sitting, "three", "two"))
    at(treating.go_on, "13:10:20")
    now = times(sitting, "meeting", "13:20:20")
    assert (now.used, now.planned, now.used_in_all, now.planned_in_all) == (10, 25, 20, 40)
    assert now.ends == "13:40"
    at(treating.go_on, "13:40:20")
    assert sum(minutes_of(sitting, one, "13:40:20") for one in ("one", "two", "sub", "four")) == 40


def test_a_decision_that_is_written_is_not_written_over(sitting, apply):
    apply(sitting, course_decisions.treat_together(sitting, "two", "one"))
    assert decision_text(sitting, "two") == "Godkendt."


def test_an_item_that_stands_alone_again_says_nothing_of_the_other(sitting, apply):
    apply(sitting, course_decisions.treat_together(sitting, "three", "two"))
    apply(sitting, course_decisions.treat_alone(sitting, "two"))
    assert not course_decisions.is_together(sitting, "three")
    assert decision_text(sitting, "three") == ""


def test_what_was_withdrawn_does_not_begin_with_those_it_lies_with(sitting, apply):
    apply(sitting, treating.treat(sitting, "three", "14:00:00"))
    apply(sitting, course_decisions.treat_together(sitting, "four", "two"))
    apply(sitting, course_decisions.withdraw(sitting, "four"))
    apply(sitting, course_decisions.treat_together(sitting, "two", "three"))
    assert [status(sitting, one) for one in ("two", "three", "four")] == [
        ItemStatus.IN_PROGRESS,
        ItemStatus.IN_PROGRESS,
        ItemStatus.WITHDRAWN,
    ]
