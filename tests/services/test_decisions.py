from dataclasses import replace

import pytest

from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import DecisionScope, Outcome, SectionKind
from referatdesk.domain.decisions import Decision, PointOutcome
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services.decision import decisions
from referatdesk.services.item import texts


def outcomes(records, item_id):
    return {one.point_id: one.outcome for one in records.all(PointOutcome) if one.item_id == item_id}


def whole(records, item_id):
    return decisions.own_decision(records, item_id)


def words(records, item_id):
    return plain_text(records.text(item_id).of_kind(SectionKind.DECISION)[0].blocks)


def write(records, apply, sentence):
    apply(records, texts.set_blocks(records, "three", "three-dec", [paragraph(sentence)]))


def test_a_picked_outcome_is_confirmed(records, apply):
    apply(records, decisions.set_outcome(records, "three", Outcome.DISCUSSED))
    decision = whole(records, "three")
    assert (decision.outcome, decision.confirmed, decision.section_id) == (Outcome.DISCUSSED, True, "three-dec")


def test_another_outcome_takes_the_place_of_the_first(records, apply):
    apply(records, decisions.set_outcome(records, "two", Outcome.POSTPONED))
    assert [(one.id, one.outcome) for one in records.all(Decision)] == [("decision", Outcome.POSTPONED)]


def test_an_outcome_taken_back_leaves_the_decision_unclassified(records, apply):
    apply(records, decisions.set_outcome(records, "two", None))
    assert (whole(records, "two").outcome, whole(records, "two").confirmed) == (Outcome.UNCLASSIFIED, False)


def test_taking_back_what_was_never_said_changes_nothing(records):
    assert not decisions.set_outcome(records, "three", None)


def test_an_item_without_a_section_for_the_decision_gets_one(records, apply):
    apply(records, texts.remove_section(records, "three", "three-dec"))
    apply(records, decisions.set_outcome(records, "three", Outcome.NOTED))
    section = records.text("three").of_kind(SectionKind.DECISION)[0]
    assert whole(records, "three").section_id == section.id
    assert section.label == "Beslutning i {board} den {date}"


def test_what_another_board_decided_earlier_is_left_alone(records, apply):
    own = records.get(Decision, "decision")
    earlier = replace(own, id="earlier", board_name="Egeby Byråd", sort=5)
    records.apply([Pair(None, earlier)])
    apply(records, decisions.set_outcome(records, "two", Outcome.REJECTED))
    assert records.get(Decision, "earlier") == earlier
    assert records.get(Decision, "decision").outcome is Outcome.REJECTED


def test_a_point_gets_its_own_outcome_and_the_decision_is_by_points(records, apply):
    apply(records, decisions.set_point_outcome(records, "point-2", Outcome.POSTPONED))
    assert outcomes(records, "two") == {"point-1": Outcome.APPROVED, "point-2": Outcome.POSTPONED}
    assert whole(records, "two").scope is DecisionScope.POINTS


def test_once_all_points_agree_the_whole_has_their_class(records, apply):
    apply(records, decisions.set_point_outcome(records, "point-3", Outcome.REJECTED))
    assert whole(records, "three").outcome is Outcome.REJECTED
    apply(records, decisions.set_point_outcome(records, "point-3", None))
    assert whole(records, "three").outcome is Outcome.UNCLASSIFIED
    assert whole(records, "three").scope is DecisionScope.WHOLE
    assert outcomes(records, "three") == {}


def test_what_was_said_of_the_whole_apart_from_the_points_stays(records, apply):
    apply(records, decisions.set_outcome(records, "two", Outcome.APPROVED_CHANGED))
    apply(records, decisions.set_point_outcome(records, "point-2", Outcome.POSTPONED))
    assert whole(records, "two").outcome is Outcome.APPROVED_CHANGED


def test_leaving_a_point_open_that_is_open_changes_nothing(records):
    assert not decisions.set_point_outcome(records, "point-3", None)


def test_a_point_says_its_words(records):
    assert decisions.point_text(records, "point-2") == "Afsætter midler"


def test_open_points_are_those_nobody_decided(records, apply):
    assert [point.id for point in decisions.open_points(records, "two")] == ["point-2"]
    apply(records, decisions.set_point_outcome(records, "point-1", None))
    assert [point.id for point in decisions.open_points(records, "two")] == ["point-1", "point-2"]


def test_approving_all_approves_every_point_and_the_whole(records, apply):
    apply(records, decisions.approve_all(records, "two"))
    assert set(outcomes(records, "two").values()) == {Outcome.APPROVED}
    assert decisions.open_points(records, "two") == []
    assert whole(records, "two").outcome is Outcome.APPROVED


def test_approving_all_keeps_what_was_decided_otherwise(records, apply):
    apply(records, decisions.set_point_outcome(records, "point-1", Outcome.POSTPONED))
    apply(records, decisions.approve_all(records, "two"))
    assert outcomes(records, "two") == {"point-1": Outcome.POSTPONED, "point-2": Outcome.APPROVED}


@pytest.mark.parametrize("item_id", ["one", "sub", "four"])
def test_approving_an_item_without_points_approves_the_whole(records, apply, item_id):
    apply(records, decisions.approve_all(records, item_id))
    assert whole(records, item_id).outcome is Outcome.APPROVED
    assert outcomes(records, item_id) == {}


def test_an_outcome_says_its_sentence_where_nothing_is_written(records, apply):
    write(records, apply, "")
    apply(records, decisions.set_outcome(records, "three", Outcome.NOTED))
    assert words(records, "three") == "Taget til efterretning."
    apply(records, decisions.set_outcome(records, "three", Outcome.APPROVED))
    assert words(records, "three") == "Godkendt."
    apply(records, decisions.set_outcome(records, "three", None))
    assert words(records, "three") == ""


def test_an_outcome_is_told_before_what_the_secretary_wrote(records, apply):
    write(records, apply, "Gruppen mødes igen i maj.")
    apply(records, decisions.set_outcome(records, "three", Outcome.APPROVED))
    assert words(records, "three") == "Godkendt.\nGruppen mødes igen i maj."


def test_an_outcome_that_the_secretary_told_herself_is_not_told_again(records, apply):
    write(records, apply, "Indstillingen blev tiltrådt.")
    apply(records, decisions.set_outcome(records, "three", Outcome.APPROVED))
    assert words(records, "three") == "Indstillingen blev tiltrådt."


def test_what_was_agreed_is_for_the_secretary_to_write(records, apply):
    write(records, apply, "")
    apply(records, decisions.set_outcome(records, "three", Outcome.AGREED))
    assert words(records, "three") == ""


def test_approving_every_point_says_so(records, apply):
    write(records, apply, "")
    apply(records, decisions.approve_all(records, "three"))
    assert words(records, "three") == "Godkendt."


def test_an_item_without_a_section_gets_the_sentence_in_a_new_one(records, apply):
    apply(records, texts.remove_section(records, "three", "three-dec"))
    apply(records, decisions.set_outcome(records, "three", Outcome.POSTPONED))
    assert words(records, "three") == "Udsat."


def test_the_change_that_was_made_goes_when_the_point_is_approved_as_it_stands(records, apply):
    apply(records, decisions.set_point_outcome(records, "point-2", Outcome.APPROVED_CHANGED))
    apply(records, decisions.set_point_addition(records, "point-2", "at fristen er 1. maj"))
    apply(records, decisions.set_point_outcome(records, "point-2", Outcome.REJECTED))
    assert [one.text for one in records.all(PointOutcome) if one.point_id == "point-2"] == [None]


@pytest.mark.parametrize(("outcome", "kept"), [(Outcome.POSTPONED, "til næste møde"), (Outcome.APPROVED, None)])
def test_a_time_that_was_said_of_the_whole_goes_with_its_outcome(records, apply, outcome, kept):
    apply(records, decisions.set_outcome(records, "three", Outcome.POSTPONED))
    said = whole(records, "three")
    records.apply([Pair(said, replace(said, conditions="til næste møde"))])
    apply(records, decisions.set_outcome(records, "three", outcome))
    assert whole(records, "three").conditions == kept
