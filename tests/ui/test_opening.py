"""Which archive the window begins with, and what is asked when it cannot."""

from pathlib import Path

import pytest
import sqlcipher3
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from referatdesk.config import places
from referatdesk.config.settings import Settings, SettingsFile
from referatdesk.services.example import fill_example
from referatdesk.services.workspace import Workspace
from referatdesk.ui.asking.message import Ways
from referatdesk.ui.opening import Opening
from referatdesk.ui.preferences import Preferences


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
            asked.append((dialog.accessibleDescription(), [one.text() for one in dialog.findChildren(QPushButton)]))
        now = waiting.pop(0)
        if waiting:
            QTimer.singleShot(0, QApplication.instance(), pick)
        if callable(now):
            now(dialog)
        else:
            next(one for one in dialog.findChildren(QPushButton) if one.text() == now).click()

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
