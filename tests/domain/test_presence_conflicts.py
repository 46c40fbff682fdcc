from referatdesk.domain.codes import AttendanceStatus, VoteChoice
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import Course
from referatdesk.domain.presence_conflicts import Voted, conflicts

LATE, LEFT = AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY
DISQUALIFIED, EXCUSED = AttendanceStatus.DISQUALIFIED, AttendanceStatus.ABSENT_NOTIFIED


def palle(status=AttendanceStatus.PRESENT, **values):
    return Attendance(id="palle", meeting_id="m", name="Palle Nørre", status=status, **values)


def at(item, status, **times):
    return ItemAttendance(
        id=f"{item}{status}", meeting_id="m", item_id=item, attendance_id="palle", status=status, **times
    )


def codes(people, noted=(), votes=()):
    return [(one.code, one.item_id) for one in conflicts(Course(people, "123", noted), votes)]


def voted(item, choice=VoteChoice.FOR):
    return Voted("palle", item, choice)


def test_who_is_away_has_not_voted():
    assert codes([palle()], [at("1", LEFT)], [voted("1"), voted("2")]) == [("presence.absent_voted", "2")]
    assert codes([palle(EXCUSED)], (), [voted("1")]) == [("presence.absent_voted", "1")]
    assert codes([palle(EXCUSED)], (), [voted("1", VoteChoice.NOT_PRESENT)]) == []


def test_who_is_disqualified_has_not_voted():
    assert codes([palle()], [at("2", DISQUALIFIED)], [voted("2"), voted("3")]) == [("presence.disqualified_voted", "2")]


def test_a_stand_in_leaves_when_the_owner_of_the_seat_is_there():
    ida = Attendance(
        id="ida", meeting_id="m", name="Ida Vester", status=AttendanceStatus.SUBSTITUTING, stands_in_for_id="palle"
    )
    assert codes([palle(EXCUSED), ida]) == []
    assert codes([palle(EXCUSED), ida], [at("2", LATE)]) == [("presence.seat_taken_twice", "2")]
    assert [one.other_id for one in conflicts(Course([palle(), ida], "1"))] == ["palle"]


def test_who_sent_apologies_is_there_only_once_he_has_come():
    assert codes([palle(EXCUSED)], [at("2", AttendanceStatus.PRESENT)]) == [("presence.apologies_but_there", "2")]
    assert codes([palle(EXCUSED)], [at("1", LATE), at("2", AttendanceStatus.REMOTE)]) == []
    assert codes([palle(EXCUSED)], [at("2", DISQUALIFIED)]) == []


def test_nobody_leaves_before_he_came():
    assert codes([palle(LEFT, arrived_at="13:00", left_at="12:00")]) == [("presence.left_before_coming", None)]
    backwards = [at("1", LATE, from_time="13:00"), at("2", LEFT, to_time="12:55")]
    assert codes([palle()], backwards) == [("presence.left_before_coming", "2")]
    assert codes([palle()], [at("1", LATE, from_time="13:00"), at("2", LEFT, to_time="13:55")]) == []


def test_a_time_past_midnight_is_no_time_before_the_evening():
    noted = [at("1", LATE, from_time="23:40"), at("2", LEFT, to_time="00:20")]
    assert codes([palle(LEFT, arrived_at="22:00", left_at="00:30")], noted) == []
