"""A meeting led through its agenda: one, two with its sub-item, three, four."""

from referatdesk.domain.agenda import in_order
from referatdesk.domain.codes import ItemStatus, MeetingStatus
from referatdesk.domain.course import running
from referatdesk.domain.meetings import AgendaItem, Meeting, TimeSpent
from referatdesk.services.course import course_decisions, treating
from referatdesk.services.course.course_times import minutes_of, times
from referatdesk.services.decision import decisions
from referatdesk.services.item import agenda
from referatdesk.services.item.kept_numbers import renumber
from tests.services.course.told import decision_text, numbers, plan, status, told


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


def test_an_item_never_takes_longer_than_the_meeting(sitting, at):
    at(treating.go_on, "13:01:45")
    assert minutes_of(sitting, "one", "13:01:45") == times(sitting, "meeting", "13:01:45").used_in_all


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


def test_an_item_that_was_withdrawn_while_it_was_treated_and_is_taken_up_again_is_treated(sitting, at, apply):
    at(treating.treat, "13:05:20", "two")
    for stands in (ItemStatus.WITHDRAWN, ItemStatus.IN_PROGRESS):
        apply(sitting, course_decisions.withdraw(sitting, "two"))
        assert status(sitting, "two") is stands


def test_an_item_that_is_withdrawn_says_so_and_can_be_taken_up_again(sitting, apply):
    apply(sitting, course_decisions.withdraw(sitting, "three"))
    assert (status(sitting, "three"), decision_text(sitting, "three")) == (ItemStatus.WITHDRAWN, "Punktet udgik.")
    apply(sitting, course_decisions.withdraw(sitting, "three"))
    assert (status(sitting, "three"), decision_text(sitting, "three")) == (ItemStatus.NOT_BEGUN, "")
