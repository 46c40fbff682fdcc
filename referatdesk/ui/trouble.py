"""Our own mistakes as the window meets them: told in a sentence, never swallowed; `reports` writes them down."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from referatdesk.i18n.catalogue import _
from referatdesk.services import reports

TOLD = "mistake"


def catch_mistakes() -> None:
    reports.name_also(f"Qt {qVersion()}")
    sys.excepthook = _mistake


def _mistake(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _tell(reports.put_down(reports.describe(kind, trace), aloud=True))


def _tell(written: Path | None) -> None:
    """One message at a time: a mistake in painting comes back with every repaint."""
    if any(window.objectName() == TOLD for window in QApplication.topLevelWidgets()):
        return
    words = [_("What you wrote is saved as usual. You can go on; if it happens again, restart.")]
    if written is not None:
        words.append(_("A report without any of your text lies here:\n{path}").format(path=written))
    from referatdesk.ui.asking.message import Message  # noqa: PLC0415 - hopefully never

    message = Message(
        _("Something in Referatdesk went wrong."), "\n\n".join(words), QApplication.activeWindow(), sign="error"
    )
    message.setObjectName(TOLD)
    message.open()
