"""The open archive, as panes and commands meet it."""

from dataclasses import replace

import pytest

from referatdesk.domain.boards import Board, Person
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Change, added, altered, removed
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Meeting
from referatdesk.services.archive.belonging import OrphanError
from referatdesk.services.archive.events import Applied, MeetingOpened
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError
from tests.services.desk import Desk, state_of
from tests.services.fictional_archive import MEETING, everything, meeting_records, shared_records

OTHER = replace(MEETING, id="other", date="2027-03-04", title="Ekstraordinært møde")
OTHER_ITEM = AgendaItem(id="other-item", meeting_id="other", title="Budget")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Østfjord.referatdesk"


@pytest.fixture
def desk(path):
    one = Desk(path).fill()
    yield one
    one.close()


def edit(record, **values):
    return Change("meeting.edit", altered([(record, replace(record, **values))]))


def ids(records):
    return {record.id for record in records}


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_kind_of_record_is_read_back(kind, desk):
    wanted = [record for record in [*shared_records(), *meeting_records()] if type(record) is kind]
    assert desk.workspace.all(kind) == wanted
    assert desk.workspace.get(kind, wanted[0].id) == wanted[0]
    assert desk.workspace.find(kind, "no such id") is None
    with pytest.raises(LookupError):
        desk.workspace.get(kind, "no such id")


def test_the_mistake_of_one_listener_keeps_nothing_from_the_others(desk):
    def stumble(_event):
        raise ZeroDivisionError

    heard = []
    desk.workspace.subscribe(stumble)
    desk.workspace.subscribe(heard.append)
    with pytest.raises(ZeroDivisionError):
        desk.workspace.apply(edit(MEETING, place="Klitved"))
    assert [type(event) for event in heard] == [Applied]
    assert desk.workspace.meeting.place == "Klitved"


def test_the_text_of_an_item_is_read_by_itself(desk):
    text = desk.workspace.text("two")
    assert text == next(one for one in meeting_records() if isinstance(one, ItemText) and one.id == "two")
    assert desk.workspace.text("two") is text
    assert ids(desk.workspace.all(ItemText)) == {"one", "two", "sub", "three", "four"}


def test_without_an_open_meeting_only_shared_records_are_at_hand(desk):
    desk.workspace.close_meeting()
    assert desk.workspace.meeting is None
    assert desk.workspace.all(AgendaItem) == []
    assert desk.workspace.find(ItemText, "two") is None
    assert ids(desk.workspace.all(Board)) == {"board"}
    assert desk.events == [MeetingOpened(None)]


def test_another_meeting_brings_its_own_records(desk):
    desk.workspace.apply(Change("meeting.add", added(OTHER, OTHER_ITEM)))
    assert ids(desk.workspace.all(AgendaItem)) == {"one", "two", "sub", "three", "four"}
    desk.workspace.open_meeting("other")
    assert desk.workspace.meeting == OTHER
    assert desk.workspace.all(AgendaItem) == [OTHER_ITEM]
    assert desk.workspace.find(ItemText, "two") is None
    assert desk.events[-1] == MeetingOpened("other")


def test_a_meeting_that_is_not_there_cannot_be_opened(desk):
    with pytest.raises(UserError) as caught:
        desk.workspace.open_meeting("gone")
    assert caught.value.code == "meeting.missing"
    assert desk.workspace.meeting == MEETING


def test_a_change_is_told_with_who_asked_for_it(desk):
    change = edit(MEETING, place="Klitved")
    desk.workspace.apply(change, origin="a pane")
    (event,) = desk.events
    assert isinstance(event, Applied)
    assert (event.change, event.origin) == (change, "a pane")
    assert desk.workspace.meeting.place == "Klitved"


def test_an_empty_change_is_nothing(desk):
    desk.workspace.apply(Change("meeting.edit", ()))
    assert desk.events == []
    assert desk.workspace.undo_steps[0].label == "meeting.load"


def test_who_has_unsubscribed_is_told_nothing(desk):
    told = []
    unsubscribe = desk.workspace.subscribe(told.append)
    unsubscribe()
    desk.workspace.apply(edit(MEETING, place="Klitved"))
    assert told == []


@pytest.mark.parametrize(
    "change",
    [
        edit(replace(MEETING, title="Noget andet"), place="Klitved"),
        Change("meeting.add", added(MEETING)),
        Change("meeting.remove", removed(replace(OTHER_ITEM, meeting_id="meeting"))),
        edit(OTHER, place="Klitved"),
        Change("board.edit", altered([(Board(id="board", name="?", house_style_id="style"), shared_records()[6])])),
    ],
)
def test_a_change_that_starts_from_something_else_is_refused_whole(change, desk):
    before = state_of(desk.workspace)
    fresh = added(Person(id="fresh", full_name="Bodil Krogh"))
    with pytest.raises(UserError) as caught:
        desk.workspace.apply(replace(change, pairs=(*fresh, *change.pairs)))
    assert caught.value.code == "change.outdated"
    assert state_of(desk.workspace) == before
    assert desk.events == []
    assert not desk.workspace.unsaved


def test_a_stale_change_to_a_meeting_that_is_not_open_is_noticed_too(desk):
    desk.workspace.apply(Change("meeting.add", added(OTHER)))
    desk.workspace.apply(edit(OTHER, place="Klitved"))
    with pytest.raises(UserError):
        desk.workspace.apply(edit(OTHER, place="Egeby"))


@pytest.mark.parametrize(
    "pairs",
    [
        removed(MEETING),
        removed(*(one for one in meeting_records() if one.id == "one" and isinstance(one, AgendaItem))),
        removed(*(one for one in meeting_records() if one.id == "a-merete")),
        removed(*(one for one in shared_records() if one.id == "style")),
        added(replace(OTHER_ITEM, meeting_id="nowhere")),
        added(ItemText(id="nowhere", meeting_id="meeting")),
    ],
)
def test_a_change_that_would_leave_orphans_is_refused_as_a_mistake(pairs, desk):
    before = state_of(desk.workspace)
    with pytest.raises(OrphanError):
        desk.workspace.apply(Change("item.remove", tuple(pairs)))
    assert state_of(desk.workspace) == before
    assert not desk.workspace.unsaved


def test_a_board_with_a_meeting_that_is_not_open_cannot_go(desk):
    desk.workspace.close_meeting()
    board = [record for record in shared_records() if getattr(record, "board_id", record.id) == "board"]
    with pytest.raises(OrphanError):
        desk.workspace.apply(Change("board.edit", removed(*board)))


def test_text_that_no_file_can_hold_is_refused_before_it_is_shown(desk):
    with pytest.raises(UnicodeEncodeError):
        desk.workspace.apply(edit(MEETING, place="\ud800"))
    assert desk.workspace.meeting == MEETING
    assert not desk.workspace.unsaved


def test_removing_the_open_meeting_closes_it(desk):
    records = desk.workspace.records_of("meeting")
    own = [record for kind in RECORD_TYPES if kind not in SHARED_TYPES for record in records.all(kind)]
    desk.workspace.apply(Change("meeting.remove", removed(*reversed(own))))
    assert desk.workspace.meeting is None
    assert desk.events[-1] == MeetingOpened(None)
    assert desk.workspace.meeting_rows() == []
    desk.save()
    desk.workspace.undo()
    assert [row.id for row in desk.workspace.meeting_rows()] == ["meeting"]
    assert everything(desk.workspace.records_of("meeting")) == everything(records)


def test_records_of_a_meeting_do_not_open_it(desk):
    desk.workspace.apply(Change("meeting.add", added(OTHER, OTHER_ITEM)))
    records = desk.workspace.records_of("other")
    assert records.all(Meeting) == [OTHER]
    assert records.all(AgendaItem) == [OTHER_ITEM]
    assert ids(records.all(Board)) == {"board"}
    assert desk.workspace.meeting == MEETING
    assert everything(desk.workspace.records_of("meeting")) == state_of(desk.workspace)


def test_what_was_applied_is_there_after_closing(desk, path):
    desk.workspace.apply(edit(MEETING, place="Klitved Rådhus, værelse 4"))
    attendance = desk.workspace.get(Attendance, "a-aksel")
    desk.workspace.apply(edit(attendance, note="kom kl. 9"))
    assert desk.close() is True
    again = Desk(path)
    again.workspace.open_meeting("meeting")
    assert again.workspace.meeting.place == "Klitved Rådhus, værelse 4"
    assert again.workspace.get(Attendance, "a-aksel").note == "kom kl. 9"
    again.close()


def test_the_list_of_meetings_shows_what_was_just_done(desk):
    desk.workspace.apply(Change("meeting.add", added(OTHER, replace(OTHER, id="undated", date=None))))
    board = desk.workspace.get(Board, "board")
    desk.workspace.apply(edit(board, name="Sundhedsråd Vestfjord"))
    desk.workspace.apply(edit(MEETING, date="2028-01-01"))
    rows = desk.workspace.meeting_rows()
    assert [(row.id, row.date) for row in rows] == [("meeting", "2028-01-01"), ("other", OTHER.date), ("undated", None)]
    assert {row.board_name for row in rows} == {"Sundhedsråd Vestfjord"}
    desk.save()
    assert desk.workspace.meeting_rows() == rows


def test_an_archive_that_cannot_be_opened_is_a_known_error(tmp_path):
    with pytest.raises(UserError) as caught:
        Workspace.open(tmp_path / "ingen.referatdesk", print)
    assert caught.value.code == "archive.missing"
    assert caught.value.data["path"] == tmp_path / "ingen.referatdesk"


def test_a_new_archive_never_takes_the_place_of_a_file(desk, path):
    with pytest.raises(UserError) as caught:
        Workspace.create(path, print)
    assert caught.value.code == "archive.exists"


def test_an_archive_is_open_once(desk, path):
    with pytest.raises(UserError) as caught:
        Workspace.open(path, print)
    assert caught.value.code == "archive.locked"
