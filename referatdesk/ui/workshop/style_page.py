"""The settings of the house style in which the board prints, beside its template."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.asking.frame import scrolled
from referatdesk.ui.dialogs.board_style import StylePage
from referatdesk.ui.widgets.controls import label
from referatdesk.ui.widgets.pick_field import PickField
from referatdesk.ui.workshop.bench import Bench
from referatdesk.ui.workshop.page import Page


class HouseStylePage(Page):
    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        self._none = label(_("There is no board yet whose style could be set."), self, tone="muted")
        self.style_page = StylePage(bench.desk, self)
        self._area = scrolled(self.style_page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._none)
        box.addWidget(self._area, 1)
        self.main = self.style_page.findChildren(PickField)[0]
        bench.used.connect(self._show)
        self._show()

    def _show(self) -> None:
        board = self._bench.board
        self._none.setVisible(board is None)
        self._area.setVisible(board is not None)
        self.style_page.show_board(board)
