"""The first screen: what to begin with, and the meetings of the archive."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from referatdesk.domain.boards import Board
from referatdesk.domain.meetings import Meeting
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.sorting import danish_key
from referatdesk.services.archive.events import Applied
from referatdesk.services.archive.workspace import MeetingRow
from referatdesk.ui.days import day_words
from referatdesk.ui.desk import Desk
from referatdesk.ui.icons import icon
from referatdesk.ui.painting import colour, paint_ground, strong
from referatdesk.ui.screens.meeting_list import MeetingListModel, MeetingRole
from referatdesk.ui.theme import mark
from referatdesk.ui.words.codes import word

Index = QModelIndex | QPersistentModelIndex
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MeetingDelegate(QStyledItemDelegate):
    """Paints a meeting: board and title at the left, day and status at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(200, 2 * option.fontMetrics.height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: MeetingRow = index.data(MeetingRole.ROW)
        area: QRect = option.rect.adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, area)
        words = area.adjusted(12, 6, -12, -6)
        line = option.fontMetrics.height()
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        painter.setPen(colour("muted"))
        day = day_words(row.date) or _("No date")
        painter.drawText(words, right, day)
        painter.drawText(words.adjusted(0, line, 0, 0), right, word(row.status))
        room = words.width() - option.fontMetrics.horizontalAdvance(day) - 24
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        title = option.fontMetrics.elidedText(row.title or "", Qt.TextElideMode.ElideRight, room)
        painter.drawText(words.adjusted(0, line, 0, 0), left, title)
        painter.setFont(strong(option.font))
        painter.setPen(colour("text"))
        painter.drawText(
            words, left, painter.fontMetrics().elidedText(row.board_name, Qt.TextElideMode.ElideRight, room)
        )
        painter.restore()


class StartScreen(QWidget):
    """`opened` names the meeting to open; the buttons ask the window for actions by their ids."""

    opened = Signal(str)
    wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = MeetingListModel(desk.workspace, self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(MeetingDelegate(self.list))
        self.list.setAccessibleName(_("Meetings"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setProperty("look", "plain")
        self.list.setObjectName("meetingList")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.installEventFilter(self)
        self._boards = QComboBox(self)
        self._boards.setAccessibleName(_("Show the meetings of"))
        self._boards.currentIndexChanged.connect(lambda _place: self._reload_list())
        self._empty = QLabel(_("No meetings yet. Begin with a new meeting, or read in minutes or an agenda."), self)
        mark(self._empty, tone="muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        desk.watch(self, self._heard)

    def _lay_out(self) -> None:
        heading = QLabel(_("Meetings"), self)
        mark(heading, type="display")
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        for text, name, action in (
            (_("New meeting"), "new", "meetings.new"),
            (_("Read minutes or agenda…"), "import", "meetings.read"),
            (_("Boards…"), "people", "meetings.board"),
        ):
            primary = action == "meetings.new"
            button = QPushButton(icon(name, "accent_text" if primary else "text"), text, self)
            mark(button, look="primary" if primary else "")
            button.clicked.connect(lambda _checked=False, wanted=action: self.wanted.emit(wanted))
            top.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 16, 24, 12)
        box.setSpacing(12)
        box.addLayout(top)
        box.addWidget(self._boards, 0, Qt.AlignmentFlag.AlignLeft)
        card = QFrame(self)
        card.setProperty("look", "panel")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.list, 1)
        inside.addWidget(self._empty, 1)
        box.addWidget(card, 1)

    def reload(self) -> None:
        chosen = self._boards.currentData()
        self._boards.blockSignals(True)
        self._boards.clear()
        self._boards.addItem(_("All boards"), None)
        for board in sorted(self._desk.workspace.all(Board), key=lambda board: danish_key(board.name)):
            self._boards.addItem(board.name, board.id)
        self._boards.setCurrentIndex(max(0, self._boards.findData(chosen)))
        self._boards.blockSignals(False)
        self._boards.setVisible(self._boards.count() > 2)
        self._reload_list()

    def focus_list(self) -> None:
        self.list.setFocus()
        if not self.list.currentIndex().isValid() and self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        entered = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER
        if watched is self.list and entered and self.list.currentIndex().isValid():
            self._open(self.list.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _reload_list(self) -> None:
        self._model.reload(self._boards.currentData())
        self._empty.setVisible(self._model.rowCount() == 0)
        self.list.setVisible(self._model.rowCount() > 0)

    def _open(self, index: QModelIndex) -> None:
        row: MeetingRow | None = index.data(MeetingRole.ROW)
        if row is not None:
            self.opened.emit(row.id)

    def _heard(self, event: object) -> None:
        if isinstance(event, Applied) and any(isinstance(pair.record, (Meeting, Board)) for pair in event.change.pairs):
            self.reload()
