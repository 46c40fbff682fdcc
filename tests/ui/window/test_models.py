"""The list models keep the rules of Qt."""

from PySide6.QtCore import Qt

from referatdesk.domain.codes import ItemStatus
from referatdesk.services.item.agenda import set_status
from referatdesk.ui.panes.agenda import agenda_rows
from referatdesk.ui.panes.agenda_list import AgendaListModel
from referatdesk.ui.panes.attendance_list import AttendanceListModel
from referatdesk.ui.screens.meeting_list import MeetingListModel


def test_the_agenda_model_keeps_the_rules(meeting, qtmodeltester):
    model = AgendaListModel(lambda _item, _row: None, lambda _item, _title: None)
    model.set_rows(agenda_rows(meeting.desk))
    qtmodeltester.check(model, force_py=True)


def test_a_postponed_item_says_so_in_the_agenda(meeting):
    desk, model = meeting.desk, meeting.view.agenda._model
    desk.do(set_status(desk.workspace, meeting.view.item.item_id, ItemStatus.POSTPONED))
    heard = [model.index(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(model.rowCount())]
    assert [line.rpartition(", ")[2] for line in heard].count("Postponed") == 1


def test_the_attendance_model_keeps_the_rules(meeting, qtmodeltester):
    model = AttendanceListModel()
    model.set_rows(meeting.view.attendance._model.rows)
    qtmodeltester.check(model, force_py=True)


def test_the_meeting_list_keeps_the_rules(window, qtmodeltester):
    model = MeetingListModel(window.desk.workspace)
    model.reload()
    qtmodeltester.check(model, force_py=True)
