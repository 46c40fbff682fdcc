"""A meeting in which is voted: four who have a vote in the room, one without, two who stayed away."""

from dataclasses import replace

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.changes import altered
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.records import RecordSet
from referatdesk.services.decision.decisions import own_decision
from tests.services.fictional_archive import meeting_records, shared_records

PRESENT = AttendanceStatus.PRESENT
ITEM = "three"


def member(name, party, sort, **fields):
    given = {"status": PRESENT, "group_label": "Region", **fields}
    return Attendance(id=name.split()[0].lower(), meeting_id="meeting", sort=sort, name=name, party=party, **given)


MEMBERS = (
    member("Ida Vester", "C", 10),
    member("Palle Nørre", "V", 11),
    member("Tove Holm Skov", "V", 12),
    member("Gry Hedelund", None, 13, has_vote=False),
    member("Karl Emil Dyhr", "B", 14, status=AttendanceStatus.ABSENT_NOTIFIED),
)


def voting_meeting():
    others = [one for one in meeting_records() if not isinstance(one, Attendance) or one.id != "a-merete"]
    present = next(one for one in meeting_records() if one.id == "a-merete")
    return RecordSet([*shared_records(), *others, replace(present, status=PRESENT, party="A"), *MEMBERS])


def printed(records, item_id=ITEM):
    decision = own_decision(records, item_id)
    section = records.text(item_id).section(decision.section_id)
    return [block.text for block in section.blocks]


def in_form(records, form):
    (style,) = records.all(HouseStyle)
    records.apply(altered([(style, replace(style, vote_form=form))]))


def of_kind(records, kind):
    (board,) = records.all(Board)
    records.apply(altered([(board, replace(board, kind=kind))]))
