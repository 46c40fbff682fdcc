"""The templates of the house at the left of the workshop; a Word file dropped on them is added."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.template import templates
from referatdesk.services.template.templates import HouseTemplate
from referatdesk.ui.outside import open_outside
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import button, tool
from referatdesk.ui.workshop.bench import Bench
from referatdesk.ui.workshop.lines import LineRole, LinesView
from referatdesk.ui.workshop.pages import ADDERS, add_file

TEMPLATE = Qt.ItemDataRole.UserRole + 10


class _Rows(LinesView):
    """`dropped` carries the Word file that was let go over it, `removed` is the key for that."""

    dropped = Signal(object)
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Templates of the house"), parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _word_file(event) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if _word_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _word_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def _word_file(event: QDropEvent) -> Path | None:
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return next((path for path in paths if path.suffix.lower() in templates.SUFFIXES), None)


class TemplateList(QWidget):
    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        self.rows = _Rows(self)
        self._model = QStandardItemModel(self)
        self.rows.setModel(self._model)
        self.rows.dropped.connect(partial(add_file, bench))
        self.rows.removed.connect(self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE.small)
        box.addWidget(self.rows, 1)
        for adder in ADDERS:
            box.addWidget(button(_(adder.words), partial(adder.act, bench), self, sign=adder.sign))
        line = QHBoxLayout()
        line.addWidget(button(_("Open in Word"), self.open, self, sign="open"), 1)
        self.remove_button = tool(_("Remove the template"), "trash", self.remove, self)
        line.addWidget(self.remove_button)
        box.addLayout(line)
        bench.listed.connect(self._show)
        bench.chosen.connect(self._mark)
        bench.used.connect(self._show)
        self.rows.selectionModel().currentChanged.connect(self._choose)
        self._show()

    def _show(self) -> None:
        self.rows.selectionModel().blockSignals(True)
        self._model.clear()
        for one in self._bench.templates:
            self._model.appendRow(self._row(one))
        self.rows.selectionModel().blockSignals(False)
        self._mark()

    def _row(self, template: HouseTemplate) -> QStandardItem:
        users = ", ".join(board.name for board in self._bench.users(template))
        kind = _("Comes with Referatdesk") if template.is_shipped else template.path.name
        below = _("Used by {boards}").format(boards=users) if users else kind
        row = QStandardItem(template.title)
        row.setData(below, LineRole.BELOW)
        row.setData(f"{template.title}: {below}", Qt.ItemDataRole.AccessibleTextRole)
        row.setData(template, TEMPLATE)
        row.setEditable(False)
        return row

    def _mark(self) -> None:
        """Shows which is chosen, without choosing."""
        template = self._bench.template
        self.remove_button.setEnabled(template is not None and not template.is_shipped)
        names = [one.name for one in self._bench.templates]
        place = names.index(template.name) if template is not None and template.name in names else -1
        self.rows.selectionModel().blockSignals(True)
        self.rows.setCurrentIndex(self._model.index(place, 0))
        self.rows.selectionModel().blockSignals(False)
        self.rows.scrollTo(self.rows.currentIndex())
        self.rows.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        template = index.data(TEMPLATE)
        if template is not None and template != self._bench.template:
            self._bench.choose(template)

    def open(self) -> None:
        """One that comes with the program is opened as a copy, which is the house's own to change."""
        template = self._bench.template
        if template is not None:
            self._bench.desk.attempt(partial(self._open, template))

    def _open(self, template: HouseTemplate) -> None:
        if template.is_shipped:
            template = templates.add_template(template.path)
            self._bench.list_anew(template.name)
        open_outside(template.path)

    def remove(self) -> None:
        template = self._bench.template
        if template is None or template.is_shipped:
            return
        users = self._bench.users(template)
        words = _("The file is deleted from the program's own folder.")
        if users:
            names = ", ".join(board.name for board in users)
            words = _("{boards} print with it, and need another template first.").format(boards=names)
            self._bench.desk.ask.inform(_("The template is in use"), words)
            return
        question = _("Remove {name}?").format(name=template.title)
        self._bench.desk.ask.confirm(question, words, _("Remove"), partial(self._remove, template), dangerous=True)

    def _remove(self, template: HouseTemplate) -> None:
        self._bench.desk.attempt(lambda: templates.remove_template(template))
        self._bench.list_anew()
