"""Focus mode: the title, whether the item is closed, the words, and whether they are saved; nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QPushButton, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

LETTERS = 80
BESIDE = 72
"""What stands beside the letters within the column: frames, edges, a scroll bar."""
WIDEST = (1 << 24) - 1
"""As wide as a widget may be: as it was before."""


class FocusMode(QObject):
    """Of one page of a meeting. All keys work as ever; those that lead to a pane that is hidden end it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.view)
        self._window = window
        self._view = window.view
        self._wanted: dict[QWidget, bool] = {}
        """What is put away, and whether it would be shown without this."""
        self._hiding = False
        self._way_out: QPushButton | None = None
        view = self._view
        for name, go in (
            ("view.case", view.item.case.open_first),
            ("decisions.points", view.item.decision.focus_points),
        ):
            window.actions_by_id[name].triggered.connect(partial(self._leave_for, go))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_went)

    @classmethod
    def of(cls, window: MainWindow) -> FocusMode:
        return window.view.findChild(cls) or cls(window)

    @property
    def is_on(self) -> bool:
        return bool(self._wanted)

    def toggle(self) -> None:
        if self.is_on:
            self.leave()
        else:
            self._enter()

    def _enter(self) -> None:
        for widget in self._beside():
            self._wanted[widget] = not widget.isHidden()
            widget.installEventFilter(self)
            self._hide(widget)
        self._view.installEventFilter(self)
        self._view.item.decision.editor.installEventFilter(self)
        status = self._window.status
        self._way_out = button(_("Show everything again (Esc)"), self.leave, status, look="quiet")
        status.addWidget(self._way_out)
        self._centre()
        focus = QApplication.focusWidget()
        if focus is None or not focus.isVisible():
            self._view.item.focus_minutes()
        announce(self._view, _("Only the minutes are shown. Escape leads back."))

    def leave(self) -> None:
        """Everything is shown again as it would be by now."""
        if not self.is_on:
            return
        wanted, self._wanted = self._wanted, {}
        self._view.removeEventFilter(self)
        self._view.item.decision.editor.removeEventFilter(self)
        for widget, shown in wanted.items():
            widget.removeEventFilter(self)
            widget.setVisible(shown)
        self._view.column.setMaximumWidth(WIDEST)
        if self._way_out is not None:
            self._window.status.removeWidget(self._way_out)
            self._way_out.deleteLater()
            self._way_out = None

    def _focus_went(self, _before: QWidget | None, widget: QWidget | None) -> None:
        """Nobody writes in what cannot be seen."""
        if self.is_on and widget is not None and self._view.isAncestorOf(widget) and not widget.isVisible():
            self.leave()

    def _leave_for(self, go: Callable[[], None], _checked: bool = False) -> None:
        if self.is_on:
            self.leave()
            go()

    def _beside(self) -> Iterator[QWidget]:
        """What is put away."""
        window, view, item = self._window, self._view, self._view.item
        yield window.menuBar()
        yield from (view.agenda, view.attendance, item.case, window.status.place)
        yield from _parts(view, view.column)
        yield from _parts(item, item.title, item.closed, item.decision.parentWidget())
        decision = item.decision
        yield from (part for part in _parts(decision, decision.body) if not isinstance(part, QLabel))
        yield from _parts(decision.body, decision.editor)

    def _hide(self, widget: QWidget) -> None:
        self._hiding = True
        widget.hide()
        self._hiding = False

    def _centre(self) -> None:
        """A column of so many letters in the middle, which needs no edges that would keep the window wide."""
        editor = self._view.item.decision.editor
        self._view.column.setMaximumWidth(editor.fontMetrics().averageCharWidth() * LETTERS + BESIDE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(watched, QWidget) and watched in self._wanted:
            if kind == QEvent.Type.ShowToParent:
                self._wanted[watched] = True
                self._hide(watched)
            elif kind == QEvent.Type.HideToParent and not self._hiding:
                self._wanted[watched] = False
        elif watched is self._view and kind == QEvent.Type.Hide:
            self.leave()
        elif kind == QEvent.Type.FontChange:
            self._centre()
        elif watched is self._view and _is_escape(event):
            self.leave()
            return True
        return super().eventFilter(watched, event)


def _is_escape(event: QEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress
    return pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def _parts(page: QWidget, *kept: QWidget | None) -> Iterator[QWidget]:
    """What stands in the page, not over it."""
    for widget in page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if widget not in kept and not widget.isWindow() and _stands_in(page.layout(), widget):
            yield widget


def _stands_in(layout: QLayout | None, widget: QWidget) -> bool:
    if layout is None:
        return False
    inner = (item.layout() for place in range(layout.count()) if (item := layout.itemAt(place)) is not None)
    return layout.indexOf(widget) >= 0 or any(_stands_in(one, widget) for one in inner if one is not None)
