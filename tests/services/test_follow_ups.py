from dataclasses import replace

import pytest

from referatdesk.domain.codes import Access, FollowUpState, LinkKind, Precision, SectionKind
from referatdesk.domain.decisions import FollowUp, ItemLink
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.richtext import paragraph
from referatdesk.services import follow_ups
from referatdesk.services.item import agenda, texts
from referatdesk.services.wording.follow_ups import status_opening


def test_a_promise_is_tied_to_the_decision_of_its_item(records, apply):
    change, new = follow_ups.mark(records, "two", "Merete Aaby indkalder inden den 18. juni 2027")
    apply(records, change)
    promise = records.get(FollowUp, new)
    assert (promise.decision_id, promise.responsible, promise.sort) == ("decision", ("Merete Aaby",), 1)
    assert (promise.due, promise.due_precision) == ("2027-06-18", Precision.DAY)


def test_a_promise_needs_neither_decision_nor_date(records, apply):
    change, new = follow_ups.mark(records, "three", "Nyt notat")
    apply(records, change)
    assert records.get(FollowUp, new).decision_id is None
    assert records.get(FollowUp, new).due_precision is Precision.NONE


def test_a_new_date_drops_the_words_for_the_old_one(records, apply):
    apply(records, follow_ups.edit_follow_up(records.get(FollowUp, "promise"), due="2027-06-18"))
    promise = records.get(FollowUp, "promise")
    assert (promise.due_raw, promise.due_precision) == (None, Precision.DAY)
    apply(records, follow_ups.edit_follow_up(records.get(FollowUp, "promise"), due=None))
    assert records.get(FollowUp, "promise").due_precision is Precision.NONE


def test_a_date_can_be_as_vague_as_it_was_said(records, apply):
    change = follow_ups.edit_follow_up(records.get(FollowUp, "promise"), due="2027-06", due_precision=Precision.MONTH)
    apply(records, change)
    assert records.get(FollowUp, "promise").due_precision is Precision.MONTH


def test_a_promise_is_kept_or_dropped_or_taken_away(records, apply):
    apply(records, follow_ups.set_state(records.get(FollowUp, "promise"), FollowUpState.DONE))
    assert records.get(FollowUp, "promise").state is FollowUpState.DONE
    assert follow_ups.follow_ups_of(records, "two")
    apply(records, follow_ups.remove_follow_up(records.get(FollowUp, "promise")))
    assert not follow_ups.follow_ups_of(records, "two")


def test_what_is_pointed_at_is_kept_with_the_words_for_its_time(records, apply):
    change, new = follow_ups.mark(records, "two", "Merete Aaby følger op primo oktober.")
    apply(records, change)
    promise = records.get(FollowUp, new)
    assert promise.responsible == ("Merete Aaby",)
    assert (promise.due, promise.due_precision) == ("2027-10", Precision.PART_OF_MONTH)
    assert promise.due_raw == "primo oktober"


def write(records, apply, *lines):
    change, section = texts.ensure_section(records, "three", SectionKind.MINUTES)
    apply(records, change)
    apply(records, texts.set_blocks(records, "three", section, [paragraph(line) for line in lines]))


def proposed(records):
    return [promise for promise in follow_ups.proposals(records, "three") if promise is not None]


def test_promises_are_proposed_from_what_is_written_until_they_are_kept(records, apply):
    write(
        records,
        apply,
        "Rådet drøftede sagen. Merete Aaby sender et notat inden 1/9.",
        "Der gives status på næste møde.",
    )
    first, second = proposed(records)
    assert (first.text, first.responsible) == ("Merete Aaby sender et notat inden 1/9.", ("Merete Aaby",))
    apply(records, follow_ups.add_promise(records, "three", first)[0])
    assert proposed(records) == [second]


@pytest.mark.parametrize(
    ("words", "due", "precision"),
    [
        ("1/9", "2027-09-01", Precision.DAY),
        ("uge 36", "2027-W36", Precision.WEEK),
        ("næste møde", None, Precision.NEXT_MEETING),
        ("efteråret 2027", "2027-23", Precision.SEASON),
        ("når der er tid", None, Precision.NONE),
        (None, None, Precision.NONE),
    ],
)
def test_the_time_is_typed_in_the_words_of_minutes(records, apply, words, due, precision):
    apply(records, follow_ups.set_due_words(records.get(FollowUp, "promise"), words, "2027-02-04"))
    promise = records.get(FollowUp, "promise")
    assert (promise.due, promise.due_precision, promise.due_raw) == (due, precision, words)


def test_a_promise_becomes_an_item_that_points_back(records, apply):
    promise = replace(records.get(FollowUp, "promise"), text="Sanne Brix indkalder til et møde.")
    change, item_id = follow_ups.add_as_item(records, "meeting", promise, openly=True)
    apply(records, change)
    assert records.get(AgendaItem, item_id).title == "Opfølgning: Sanne Brix indkalder til et møde"
    (link,) = [one for one in records.all(ItemLink) if one.item_id == item_id]
    assert (link.kind, link.to_item_id) == (LinkKind.REFERS_ITEM, "two")


def test_a_long_promise_is_cut_at_a_word_in_the_title(records):
    promise = replace(records.get(FollowUp, "promise"), text="Forvaltningen undersøger " + "mulighederne, " * 9)
    title = follow_ups.add_as_item(records, "meeting", promise, openly=True)[0].subject
    assert title.endswith("mulighederne …")
    assert len(title) <= 110


def test_a_report_names_the_meeting_and_the_promise(records):
    promise = replace(records.get(FollowUp, "promise"), text="Sanne Brix indkalder til et møde.")
    assert status_opening(promise, "2027-02-04", openly=True) == (
        "Status på opfølgning fra mødet den 4. februar 2027 (”Sanne Brix indkalder til et møde”): "
    )
    assert status_opening(promise, None, openly=True) == "Status på opfølgning (”Sanne Brix indkalder til et møde”): "


@pytest.mark.parametrize("closed", ["two", "sub"])
def test_what_was_promised_at_a_closed_item_is_not_told_at_an_open_one(records, apply, closed):
    apply(records, agenda.set_access(records, "two", Access.CLOSED))
    if closed == "sub":
        apply(records, agenda.set_access(records, "sub", Access.OPEN))
    promise = replace(records.get(FollowUp, "promise"), item_id=closed, text="Sanne Brix ringer til Palle Nørre.")
    openly = follow_ups.is_said_openly(records, promise)
    assert (
        status_opening(promise, "2027-02-04", openly=openly) == "Status på opfølgning fra mødet den 4. februar 2027: "
    )
    change, item_id = follow_ups.add_as_item(records, "meeting", promise, openly=openly)
    apply(records, change)
    assert records.get(AgendaItem, item_id).access is Access.CLOSED
    assert follow_ups.is_said_openly(records, replace(promise, item_id="three"))
