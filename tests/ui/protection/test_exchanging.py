"""An archive that is open is protected from the menu, and given another phrase."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from referatdesk.services.archive import protection, unlocking
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.message import Message
from tests.ui.protection.test_protection import Written, forgetful, one_after_the_other, press  # noqa: F401 - a fixture
from tests.ui.window.conftest import PATIENCE_MS, archive, opened, preferences, window  # noqa: F401 - fixtures


@pytest.fixture
def chosen(qtbot):
    """Chooses the command and goes on through its dialogs, until the archive is shown again."""

    def choose(window, yes):  # noqa: F811 - a fixture's name
        written = Written()
        before = window.desk.workspace
        one_after_the_other(lambda dialog: press(dialog, yes), written.note, written.give_back)
        QTimer.singleShot(0, window, window.actions_by_id["archives.protect"].trigger)
        qtbot.waitUntil(lambda: window.desk.workspace is not before, timeout=PATIENCE_MS)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the loop of the test is not the program's
        QCoreApplication.processEvents()
        return written.phrase

    return choose


def test_the_open_archive_is_protected_and_shown_again(chosen, window, archive):  # noqa: F811
    chosen(window, "Protect…")
    assert protection.is_open_protected(window.desk.workspace)
    assert window.desk.workspace.meeting_rows()
    assert not archive.read_bytes().startswith(b"SQLite")


def test_a_new_phrase_takes_the_place_of_the_old_one(chosen, window, archive):  # noqa: F811
    first = chosen(window, "Protect…")
    second = chosen(window, "New phrase…")
    window.close()
    unlocking._known.clear()
    with pytest.raises(UserError, match="wrong_phrase"):
        unlocking.unlock(archive, first.text)
    unlocking.unlock(archive, second.text)
    Workspace.open(archive, lambda call: call()).close()


def test_an_archive_that_could_not_be_protected_is_shown_as_before(chosen, window, archive, monkeypatch, qtbot):  # noqa: F811
    def full(path, new):
        raise UserError("archive.full", path=path)

    monkeypatch.setattr(protection, "protect", full)
    chosen(window, "Protect…")
    assert not protection.is_open_protected(window.desk.workspace)
    assert window.desk.workspace.meeting_rows()
    qtbot.waitUntil(lambda: window.findChild(Message) is not None, timeout=PATIENCE_MS)
