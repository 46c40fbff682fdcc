"""What the window's toolkit would leave behind by itself: messages that quote, and a memory of the folders visited."""

from __future__ import annotations

import re

from PySide6.QtCore import QMessageLogContext, QSettings, QtMsgType, qInstallMessageHandler

from referatdesk.config import running
from referatdesk.services import reports

_PLACE = r"\s*(Q[A-Za-z]{1,60}(?:::[A-Za-z~]{1,60})?)\b"
_SEVERE = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}


def leave_none() -> None:
    """Called before the first window."""
    qInstallMessageHandler(_said)
    folder = running.folder()
    if folder is not None:
        # File dialogs keep the folders that were visited, whose names can be those of people.
        for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, str(folder))


def _said(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """The kind and the place alone: the toolkit names files, and quotes what it was given."""
    severity = _SEVERE.get(kind)
    if severity is not None:
        place = re.match(_PLACE, message)
        reports.put_down(f"Qt {severity} {context.category or ''} {place[1] if place else ''}\n")
