"""A meeting in the window: agenda, item and attendance side by side."""

from __future__ import annotations

import base64

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from referatdesk.services.workspace import Applied, MeetingOpened
from referatdesk.ui.desk import Desk
from referatdesk.ui.panes.agenda import AgendaPane
from referatdesk.ui.panes.attendance import AttendancePane
from referatdesk.ui.panes.item import ItemPane
from referatdesk.ui.richtext.editor import RichTextEdit

SHARES = (240, 720, 250)
NARROWEST = (150, 330, 170)


class MeetingView(QWidget):
    """`item_shown` tells which item the panes show."""

    item_shown = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.agenda = AgendaPane(desk, self)
        self.item = ItemPane(desk, self)
        self.attendance = AttendancePane(desk, self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setObjectName("panes")
        self.split.setChildrenCollapsible(False)
        for pane, narrowest, stretch in zip((self.agenda, self.item, self.attendance), NARROWEST, (0, 1, 0), strict=True):
            pane.setMinimumWidth(narrowest)
            self.split.addWidget(pane)
            self.split.setStretchFactor(self.split.count() - 1, stretch)
        self.split.setSizes(list(SHARES))
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 4, 8, 4)
        box.addWidget(self.split)
        self.agenda.chosen.connect(self._show_item)
        desk.watch(self, self._heard)

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
        work = [self.item.minutes.editor] if self.item.minutes.isVisible() else []
        return [self.agenda.list, *work, self.item.decision.editor, self.attendance.list]

    def go_to_pane(self, step: int) -> None:
        panes = self.panes()
        widget = QApplication.focusWidget()
        here = next((place for place, pane in enumerate(panes) if pane is widget), None)
        panes[0 if here is None else (here + step) % len(panes)].setFocus()

    def set_text_size(self, points: int) -> None:
        font = self.font()
        font.setPointSize(points)
        for editor in self.item.editors():
            editor.setFont(font)

    def state(self) -> str:
        return base64.b64encode(self.split.saveState().data()).decode()

    def restore(self, state: str) -> None:
        if state:
            self.split.restoreState(QByteArray(base64.b64decode(state)))

    def _show_item(self, item_id: str) -> None:
        self._desk.settle()
        self.item.show_item(item_id)
        self.attendance.show_item(item_id)
        self.item_shown.emit(item_id)

    def _heard(self, event: object) -> None:
        """An item that an undo took away, or a meeting that was opened, is not left on the screen."""
        if isinstance(event, MeetingOpened) and event.meeting_id:
            self.load()
        elif isinstance(event, Applied) and event.origin is None:
            self.agenda.reload()
