from referatdesk.domain.codes import FollowUpState, Precision
from referatdesk.domain.decisions import FollowUp
from referatdesk.services import follow_ups


def test_a_promise_is_tied_to_the_decision_of_its_item(records, apply):
    change, new = follow_ups.add_follow_up(records, "two", "Indkalder", responsible=("Lærke Bang",), due="2027-06-18")
    apply(records, change)
    promise = records.get(FollowUp, new)
    assert (promise.decision_id, promise.responsible, promise.sort) == ("decision", ("Lærke Bang",), 1)
    assert (promise.due, promise.due_precision) == ("2027-06-18", Precision.DAY)


def test_a_promise_needs_neither_decision_nor_date(records, apply):
    change, new = follow_ups.add_follow_up(records, "three", "Status på næste møde")
    apply(records, change)
    assert records.get(FollowUp, new).decision_id is None
    assert records.get(FollowUp, new).due_precision is Precision.NONE


def test_a_new_date_drops_the_words_for_the_old_one(records, apply):
    apply(records, follow_ups.edit_follow_up(records, "promise", due="2027-06-18"))
    promise = records.get(FollowUp, "promise")
    assert (promise.due_raw, promise.due_precision) == (None, Precision.DAY)
    apply(records, follow_ups.edit_follow_up(records, "promise", due=None))
    assert records.get(FollowUp, "promise").due_precision is Precision.NONE


def test_a_date_can_be_as_vague_as_it_was_said(records, apply):
    change = follow_ups.edit_follow_up(records, "promise", due="2027-06", due_precision=Precision.MONTH)
    apply(records, change)
    assert records.get(FollowUp, "promise").due_precision is Precision.MONTH


def test_a_promise_is_kept_or_dropped_or_taken_away(records, apply):
    apply(records, follow_ups.set_state(records, "promise", FollowUpState.DONE))
    assert records.get(FollowUp, "promise").state is FollowUpState.DONE
    assert follow_ups.follow_ups_of(records, "two")
    apply(records, follow_ups.remove_follow_up(records, "promise"))
    assert not follow_ups.follow_ups_of(records, "two")
