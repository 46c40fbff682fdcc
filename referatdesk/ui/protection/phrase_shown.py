"""The twelve words, shown once: to be written down, kept in a file if she asks for one, or handed out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.i18n.errors import error_words
from referatdesk.services.archive import protection
from referatdesk.services.archive.phrase import Phrase
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.ask import QtAsk
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label

COLUMNS = 3
WIDTH = 560


class PhraseShown(Dialog):
    """Accepted once she says that she has the words."""

    def __init__(self, phrase: Phrase, archive: str, parent: QWidget | None) -> None:
        super().__init__(_("Recovery phrase"), parent, heading=_("Write these twelve words down"), sign="lock")
        self._phrase = phrase
        self._archive = archive
        self._ask = QtAsk(self)
        self.setMinimumWidth(WIDTH)
        words = _(
            "With them the archive opens on any computer. Nobody can open it without them once this computer is lost "
            "or replaced, so keep them on paper, apart from the computer. They are not shown again."
        )
        self.body.addWidget(label(words, self))
        self.body.addWidget(self._grid())
        self.body.addLayout(self._further_places())
        self._said = label(" ", self, tone="muted")
        self.body.addWidget(self._said)
        self.body.addStretch(1)
        self.add_button(_("I have written them down"), self.accept, look="primary", default=True).setFocus()
        self.add_button(_("Cancel"), self.reject)

    def _further_places(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(button(_("Keep in a file…"), self._keep, self))
        hand_out = button(_("Hand out to the municipality…"), self._hand_out, self)
        hand_out.setToolTip(_("A file with the words that only whoever has the key of a certificate can read"))
        line.addWidget(hand_out)
        line.addStretch(1)
        return line

    def _grid(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("look", "panel")
        grid = QGridLayout(frame)
        grid.setContentsMargins(SPACE.large, SPACE.medium, SPACE.large, SPACE.medium)
        grid.setVerticalSpacing(SPACE.small)
        rows = -(-len(self._phrase.words) // COLUMNS)
        for place, word in enumerate(self._phrase.words):
            shown = label(f"{place + 1}.  {word}", frame, kind="strong")
            shown.setWordWrap(False)
            shown.setMinimumHeight(shown.sizeHint().height())
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(shown, place % rows, place // rows)
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        frame.setAccessibleName(self._phrase.text)
        return frame

    def _keep(self) -> None:
        proposed = _("{archive} - recovery phrase.txt").format(archive=Path(self._archive).stem)
        self._ask.file_to_save(_("Keep in a file"), proposed, _("Text (*.txt)"), self._keep_in)

    def _keep_in(self, path: Path) -> None:
        self._attempt(lambda: protection.keep_in_file(self._phrase, path, self._archive), path)

    def _hand_out(self) -> None:
        kinds = _("Certificates (*.cer *.crt *.pem)")
        self._ask.file_to_open(_("The municipality's certificate"), kinds, self._choose_target)

    def _choose_target(self, certificate: Path) -> None:
        proposed = _("{archive} - recovery phrase.p7m").format(archive=Path(self._archive).stem)
        self._ask.file_to_save(
            _("Hand out to the municipality"),
            proposed,
            _("Encrypted (*.p7m)"),
            lambda path: self._attempt(
                lambda: protection.hand_out(self._phrase, certificate, path, self._archive, overwrite=True), path
            ),
        )

    def _attempt(self, act: Callable[[], None], path: Path) -> None:
        try:
            act()
        except UserError as error:
            self._say(error_words(error.code, error.data).replace("\n", " "), "bad")
        else:
            self._say(_("Written: {name}").format(name=path.name), "good")

    def _say(self, words: str, tone: str) -> None:
        self._said.setText(words)
        self._said.setProperty("tone", tone)
        self._said.style().polish(self._said)
        announce(self, words)
