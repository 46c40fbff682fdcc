"""The facts of a meeting: day, times, place and numbers. Saved as each is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from referatdesk.domain.codes import MeetingKind, MeetingStatus
from referatdesk.domain.meetings import Meeting
from referatdesk.i18n.catalogue import _
from referatdesk.services import meetings
from referatdesk.services.archive.events import Applied
from referatdesk.ui.asking.frame import Dialog, scrolled
from referatdesk.ui.desk import Desk
from referatdesk.ui.dialogs.record_form import RecordForm
from referatdesk.ui.widgets.form import side_by_side
from referatdesk.ui.widgets.pick_field import words_of


class MeetingHeadDialog(Dialog):
    def __init__(self, desk: Desk, meeting_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Facts of the meeting"), parent, heading=_("Facts of the meeting"), sign="calendar")
        self._desk = desk
        self._meeting_id = meeting_id
        self.form = self._form()
        self.body.addWidget(scrolled(self.form), 1)
        self.add_button(_("Close"), self.reject, look="primary")
        self.size_to(640, 480)
        self._show()
        desk.watch(self, self._heard)

    def _form(self) -> RecordForm:
        form = RecordForm(self._desk, self._keep, self)
        form.day("date", _("Date"))
        planned = form.clock("start_planned", _("Planned start")), form.clock("end_planned", _("Planned end"))
        form.row(_("Planned"), side_by_side(planned[0], QLabel("–", form), planned[1]))
        actual = form.clock("start_actual", _("Actual start")), form.clock("end_actual", _("Actual end"))
        form.row(_("Held"), side_by_side(actual[0], QLabel("–", form), actual[1]))
        form.text("place", _("Venue"))
        form.tick("virtual", _("Held online"))
        form.text("join_link", _("Link to the meeting"))
        form.pick("kind", _("Kind"), words_of(MeetingKind))
        form.pick("status", _("State"), words_of(MeetingStatus))
        form.text("title", _("Title"), hint=_("Empty: the house style makes it from board and date."))
        form.text("case_no", _("Case number"))
        form.text("doc_no", _("Document number"))
        form.text("host", _("Host"))
        form.end()
        return form

    def _show(self) -> None:
        meeting = self._desk.workspace.find(Meeting, self._meeting_id)
        if meeting is not None:
            self.form.show_record(meeting)

    def _keep(self, field: str, value: Any) -> None:
        self._desk.attempt(
            lambda: self._desk.do(meetings.edit_head(self._desk.workspace, self._meeting_id, **{field: value}))
        )

    def _heard(self, event: object) -> None:
        if isinstance(event, Applied):
            self._show()
