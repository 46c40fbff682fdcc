from dataclasses import replace

import pytest

from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import AbsenceReason, AttendanceStatus, Role, SubstitutionKind
from referatdesk.domain.decisions import Statement
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import seats
from referatdesk.services.lookup import people_of
from referatdesk.services.presence import attendance, stand_ins
from referatdesk.services.presence.moments import course_of


def one(records, attendance_id):
    return records.get(Attendance, attendance_id)


def names(records):
    return [person.name for person in people_of(records, "meeting")]


def test_a_status_drops_the_form_in_which_the_old_one_was_printed(records, apply):
    apply(records, attendance.set_status(records, "a-aksel", AttendanceStatus.PRESENT))
    assert (one(records, "a-aksel").status, one(records, "a-aksel").status_raw) == (AttendanceStatus.PRESENT, None)


def test_the_same_status_again_changes_nothing(records):
    assert not attendance.set_status(records, "a-aksel", AttendanceStatus.ABSENT_NOTIFIED)


def test_another_time_takes_the_place_of_the_printed_one(records, apply):
    printed = {"status": AttendanceStatus.LATE, "status_raw": "(ankom kl. 12:00)", "arrived_at": "12:00"}
    apply(records, attendance.edit_person(records, "a-aksel", **printed))
    apply(records, attendance.set_status(records, "a-aksel", AttendanceStatus.LATE, time="12:55"))
    assert (one(records, "a-aksel").arrived_at, one(records, "a-aksel").status_raw) == ("12:55", None)


def test_who_comes_late_and_leaves_early_keeps_both_times(records, apply):
    apply(records, attendance.set_status(records, "a-merete", AttendanceStatus.LATE, time="12:55"))
    apply(records, attendance.set_status(records, "a-merete", AttendanceStatus.LEFT_EARLY, time="14:10"))
    assert (one(records, "a-merete").arrived_at, one(records, "a-merete").left_at) == ("12:55", "14:10")


@pytest.mark.parametrize("status", [AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, AttendanceStatus.UNKNOWN])
def test_times_go_when_they_no_longer_hold(records, apply, status):
    apply(records, attendance.set_status(records, "a-merete", AttendanceStatus.LATE, time="12:55"))
    apply(records, attendance.set_status(records, "a-merete", status))
    assert (one(records, "a-merete").arrived_at, one(records, "a-merete").left_at) == (None, None)


def test_a_reason_for_absence_goes_when_the_person_comes(records, apply):
    apply(records, attendance.edit_person(records, "a-aksel", reason=AbsenceReason.ILLNESS, reason_text="syg"))
    apply(records, attendance.set_status(records, "a-aksel", AttendanceStatus.REMOTE))
    assert (one(records, "a-aksel").reason, one(records, "a-aksel").reason_text) == (None, None)


def test_all_present_keeps_those_who_are_known_to_be_absent(records, apply):
    apply(records, attendance.all_present(records, "meeting"))
    assert [person.status for person in people_of(records, "meeting")] == [
        AttendanceStatus.PRESENT,
        AttendanceStatus.ABSENT_NOTIFIED,
        AttendanceStatus.PRESENT,
    ]
    assert not attendance.all_present(records, "meeting")


def test_a_person_added_stands_last_in_the_group(records, apply):
    apply(records, attendance.add_person(records, "meeting", "Palle Nørre", group="Kommuner"))
    assert names(records) == ["Merete Aaby", "Aksel Ravn Lund", "Palle Nørre", "Sanne Brix"]
    assert [person.sort for person in people_of(records, "meeting")] == [0, 1, 2, 3]


def test_a_person_of_a_new_group_stands_last(records, apply):
    apply(records, attendance.add_person(records, "meeting", "Erik Dam", group="Gæster", roles=(Role.GUEST,)))
    guest = people_of(records, "meeting")[-1]
    assert (guest.name, guest.roles, guest.status) == ("Erik Dam", (Role.GUEST,), AttendanceStatus.PRESENT)
    assert not guest.has_vote


def test_a_name_known_to_the_archive_is_that_person(records, apply):
    apply(records, attendance.add_person(records, "meeting", " Ida Vester "))
    assert people_of(records, "meeting")[-1].person_id == "ida"


def test_a_person_removed_takes_deviations_and_votes_along_and_leaves_the_dissent(records, apply):
    apply(records, attendance.remove_person(records, "a-merete"))
    assert records.all(ItemAttendance) == []
    assert records.get(Statement, "statement").attendance_id is None


def test_a_stand_in_sits_below_the_one_stood_in_for_and_votes_on_that_seat(records, apply):
    records.apply(attendance.set_status(records, "a-aksel", AttendanceStatus.PRESENT).pairs)
    apply(records, stand_ins.add_stand_in(records, "a-aksel", "Ida Vester", SubstitutionKind.IN_PLACE_OF))
    assert names(records) == ["Merete Aaby", "Aksel Ravn Lund", "Ida Vester", "Sanne Brix"]
    stand_in = people_of(records, "meeting")[2]
    assert (stand_in.status, stand_in.stands_in_for_id) == (AttendanceStatus.SUBSTITUTING, "a-aksel")
    assert (stand_in.group_label, stand_in.organisation, stand_in.party) == ("Kommuner", "Region Fjordland", "C")
    assert one(records, "a-aksel").status is AttendanceStatus.ABSENT_NOTIFIED
    assert seats(people_of(records, "meeting")) == 2
    assert course_of(records, "meeting").voters_at("one") == 1


def test_a_stand_in_leaves_the_kind_of_absence_as_it_was_noted(records, apply):
    records.apply(attendance.set_status(records, "a-aksel", AttendanceStatus.ABSENT_UNNOTIFIED).pairs)
    apply(records, stand_ins.add_stand_in(records, "a-aksel", "Lærke Bang", SubstitutionKind.DEPUTY))
    assert one(records, "a-aksel").status is AttendanceStatus.ABSENT_UNNOTIFIED
    assert people_of(records, "meeting")[2].organisation == "Egeby Kommune"


def test_a_stand_in_whose_party_nobody_knows_votes_with_the_party_of_the_seat(records, apply):
    records.apply([Pair(one(records, "a-aksel"), replace(one(records, "a-aksel"), party="V"))])
    apply(records, stand_ins.add_stand_in(records, "a-aksel", "Lærke Bang", SubstitutionKind.DEPUTY))
    assert people_of(records, "meeting")[2].party == "V"


def test_a_stand_in_comes_right_also_where_the_order_had_gaps(records, apply):
    records.apply([Pair(one(records, "a-aksel"), replace(one(records, "a-aksel"), sort=7))])
    records.apply([Pair(one(records, "a-sanne"), replace(one(records, "a-sanne"), sort=9))])
    apply(records, stand_ins.add_stand_in(records, "a-aksel", "Lærke Bang", SubstitutionKind.DEPUTY))
    assert names(records) == ["Merete Aaby", "Aksel Ravn Lund", "Lærke Bang", "Sanne Brix"]


def test_when_all_are_present_a_stand_in_of_whom_nothing_was_said_stands_in(records, apply):
    apply(records, stand_ins.add_stand_in(records, "a-aksel", "Lærke Bang", SubstitutionKind.DEPUTY))
    stand_in = people_of(records, "meeting")[2]
    apply(records, attendance.set_status(records, stand_in.id, AttendanceStatus.UNKNOWN))
    apply(records, attendance.all_present(records, "meeting"))
    assert one(records, stand_in.id).status is AttendanceStatus.SUBSTITUTING


def test_a_stand_in_whose_absent_one_is_removed_stays(records, apply):
    apply(records, stand_ins.add_stand_in(records, "a-aksel", "Lærke Bang", SubstitutionKind.DEPUTY))
    apply(records, attendance.remove_person(records, "a-aksel"))
    assert people_of(records, "meeting")[1].stands_in_for_id is None


def test_any_column_of_a_person_is_edited(records, apply):
    apply(records, attendance.edit_person(records, "a-sanne", title="Sekretær", roles=(Role.MINUTE_TAKER,)))
    assert (one(records, "a-sanne").title, one(records, "a-sanne").roles) == ("Sekretær", (Role.MINUTE_TAKER,))


def test_a_status_edited_in_the_list_works_as_ticking_it(records, apply):
    apply(records, attendance.edit_person(records, "a-aksel", status=AttendanceStatus.LATE, arrived_at="13:05"))
    assert (one(records, "a-aksel").arrived_at, one(records, "a-aksel").status_raw) == ("13:05", None)


@pytest.mark.parametrize("field", ["id", "meeting_id", "nickname"])
def test_what_a_person_is_and_what_it_does_not_have_cannot_be_edited(records, field):
    with pytest.raises(TypeError):
        attendance.edit_person(records, "a-aksel", **{field: "x"})
