"""The one class that asks the user. It never waits: what comes after the answer is handed to it.

A test hands the window another `Ask` that answers at once.
"""

# ruff: noqa: PLC0415 - the first window opens before there is anything to ask

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.i18n.errors import error_words
from referatdesk.services.errors import UserError
from referatdesk.ui.theme import dress

T = TypeVar("T")


class Ask(Protocol):
    def confirm(
        self, question: str, detail: str, yes: str, act: Callable[[], None], *, dangerous: bool = False
    ) -> None: ...

    def text(self, question: str, act: Callable[[str], None], initial: str = "") -> None: ...

    def choice(self, question: str, choices: Sequence[tuple[str, T]], act: Callable[[T], None]) -> None: ...

    def file_to_open(self, title: str, filters: str, act: Callable[[Path], None]) -> None: ...

    def folder_to_open(self, title: str, act: Callable[[Path], None]) -> None: ...

    def file_to_save(self, title: str, proposed: str, filters: str, act: Callable[[Path], None]) -> None: ...

    def inform(self, title: str, words: str) -> None: ...

    def tell(self, error: UserError) -> None: ...

    def tell_exception(self, error: Exception) -> None: ...


class QtAsk(QObject):
    """Asks in dialogs over the window, or over the dialog that is in front of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    @property
    def _front(self) -> QWidget:
        return QApplication.activeModalWidget() or self._window

    def confirm(
        self, question: str, detail: str, yes: str, act: Callable[[], None], *, dangerous: bool = False
    ) -> None:
        """`act` runs on a clear yes; Enter means yes only where nothing can go wrong."""
        from referatdesk.ui.asking.message import Confirmation

        dialog = Confirmation(question, detail, yes, self._front, dangerous=dangerous)
        dialog.accepted.connect(act)
        dialog.open()

    def text(self, question: str, act: Callable[[str], None], initial: str = "") -> None:
        from referatdesk.ui.asking.prompt import Prompt

        dialog = Prompt(question, self._front, initial)
        dialog.answered.connect(act)
        dialog.open()

    def choice(self, question: str, choices: Sequence[tuple[str, T]], act: Callable[[T], None]) -> None:
        from referatdesk.ui.asking.prompt import Choice

        dialog = Choice(question, [words for words, _value in choices], self._front)
        dialog.answered.connect(lambda place: act(choices[place][1]))
        dialog.open()

    def file_to_open(self, title: str, filters: str, act: Callable[[Path], None]) -> None:
        dialog = self._file_dialog(title, filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._hand_over(dialog, act)
        dialog.open()

    def folder_to_open(self, title: str, act: Callable[[Path], None]) -> None:
        dialog = self._file_dialog(title, "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        self._hand_over(dialog, act)
        dialog.open()

    def file_to_save(self, title: str, proposed: str, filters: str, act: Callable[[Path], None]) -> None:
        """`proposed` is a name or a whole path. Whether a file that exists may be replaced is asked in the dialog."""
        dialog = self._file_dialog(title, filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        path = Path(proposed)
        dialog.setDefaultSuffix(path.suffix.lstrip("."))
        if path.is_absolute():
            dialog.setDirectory(str(path.parent))
        dialog.selectFile(path.name)
        self._hand_over(dialog, act)
        dialog.open()

    def _hand_over(self, dialog: QFileDialog, act: Callable[[Path], None]) -> None:
        """Once the dialog is gone: it tells what was chosen before that, and takes what opens over it along."""
        dialog.fileSelected.connect(lambda chosen: QTimer.singleShot(0, self, lambda: act(Path(chosen))))

    def _file_dialog(self, title: str, filters: str) -> QFileDialog:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = documents if Path(documents).is_dir() else str(Path.home())
        dialog = QFileDialog(self._front, title, folder, filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Kind of file:"))
        dress(dialog)
        return dialog

    def inform(self, title: str, words: str) -> None:
        from referatdesk.ui.asking.message import Message

        Message(title, words, self._front).open()

    def tell(self, error: UserError) -> None:
        """What happened, that nothing is lost, and what to do."""
        from referatdesk.ui.asking.message import Message

        happened, _end, advice = error_words(error.code, error.data).partition("\n")
        Message(happened, advice, self._front, sign="warning", heading=_("That did not work")).open()

    def tell_exception(self, error: Exception) -> None:
        """A known error is told; any other is a mistake of ours and goes on to whoever reports those."""
        if not isinstance(error, UserError):
            raise error
        self.tell(error)
