"""The case text of an item: folded out of its chips, read, and arranged."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QMenu

from referatdesk.domain.changes import Change, Pair
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.meetings import ItemText
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services.item import texts
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.widgets.fold_chip import FoldChip
from tests.ui.window.conftest import settle


def chip_menu(window, place):
    chip = window.view.item.case.chips()[place]
    chip.customContextMenuRequested.emit(chip.rect().center())
    settle()
    return {action.text().replace("&", ""): action for action in chip.findChild(QMenu).actions()}


def labels(window):
    return [section.label for section in window.desk.workspace.text(window.view.item.item_id).sections]


def test_folding_a_section_in_leaves_the_keyboard_on_its_chip(upcoming):
    case = upcoming.view.item.case
    for _turn in ("out", "in"):
        next(chip for chip in case.focusable() if chip.accessibleName() == "Resumé").click()
        settle()
    focused = QApplication.focusWidget()
    assert isinstance(focused, FoldChip)
    assert focused.accessibleName() == "Resumé"


def test_the_key_for_the_case_text_opens_what_holds_words(upcoming):
    view = upcoming.view
    item_id = next(
        text.id
        for text in upcoming.desk.workspace.all(ItemText)
        if any(plain_text(section.blocks) for section in text.of_kind(SectionKind.CASE_TEXT))
    )
    view.agenda.choose(item_id)
    upcoming.actions_by_id["view.case"].trigger()
    settle()
    editor = view.editor_in_focus()
    assert editor.accessibleName() == "Sagsfremstilling"
    assert editor.toPlainText()


def test_a_section_is_moved_and_removed_from_its_chip(meeting):
    before = labels(meeting)
    chip_menu(meeting, 0)["Move back"].trigger()
    settle()
    assert labels(meeting)[:2] == [before[1], before[0]]
    chip_menu(meeting, 1)["Remove section"].trigger()
    settle()
    assert labels(meeting) == before[1:]
    meeting.actions_by_id["history.undo"].trigger()
    meeting.actions_by_id["history.undo"].trigger()
    assert labels(meeting) == before


def test_a_chip_leaves_out_the_colon_that_is_printed_behind_a_label(upcoming):
    records, view = upcoming.desk.workspace, upcoming.view
    text = records.text(view.item.item_id)
    named = tuple(replace(section, label="Bilag:") for section in text.sections)
    upcoming.desk.do(Change("text.edit", (Pair(text, replace(text, sections=named)),)))
    settle()
    assert {chip.text() for chip in view.item.case.chips()} == {"Bilag"}


def test_a_long_case_text_that_is_folded_out_is_read_from_its_beginning(upcoming):
    records, item_id = upcoming.desk.workspace, upcoming.view.item.item_id
    section = records.text(item_id).of_kind(SectionKind.CASE_TEXT)[0]
    lines = [paragraph(f"Linje {number}") for number in range(60)]
    upcoming.desk.do(texts.set_blocks(records, item_id, section.id, lines))
    upcoming.view.item.case.open_section(section.id)
    settle()
    editor = next(one for one in upcoming.view.item.case.findChildren(RichTextEdit) if one.isVisible())
    assert editor.verticalScrollBar().maximum() > 0
    assert editor.verticalScrollBar().value() == 0


def test_shares_made_by_hand_outlast_another_size_of_the_window(upcoming):
    upcoming.view.item.case.open_first()
    settle()
    split = upcoming.view.item.split
    split.moveSplitter(split.sizes()[0] + 40, 2 if upcoming.view.item.minutes.isHidden() else 1)
    case = split.sizes()[0]
    upcoming.resize(upcoming.width() + 10, upcoming.height())
    settle()
    assert split.sizes()[0] == case


def test_the_chips_give_back_the_line_that_a_wider_window_spares_them(upcoming):
    case, split = upcoming.view.item.case, upcoming.view.item.split
    upcoming.resize(911, 768)
    settle()
    lines = case.wanted_height()
    upcoming.resize(1366, 768)
    settle()
    assert split.sizes()[0] == case.wanted_height() < lines
