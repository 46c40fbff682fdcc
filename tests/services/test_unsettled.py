"""What a meeting has not settled yet."""

from dataclasses import replace

import pytest

from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import ItemStatus, Outcome
from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import AgendaItem
from referatdesk.services.decision import decisions
from referatdesk.services.decision.unsettled import Unsettled, unsettled
from tests.services.recommending import ITEM, recommend, settle, write


@pytest.fixture
def three(records):
    recommend(records)
    return records


def test_open_points_and_an_empty_decision_are_found(three):
    assert unsettled(three, "meeting") == {
        "two": Unsettled(open_points=1),
        "sub": Unsettled(has_decision=False),
        ITEM: Unsettled(open_points=3, has_decision=False),
    }


def test_every_settled_point_counts(three):
    settle(three, 2, Outcome.POSTPONED)
    assert unsettled(three, "meeting")[ITEM] == Unsettled(open_points=2)


def test_a_whole_that_was_decided_leaves_no_point_open(three):
    write(three, "Drøftet.")
    decision = Decision(
        id="as-read", meeting_id="meeting", item_id=ITEM, section_id="three-dec", outcome=Outcome.DISCUSSED
    )
    three.apply([Pair(None, decision)])
    assert ITEM not in unsettled(three, "meeting")
    assert decisions.open_points(three, ITEM) == []


@pytest.mark.parametrize("status", [ItemStatus.WITHDRAWN, ItemStatus.POSTPONED])
def test_what_is_not_treated_lacks_nothing(three, status):
    item = three.get(AgendaItem, ITEM)
    three.apply([Pair(item, replace(item, status=status))])
    assert ITEM not in unsettled(three, "meeting")


def test_welcome_and_any_other_business_ask_for_no_decision(three):
    assert not {"one", "four"} & unsettled(three, "meeting").keys()


def test_the_count_of_an_item_is_that_of_its_open_points(three):
    settle(three, 1, Outcome.APPROVED)
    lacking = unsettled(three, "meeting")
    assert all(len(decisions.open_points(three, item)) == one.open_points for item, one in lacking.items())
