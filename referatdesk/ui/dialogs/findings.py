"""What the check of a meeting found, as a calm list; Enter or a click goes to the item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.records import Records, style_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.checks import Finding
from referatdesk.ui.icons import icon
from referatdesk.ui.words.findings import finding_words

ITEM_ROLE = Qt.ItemDataRole.UserRole


class FindingsList(QListView):
    """`wanted` carries the id of the item that a finding is about."""

    wanted = Signal(str)

    def __init__(self, findings: Sequence[Finding], records: Records, meeting_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "boxed")
        self.setAccessibleName(_("What the check found"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVisible(bool(findings))
        model = QStandardItemModel(self)
        numbers = _numbers(records, meeting_id)
        for finding in findings:
            model.appendRow(_row(finding, numbers))
        self.setModel(model)
        self.setToolTip(_("Enter or a click goes to the item"))
        self.activated.connect(self._go)
        self.clicked.connect(self._go)

    def _go(self, index: QModelIndex) -> None:
        item_id = index.data(ITEM_ROLE)
        if item_id:
            self.wanted.emit(item_id)


def _numbers(records: Records, meeting_id: str) -> dict[str, str | None]:
    style = style_of(records, records.get(Meeting, meeting_id))
    items = [item for item in records.all(AgendaItem) if item.meeting_id == meeting_id]
    return printed_numbers(items, style.sub_numbers)


def _row(finding: Finding, numbers: dict[str, str | None]) -> QStandardItem:
    words = finding_words(finding)
    number = numbers.get(finding.item_id or "")
    if number:
        words = _("Item {number}: {finding}").format(number=number, finding=words)
    row = QStandardItem(icon("warning", "warn"), words)
    row.setData(finding.item_id, ITEM_ROLE)
    return row
