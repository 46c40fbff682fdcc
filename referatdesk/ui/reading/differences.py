"""A revised agenda beside the planned meeting: what is new, changed, moved and gone, each taken over or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QListView, QPlainTextEdit, QSplitter, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.drafts import Draft
from referatdesk.services.intake.importing import Original
from referatdesk.services.merge import agenda_merge
from referatdesk.services.merge.agenda_merge import Difference, DifferenceKind
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.theme import tokens
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.words.differences import difference_word

DIFFERENCE = Qt.ItemDataRole.UserRole
SIZE = (820, 470)
SHARES = (330, 470)
STAYS, GOES, COMES = "  ", "− ", "+ "


@dataclass(frozen=True, slots=True)
class Revised:
    """The agenda that was read, the planned meeting that it is for, and what of it differs."""

    meeting_id: str
    draft: Draft
    found: Sequence[Difference]
    file: Original


class DifferencesDialog(Dialog):
    """`merged` is told when what was ticked is in the meeting; `wanted_apart` when it is to be a meeting of its own."""

    merged = Signal()
    wanted_apart = Signal()

    def __init__(self, desk: Desk, revised: Revised, parent: QWidget) -> None:
        super().__init__(_("Revised agenda"), parent, heading=_("What is to be taken over?"))
        self._desk = desk
        self._revised = revised
        self.list = QListView(self)
        self._lines = QPlainTextEdit(self)
        self._fill(revised.found)
        self._lay_out()
        self.size_to(*SIZE)
        self.list.setFocus()

    def _fill(self, found: Sequence[Difference]) -> None:
        self._model = QStandardItemModel(self)
        for one in found:
            row = QStandardItem(": ".join(part for part in (difference_word(one.kind), one.title) if part))
            row.setData(one, DIFFERENCE)
            row.setCheckable(True)
            row.setCheckState(Qt.CheckState.Checked)
            row.setEditable(False)
            self._model.appendRow(row)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.setCurrentIndex(self._model.index(0, 0))

    def _lay_out(self) -> None:
        same_day = _(
            "The meeting of that day is in the archive. What was written in it stays, whatever is ticked here."
        )
        self.body.addWidget(label(same_day, self, tone="muted"))
        self.list.setProperty("look", "boxed")
        self.list.setAccessibleName(_("Differences"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self._lines.setReadOnly(True)
        self._lines.setTabChangesFocus(True)
        self._lines.setAccessibleName(_("Before and after, line by line"))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self._lines)
        split.setSizes(list(SHARES))
        self.body.addWidget(split, 1)
        self.add_left(button(_("A meeting of its own instead"), self._apart, self))
        self.take_button = self.add_button(_("Take over what is ticked"), self.take, look="primary", default=True)
        self.add_button(_("Cancel"), self.reject)

    def _show(self, index: QModelIndex | QPersistentModelIndex, _before: object = None) -> None:
        found: Difference | None = index.data(DIFFERENCE)
        self._lines.clear()
        if found is None:
            return
        if found.kind is DifferenceKind.REMOVED and found.has_notes:
            self._write(_("Something is written under this item: it stays, and is marked as withdrawn."), "muted")
        for mark, line in marked_lines(found.before.splitlines(), found.after.splitlines()):
            self._write(mark + line, {GOES: "bad", COMES: "good"}.get(mark, "text"))
        self._lines.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self, words: str, tone: str) -> None:
        made = QTextCharFormat()
        made.setForeground(getattr(tokens(), tone))
        cursor = self._lines.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(words + "\n", made)

    @property
    def accepted_ones(self) -> list[Difference]:
        rows = [self._model.item(number) for number in range(self._model.rowCount())]
        return [row.data(DIFFERENCE) for row in rows if row.checkState() is Qt.CheckState.Checked]

    def take(self) -> None:
        """One step, which one undo takes back."""

        def act() -> None:
            meeting_id, draft, file = self._revised.meeting_id, self._revised.draft, self._revised.file
            records = self._desk.workspace.records_of(meeting_id)
            self._desk.do(agenda_merge.merge(records, meeting_id, draft, self.accepted_ones, file))
            self.accept()
            self.merged.emit()

        self._desk.attempt(act)

    def _apart(self) -> None:
        self.accept()
        self.wanted_apart.emit()


def marked_lines(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """Every line once, those that go and those that come with their sign."""
    made: list[tuple[str, str]] = []
    for name, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if name == "equal":
            made += [(STAYS, line) for line in before[start:end]]
        else:
            made += [(GOES, line) for line in before[start:end]]
            made += [(COMES, line) for line in after[other_start:other_end]]
    return made
