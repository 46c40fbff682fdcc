"""The copies of the archive in the window: looked into, put back, one meeting brought back, and damage repaired."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from referatdesk.domain.changes import Change, altered
from referatdesk.domain.meetings import AgendaItem
from referatdesk.services import meetings
from referatdesk.services.archive import backups as backup_service
from referatdesk.services.archive.keeping import Reason, copy_now
from referatdesk.services.archive.workspace import Workspace
from referatdesk.ui.asking.message import Confirmation
from referatdesk.ui.backups.look import LookDialog
from referatdesk.ui.backups.repair import RepairDialog
from referatdesk.ui.backups.window import BackupsDialog
from tests.ui.window.conftest import archive, opened, preferences, settle, window  # noqa: F401 - fixtures

PATIENCE_MS = 20_000


def title(workspace, words):
    item = workspace.all(AgendaItem)[1]
    workspace.apply(Change("item.edit", altered([(item, replace(item, title=words))])))


@pytest.fixture
def changed(window):  # noqa: F811
    """A copy of the example, then an item renamed and the newer meeting removed."""
    workspace = window.desk.workspace
    assert copy_now(workspace.keeping, Reason.WISH) is None
    newer, *_between, older = workspace.meeting_rows()
    window.open_meeting(older.id)
    title(workspace, "Et helt andet punkt")
    workspace.apply(meetings.remove_meeting(workspace.records_of(newer.id), newer.id))
    assert workspace.flush(10)
    window.show_start()
    settle()
    return window


def shown(kind):
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)


def wait_for(qtbot, kind):
    qtbot.waitUntil(lambda: shown(kind) is not None, timeout=PATIENCE_MS)
    return shown(kind)


def press(dialog, words):
    next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words).click()
    settle()


@pytest.fixture
def dialog(changed, qtbot):
    changed.actions_by_id["archives.backups"].trigger()
    found = wait_for(qtbot, BackupsDialog)
    qtbot.waitUntil(lambda: found.list.model().rowCount() >= 3, timeout=PATIENCE_MS)
    return found


def lines(view):
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def test_the_list_says_when_and_why_and_what_is_in_it(dialog):
    now, before, *_older = lines(dialog.list)
    assert now.startswith("As now: ")
    assert "made by you\n1 meeting · " in now
    assert "opened\n2 meetings · " in before
    assert not dialog.restore_button.isDefault()
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    assert not dialog.restore_button.isEnabled()
    dialog.close()


def test_a_look_inside_shows_the_texts_and_what_differs_and_brings_a_meeting_back(dialog, changed, qtbot):
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    look = wait_for(qtbot, LookDialog)
    qtbot.waitUntil(look.back_button.isEnabled, timeout=PATIENCE_MS)
    assert sorted(line.partition("\n")[2] for line in lines(look.list)) == [
        "not in the archive now",
        "other than in the archive now",
    ]
    row = next(row for row in range(2) if lines(look.list)[row].endswith("other than in the archive now"))
    look.list.setCurrentIndex(look.list.model().index(row, 0))
    qtbot.waitUntil(lambda: "is other now" in look.text.toPlainText(), timeout=PATIENCE_MS)
    assert "Et helt andet punkt" not in look.text.toPlainText()
    assert "{" not in look.text.toPlainText()
    look.back_button.click()
    press(wait_for(qtbot, Confirmation), "Bring back")
    qtbot.waitUntil(lambda: changed.shows_meeting, timeout=PATIENCE_MS)
    workspace = changed.desk.workspace
    assert "Et helt andet punkt" not in [item.title for item in workspace.all(AgendaItem)]
    assert workspace.undo_steps[0].label == "meeting.bring_back"
    workspace.undo()
    assert "Et helt andet punkt" in [item.title for item in workspace.all(AgendaItem)]


def test_a_meeting_that_is_the_same_now_says_why_it_is_not_brought_back(window, qtbot):  # noqa: F811
    workspace = window.desk.workspace
    assert copy_now(workspace.keeping, Reason.WISH) is None
    window.open_meeting(workspace.meeting_rows()[-1].id)
    title(workspace, "Et helt andet punkt")
    assert workspace.flush(10)
    window.show_start()
    settle()
    window.actions_by_id["archives.backups"].trigger()
    backups = wait_for(qtbot, BackupsDialog)
    qtbot.waitUntil(lambda: backups.list.model().rowCount() >= 2, timeout=PATIENCE_MS)
    backups.list.setFocus()
    QTest.keyClick(backups.list, Qt.Key.Key_Return)
    look = wait_for(qtbot, LookDialog)
    qtbot.waitUntil(look.back_button.isEnabled, timeout=PATIENCE_MS)
    assert look.back_button.toolTip() == ""
    row = next(row for row, line in enumerate(lines(look.list)) if line.endswith("\nas in the archive now"))
    look.list.setCurrentIndex(look.list.model().index(row, 0))
    qtbot.waitUntil(lambda: bool(look.back_button.toolTip()), timeout=PATIENCE_MS)
    assert look.back_button.toolTip() == "The meeting is the same in the archive now"
    assert not look.back_button.isEnabled()


def test_a_copy_is_put_back_and_the_window_goes_on_in_it_and_what_was_there_is_among_the_copies(dialog, changed, qtbot):
    path = changed.desk.workspace.path
    dialog.list.setCurrentIndex(dialog.list.model().index(1, 0))
    dialog.restore_button.click()
    asked = wait_for(qtbot, Confirmation)
    assert asked.no.isDefault()
    before = changed.desk.workspace
    press(asked, "Put back")
    qtbot.waitUntil(lambda: changed.desk.workspace is not before, timeout=PATIENCE_MS)
    settle()
    workspace = changed.desk.workspace
    assert workspace.path == path
    assert len(workspace.meeting_rows()) == 2
    store = workspace.keeping.archive
    held = {
        copy.seq: backup_service.meetings_in(copy.path, None)
        for copy in backup_service.listed(backup_service.Place(path, workspace.keeping.folder, store.archive_id))
    }
    assert held[max(seq for seq in held if seq < store.last_seq)] == 1
    title(workspace, "Videre")
    assert workspace.flush(10)


def test_before_a_meeting_is_removed_it_lies_in_a_proven_copy(window, qtbot):  # noqa: F811
    workspace = window.desk.workspace
    rows = workspace.meeting_rows()
    window.open_meeting(rows[0].id)
    title(workspace, "Sidste ord")
    window.actions_by_id["meetings.remove"].trigger()
    qtbot.waitUntil(lambda: not window.shows_meeting, timeout=PATIENCE_MS)
    assert len(workspace.meeting_rows()) == 1
    store = workspace.keeping.archive
    newest = backup_service.listed(backup_service.Place(store.path, workspace.keeping.folder, store.archive_id))[0]
    assert newest.reason is Reason.REMOVAL
    copied = backup_service.meeting_in(newest.path, None, rows[0].id)
    assert "Sidste ord" in [item.title for item in copied.records.all(AgendaItem)]


def test_without_a_copy_she_is_asked_before_a_meeting_is_removed(window, qtbot):  # noqa: F811
    workspace = window.desk.workspace
    folder = workspace.keeping.folder
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.write_text("no folder")
    window.open_meeting(workspace.meeting_rows()[0].id)
    title(workspace, "Sidste ord")
    window.actions_by_id["meetings.remove"].trigger()
    asked = wait_for(qtbot, Confirmation)
    assert asked.no.isDefault()
    asked.reject()
    assert len(workspace.meeting_rows()) == 2


def damaged(path):
    whole = bytearray(path.read_bytes())
    for page in range(len(whole) // 4096 // 2, len(whole) // 4096 // 2 + 2):
        whole[page * 4096 : page * 4096 + 4096] = bytes(4096)
    path.write_bytes(whole)
    return bytes(whole)


@pytest.mark.parametrize("way", ["Use the copy", "Use what was recovered"])
def test_damage_is_told_without_a_save_and_repaired_as_she_chooses(opened, archive, qtbot, way):  # noqa: F811
    workspace = Workspace.open(archive, lambda call: call())
    assert copy_now(workspace.keeping, Reason.WISH) is None
    workspace.close()
    data = damaged(archive)
    window = opened(archive)  # noqa: F811
    window.desk.workspace.prepare()
    qtbot.waitUntil(lambda: "damage" in window.notices, timeout=PATIENCE_MS)

    def choose():
        dialog = shown(RepairDialog)
        button = next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == way)
        qtbot.waitUntil(button.isEnabled, timeout=PATIENCE_MS)
        button.click()

    from PySide6.QtCore import QTimer

    QTimer.singleShot(300, window, choose)
    press(window.notices["damage"], "Repair…")
    qtbot.waitUntil(lambda: "damage" not in window.notices, timeout=PATIENCE_MS)
    for message in QApplication.topLevelWidgets():
        if message.isVisible() and message is not window:
            message.close()
    assert len(window.desk.workspace.meeting_rows()) == 2
    (aside,) = archive.parent.glob("*-beskadiget-*.referatdesk")
    assert aside.read_bytes() == data
    assert not [file for file in archive.parent.iterdir() if file.name.endswith(".recovered")]
    assert copy_now(window.desk.workspace.keeping, Reason.WISH) is None


def test_the_newest_copy_goes_to_a_second_place_too_and_what_keeps_it_from_there_is_said(
    dialog, changed, qtbot, tmp_path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    dialog._use_second(stick)
    qtbot.waitUntil(lambda: dialog.second.text() == "The newest copy lies there too.", timeout=PATIENCE_MS)
    (there,) = (stick / "Referatdesk").iterdir()
    assert there.name == dialog._listed[0][0].path.name
    assert changed.preferences.now.second_place == str(stick)
    there.unlink()
    (stick / "Referatdesk").rmdir()
    changed.copies.use_second_place()
    changed.desk.workspace.keeping.use_second_place(None)
    changed.copies.use_second_place()
    qtbot.waitUntil(lambda: changed.status.backup.text() != "", timeout=PATIENCE_MS)
    assert changed.status.backup.text() == "The second place for copies is not connected"
    press(dialog, "None")
    assert changed.status.backup.text() == ""
    assert not changed.preferences.now.second_place
    dialog.close()
