"""The doubt that is looked at: the question, what is printed there, and the answers with their keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services.drafts import Doubt
from referatdesk.ui.reading.said import is_answerable
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label, tool
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.words.doubts import answer_words, doubt_words


class DoubtBar(QFrame):
    """`stepped` carries +1 or -1; what the answers do is the window's affair."""

    accepted = Signal()
    kept = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "toast")
        mark(self, tone="warn")
        self._count = label("", self, tone="warn", kind="strong")
        self._count.setWordWrap(False)
        self._question = label("", self)
        self._printed = ElidedLabel("", self)
        mark(self._printed, tone="muted")
        self.accept = button("", self.accepted.emit, self, look="primary")
        self.keep = button(_("Leave it (Esc)"), self.kept.emit, self)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        words.addWidget(self._question)
        words.addWidget(self._printed)
        box = QHBoxLayout(self)
        box.setContentsMargins(SPACE.medium, SPACE.small, SPACE.small, SPACE.small)
        box.setSpacing(SPACE.medium)
        box.addWidget(self._count)
        box.addLayout(words, 1)
        box.addWidget(self.accept)
        box.addWidget(self.keep)
        box.addWidget(tool(_("Previous doubt (Shift+F8)"), "up", lambda: self.stepped.emit(-1), self))
        box.addWidget(tool(_("Next doubt (F8)"), "down", lambda: self.stepped.emit(1), self))

    def show_doubt(self, doubt: Doubt | None, place: int, count: int) -> None:
        """None shows how many there are, if any."""
        self.setVisible(count > 0)
        self.accept.setVisible(doubt is not None and is_answerable(doubt))
        self.keep.setVisible(doubt is not None)
        self._printed.setVisible(doubt is not None and bool(doubt.text))
        if doubt is None:
            self._count.setText(ngettext("{count} doubt", "{count} doubts", count).format(count=count))
            self._question.setText(_("F8 goes through what could be read in more than one way."))
            return
        self._count.setText(_("Doubt {place} of {count}").format(place=place, count=count))
        self._question.setText(doubt_words(doubt))
        self._printed.setText(doubt.text.replace("\n", " "))
        self.accept.setText(_("{answer} (Enter)").format(answer=answer_words(doubt)))
        announce(self, f"{self._count.text()}. {self._question.text()} {doubt.text}. {answer_words(doubt)}")
