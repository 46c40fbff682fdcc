"""Whatever is done to somebody by the keys, in any order: every house prints it, with the name and the time."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import AttendanceForm, AttendanceStatus, PresenceForm, Role, SectionKind
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, ItemText, Meeting
from referatdesk.domain.presence import AWAY
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import plain_text
from referatdesk.services.board.house_styles import builtin_style
from referatdesk.services.gathering.meeting import gather
from referatdesk.services.presence.gestures import Gesture, gesture
from referatdesk.services.presence.moments import Moment
from referatdesk.services.presence.rulings import not_disqualified
from referatdesk.services.presence.stand_ins import call_stand_in

STYLE = replace(builtin_style("sagsfremstilling"), time_pattern="HH.mm")
WITHOUT_LINE = tuple(one for one in STYLE.sections if one.kind is not SectionKind.ABSENTEES)
ITEMS = 4
PEOPLE = ("Palle Nørre", "Merete Aaby", "Sanne Brix")
GUEST, STAND_IN = "Erik Dam", "Ida Vester"
FORMS = [
    (PresenceForm.ITEM_LINE,),
    (PresenceForm.HEAD,),
    (PresenceForm.RUNNING,),
    (PresenceForm.HEAD, PresenceForm.ITEM_LINE),
    (PresenceForm.HEAD, PresenceForm.RUNNING),
]
WHERE = {
    AttendanceForm.LIST: ("møde.deltagere",),
    AttendanceForm.CELL: ("møde.tilstede", "møde.fraværende"),
    AttendanceForm.ABSENTEES: ("møde.fraværende",),
}
BY_STATUS = {
    AttendanceStatus.LATE: ("ankom", "tilbage", "indtrådte", "fra punkt", "deltog"),
    AttendanceStatus.LEFT_EARLY: ("forlod", "til punkt", "deltog"),
    AttendanceStatus.DISQUALIFIED: ("inhabil",),
    AttendanceStatus.REMOTE: ("virtuelt",),
    AttendanceStatus.ABSENT: ("deltog", "punkt", "Fraværende"),
    AttendanceStatus.SUBSTITUTING: ("Palle Nørre", "Erik Dam"),
}
ACT = st.tuples(
    st.sampled_from([*Gesture, "stand-in", "found fit"]), st.integers(0, 1), st.integers(0, 9), st.booleans()
)


LATE_AND_DISQUALIFIED = [(act, 1, 0, False) for act in (Gesture.HERE, Gesture.LATE, Gesture.HERE, Gesture.DISQUALIFIED)]
"""Of the one item that somebody came to."""


def sitting(who):
    """A meeting at which everybody but one is simply there; that one is a member or a guest."""
    people = [
        Attendance(id=f"p{place}", meeting_id="m", sort=place, name=name, status=AttendanceStatus.PRESENT)
        for place, name in enumerate((*PEOPLE, GUEST))
    ]
    people[3] = replace(people[3], roles=(Role.GUEST,), has_vote=False)
    items = [AgendaItem(id=f"i{sort}", meeting_id="m", sort=sort, title=f"Sag {sort + 1}") for sort in range(ITEMS)]
    texts = [ItemText(id=item.id, meeting_id="m") for item in items]
    board = Board(id="board", name="Sundhedsråd Østfjord", house_style_id=STYLE.id)
    records = RecordSet([STYLE, board, Meeting(id="m", board_id="board"), *people, *items, *texts])
    return records, next(one for one in people if one.name == who)


def taken(records, one, acts):
    """Before each act the meeting goes on by an item or not, and a minute or more passes."""
    item, minute = 0, 0
    for act, further, minutes, has_time in acts:
        item, minute = min(item + further, ITEMS - 1), minute + minutes + 1
        moment = Moment(f"i{item}", f"13:{minute % 60:02}" if has_time else None, runs=True)
        if act == "stand-in":
            change = call_stand_in(records, one.id, STAND_IN, moment)
        elif act == "found fit":
            change = not_disqualified(records, one.id, moment.item_id)
        else:
            change = gesture(records, one.id, act, moment)
        records.apply(change.pairs)


def printed(records, house):
    known = records.get(HouseStyle, STYLE.id)
    records.apply([Pair(known, house)])
    values, listed = gather(records, "m"), house.attendance_form
    lines = [line for field in WHERE[listed] for line in str(values.fields[field] or "").splitlines()]
    for item in values.repeats["punkter"]:
        for section in item.repeats["afsnit"]:
            label = section.fields["afsnit.etiket"] or section.fields["afsnit.overskrift"] or ""
            text = plain_text((*section.fields["afsnit.linje"], *section.fields["afsnit.tekst"]))
            lines += [f"{label} {line}" for line in text.splitlines()]
    return lines


def says(lines, name, words):
    return any(name in line and any(word in line for word in words) for line in lines)


def facts(records):
    names = {one.id: one.name for one in records.all(Attendance)}
    for row in records.all(ItemAttendance):
        time = row.from_time or row.to_time
        yield names[row.attendance_id], (time.replace(":", "."),) if time else BY_STATUS.get(row.status, ("",))
    for ruling in records.all(Disqualification):
        yield names[ruling.attendance_id], ("inhabil",)
    for one in records.all(Attendance):
        if one.status in AWAY:
            yield one.name, ("",)


HOUSES = [
    replace(STYLE, presence_forms=forms, attendance_form=listed, sections=sections)
    for forms in FORMS
    for listed in WHERE
    for sections in (STYLE.sections, WITHOUT_LINE)
]


@pytest.mark.parametrize("who", [PEOPLE[0], GUEST])
@settings(max_examples=40)
@given(acts=st.lists(ACT, max_size=7))
@example(acts=LATE_AND_DISQUALIFIED)
def test_every_fact_is_printed_in_every_house(who, acts):
    records, one = sitting(who)
    taken(records, one, acts)
    for house in HOUSES:
        lines = printed(records, house)
        for name, words in facts(records):
            assert says(lines, name, words), (house.presence_forms, house.attendance_form, name, words, lines)
