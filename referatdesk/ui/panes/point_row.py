"""One point of a recommendation: its words, what was made of it, and the line for what is said further."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from referatdesk.domain.codes import Outcome
from referatdesk.i18n.catalogue import _
from referatdesk.ui.icons import icon
from referatdesk.ui.panes.point_choices import LETTER_OF_NONE, LETTERS, outcome_sign, outcome_words
from referatdesk.ui.widgets.elided_label import ElidedLabel

FIGURES = frozenset("123456789")
MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point as it is shown. `addition` is what is said further of its outcome."""

    id: str
    mark: str
    words: str
    outcome: Outcome | None
    addition: str = ""

    @property
    def name(self) -> str:
        """As a screen reader says it: "Recommendation 2, open"."""
        state = f"{outcome_words(self.outcome).lower()} {self.addition}".rstrip()
        return _("Recommendation {mark}, {outcome}").format(mark=self.mark, outcome=state)


class PointButton(QToolButton):
    """Space or a click approves and takes it back, a letter sets an outcome; a right click offers them all.

    `moved` carries the place of another point, counted from this one, and `called` the number of one.
    """

    picked = Signal(object)
    moved = Signal(int)
    called = Signal(int)
    asked_for_more = Signal()
    left = Signal()

    def __init__(self, row: PointRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcome = row.outcome
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setText(outcome_words(row.outcome))
        self.setIcon(icon(*outcome_sign(row.outcome)))
        self.setAccessibleName(row.name)
        self.setAccessibleDescription(row.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda _place: self._offer())
        self.clicked.connect(lambda: self.picked.emit(None if row.outcome else Outcome.APPROVED))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._offer()
        elif event.modifiers() & MODIFIED or not (self._goes(event) or self._settles(event)):
            super().keyPressEvent(event)

    def _goes(self, event: QKeyEvent) -> bool:
        """The keys that lead to another place."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.text() in FIGURES:
            self.called.emit(int(event.text()))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked_for_more.emit()
        else:
            return False
        return True

    def _settles(self, event: QKeyEvent) -> bool:
        letter = event.text().upper()
        if letter in LETTERS:
            self.picked.emit(LETTERS[letter])
        elif letter == LETTER_OF_NONE or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.picked.emit(None)
        else:
            return False
        return True

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for letter, outcome in LETTERS.items():
            menu.addAction(f"{outcome_words(outcome)}\t{letter}").triggered.connect(partial(self._pick, outcome))
        if self._outcome is not None:
            menu.addSeparator()
            leave_open, further = _("Leave open"), _("Reason or change…")
            menu.addAction(f"{leave_open}\t{LETTER_OF_NONE}").triggered.connect(partial(self._pick, None))
            menu.addAction(f"{further}\tEnter").triggered.connect(self.asked_for_more)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _pick(self, outcome: Outcome | None, _checked: bool = False) -> None:
        self.picked.emit(outcome)


class PointWidget(QWidget):
    """`said` carries what was typed as said further, unless that is known already. `ended` tells whether Enter closed
    the line or the keyboard is elsewhere; `closed`, that Escape did.
    """

    said = Signal(str)
    typed = Signal()
    ended = Signal(bool)
    closed = Signal()

    def __init__(self, row: PointRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.button = PointButton(row, self)
        self.further: QLineEdit | None = None
        self._words = ElidedLabel(parent=self)
        self.show_addition(row)
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(self.button)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addLayout(line)

    def show_addition(self, row: PointRow) -> None:
        """The same point and outcome, of which something else is said further."""
        self.row = row
        more = f" – {row.addition}" if row.addition else ""
        self._words.setText(f"{row.mark}.  {row.words}{more}")
        self.button.setAccessibleName(row.name)

    def ask_further(self, words: str, *, is_typed: bool) -> None:
        """Opens the line, with words to go on from or that were typed already. Leaving it keeps what was typed."""
        self.close_line()
        line = QLineEdit(words, self)
        line.setModified(is_typed)
        line.setAccessibleName(_("What is said further of recommendation {mark}").format(mark=self.row.mark))
        line.setPlaceholderText(_("Reason or change, then Enter"))
        line.installEventFilter(self)
        line.textEdited.connect(self.typed)
        line.returnPressed.connect(partial(self._say, by_enter=True))
        line.editingFinished.connect(partial(self._say, by_enter=False))
        self.further = line
        self._box.addWidget(line)
        line.show()
        line.setFocus()

    def close_line(self) -> None:
        line, self.further = self.further, None
        if line is not None:
            line.hide()
            line.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and watched is self.further:
            if event.type() == QEvent.Type.KeyPress:
                self.close_line()
                self.closed.emit()
            return True
        return super().eventFilter(watched, event)

    def _say(self, *, by_enter: bool) -> None:
        if self.further is not None:
            words, is_new = self.further.text(), self.further.isModified()
            self.close_line()
            if is_new:
                self.said.emit(words)
            self.ended.emit(by_enter)
