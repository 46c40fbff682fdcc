"""Files and folders handed to the program that the system opens them with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from referatdesk.config.running import as_given


def open_outside(path: Path) -> None:
    """The other program is not started with what holds for ours: its files are its own."""
    with as_given():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
