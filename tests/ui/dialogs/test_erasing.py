"""Deleting a meeting for good asks for a clear yes and says what else still holds it."""

from threading import Event

import pytest
from PySide6.QtCore import Qt

from referatdesk.domain.meetings import Meeting
from referatdesk.services.archive import erasing
from referatdesk.services.archive.events import SaveFailed
from referatdesk.storage.second_place import choose
from referatdesk.ui.dialogs.erasing import EraseDialog


@pytest.fixture
def dialog(desk, meeting_id, window, opened):
    desk.workspace.open_meeting(meeting_id)
    return opened(EraseDialog(desk, desk.workspace.get(Meeting, meeting_id), window))


def is_there(desk, meeting_id):
    return any(row.id == meeting_id for row in desk.workspace.meeting_rows())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_neither_enter_nor_escape_deletes(dialog, desk, meeting_id, qtbot, key):
    qtbot.keyClick(dialog, key)
    assert not dialog.isVisible()
    assert is_there(desk, meeting_id)


def test_a_clear_yes_deletes_for_good(dialog, desk, meeting_id, qtbot):
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.yes.click()
    assert not desk.workspace.unsaved
    assert not is_there(desk, meeting_id)
    assert desk.workspace.undo_steps == []


def test_the_window_lives_while_it_works_and_what_is_begun_is_not_given_up(dialog, qtbot, monkeypatch):
    goes_on = Event()
    tidy = erasing.tidy

    def tidy_in_time(workspace):
        assert goes_on.wait(20)
        tidy(workspace)

    monkeypatch.setattr(erasing, "tidy", tidy_in_time)
    dialog.yes.click()
    assert dialog._bar.isVisible()
    assert not dialog.yes.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        goes_on.set()


def test_a_disk_that_refuses_is_told_and_the_dialog_stays(dialog, desk, answers, monkeypatch):
    monkeypatch.setattr(desk.workspace, "flush", lambda _timeout: desk.workspace._tell(SaveFailed("archive.full")))
    dialog.yes.click()
    assert answers.told == ["archive.unsaved"]
    assert dialog.isVisible()
    assert not dialog._bar.isVisible()


def test_copies_go_too_where_that_was_ticked(desk, meeting_id, window, opened, qtbot):
    erasing.copy_now(desk.workspace.keeping, erasing.Reason.WISH)
    before = erasing.earlier_copies(desk.workspace)
    desk.workspace.open_meeting(meeting_id)
    dialog = opened(EraseDialog(desk, desk.workspace.get(Meeting, meeting_id), window))
    assert str(len(before)) in dialog.told.text()
    assert not dialog.copies.isChecked()
    dialog.copies.click()
    dialog.yes.click()
    qtbot.waitUntil(lambda: not any(path.exists() for path in before), timeout=20_000)
    assert erasing.earlier_copies(desk.workspace)


def test_a_second_place_that_is_not_connected_is_named(desk, meeting_id, window, opened, tmp_path):
    meeting = desk.workspace.records_of(meeting_id).find(Meeting, meeting_id)
    stick = tmp_path / "stik"
    desk.workspace.keeping.use_second_place(stick)
    assert str(stick) in opened(EraseDialog(desk, meeting, window)).absent.text()
    choose(stick.parent)
    desk.workspace.keeping.use_second_place(stick.parent)
    assert opened(EraseDialog(desk, meeting, window)).absent.isHidden()
