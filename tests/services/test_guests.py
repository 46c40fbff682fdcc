import pytest

from referatdesk.domain.codes import AttendanceStatus, Role
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.services.lookup import people_of
from referatdesk.services.presence import rulings
from referatdesk.services.presence.guests import add_guest, already_listed, known_people
from referatdesk.services.presence.moments import Moment, course_of

BEFORE, NOW = Moment("three", "12:25"), Moment("three", "13:10", runs=True)


def guest(records):
    return next(one for one in people_of(records, "meeting") if Role.GUEST in one.roles)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Erik Dam", ("Erik Dam", None, None)),
        ("Erik Dam, projektleder", ("Erik Dam", "projektleder", None)),
        ("Erik Dam, projektleder, Egeby Kommune", ("Erik Dam", "projektleder", "Egeby Kommune")),
        ("Erik Dam, , Egeby Kommune, Sundhed", ("Erik Dam", None, "Egeby Kommune, Sundhed")),
    ],
)
def test_a_guest_is_typed_with_title_and_organisation(records, apply, typed, told):
    apply(records, add_guest(records, "meeting", typed, BEFORE))
    one = guest(records)
    assert (one.name, one.title, one.organisation) == told
    assert (one.has_vote, one.status) == (False, AttendanceStatus.PRESENT)


def test_a_letter_in_brackets_behind_a_name_is_the_party(records, apply):
    apply(records, add_guest(records, "meeting", "Erik Dam (B), projektleder", BEFORE))
    assert (guest(records).name, guest(records).party, guest(records).title) == ("Erik Dam", "B", "projektleder")


def test_who_is_at_the_meeting_already_is_found_unless_somebody_else_is_meant(records):
    merete = records.get(Attendance, "a-merete")
    for typed in ("Merete Aaby", "merete aaby", f"Merete Aaby, {merete.title}" if merete.title else "Merete Aaby"):
        assert already_listed(records, "meeting", typed) == merete
    assert already_listed(records, "meeting", "Merete Aaby, konsulent, Klitved Kommune") is None
    assert already_listed(records, "meeting", "Erik Dam") is None


def test_whom_the_archive_knows_is_completed(records, apply):
    known = next(one for one in known_people(records, "meeting") if one.name == "Ida Vester")
    assert known.described == "Ida Vester – Udvalgsmedlem, Region Fjordland"
    apply(records, add_guest(records, "meeting", "Ida Vester", BEFORE))
    assert (guest(records).person_id, guest(records).organisation) == ("ida", "Region Fjordland")
    assert "Ida Vester" not in {one.name for one in known_people(records, "meeting")}


def test_a_guest_is_there_from_the_item_at_which_the_name_is_typed(records, apply):
    apply(records, add_guest(records, "meeting", "Erik Dam", NOW))
    course = course_of(records, "meeting")
    assert [course.is_here(guest(records).id, item) for item in ("two", "three", "four")] == [False, True, True]


def test_a_guest_at_the_first_item_was_there_from_the_start(records, apply):
    before = records.all(ItemAttendance)
    apply(records, add_guest(records, "meeting", "Erik Dam", Moment("one", "12:30", runs=True)))
    assert records.all(ItemAttendance) == before


def test_that_somebody_is_not_disqualified_is_noted_and_taken_back(records, apply):
    before = records.all(Disqualification)
    apply(records, rulings.not_disqualified(records, "a-merete", "three"))
    (ruling,) = (one for one in records.all(Disqualification) if one not in before)
    assert (ruling.item_id, ruling.attendance_id, ruling.disqualified) == ("three", "a-merete", False)
    apply(records, rulings.not_disqualified(records, "a-merete", "three"))
    assert records.all(Disqualification) == before


def test_the_time_of_a_coming_or_leaving_is_set_afterwards(records, apply):
    apply(records, add_guest(records, "meeting", "Erik Dam", NOW))
    noted = course_of(records, "meeting").last_move(guest(records).id, "four")
    apply(records, rulings.set_time_of(records, noted.id, "13:05"))
    assert records.get(ItemAttendance, noted.id).from_time == "13:05"
