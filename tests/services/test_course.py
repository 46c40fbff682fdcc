"""A meeting led through its agenda: one, two with its sub-item, three, four."""

from dataclasses import replace

import pytest

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import Access, ItemKind, ItemStatus, MeetingStatus, SectionKind
from referatdesk.domain.course import running
from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import AgendaItem, Meeting, TimeSpent
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services import meetings
from referatdesk.services.checks import check_meeting
from referatdesk.services.course import course_decisions, course_notes, ending, treating
from referatdesk.services.course.changed_order import order_sentences
from referatdesk.services.course.course_times import minutes_of, times
from referatdesk.services.decision import decisions
from referatdesk.services.errors import UserError
from referatdesk.services.gathering.meeting import gather
from referatdesk.services.item import agenda, texts
from referatdesk.services.item.kept_numbers import renumber
from referatdesk.services.lookup import lead_of


@pytest.fixture
def records(records):
    """The fictional meeting on the day, before anything was said."""
    spent = [Pair(one, None) for one in records.all(TimeSpent)]
    items = [Pair(one, replace(one, moved_from=None)) for one in records.all(AgendaItem) if one.moved_from]
    meeting = records.get(Meeting, "meeting")
    ready = replace(meeting, status=MeetingStatus.DRAFT, start_actual=None, end_actual=None, time_raw="Kl. 13 til 15")
    records.apply([*spent, *items, Pair(meeting, ready)])
    return records


@pytest.fixture
def at(records, apply):
    """Puts an act in force at a time of day."""
    return lambda act, time, about="meeting": apply(records, act(records, about, time))


@pytest.fixture
def sitting(records, at):
    at(treating.start, "13:00:20")
    return records


def plan(records, **minutes):
    records.apply(
        Pair(item, replace(item, minutes_planned=minutes[item.id]))
        for item in records.all(AgendaItem)
        if item.id in minutes
    )


def status(records, item_id):
    return records.get(AgendaItem, item_id).status


def numbers(records):
    listed = records.all(AgendaItem)
    found = printed_numbers(listed, True)
    return [found[item.id] for item in in_order(listed)]


def told(records):
    return [
        one.sentence for one in order_sentences(records.all(AgendaItem), printed_numbers(records.all(AgendaItem), True))
    ]


def decision_text(records, item_id):
    return plain_text(records.text(item_id).of_kind(SectionKind.DECISION)[0].blocks)


def test_the_start_notes_the_time_and_begins_the_first_item(sitting):
    meeting = sitting.get(Meeting, "meeting")
    assert (meeting.start_actual, meeting.status) == ("13:00", MeetingStatus.IN_SESSION)
    assert meeting.time_raw == "Kl. 13 til 15"
    assert treating.current_item(sitting, "meeting").id == "one"
    assert status(sitting, "one") is ItemStatus.IN_PROGRESS


def test_going_on_ends_what_was_treated_and_begins_the_next(sitting, at):
    at(treating.go_on, "13:12:20")
    assert (status(sitting, "one"), status(sitting, "two")) == (ItemStatus.DONE, ItemStatus.IN_PROGRESS)
    assert minutes_of(sitting, "one", "14:00:00") == 12
    assert running(sitting.all(TimeSpent)).item_id == "two"


def test_open_points_never_hold_the_meeting_up(sitting, at):
    for time in ("13:10:00", "13:20:00", "13:30:00", "13:40:00"):
        at(treating.go_on, time)
    assert decisions.open_points(sitting, "three")
    assert status(sitting, "three") is ItemStatus.DONE
    assert treating.current_item(sitting, "meeting").id == "four"


def test_after_the_last_item_nothing_runs(sitting, at):
    for time in ("13:10:00", "13:20:00", "13:30:00", "13:40:00"):
        at(treating.go_on, time)
    assert at(treating.go_on, "13:50:00").label == "course.last"
    assert running(sitting.all(TimeSpent)) is None
    assert treating.current_item(sitting, "meeting") is None


def test_an_item_that_fell_away_is_passed_over(sitting, at, apply):
    apply(sitting, course_decisions.withdraw(sitting, "two"))
    assert status(sitting, "sub") is ItemStatus.WITHDRAWN
    at(treating.go_on, "13:10:00")
    assert treating.current_item(sitting, "meeting").id == "three"


def test_a_break_stops_the_clock_and_the_way_back_starts_it(sitting, at):
    at(treating.pause, "13:10:20")
    assert treating.is_break(sitting, "meeting")
    assert times(sitting, "meeting", "13:15:20").break_minutes == 5
    at(treating.resume, "13:25:20")
    assert not treating.is_break(sitting, "meeting")
    assert treating.current_item(sitting, "meeting").id == "one"
    assert minutes_of(sitting, "one", "13:30:20") == 15


def test_the_way_back_leads_to_the_item_that_was_left_not_to_one_that_was_left_open(sitting, at, apply):
    at(treating.treat, "13:05:00", "three")
    apply(sitting, agenda.set_status(sitting, "one", ItemStatus.IN_PROGRESS))
    at(treating.pause, "13:10:00")
    at(treating.resume, "13:20:00")
    assert treating.current_item(sitting, "meeting").id == "three"


def test_after_a_break_the_meeting_can_go_right_on(sitting, at):
    at(treating.pause, "13:10:00")
    at(treating.go_on, "13:25:00")
    assert treating.current_item(sitting, "meeting").id == "two"
    assert status(sitting, "one") is ItemStatus.DONE


def test_the_end_notes_the_time_and_stops_the_clock(sitting, at):
    at(treating.end, "15:42:59")
    meeting = sitting.get(Meeting, "meeting")
    assert (meeting.end_actual, meeting.status) == ("15:42", MeetingStatus.MINUTES_DRAFT)
    assert running(sitting.all(TimeSpent)) is None
    assert status(sitting, "one") is ItemStatus.DONE


def test_a_clock_that_is_set_back_takes_no_minutes_away(sitting, at):
    at(treating.go_on, "13:10:20")
    at(treating.go_on, "12:20:00")
    at(treating.go_on, "12:30:00")
    assert [minutes_of(sitting, one, "12:31:00") for one in ("one", "two", "sub")] == [10, 0, 10]
    assert times(sitting, "meeting", "12:31:00").used_in_all == 21


def test_the_end_is_expected_when_all_that_is_planned_is_over(sitting, at):
    plan(sitting, one=10, two=15, three=20, four=5)
    at(treating.go_on, "13:08:20")
    now = times(sitting, "meeting", "13:20:30")
    assert ([item.id for item in now.treated], now.used, now.planned) == (["two"], 12, 15)
    assert (now.used_in_all, now.planned_in_all) == (20, 50)
    assert (now.ends, now.ends_surely) == ("13:48", True)


def test_an_item_that_takes_longer_puts_the_end_off(sitting):
    plan(sitting, one=10, two=15, three=20, four=5)
    assert times(sitting, "meeting", "13:30:20").ends == "14:10"


def test_the_end_is_the_earliest_where_something_has_no_minutes(sitting):
    plan(sitting, one=10, two=15, four=5)
    now = times(sitting, "meeting", "13:00:20")
    assert (now.ends, now.ends_surely) == ("13:30", False)


def test_where_nothing_is_planned_no_end_is_made_up(sitting):
    assert times(sitting, "meeting", "13:10:00").ends is None


def test_an_item_out_of_turn_moves_to_where_the_meeting_is_and_all_keep_their_numbers(sitting, at):
    at(treating.treat, "13:10:00", "three")
    assert [item.id for item in in_order(sitting.all(AgendaItem))] == ["one", "three", "two", "sub", "four"]
    assert numbers(sitting) == ["1", "3", "2", "2.1", "4"]
    assert sitting.get(AgendaItem, "three").moved_from == "3"
    assert treating.current_item(sitting, "meeting").id == "three"
    assert told(sitting) == ["Punkt 3 blev behandlet før punkt 2."]
    at(treating.go_on, "13:20:00")
    assert treating.current_item(sitting, "meeting").id == "two"


def test_an_item_that_is_taken_up_from_its_own_sub_item_stays_where_it_stands(sitting, at):
    at(treating.treat, "13:05:20", "sub")
    at(treating.treat, "13:10:20", "two")
    assert numbers(sitting) == ["1", "2", "2.1", "3", "4"]
    assert [status(sitting, one) for one in ("two", "sub")] == [ItemStatus.IN_PROGRESS, ItemStatus.DONE]


def test_an_item_that_was_withdrawn_while_it_was_treated_goes_on_where_it_stands(sitting, at, apply):
    at(treating.go_on, "13:05:20")
    for _there_and_back in range(2):
        apply(sitting, course_decisions.withdraw(sitting, "two"))
    at(treating.treat, "13:10:20", "two")
    assert numbers(sitting) == ["1", "2", "2.1", "3", "4"]
    assert status(sitting, "two") is ItemStatus.IN_PROGRESS


def test_an_item_that_was_done_is_taken_up_again_where_it_stands(sitting, at):
    at(treating.go_on, "13:10:20")
    at(treating.treat, "13:20:20", "one")
    assert in_order(sitting.all(AgendaItem))[0].id == "one"
    assert status(sitting, "one") is ItemStatus.IN_PROGRESS
    assert minutes_of(sitting, "one", "13:25:20") == 15
    assert told(sitting) == []


def test_moving_an_item_in_the_agenda_of_a_sitting_meeting_keeps_the_numbers(sitting, apply):
    apply(sitting, agenda.move_item(sitting, "four", 0))
    assert numbers(sitting) == ["4", "1", "2", "2.1", "3"]
    assert told(sitting) == ["Punkt 4 blev behandlet før punkt 1."]


def test_moving_it_back_leaves_nothing_to_tell(sitting, apply):
    apply(sitting, agenda.move_up(sitting, "three"))
    apply(sitting, agenda.move_down(sitting, "three"))
    assert numbers(sitting) == ["1", "2", "2.1", "3", "4"]
    assert told(sitting) == []


def test_before_the_meeting_numbers_follow_the_order(records, apply):
    apply(records, agenda.move_item(records, "four", 0))
    assert numbers(records) == ["1", "2", "3", "3.1", "4"]
    assert records.get(AgendaItem, "four").moved_from is None


def test_a_house_that_numbers_anew_tells_the_numbers_that_were(sitting, apply):
    apply(sitting, agenda.move_item(sitting, "three", 0))
    apply(sitting, renumber(sitting, "meeting"))
    assert numbers(sitting) == ["1", "2", "3", "3.1", "4"]
    assert told(sitting) == ["Punkt 3 blev behandlet før punkt 1."]


def test_numbering_anew_begins_where_the_house_began(sitting, apply):
    apply(sitting, agenda.set_number(sitting, "one", "37"))
    apply(sitting, agenda.move_item(sitting, "three", 0))
    assert numbers(sitting) == ["39", "37", "38", "38.1", "40"]
    apply(sitting, renumber(sitting, "meeting"))
    assert numbers(sitting) == ["37", "38", "39", "39.1", "40"]


def test_an_item_that_is_added_in_between_gets_the_next_free_number(sitting, apply):
    apply(sitting, agenda.add_item(sitting, "meeting", "Ny aftale", after="one")[0])
    assert numbers(sitting) == ["1", "5", "2", "2.1", "3", "4"]
    apply(sitting, agenda.move_item(sitting, "three", 0))
    assert told(sitting) == ["Punkt 3 blev behandlet før punkt 1."]


def test_an_item_that_is_added_at_the_end_leaves_the_closing_items_their_numbers(sitting, apply):
    change, late = agenda.add_item(sitting, "meeting", "Ny aftale")
    apply(sitting, change)
    assert numbers(sitting) == ["1", "2", "2.1", "3", "5", "4"]
    assert [item.id for item in in_order(sitting.all(AgendaItem))][-2:] == [late, "four"]


def test_a_second_item_that_is_added_gets_a_number_of_its_own(sitting, apply):
    for title in ("Ny aftale", "Endnu en"):
        apply(sitting, agenda.add_item(sitting, "meeting", title)[0])
    assert numbers(sitting) == ["1", "2", "2.1", "3", "5", "6", "4"]


def test_an_added_item_never_gets_a_number_that_stands_already(sitting, at, apply):
    at(treating.treat, "13:10:00", "three")
    assert numbers(sitting) == ["1", "3", "2", "2.1", "4"]
    at(treating.end, "15:00:00")
    for after in ("four", "two", None):
        apply(sitting, agenda.add_item(sitting, "meeting", "Ny aftale", after=after, late=True)[0])
    assert sorted(numbers(sitting)) == ["1", "2", "2.1", "3", "4", "5", "6", "7"]


def test_a_number_with_a_full_stop_is_taken_too(sitting, apply):
    apply(sitting, agenda.set_number(sitting, "four", "4."))
    apply(sitting, agenda.add_item(sitting, "meeting", "Ny aftale")[0])
    assert numbers(sitting) == ["1", "2", "2.1", "3", "5", "4."]


def test_an_item_that_is_taken_away_leaves_the_others_their_numbers(sitting, apply):
    apply(sitting, agenda.remove_item(sitting, "two"))
    assert numbers(sitting) == ["1", "3", "4"]


def test_before_the_meeting_an_item_that_is_taken_away_leaves_no_gap(records, apply):
    apply(records, agenda.remove_item(records, "two"))
    assert numbers(records) == ["1", "2", "3"]


def test_an_item_that_is_withdrawn_says_so_and_can_be_taken_up_again(sitting, apply):
    apply(sitting, course_decisions.withdraw(sitting, "three"))
    assert (status(sitting, "three"), decision_text(sitting, "three")) == (ItemStatus.WITHDRAWN, "Punktet udgik.")
    apply(sitting, course_decisions.withdraw(sitting, "three"))
    assert (status(sitting, "three"), decision_text(sitting, "three")) == (ItemStatus.NOT_BEGUN, "")


def test_a_closed_and_an_open_item_cannot_be_one_text(sitting, apply):
    apply(sitting, agenda.set_access(sitting, "three", Access.CLOSED))
    for pair in (("three", "two"), ("two", "three")):
        with pytest.raises(UserError) as raised:
            course_decisions.treat_together(sitting, *pair)
        assert raised.value.code == "item.join_closed"
    apply(sitting, agenda.set_access(sitting, "two", Access.CLOSED))
    assert course_decisions.treat_together(sitting, "three", "two")


def access(records, *item_ids):
    return [records.get(AgendaItem, item_id).access for item_id in item_ids]


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


def notes(records):
    return [(note.item_id, note.sentence) for note in course_notes.unwritten_notes(records, "meeting")]


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


def printed(records, field):
    return gather(records, "meeting").fields[field]


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
