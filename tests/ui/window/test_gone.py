"""What was taken away is not missed by the panes that showed it."""

from dataclasses import replace

from msgspec.structs import replace as replace_settings
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.config.settings import Language
from referatdesk.domain.changes import Change, altered
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.message import Message
from referatdesk.ui.writing.command_line import CommandLine
from tests.ui.window.conftest import settle


def trigger(window, action_id):
    window.actions_by_id[action_id].trigger()
    settle()


def test_removing_the_shown_item_shows_the_one_that_takes_its_place(meeting):
    items = meeting.view.agenda.item_ids
    trigger(meeting, "items.remove")
    assert meeting.view.item.item_id == meeting.view.agenda.current
    assert meeting.view.agenda.item_ids == items[1:]


def test_every_item_can_be_removed_and_brought_back(meeting):
    items = meeting.view.agenda.item_ids
    meeting.view.item.case.open_first()
    for _item in items:
        trigger(meeting, "items.remove")
    assert meeting.view.agenda.item_ids == []
    assert meeting.view.item.item_id == ""
    for _item in items:
        trigger(meeting, "history.undo")
    assert meeting.view.agenda.item_ids == items
    assert meeting.view.item.item_id in items


def test_undoing_a_new_item_takes_it_off_the_screen(meeting):
    before = meeting.view.agenda.item_ids
    meeting.view.agenda.new_item.setText("Eventuelt om kantinen")
    meeting.view.agenda.new_item.returnPressed.emit()
    settle()
    assert meeting.view.item.item_id not in before
    trigger(meeting, "history.undo")
    assert meeting.view.item.item_id in before


def test_what_is_being_typed_stands_while_another_section_of_the_item_changes(meeting):
    editor, workspace = meeting.view.item.decision.editor, meeting.desk.workspace
    QTest.keyClicks(editor, "Tages op igen. ")
    text = workspace.text(meeting.view.item.item_id)
    other = next(section for section in text.sections if section.kind is not SectionKind.DECISION)
    changed = replace(other, blocks=(*other.blocks, paragraph("Nyt fra Klitved.")))
    sections = tuple(changed if section is other else section for section in text.sections)
    workspace.apply(Change("text.edit", altered([(text, replace(text, sections=sections))])))
    assert "Tages op igen." in plain_text(editor.blocks())
    meeting.desk.settle()
    decision = workspace.text(text.id).of_kind(SectionKind.DECISION)[0]
    assert "Tages op igen." in plain_text(decision.blocks)


def test_typing_that_could_not_be_handed_on_is_handed_on_later(meeting, monkeypatch):
    editor, workspace = meeting.view.item.decision.editor, meeting.desk.workspace
    QTest.keyClicks(editor, "Ikke tabt. ")
    with monkeypatch.context() as patch:
        patch.setattr(meeting.desk.workspace, "apply", refuse)
        meeting.actions_by_id["view.agenda"].trigger()
    told = meeting.findChild(Message)
    assert told is not None
    told.reject()
    settle()
    meeting.desk.settle()
    decision = workspace.text(meeting.view.item.item_id).of_kind(SectionKind.DECISION)[0]
    assert "Ikke tabt." in plain_text(decision.blocks)


def refuse(*_change):
    raise UserError("change.outdated")


def test_the_command_line_goes_with_the_page_it_was_opened_over(meeting):
    trigger(meeting, "writing.line")
    meeting.preferences.set(replace_settings(meeting.preferences.now, language=Language.DANISH))
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert meeting.findChildren(CommandLine) == []
