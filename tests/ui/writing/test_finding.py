"""Words are found in the whole meeting, gone to, and replaced in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from referatdesk.domain.codes import BlockKind, CaptionPosition, StatementKind
from referatdesk.domain.decisions import Statement
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.domain.richtext import Block, Cell, Table, paragraph, plain_text
from referatdesk.services.decision.decisions import own_decision
from referatdesk.services.item.agenda import rename_item
from referatdesk.services.item.texts import set_blocks
from referatdesk.services.vote import statements
from referatdesk.services.writing import replacing
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import PATIENCE_MS, settle

pytestmark = pytest.mark.usefixtures("no_dictionary")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(meeting):
    meeting.actions_by_id["writing.replace"].trigger()
    return meeting.view.writing.finder()


def words_of(meeting):
    records = meeting.desk.workspace
    texts = [plain_text(section.blocks) for text in records.all(ItemText) for section in text.sections]
    return "\n".join([*(item.title for item in records.all(AgendaItem)), *texts])


def look_for(bar, words):
    bar.wanted.setText(words)
    bar._ready()
    return bar.finding.matches


def shown_selection(bar):
    editor = bar._editor_of(bar._match())
    return editor.textCursor().selectedText() if editor is not None else bar._view.item.title.selectedText()


def test_every_place_is_counted_and_gone_to(meeting, bar):
    found = look_for(bar, "klitved")
    assert len(found) == words_of(meeting).casefold().count("klitved")
    for place in range(1, len(found) + 1):
        QTest.keyClick(bar.wanted, Qt.Key.Key_Return)
        assert bar.count.text() == f"{place} of {len(found)}"
        assert shown_selection(bar).casefold() == "klitved"
        assert meeting.view.item.item_id == found[place - 1].item_id
        assert bar.wanted.hasFocus()
    QTest.keyClick(bar.wanted, Qt.Key.Key_Return)
    assert bar.count.text().startswith("1 of")
    QTest.keyClick(bar.wanted, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == f"{len(found)} of {len(found)}"


def test_typing_finds_by_itself(bar, qtbot):
    QTest.keyClicks(bar.wanted, "sundhedshus")
    qtbot.waitUntil(lambda: "place" in bar.count.text(), timeout=PATIENCE_MS)


def test_what_is_nowhere_is_said(bar):
    assert look_for(bar, "findes ikke") == []
    bar.go(1)
    assert bar.count.text() == "Not found"
    assert not bar.all.isEnabled()


def test_all_are_replaced_and_taken_back_by_one_undo(meeting, bar):
    before = words_of(meeting)
    count = len(look_for(bar, "Klitved"))
    bar.instead.setText("Egeby")
    bar.all.click()
    settle()
    assert "klitved" not in words_of(meeting).casefold()
    assert meeting.findChild(Toast).words.startswith(f"Replaced in {count} places.")
    meeting.actions_by_id["history.undo"].trigger()
    assert words_of(meeting) == before


def test_places_are_replaced_one_by_one(meeting, bar):
    count = len(look_for(bar, "Klitved"))
    bar.instead.setText("Klitved By")
    bar.replace_one()
    assert words_of(meeting).count("Klitved By") == 0
    bar.replace_one()
    assert words_of(meeting).count("Klitved By") == 1
    assert len(bar.finding.matches) == count
    assert bar.count.text().startswith("2 of")


def test_undo_in_the_bar_takes_back_what_was_replaced_before_what_was_typed_there(meeting, bar):
    before = words_of(meeting)
    look_for(bar, "Klitved")
    bar.instead.setFocus()
    QTest.keyClicks(bar.instead, "Egeby")
    bar.replace_all()
    settle()
    QTest.keyClick(bar.instead, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert (words_of(meeting), bar.instead.text()) == (before, "Egeby")


def test_a_place_that_is_gone_by_now_is_not_replaced(meeting, bar):
    count = len(look_for(bar, "Klitved"))
    bar.instead.setText("Nyborup")
    for _place in range(count):
        bar.go(1)
    meeting.desk.do(replacing.replaced(meeting.desk.workspace, [bar._match()], "Byen"))
    bar.replace_one()
    assert "Nyborup" not in words_of(meeting)
    assert bar.count.text() == f"1 of {count - 1}"


def test_escape_goes_to_the_place_that_was_found(meeting, bar):
    look_for(bar, "dagsordenen")
    bar.go(1)
    editor = bar._editor_of(bar._match())
    QTest.keyClick(bar.wanted, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == "Dagsordenen"
    assert editor.extraSelections() == []


def test_what_is_selected_is_looked_for(meeting):
    editor = meeting.view.item.decision.editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(editor, "Hastesag ")
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(8, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    meeting.actions_by_id["writing.find"].trigger()
    bar = meeting.view.writing.finder()
    assert bar.wanted.text() == "Hastesag"
    assert not bar.instead.isVisible()
    bar.go(1)
    assert bar.count.text() == "1 of 1"


def test_finding_marks_no_edit(meeting, bar):
    editor = meeting.view.item.decision.editor
    before = editor.blocks()
    look_for(bar, "e")
    bar.go(1)
    assert editor.blocks() == before
    assert not editor.can_undo()


@pytest.mark.parametrize("position", list(CaptionPosition))
def test_the_caption_of_a_table_is_gone_to_and_replaced(meeting, bar, position):
    records, item_id = meeting.desk.workspace, meeting.view.item.item_id
    cells = ((Cell((paragraph("Budget"),)),),)
    table = Table(rows=cells, header_rows=0, caption="Tabel 1: Takster", caption_position=position)
    blocks = (paragraph("Se her."), Block(id="t", kind=BlockKind.TABLE, table=table), paragraph("Slut."))
    meeting.desk.do(set_blocks(records, item_id, own_decision(records, item_id).section_id, blocks))
    settle()
    assert len(look_for(bar, "takster")) == 1
    bar.go(1)
    assert shown_selection(bar) == "Takster"
    bar.instead.setText("Priser")
    bar.replace_one()
    assert "Tabel 1: Priser" in words_of(meeting)
    meeting.actions_by_id["history.undo"].trigger()
    assert "Tabel 1: Takster" in words_of(meeting)


def test_a_statement_follows_what_is_replaced_in_the_decision_and_one_undo_takes_both_back(meeting, bar):
    records, item_id = meeting.desk.workspace, meeting.view.item.item_id
    change, statement = statements.add_statement(
        records, item_id, StatementKind.PROTOCOL_NOTE, party="A", text="Takstbladet mangler"
    )
    meeting.desk.do(change)
    settle()
    look_for(bar, "takstbladet")
    bar.instead.setText("Bladet")
    bar.all.click()
    settle()
    assert records.get(Statement, statement).text == "Bladet mangler"
    assert statements.is_linked(records, statement)
    meeting.actions_by_id["history.undo"].trigger()
    assert records.get(Statement, statement).text == "Takstbladet mangler"
    assert "Takstbladet mangler" in words_of(meeting)


def test_words_behind_an_emoji_are_marked_in_the_title_too(meeting, bar):
    records, item_id = meeting.desk.workspace, meeting.view.item.item_id
    records.apply(rename_item(records, item_id, "😀😀 Budget drøftes"))
    settle()
    look_for(bar, "Budget")
    bar.go(1)
    assert meeting.view.item.title.selectedText() == "Budget"


def test_escape_closes_the_bar_from_each_of_its_buttons(bar):
    for part in (bar.instead, bar.one, bar.all, bar.whole_words, bar.match_case):
        bar.open_bar(replacing=True)
        look_for(bar, "klitved")
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_Escape)
        assert bar.isHidden()


def test_of_very_many_places_those_around_the_one_gone_to_are_marked(meeting, bar, monkeypatch):
    monkeypatch.setattr("referatdesk.ui.writing.found_marks.MOST_MARKED", 3)
    editor = meeting.view.item.decision.editor
    editor.selectAll()
    editor.insert_text("klit klit klit klit klit klit klit klit")
    meeting.desk.settle()
    found = look_for(bar, "klit")
    bar._go_to(max(place for place, one in enumerate(found) if one.item_id == meeting.view.item.item_id))
    marks = editor.extraSelections()
    assert len(marks) == 3
    assert editor.textCursor().selectionStart() in {one.cursor.selectionStart() for one in marks}
