"""Nothing is closed over what is not on the disk, and what the disk or the archive refuses is said."""

from datetime import UTC, datetime

import pytest
from PySide6.QtTest import QTest

from referatdesk.domain.codes import SectionKind
from referatdesk.domain.richtext import plain_text
from referatdesk.services.workspace import Durable, NoBackup
from referatdesk.ui.asking.message import Confirmation, Message
from tests.ui.window.conftest import PATIENCE_MS, settle

BEHIND_OUR_BACK = """UPDATE item_text SET sections = replace(sections, '"text":"', '"text":"Behind our back: ')"""


def in_the_file(window, sql):
    return window.desk.workspace._store.read(lambda connection: connection.execute(sql).fetchall())


@pytest.fixture
def full(meeting):
    """The window with an archive that takes nothing more, as on a full disk, until `make_room`."""
    assert meeting.save_now()
    ((pages,),) = in_the_file(meeting, "PRAGMA page_count")
    in_the_file(meeting, f"PRAGMA max_page_count={pages}")
    return meeting


def make_room(window):
    in_the_file(window, "PRAGMA max_page_count=1000000")


def decision_of(window):
    text = window.desk.workspace.text(window.view.item.item_id)
    return plain_text(text.of_kind(SectionKind.DECISION)[0].blocks)


def test_the_window_stays_open_over_what_a_full_disk_does_not_take(full):
    editor = full.view.item.decision.editor
    editor.insert_text("Kommunen betaler. " * 4000)
    assert not full.close()
    assert full.isVisible()
    told = full.findChild(Message)
    assert "not on the disk" in told.windowTitle() + told.findChildren(type(full.status.saved))[1].text()
    told.reject()
    make_room(full)
    assert full.close()


def test_a_mistake_of_ours_while_closing_closes_nothing(meeting, monkeypatch):
    def stumble():
        raise ZeroDivisionError

    monkeypatch.setattr(meeting.desk, "settle", stumble)
    with pytest.raises(ZeroDivisionError):
        meeting.close()
    monkeypatch.undo()
    assert meeting.isVisible()


def test_a_missing_copy_of_the_day_stays_said_while_work_is_saved(meeting):
    meeting.status._heard(NoBackup("archive.full"))
    QTest.keyClicks(meeting.view.item.decision.editor, "x")
    assert meeting.save_now()
    settle()
    assert "Saved at" in meeting.status.saved.text()
    assert "disk is full" in meeting.status.backup.text()


def test_what_the_archive_refuses_is_said_until_it_is_opened_anew(meeting, qtbot, caplog):
    item_id = meeting.view.item.item_id
    assert meeting.save_now()
    in_the_file(meeting, BEHIND_OUR_BACK)
    QTest.keyClicks(meeting.view.item.decision.editor, "Afvist. ")
    meeting.desk.settle()
    qtbot.waitUntil(lambda: meeting.findChild(Confirmation) is not None, timeout=PATIENCE_MS)
    caplog.clear()
    meeting.status._heard(Durable(datetime.now(UTC)))
    assert "open the archive anew" in meeting.status.saved.text()
    before = meeting.desk.workspace
    meeting.findChild(Confirmation).yes.click()
    settle()
    assert meeting.desk.workspace is not before
    assert meeting.view.item.item_id == item_id
    assert "Afvist." not in decision_of(meeting)
    assert "Behind our back" in decision_of(meeting)
    assert meeting.status.saved.text() == ""


def test_the_open_archive_can_be_opened_anew(meeting, archive):
    item_id = meeting.view.agenda.item_ids[2]
    meeting.view.agenda.choose(item_id)
    before = meeting.desk.workspace
    meeting.open_archive(archive)
    settle()
    assert meeting.findChild(Message) is None
    assert meeting.desk.workspace is not before
    assert meeting.view.item.item_id == item_id
