"""Setting up a board. Every edit is saved as it is made and can be undone; there is nothing to confirm."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QToolButton, QVBoxLayout, QWidget

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import Change
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.sorting import danish_key
from referatdesk.services.archive.events import Applied
from referatdesk.services.board import boards, members
from referatdesk.ui.asking.frame import Dialog, scrolled
from referatdesk.ui.desk import Desk
from referatdesk.ui.dialogs.board_general import GeneralPage
from referatdesk.ui.dialogs.board_rows import LabelRows, MemberRows, StandingRows
from referatdesk.ui.dialogs.board_style import StylePage
from referatdesk.ui.dialogs.row_source import RowSource
from referatdesk.ui.dialogs.row_table import RowTable
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import button, label, tool
from referatdesk.ui.widgets.pick_field import Choices, PickField

PAGE_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class BoardDialog(Dialog):
    """Shows the board with that id; with None the first there is, and where there is none, an empty page for one."""

    def __init__(self, desk: Desk, board_id: str | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Boards"), parent)
        self._desk = desk
        self._board_id = ""
        self.boards = PickField(_("Board"), [], self)
        self.boards.changed.connect(lambda chosen: self.show_board(str(chosen)))
        self.body.addLayout(self._head())
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(_("Pages of the board"))
        self.general = GeneralPage(desk, self.show_board, self)
        self.style_page = StylePage(desk, self)
        self.members = _Slot()
        self.standing = _Slot()
        self.labels = _Slot()
        self.tabs.addTab(scrolled(self.general), _("General"))
        self.tabs.addTab(self.members, _("Members"))
        self.tabs.addTab(self.standing, _("Standing items"))
        self.tabs.addTab(self.labels, _("Labels"))
        self.tabs.addTab(scrolled(self.style_page), _("House style"))
        self.body.addWidget(self.tabs, 1)
        saved = label(_("Saved as you go. Ctrl+Z in the window takes a step back."), self, tone="muted", kind="small")
        saved.setWordWrap(False)
        self.add_left(saved)
        self.add_button(_("Close"), self.reject, look="primary")
        self.size_to(880, 480)
        desk.watch(self, self._heard)
        listed = self._choices()
        self.show_board(board_id or (str(listed[0][1]) if listed else ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The pages are gone through from outside of them too."""
        if event.key() in PAGE_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.tabs.event(event)
        else:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(self.boards, 1)
        line.addWidget(button(_("New board"), self.begin_new, self, sign="add"))
        self._remove: QToolButton = tool(_("Remove the board"), "trash", self.remove, self)
        line.addWidget(self._remove)
        return line

    def _choices(self) -> Choices:
        listed = sorted(self._desk.workspace.all(Board), key=lambda board: danish_key(board.name))
        return [(board.name, board.id) for board in listed]

    @property
    def board_id(self) -> str:
        return self._board_id

    def begin_new(self) -> None:
        self.show_board("")

    def show_board(self, board_id: str) -> None:
        """An empty id is a board to be made: once it has a name, the other pages open."""
        self._board_id = board_id
        board = self._desk.workspace.find(Board, board_id) if board_id else None
        self._fill_head(board)
        self.general.show_board(board)
        self.style_page.show_board(board)
        for place in range(1, self.tabs.count()):
            self.tabs.setTabEnabled(place, board is not None)
        self._remove.setEnabled(board is not None)
        self._build_tables(board)
        if board is None:
            self.tabs.setCurrentIndex(0)
            self.general.name.setFocus()

    def _fill_head(self, board: Board | None) -> None:
        listed = self._choices() if board else [(_("New board"), ""), *self._choices()]
        self.boards.set_choices(listed)
        self.boards.set_value(self._board_id)
        self.setWindowTitle(_("Board: {name}").format(name=board.name) if board else _("New board"))

    def _build_tables(self, board: Board | None) -> None:
        records = self._desk.workspace
        if board is None:
            return
        people = self._table(self.members, _("Members"), MemberRows(records, board.id))
        people.buttons.insertWidget(1, button(_("Paste list"), self.paste_members, self, sign="paste"))
        self._table(self.standing, _("Standing items"), StandingRows(records, board.id))
        self._table(self.labels, _("Labels"), LabelRows(records, board.house_style_id))

    def _table(self, slot: _Slot, name: str, source: RowSource[Any]) -> RowTable[Any]:
        table = RowTable(name, source, self._put, slot)
        slot.show_table(table)
        return table

    def _put(self, change: Change) -> None:
        self._desk.attempt(lambda: self._desk.do(change, self))

    def paste_members(self) -> None:
        """A list from the clipboard: a member a line, the name first, then role, organisation, party in any order."""
        pasted = QGuiApplication.clipboard().text()
        change = members.members_from_lines(self._desk.workspace, self._board_id, pasted)
        if change:
            self._put(change)
        else:
            self._desk.ask.inform(
                _("There is no list to paste"),
                _(
                    "Copy a list first, one member a line: the name, then role, organisation and party, with commas "
                    "between."
                ),
            )

    def remove(self) -> None:
        board = self._desk.workspace.get(Board, self._board_id)
        detail = _("Its members and standing items go with it. Ctrl+Z in the window brings them back.")
        question = _("Remove {name}?").format(name=board.name)
        self._desk.ask.confirm(question, detail, _("Remove"), self._remove_now, dangerous=True)

    def _remove_now(self) -> None:
        self._desk.attempt(self._removed)

    def _removed(self) -> None:
        records = self._desk.workspace
        has_meetings = bool(records.meeting_rows(board_id=self._board_id, limit=1))
        self._desk.do(boards.remove_board(records, self._board_id, has_meetings=has_meetings), self)
        left = self._choices()
        self.show_board(str(left[0][1]) if left else "")

    def _heard(self, event: object) -> None:
        """Whatever was changed, here or by an undo, is shown; a board that is gone gives way to an empty page."""
        if not isinstance(event, Applied):
            return
        board = self._desk.workspace.find(Board, self._board_id) if self._board_id else None
        if board is None:
            return
        self._fill_head(board)
        self.general.show_board(board)
        self.style_page.show_board(board)
        for slot in (self.members, self.standing, self.labels):
            slot.reload()


class _Slot(QWidget):
    """The place of one table, which is another for each board."""

    def __init__(self) -> None:
        super().__init__()
        self.table: RowTable[Any] | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, SPACE.medium, 0, 0)

    def show_table(self, table: RowTable[Any]) -> None:
        if self.table is not None:
            self._box.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = table
        self._box.addWidget(table)

    def reload(self) -> None:
        if self.table is not None:
            self.table.reload()
