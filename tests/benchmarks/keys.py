"""From a key press to the repaint and to the disk, with a meeting of 100 items open, against a bare QTextEdit."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import material
from tests.benchmarks.report import Ratio, p95, ratio_of

ROUNDS, KEYS, STRETCH = 5, 150, 15


def measure() -> list[Ratio]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTextEdit

    from referatdesk import app as program
    from referatdesk.config.settings import Settings, SettingsFile
    from referatdesk.services.workspace import Durable, Workspace
    from referatdesk.ui.main_window import MainWindow
    from referatdesk.ui.preferences import Preferences

    with TemporaryDirectory() as folder:
        path = Path(folder) / "keys.referatdesk"
        meeting_id = material.archive(path, meetings=3, items=100, words=100)
        app = QApplication.instance() or program.application(Settings())
        post = program.Post()
        workspace = Workspace.open(path, post)
        preferences = Preferences(SettingsFile(Path(folder) / "settings.json"), Settings())
        window = MainWindow(workspace, preferences, lambda _path, _make: workspace)
        window.show()
        window.open_meeting(meeting_id)
        editor = window.view.item.decision.editor
        bare = QTextEdit()
        bare.setPlainText(editor.toPlainText())
        bare.setFont(editor.font())
        bare.resize(editor.size())
        bare.show()
        durable: list[float] = []
        pressed: list[float] = []
        workspace.subscribe(
            lambda event: (
                durable.append(time.monotonic() - pressed.pop(0)) if isinstance(event, Durable) and pressed else None
            )
        )

        def typed(widget: QTextEdit) -> list[float]:
            widget.setFocus()
            app.processEvents()
            return [_key(lambda: QTest.keyClick(widget, "a"), app.processEvents) for _ in range(STRETCH)]

        def round_of_both() -> tuple[list[float], list[float]]:
            """In turns of a few words, so that a processor that changes its pace does so for both."""
            turns = [(typed(bare), typed(editor)) for _ in range(KEYS // STRETCH)]
            return [key for one, _ in turns for key in one], [key for _, other in turns for key in other]

        round_of_both()
        theirs, ours = [], []
        for _ in range(ROUNDS):
            one, other = round_of_both()
            theirs.append(p95(one))
            ours.append(p95(other))
        for _ in range(12):
            pressed[:] = [time.monotonic()]
            QTest.keyClick(editor, "a")
            limit = time.monotonic() + 5
            while pressed and time.monotonic() < limit:
                app.processEvents()
        window.close()
        return [
            ratio_of("key: GUI-thread CPU to the repaint (p95), bare QTextEdit", ours, theirs, 1.3),
            ratio_of(
                "key: oldest wait until it is on the disk, promise 1500 ms", [t * 1000 for t in durable], [1500.0], 1.0
            ),
        ]


def _key(press: Callable[[], None], paint: Callable[[], None]) -> float:
    began = time.thread_time()
    press()
    paint()
    return (time.thread_time() - began) * 1000
