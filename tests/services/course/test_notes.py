"""What the minutes tell of the course of their meeting."""

from dataclasses import replace

import pytest

from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import ItemKind, MeetingStatus, SectionKind
from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services import meetings
from referatdesk.services.checks import check_meeting
from referatdesk.services.course import course_decisions, course_notes, ending, treating
from referatdesk.services.gathering.meeting import gather
from referatdesk.services.item import agenda, texts
from tests.services.course.told import decision_text, notes, numbers, printed


def test_what_houses_print_of_the_course_is_proposed_where_they_print_it(sitting, at, apply):
    change, late = agenda.add_item(sitting, "meeting", "Ny aftale", after="one")
    apply(sitting, change)
    at(treating.pause, "14:00:00")
    at(treating.resume, "14:15:30")
    at(treating.end, "15:42:00")
    assert notes(sitting) == [
        (late, "Punktet blev sat på dagsordenen på mødet."),
        ("four", "Mødet blev hævet kl. 15.42."),
        ("one", "Der blev holdt pause fra kl. 14.00 til kl. 14.15."),
    ]


def test_the_end_is_not_told_of_a_meeting_that_goes_on_after_it(sitting, at, apply):
    at(treating.end, "15:42:00")
    apply(sitting, meetings.set_status(sitting, "meeting", MeetingStatus.IN_SESSION))
    assert notes(sitting) == []
    at(treating.end, "16:05:00")
    assert notes(sitting) == [("four", "Mødet blev hævet kl. 16.05.")]


def told_closing(records):
    texts_of = [plain_text(one.blocks) for item in records.all(AgendaItem) for one in records.text(item.id).sections]
    return [line for text in texts_of for line in text.splitlines() if "hævet" in line]


@pytest.fixture
def over(sitting, at, apply):
    """A meeting that ended, with its end written, and that goes on again."""
    at(ending.end, "15:42:00")
    [note] = course_notes.unwritten_notes(sitting, "meeting")
    apply(sitting, course_notes.write_note(sitting, note))
    apply(sitting, meetings.set_status(sitting, "meeting", MeetingStatus.IN_SESSION))
    return sitting


def ended_otherwise(records):
    return [dict(one.data) for one in check_meeting(records, "meeting") if one.code == "end.told_otherwise"]


def test_a_meeting_that_went_on_and_ended_again_tells_of_its_last_end_alone(over, at):
    change = at(ending.end, "16:05:00")
    assert told_closing(over) == ["Mødet blev hævet kl. 16.05."]
    assert (notes(over), ended_otherwise(over), printed(over, "møde.hævet")) == ([], [], None)
    over.apply(change.turned.pairs)
    assert told_closing(over) == ["Mødet blev hævet kl. 15.42."]


def test_the_last_end_is_told_behind_what_was_treated_last(over, at, apply):
    change, added = agenda.add_item(over, "meeting", "Et punkt til", after="four")
    apply(over, change)
    at(ending.end, "16:05:00")
    assert told_closing(over) == ["Mødet blev hævet kl. 16.05."]
    assert "hævet" in "".join(plain_text(one.blocks) for one in over.text(added).sections)


def test_an_end_told_in_own_words_stands_and_is_found_when_it_is_not_the_last(over, at, apply):
    edited = "Mødet blev hævet kl. 15.42 med tak til Merete Aaby."
    section = next(one for one in over.text("four").sections if "hævet" in plain_text(one.blocks))
    apply(over, texts.set_blocks(over, "four", section.id, [paragraph(edited)]))
    assert ended_otherwise(over) == []
    at(ending.end, "16:05:00")
    assert told_closing(over) == [edited]
    assert (notes(over), printed(over, "møde.hævet")) == ([], None)
    assert ended_otherwise(over) == [{"told": "15.42", "ended": "16.05"}]
    apply(over, meetings.edit_head(over, "meeting", end_actual="15:42"))
    assert ended_otherwise(over) == []


def test_an_end_that_is_corrected_by_hand_is_proposed_in_place_of_the_one_that_is_told(over, at, apply):
    at(ending.end, "16:05:00")
    apply(over, meetings.edit_head(over, "meeting", end_actual="16:00"))
    assert ended_otherwise(over) == [{"told": "16.05", "ended": "16.00"}]
    [note] = course_notes.unwritten_notes(over, "meeting")
    apply(over, course_notes.write_note(over, note))
    assert told_closing(over) == ["Mødet blev hævet kl. 16.00."]


def test_where_the_agenda_is_approved_the_changes_of_it_are_told_there(sitting, apply):
    first = sitting.get(AgendaItem, "one")
    sitting.apply([Pair(first, replace(first, kind=ItemKind.APPROVE_AGENDA))])
    change, _late = agenda.add_item(sitting, "meeting", "Ny aftale", after="three")
    apply(sitting, change)
    apply(sitting, agenda.move_item(sitting, "three", 1))
    assert notes(sitting) == [
        ("one", "Punkt 3 blev behandlet før punkt 2."),
        ("one", "Punkt 5 blev sat på dagsordenen på mødet."),
    ]


@pytest.fixture
def approving(sitting):
    """A meeting whose first item approves the agenda."""
    first = sitting.get(AgendaItem, "one")
    sitting.apply([Pair(first, replace(first, kind=ItemKind.APPROVE_AGENDA))])
    return sitting


def test_items_that_are_added_are_told_in_one_sentence_by_their_numbers(approving, apply):
    for title in ("Ny aftale", "Endnu en"):
        apply(approving, agenda.add_item(approving, "meeting", title, after="one")[0])
    assert numbers(approving) == ["1", "6", "5", "2", "2.1", "3", "4"]
    assert notes(approving) == [("one", "Punkt 5 og 6 blev sat på dagsordenen på mødet.")]


def test_the_sentence_grows_with_an_item_that_is_added_later(approving, apply):
    apply(approving, agenda.add_item(approving, "meeting", "Ny aftale")[0])
    apply(approving, course_notes.write_note(approving, course_notes.unwritten_notes(approving, "meeting")[0]))
    apply(approving, agenda.add_item(approving, "meeting", "Endnu en")[0])
    [note] = course_notes.unwritten_notes(approving, "meeting")
    apply(approving, course_notes.write_note(approving, note))
    assert decision_text(approving, "one").splitlines()[-1] == "Punkt 5 og 6 blev sat på dagsordenen på mødet."
    assert "Punkt 5 blev" not in decision_text(approving, "one")
    assert notes(approving) == []
    assert not any(item.fields["punkt.forløb"] for item in gather(approving, "meeting").repeats["punkter"])


def test_a_sentence_that_was_edited_stands_and_the_next_item_gets_one_of_its_own(approving, apply):
    apply(approving, agenda.add_item(approving, "meeting", "Ny aftale")[0])
    edited = "Punkt 5 blev sat på dagsordenen på mødet efter ønske fra formanden."
    decided = approving.text("one").of_kind(SectionKind.DECISION)[0]
    apply(approving, texts.set_blocks(approving, "one", decided.id, [paragraph(edited)]))
    assert notes(approving) == []
    apply(approving, agenda.add_item(approving, "meeting", "Endnu en")[0])
    assert notes(approving) == [("one", "Punkt 6 blev sat på dagsordenen på mødet.")]


def test_a_note_is_written_once_behind_what_stands_there(sitting, apply):
    apply(sitting, agenda.move_item(sitting, "three", 1))
    apply(sitting, agenda.move_item(sitting, "two", 1))
    apply(sitting, agenda.move_item(sitting, "two", 2))
    [note] = course_notes.unwritten_notes(sitting, "meeting")
    apply(sitting, course_notes.write_note(sitting, replace(note, item_id="two")))
    assert decision_text(sitting, "two") == f"Godkendt.\n{note.sentence}"
    apply(sitting, course_notes.write_note(sitting, note))
    assert notes(sitting) == []


def test_a_decision_taken_back_with_its_item_leaves_no_outcome(sitting, apply):
    apply(sitting, course_decisions.withdraw(sitting, "three"))
    apply(sitting, course_decisions.withdraw(sitting, "three"))
    assert not any(one.confirmed for one in sitting.all(Decision) if one.item_id == "three")


def test_a_template_may_ask_for_what_is_told_of_the_course(sitting, at, apply):
    apply(sitting, agenda.move_item(sitting, "three", 1))
    change, late = agenda.add_item(sitting, "meeting", "Ny aftale", after="one")
    apply(sitting, change)
    at(treating.end, "15:42:00")
    assert printed(sitting, "møde.hævet") == "Mødet blev hævet kl. 15.42."
    assert printed(sitting, "møde.rækkefølge") == "Punkt 3 blev behandlet før punkt 2."
    item = next(one for one in gather(sitting, "meeting").repeats["punkter"] if one.record == late)
    assert item.fields["punkt.forløb"] == "Punktet blev sat på dagsordenen på mødet."


def test_what_is_written_in_the_minutes_is_not_printed_once_more(sitting, at, apply):
    apply(sitting, agenda.move_item(sitting, "three", 1))
    apply(sitting, agenda.add_item(sitting, "meeting", "Ny aftale", after="one")[0])
    at(treating.end, "15:42:00")
    while found := course_notes.unwritten_notes(sitting, "meeting"):
        apply(sitting, course_notes.write_note(sitting, found[0]))
    assert (printed(sitting, "møde.hævet"), printed(sitting, "møde.rækkefølge")) == (None, None)
    assert not any(item.fields["punkt.forløb"] for item in gather(sitting, "meeting").repeats["punkter"])


def test_a_meeting_that_took_its_course_prints_nothing_of_it(records):
    assert (printed(records, "møde.hævet"), printed(records, "møde.rækkefølge")) == (None, None)


def test_an_end_told_on_a_line_of_a_longer_paragraph_is_own_words(over, at, apply):
    section = next(one for one in over.text("four").sections if "hævet" in plain_text(one.blocks))
    told = "Formanden takkede for i dag.\nMødet blev hævet kl. 15.42."
    apply(over, texts.set_blocks(over, "four", section.id, [paragraph(told)]))
    at(ending.end, "16:05:00")
    assert notes(over) == []
    assert [one["told"] for one in ended_otherwise(over)] == ["15.42"]
