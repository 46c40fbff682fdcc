"""The agenda pane: the list of items, moving and renaming them, and the line that adds one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import ItemStatus, SectionKind
from referatdesk.domain.decisions import Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting, Theme
from referatdesk.domain.records import style_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.aloud.reading_aloud import changed_items, is_changed
from referatdesk.services.archive.events import Applied
from referatdesk.services.decision.unsettled import Unsettled, is_decided, unsettled
from referatdesk.services.item import agenda
from referatdesk.ui.desk import Desk
from referatdesk.ui.panes.agenda_delegate import AgendaDelegate
from referatdesk.ui.panes.agenda_list import AgendaListModel, AgendaRole, AgendaRow
from referatdesk.ui.panes.title_editor import TitleEditor
from referatdesk.ui.widgets.panel import Panel

SHOWN = (AgendaItem, Theme, Meeting, RecommendationPoint, PointOutcome, Decision)
SETTLED = Unsettled()


class AgendaPane(Panel):
    """Lists the items of the open meeting. `chosen` names the item that was picked."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Agenda"), parent)
        self._desk = desk
        self._meeting_id = ""
        self._begun: dict[str, str] = {}
        """By meeting, the title of a new item that was not entered when another meeting was opened."""
        self._model = AgendaListModel(self._move, self._rename, self)
        self.list = QListView(self)
        self._set_up_list()
        self.new_item = QLineEdit(self)
        self.new_item.setPlaceholderText(_("+ New item"))
        self.new_item.setAccessibleName(_("Title of a new item"))
        self.new_item.returnPressed.connect(self._add)
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list, 1)
        box.addWidget(self.new_item)
        self.set_content(box)
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.timeout.connect(self.reload)
        desk.watch(self, self._heard)
        desk.settle_with(self, self._settle_title)

    def _set_up_list(self) -> None:
        view = self.list
        view.setModel(self._model)
        view.setItemDelegate(AgendaDelegate(view))
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setWordWrap(True)
        view.setUniformItemSizes(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setDropIndicatorShown(True)
        view.setMouseTracking(True)
        view.setAccessibleName(_("Agenda"))
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setProperty("look", "plain")
        view.setObjectName("agendaList")
        view.selectionModel().currentChanged.connect(self._current_changed)

    @property
    def current(self) -> str | None:
        """The chosen item's id."""
        found = self.list.currentIndex().data(AgendaRole.ITEM_ID)
        return str(found) if found else None

    @property
    def rows(self) -> tuple[AgendaRow, ...]:
        return self._model.rows

    @property
    def item_ids(self) -> list[str]:
        return [row.id for row in self._model.rows]

    def choose(self, item_id: str) -> None:
        place = self._model.row_of(item_id)
        if place >= 0:
            self.list.setCurrentIndex(self._model.index(place))

    def step(self, by: int) -> None:
        """Goes to a neighbouring item."""
        place = self.list.currentIndex().row() + by
        if 0 <= place < len(self._model.rows):
            self.list.setCurrentIndex(self._model.index(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.scrollTo(self.list.currentIndex())

    def start_rename(self) -> None:
        if self.list.currentIndex().isValid():
            self.list.edit(self.list.currentIndex())

    def _settle_title(self) -> None:
        """What stands of a title that is being written is kept; it can be written on."""
        editor = self.list.viewport().findChild(TitleEditor)
        if editor is not None and editor.document().isModified():
            self.list.commitData(editor)

    def reload(self) -> None:
        """The chosen item stays; where it is gone, its place, and another meeting begins at its first item."""
        self._refresh.stop()
        meeting = self._desk.workspace.meeting
        meeting_id = meeting.id if meeting else ""
        current, place = self.current, self.list.currentIndex().row() if meeting_id == self._meeting_id else 0
        if meeting_id != self._meeting_id:
            self._begun[self._meeting_id] = self.new_item.text()
            self.new_item.setText(self._begun.get(meeting_id, ""))
            self._meeting_id = meeting_id
        self._model.set_rows(agenda_rows(self._desk))
        if current is not None and self._model.row_of(current) >= 0:
            self.choose(current)
        elif self._model.rows:
            self.list.setCurrentIndex(self._model.index(min(max(place, 0), len(self._model.rows) - 1)))
        else:
            self.chosen.emit("")

    def _heard(self, event: object) -> None:
        meeting = self._desk.workspace.meeting
        if not isinstance(event, Applied) or meeting is None:
            return
        kind = style_of(self._desk.workspace, meeting).decision_kind
        if any(
            isinstance(pair.record, SHOWN) or _decided_anew(pair, kind) or self._is_marked_otherwise(pair)
            for pair in event.change.pairs
        ):
            self._refresh.start(0)

    def _is_marked_otherwise(self, pair: Pair) -> bool:
        """Whether a text was made another one than was read aloud, or the same again."""
        row = next((row for row in self._model.rows if row.id == pair.record.id), None)
        if row is None or not isinstance(pair.after, ItemText):
            return False
        return row.is_changed is not is_changed(self._desk.workspace, row.id)

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(AgendaRole.ITEM_ID))

    def _add(self) -> None:
        title = self.new_item.text().strip()
        meeting = self._desk.workspace.meeting
        if not title or meeting is None:
            return
        self._desk.attempt(lambda: self._add_named(meeting.id, title))

    def _add_named(self, meeting_id: str, title: str) -> None:
        change, item_id = agenda.add_item(self._desk.workspace, meeting_id, title, after=self._place_for_new())
        self._desk.do(change)
        self.new_item.clear()
        self.reload()
        self.choose(item_id)

    def _place_for_new(self) -> str | None:
        """After the chosen item; at the end of what stands before the closing items, when one of those is chosen."""
        chosen = self._desk.workspace.find(AgendaItem, self.current or "")
        return None if chosen is None or chosen.kind in agenda.CLOSING_KINDS else chosen.id

    def _rename(self, item_id: str, title: str) -> None:
        self._desk.attempt(lambda: self._renamed(item_id, title))

    def _renamed(self, item_id: str, title: str) -> None:
        self._desk.do(agenda.rename_item(self._desk.workspace, item_id, title))

    def _move(self, item_id: str, place: int) -> None:
        self._desk.attempt(lambda: self._moved(item_id, place))

    def _moved(self, item_id: str, place: int) -> None:
        rows = self._model.rows
        parent, index = sibling_place(self._desk.workspace.all(AgendaItem), [row.id for row in rows], item_id, place)
        self._desk.do(agenda.move_item(self._desk.workspace, item_id, index, parent_id=parent))
        self.reload()
        self.choose(item_id)


def sibling_place(items: list[AgendaItem], shown: list[str], moved: str, place: int) -> tuple[str | None, int]:
    """Where a row dropped before `place` comes to stand: under which parent, and at which place among its siblings.

    It becomes a sibling of the row it is dropped before; at the end of the list it stands at the top level.
    """
    known = {item.id: item for item in items}
    below = known[shown[place]] if place < len(shown) else None
    parent = below.parent_id if below is not None and below.id != moved else None
    if known[moved].parent_id is None and any(item.parent_id == moved for item in items):
        parent = None
    siblings = [item.id for item in in_order(items) if item.parent_id == parent and item.id != moved]
    return parent, sum(shown.index(sibling) < place for sibling in siblings)


def agenda_rows(desk: Desk) -> list[AgendaRow]:
    """The rows of the open meeting."""
    records = desk.workspace
    meeting = records.meeting
    if meeting is None:
        return []
    items = in_order(records.all(AgendaItem))
    numbers = printed_numbers(items, style_of(records, meeting).sub_numbers)
    themes = {theme.id: theme for theme in records.all(Theme)}
    lacking = unsettled(records, meeting.id)
    changed = changed_items(records)
    rows, theme_before = [], None
    for item in items:
        theme = themes.get(item.theme_id or "")
        begins = theme is not None and theme.id != theme_before
        theme_before = theme.id if theme else theme_before
        rows.append(
            AgendaRow(
                id=item.id,
                number=numbers[item.id],
                title=item.title,
                level=1 if item.parent_id else 0,
                status=item.status,
                access=item.access,
                theme=_theme_words(theme) if theme and begins else None,
                open_points=lacking.get(item.id, SETTLED).open_points,
                is_changed=item.id in changed,
                lacks_decision=item.status is ItemStatus.DONE and not lacking.get(item.id, SETTLED).has_decision,
            )
        )
    return rows


def _decided_anew(pair: Pair, kind: SectionKind) -> bool:
    """Whether the first words of a decision were written, or the last of them taken away."""
    before, after = pair.before, pair.after
    if not isinstance(before, ItemText) or not isinstance(after, ItemText):
        return False
    return is_decided(before, kind) is not is_decided(after, kind)


def _theme_words(theme: Theme) -> str:
    return f"{theme.prefix}: {theme.title}" if theme.prefix else theme.title
