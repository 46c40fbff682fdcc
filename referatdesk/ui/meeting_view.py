"""A meeting in the window: agenda, item and attendance side by side."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSplitter, QTextEdit, QVBoxLayout, QWidget

from referatdesk.services.archive.events import Applied, MeetingOpened
from referatdesk.ui.course.strip import CourseStrip
from referatdesk.ui.desk import Desk
from referatdesk.ui.panes.agenda import AgendaPane
from referatdesk.ui.panes.attendance import AttendancePane
from referatdesk.ui.panes.item import ItemPane
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.widgets.tab_order import put_in_order, read_in_order
from referatdesk.ui.writing.aids import WritingAids

NARROWEST = (150, 330, 170)
LAYOUTS: Mapping[str, tuple[int, int, int]] = {
    "narrow": (180, 520, 190),
    "medium": (240, 840, 250),
    "wide": (320, 1260, 320),
}
"""How wide the panes begin in a window of each size; each size remembers what the user made of it."""
NARROW, MEDIUM = 1100, 1600


class MeetingView(QWidget):
    """`item_shown` tells which item the panes show."""

    item_shown = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.agenda = AgendaPane(desk, self)
        self.item = ItemPane(desk, self)
        self.attendance = AttendancePane(desk, self)
        self.column = QWidget(self)
        """Holds the panes, and the middle of the page where it is kept narrower than that."""
        self.split = QSplitter(Qt.Orientation.Horizontal, self.column)
        self.split.setObjectName("panes")
        self.split.setChildrenCollapsible(False)
        for pane, narrowest, stretch in zip(
            (self.agenda, self.item, self.attendance), NARROWEST, (0, 1, 0), strict=True
        ):
            pane.setMinimumWidth(narrowest)
            self.split.addWidget(pane)
            self.split.setStretchFactor(self.split.count() - 1, stretch)
        read_in_order(self.split)
        self.writing = WritingAids(desk, self)
        self.course = CourseStrip(desk, self)
        self._layout_name = ""
        self._layouts: dict[str, str] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 4, 8, 4)
        panes = QVBoxLayout(self.column)
        panes.setContentsMargins(0, 0, 0, 0)
        panes.addWidget(self.split)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self.column, 1)
        middle.addStretch()
        box.addLayout(middle, 1)
        box.addWidget(self.course)
        self.agenda.chosen.connect(self._show_item)
        self.item.case.folded.connect(self._order_tabs)
        self.item.case.folded.connect(self.writing.adopt)
        self.item.decision.points.rebuilt.connect(self._order_tabs)
        self._set_up_ways_back()
        self.writing.adopt()
        desk.watch(self, self._heard)

    def _set_up_ways_back(self) -> None:
        """Escape leads from the lists and lines at the sides back to what is written, Enter from the agenda too."""
        beside = (self.agenda.list, self.agenda.new_item, self.attendance.list, self.attendance.new_person)
        ways = [(widget, Qt.Key.Key_Escape) for widget in beside]
        for widget, key in (*ways, (self.agenda.list, Qt.Key.Key_Return), (self.agenda.list, Qt.Key.Key_Enter)):
            way = QShortcut(QKeySequence(key), widget)
            way.setContext(Qt.ShortcutContext.WidgetShortcut)
            way.activated.connect(self.item.focus_minutes)

    def load(self, item_id: str | None = None) -> None:
        """Shows the open meeting, at an item when one is named, else at the first."""
        self.agenda.reload()
        if item_id:
            self.agenda.choose(item_id)
        if not self.agenda.current and self.agenda.item_ids:
            self.agenda.choose(self.agenda.item_ids[0])
        self._show_item(self.agenda.current or "")

    def editor_in_focus(self) -> RichTextEdit | None:
        widget = QApplication.focusWidget()
        return widget if isinstance(widget, RichTextEdit) and self.isAncestorOf(widget) else None

    def panes(self) -> list[QWidget]:
        """What F6 goes through, in reading order."""
        panes = (self.agenda.list, self.item.minutes.editor, self.item.decision.editor, self.attendance.list)
        return [pane for pane in panes if pane.isVisible()]

    def go_to_pane(self, step: int) -> None:
        panes = self.panes()
        widget = QApplication.focusWidget()
        here = next((place for place, pane in enumerate(panes) if pane is widget), None)
        panes[0 if here is None else (here + step) % len(panes)].setFocus()

    def layouts(self) -> dict[str, str]:
        """The widths of the panes by the size of window, as kept in the settings."""
        self._keep_layout()
        return dict(self._layouts)

    def set_layouts(self, layouts: Mapping[str, str]) -> None:
        self._layouts = dict(layouts)
        self._layout_name = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        name = "narrow" if width < NARROW else "medium" if width < MEDIUM else "wide"
        if name != self._layout_name:
            self._keep_layout()
            self._layout_name = name
            if name in self._layouts:
                self.split.restoreState(QByteArray(base64.b64decode(self._layouts[name])))
            else:
                self.split.setSizes(list(LAYOUTS[name]))

    def _keep_layout(self) -> None:
        if self._layout_name:
            self._layouts[self._layout_name] = base64.b64encode(self.split.saveState().data()).decode()

    def _order_tabs(self) -> None:
        """Tab goes from left to right and down, also through what was built just now. What ticks everybody is last."""
        agenda, people = self.agenda, self.attendance
        beside = (people.list, people.new_person, people.all_present)
        put_in_order([agenda.list, agenda.new_item, *self.item.focusable(), *beside])

    def _show_item(self, item_id: str) -> None:
        self._desk.settle()
        focus = QApplication.focusWidget()
        was_written_in = isinstance(focus, QTextEdit | QLineEdit) and self.item.isAncestorOf(focus)
        self.item.show_item(item_id)
        self.attendance.show_item(item_id)
        self.course.show_item(item_id)
        if was_written_in and QApplication.focusWidget() is not focus and self.editor_in_focus() is None:
            self.item.focus_minutes()  # the text went with its item: the next letter is none of a button beside it
        self.item_shown.emit(item_id)

    def _heard(self, event: object) -> None:
        """An item that an undo took away, or a meeting that was opened, is not left on the screen."""
        if isinstance(event, MeetingOpened) and event.meeting_id:
            self.load()
        elif isinstance(event, Applied) and event.origin is None:
            self.agenda.reload()
