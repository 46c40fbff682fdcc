"""What is typed in the window is in the archive, and comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.domain.boards import SectionForm
from referatdesk.domain.codes import Access, AttendanceStatus, ItemStatus, Outcome, SectionKind
from referatdesk.domain.decisions import Attachment, Decision, PointOutcome
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance
from referatdesk.domain.records import style_of
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services.board import boards
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import PATIENCE_MS, settle

SHIFT_CTRL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def decided(window, item_id=None):
    text = window.desk.workspace.text(item_id or window.view.item.item_id)
    return plain_text(text.of_kind(SectionKind.DECISION)[0].blocks)


def titles(window):
    return [row.title for row in window.view.agenda._model.rows]


def test_typed_words_reach_the_archive_by_themselves(meeting, qtbot):
    QTest.keyClicks(meeting.view.item.decision.editor, "Vi mødes igen. ")
    qtbot.waitUntil(
        lambda: not meeting.desk.workspace.unsaved and "Vi mødes igen." in decided(meeting), timeout=PATIENCE_MS
    )


def test_the_foot_line_says_saved_only_when_the_disk_has_it(meeting, qtbot):
    QTest.keyClicks(meeting.view.item.decision.editor, "x")
    meeting.desk.settle()
    assert "Saved" not in meeting.status.saved.text()
    qtbot.waitUntil(lambda: "Saved at" in meeting.status.saved.text(), timeout=PATIENCE_MS)
    assert not meeting.desk.workspace.unsaved


def test_closing_keeps_the_last_word(meeting, archive, opened):
    QTest.keyClicks(meeting.view.item.decision.editor, "Sidste ord. ")
    item_id = meeting.view.item.item_id
    assert meeting.close()
    again = opened(archive)
    again.open_meeting(again.desk.workspace.meeting_rows()[-1].id)
    assert decided(again, item_id).rstrip().endswith("Sidste ord.")


def test_the_next_item_has_its_own_text(meeting):
    first = meeting.view.item.item_id
    QTest.keyClicks(meeting.view.item.decision.editor, "Kun her. ")
    meeting.actions_by_id["items.next"].trigger()
    settle()
    assert meeting.view.item.item_id != first
    assert "Kun her." not in decided(meeting)
    assert "Kun her." in decided(meeting, first)


def test_what_is_typed_without_a_rest_is_one_step_to_undo(meeting):
    item_id = meeting.view.item.item_id
    before = decided(meeting)
    for words in ("En ", "to ", "tre "):
        QTest.keyClicks(meeting.view.item.decision.editor, words)
        meeting.desk.settle()
    meeting.actions_by_id["items.next"].trigger()
    meeting.actions_by_id["history.undo"].trigger()
    assert decided(meeting, item_id) == before
    meeting.actions_by_id["history.redo"].trigger()
    assert decided(meeting, item_id).rstrip().endswith("En to tre")


def test_undo_reaches_back_past_closing(meeting, archive, opened):
    item_id = meeting.view.item.item_id
    before = decided(meeting)
    QTest.keyClicks(meeting.view.item.decision.editor, "Før lukning. ")
    assert meeting.close()
    again = opened(archive)
    again.open_meeting(again.desk.workspace.meeting_rows()[-1].id)
    again.actions_by_id["view.agenda"].trigger()
    again.actions_by_id["history.undo"].trigger()
    assert decided(again, item_id) == before


def test_undo_shows_the_text_that_is_in_force(meeting):
    editor = meeting.view.item.decision.editor
    before = editor.toPlainText()
    QTest.keyClicks(editor, "Fejl. ")
    meeting.actions_by_id["view.agenda"].trigger()
    meeting.actions_by_id["history.undo"].trigger()
    settle()
    assert editor.toPlainText() == before


def test_an_item_is_added_after_the_chosen_one_and_chosen(meeting):
    pane = meeting.view.agenda
    chosen = titles(meeting).index("Godkendelse af dagsorden")
    QTest.keyClicks(pane.new_item, "Hastesag om vagtlæger")
    QTest.keyClick(pane.new_item, Qt.Key.Key_Return)
    assert titles(meeting).index("Hastesag om vagtlæger") == chosen + 1
    assert meeting.view.item.title.text().endswith("Hastesag om vagtlæger")
    assert pane.new_item.text() == ""


def test_a_new_item_can_be_written_in_at_once(meeting, qtbot):
    meeting.view.agenda.new_item.setText("Hastesag")
    QTest.keyClick(meeting.view.agenda.new_item, Qt.Key.Key_Return)
    QTest.keyClicks(meeting.view.item.decision.editor, "Taget op.")
    meeting.desk.settle()
    assert decided(meeting) == "Taget op."


def test_an_item_is_dragged_to_another_place_and_renumbered(meeting):
    model = meeting.view.agenda._model
    moved = model.rows[0].id
    mime = model.mimeData([model.index(0)])
    model.dropMimeData(mime, Qt.DropAction.MoveAction, 3, 0, model.index(-1))
    settle()
    assert [row.id for row in model.rows].index(moved) == 2
    assert [row.number for row in model.rows] == ["1", "2", "3", "4", "5", "6"]
    assert meeting.view.agenda.current == moved


def test_an_item_moves_by_keys(meeting):
    moved = meeting.view.agenda.current
    meeting.actions_by_id["items.move_down"].trigger()
    assert meeting.view.agenda.item_ids.index(moved) == 1
    meeting.actions_by_id["items.move_up"].trigger()
    assert meeting.view.agenda.item_ids.index(moved) == 0


def test_a_removed_item_comes_back_by_undo_with_its_text(meeting):
    item_id, text = meeting.view.item.item_id, decided(meeting)
    meeting.actions_by_id["items.remove"].trigger()
    settle()
    assert item_id not in meeting.view.agenda.item_ids
    meeting.actions_by_id["history.undo"].trigger()
    settle()
    assert item_id in meeting.view.agenda.item_ids
    assert decided(meeting, item_id) == text


def test_a_title_is_changed_in_the_list(meeting):
    model = meeting.view.agenda._model
    assert model.setData(model.index(0), "Velkomst og dagsorden")
    assert meeting.view.item.title.text().endswith("Velkomst og dagsorden")


def test_a_finished_item_leads_to_the_next(meeting):
    item_id = meeting.view.item.item_id
    meeting.actions_by_id["items.done"].trigger()
    meeting.view.agenda.choose(item_id)
    assert meeting.desk.workspace.get(AgendaItem, item_id).status is not ItemStatus.DONE
    meeting.actions_by_id["items.done"].trigger()
    assert meeting.desk.workspace.get(AgendaItem, item_id).status is ItemStatus.DONE
    assert meeting.view.item.item_id != item_id


def test_an_item_is_closed_by_one_key(meeting):
    meeting.actions_by_id["items.close"].trigger()
    assert meeting.desk.workspace.get(AgendaItem, meeting.view.item.item_id).access is Access.CLOSED
    assert "Closed" in meeting.view.item.closed.text()


@pytest.mark.parametrize(
    ("number", "outcome"), [(1, Outcome.APPROVED), (2, Outcome.NOTED), (5, Outcome.POSTPONED), (6, Outcome.REJECTED)]
)
def test_a_number_key_sets_the_outcome(upcoming, number, outcome):
    upcoming.actions_by_id[f"decisions.outcome_{number}"].trigger()
    found = [one for one in upcoming.desk.workspace.all(Decision) if one.item_id == upcoming.view.item.item_id]
    assert [(one.outcome, one.confirmed) for one in found] == [(outcome, True)]
    assert upcoming.view.item.decision._chips[outcome].isChecked()


def test_the_same_outcome_again_takes_it_back(upcoming):
    chip = upcoming.view.item.decision._chips[Outcome.DISCUSSED]
    upcoming.view.item.decision.pick(3)
    assert chip.isChecked()
    upcoming.view.item.decision.pick(3)
    assert not chip.isChecked()


def test_a_picked_outcome_writes_its_sentence_and_the_caret_stands_behind_it(upcoming):
    upcoming.view.item.decision.pick(1)
    settle()
    editor = upcoming.view.item.decision.editor
    QTest.keyClicks(editor, " Enstemmigt.")
    upcoming.desk.settle()
    assert decided(upcoming) == "Dagsordenen blev godkendt. Enstemmigt."


def test_a_section_that_is_folded_out_can_be_written_in_at_once(upcoming):
    case = upcoming.view.item.case
    chip = next(chip for chip in case.chips() if chip.text() == "Resumé")
    chip.click()
    settle()
    editor = upcoming.view.editor_in_focus()
    assert editor is not None
    assert editor.accessibleName() == "Resumé"


def test_what_is_folded_out_is_remembered_for_each_item(upcoming):
    view = upcoming.view
    first, second = view.agenda.item_ids[:2]
    view.agenda.choose(first)
    next(chip for chip in view.item.case.chips() if chip.text() == "Resumé").click()
    view.agenda.choose(second)
    settle()
    assert not view.item.case.any_open
    view.agenda.choose(first)
    settle()
    assert [chip.text() for chip in view.item.case.chips() if chip.isChecked()] == ["Resumé"]


def test_several_attachments_are_added_one_after_the_other(upcoming):
    case = upcoming.view.item.case
    before = len(list(upcoming.desk.workspace.all(Attachment)))
    next(chip for chip in case.chips() if chip.text() == "Bilag").click()
    settle()
    for title in ("Notat", "Budget"):
        QTest.keyClicks(QApplication.focusWidget(), title)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        settle()
    assert len(list(upcoming.desk.workspace.all(Attachment))) == before + 2


def test_every_point_is_approved_by_one_key(upcoming):
    window = upcoming
    item_id = next(row.id for row in window.view.agenda._model.rows if row.open_points > 1)
    window.view.agenda.choose(item_id)
    window.actions_by_id["decisions.approve_all"].trigger()
    settle()
    outcomes = [one.outcome for one in window.desk.workspace.all(PointOutcome) if one.item_id == item_id]
    assert outcomes
    assert set(outcomes) == {Outcome.APPROVED}
    row = next(row for row in window.view.agenda._model.rows if row.id == item_id)
    assert row.open_points == 0


@pytest.mark.parametrize(
    ("key", "status"),
    [
        (Qt.Key.Key_T, AttendanceStatus.PRESENT),
        (Qt.Key.Key_A, AttendanceStatus.ABSENT_NOTIFIED),
        (Qt.Key.Key_U, AttendanceStatus.ABSENT_UNNOTIFIED),
        (Qt.Key.Key_S, AttendanceStatus.ABSENT),
        (Qt.Key.Key_G, AttendanceStatus.LEFT_EARLY),
        (Qt.Key.Key_O, AttendanceStatus.REMOTE),
    ],
)
def test_a_letter_sets_the_status_of_the_chosen_person(upcoming, key, status):
    pane = upcoming.view.attendance
    person = pane.current
    QTest.keyClick(pane.list, key)
    assert upcoming.desk.workspace.get(Attendance, person).status is status
    assert pane.current == person


def test_disqualified_counts_for_the_item_alone_and_is_taken_back_by_the_same_letter(meeting):
    pane = meeting.view.attendance
    before = meeting.desk.workspace.all(ItemAttendance)
    QTest.keyClick(pane.list, Qt.Key.Key_I)
    noted = [one for one in meeting.desk.workspace.all(ItemAttendance) if one not in before]
    assert [(one.item_id, one.status) for one in noted] == [(meeting.view.item.item_id, AttendanceStatus.DISQUALIFIED)]
    QTest.keyClick(pane.list, Qt.Key.Key_I)
    assert meeting.desk.workspace.all(ItemAttendance) == before


def test_all_present_spares_those_who_sent_apologies(upcoming):
    pane = upcoming.view.attendance
    away = pane.current
    QTest.keyClick(pane.list, Qt.Key.Key_A)
    upcoming.actions_by_id["people.all_present"].trigger()
    statuses = {one.id: one.status for one in upcoming.desk.workspace.all(Attendance)}
    assert statuses.pop(away) is AttendanceStatus.ABSENT_NOTIFIED
    assert set(statuses.values()) == {AttendanceStatus.PRESENT}
    settle()
    assert "10 of 11" in pane.quorum.text()


def test_before_anybody_is_ticked_no_quorum_is_claimed_or_denied(upcoming):
    assert upcoming.view.attendance.quorum.text() == "11 seats – nobody ticked yet"


def test_a_person_is_added_by_name(meeting):
    meeting.view.attendance.new_person.setText("Ditte K. Holm")
    QTest.keyClick(meeting.view.attendance.new_person, Qt.Key.Key_Return)
    assert "Ditte K. Holm" in {one.name for one in meeting.desk.workspace.all(Attendance)}


def test_a_section_folded_out_is_edited_in_place(meeting):
    meeting.view.item.case.open_first()
    settle()
    editor = meeting.focusWidget()
    QTest.keyClicks(editor, "Rettet. ")
    meeting.desk.settle()
    text = meeting.desk.workspace.text(meeting.view.item.item_id)
    assert any("Rettet. " in plain_text(section.blocks) for section in text.sections)


def test_the_window_returns_to_the_item_where_the_work_was_left(meeting, archive, opened):
    meeting.view.agenda.choose(meeting.view.agenda.item_ids[2])
    left = meeting.view.item.item_id
    assert meeting.close()
    again = opened(archive)
    again.return_to_work()
    assert again.view.item.item_id == left


def test_a_house_that_prints_minutes_and_decision_apart_has_a_pane_for_each(upcoming):
    records = upcoming.desk.workspace
    style = style_of(records, records.meeting)
    forms = (*style.sections, SectionForm(SectionKind.MINUTES, "Referat"))
    upcoming.desk.do(boards.edit_style(records, style.id, sections=forms))
    upcoming.view.agenda.step(1)
    settle()
    view = upcoming.view.item
    assert view.minutes.isVisible()
    QTest.keyClicks(view.minutes.editor, "Der blev talt.")
    QTest.keyClicks(view.decision.editor, "Godkendt.")
    upcoming.desk.settle()
    text = records.text(view.item_id)
    assert plain_text(text.of_kind(SectionKind.MINUTES)[0].blocks) == "Der blev talt."
    assert plain_text(text.of_kind(SectionKind.DECISION)[0].blocks) == "Godkendt."


def test_a_house_with_one_label_has_one_pane(upcoming):
    assert not upcoming.view.item.minutes.isVisible()


def test_the_time_somebody_came_is_changed_afterwards(upcoming, monkeypatch):
    pane = upcoming.view.attendance
    person = pane.current
    QTest.keyClick(pane.list, Qt.Key.Key_S)
    monkeypatch.setattr(upcoming.desk.ask, "text", lambda _question, act, _initial: act("12.55"))
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    settle()
    found = upcoming.desk.workspace.get(Attendance, person)
    assert (found.status, found.arrived_at) == (AttendanceStatus.LATE, "12:55")


def test_what_is_no_time_of_day_is_said_and_changes_nothing(upcoming, monkeypatch):
    pane = upcoming.view.attendance
    person = pane.current
    QTest.keyClick(pane.list, Qt.Key.Key_G)
    before = upcoming.desk.workspace.get(Attendance, person)
    told = []
    monkeypatch.setattr(upcoming.desk.ask, "text", lambda _question, act, _initial: act("i går"))
    monkeypatch.setattr(upcoming.desk.ask, "inform", lambda title, _words: told.append(title))
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert told
    assert upcoming.desk.workspace.get(Attendance, person) == before


def test_a_removed_meeting_is_gone_from_the_list_and_comes_back_by_undo(meeting, qtbot):
    records = meeting.desk.workspace
    meeting_id, text = records.meeting.id, decided(meeting)
    meeting.actions_by_id["meetings.remove"].trigger()
    qtbot.waitUntil(lambda: not meeting.shows_meeting)
    assert meeting_id not in [row.id for row in records.meeting_rows()]
    meeting.actions_by_id["history.undo"].trigger()
    meeting.open_meeting(meeting_id)
    assert decided(meeting) == text


def test_the_keys_that_mark_a_paragraph_move_no_item(meeting):
    editor = meeting.view.item.decision.editor
    editor.set_blocks((paragraph("Først"), paragraph("Siden")))
    editor.setFocus()
    order = [row.id for row in meeting.view.agenda._model.rows]
    QTest.keyClick(editor, Qt.Key.Key_Down, SHIFT_CTRL)
    assert editor.textCursor().selection().toPlainText() == "Først\n"
    QTest.keyClick(editor, Qt.Key.Key_Down, SHIFT_CTRL)
    assert editor.textCursor().selection().toPlainText() == "Først\nSiden"
    QTest.keyClick(editor, Qt.Key.Key_Up, SHIFT_CTRL)
    assert editor.textCursor().selection().toPlainText() == "Først\n"
    settle()
    assert [row.id for row in meeting.view.agenda._model.rows] == order


def test_moving_an_item_says_where_it_stands_now(meeting):
    meeting.actions_by_id["items.move_down"].trigger()
    assert meeting.findChild(Toast).words == "Item 1 now stands after item 2"
    meeting.actions_by_id["items.move_up"].trigger()
    assert meeting.findChild(Toast).words == "Item 2 now stands before item 1"


def test_an_empty_section_takes_only_the_lines_it_shows_and_grows_with_its_text(upcoming):
    case = upcoming.view.item.case
    next(chip for chip in case.chips() if chip.text() == "Resumé").click()
    settle()
    upcoming.view.item.decision.editor.setFocus()
    empty = case.area.height()
    assert abs(empty - case._page.sizeHint().height()) <= 2
    editor = case.findChild(RichTextEdit)
    editor.setFocus()
    for _line in range(4):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert case.area.height() > empty


def test_whoever_comes_back_to_an_item_goes_on_where_its_text_ends(meeting):
    agenda, editor = meeting.view.agenda, meeting.view.item.decision.editor
    first, second = agenda.item_ids[:2]
    agenda.choose(first)
    QTest.keyClicks(editor, "Fulgt.")
    agenda.choose(second)
    agenda.choose(first)
    QTest.keyClicks(editor, " Enstemmigt.")
    meeting.desk.settle()
    assert decided(meeting, first).endswith("Fulgt. Enstemmigt.")
