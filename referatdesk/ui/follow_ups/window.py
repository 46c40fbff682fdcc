"""The list of follow-ups: the board's open ones from earlier meetings and those of this one, settled by keys."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from referatdesk.domain.changes import Change
from referatdesk.domain.codes import FollowUpState
from referatdesk.domain.decisions import FollowUp
from referatdesk.domain.meetings import Meeting
from referatdesk.i18n.catalogue import _
from referatdesk.services import follow_ups
from referatdesk.services.archive.events import Applied
from referatdesk.services.open_follow_ups import Listed
from referatdesk.services.wording.follow_ups import status_opening
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.dialogs.row_table import RowTable
from referatdesk.ui.follow_ups.rows import FollowUpRows
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.words.codes import word

SIZE = (880, 480)


class FollowUpsDialog(Dialog):
    """`report_wanted` carries the words with which a report begins, `item_made` the id of an item put on the agenda."""

    report_wanted = Signal(str)
    item_made = Signal(str)

    def __init__(self, desk: Desk, meeting: Meeting, item_id: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("Follow-ups"), parent, heading=_("Follow-ups"), sign="check")
        self._desk = desk
        self._meeting = meeting
        self.rows = FollowUpRows(desk.workspace, meeting, item_id, today)
        self.table: RowTable[Listed] = RowTable(_("Follow-ups"), self.rows, self._put, self)
        self.state_buttons = [self._state_button(number, state) for number, state in enumerate(FollowUpState, 1)]
        self.whole = label(" ", self)
        self.whole.setAccessibleName(_("The whole sentence"))
        self._lay_out()
        desk.watch(self, self._heard)
        self.table.view.setCurrentIndex(self.table.model.index(0, 0))
        self.table.view.selectionModel().currentRowChanged.connect(lambda _now, _before: self._enable())
        self.size_to(*SIZE)
        self._enable()
        self.table.view.setFocus()

    def _lay_out(self) -> None:
        words = _(
            "First what is open from earlier meetings of the board, then what was promised at this one. Type in the "
            "cells; “1/9”, “week 36” or “next meeting” say when."
        )
        self.body.addWidget(label(words, self, tone="muted", kind="small"))
        self.body.addWidget(self.table, 1)
        self.table.buttons.setSpacing(SPACE.small)
        for place, one in enumerate(self.state_buttons):
            self.table.buttons.insertWidget(place, one)
        self.whole.setMinimumHeight(2 * self.whole.sizeHint().height())
        self.body.addWidget(self.whole)
        self.report_button = self.add_button(_("&Report on it here"), self.report)
        self.item_button = self.add_button(_("&Put on the agenda"), self.put_on_agenda)
        self.add_button(_("C&lose"), self.reject, look="primary", default=True)

    def _state_button(self, number: int, state: FollowUpState) -> QPushButton:
        made = button(f"{number}  {word(state)}", partial(self.settle_row, state), self)
        key = QKeySequence(f"Ctrl+{number}")
        made.setToolTip(key.toString(QKeySequence.SequenceFormat.NativeText))
        made.setAccessibleName(word(state))
        way = QShortcut(key, self)
        way.setContext(Qt.ShortcutContext.WindowShortcut)
        way.activated.connect(partial(self.settle_row, state))
        return made

    def settle_row(self, state: FollowUpState) -> None:
        row = self.table.row
        if row is not None:
            self._put(follow_ups.set_state(row.follow_up, state))
            announce(self.table.view, f"{row.follow_up.text}: {word(state)}")

    def report(self) -> None:
        row = self.table.row
        if row is not None:
            self._desk.attempt(lambda: self._report(row))

    def _report(self, row: Listed) -> None:
        opening = status_opening(row.follow_up, row.said_on, openly=self._is_said_openly(row.follow_up))
        self.accept()
        self.report_wanted.emit(opening)

    def put_on_agenda(self) -> None:
        row = self.table.row
        if row is not None:
            self._desk.attempt(lambda: self._put_on_agenda(row.follow_up))

    def _put_on_agenda(self, one: FollowUp) -> None:
        openly = self._is_said_openly(one)
        change, item_id = follow_ups.add_as_item(self._desk.workspace, self._meeting.id, one, openly=openly)
        self._desk.do(change)
        self.accept()
        self.item_made.emit(item_id)

    def _is_said_openly(self, one: FollowUp) -> bool:
        return follow_ups.is_said_openly(self._desk.workspace.records_of(one.meeting_id), one)

    def _put(self, change: Change) -> None:
        self._desk.attempt(lambda: self._desk.do(change))

    def _enable(self) -> None:
        row = self.table.row
        there = row is not None
        for one in (*self.state_buttons, self.report_button, self.item_button):
            one.setEnabled(there)
        self.whole.setText(row.follow_up.text if row is not None else "")

    def _heard(self, event: object) -> None:
        if not isinstance(event, Applied):
            return
        changed = [pair for pair in event.change.pairs if isinstance(pair.record, FollowUp)]
        for pair in changed:
            if isinstance(pair.after, FollowUp):
                self.rows.note(pair.after)
        if changed:
            self.table.reload()
            self._enable()
