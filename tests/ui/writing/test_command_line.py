"""The command line does what the buttons do, says it before Enter, and gives the keyboard back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from referatdesk.domain.codes import AttendanceStatus, Outcome
from referatdesk.domain.decisions import FollowUp, PointOutcome
from referatdesk.domain.meetings import ItemAttendance
from referatdesk.domain.richtext import paragraph
from referatdesk.services.presence.moments import course_of
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import settle

pytestmark = pytest.mark.usefixtures("no_dictionary")


@pytest.fixture
def line(meeting):
    """Opens the line from the text of the decision, as F4 does."""
    meeting.view.item.decision.editor.setFocus()

    def open_line():
        meeting.actions_by_id["writing.line"].trigger()
        settle()
        return meeting.view.writing._line

    return open_line


def order(line, words):
    """Types a line and Enter; the words that stood below it before."""
    bar = line()
    QTest.keyClicks(bar.line, words)
    said = bar.preview.text()
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    settle()
    return said


def here(meeting, name):
    records = meeting.desk.workspace
    course = course_of(records, records.meeting.id)
    (one,) = (one for one in course.people if one.name == name)
    return course.is_here(one.id, meeting.view.item.item_id)


def test_a_person_leaves_and_comes_back_by_initials(meeting, line):
    assert here(meeting, "Merete Aaby")
    assert order(line, "-ma") == "Merete Aaby: leaves"
    assert not here(meeting, "Merete Aaby")
    assert order(line, "+ma") == "Merete Aaby: present"
    assert here(meeting, "Merete Aaby")


def test_a_person_leaves_at_the_time_that_is_typed(meeting, line):
    assert order(line, "-ma 14.10").startswith("Merete Aaby: leaves, ")
    noted = [one for one in meeting.desk.workspace.all(ItemAttendance) if one.status is AttendanceStatus.LEFT_EARLY]
    assert "14:10" in {one.from_time for one in noted} | {one.to_time for one in noted}


def test_who_has_left_is_not_brought_back_by_leaving_again(meeting, line):
    order(line, "-ma")
    assert order(line, "-ma") == "⚠ Merete Aaby is not here. Nothing is noted."
    assert not here(meeting, "Merete Aaby")
    assert meeting.findChild(Toast).words == "Merete Aaby is not here. Nothing is noted."


def test_several_people_are_one_step_to_undo(meeting, line):
    assert order(line, "i ma arl") == "Merete Aaby and Aksel Ravn Lund: disqualified from this item"
    records = meeting.desk.workspace
    noted = [one for one in records.all(ItemAttendance) if one.status is AttendanceStatus.DISQUALIFIED]
    assert len([one for one in noted if one.item_id == meeting.view.item.item_id]) == 2
    meeting.actions_by_id["view.agenda"].trigger()
    meeting.actions_by_id["history.undo"].trigger()
    noted = [one for one in records.all(ItemAttendance) if one.status is AttendanceStatus.DISQUALIFIED]
    assert [one for one in noted if one.item_id == meeting.view.item.item_id] == []


def test_points_are_settled_by_their_numbers(meeting, line):
    assert order(line, "!1 u") == "Point 1: Postponed"
    assert Outcome.POSTPONED in outcomes(meeting)


def outcomes(meeting):
    return [one.outcome for one in meeting.desk.workspace.all(PointOutcome)]


def test_all_points_are_approved_by_two_keys(meeting, line):
    assert order(line, "! u") == "All points: Postponed"
    assert Outcome.POSTPONED in outcomes(meeting)
    assert order(line, "!g") == "All points: Approved"


def test_a_follow_up_is_kept_at_the_item(meeting, line):
    assert (
        order(line, "@merete 1/9 undersøger kørslen")
        == "Follow-up for Merete Aaby, Wed 1. September 2027: undersøger kørslen"
    )
    (kept,) = [one for one in meeting.desk.workspace.all(FollowUp) if one.text == "undersøger kørslen"]
    assert (kept.responsible, kept.due, kept.item_id) == (("Merete Aaby",), "2027-09-01", meeting.view.item.item_id)


def test_another_item_is_gone_to_by_its_number(meeting, line):
    assert order(line, ">3").startswith("To item 3: ")
    assert meeting.view.item.item_id == meeting.view.agenda.item_ids[2]


def test_a_phrase_is_written_where_the_caret_was(meeting, line):
    editor = meeting.view.item.decision.editor
    editor.set_blocks((paragraph(""),))
    assert order(line, "p dag") == "Writes “Dagsordenen blev godkendt.”"
    assert editor.toPlainText() == "Dagsordenen blev godkendt."
    assert editor.hasFocus()


@pytest.mark.parametrize(("typed", "action"), [(">", "course.go_on"), ("v", "votes.vote")])
def test_what_the_window_does_by_a_key_is_done_by_that(meeting, line, typed, action):
    done = []
    meeting.actions_by_id[action].triggered.disconnect()
    meeting.actions_by_id[action].triggered.connect(lambda: done.append(action))
    order(line, typed)
    assert done == [action]


def test_what_cannot_be_done_is_said_and_the_line_stays(meeting, line):
    assert order(line, "+olga") == "⚠ Nobody at the meeting is called “olga”."
    bar = meeting.view.writing._line
    assert bar.isVisible()
    assert bar.line.hasFocus()


def test_escape_gives_the_keyboard_back(meeting, line):
    bar = line()
    assert bar.preview.text().startswith("+ came")
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert meeting.view.item.decision.editor.hasFocus()
    bar = line()
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert not bar.isVisible()
