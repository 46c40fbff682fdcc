"""A new meeting: which board, when and where; the rest stands ready from the board."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from referatdesk.domain.boards import Board, Membership
from referatdesk.domain.codes import MeetingKind
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import Meeting
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.i18n.lists import format_words
from referatdesk.i18n.sorting import danish_key
from referatdesk.services import meetings
from referatdesk.services.archive.events import Applied
from referatdesk.services.board import members, standing
from referatdesk.services.course import postponing
from referatdesk.ui import clock
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.dialogs.board import BoardDialog
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.widgets.form import Form
from referatdesk.ui.widgets.pick_field import PickField, words_of
from referatdesk.ui.widgets.value_field import ClockField, DayField, TextField


class NewMeetingDialog(Dialog):
    """`made` carries the id of the meeting."""

    made = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("New meeting"), parent, heading=_("New meeting"), sign="new")
        self._desk = desk
        self._proposed_day: str | None = None
        self.board = PickField(_("Board"), [], self)
        self.day = DayField(_("Date"), self)
        self.start = ClockField(_("Start"), self)
        self.place = TextField(_("Venue"), self)
        self.kind = PickField(_("Kind"), words_of(MeetingKind), self)
        self.kind.set_value(MeetingKind.ORDINARY)
        self._ready = label("", self)
        self._ready.setAccessibleName(_("What stands ready"))
        self.body.addWidget(self._form())
        self.body.addWidget(self._summary())
        self.body.addStretch(1)
        self.make_button = self.add_button(_("Make the meeting"), self.make, look="primary", default=True)
        self.add_button(_("Cancel"), self.reject)
        self.add_left(button(_("New board"), self._new_board, self, look="quiet", sign="add"))
        self.size_to(580, 460)
        self.board.changed.connect(lambda _board: self._board_chosen())
        self.day.changed.connect(lambda _day: self._show_ready())
        desk.watch(self, self._heard)
        self._fill_boards()
        self.board.setFocus()

    def _form(self) -> Form:
        form = Form(self)
        form.row(_("Board"), self.board)
        form.row(_("Date"), self.day)
        form.row(_("Start"), self.start)
        form.row(_("Venue"), self.place)
        form.row(_("Kind"), self.kind)
        return form

    def _summary(self) -> QFrame:
        ground = QFrame(self)
        ground.setProperty("look", "well")
        box = QVBoxLayout(ground)
        box.setContentsMargins(SPACE.large, SPACE.medium, SPACE.large, SPACE.medium)
        heading = QLabel(_("Stands ready from the board"), ground)
        heading.setProperty("type", "small")
        heading.setProperty("tone", "muted")
        box.addWidget(heading)
        box.addWidget(self._ready)
        return ground

    @property
    def board_id(self) -> str:
        return str(self.board.value or "")

    def _fill_boards(self) -> None:
        listed = sorted(self._desk.workspace.all(Board), key=lambda board: danish_key(board.name))
        chosen = self.board_id or self._likely_board()
        self.board.set_choices([(board.name, board.id) for board in listed])
        self.board.set_value(chosen or (listed[0].id if listed else None))
        self.make_button.setEnabled(bool(self.board_id))
        self._board_chosen()

    def _likely_board(self) -> str:
        """The board of the open meeting, else of the newest one."""
        meeting = self._desk.workspace.meeting
        newest = self._desk.workspace.meeting_rows(limit=1)
        return meeting.board_id if meeting else newest[0].board_id if newest else ""

    def _board_chosen(self) -> None:
        """Hour and venue are proposed as they were last time, and a day behind that, until another is chosen."""
        if self.day.value == self._proposed_day:
            days = [day.date for day in self._desk.workspace.meeting_days() if day.board_id == self.board_id]
            self._proposed_day = meetings.proposed_day(days, clock.today())
            self.day.set_value(self._proposed_day)
        newest = self._desk.workspace.meeting_rows(board_id=self.board_id, limit=1) if self.board_id else []
        if newest:
            before = self._desk.workspace.records_of(newest[0].id).get(Meeting, newest[0].id)
            self.start.set_value(before.start_planned)
            self.place.set_value(before.place)
        self._show_ready()

    def _show_ready(self) -> None:
        records, board_id = self._desk.workspace, self.board_id
        if not board_id:
            self._ready.setText(_("There is no board yet. Begin with a new board: its name is enough."))
            return
        seats = [seat for seat in members.members_of(records, board_id) if meetings.is_valid(seat, self.day.value)]
        items = standing.standing_of(records, board_id)
        counted = [
            ngettext("{count} member", "{count} members", len(seats)).format(count=len(seats)),
            ngettext("{count} standing item", "{count} standing items", len(items)).format(count=len(items)),
        ]
        titles = format_words(item.title for item in items)
        lines = (" · ".join(counted), titles, self._vacant(seats), self._postponed(), self._promised())
        self._ready.setText("\n".join(line for line in lines if line))

    def _vacant(self, seats: list[Membership]) -> str:
        count = sum(seat.vacant for seat in seats)
        return (
            ngettext("{count} seat is vacant", "{count} seats are vacant", count).format(count=count) if count else ""
        )

    def _postponed(self) -> str:
        titles = postponing.waiting_titles(self._desk.workspace, self.board_id, self.day.value)
        return _("Postponed to this meeting: {titles}").format(titles=format_words(titles)) if titles else ""

    def _promised(self) -> str:
        count = len(self._desk.workspace.open_follow_ups(self.board_id))
        words = ngettext("{count} open follow-up from earlier", "{count} open follow-ups from earlier", count)
        return words.format(count=count) if count else ""

    def _meeting_before(self) -> str | None:
        """The board's last meeting before the chosen day."""
        days = [day for day in self._desk.workspace.meeting_days() if day.board_id == self.board_id]
        before = [(day.date, day.id) for day in days if self.day.value is None or day.date < self.day.value]
        return max(before)[1] if before else None

    def make(self) -> None:
        if self.day.line.is_wrong or self.start.is_wrong:
            (self.day.line if self.day.line.is_wrong else self.start).setFocus()
            return
        self._desk.attempt(self._made)

    def _made(self) -> None:
        change, meeting_id = meetings.new_meeting(
            self._desk.workspace,
            self.board_id,
            date=self.day.value,
            start=self.start.value,
            place=self.place.value,
            kind=MeetingKind(str(self.kind.value)),
            previous_meeting_id=self._meeting_before(),
        )
        step = new_id()
        self._desk.do(replace(change, step=step))
        self._desk.do(replace(postponing.take_over_waiting(self._desk.workspace, meeting_id), step=step))
        self.accept()
        self.made.emit(meeting_id)

    def _new_board(self) -> None:
        dialog = BoardDialog(self._desk, None, self)
        dialog.begin_new()
        dialog.open()

    def _heard(self, event: object) -> None:
        if isinstance(event, Applied) and any(isinstance(pair.record, Board) for pair in event.change.pairs):
            self._fill_boards()
