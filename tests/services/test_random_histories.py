"""Whatever a secretary does in whatever order: all undone is the start, all redone is the end, nothing dangles."""

from hypothesis import given, settings
from hypothesis import strategies as st

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.codes import (
    Access,
    AttendanceStatus,
    BlockKind,
    ItemKind,
    Outcome,
    SectionKind,
    SubstitutionKind,
)
from referatdesk.domain.decisions import RecommendationPoint
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Theme
from referatdesk.domain.recommendation import item_point_blocks
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import Block, plain_runs
from referatdesk.services import follow_ups, meetings
from referatdesk.services.archive.belonging import check_belonging
from referatdesk.services.checks import check_meeting
from referatdesk.services.decision import decisions
from referatdesk.services.errors import UserError
from referatdesk.services.item import agenda, attachments, texts
from referatdesk.services.item.points import points_of
from referatdesk.services.presence import attendance, stand_ins
from referatdesk.services.presence.gestures import Gesture, gesture
from referatdesk.services.presence.moments import Moment
from tests.services.fictional_archive import assert_nothing_dangles, everything, meeting_records, shared_records
from tests.services.sitting_meeting import noted_at

NUMBERS = st.integers(0, 9)


def chosen(records, kind, number):
    """One of the records that are there, or none; by their order, as ids are others in every run."""
    listed = records.all(kind)
    return listed[number % len(listed)].id if listed else None


def on_item(act):
    def edit(records, pick, number):
        item_id = chosen(records, AgendaItem, pick)
        return act(records, item_id, number) if item_id else None

    return edit


def on_person(act):
    def edit(records, pick, number):
        person = chosen(records, Attendance, pick)
        return act(records, person, number) if person else None

    return edit


def write(records, item_id, number):
    sections = records.text(item_id).sections
    if not sections:
        return None
    section = sections[number % len(sections)]
    kind = BlockKind.BULLET if number % 2 else BlockKind.PARAGRAPH
    fresh = Block(id=new_block_id(), kind=kind, runs=plain_runs("Godkender planen" if number else ""))
    blocks = (*section.blocks[number % 3 :], fresh)
    return texts.set_blocks(records, item_id, section.id, blocks, step=f"visit-{number % 2}")


def drop_section(records, item_id, number):
    sections = records.text(item_id).sections
    return texts.remove_section(records, item_id, sections[number % len(sections)].id) if sections else None


def move(records, item_id, number):
    parent = chosen(records, AgendaItem, number) if number % 2 else None
    try:
        return agenda.move_item(records, item_id, number, parent)
    except UserError:
        return None


def settle_point(records, pick, number):
    point = chosen(records, RecommendationPoint, pick)
    outcome = [None, Outcome.APPROVED, Outcome.POSTPONED][number % 3]
    return decisions.set_point_outcome(records, point, outcome) if point else None


def at_item(records, person, number):
    item_id = chosen(records, AgendaItem, number)
    status = [None, AttendanceStatus.DISQUALIFIED, AttendanceStatus.LATE][number % 3]
    return noted_at(records, person, item_id, status) if item_id else None


def moved(records, person, number):
    item_id = chosen(records, AgendaItem, number)
    act = list(Gesture)[number % len(Gesture)]
    return gesture(records, person, act, Moment(item_id, "13:05", runs=number % 2 == 0)) if item_id else None


def called(records, person, number):
    item_id = chosen(records, AgendaItem, number)
    return stand_ins.call_stand_in(records, person, "Ida Vester", Moment(item_id, runs=True)) if item_id else None


ACTS = {
    "add item": lambda records, pick, number: agenda.add_item(
        records, "meeting", "Ny", after=chosen(records, AgendaItem, pick), kind=list(ItemKind)[number]
    )[0],
    "add sub-item": on_item(lambda r, item_id, n: agenda.add_item(r, "meeting", "Under", parent_id=item_id)[0]),
    "remove item": on_item(lambda r, item_id, n: agenda.remove_item(r, item_id)),
    "move item": on_item(move),
    "up": on_item(lambda r, item_id, n: agenda.move_up(r, item_id)),
    "down": on_item(lambda r, item_id, n: agenda.move_down(r, item_id)),
    "access": on_item(lambda r, item_id, n: agenda.set_access(r, item_id, list(Access)[n % 3])),
    "number": on_item(lambda r, item_id, n: agenda.set_number(r, item_id, [None, "", "7"][n % 3])),
    "write": on_item(write),
    "drop section": on_item(drop_section),
    "section": on_item(lambda r, item_id, n: texts.ensure_section(r, item_id, list(SectionKind)[n])[0]),
    "outcome": on_item(lambda r, i, n: decisions.set_outcome(r, i, [None, Outcome.NOTED][n % 2])),
    "approve": on_item(lambda r, item_id, n: decisions.approve_all(r, item_id)),
    "point": settle_point,
    "paper": on_item(lambda r, item_id, n: attachments.add_attachment(r, item_id, "Plan")[0]),
    "promise": on_item(lambda r, item_id, n: follow_ups.mark(r, item_id, "Status")[0]),
    "theme": lambda records, pick, number: agenda.add_theme(records, "meeting", "Tema")[0],
    "drop theme": lambda r, pick, n: agenda.remove_theme(r, chosen(r, Theme, pick)) if r.all(Theme) else None,
    "tick": on_person(lambda r, p, n: attendance.set_status(r, p, list(AttendanceStatus)[n], time="13:05")),
    "all present": lambda records, pick, number: attendance.all_present(records, "meeting"),
    "at item": on_person(at_item),
    "gesture": on_person(moved),
    "call stand-in": on_person(called),
    "add person": lambda records, pick, number: attendance.add_person(records, "meeting", "Erik Dam"),
    "stand-in": on_person(lambda r, p, n: stand_ins.add_stand_in(r, p, "Lærke Bang", SubstitutionKind.DEPUTY)),
    "remove person": on_person(lambda r, p, n: attendance.remove_person(r, p)),
    "head": lambda records, pick, number: meetings.edit_head(records, "meeting", place=["Rådssalen", None][number % 2]),
}

HISTORIES = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), NUMBERS, NUMBERS), max_size=25)


def assert_in_order(records):
    items = records.all(AgendaItem)
    assert len(in_order(items)) == len(items) == len(printed_numbers(items, sub_numbers=True))
    for text in records.all(ItemText):
        blocks = [block.id for block in item_point_blocks(text)]
        assert [point.block_id for point in points_of(records, text.id)] == blocks
    sorts = [person.sort for person in records.all(Attendance)]
    assert len(sorts) == len(set(sorts))


@settings(max_examples=60)
@given(history=HISTORIES)
def test_any_history_undone_is_the_start_and_redone_is_the_end(history):
    records = RecordSet([*shared_records(), *meeting_records()])
    start = everything(records)
    done = []
    for name, pick, number in history:
        change = ACTS[name](records, pick, number)
        if change:
            check_belonging(change.pairs, records.find, records.all)
            records.apply(change.pairs)
            assert_nothing_dangles(records)
            assert_in_order(records)
            done.append(change)
    check_meeting(records, "meeting")
    end = everything(records)
    for change in reversed(done):
        records.apply(change.turned.pairs)
    assert everything(records) == start
    for change in done:
        records.apply(change.pairs)
    assert everything(records) == end
    records.apply(meetings.remove_meeting(records, "meeting").pairs)
    assert_nothing_dangles(records)
