"""Tells when a window has been painted and has taken a key, then leaves."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class Painted(QObject):
    """After the first paint a key goes to the widget with the focus; when its event has been handled, time is up."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._seen = False
        QApplication.instance().installEventFilter(self)

    def eventFilter(  # noqa: N802 - Qt's own name
        self, watched: QObject, event: QEvent
    ) -> bool:
        painted = event.type() == QEvent.Type.Paint and isinstance(watched, QWidget)
        if painted and watched.window() is self._window and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._press)
        return False

    def _press(self) -> None:
        target = QApplication.focusWidget() or self._window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))
        sys.stdout.write(f"{time.monotonic()} {pss_megabytes()}\n")
        sys.stdout.flush()
        QTimer.singleShot(0, QApplication.instance().quit)


def pss_megabytes() -> float:
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0
