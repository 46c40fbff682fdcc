"""Setting up a board: everything is saved as it is made, and everything can be undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem

from referatdesk.domain.boards import Board, HouseStyle, StandingItem
from referatdesk.domain.codes import (
    AttendanceForm,
    ItemKind,
    LegalBasis,
    PointsForm,
    PresenceForm,
    Role,
    SectionKind,
    VoteForm,
)
from referatdesk.services.board import members, standing
from referatdesk.services.board.house_styles import builtin_style
from referatdesk.services.board.members import member_name, member_organisation, members_of
from referatdesk.ui.dialogs.board import BoardDialog

Edit = Qt.ItemDataRole.EditRole


@pytest.fixture
def dialog(desk, board_id, window, opened):
    return opened(BoardDialog(desk, board_id, window))


def names(workspace, board_id):
    return [member_name(workspace, seat) for seat in members_of(workspace, board_id)]


def cell(table, row, column):
    return table.model.index(row, column)


def test_the_facts_of_the_board_are_shown_and_saved(dialog, workspace, board_id):
    assert dialog.general.name.text() == "Sundhedsråd Østfjord"
    dialog.general.name.setText("Sundhedsråd Vestfjord")
    dialog.general.name.editingFinished.emit()
    assert workspace.get(Board, board_id).name == "Sundhedsråd Vestfjord"
    assert "Vestfjord" in dialog.windowTitle()
    workspace.undo()
    assert dialog.general.name.text() == "Sundhedsråd Østfjord"


def test_ctrl_tab_goes_through_the_pages_from_the_list_of_boards_too(qtbot, dialog):
    dialog.boards.setFocus()
    qtbot.keyClick(dialog.boards, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert dialog.tabs.currentIndex() == 1
    qtbot.keyClick(
        dialog.boards, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert dialog.tabs.currentIndex() == 0


def test_a_board_keeps_its_name_when_the_line_is_emptied(dialog, workspace, board_id):
    dialog.general.name.setText("")
    dialog.general.name.editingFinished.emit()
    assert workspace.get(Board, board_id).name == "Sundhedsråd Østfjord"
    assert dialog.general.name.text() == "Sundhedsråd Østfjord"


def test_a_kind_brings_its_law_along(dialog, workspace, board_id):
    dialog.general.field("kind").changed.emit("regional_council")
    board = workspace.get(Board, board_id)
    assert (board.kind, board.legal_basis) == ("regional_council", LegalBasis.REGIONS_ACT)


def test_a_quorum_is_a_number_or_nothing(dialog, workspace, board_id):
    field = dialog.general.field("quorum")
    for typed, kept in (("6", 6), ("", None)):
        field.setText(typed)
        field.editingFinished.emit()
        assert workspace.get(Board, board_id).quorum == kept


def test_members_are_edited_in_their_cells(dialog, workspace, board_id):
    table = dialog.members.table
    headings = [table.model.headerData(place, Qt.Orientation.Horizontal) for place in range(table.model.columnCount())]
    place = {heading: number for number, heading in enumerate(headings)}
    table.model.setData(cell(table, 1, place["Name"]), "Aksel R. Lund")
    table.model.setData(cell(table, 1, place["Role"]), Role.VICE_CHAIR)
    table.model.setData(cell(table, 1, place["Organisation"]), "Region Fjordland")
    table.model.setData(cell(table, 1, place["Party"]), "V")
    table.model.setData(cell(table, 1, place["Votes"]), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    table.model.setData(cell(table, 1, place["Substitute"]), "Ida Vester")
    seat = members_of(workspace, board_id)[1]
    assert member_name(workspace, seat) == "Aksel R. Lund"
    assert member_organisation(workspace, seat) == "Region Fjordland"
    assert (seat.role, seat.party, seat.has_vote) == (Role.VICE_CHAIR, "V", False)
    assert cell(table, 1, place["Substitute"]).data() == "Ida Vester"


def test_the_line_below_the_last_adds_a_member(qtbot, dialog, workspace, board_id):
    dialog.tabs.setCurrentIndex(1)
    table = dialog.members.table
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    table.edit_new()
    line = table.view.findChild(QLineEdit)
    qtbot.keyClicks(line, "Palle Nørre")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(workspace, board_id)[-1] == "Palle Nørre")
    assert table.model.rowCount() == 5


def test_an_empty_line_adds_nobody(dialog, workspace, board_id):
    table = dialog.members.table
    assert not table.model.setData(cell(table, 3, 0), "  ", Edit)
    assert len(names(workspace, board_id)) == 3


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_a_role_is_picked_from_a_list(qtbot, dialog, workspace, board_id):
    dialog.tabs.setCurrentIndex(1)
    table = dialog.members.table
    delegate = table.view.itemDelegate()
    box = delegate.createEditor(table.view.viewport(), QStyleOptionViewItem(), cell(table, 2, 1))
    assert isinstance(box, QComboBox)
    delegate.setEditorData(box, cell(table, 2, 1))
    assert box.currentText() == "Member"
    box.setCurrentText("Observer")
    delegate.setModelData(box, table.model, cell(table, 2, 1))
    assert members_of(workspace, board_id)[2].role is Role.OBSERVER
    box.deleteLater()


def test_members_are_moved_and_removed_by_key(qtbot, dialog, workspace, board_id, window):
    dialog.tabs.setCurrentIndex(1)
    table = dialog.members.table
    table.view.setFocus()
    table.view.setCurrentIndex(cell(table, 0, 0))
    qtbot.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(workspace, board_id) == ["Aksel Ravn Lund", "Merete Aaby", "Sanne Brix"]
    assert member_name(workspace, table.row) == "Merete Aaby", "the moved one stays chosen"
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert names(workspace, board_id) == ["Aksel Ravn Lund", "Sanne Brix"]
    assert member_name(workspace, table.row) == "Sanne Brix"
    workspace.undo()
    workspace.undo()
    assert names(workspace, board_id) == ["Merete Aaby", "Aksel Ravn Lund", "Sanne Brix"]
    assert table.model.rowCount() == 4


def test_the_first_cannot_be_moved_up_nor_the_last_down(dialog, workspace, board_id):
    table = dialog.members.table
    before = names(workspace, board_id)
    for row, step in ((0, -1), (2, 1), (3, -1)):
        table.view.setCurrentIndex(cell(table, row, 0))
        table.move_row(step)
    assert names(workspace, board_id) == before


def test_a_list_is_pasted_from_the_clipboard(dialog, workspace, board_id, answers):
    QGuiApplication.clipboard().setText("Erik Dam\tRegion Fjordland\tA\nBodil Krogh, sekretariat\n")
    dialog.paste_members()
    assert names(workspace, board_id)[-2:] == ["Erik Dam", "Bodil Krogh"]
    QGuiApplication.clipboard().clear()
    dialog.paste_members()
    assert answers.told == ["There is no list to paste"]


def test_standing_items_are_edited(dialog, workspace, board_id):
    table = dialog.standing.table
    table.model.setData(cell(table, 0, 0), "Velkomst og præsentation")
    table.model.setData(cell(table, 0, 1), ItemKind.INFORMATION)
    table.model.setData(cell(table, 1, 2), True)
    table.model.setData(cell(table, 3, 0), "Næste møde")
    items = standing.standing_of(workspace, board_id)
    assert [item.title for item in items] == [
        "Velkomst og præsentation",
        "Godkendelse af dagsorden",
        "Eventuelt",
        "Næste møde",
    ]
    assert (items[0].kind, items[1].closing) == (ItemKind.INFORMATION, True)
    assert workspace.undo_steps[0].label == "standing.add"


def test_labels_of_the_house_style_are_edited_and_ordered(dialog, workspace, board_id):
    table = dialog.labels.table
    table.model.setData(cell(table, 0, 0), "Kort fortalt")
    table.model.setData(cell(table, 0, 2), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    table.view.setCurrentIndex(cell(table, 0, 0))
    table.move_row(1)
    style = workspace.get(HouseStyle, workspace.get(Board, board_id).house_style_id)
    moved = style.sections[1]
    assert (moved.kind, moved.label, moved.colon) == (SectionKind.SUMMARY, "Kort fortalt", True)


def test_two_lines_never_print_the_same_kind_of_section(dialog, workspace, board_id):
    table = dialog.labels.table
    table.model.setData(cell(table, 0, 1), SectionKind.CASE_TEXT)
    style = workspace.get(HouseStyle, workspace.get(Board, board_id).house_style_id)
    kinds = [form.kind for form in style.sections]
    assert kinds[:2] == [SectionKind.CASE_TEXT, SectionKind.SUMMARY]
    assert len(kinds) == len(set(kinds))


def test_the_forms_are_shown_as_they_are_printed(dialog, workspace, board_id):
    field = dialog.style_page._picks["item_heading"]
    assert field.currentText() == "Punkt 1: Velkomst"
    field.changed.emit("{number}) {title}")
    assert workspace.get(HouseStyle, workspace.get(Board, board_id).house_style_id).item_heading == "{number}) {title}"
    assert field.currentText() == "1) Velkomst"
    assert dialog.style_page._picks["header_date_pattern"].currentText() == "Torsdag d. 4. februar 2027"


def test_a_template_of_the_users_own_is_kept(dialog, workspace, board_id, answers, tmp_path):
    answers.path = tmp_path / "vores.docx"
    dialog.style_page._browse()
    style = workspace.get(HouseStyle, workspace.get(Board, board_id).house_style_id)
    assert style.template == str(answers.path)
    assert dialog.style_page._template.currentText() == "vores.docx"


def test_a_new_board_begins_with_its_name(desk, workspace, window, opened):
    dialog = opened(BoardDialog(desk, None, window))
    assert not any(dialog.tabs.isTabEnabled(place) for place in range(1, dialog.tabs.count()))
    assert workspace.all(Board) == []
    dialog.general.name.setText("Styregruppe Midtby")
    dialog.general.name.editingFinished.emit()
    (board,) = workspace.all(Board)
    assert (board.name, dialog.board_id) == ("Styregruppe Midtby", board.id)
    assert all(dialog.tabs.isTabEnabled(place) for place in range(dialog.tabs.count()))
    dialog.members.table.model.setData(cell(dialog.members.table, 0, 0), "Lærke Bang")
    assert names(workspace, board.id) == ["Lærke Bang"]


def test_a_board_is_removed_after_a_yes_and_comes_back_by_undo(dialog, workspace, board_id, answers):
    answers.yes = False
    dialog.remove()
    assert workspace.find(Board, board_id) is not None
    answers.yes = True
    dialog.remove()
    assert workspace.find(Board, board_id) is None
    workspace.undo()
    assert len(workspace.all(StandingItem)) == 3


def test_a_board_with_meetings_is_not_removed(desk, workspace, board_id, meeting_id, window, opened, answers):
    dialog = opened(BoardDialog(desk, board_id, window))
    dialog.remove()
    assert answers.told == ["board.has_meetings"]
    assert workspace.find(Board, board_id) is not None


def test_another_board_is_shown_when_it_is_chosen(dialog, desk, workspace):
    dialog.begin_new()
    dialog.general.name.setText("Styregruppe Midtby")
    dialog.general.name.editingFinished.emit()
    first = next(board.id for board in workspace.all(Board) if board.name == "Sundhedsråd Østfjord")
    dialog.boards.changed.emit(first)
    assert dialog.members.table.model.rowCount() == 4
    assert dialog.general.name.text() == "Sundhedsråd Østfjord"


def test_the_tables_are_sound_models(dialog, qtmodeltester):
    for slot in (dialog.members, dialog.standing, dialog.labels):
        qtmodeltester.check(slot.table.model, force_py=True)


def test_a_cell_is_read_aloud_with_its_heading(dialog):
    table = dialog.members.table
    heard = cell(table, 0, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Votes: yes"
    assert cell(table, 0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Role: Chair"


def test_adding_through_the_service_shows_at_once(dialog, workspace, board_id):
    workspace.apply(members.add_member(workspace, board_id, "Ida Vester"))
    assert cell(dialog.members.table, 3, 0).data() == "Ida Vester"


def test_a_board_takes_a_built_in_style_over_in_everything(dialog, workspace, board_id):
    page = dialog.style_page
    assert page._like.currentText() == "Sagsfremstilling, indstilling og beslutning"
    page._like.changed.emit("brevhoved")
    style = workspace.get(HouseStyle, workspace.get(Board, board_id).house_style_id)
    assert replace(style, id="brevhoved") == builtin_style("brevhoved")
    assert page._template.value == "brevhoved.docx"
    assert page._like.currentText() == "Brevhoved med faktatabel"


def test_how_those_present_are_listed_is_chosen_in_words(dialog, workspace, board_id):
    field = dialog.style_page._picks["attendance_form"]
    assert field.currentText() == "All in one run"
    field.changed.emit(AttendanceForm.LIST)
    style = workspace.get(HouseStyle, workspace.get(Board, board_id).house_style_id)
    assert style.attendance_form is AttendanceForm.LIST


def test_what_a_house_prints_of_presence_points_and_votes_is_chosen_in_words(dialog, workspace, board_id):
    picks = dialog.style_page._picks
    chosen = {"presence_forms": (PresenceForm.HEAD, PresenceForm.RUNNING), "points_form": PointsForm.LETTERED}
    for field, form in (chosen | {"vote_form": VoteForm.MAJORITY}).items():
        picks[field].changed.emit(form)
        style = workspace.get(HouseStyle, workspace.get(Board, board_id).house_style_id)
        assert getattr(style, field) == picks[field].value == form
    assert picks["presence_forms"].currentText() == "Below the list at the top + In the minutes, with the time"
    assert picks["vote_form"].currentText() == "Who made up the majority"
