"""Asking for a line of text, or for one of a few."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.asking.frame import Dialog

WIDTH = 420
ROWS_SHOWN = 10


class Prompt(Dialog):
    """`answered` carries what was typed, also when that is nothing."""

    answered = Signal(str)

    def __init__(self, question: str, parent: QWidget | None, initial: str = "") -> None:
        super().__init__(question, parent, heading=question)
        self.setMinimumWidth(WIDTH)
        self.field = QLineEdit(initial, self)
        self.field.setAccessibleName(question)
        self.field.selectAll()
        self.body.addWidget(self.field)
        self.add_button(_("OK"), self.accept, look="primary", default=True)
        self.add_button(_("Cancel"), self.reject)
        self.accepted.connect(lambda: self.answered.emit(self.field.text()))
        self.field.setFocus()


class Choice(Dialog):
    """`answered` carries the place of the chosen one in the list."""

    answered = Signal(int)

    def __init__(self, question: str, words: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(question, parent, heading=question)
        self.setMinimumWidth(WIDTH)
        self.list = QListView(self)
        self.list.setProperty("look", "boxed")
        self.list.setAccessibleName(question)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setModel(QStringListModel(list(words), self))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        row = max(self.list.sizeHintForRow(0), 1)
        self.list.setMinimumHeight(row * min(len(words), ROWS_SHOWN) + 8)
        self.list.activated.connect(self._answer)
        self.body.addWidget(self.list, 1)
        self.add_button(_("Choose"), self.accept, look="primary", default=True)
        self.add_button(_("Cancel"), self.reject)
        self.accepted.connect(self._tell)
        self.list.setFocus()

    def _answer(self, _index: QModelIndex) -> None:
        self.accept()

    def _tell(self) -> None:
        if self.list.currentIndex().isValid():
            self.answered.emit(self.list.currentIndex().row())
