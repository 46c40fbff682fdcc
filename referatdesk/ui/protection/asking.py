"""The phrase asked for, where a protected archive's key is not on this computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.i18n.errors import error_words
from referatdesk.services.archive import unlocking
from referatdesk.services.archive.phrase import WORDS, meant_by, words_in
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.ask import QtAsk
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.protection.making import tell_forgotten
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label

WIDTH = 600


class PhraseAsked(Dialog):
    """Accepted once the archive opens with what was typed."""

    def __init__(self, path: Path, parent: QWidget | None) -> None:
        heading = _("The archive is protected")
        super().__init__(_("Recovery phrase"), parent, heading=heading, sign="lock")
        self.setMinimumWidth(WIDTH)
        self._path = path
        words = _("{name} opens with the twelve words that were written down when it was protected.")
        self.body.addWidget(label(words.format(name=path.name), self))
        self.field = QLineEdit(self)
        self.field.setAccessibleName(_("Recovery phrase"))
        self.field.setPlaceholderText(_("Twelve words; the first four letters of each will do"))
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.field.textChanged.connect(self._look)
        self.body.addWidget(self.field)
        self._said = label(" ", self, tone="muted")
        self._said.setMinimumHeight(2 * self._said.fontMetrics().height())
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._said)
        self._remember = QCheckBox(_("Let this computer remember the key, where it can"), self)
        self._remember.setChecked(True)
        self.body.addWidget(self._remember)
        self.add_left(button(_("From a file…"), self._choose_file, self))
        self.add_button(_("Open the archive"), self._try, look="primary", default=True)
        self.add_button(_("Cancel"), self.reject)
        self.field.setFocus()

    def _look(self, text: str) -> None:
        """The first word that is none is named as soon as the next one is begun."""
        typed = words_in(text)
        done = typed if text.endswith((" ", ",")) else typed[:-1]
        for number, word in enumerate(done, 1):
            if meant_by(word) is None:
                data = {"number": number, "word": word}
                self._say(error_words("phrase.word", data).partition("\n")[0], "bad")
                return
        self._say(_("{count} of {wanted} words").format(count=len(typed), wanted=WORDS) if typed else " ", "muted")

    def _choose_file(self) -> None:
        QtAsk(self).file_to_open(_("Recovery phrase"), _("Text (*.txt);;All files (*)"), self._read_file)

    def _read_file(self, path: Path) -> None:
        try:
            self.field.setText(unlocking.phrase_in_file(path))
        except UserError as error:
            self._tell(error)

    def _try(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            unlocking.unlock(self._path, self.field.text())
            self.is_forgotten = self._remember.isChecked() and not unlocking.remember(self._path)
        except UserError as error:
            if error.code == "archive.damaged":
                self.damaged = error
                self.reject()
            self._tell(error)
            self.field.setFocus()
        else:
            self.accept()
        finally:
            QApplication.restoreOverrideCursor()

    is_forgotten = False
    """The key was to be remembered, and no keyring keeps it."""
    damaged: UserError | None = None
    """The phrase is right and the archive is damaged."""

    def _tell(self, error: UserError) -> None:
        words = error_words(error.code, error.data).replace("\n", " ")
        self._say(words, "bad")
        announce(self, words)

    def _say(self, words: str, tone: str) -> None:
        self._said.setText(words)
        self._said.setProperty("tone", tone)
        self._said.style().polish(self._said)


def unlock_by_asking(path: Path) -> None:
    """Waits for the phrase; raises UserError "archive.needs_phrase" where the user gives up, or "archive.damaged"."""
    dialog = PhraseAsked(path, QApplication.activeWindow())
    opens = dialog.exec() == Dialog.DialogCode.Accepted
    if dialog.damaged is not None:
        raise dialog.damaged
    if not opens:
        raise UserError("archive.needs_phrase", path=path)
    if dialog.is_forgotten:
        tell_forgotten(_("The archive is open"))
