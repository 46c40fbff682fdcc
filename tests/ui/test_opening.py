"""Which archive the window begins with, and what is asked when it cannot."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlcipher3
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton

from referatdesk.config import places
from referatdesk.config.settings import Settings, SettingsFile
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.example import fill_example
from referatdesk.ui import opening
from referatdesk.ui.asking.message import Ways
from referatdesk.ui.opening import Opening
from referatdesk.ui.preferences import Preferences

HOLDING = """
import sys
from pathlib import Path
from referatdesk.storage.connection import connect_alone
connection = connect_alone(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def preferences(tmp_path, qapp):
    return Preferences(SettingsFile(tmp_path / "settings.json"), Settings())


@pytest.fixture
def begin(preferences):
    """Opens the first archive, and closes what was opened."""
    opened = []

    def first(named=None, example=False):
        workspace = Opening(preferences, lambda call: call()).first(named, example)
        opened.append(workspace)
        return workspace

    yield first
    for workspace in opened:
        if workspace is not None:
            workspace.close()


def answer(*picks):
    """Picks these ways, one in each dialog that comes; a function is handed the dialog that is open."""
    asked = []
    waiting = list(picks)

    def pick():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(0, QApplication.instance(), pick)
            return
        if isinstance(dialog, Ways):
            asked.append(
                (
                    dialog.accessibleDescription(),
                    [one.text().replace("&", "") for one in dialog.findChildren(QPushButton)],
                )
            )
        now = waiting.pop(0)
        if waiting:
            QTimer.singleShot(0, QApplication.instance(), pick)
        if callable(now):
            now(dialog)
        else:
            next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == now).click()

    QTimer.singleShot(0, QApplication.instance(), pick)
    return asked


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "Østfjord.referatdesk"
    Workspace.create(path, lambda call: call()).close()
    return path


def test_the_first_start_makes_an_archive_only_when_told_to(begin, preferences):
    asked = answer("Close")
    assert begin() is None
    assert str(places.default_archive()) in asked[0][0]
    assert not places.default_archive().exists()
    answer("Make the archive", "Without protection")
    assert begin().path == places.default_archive()
    assert preferences.now.last_archive == str(places.default_archive())


def test_the_example_can_be_tried_at_the_first_start(begin):
    answer("Try the example")
    assert len(begin().meeting_rows()) == 2


def test_the_archive_that_was_open_last_is_opened_again(begin, preferences, archive):
    preferences.set(preferences.now.with_archive(str(archive)))
    assert begin().path == archive


def test_an_archive_named_from_here_is_found_from_anywhere(begin, preferences, archive, monkeypatch):
    monkeypatch.chdir(archive.parent)
    begin(Path(archive.name))
    assert preferences.now.last_archive == str(archive)


def test_a_missing_archive_is_asked_about_and_never_made_silently(begin, tmp_path):
    path = tmp_path / "paa-usb" / "møder.referatdesk"
    asked = answer("Close")
    assert begin(path) is None
    assert str(path) in asked[0][0]
    assert "Make a new, empty one" in asked[0][1]
    assert not path.exists()


def test_a_file_that_is_no_archive_is_left_as_it_is(begin, tmp_path):
    path = tmp_path / "noter.referatdesk"
    path.write_bytes(b"indkob: gaer")
    asked = answer("Try again", "Close")
    assert begin(path) is None
    assert [buttons for _words, buttons in asked] == [["Try again", "Open another…", "Close"]] * 2
    assert path.read_bytes() == b"indkob: gaer"


def test_an_archive_whose_list_is_damaged_is_told_before_there_is_a_window(begin, archive):
    one = Workspace.open(archive, lambda call: call())
    fill_example(one)
    assert one.close()
    connection = sqlcipher3.connect(str(archive), isolation_level=None)
    connection.execute("UPDATE meeting SET status = 'dreamt of'")
    connection.close()
    asked = answer("Try again", "Close")
    assert begin(archive) is None
    assert len(asked) == 2


def test_an_archive_open_in_another_window_can_be_tried_again(begin, archive):
    other = Workspace.open(archive, lambda call: call())
    answer(lambda dialog: (other.close(), dialog.findChildren(QPushButton)[0].click()))
    assert begin(archive).path == archive


def test_choosing_no_file_leads_back_to_the_question(begin, tmp_path):
    asked = answer("Open another…", QFileDialog.reject, "Close")
    assert begin(tmp_path / "væk.referatdesk") is None
    assert len(asked) == 2


def test_an_example_that_cannot_be_made_is_told(begin):
    places.example_archive().parent.parent.mkdir(parents=True, exist_ok=True)
    places.example_archive().parent.write_text("a file stands where the folder should be")
    asked = answer("Close")
    assert begin(example=True) is None
    assert len(asked) == 1


def test_an_archive_that_was_renamed_is_found_by_what_it_is(begin, preferences, archive):
    begin(archive).close()
    other = archive.with_name("andet.referatdesk")
    Workspace.create(other, lambda call: call()).close()
    renamed = archive.rename(archive.with_name("Østfjord 2027.referatdesk"))
    asked = answer("Open it there")
    assert begin(archive).path == renamed
    assert str(renamed) in asked[0][0]


def test_an_archive_on_a_drive_that_is_not_there_is_waited_for_and_none_is_made(begin, monkeypatch):
    path = Path("/media/ida/USB/møder.referatdesk")
    monkeypatch.setattr("referatdesk.services.archive.finding.is_unplugged", lambda path: True)
    asked = answer("Close")
    assert begin(path) is None
    assert asked[0][1] == ["Try again", "Open another…", "Close"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_no_key_in_a_hurry_makes_an_archive_at_the_first_start(begin, key):
    after = [] if key == Qt.Key.Key_Escape else [QDialog.reject, QDialog.reject]
    answer(lambda dialog: QTest.keyClick(dialog.focusWidget(), key), *after)
    assert begin() is None
    assert not places.default_archive().exists()
    assert not places.example_archive().exists()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_no_key_in_a_hurry_makes_a_missing_archive_anew(begin, tmp_path, key):
    path = tmp_path / "møder.referatdesk"
    after = [] if key == Qt.Key.Key_Escape else [QDialog.reject]
    answer(lambda dialog: QTest.keyClick(dialog.focusWidget(), key), *after)
    assert begin(path) is None
    assert not path.exists()


def test_an_archive_held_elsewhere_is_offered_for_reading(begin, archive, monkeypatch):
    monkeypatch.setattr(opening, "LOCKED_S", 0.1)
    monkeypatch.setattr(opening, "ANSWER_S", 0.1)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(archive)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        asked = answer("Open for reading only")
        workspace = begin(archive)
        holder.stdin.close()
    assert workspace.is_view
    assert asked[0][1] == ["Try again", "Open for reading only", "Open another…", "Close"]


def test_a_scanner_that_holds_the_archive_for_a_moment_is_waited_for(begin, archive):
    other = Workspace.open(archive, lambda call: call())
    threading.Timer(0.3, other.close).start()
    assert begin(archive).path == archive
