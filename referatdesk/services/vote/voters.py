"""Who has a vote at an item, and who was there for it."""

from __future__ import annotations

from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.presence import Course
from referatdesk.domain.records import Records
from referatdesk.services.lookup import meeting_of
from referatdesk.services.presence.moments import course_of


def voters(records: Records, item_id: str) -> list[Attendance]:
    """Those with a vote who are in the room now. Of whom nobody has said anything is taken to be there; of a seat on
    which its owner sits, a stand-in does not vote.
    """
    course = _course(records, item_id)
    here = {one.id for one in course.people if course.is_here(one.id, item_id) or _is_open(course, one.id, item_id)}
    return [one for one in course.people if one.has_vote and one.id in here and one.stands_in_for_id not in here]


def may_have_voted(records: Records, item_id: str, attendance_id: str) -> bool:
    """Whether the person was there for any of the item, and not disqualified from it."""
    return attendance_id in those_there(records, item_id)


def those_there(records: Records, item_id: str) -> set[str]:
    """The ids of those who were there for any of the item, and not disqualified from it."""
    course = _course(records, item_id)
    return {one.id for one in course.people if course.took_part(one.id, item_id) or _is_open(course, one.id, item_id)}


def _course(records: Records, item_id: str) -> Course:
    return course_of(records, meeting_of(records, item_id).id)


def _is_open(course: Course, attendance_id: str, item_id: str) -> bool:
    return course.status_at(attendance_id, item_id) is AttendanceStatus.UNKNOWN
