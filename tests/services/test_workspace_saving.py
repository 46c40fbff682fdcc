"""Applied and durable are two things, and what is not durable yet is seen by every reader all the same."""

from dataclasses import replace

import pytest

from referatdesk.config import places
from referatdesk.domain.boards import Board, Person
from referatdesk.domain.changes import Change, added, altered, removed
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting
from referatdesk.services.archive.events import Durable, NoBackup, SaveFailed
from tests.services.desk import Desk, state_of
from tests.services.fictional_archive import MEETING

LONG = "Østfjord " * 5000


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


def in_the_file(desk, sql):
    return desk.workspace._store.read(lambda connection: connection.execute(sql).fetchall())


@pytest.fixture
def full(desk):
    """The desk with an archive that takes nothing more, as on a full disk."""
    ((pages,),) = in_the_file(desk, "PRAGMA page_count")
    in_the_file(desk, f"PRAGMA max_page_count={pages}")
    return desk


def make_room(desk):
    in_the_file(desk, "PRAGMA max_page_count=1000000")


def test_a_change_is_unsaved_until_its_commit_has_returned(desk):
    desk.workspace.apply(edit(MEETING, place="Klitved"))
    assert desk.workspace.unsaved
    durable = desk.settle_until(Durable)
    assert durable.at.tzinfo is not None
    assert not desk.workspace.unsaved
    assert in_the_file(desk, "SELECT place FROM meeting") == [("Klitved",)]


def test_flushing_answers_for_what_is_on_the_disk_and_durable_is_told_once(desk):
    desk.workspace.apply(edit(MEETING, place="Klitved"))
    assert desk.workspace.flush(20)
    assert not desk.workspace.unsaved
    desk.settle()
    assert [type(event) for event in desk.events].count(Durable) == 1


def test_what_cannot_be_saved_is_said_and_saved_later(full):
    full.workspace.apply(edit(MEETING, place=LONG))
    assert full.settle_until(SaveFailed) == SaveFailed("archive.full")
    assert full.workspace.unsaved
    assert full.workspace.flush(20) is False
    make_room(full)
    full.settle_until(Durable)
    assert not full.workspace.unsaved
    assert in_the_file(full, "SELECT place FROM meeting") == [(LONG,)]


def test_what_is_not_saved_yet_is_read_by_everybody(full):
    workspace = full.workspace
    item, text = AgendaItem(id="new", meeting_id="meeting", title=LONG), ItemText(id="new", meeting_id="meeting")
    other = replace(MEETING, id="other", date="2029-01-01")
    workspace.apply(Change("item.add", added(item, text, Person(id="p", full_name="Palle Nørre"))))
    workspace.apply(Change("meeting.add", added(other, replace(item, id="far", meeting_id="other"))))
    workspace.apply(edit(other, title="Langt ude"))
    workspace.apply(Change("item.remove", removed(workspace.text("four"), workspace.get(AgendaItem, "four"))))
    now = state_of(workspace)
    workspace.open_meeting("other")
    assert workspace.meeting.title == "Langt ude"
    assert [one.id for one in workspace.all(AgendaItem)] == ["far"]
    workspace.open_meeting("meeting")
    assert state_of(workspace) == now
    assert workspace.text("new") == text
    assert [row.id for row in workspace.meeting_rows()] == ["other", "meeting"]
    assert workspace.records_of("other").get(Meeting, "other").title == "Langt ude"


def test_pages_of_the_list_hold_together_while_meetings_are_unsaved(full):
    workspace = full.workspace
    days = [f"2027-02-{day:02}" for day in range(1, 9)]
    meetings = [replace(MEETING, id=f"m{day}", date=day, place=LONG) for day in days]
    workspace.apply(Change("meeting.import", added(*meetings)))
    workspace.apply(Change("meeting.edit", altered([(meetings[0], replace(meetings[0], date=None))])))
    for size in (1, 2, 3, 20):
        shown, after = [], None
        while page := workspace.meeting_rows(after, "board", size):
            assert len(page) <= size
            shown += page
            after = page[-1]
        assert [row.date for row in shown] == [*days[:3:-1], "2027-02-04", "2027-02-04", *days[2:0:-1], None]
    assert workspace.meeting_rows(board_id="another") == []


def test_undo_needs_no_disk(full):
    workspace = full.workspace
    before = state_of(workspace)
    workspace.apply(edit(MEETING, place=LONG))
    workspace.apply(edit(workspace.get(Board, "board"), quorum=2))
    now = state_of(workspace)
    workspace.undo()
    workspace.undo()
    assert state_of(workspace) == before
    workspace.redo()
    workspace.redo()
    assert state_of(workspace) == now


def test_what_could_not_be_saved_before_closing_is_there_at_the_next_opening(full, path):
    full.workspace.apply(edit(MEETING, place=LONG))
    full.workspace.apply(edit(replace(MEETING, place=LONG), title="Sidste ord"))
    full.workspace.undo()
    full.settle_until(SaveFailed)
    assert full.close() is False
    again = Desk(path)
    again.workspace.open_meeting("meeting")
    assert again.workspace.meeting == replace(MEETING, place=LONG)
    assert again.workspace.redo() is not None
    assert again.workspace.meeting.title == "Sidste ord"
    again.save()
    assert not list(path.parent.glob("*.unsaved*"))
    again.close()


def test_an_act_that_the_archive_will_not_take_is_said(desk, caplog):
    assert desk.workspace.meeting == MEETING
    in_the_file(desk, "UPDATE meeting SET place = 'changed behind our back'")
    desk.workspace.apply(edit(MEETING, title="Ekstra"))
    assert desk.settle_until(SaveFailed) == SaveFailed("archive.rejected")
    assert not desk.workspace.unsaved
    caplog.clear()


def test_closed_listeners_hear_nothing_of_the_last_save(desk):
    desk.workspace.apply(edit(MEETING, place="Klitved"))
    told = len(desk.events)
    assert desk.close() is True
    assert len(desk.events) == told


def test_an_archive_without_room_for_a_backup_says_so(tmp_path):
    data = places.data_folder()
    data.mkdir(parents=True)
    (data / "backups").write_text("a file stands where the folder should be")
    desk = Desk(tmp_path / "ny.referatdesk")
    desk.workspace.prepare()
    assert desk.settle_until(NoBackup) == NoBackup("archive.exists")
    desk.fill()
    assert desk.close() is True
