"""A folder of old minutes: what is certain goes in by itself, the rest stands in a list."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from referatdesk.domain.changes import Change, added
from referatdesk.domain.meetings import Meeting
from referatdesk.services.drafts import Doubt, Place
from referatdesk.services.errors import UserError
from referatdesk.services.intake import many
from referatdesk.services.intake.many import FileResult, FileState
from referatdesk.ui.reading import folder as folder_module
from referatdesk.ui.reading.folder import FolderDialog
from referatdesk.ui.reading.results import RESULT, result_words
from referatdesk.ui.widgets.pick_field import PickField

NAMES = ("sikker.docx", "tvivl.docx", "låst.pdf", "kendt.txt")


@pytest.fixture
def results(board_id, tmp_path):
    paths = [tmp_path / name for name in NAMES]
    meeting = Meeting(id="m" * 32, board_id=board_id, date="2020-02-06")
    doubt = Doubt("meeting.no_date", Place(1, 1))
    return [
        FileResult(
            path=paths[0],
            state=FileState.CERTAIN,
            board="Sundhedsråd Østfjord",
            date="2020-02-06",
            change=Change("meeting.import", added(meeting), "2020"),
            meeting_id=meeting.id,
        ),
        FileResult(path=paths[1], state=FileState.DOUBTFUL, board="Sundhedsråd Østfjord", doubts=(doubt, doubt)),
        FileResult(path=paths[2], state=FileState.REFUSED, error=UserError("reading.protected")),
        FileResult(path=paths[3], state=FileState.KNOWN),
    ]


@pytest.fixture
def dialog(desk, window, opened, results, monkeypatch):
    monkeypatch.setattr(many, "read_folder", lambda paths, known, cancelled, keep_originals: iter(results))
    return opened(FolderDialog(desk, Path("Gamle referater"), [one.path for one in results], window))


def lines(dialog):
    model = dialog.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def read_all(qtbot, dialog):
    dialog.begin()
    qtbot.waitUntil(lambda: not dialog.running)


def test_each_file_has_a_line_that_says_what_became_of_it(qtbot, dialog):
    read_all(qtbot, dialog)
    assert lines(dialog) == [
        "Read in · sikker.docx · Sundhedsråd Østfjord, Thu 6. February 2020",
        "In doubt · tvivl.docx · Sundhedsråd Østfjord · 2 doubts",
        "Refused · låst.pdf · The file is protected by a password.",
        "Known already · kendt.txt",
    ]
    assert dialog._count.text() == "4 of 4 files · Read in: 1 · In doubt: 1 · Refused: 1 · Known already: 1"


def test_what_is_certain_is_in_the_archive_as_a_step_of_its_own(qtbot, dialog, workspace):
    steps = len(workspace.undo_steps)
    read_all(qtbot, dialog)
    assert [row.date for row in workspace.meeting_rows()] == ["2020-02-06"]
    assert len(workspace.undo_steps) == steps + 1
    workspace.undo()
    assert workspace.meeting_rows() == []


def test_the_list_is_narrowed_to_what_needs_a_look(qtbot, dialog):
    read_all(qtbot, dialog)
    dialog._shown.show_state(FileState.REFUSED)
    assert len(lines(dialog)) == 1
    dialog._shown.show_state(None)
    assert len(lines(dialog)) == 4


def test_reading_is_stopped_between_two_files(qtbot, dialog, results, monkeypatch):
    def endless(paths, known, cancelled, keep_originals):
        yield results[3]
        while not cancelled():
            threading.Event().wait(0.001)

    monkeypatch.setattr(many, "read_folder", endless)
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.results.rowCount() == 1)
    dialog.stop_button.click()
    qtbot.waitUntil(lambda: not dialog.running)
    assert not dialog.stop_button.isVisible()


def test_enter_opens_a_doubtful_file_and_its_line_follows(qtbot, dialog, monkeypatch, start, rereadings):
    monkeypatch.setattr(folder_module, "open_file", lambda path, known, progress: start)
    read_all(qtbot, dialog)
    dialog.list.setCurrentIndex(dialog.list.model().index(1, 0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(folder_module.PreviewWindow)))
    preview = dialog.findChild(folder_module.PreviewWindow)
    with qtbot.waitSignal(preview.imported):
        preview.take_in()
    assert dialog.list.model().index(1, 0).data(RESULT).state is FileState.CERTAIN


def test_a_certain_file_is_not_opened_again(qtbot, dialog):
    read_all(qtbot, dialog)
    dialog.open_result(dialog.list.model().index(0, 0))
    assert not dialog.findChildren(folder_module.PreviewWindow)


def test_why_a_file_was_refused_is_told_in_its_line():
    refused = FileResult(path=Path("x.pdf"), state=FileState.REFUSED, error=UserError("reading.scanned"))
    assert "it is scanned" in result_words(refused)


def test_enter_on_a_refused_file_tells_what_can_be_done(qtbot, dialog, answers):
    read_all(qtbot, dialog)
    dialog.open_result(dialog.list.model().index(2, 0))
    assert answers.told == ["reading.protected"]


def test_a_line_is_chosen_in_whatever_the_list_is_narrowed_to(qtbot, dialog):
    read_all(qtbot, dialog)
    states = dialog.findChild(PickField)
    states.changed.emit(FileState.REFUSED)
    assert dialog.list.currentIndex().data(RESULT).state is FileState.REFUSED
