"""One line at the foot of the meeting in which shorthand is typed; below it stands what Enter will do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.writing import shorthand
from referatdesk.services.writing.shorthand import Fault, PutIn, Scene
from referatdesk.ui.desk import Desk
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.keyboard import give_back, keyboard_holder
from referatdesk.ui.writing.order_words import order_words
from referatdesk.ui.writing.orders import Orders

if TYPE_CHECKING:
    from referatdesk.ui.meeting_view import MeetingView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommandLine(QFrame):
    """Enter carries the order out and gives the keyboard back to where it was; Escape only gives it back."""

    def __init__(self, desk: Desk, view: MeetingView, trigger: Callable[[str], None]) -> None:
        super().__init__(view.window())
        self._desk = desk
        self._view = view
        self._orders = Orders(desk, view, trigger)
        self._scene = Scene()
        self._item_id = ""
        self._back: QWidget | None = None
        self.setProperty("look", "card")
        self.setAccessibleName(_("Command line"))
        self.line = QLineEdit(self)
        self.line.setAccessibleName(_("Order in shorthand"))
        self.line.setPlaceholderText("+ab   -ab   a ab   !3   @ab 1/9 …   >5")
        self.line.textChanged.connect(self._preview)
        self.line.installEventFilter(self)
        self.preview = QLabel(self)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        box.setSpacing(SPACE.hair)
        box.addWidget(self.line)
        box.addWidget(self.preview)
        view.installEventFilter(self)
        view.item_shown.connect(self._item_shown)
        view.destroyed.connect(self.deleteLater)
        self.hide()

    def open_line(self) -> None:
        focused = keyboard_holder()
        if focused is not self.line:
            self._back = focused
        self._item_id = self._view.item.item_id
        self._scene = self._orders.scene(self._editor())
        self.line.clear()
        self._preview()
        self.show()
        self.raise_()
        self.line.setFocus()

    def _item_shown(self, item_id: str) -> None:
        """What stands in the line was about another item."""
        if self.isVisible() and item_id != self._item_id:
            self.close_line()

    def close_line(self) -> None:
        back, self._back = self._back, None
        self.hide()
        if not give_back(back):
            self._view.item.focus_minutes()

    def _editor(self) -> RichTextEdit:
        """Where a phrase is written: the text that the caret was in, else that of the decision."""
        return self._back if isinstance(self._back, RichTextEdit) else self._view.item.decision.editor

    def _place(self) -> None:
        """Over the foot of the window, so that nothing above it moves."""
        window = self.window()
        width = window.width() - 2 * SPACE.small
        height = self.heightForWidth(width)
        self.setGeometry(SPACE.small, window.height() - height, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() == QEvent.Type.Hide:
            self.hide()
        elif watched is self._view and event.type() == QEvent.Type.Resize:
            self._place()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.line:
            if event.key() == Qt.Key.Key_Escape:
                self.close_line()
                return True
            if event.key() in _ENTER:
                self.carry_out()
                return True
        return super().eventFilter(watched, event)

    def carry_out(self) -> None:
        order = shorthand.read(self.line.text(), self._scene)
        words = self._orders.idle_words(order) or order_words(order, self._desk.workspace)
        if isinstance(order, Fault):
            self.close_line() if not self.line.text().strip() else announce(self.line, words)
            return
        editor = self._editor()
        self.close_line()
        if isinstance(order, PutIn):
            editor.setFocus()
        self._orders.carry_out(order, editor)
        announce(self._view, words)

    def _preview(self) -> None:
        order = shorthand.read(self.line.text(), self._scene)
        idle = self._orders.idle_words(order)
        is_wrong = bool(idle) or (isinstance(order, Fault) and order.code != "empty")
        self.preview.setText(("⚠ " if is_wrong else "") + (idle or order_words(order, self._desk.workspace)))
        mark(self.preview, tone="warn" if is_wrong else "muted" if isinstance(order, Fault) else "good")
        self._place()
