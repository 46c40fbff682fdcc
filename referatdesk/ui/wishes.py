"""A second start of an archive that is open here: its wish is heard, and the window comes to the front."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from referatdesk.services.archive import holding


class WishListener(QObject):
    """Listens for one archive at a time; `wished` is told when somebody wants to see its window."""

    wished = Signal(str)
    """What the desktop gave the other start for coming to the front; mostly empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _folder: self._look())

    def listen(self, archive: Path) -> None:
        self.stop()
        folder = holding.wishes_folder(archive)
        if folder is None:
            return
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._watcher.addPath(str(folder)):
                self._folder = folder
                self._look()

    def stop(self) -> None:
        """Wishes that came too late stay: whoever made one opens the archive itself, once that is free."""
        if self._folder is not None:
            self._watcher.removePath(str(self._folder))
            with suppress(OSError):
                self._folder.rmdir()
            self._folder = None

    def _look(self) -> None:
        token = holding.take_wishes(self._folder) if self._folder is not None else None
        if token is not None:
            self.wished.emit(token)


def come_forward(window: QWidget, token: str) -> None:
    """Brings the window, and a dialog that stands over it, before other programs, as far as the desktop lets it."""
    if token:
        os.environ[holding.ACTIVATION] = token  # read by Qt where the desktop is Wayland's
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    for shown in (window, QApplication.activeModalWidget()):
        if shown is not None:
            shown.show()
            shown.raise_()
            shown.activateWindow()


def let_another_come_forward() -> None:
    """Windows lets only the program that the user started last bring a window to the front: this one hands that on."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        any_program = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_program)
