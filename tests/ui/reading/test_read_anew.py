"""What the user says of a document is read in the worker: the last word counts, and what fails can be said again."""

from pathlib import Path
from threading import Event

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from referatdesk.services.drafts import Correction, Part
from referatdesk.services.errors import UserError
from referatdesk.services.intake import importing
from referatdesk.ui import jobs as jobs_module
from referatdesk.ui.reading import reading as reading_module
from referatdesk.ui.reading.known import Known
from referatdesk.ui.reading.preview import PreviewWindow
from referatdesk.ui.reading.reading import open_file
from referatdesk.ui.reading.said import Said, SaidLog
from referatdesk.ui.widgets.busy import Busy
from tests.ui.reading.conftest import read

MINUTES = Path(__file__).parents[2] / "fixtures" / "minutes" / "one_item.txt"
LINE = 6


class PlayedWorker:
    """Reads as the conftest does, but what is told here to wait or to fail does so."""

    def __init__(self):
        self.failures = []
        self.go_on = Event()
        self.go_on.set()
        self.seen = []

    def read_anew(self, _worker, source, corrections, habits, cancelled):
        self.seen.append(dict(corrections))
        while not self.go_on.wait(0.001):
            if cancelled():
                raise UserError("reading.cancelled")
        if self.failures:
            raise self.failures.pop(0)
        return read(source, corrections, habits)


@pytest.fixture
def worker(monkeypatch):
    played = PlayedWorker()
    monkeypatch.setattr(importing, "read_anew", played.read_anew)
    yield played
    played.go_on.set()


@pytest.fixture
def preview(desk, window, start, opened, worker):
    return opened(PreviewWindow(desk, start, window))


def say(preview, part, line=LINE):
    preview.reading.log.set_part([line], part)
    preview.reading.read_anew()


def settled(qtbot, preview):
    qtbot.waitUntil(lambda: not preview.reading.busy)


def part(preview, line=LINE):
    return preview.document.rows.rows[line - 1].part


@pytest.mark.parametrize("code", ["too_slow", "too_hungry", "crashed"])
def test_what_could_not_be_read_is_not_done_and_can_be_said_again(qtbot, preview, worker, answers, code):
    worker.failures = [UserError(f"reading.{code}")]
    say(preview, Part.ITEM)
    settled(qtbot, preview)
    assert answers.told == [f"reading.{code}"]
    assert part(preview) is Part.TEXT
    assert preview.reading.log.now.corrections == {}
    preview.redo()
    settled(qtbot, preview)
    assert part(preview) is Part.ITEM


def test_after_a_failure_another_word_is_read(qtbot, preview, worker):
    worker.failures = [UserError("reading.crashed")]
    say(preview, Part.ITEM)
    settled(qtbot, preview)
    say(preview, Part.DECISION)
    settled(qtbot, preview)
    assert worker.seen[-1] == {LINE: Correction(Part.DECISION)}
    assert part(preview) is Part.DECISION


def test_a_step_back_that_fails_leaves_what_is_shown(qtbot, preview, worker):
    say(preview, Part.ITEM)
    settled(qtbot, preview)
    worker.failures = [UserError("reading.crashed")]
    preview.undo()
    settled(qtbot, preview)
    assert part(preview) is Part.ITEM
    assert preview.reading.log.now.corrections == {LINE: Correction(Part.ITEM)}
    preview.undo()
    settled(qtbot, preview)
    assert part(preview) is Part.TEXT


def test_only_the_last_word_is_shown(qtbot, preview, worker):
    shown = []
    preview.reading.reread.connect(lambda: shown.append(part(preview)))
    worker.go_on.clear()
    say(preview, Part.ITEM)
    say(preview, Part.LEFT_OUT)
    say(preview, Part.DECISION)
    worker.go_on.set()
    settled(qtbot, preview)
    assert [seen[LINE].part for seen in worker.seen] == [Part.ITEM, Part.DECISION]
    assert shown == [Part.DECISION]


def test_what_was_taken_back_meanwhile_is_not_shown(qtbot, preview, worker):
    worker.go_on.clear()
    say(preview, Part.ITEM)
    preview.undo()
    worker.go_on.set()
    settled(qtbot, preview)
    assert part(preview) is Part.TEXT
    assert len(worker.seen) == 1


def test_nobody_is_told_that_a_word_failed_which_is_not_the_last(qtbot, preview, worker, answers):
    worker.failures = [UserError("reading.too_slow")]
    worker.go_on.clear()
    say(preview, Part.ITEM)
    say(preview, Part.DECISION)
    worker.go_on.set()
    settled(qtbot, preview)
    assert answers.told == []
    assert part(preview) is Part.DECISION


def test_a_slow_reading_that_nobody_wants_any_more_is_ended(qtbot, preview, worker, monkeypatch):
    monkeypatch.setattr(reading_module, "WORTH_WAITING", 0)
    worker.go_on.clear()
    say(preview, Part.ITEM)
    qtbot.waitUntil(lambda: len(worker.seen) == 1)
    say(preview, Part.DECISION)
    qtbot.waitUntil(lambda: len(worker.seen) == 2)
    worker.go_on.set()
    settled(qtbot, preview)
    assert part(preview) is Part.DECISION


def test_a_reading_that_the_user_stops_is_not_done(qtbot, preview, worker, answers, monkeypatch):
    monkeypatch.setattr(jobs_module, "PATIENCE_MS", 0)
    worker.go_on.clear()
    say(preview, Part.ITEM)
    qtbot.waitUntil(lambda: preview.findChild(Busy) is not None)
    QTest.mouseClick(preview.findChild(Busy).findChild(QPushButton), Qt.MouseButton.LeftButton)
    settled(qtbot, preview)
    assert (part(preview), answers.told) == (Part.TEXT, [])
    worker.go_on.set()
    preview.redo()
    settled(qtbot, preview)
    assert part(preview) is Part.ITEM


def test_nothing_goes_into_the_archive_where_the_last_word_failed(qtbot, preview, worker, workspace):
    worker.failures = [UserError("reading.crashed")]
    say(preview, Part.ITEM)
    preview.take_in()
    settled(qtbot, preview)
    say(preview, Part.DECISION)
    settled(qtbot, preview)
    assert preview.isVisible()
    assert workspace.meeting_rows() == []


def test_what_is_shown_is_said_once_more_where_no_step_says_it():
    log, shown = SaidLog(), Said({1: Correction(Part.ITEM)})
    log.set_part([2], Part.DECISION)
    log.return_to(shown)
    assert log.now.corrections == shown.corrections
    log.undo()
    assert log.now.corrections == {2: Correction(Part.DECISION)}


class Patient:
    cancelled = False

    def report(self, done, of):
        pass


def readers():
    return [one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())]


def test_the_process_that_read_the_file_reads_it_anew_and_is_gone_with_the_window(
    qtbot, desk, window, workspace, opened
):
    preview = opened(PreviewWindow(desk, open_file(MINUTES, Known.of(workspace), Patient()), window))
    (reader,) = readers()
    places = [one.place for one in preview.reading.source.paragraphs]
    line = next(place.line_from for place in places if preview.reading.part_of(place) is Part.TEXT)
    preview.reading.log.set_part([line], Part.LEFT_OUT)
    preview.reading.read_anew()
    settled(qtbot, preview)
    assert preview.reading.draft.parts[line] is Part.LEFT_OUT
    assert readers() == [reader]
    preview.reject()
    qtbot.waitUntil(lambda: readers() == [])


def test_a_window_that_is_closed_while_its_file_is_read_leaves_no_process(workspace):
    gone = Patient()
    gone.cancelled = True
    with pytest.raises(UserError, match="cancelled"):
        open_file(MINUTES, Known.of(workspace), gone)
    assert readers() == []
