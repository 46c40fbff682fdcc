"""The palette over the window: a line to type in, and below it what fits, the best first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.palette.entries import Entry, best
from referatdesk.ui.palette.rows import EntryDelegate, EntryModel, EntryRole
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import label
from referatdesk.ui.widgets.keyboard import give_back

WIDEST = 640
MOST_ROWS = 11
KEPT = 30
_Key = Qt.Key
_STEPS = {_Key.Key_Down: 1, _Key.Key_Up: -1, _Key.Key_PageDown: MOST_ROWS, _Key.Key_PageUp: -MOST_ROWS}
_OWN = (_Key.Key_Escape, _Key.Key_Return, _Key.Key_Enter)


class Palette(QFrame):
    """One per window. The keyboard goes back to where it was before what was chosen is done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: Sequence[Entry] = ()
        self._used: list[str] = []
        self._came_from: QWidget | None = None
        self.setObjectName("palette")
        self.setProperty("look", "card")
        self.line = QLineEdit(self)
        self.line.textChanged.connect(self._seek)
        self.line.installEventFilter(self)
        self.list = QListView(self)
        self._model = EntryModel()
        self._set_up_list()
        self.nothing = label("", self, tone="muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        box.setSpacing(SPACE.small)
        box.addWidget(self.line)
        box.addWidget(self.list, 1)
        box.addWidget(self.nothing)
        window.installEventFilter(self)
        self.hide()

    def _set_up_list(self) -> None:
        view = self.list
        view.setModel(self._model)
        view.setItemDelegate(EntryDelegate(view))
        view.setUniformItemSizes(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setMouseTracking(True)
        view.setProperty("look", "plain")
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._run)
        view.selectionModel().currentChanged.connect(self._say)

    def open_with(self, entries: Sequence[Entry], came_from: QWidget | None) -> None:
        self._entries = entries
        self._came_from = came_from
        self.line.setPlaceholderText(_("Command, item or person"))
        self.line.setAccessibleName(_("Command, item or person"))
        self.list.setAccessibleName(_("What fits"))
        self.nothing.setText(_("Nothing fits. Try the beginning of a word."))
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)
        self._seek("")
        self.show()
        self.raise_()
        self.line.setFocus()

    @property
    def shown(self) -> list[Entry]:
        """What fits now, the best first."""
        rows = range(self._model.rowCount())
        return [self._model.index(row).data(EntryRole.ENTRY) for row in rows]

    def close_palette(self) -> None:
        """The keyboard and the caret are again where they were."""
        came_from, self._came_from = self._came_from, None
        self.hide()
        give_back(came_from, Qt.FocusReason.PopupFocusReason)

    def _seek(self, typed: str) -> None:
        self._model.set_entries(best(self._entries, typed, self._used))
        there = self._model.rowCount() > 0
        self.nothing.setVisible(not there)
        self.list.setVisible(there)
        if there:
            self.list.setCurrentIndex(self._model.index(0))
        elif self.isVisible():
            announce(self, self.nothing.text())
        self._place()

    def _say(self, index: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            announce(self.list, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _run(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(EntryRole.ENTRY)
        if entry is None:
            return
        if entry.why:
            announce(self, entry.why)
            return
        self._used = [*(key for key in self._used if key != entry.key), entry.key][-KEPT:]
        self.close_palette()
        entry.act()

    def _place(self) -> None:
        window = self._window
        width = min(WIDEST, window.width() - 2 * SPACE.large)
        rows = min(self._model.rowCount(), MOST_ROWS)
        below = rows * self.list.sizeHintForRow(0) if rows else self.nothing.sizeHint().height()
        wanted = self.line.sizeHint().height() + below + 4 * SPACE.small
        height = min(wanted, window.height() - 2 * SPACE.huge)
        self.setGeometry((window.width() - width) // 2, SPACE.huge, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isVisible():
            return False
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self.line and event.type() == QEvent.Type.FocusOut and not self._is_passing():
            self._came_from = None
            self.hide()
        elif watched is self.line and isinstance(event, QKeyEvent) and event.key() in (*_STEPS, *_OWN):
            return self._pressed(event)
        return False

    @staticmethod
    def _is_passing() -> bool:
        """Another program is in front, or a menu of the line: the palette is still there afterwards."""
        return QApplication.focusWidget() is None or QApplication.activePopupWidget() is not None

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._obey(_Key(event.key()))
        return True

    def _obey(self, key: Qt.Key) -> None:
        if key == _Key.Key_Escape:
            self.close_palette()
        elif key in _STEPS:
            row = self.list.currentIndex().row() + _STEPS[key]
            self.list.setCurrentIndex(self._model.index(max(0, min(row, self._model.rowCount() - 1))))
        else:
            self._run(self.list.currentIndex())
