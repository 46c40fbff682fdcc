"""An archive in a synced folder is told about once, and moves to this computer when she says so, never by Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from referatdesk.config import places
from referatdesk.services.archive.place import Place, PlaceKind
from referatdesk.services.archive.workspace import Workspace
from referatdesk.ui import place_notice
from referatdesk.ui.place_notice import MoveDialog, PlaceNotice
from tests.ui.window.conftest import settle

SYNCED = Place(PlaceKind.SYNCED, "OneDrive")


@pytest.fixture
def told(meeting, monkeypatch, archive):
    """The window after it has looked where its archive lies."""
    monkeypatch.setattr(place_notice, "look_at", lambda path: SYNCED if path == archive else None)
    notice = PlaceNotice(meeting)
    meeting.archive_shown.connect(notice.look)
    notice.look()
    return meeting


def press(page, words):
    next(one for one in page.findChildren(QPushButton) if one.text().replace("&", "") == words).click()
    settle()


def test_a_good_place_is_not_spoken_of(meeting):
    PlaceNotice(meeting).look()
    assert "place" not in meeting.notices


def test_a_synced_folder_is_named_and_can_be_left_unsaid_from_then_on(told, archive):
    assert told.notices["place"].words.startswith("The archive lies in OneDrive")
    press(told.notices["place"], "Do not say it again")
    assert "place" not in told.notices
    told.archives.open(archive)
    settle()
    assert "place" not in told.notices


@pytest.mark.parametrize(
    ("place", "begins"),
    [
        (Place(PlaceKind.NETWORK), "The archive lies on a network"),
        (Place(PlaceKind.SYNCED), "The archive lies in a folder that is synced"),
    ],
)
def test_every_kind_of_place_has_its_words(meeting, monkeypatch, place, begins):
    monkeypatch.setattr(place_notice, "look_at", lambda path: place)
    PlaceNotice(meeting).look()
    assert meeting.notices["place"].words.startswith(begins)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_neither_enter_nor_escape_moves_anything(told, archive, key):
    press(told.notices["place"], "Move it…")
    QTest.keyClick(told.findChild(MoveDialog), key)
    settle()
    assert told.desk.workspace.path == archive
    assert not (places.data_folder() / archive.name).exists()


def test_the_archive_moves_with_all_that_was_written_and_where_the_work_was_left(told, archive):
    item_id = told.view.agenda.item_ids[2]
    told.view.agenda.choose(item_id)
    QTest.keyClicks(told.view.item.decision.editor, "Flyttet med. ")
    press(told.notices["place"], "Move it…")
    told.findChild(MoveDialog).move_button.click()
    settle()
    target = places.data_folder() / archive.name
    assert told.desk.workspace.path == target
    assert told.view.item.item_id == item_id
    assert "Flyttet med." in told.view.item.decision.editor.toPlainText()
    assert "place" not in told.notices
    assert told.preferences.now.last_archive == str(target) or str(target) in told.preferences.now.recent_archives
    assert str(archive) not in told.preferences.now.recent_archives
    assert not archive.exists()
    kept = archive.with_stem(f"{archive.stem} (moved)")
    old = Workspace.view(kept, lambda call: call())
    assert old.meeting_rows()
    old.close()


def test_the_old_file_goes_where_she_says_so(told, archive):
    press(told.notices["place"], "Move it…")
    dialog = told.findChild(MoveDialog)
    dialog.delete_old.setChecked(True)
    dialog.move_button.click()
    settle()
    assert told.desk.workspace.path.parent == places.data_folder()
    assert [path.name for path in archive.parent.iterdir() if path.is_file() and "eksempel" in path.name] == []


def test_a_name_that_is_taken_there_is_left_alone(told, archive):
    taken = places.data_folder() / archive.name
    taken.parent.mkdir(parents=True, exist_ok=True)
    taken.write_bytes(b"indkob")
    press(told.notices["place"], "Move it…")
    told.findChild(MoveDialog).move_button.click()
    settle()
    assert taken.read_bytes() == b"indkob"
    assert told.desk.workspace.path == taken.with_stem(f"{archive.stem} 2")
