"""Chips that fold out parts of a page: a row that wraps, or one line with the rest of them in a menu at its end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from referatdesk.i18n.catalogue import ngettext
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.flow_row import FlowRow
from referatdesk.ui.widgets.fold_chip import FoldChip


class ChipRow(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowRow(self)
        self.more = QToolButton(self)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.clicked.connect(self._offer_more)
        self.more.hide()
        self._row.overflowed.connect(self._tell_more)
        self.hold_to_a_line = self._row.hold_to_a_line
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE.hair)
        box.addWidget(self._row, 1)
        box.addWidget(self.more)

    def chips(self) -> list[FoldChip]:
        return [chip for chip in self._row.widgets() if isinstance(chip, FoldChip)]

    def show_chips(self, chips: list[FoldChip]) -> None:
        self._row.clear()
        for chip in chips:
            self._row.add(chip)
            chip.show()
        self._row.fit()

    def focusable(self) -> list[QWidget]:
        return [*self.chips(), self.more]

    def focus_on(self, place: int) -> None:
        chip = self.chips()[place]
        (self.more if chip.isHidden() else chip).setFocus()

    def height_in(self, width: int) -> int:
        return self._row.heightForWidth(width)

    def _tell_more(self, count: int) -> None:
        self.more.setText(f"+{count} ▾")
        self.more.setAccessibleName(
            ngettext("{count} more section", "{count} more sections", count).format(count=count)
        )
        self.more.setVisible(count > 0)

    def _offer_more(self) -> None:
        menu = QMenu(self.more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for chip in self.chips():
            if chip.isHidden():
                action = menu.addAction(chip.text())
                action.setCheckable(True)
                action.setChecked(chip.isChecked())
                action.triggered.connect(chip.click)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
