"""The points of a recommendation beside their outcomes, each settled by one key or click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from referatdesk.domain.codes import Outcome
from referatdesk.domain.ids import new_id
from referatdesk.domain.records import Records
from referatdesk.services.decision.decisions import outcomes_of, own_decision, point_text, states_of
from referatdesk.services.decision.ledger import marks_of
from referatdesk.services.item.points import points_of
from referatdesk.services.wording.additions import goes_on, opening_of
from referatdesk.ui.panes.point_choices import TELLS_MORE
from referatdesk.ui.panes.point_legend import PointLegend
from referatdesk.ui.panes.point_row import PointButton, PointRow, PointWidget
from referatdesk.ui.widgets.announce import announce

GAP = 2
SAME_MOMENT_MS = 700
"""Who presses Down this soon after a letter means the point that the letter has led to."""
LONGEST_WAIT_MS = 1_000
"""What is said further is handed on at the latest so long after it was typed."""


class PointsList(QScrollArea):
    """`settled` carries a point's id and its new outcome, None to leave it open; `said` its id, what is said further
    of it, and the step to undo that this belongs to. `left` tells that the keyboard wants back to the text. Where room
    is short it scrolls.
    """

    settled = Signal(str, object)
    said = Signal(str, str, str)
    left = Signal()
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[PointRow] = []
        self._before, self._step = "", ""
        """Of the line that is open: what was said before, and the step to undo."""
        self._typed = QTimer(self, singleShot=True, interval=LONGEST_WAIT_MS)
        self._typed.timeout.connect(self.settle)
        self._went_down = QElapsedTimer()
        self._page = QWidget()
        self._page.setProperty("look", "page")
        self._box = QVBoxLayout(self._page)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.legend = PointLegend(parent)
        self.verticalScrollBar().rangeChanged.connect(lambda *_range: QTimer.singleShot(0, self, self._show_row))
        self.hide()

    def sizeHint(self) -> QSize:
        return self._box.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, max(self._heights(), default=0))

    def take(self, room: int) -> None:
        """As many whole rows as there is room for, and one in any case."""
        heights = self._heights()
        if sum(heights) + GAP * (len(heights) - 1) > room and heights:
            room = max(heights) + max(0, (room - max(heights)) // (min(heights) + GAP)) * (min(heights) + GAP)
        self.setMaximumHeight(max(room, *heights, 0))

    def _heights(self) -> list[int]:
        return [one.sizeHint().height() for one in self._widgets()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_row()

    def show_points(self, rows: list[PointRow]) -> None:
        """Keeps the keyboard on the point that has it, and a line that is being typed in."""
        if rows == self._shown:
            return
        widgets = self._widgets()
        if _without_additions(rows) == _without_additions(self._shown):
            self._shown = rows
            for one, row in zip(widgets, rows, strict=True):
                one.show_addition(row)
            return
        focused = next((place for place, one in enumerate(widgets) if one.button.hasFocus()), None)
        typed = next(((one.row.id, one.further) for one in widgets if one.further), None)
        written = next((place for place, row in enumerate(rows) if typed and row.id == typed[0] and row.outcome), None)
        self._shown = rows
        self._drop(widgets)
        for row in rows:
            self._box.addWidget(self._widget(row))
        self.setVisible(bool(rows))
        self.updateGeometry()
        self.rebuilt.emit()
        if typed is not None and written is not None:
            self._ask_at(written, typed[1].text(), is_typed=typed[1].isModified())
        elif focused is not None and focused < len(rows):
            self.buttons()[focused].setFocus()

    def settle(self) -> None:
        """Hands on what is typed in a line that stays open."""
        self._typed.stop()
        for one in self._widgets():
            if one.further is not None and one.further.isModified():
                one.further.setModified(False)
                self._say(one.row.id, one.further.text())

    def _drop(self, widgets: list[PointWidget]) -> None:
        for one in widgets:
            one.close_line()
            self._box.removeWidget(one)
            one.button.removeEventFilter(self)
            one.hide()
            one.deleteLater()

    def _widget(self, row: PointRow) -> PointWidget:
        one = PointWidget(row, self._page)
        one.button.picked.connect(partial(self._pick, row))
        one.button.moved.connect(partial(self._move, row))
        one.button.called.connect(lambda number: self._focus(number - 1))
        one.button.asked_for_more.connect(partial(self._ask_further, row.id))
        one.button.left.connect(self.left)
        one.button.installEventFilter(self)
        one.said.connect(partial(self._say, row.id))
        one.ended.connect(partial(self._end_line, row))
        one.typed.connect(self._wait)
        one.closed.connect(partial(self._leave_line, row))
        one.show()
        return one

    @property
    def has_keyboard(self) -> bool:
        return not self.legend.isHidden()

    def buttons(self) -> list[PointButton]:
        return [one.button for one in self._widgets()]

    def focus_open(self) -> bool:
        """Puts the keyboard on the first open point, or the first; False where none is seen."""
        if not self.isVisible():
            return False
        self._focus(next((place for place, row in enumerate(self._shown) if row.outcome is None), 0))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys are told while a point has the keyboard."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._show_legend(True)
            self._show_row()
        elif event.type() == QEvent.Type.FocusOut:
            focused = QApplication.focusWidget()
            self._show_legend(focused is not None and self._page.isAncestorOf(focused))
        return super().eventFilter(watched, event)

    def _show_legend(self, is_shown: bool) -> None:
        self.legend.setVisible(is_shown)
        self.updateGeometry()

    def _pick(self, row: PointRow, outcome: Outcome | None) -> None:
        self._went_down.invalidate()
        place = self._place_of(row.id)
        self.settled.emit(row.id, outcome)
        if outcome in TELLS_MORE and self._shown[place].outcome is outcome:
            self._ask_further(row.id)
        else:
            self._go_on(place)

    def _go_on(self, place: int) -> None:
        """To the next open point, if any: below first."""
        row = self._shown[place]
        announce(self, row.name)
        order = [*range(place + 1, len(self._shown)), *range(place)] if row.outcome else []
        goal = next((at for at in order if self._shown[at].outcome is None), place)
        self._focus(goal)
        if goal == place + 1:
            self._went_down.start()

    def _ask_further(self, point_id: str) -> None:
        place = self._place_of(point_id)
        row = self._shown[place]
        if row.outcome is not None:
            self._before, self._step = row.addition, new_id()
            self._ask_at(place, row.addition or f"{opening_of(row.outcome)} ")

    def _ask_at(self, place: int, words: str, *, is_typed: bool = False) -> None:
        self._widgets()[place].ask_further(words, is_typed=is_typed)
        self.updateGeometry()

    def _show_row(self) -> None:
        """The row with the keyboard is seen whole, with the line below it that is typed in."""
        row = next((one for one in self._widgets() if one.further or one.button.hasFocus()), None)
        if row is not None:
            bar = self.verticalScrollBar()
            lowest = row.geometry().bottom() + 1 - self.viewport().height()
            bar.setValue(min(max(bar.value(), lowest), row.y()))

    def _say(self, point_id: str, words: str) -> None:
        self.said.emit(point_id, words, self._step)

    def _end_line(self, row: PointRow, by_enter: bool) -> None:
        if by_enter:
            self._go_on(self._place_of(row.id))
        else:
            self._show_legend(False)

    def _wait(self) -> None:
        if not self._typed.isActive():
            self._typed.start()

    def _leave_line(self, row: PointRow) -> None:
        """As if nothing had been typed in it."""
        self._say(row.id, self._before)
        self._focus(self._place_of(row.id))

    def _move(self, row: PointRow, step: int) -> None:
        is_there = step == 1 and self._went_down.isValid() and self._went_down.elapsed() < SAME_MOMENT_MS
        self._went_down.invalidate()
        if is_there:
            return
        self._focus(self._place_of(row.id) + step)

    def _focus(self, place: int) -> None:
        buttons = self.buttons()
        if 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _place_of(self, point_id: str) -> int:
        return next(place for place, row in enumerate(self._shown) if row.id == point_id)

    def _widgets(self) -> list[PointWidget]:
        items = (self._box.itemAt(place) for place in range(self._box.count()))
        return [one for item in items if item is not None and isinstance(one := item.widget(), PointWidget)]


def _without_additions(rows: Sequence[PointRow]) -> list[PointRow]:
    return [replace(row, addition="") for row in rows]


def point_rows(records: Records, item_id: str) -> list[PointRow]:
    """The item's points in order."""
    marks, outcomes = marks_of(records, item_id), outcomes_of(records, item_id)
    states = states_of(records, item_id, own_decision(records, item_id), outcomes)
    rows: list[PointRow] = []
    for place, point in enumerate(points_of(records, item_id), start=1):
        made = outcomes.get(point.id)
        rows.append(
            PointRow(
                id=point.id,
                mark=marks[point.id] or str(place),
                words=point_text(records, point.id),
                outcome=states[point.id],
                addition=(goes_on(made.text) if made else None) or "",
            )
        )
    return rows
