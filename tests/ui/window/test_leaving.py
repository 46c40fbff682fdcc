"""Nothing is closed over what is not on the disk, and what the disk or the archive refuses is said."""

import threading
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from referatdesk.domain.codes import SectionKind
from referatdesk.domain.richtext import plain_text
from referatdesk.services.archive.events import Durable, NoBackup
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError
from referatdesk.storage.writing import Writer
from referatdesk.ui.asking.ask import QtAsk
from referatdesk.ui.asking.message import Confirmation, Message, WaysOut
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
    settle()
    assert full.notices["saving"].words.startswith("Not saved – the disk is full")
    asked = full.findChild(WaysOut)
    make_room(full)
    pick(asked, "Try again")
    assert not full.isVisible()


def pick(dialog, words):
    """Presses the button, and lets happen what follows from it."""
    next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words).click()
    settle()


def test_neither_enter_in_a_hurry_nor_escape_closes_over_unsaved_text(full):
    full.view.item.decision.editor.insert_text("Kommunen betaler. " * 4000)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        assert not full.close()
        QTest.keyClick(full.findChild(WaysOut), key)
        settle()
        assert full.isVisible()
    make_room(full)


def test_what_the_disk_does_not_take_can_be_kept_beside_and_is_there_at_the_next_start(full, opened, archive):
    full.view.item.decision.editor.insert_text("Kommunen betaler. " * 4000)
    assert not full.close()
    pick(full.findChild(WaysOut), "Close all the same")
    assert not full.isVisible()
    again = opened(archive)
    again.open_meeting(again.desk.workspace.meeting_rows()[-1].id)
    assert "Kommunen betaler." in decision_of(again)


def test_trouble_is_said_above_the_text_until_it_is_over(full, qtbot):
    full.view.item.decision.editor.insert_text("Kommunen betaler. " * 4000)
    full.desk.settle()
    qtbot.waitUntil(lambda: "saving" in full.notices, timeout=PATIENCE_MS)
    make_room(full)
    pick(full.notices["saving"], "Try again")
    qtbot.waitUntil(lambda: "saving" not in full.notices, timeout=PATIENCE_MS)
    assert "Saved at" in full.status.saved.text()


class Chosen(QtAsk):
    """Asks for no file: it is known already."""

    def __init__(self, window, path):
        super().__init__(window)
        self.path = path

    def file_to_save(self, title, proposed, filters, act):
        assert proposed == "eksempel – rescued.referatdesk"
        act(self.path)


def test_what_was_written_into_a_deleted_archive_goes_on_in_a_copy_elsewhere(meeting, archive, tmp_path, qtbot):
    assert meeting.save_now()
    archive.unlink()
    QTest.keyClicks(meeting.view.item.decision.editor, "Afvist. ")
    meeting.desk.settle()
    qtbot.waitUntil(lambda: "saving" in meeting.notices, timeout=PATIENCE_MS)
    assert "the archive is gone" in meeting.status.saved.text()
    target = tmp_path / "reddet.referatdesk"
    meeting.desk.ask = Chosen(meeting, target)
    pick(meeting.notices["saving"], "Save a copy elsewhere…")
    assert meeting.desk.workspace.path == target
    assert "saving" not in meeting.notices
    meeting.open_meeting(meeting.desk.workspace.meeting_rows()[-1].id)
    assert "Afvist." in decision_of(meeting)
    assert meeting.close()
    assert not archive.exists()


def test_that_the_archive_was_moved_is_said_when_the_window_is_come_back_to(meeting, archive, qtbot):
    away = archive.with_name("andetsteds.referatdesk")
    archive.rename(away)
    meeting.desk.workspace.look()
    qtbot.waitUntil(lambda: "saving" in meeting.notices, timeout=PATIENCE_MS)
    away.rename(archive)
    meeting.desk.workspace.look()
    qtbot.waitUntil(lambda: "saving" not in meeting.notices, timeout=PATIENCE_MS)


class SessionEnd:
    def __init__(self, may_ask):
        self.may_ask = may_ask
        self.cancelled = False

    def allowsInteraction(self):  # noqa: N802 - Qt's own name
        return self.may_ask

    def cancel(self):
        self.cancelled = True


def test_the_end_of_a_session_saves_and_holds_nothing_up(meeting):
    QTest.keyClicks(meeting.view.item.decision.editor, "x")
    session = SessionEnd(may_ask=True)
    meeting.trouble.end_session(session)
    assert not session.cancelled
    assert not meeting.desk.workspace.unsaved


def test_the_end_of_a_session_is_held_up_where_she_can_still_be_asked(full):
    full.view.item.decision.editor.insert_text("Kommunen betaler. " * 4000)
    session = SessionEnd(may_ask=True)
    full.trouble.end_session(session)
    assert session.cancelled
    assert full.findChild(WaysOut).isVisible()
    make_room(full)


def test_the_end_of_a_session_that_asks_nobody_leaves_the_text_in_a_second_place(full, archive):
    full.view.item.decision.editor.insert_text("Kommunen betaler. " * 4000)
    session = SessionEnd(may_ask=False)
    full.trouble.end_session(session)
    assert not session.cancelled
    assert full.findChild(WaysOut) is None
    assert list(archive.parent.glob("*.unsaved"))
    make_room(full)


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
    meeting.archives.open(archive)
    settle()
    assert meeting.findChild(Message) is None
    assert meeting.desk.workspace is not before
    assert meeting.view.item.item_id == item_id


def test_saved_is_said_only_once_the_commit_has_returned(meeting, monkeypatch, qtbot):
    assert meeting.save_now()
    settle()
    begun, may_end = threading.Event(), threading.Event()
    write = Writer.write

    def write_slowly(writer, acts):
        write(writer, acts)
        begun.set()
        assert may_end.wait(PATIENCE_MS / 1000)

    monkeypatch.setattr(Writer, "write", write_slowly)
    QTest.keyClicks(meeting.view.item.decision.editor, "x")
    meeting.desk.settle()
    assert begun.wait(PATIENCE_MS / 1000)
    settle()
    assert meeting.status.saved.text() == "Saving …"
    may_end.set()
    qtbot.waitUntil(lambda: "Saved at" in meeting.status.saved.text(), timeout=PATIENCE_MS)


def test_an_archive_that_somebody_took_while_it_was_opened_anew_is_shown_for_reading(opened, meeting, archive):
    def taken(path, make=False, *, only_view=False):
        if not only_view:
            raise UserError("archive.held", machine="SUND-0412", user="ida.vester")
        return Workspace.view(path, lambda call: call())

    meeting.archives._open_workspace = taken
    meeting.archives.open(archive)
    settle()
    assert meeting.desk.workspace.is_view
    assert "Reading only" in meeting.windowTitle()
    meeting.findChild(Confirmation).reject()
