"""Whatever course a meeting takes, by whatever clock: no time is lost or made up, and known numbers stay."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import MeetingStatus
from referatdesk.domain.meetings import AgendaItem, Meeting, TimeSpent
from referatdesk.domain.records import RecordSet
from referatdesk.services.course import course_decisions, course_notes, treating
from referatdesk.services.course.changed_order import order_sentences
from referatdesk.services.course.course_times import times
from referatdesk.services.gathering.meeting import gather
from referatdesk.services.item import agenda
from referatdesk.services.item.kept_numbers import renumber
from tests.services.fictional_archive import assert_nothing_dangles, everything, meeting_records, shared_records

NUMBERS = st.integers(0, 9)
CLOCK = st.times().map(lambda time: time.strftime("%H:%M:%S"))


def item(records, number):
    listed = records.all(AgendaItem)
    return listed[number % len(listed)].id


def write_note(records, pick, number, now):
    notes = course_notes.unwritten_notes(records, "meeting")
    return course_notes.write_note(records, notes[pick % len(notes)]) if notes else None


def put_together(records, one, other):
    fit = course_decisions.can_be_together(records, records.get(AgendaItem, one), records.get(AgendaItem, other))
    return course_decisions.treat_together(records, one, other) if fit else None


KEEPING = {
    "next": lambda r, pick, n, now: treating.go_on(r, "meeting", now),
    "this": lambda r, pick, n, now: treating.treat(r, item(r, pick), now),
    "pause": lambda r, pick, n, now: treating.pause(r, "meeting", now),
    "resume": lambda r, pick, n, now: treating.resume(r, "meeting", now),
    "together": lambda r, pick, n, now: put_together(r, item(r, pick), item(r, n)),
    "alone": lambda r, pick, n, now: course_decisions.treat_alone(r, item(r, pick)),
    "withdraw": lambda r, pick, n, now: course_decisions.withdraw(r, item(r, pick)),
    "note": write_note,
    "add": lambda r, pick, n, now: agenda.add_item(r, "meeting", "Ny", after=item(r, pick))[0],
    "move": lambda r, pick, n, now: agenda.move_item(r, item(r, pick), n, r.get(AgendaItem, item(r, pick)).parent_id),
}
"""What leaves the number of every item as it is."""
ACTS = {**KEEPING, "renumber": lambda r, pick, n, now: renumber(r, "meeting")}


def sitting():
    records = RecordSet([*shared_records(), *meeting_records()])
    fresh = [Pair(one, replace(one, moved_from=None)) for one in records.all(AgendaItem) if one.moved_from]
    meeting = records.get(Meeting, "meeting")
    ready = Pair(meeting, replace(meeting, status=MeetingStatus.DRAFT))
    records.apply([*fresh, ready, *(Pair(one, None) for one in records.all(TimeSpent))])
    records.apply(treating.start(records, "meeting", "13:00:00").pairs)
    return records


def printed(records):
    return printed_numbers(records.all(AgendaItem), sub_numbers=True)


def look(records, now):
    """All that is shown of it can be made, and adds up."""
    told = times(records, "meeting", now)
    assert told.used >= 0
    assert told.used_in_all >= 0
    assert sum(one.ended is None for one in records.all(TimeSpent)) <= 1
    order_sentences(records.all(AgendaItem), printed(records))
    gather(records, "meeting")


@settings(max_examples=60)
@given(history=st.lists(st.tuples(st.sampled_from(sorted(ACTS)), NUMBERS, NUMBERS, CLOCK), max_size=20), end=CLOCK)
def test_any_course_can_be_taken_back_and_leaves_nothing_dangling(history, end):
    records = sitting()
    start, done = everything(records), []
    for name, pick, number, now in history:
        before = printed(records)
        change = ACTS[name](records, pick, number, now)
        if not change:
            continue
        records.apply(change.pairs)
        done.append(change)
        assert_nothing_dangles(records)
        look(records, now)
        if name in KEEPING and name != "add":
            assert printed(records) == before
    records.apply((last := treating.end(records, "meeting", end)).pairs)
    look(records, end)
    assert all(one.ended for one in records.all(TimeSpent))
    for change in reversed([*done, last]):
        records.apply(change.turned.pairs)
    assert everything(records) == start
