"""Outcomes that are offered from what is typed, and put in force only when they are taken."""

from dataclasses import replace

import pytest

from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import DecisionBasis, DecisionScope, Outcome
from referatdesk.services.decision import decisions
from referatdesk.services.decision.suggesting import suggestion, take
from tests.services.fictional_archive import everything
from tests.services.recommending import GODKENDT, ITEM, UDSAT, outcomes, points, recommend, settle, write, written


@pytest.fixture
def three(records):
    recommend(records)
    return records


def offered(records):
    found = suggestion(records, ITEM)
    if found is None:
        return None
    places = {point: place for place, point in enumerate(points(records), start=1)}
    return {places[point]: outcome for point, outcome in found.points.items()} or found.outcome


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Punkt 1 og 2 godkendes, 3 udsættes", {1: GODKENDT, 2: GODKENDT, 3: UDSAT}),
        ("1 godkendes, 2 tages til efterretning, 3 afvises", {1: GODKENDT, 2: Outcome.NOTED, 3: Outcome.REJECTED}),
        ("Indstillingen blev godkendt enstemmigt", dict.fromkeys((1, 2, 3), GODKENDT)),
        ("Indstilling 2 blev ikke godkendt", {2: Outcome.REJECTED}),
        ("Rådet drøftede sagen", Outcome.DISCUSSED),
        ("Merete Aaby bød velkommen", None),
        ("", None),
    ],
)
def test_what_is_typed_is_offered(three, typed, expected):
    write(three, typed)
    assert offered(three) == expected


def test_an_offer_sets_nothing(three):
    write(three, "Punkt 1 og 2 godkendes, 3 udsættes")
    before = everything(three)
    suggestion(three, ITEM)
    assert everything(three) == before


def test_taking_it_settles_the_points_and_leaves_the_words(three, apply):
    write(three, "Punkt 1 og 2 godkendes, 3 udsættes")
    apply(three, take(three, ITEM, suggestion(three, ITEM)))
    decision = decisions.own_decision(three, ITEM)
    assert outcomes(three) == [GODKENDT, GODKENDT, UDSAT]
    assert (decision.outcome, decision.scope, decision.confirmed) == (
        Outcome.UNCLASSIFIED,
        DecisionScope.POINTS,
        True,
    )
    assert written(three) == ["Punkt 1 og 2 godkendes, 3 udsættes"]
    assert suggestion(three, ITEM) is None


def test_taking_the_whole_settles_every_open_point(three, apply):
    settle(three, 3, UDSAT)
    write(three, "Rådet drøftede sagen")
    three.apply([Pair(one, replace(one, confirmed=False)) for one in [decisions.own_decision(three, ITEM)]])
    apply(three, take(three, ITEM, suggestion(three, ITEM)))
    assert outcomes(three) == [Outcome.DISCUSSED, Outcome.DISCUSSED, UDSAT]


def test_taking_it_notes_on_what_grounds_it_was_decided(three, apply):
    write(three, "Indstillingen blev enstemmigt godkendt.")
    apply(three, take(three, ITEM, suggestion(three, ITEM)))
    assert decisions.own_decision(three, ITEM).basis is DecisionBasis.UNANIMOUS


def test_only_what_differs_from_the_ledger_is_offered(three):
    settle(three, 1, GODKENDT)
    write(three, "Punkt 1 godkendes, 2 udsættes")
    assert offered(three) == {2: UDSAT}


def test_words_that_follow_the_ledger_offer_nothing(three):
    three.apply(decisions.approve_all(three, ITEM).pairs)
    assert suggestion(three, ITEM) is None


def test_what_was_recognised_on_reading_is_offered_until_it_is_taken(records, apply):
    decision = decisions.own_decision(records, "two")
    records.apply([Pair(decision, replace(decision, confirmed=False))])
    write_two = records.text("two").section("two-dec")
    assert write_two.blocks[0].text == "Godkendt."
    found = suggestion(records, "two")
    assert set(found.points.values()) == {GODKENDT}
    apply(records, take(records, "two", found))
    assert decisions.own_decision(records, "two").confirmed
    assert suggestion(records, "two") is None
