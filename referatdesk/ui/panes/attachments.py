"""The list of an item's attachments, edited in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from referatdesk.domain.codes import Access
from referatdesk.domain.decisions import Attachment
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.events import Applied
from referatdesk.services.item import attachments
from referatdesk.ui.desk import Desk
from referatdesk.ui.icons import icon

ATTACHMENT_ID = Qt.ItemDataRole.UserRole


class AttachmentsBox(QWidget):
    def __init__(self, desk: Desk, item_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item_id = item_id
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Attachments"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setEditTriggers(QListWidget.EditTrigger.DoubleClicked | QListWidget.EditTrigger.EditKeyPressed)
        self.list.itemChanged.connect(self._renamed)
        self.list.installEventFilter(self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(lambda _place: self.offer())
        self.new = QLineEdit(self)
        self.new.setPlaceholderText(_("+ Add an attachment"))
        self.new.setAccessibleName(_("Title of an attachment to add"))
        self.new.returnPressed.connect(self._add)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)
        box.addWidget(self.new)
        desk.watch(self, self._heard)
        self._load()

    def _load(self) -> None:
        papers = [paper for paper in self._desk.workspace.all(Attachment) if paper.item_id == self._item_id]
        self.list.blockSignals(True)
        self.list.clear()
        for paper in sorted(papers, key=lambda paper: paper.sort):
            is_open = paper.access is Access.OPEN
            row = QListWidgetItem(icon("clip" if is_open else "lock"), paper.title, self.list)
            row.setData(ATTACHMENT_ID, paper.id)
            if not is_open:
                row.setToolTip(_("Closed: left out of the public version"))
                row.setData(Qt.ItemDataRole.AccessibleTextRole, _("{title}, closed").format(title=paper.title))
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.blockSignals(False)
        self.list.setVisible(bool(papers))
        height = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(height + 4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row = self.list.currentItem()
            if event.key() == Qt.Key.Key_Delete and row is not None:
                self._desk.attempt(lambda: self._remove(str(row.data(ATTACHMENT_ID))))
                return True
        return super().eventFilter(watched, event)

    def offer(self) -> QMenu | None:
        """What can be done to the attachment that is chosen, by the right button or the menu key."""
        row = self.list.currentItem()
        paper = self._desk.workspace.find(Attachment, str(row.data(ATTACHMENT_ID))) if row is not None else None
        if paper is None:
            return None
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        closed = menu.addAction(_("&Closed attachment"))
        closed.setCheckable(True)
        closed.setChecked(paper.access is not Access.OPEN)
        closed.toggled.connect(partial(self._close, paper.id))
        menu.popup(self.list.viewport().mapToGlobal(self.list.visualItemRect(row).bottomLeft()))
        return menu

    def _close(self, attachment_id: str, is_closed: bool) -> None:
        records = self._desk.workspace
        self._desk.attempt(lambda: self._desk.do(attachments.close_attachment(records, attachment_id, is_closed)))

    def _remove(self, attachment_id: str) -> None:
        self._desk.do(attachments.remove_attachment(self._desk.workspace, attachment_id))

    def _add(self) -> None:
        title = self.new.text().strip()
        if title:
            self._desk.attempt(lambda: self._added(title))

    def _added(self, title: str) -> None:
        change, _new = attachments.add_attachment(self._desk.workspace, self._item_id, title)
        self.new.clear()
        self._desk.do(change)

    def _renamed(self, row: QListWidgetItem) -> None:
        self._desk.attempt(lambda: self._rename(str(row.data(ATTACHMENT_ID)), row.text().strip()))

    def _rename(self, attachment_id: str, title: str) -> None:
        self._desk.do(attachments.rename_attachment(self._desk.workspace, attachment_id, title))

    def _heard(self, event: object) -> None:
        if isinstance(event, Applied) and any(isinstance(pair.record, Attachment) for pair in event.change.pairs):
            self._load()
