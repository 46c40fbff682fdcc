"""A look into a copy: its meetings, their texts as plain text, how each differs, and one of them brought back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QPlainTextEdit, QSplitter, QWidget

from referatdesk.domain.meetings import Meeting
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive import backups, bringing_back
from referatdesk.services.archive.backups import Backup, Copied, Difference, Held, MeetingRow, Place, Reason
from referatdesk.services.archive.bringing_back import ItemLine
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.backups.copying import after_copy
from referatdesk.ui.backups.lines import held_words, row_words
from referatdesk.ui.jobs import Progress
from referatdesk.ui.widgets.controls import label

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

SIZE = (880, 480)


class LookDialog(Dialog):
    def __init__(self, window: MainWindow, place: Place, copy: Backup, newest: Path, parent: QWidget) -> None:
        super().__init__(_("A look into the copy"), parent, heading=_("A look into the copy"))
        self._window = window
        self._desk = window.desk
        self._place = place
        self._copy = copy.path
        self._rows: Sequence[MeetingRow] = ()
        self._difference = Difference((), (), ())
        self._shown: Copied | None = None
        self._said = label("", self, tone="muted")
        self.list = QListView(self)
        self.text = QPlainTextEdit(self)
        self._lay_out()
        self.size_to(*SIZE)

        def work(_progress: Progress) -> tuple[Held, Held]:
            there, here = (backups.look(path, place.key, lambda: None) for path in (copy.path, newest))
            return there, here

        self._desk.jobs.run(_("Reading the copy …"), work, self._show, self._desk.ask.tell_exception, self)

    def _lay_out(self) -> None:
        self.body.addWidget(self._said)
        for shown, name in ((self.list, _("Meetings of the copy")), (self.text, _("Text in the copy"))):
            shown.setAccessibleName(name)
            shown.setProperty("look", "boxed")
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setModel(QStandardItemModel(self))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.text)
        split.setSizes([SIZE[0] * 2 // 5, SIZE[0] * 3 // 5])
        self.body.addWidget(split, 1)
        self.back_button = self.add_button(_("Bring the meeting back…"), self.bring_back)
        self.back_button.setEnabled(False)
        self.add_button(_("Close"), self.reject, look="primary", default=True)

    def _show(self, found: tuple[Held, Held]) -> None:
        there, here = found
        self._difference = backups.difference(there, here)
        missing = len(self._difference.only_other)
        more = _("Of the meetings that the archive has now, {count} are not in it.").format(count=missing)
        self._said.setText("\n".join(filter(None, (held_words(there), more if missing else ""))))
        self._rows = sorted(there.meetings, key=self._is_same)
        model = QStandardItemModel(self)
        for row in self._rows:
            model.appendRow(QStandardItem("\n".join(filter(None, (row_words(row), self._state(row))))))
        self.list.setModel(model)
        self.list.selectionModel().currentChanged.connect(self._read)
        if self._rows:
            self.list.setCurrentIndex(model.index(0, 0))
            self.list.setFocus()

    def _is_same(self, row: MeetingRow) -> bool:
        """What differs comes first."""
        return row not in self._difference.only_one and row not in self._difference.altered

    def _state(self, row: MeetingRow) -> str:
        if row in self._difference.only_one:
            return _("not in the archive now")
        return _("other than in the archive now") if row in self._difference.altered else _("as in the archive now")

    @property
    def row(self) -> MeetingRow | None:
        place = self.list.currentIndex().row()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _read(self) -> None:
        row = self.row
        self.back_button.setEnabled(False)
        if row is None:
            return
        copy, key = self._copy, self._place.key
        self._desk.jobs.run(
            _("Reading the copy …"),
            lambda _progress: backups.meeting_in(copy, key, row.id),
            partial(self._show_meeting, row),
            self._desk.ask.tell_exception,
            self,
        )

    def _show_meeting(self, row: MeetingRow, copied: Copied) -> None:
        if self.row != row:
            return
        self._shown = copied
        here = self._desk.workspace.records_of(row.id)
        lines = bringing_back.item_lines(here if here.find(Meeting, row.id) else None, copied, row.id)
        words = "\n".join(filter(None, map(_line_words, lines))) if row in self._difference.altered else ""
        self.text.setPlainText("\n\n".join(filter(None, (words, bringing_back.meeting_text(copied, row.id)))))
        is_same = self._is_same(row)
        self.back_button.setEnabled(not is_same)
        self.back_button.setToolTip(_("The meeting is the same in the archive now") if is_same else "")

    def bring_back(self) -> None:
        """One change, which undo takes back; the archive as it was lies among the copies besides."""
        row, copied = self.row, self._shown
        if row is None or copied is None:
            return
        question = _("Bring back {meeting} as it is in the copy?").format(meeting=row_words(row))
        detail = _("Only this meeting becomes what it was. Ctrl+Z takes that back.")
        act = partial(after_copy, self._desk, Reason.RESTORE, partial(self._bring, row, copied), self)
        self._desk.ask.confirm(question, detail, _("Bring back"), act, dangerous=True)

    def _bring(self, row: MeetingRow, copied: Copied) -> None:
        here = self._desk.workspace.records_of(row.id)
        self._desk.do(bringing_back.bring_back(here, copied, row.id))
        parent = self.parentWidget()
        self.accept()
        if isinstance(parent, Dialog):
            parent.accept()
        self._window.open_meeting(row.id)
        self._window.toast(_("The meeting is back. Ctrl+Z takes it out again."))


def _line_words(line: ItemLine) -> str:
    if not line.is_missing and not line.is_altered:
        return ""
    words = (
        _("Item {number} is not in the archive now: {title}")
        if line.is_missing
        else _("Item {number} is other now: {title}")
    )
    return words.format(number=line.number or "–", title=line.title)
