"""The list models keep the rules of Qt."""

from referatdesk.ui.panes.agenda import agenda_rows
from referatdesk.ui.panes.agenda_list import AgendaListModel
from referatdesk.ui.panes.attendance_list import AttendanceListModel
from referatdesk.ui.screens.meeting_list import MeetingListModel


def test_the_agenda_model_keeps_the_rules(meeting, qtmodeltester):
    model = AgendaListModel(lambda _item, _row: None, lambda _item, _title: None)
    model.set_rows(agenda_rows(meeting.desk))
    qtmodeltester.check(model, force_py=True)


def test_the_attendance_model_keeps_the_rules(meeting, qtmodeltester):
    model = AttendanceListModel()
    model.set_rows(meeting.view.attendance._model.rows)
    qtmodeltester.check(model, force_py=True)


def test_the_meeting_list_keeps_the_rules(window, qtmodeltester):
    model = MeetingListModel(window.desk.workspace)
    model.reload()
    qtmodeltester.check(model, force_py=True)
