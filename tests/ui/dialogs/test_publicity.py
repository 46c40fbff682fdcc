"""What is published of an item, an attachment or a section is set where it is worked on."""

from dataclasses import replace

import pytest

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import Change, added, altered
from referatdesk.domain.codes import Access, ClosedItems, SectionKind
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.services.item import agenda, attachments, texts
from referatdesk.services.output import exporting
from referatdesk.services.output.receipts import receipt_of
from referatdesk.ui.dialogs.board import BoardDialog
from referatdesk.ui.dialogs.item_publicity import ItemPublicityDialog
from referatdesk.ui.dialogs.receipt import ReceiptDialog, show_receipt
from referatdesk.ui.panes.attachments import AttachmentsBox
from referatdesk.ui.panes.section_menu import SectionMenu
from referatdesk.ui.widgets.controls import button


@pytest.fixture
def item_id(workspace, meeting_id):
    change, item_id = agenda.add_item(workspace, meeting_id, "Personalesag")
    workspace.apply(change)
    workspace.apply(agenda.set_access(workspace, item_id, Access.CLOSED))
    return item_id


def typed(field, words):
    field.setText(words)
    field.editingFinished.emit()


def test_an_item_gets_its_neutral_title_and_says_what_is_told(desk, workspace, item_id, window, opened):
    dialog = opened(ItemPublicityDialog(desk, item_id, window))
    assert dialog.told.text() == "The public version tells nothing of the item."
    typed(dialog.form.field("public_title"), "En sag om ansatte")
    dialog.form.field("decision_public").click()
    item = workspace.get(AgendaItem, item_id)
    assert (item.public_title, item.decision_public) == ("En sag om ansatte", True)
    assert "leaves closed items out" in dialog.told.text()
    board = workspace.all(Board)[0]
    workspace.apply(Change("board.edit", altered([(board, replace(board, closed_items=ClosedItems.TITLED))])))
    access = dialog.form.field("access")
    access.setCurrentIndex(access.findText("Partly closed"))
    access.activated.emit(access.currentIndex())
    assert workspace.get(AgendaItem, item_id).access is Access.PARTLY
    assert "marked as public" in dialog.told.text()
    workspace.undo()
    assert workspace.get(AgendaItem, item_id).access is Access.CLOSED


def test_a_section_of_a_partly_closed_item_is_marked_as_public(desk, workspace, item_id, window):
    workspace.apply(agenda.set_access(workspace, item_id, Access.PARTLY))
    (section, *_others) = workspace.text(item_id).of_kind(SectionKind.CASE_TEXT)
    menu = SectionMenu(desk, item_id, section, button("Case", lambda: None, window)).offer()
    (public,) = [action for action in menu.actions() if action.text() == "&Public part of the item"]
    public.trigger()
    menu.close()
    assert workspace.text(item_id).section(section.id).public
    workspace.apply(texts.publish_section(workspace, item_id, section.id, False))
    workspace.apply(agenda.set_access(workspace, item_id, Access.CLOSED))
    menu = SectionMenu(desk, item_id, section, button("Case", lambda: None, window)).offer()
    assert "&Public part of the item" not in [action.text() for action in menu.actions()]
    menu.close()


def test_an_attachment_is_closed_by_its_menu(desk, workspace, item_id, window, qtbot):
    workspace.apply(attachments.add_attachment(workspace, item_id, "Lønseddel")[0])
    box = AttachmentsBox(desk, item_id, window)
    assert box.offer() is None
    box.list.setCurrentRow(0)
    menu = box.offer()
    menu.actions()[0].trigger()
    menu.close()
    assert workspace.all(Attachment)[0].access is Access.CLOSED
    assert box.list.item(0).toolTip().startswith("Closed")
    assert box.list.item(0).text() == "Lønseddel"


def test_the_board_says_what_is_told_and_which_addresses_are_its_own(desk, workspace, board_id, window, opened):
    page = opened(BoardDialog(desk, board_id, window)).general
    typed(page.field("public_contacts"), " egeby.example, ,99 88 77 66")
    page.field("closed_items").setCurrentIndex(1)
    page.field("closed_items").activated.emit(1)
    board = workspace.get(Board, board_id)
    assert board.public_contacts == ("egeby.example", "99 88 77 66")
    assert board.closed_items is ClosedItems.RENUMBERED
    assert page.field("public_contacts").text() == "egeby.example, 99 88 77 66"


def test_a_receipt_is_found_again_by_the_file_until_that_is_changed(
    desk, workspace, meeting_id, item_id, window, answers, tmp_path
):
    meeting = workspace.get(Meeting, meeting_id)
    workspace.apply(Change("meeting.edit", altered([(meeting, replace(meeting, join_link="https://x.example/1"))])))
    workspace.apply(Change("x", added(Attachment(id="a", meeting_id=meeting_id, title="Løn", access=Access.CLOSED))))
    path = tmp_path / "referat.docx"
    exporting.export(exporting.prepare(workspace, meeting_id), path, number_pages=False)
    receipt = receipt_of(path)
    assert (receipt.items, receipt.attachments, receipt.details) == (("3",), 1, 1)
    show_receipt(desk, path, window)
    shown = window.findChild(ReceiptDialog)
    assert "1 attachment left out" in shown.text.toPlainText()
    shown.close()
    path.write_bytes(path.read_bytes() + b"rettet")
    show_receipt(desk, path, window)
    assert answers.told == ["There is no receipt for referat.docx"]
