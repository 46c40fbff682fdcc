"""The preview as its user works in it: by keys, on both sides."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from referatdesk.domain.codes import SectionKind
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.reading import ReadingHabit, SourceFile
from referatdesk.services.drafts import Correction, Part
from referatdesk.services.file_contents import content_of
from referatdesk.ui.reading.differences import DifferencesDialog
from referatdesk.ui.reading.known import Known
from referatdesk.ui.reading.row_model import tag_of


def texts(view):
    return [row.text for row in view.rows.rows]


def item_rows(preview):
    return [row.text for row in preview.meeting.rows.rows if row.part is Part.ITEM]


def go(view, words):
    number = next(n for n, text in enumerate(texts(view)) if words in text)
    view.setCurrentIndex(view.rows.index(number, 0))
    return number


def press(qtbot, preview, view, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(view, key, modifier)
    qtbot.waitUntil(lambda: not preview.reading.busy)


def test_the_document_and_the_meeting_stand_side_by_side(preview):
    assert texts(preview.document)[:3] == ["Referat Sundhedsråd Østfjord", "Merete Aaby", "1. Velkomst"]
    assert "År\tBeløb" in texts(preview.document)
    assert "Merete Aaby – Present" in texts(preview.meeting)
    assert item_rows(preview) == ["1. Velkomst"]


def test_each_row_has_the_word_of_its_part_in_the_margin_and_for_a_screen_reader(preview):
    rows = preview.document.rows.rows
    assert [tag_of(row) for row in rows[:3]] == ["Title", "Attendance list", "Item"]
    heard = preview.document.rows.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Item: 1. Velkomst"
    interface = QAccessible.queryAccessibleInterface(preview.document)
    assert interface.text(QAccessible.Text.Name) == "The document"


def test_what_is_chosen_on_one_side_is_shown_on_the_other(preview):
    go(preview.document, "Sagen blev")
    assert preview.meeting.rows.rows[preview.meeting.currentIndex().row()].text == "Sagen blev drøftet."
    go(preview.meeting, "Merete")
    assert preview.document.currentIndex().row() == 1


def test_a_letter_says_what_a_line_is_and_all_below_it_follows(qtbot, preview, rereadings):
    go(preview.document, "Lægehus")
    press(qtbot, preview, preview.document, Qt.Key.Key_P)
    assert rereadings == [{6: Correction(Part.ITEM)}]
    assert item_rows(preview) == ["1. Velkomst", "Lægehus i Egeby"]
    below = texts(preview.meeting)
    assert below.index("Lægehus i Egeby") < below.index("Sagen blev drøftet.")
    assert preview.document.currentIndex().row() == 6


def test_a_letter_works_on_the_meeting_too(qtbot, preview):
    go(preview.meeting, "Lægehus")
    press(qtbot, preview, preview.meeting, Qt.Key.Key_P)
    assert item_rows(preview) == ["1. Velkomst", "Lægehus i Egeby"]


def test_several_chosen_lines_become_the_same(qtbot, preview, rereadings):
    go(preview.document, "Formanden")
    QTest.keyClick(preview.document, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, preview, preview.document, Qt.Key.Key_D)
    assert rereadings[-1] == {4: Correction(Part.DECISION), 5: Correction(Part.DECISION)}


def test_a_line_is_joined_with_the_one_above_and_parted_again(qtbot, preview):
    go(preview.document, "gik straks")
    press(qtbot, preview, preview.document, Qt.Key.Key_J)
    assert "Formanden bød velkommen og gik straks til dagsordenen." in texts(preview.meeting)
    go(preview.document, "gik straks")
    press(qtbot, preview, preview.document, Qt.Key.Key_J)
    assert "gik straks til dagsordenen." in texts(preview.meeting)


def test_the_section_of_a_label_is_asked_for(qtbot, preview, answers, rereadings):
    answers.choice = lambda question, choices, act: act(dict(choices)["Recommendation"])
    go(preview.document, "Sagen blev")
    press(qtbot, preview, preview.document, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert rereadings[-1] == {7: Correction(Part.LABEL, SectionKind.RECOMMENDATION)}


def test_what_was_said_is_taken_back_and_said_again(qtbot, preview):
    go(preview.document, "Lægehus")
    press(qtbot, preview, preview.document, Qt.Key.Key_P)
    preview.undo()
    qtbot.waitUntil(lambda: item_rows(preview) == ["1. Velkomst"])
    preview.redo()
    qtbot.waitUntil(lambda: len(item_rows(preview)) == 2)


def test_doubts_come_one_after_another_with_their_answers(qtbot, preview):
    preview.step_doubt(1)
    assert preview.doubts.current.code == "paragraph.broken"
    assert "(Enter)" in preview.bar.accept.text()
    assert preview.document.currentIndex().row() == 3
    press(qtbot, preview, preview.document, Qt.Key.Key_Return)
    assert "Formanden bød velkommen og gik straks til dagsordenen." in texts(preview.meeting)
    assert preview.doubts.current.code == "contents.no_item"
    assert not preview.bar.accept.isVisible()
    QTest.keyClick(preview.document, Qt.Key.Key_Escape)
    assert preview.isVisible()
    assert preview.doubts.open == []
    assert not preview.bar.isVisible()


def test_a_kept_doubt_changes_nothing_and_can_be_asked_again(preview, rereadings):
    preview.step_doubt(-1)
    preview.step_doubt(-1)
    assert preview.doubts.current.code == "paragraph.broken"
    preview.keep_doubt()
    assert rereadings == []
    assert [doubt.code for doubt in preview.doubts.open] == ["contents.no_item"]
    preview.undo()
    assert [doubt.code for doubt in preview.doubts.open] == ["paragraph.broken", "contents.no_item"]


def test_enter_takes_the_meeting_in_as_one_step(qtbot, preview, workspace):
    with qtbot.waitSignal(preview.imported) as imported:
        QTest.keyClick(preview.document, Qt.Key.Key_Return)
    workspace.open_meeting(imported.args[0])
    assert workspace.meeting.date == "2027-02-04"
    assert [item.title for item in workspace.all(AgendaItem)] == ["1. Velkomst"]
    assert len(workspace.undo_steps) == 1
    workspace.undo()
    assert workspace.meeting_rows() == []


def test_taking_in_waits_for_the_last_word(qtbot, preview, workspace):
    go(preview.document, "Lægehus")
    QTest.keyClick(preview.document, Qt.Key.Key_P)
    assert preview.reading.busy
    with qtbot.waitSignal(preview.imported) as imported:
        QTest.keyClick(preview.document, Qt.Key.Key_Return)
    workspace.open_meeting(imported.args[0])
    assert len(workspace.all(AgendaItem)) == 2


def test_without_a_board_nothing_is_taken_in(preview, workspace, answers):
    preview.choices.board.lineEdit().clear()
    preview.choices.board.lineEdit().textEdited.emit("")
    preview.take_in()
    assert answers.told == ["import.no_board"]
    assert preview.isVisible()
    assert workspace.meeting_rows() == []


def test_escape_leaves_but_asks_where_something_was_corrected(qtbot, preview, answers):
    go(preview.document, "Lægehus")
    press(qtbot, preview, preview.document, Qt.Key.Key_P)
    answers.yes = False
    QTest.keyClick(preview.document, Qt.Key.Key_Escape)
    assert preview.isVisible()
    answers.yes = True
    QTest.keyClick(preview.document, Qt.Key.Key_Escape)
    assert not preview.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_F6])
def test_a_key_goes_to_the_other_side(qtbot, preview, key):
    with qtbot.waitActive(preview):
        preview.activateWindow()
    preview.document.setFocus()
    QTest.keyClick(preview, key)
    assert preview.meeting.hasFocus()


def test_an_agenda_for_a_planned_meeting_is_compared_with_it(qtbot, meeting_id, preview, workspace):
    preview.choices.kind.set_value(True)
    preview.take_in()
    qtbot.waitUntil(lambda: bool(preview.findChildren(DifferencesDialog)))
    dialog = preview.findChild(DifferencesDialog)
    with qtbot.waitSignal(preview.imported) as imported:
        dialog.take()
    assert imported.args == [meeting_id]
    assert len(workspace.meeting_rows()) == 1


@pytest.mark.usefixtures("meeting_id")
def test_minutes_of_a_day_that_has_its_meeting_are_taken_in_by_a_clear_yes_only(qtbot, preview, workspace, answers):
    answers.yes = False
    preview.take_in()
    assert preview.isVisible()
    assert len(workspace.meeting_rows()) == 1
    answers.yes = True
    with qtbot.waitSignal(preview.imported):
        preview.take_in()
    assert len(workspace.meeting_rows()) == 2


def test_minutes_of_a_planned_meeting_go_into_it_by_one_answer(qtbot, meeting_id, preview, workspace):
    preview.doubts.current = next(doubt for doubt in preview.doubts.open if doubt.code == "meeting.exists")
    preview.accept_doubt()
    with qtbot.waitSignal(preview.imported) as imported:
        preview.take_in()
    assert imported.args == [meeting_id]
    assert [row.id for row in workspace.meeting_rows()] == [meeting_id]
    assert "Velkomst" in [item.title for item in workspace.records_of(meeting_id).all(AgendaItem)]


def test_what_was_corrected_is_remembered_for_the_board(qtbot, preview, workspace):
    go(preview.document, "Lægehus")
    press(qtbot, preview, preview.document, Qt.Key.Key_X)
    with qtbot.waitSignal(preview.imported):
        preview.take_in()
    assert [(habit.words, habit.part) for habit in workspace.all(ReadingHabit)] == [("lægehus i egeby", Part.LEFT_OUT)]
    assert Known.of(workspace).habits("Sundhedsråd Østfjord")[0].part is Part.LEFT_OUT


def test_the_file_is_kept_with_the_meeting_when_wanted(qtbot, preview, workspace):
    preview.choices.keep.setChecked(True)
    with qtbot.waitSignal(preview.imported) as imported:
        preview.take_in()
    workspace.open_meeting(imported.args[0])
    (kept,) = workspace.all(SourceFile)
    assert content_of(kept, workspace.content).decode().startswith("Referat Sundhedsråd")


def test_a_file_that_is_another_one_by_now_is_not_kept_as_what_was_read(qtbot, preview, start, workspace, answers):
    start.path.write_text("noget andet", encoding="utf-8")
    before = len(workspace.meeting_rows())
    preview.choices.keep.setChecked(True)
    with qtbot.waitSignal(preview._taking_in.stayed):
        preview.take_in()
    assert answers.told == ["reading.altered"]
    assert len(workspace.meeting_rows()) == before


def test_a_file_that_is_not_kept_is_not_opened_again(qtbot, preview, start, workspace):
    start.path.unlink()
    with qtbot.waitSignal(preview.imported) as imported:
        preview.take_in()
    workspace.open_meeting(imported.args[0])
    (noted,) = workspace.all(SourceFile)
    assert (noted.sha256, noted.kept) == (start.file.sha256, False)
