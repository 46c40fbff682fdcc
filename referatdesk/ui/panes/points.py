"""The points of a recommendation beside their outcomes, each settled by one key or click."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from referatdesk.domain.codes import Outcome
from referatdesk.domain.decisions import PointOutcome, RecommendationPoint
from referatdesk.domain.meetings import ItemText
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import walk
from referatdesk.i18n.catalogue import _
from referatdesk.ui.icons import icon
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.words.codes import word

CHOICES = (
    Outcome.APPROVED,
    Outcome.APPROVED_CHANGED,
    Outcome.NOTED,
    Outcome.DISCUSSED,
    Outcome.DECIDED,
    Outcome.POSTPONED,
    Outcome.REJECTED,
)


SHOWN_AT_LEAST = 2


class PointButton(QToolButton):
    """Space or a click approves and takes it back; Down or a right click offers the other outcomes."""

    picked = Signal(object)

    def __init__(self, outcome: Outcome | None, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcome = outcome
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setText(word(outcome) if outcome else _("Open"))
        self.setIcon(icon("check", "good") if outcome else icon("unknown", "warn"))
        self.setAccessibleName(f"{name}: {self.text()}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda _place: self._offer())
        self.clicked.connect(lambda: self.picked.emit(None if outcome else Outcome.APPROVED))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._offer()
        else:
            super().keyPressEvent(event)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for outcome in CHOICES:
            menu.addAction(word(outcome)).triggered.connect(partial(self._pick, outcome))
        if self._outcome is not None:
            menu.addSeparator()
            menu.addAction(_("Leave open")).triggered.connect(partial(self._pick, None))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _pick(self, outcome: Outcome | None, _checked: bool = False) -> None:
        self.picked.emit(outcome)


class PointsList(QScrollArea):
    """`settled` carries a point's id and its new outcome, None to leave it open. Where room is short it scrolls."""

    settled = Signal(str, object)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, str, Outcome | None]] = []
        self._page = QWidget()
        self._page.setProperty("look", "page")
        self._box = QVBoxLayout(self._page)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def sizeHint(self) -> QSize:
        return self._box.sizeHint()

    def minimumSizeHint(self) -> QSize:
        rows = max(1, len(self._shown))
        return QSize(0, min(SHOWN_AT_LEAST, rows) * self._box.sizeHint().height() // rows)

    def show_points(self, rows: list[tuple[str, str, Outcome | None]]) -> None:
        """Shows points as (id, text, outcome); keeps the focus on the point that has it."""
        if rows == self._shown:
            return
        focused = self._focused()
        self._shown = rows
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (point_id, text, outcome) in enumerate(rows):
            row = self._row(place, point_id, text, outcome)
            self._box.addWidget(row)
            row.show()
        self.setVisible(bool(rows))
        self.updateGeometry()
        if focused is not None and focused < len(rows):
            self.buttons()[focused].setFocus()
        self.rebuilt.emit()

    def _row(self, place: int, point_id: str, text: str, outcome: Outcome | None) -> QWidget:
        row = QWidget(self._page)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = _("Point {number}").format(number=place + 1)
        button = PointButton(outcome, name, row)
        button.picked.connect(partial(self.settled.emit, point_id))
        line.addWidget(ElidedLabel(f"{place + 1}.  {text}", row), 1)
        line.addWidget(button)
        return row

    def buttons(self) -> list[PointButton]:
        rows = (self._box.itemAt(place) for place in range(self._box.count()))
        widgets = (item.widget() for item in rows if item is not None)
        return [button for widget in widgets if widget for button in widget.findChildren(PointButton)]

    def _focused(self) -> int | None:
        return next((place for place, button in enumerate(self.buttons()) if button.hasFocus()), None)


def point_rows(records: Records, item_id: str) -> list[tuple[str, str, Outcome | None]]:
    """The item's points in order: id, words, outcome."""
    points = sorted((p for p in records.all(RecommendationPoint) if p.item_id == item_id), key=lambda p: p.sort)
    text = records.find(ItemText, item_id)
    if not points or text is None:
        return []
    words = _words_by_block(text)
    outcomes = {one.point_id: one.outcome for one in records.all(PointOutcome) if one.item_id == item_id}
    return [(point.id, words.get(point.block_id, ""), outcomes.get(point.id)) for point in points]


def _words_by_block(text: ItemText) -> dict[str, str]:
    return {block.id: block.text for section in text.sections for block in walk(section.blocks)}
