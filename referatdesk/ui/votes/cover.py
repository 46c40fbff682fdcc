"""A pane over the item's own: the meeting goes on below, and Escape leads back to where the keyboard was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.events import Applied, MeetingOpened
from referatdesk.ui.widgets.controls import button
from referatdesk.ui.widgets.panel import Panel
from referatdesk.ui.widgets.tab_order import takes_tab

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow


class Cover(Panel):
    """It goes when another item is shown, or when the work below is taken up again.

    What comes after words that it has written is typed behind them.
    """

    def __init__(self, title: str, window: MainWindow) -> None:
        self._covered = window.view.item
        super().__init__(title, self._covered)
        self._window = window
        self._desk = window.desk
        self._from_minutes = self._covered.minutes.editor.hasFocus()
        self.item_id = self._covered.item_id
        self.has_written = False
        self.close_button = button(_("Close (Esc)"), self.leave, self, look="quiet")
        self._header.addWidget(self.close_button)

    def open(self) -> None:
        self._covered.installEventFilter(self)
        self._window.view.item_shown.connect(self._item_shown)
        self._desk.watch(self, self._heard)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_went)
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()

    def leave(self) -> None:
        """The keyboard goes back, unless it is elsewhere by now."""
        focus = QApplication.focusWidget()
        had_keyboard = focus is not None and (focus is self or self.isAncestorOf(focus))
        self.hide()
        self.deleteLater()
        if had_keyboard and self._from_minutes:
            self._covered.focus_minutes()
        elif had_keyboard:
            self._covered.focus_decision()
        if self.has_written:
            self._covered.decision.editor.moveCursor(QTextCursor.MoveOperation.End)

    def enter(self) -> None:
        """Enter was pressed anywhere in the pane but on a button."""
        raise NotImplementedError

    def shown_records_changed(self) -> None:
        """Something of the open meeting is another."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            focus = QApplication.focusWidget()
            if isinstance(focus, QAbstractButton):
                focus.click()
            else:
                self.enter()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round in the pane: what lies below it cannot be seen."""
        here = QApplication.focusWidget()
        if here is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        one: QWidget | None = here
        while one is not None:
            one = one.nextInFocusChain() if forward else one.previousInFocusChain()
            if one is None or one is here:
                break
            if self.isAncestorOf(one) and one.isVisible() and one.isEnabled() and takes_tab(one):
                one.setFocus(reason)
                return True
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._covered and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)

    def _item_shown(self, item_id: str) -> None:
        if item_id != self.item_id:
            self.leave()

    def _heard(self, event: object) -> None:
        if isinstance(event, MeetingOpened):
            self.leave()
        elif isinstance(event, Applied) and self.isVisible():
            self.shown_records_changed()

    def _focus_went(self, before: QWidget | None, widget: QWidget | None) -> None:
        """Nobody writes in what cannot be seen."""
        del before
        if widget is None or not self.isVisible():
            return
        if self._covered.isAncestorOf(widget) and widget is not self and not self.isAncestorOf(widget):
            self.leave()
