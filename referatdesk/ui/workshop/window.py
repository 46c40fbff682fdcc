"""The workshop for templates: the list at the left, what one looks at at the right, and whose template it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from referatdesk.domain.boards import Board
from referatdesk.i18n.catalogue import _
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.controls import button
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.widgets.pick_field import PickField
from referatdesk.ui.workshop.bench import Bench
from referatdesk.ui.workshop.fields_page import FieldsPage
from referatdesk.ui.workshop.page import Page
from referatdesk.ui.workshop.pages import PAGES
from referatdesk.ui.workshop.template_list import TemplateList

LIST_WIDTH = 250


class WorkshopWindow(Dialog):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(_("Templates"), parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        desk.settle()
        self.bench = Bench(desk, self)
        self.list = TemplateList(self.bench, self)
        self._title = ElidedLabel("", self)
        mark(self._title, type="strong")
        self.board = PickField(_("Board"), [], self)
        self.board.changed.connect(self._choose_board)
        self.use_button = button(_("Use for the board"), self.bench.use, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(_("Pages of the workshop"))
        for spec in PAGES:
            self.tabs.addTab(spec.make(self.bench, self), _(spec.title))
        self._lay_out()
        self._keys()
        self.bench.used.connect(self._show_use)
        self.bench.chosen.connect(self._show_use)
        self.bench.checked.connect(self._show_use)
        self._show_use()
        self.resize(parent.size())
        self._choose_first()
        self.list.rows.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        head.addWidget(self._title, 1)
        head.addWidget(self.board, 1)
        head.addWidget(self.use_button)
        right = QWidget(self)
        box = QVBoxLayout(right)
        box.setContentsMargins(SPACE.small, 0, 0, 0)
        box.setSpacing(SPACE.small)
        box.addLayout(head)
        box.addWidget(self.tabs, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_WIDTH, 3 * LIST_WIDTH])
        self.body.addWidget(split, 1)
        hint = ElidedLabel(
            _("F6: the list and the page. Ctrl+Tab: the next page. Changes saved in Word are seen here."), self
        )
        mark(hint, tone="muted", type="small")
        self.add_left(hint)
        self.add_button(_("Close"), self.reject)

    def _keys(self) -> None:
        for key, act in (("F6", self._other_side), ("Ctrl+Tab", self._next_page), ("Ctrl+F", self._find)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _choose_first(self) -> None:
        """The template of the board, or the first there is."""
        style = self.bench.style
        listed = self.bench.templates
        own = (one for one in listed if style is not None and one.name == style.template)
        self.bench.choose(next(own, listed[0] if listed else None))

    def _show_use(self) -> None:
        bench, template = self.bench, self.bench.template
        self._title.setText(template.title if template else _("No template is chosen"))
        self.board.set_choices([(board.name, board.id) for board in bench.boards])
        self.board.set_value(bench.board.id if bench.board else None)
        self.board.setEnabled(bench.board is not None)
        is_used = template is not None and bench.style is not None and bench.style.template == template.name
        self.use_button.setText(_("Used by the board") if is_used else _("Use for the board"))
        has_faults = bench.report is not None and bool(bench.report.findings)
        can_use = template is not None and bench.board is not None and not is_used
        self.use_button.setEnabled(can_use and not has_faults)
        self.use_button.setToolTip(_("Mend the faults first") if can_use and has_faults else "")

    def _choose_board(self, board_id: object) -> None:
        self.bench.choose_board(self.bench.desk.workspace.find(Board, str(board_id)))

    def _other_side(self) -> None:
        to_page = self.list.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if to_page:
            self._to_page(self.tabs.currentIndex())
        else:
            self.list.rows.setFocus(Qt.FocusReason.TabFocusReason)

    def _to_page(self, place: int) -> None:
        self.tabs.setCurrentIndex(place)
        page = self.tabs.currentWidget()
        if isinstance(page, Page):
            page.take_focus()

    def _next_page(self) -> None:
        self._to_page((self.tabs.currentIndex() + 1) % self.tabs.count())

    def _find(self) -> None:
        """To the search for fields."""
        self._to_page(next(place for place, spec in enumerate(PAGES) if spec.make is FieldsPage))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.bench.look_again()
