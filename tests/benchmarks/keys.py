"""From a key press to the repaint and to the disk, with a meeting of 100 items open, against a bare QTextEdit."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from referatdesk import app as program
from referatdesk.config.settings import Settings, SettingsFile
from referatdesk.services.archive.events import Durable
from referatdesk.services.archive.workspace import Workspace
from referatdesk.ui.main_window import MainWindow
from referatdesk.ui.preferences import Preferences
from tests.benchmarks import material
from tests.benchmarks.report import Ratio, p95, ratio_of

ROUNDS, KEYS, STRETCH = 5, 150, 15
KEYS_TO_THE_DISK, PATIENCE = 12, 5.0
PROMISE_MS = 1500.0


def measure() -> Iterator[Ratio]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "keys.referatdesk"
        meeting_id = material.archive(path, meetings=3, items=100, words=100)
        if QApplication.instance() is None:
            program.application(Settings())
        post = program.Post()
        workspace = Workspace.open(path, post)
        preferences = Preferences(SettingsFile(Path(folder) / "settings.json"), Settings())
        window = MainWindow(workspace, preferences, lambda _path, _make: workspace)
        window.show()
        window.open_meeting(meeting_id)
        editor = window.view.item.decision.editor
        yield _repaint(editor, bare_twin(editor))
        yield _durable(editor, workspace)
        window.close()


def bare_twin(editor: QTextEdit) -> QTextEdit:
    """A QTextEdit with the same text in the same letters and size."""
    bare = QTextEdit()
    bare.setPlainText(editor.toPlainText())
    bare.setFont(editor.font())
    bare.resize(editor.size())
    bare.show()
    return bare


def _repaint(editor: QTextEdit, bare: QTextEdit) -> Ratio:
    in_turns(bare, editor)
    rounds = [in_turns(bare, editor) for _ in range(ROUNDS)]
    theirs, ours = [p95(one) for one, _ in rounds], [p95(other) for _, other in rounds]
    return ratio_of("key: GUI-thread CPU to the repaint (p95), bare QTextEdit", ours, theirs, 1.3)


def in_turns(bare: QTextEdit, editor: QTextEdit) -> tuple[list[float], list[float]]:
    """Typed in turns of a few words, so that a processor that changes its pace does so for both."""
    turns = [(_typed(bare), _typed(editor)) for _ in range(KEYS // STRETCH)]
    return [key for one, _ in turns for key in one], [key for _, other in turns for key in other]


def _typed(widget: QTextEdit) -> list[float]:
    widget.setFocus()
    QApplication.processEvents()
    return [_key(widget) for _ in range(STRETCH)]


def _key(widget: QTextEdit) -> float:
    """CPU milliseconds of the GUI thread from a key press until it is painted."""
    began = time.thread_time()
    QTest.keyClick(widget, "a")
    QApplication.processEvents()
    return (time.thread_time() - began) * 1000


def _durable(editor: QTextEdit, workspace: Workspace) -> Ratio:
    waits: list[float] = []
    for _ in range(KEYS_TO_THE_DISK):
        saved: list[Durable] = []
        stop = workspace.subscribe(lambda event, told=saved: told.append(event) if isinstance(event, Durable) else None)
        pressed = time.monotonic()
        QTest.keyClick(editor, "a")
        while not saved and time.monotonic() - pressed < PATIENCE:
            QApplication.processEvents()
        stop()
        waits.append((time.monotonic() - pressed) * 1000)
    return ratio_of("key: until it is on the disk, promise 1500 ms", waits, [PROMISE_MS], 1.0)
