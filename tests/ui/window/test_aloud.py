"""The large screen for reading aloud, and the minutes alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.domain.changes import Change, altered
from referatdesk.domain.codes import Access, SectionKind
from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import style_of
from referatdesk.domain.richtext import paragraph
from referatdesk.services.item import texts
from referatdesk.services.word_differences import word_differences
from referatdesk.ui.aloud.big_text import LEAST
from referatdesk.ui.aloud.changed_note import changes_html
from referatdesk.ui.aloud.screen import ReadingScreen
from referatdesk.ui.panes.agenda_list import spoken
from tests.ui.window.conftest import settle

SENTENCE = "Rådet godkendte planen for det nære sundhedsvæsen og bad om en status til maj. "


def write(window, *words):
    records, item_id = window.desk.workspace, window.view.item.item_id
    section = records.text(item_id).of_kind(SectionKind.DECISION)[0]
    window.desk.do(texts.set_blocks(records, item_id, section.id, tuple(paragraph(one) for one in words)))
    settle()


def close_item(window):
    item = window.desk.workspace.get(AgendaItem, window.view.item.item_id)
    window.desk.do(Change("item.access", altered([(item, replace(item, access=Access.CLOSED))])))
    settle()


def shown(window):
    return next((one for one in window.view.findChildren(ReadingScreen) if one.isVisible()), None)


def opened_screen(window):
    window.actions_by_id["aloud.screen"].trigger()
    settle()
    return shown(window)


def words_on(screen):
    page = screen.welcome if screen.pages.currentWidget() is screen.welcome else None
    labels = [screen.head, screen.title] if page is None else [page.board, page.when, page.item, page.title]
    said = [one.text() for one in labels]
    return "\n".join([*said, screen.text.accessibleDescription() if page is None else ""])


@pytest.fixture
def second(monkeypatch, qapp):
    """As if a projector were there: the only screen of these tests stands for it."""
    monkeypatch.setattr("referatdesk.ui.commands.aloud.other_screen", lambda window: QGuiApplication.primaryScreen())


@pytest.fixture
def yes(monkeypatch):
    """Who is asked says yes; what was asked is noted."""
    asked = []

    def confirm(self, question, detail, yes, act, *, dangerous=False):
        asked.append((question, dangerous))
        act()

    monkeypatch.setattr("referatdesk.ui.asking.ask.QtAsk.confirm", confirm)
    return asked


def test_the_decision_is_shown_in_large_type_with_board_number_and_title(meeting):
    meeting.actions_by_id["items.next"].trigger()
    write(meeting, "Planen blev godkendt.")
    screen = opened_screen(meeting)
    assert "Planen blev godkendt." in words_on(screen)
    assert "Sundhedsråd Østfjord · Item 2" in words_on(screen)
    assert screen.text.points > LEAST
    assert screen.isFullScreen()


def test_a_long_decision_is_never_smaller_than_can_be_read_and_turns_by_pages(meeting):
    write(meeting, SENTENCE * 20)
    screen = opened_screen(meeting)
    assert screen.text.points == LEAST
    here, count = screen.text.pages
    assert here == 1 < count
    for key, page in ((Qt.Key.Key_Space, 2), (Qt.Key.Key_PageDown, 3), (Qt.Key.Key_PageUp, 2)):
        QTest.keyClick(screen.text, key)
        assert screen.text.pages[0] == page
    meeting.actions_by_id["aloud.page_back"].trigger()
    assert screen.text.pages[0] == 1


def test_no_line_is_left_out_between_two_pages(meeting):
    write(meeting, SENTENCE * 20)
    text = opened_screen(meeting).text
    height = text.viewport().height()
    for start, follows in zip(text._starts, text._starts[1:], strict=False):
        assert all(bottom <= start + height for top, bottom in text._lines if start <= top < follows)


def test_what_is_typed_is_followed_and_the_keyboard_stays_with_her(meeting, second):
    write(meeting, "Planen blev godkendt.")
    meeting.view.item.focus_decision()
    screen = opened_screen(meeting)
    assert screen.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert screen.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    QTest.keyClicks(meeting.view.item.decision.editor, " Straks.")
    meeting.desk.settle()
    settle()
    assert "Planen blev godkendt. Straks." in words_on(screen)


def test_the_same_keys_lead_to_the_next_item_and_the_same_key_closes(meeting):
    screen = opened_screen(meeting)
    first = words_on(screen)
    meeting.actions_by_id["items.next"].trigger()
    settle()
    assert words_on(screen) != first
    assert meeting.actions_by_id["items.next"] in screen.actions()
    meeting.actions_by_id["aloud.screen"].trigger()
    settle()
    assert shown(meeting) is None


def test_escape_leaves_it(meeting):
    QTest.keyClick(opened_screen(meeting), Qt.Key.Key_Escape)
    settle()
    assert shown(meeting) is None


def test_while_nothing_is_decided_the_room_is_welcomed(upcoming):
    screen = opened_screen(upcoming)
    assert screen.pages.currentWidget() is screen.welcome
    assert "Sundhedsråd Østfjord" in words_on(screen)
    assert "Torsdag den 18. februar 2027" in words_on(screen)


def test_a_closed_item_is_hidden_until_it_is_asked_for_and_then_only_while_it_is_shown(meeting, yes):
    meeting.actions_by_id["items.next"].trigger()
    title = meeting.desk.workspace.get(AgendaItem, meeting.view.item.item_id).title
    write(meeting, "Hemmelig beslutning.")
    close_item(meeting)
    screen = opened_screen(meeting)
    assert "Closed item" in words_on(screen)
    assert title not in words_on(screen)
    assert "Hemmelig" not in words_on(screen)
    meeting.actions_by_id["aloud.show_closed"].trigger()
    settle()
    assert yes == [("Show the closed item on the large screen?", True)]
    assert "Hemmelig beslutning." in words_on(screen)
    assert "Closed item" in screen.state.text()
    for action in ("items.next", "items.previous"):
        meeting.actions_by_id[action].trigger()
        settle()
    assert "Hemmelig" not in words_on(screen)


def test_an_item_that_is_closed_while_it_is_shown_is_hidden_at_once(meeting):
    write(meeting, "Åben endnu.")
    screen = opened_screen(meeting)
    assert "Åben endnu." in words_on(screen)
    close_item(meeting)
    assert "Åben endnu." not in words_on(screen)


def test_the_points_of_the_recommendation_are_shown_when_wanted(meeting):
    meeting.actions_by_id["items.next"].trigger()
    screen = opened_screen(meeting)
    assert "Recommendation" not in words_on(screen)
    meeting.actions_by_id["aloud.points"].trigger()
    settle()
    assert "Recommendation" in words_on(screen)


def use_colons(meeting):
    """In print; the window shows times in one way."""
    records = meeting.desk.workspace
    style = style_of(records, records.meeting)
    records.apply(Change("style.edit", altered([(style, replace(style, time_pattern="HH:mm"))])))


def test_one_key_stamps_and_a_later_change_is_marked_until_it_is_read_again(meeting, monkeypatch):
    monkeypatch.setattr("referatdesk.ui.commands.aloud.now_text", lambda: "14:12")
    write(meeting, "Planen blev godkendt.")
    use_colons(meeting)
    screen = opened_screen(meeting)
    meeting.actions_by_id["aloud.stamp"].trigger()
    settle()
    item_id = meeting.view.item.item_id
    assert [one.read_aloud_at for one in meeting.desk.workspace.all(Decision) if one.item_id == item_id] == ["14:12"]
    assert screen.state.text() == "✓ Read aloud at 14.12"
    write(meeting, "Planen blev udsat.")
    assert screen.state.text().startswith("⚠ Changed after it was read aloud")
    meeting.actions_by_id["aloud.stamp"].trigger()
    settle()
    assert screen.state.text().startswith("✓ Read aloud")


def test_the_window_says_what_was_changed_after_the_reading_beside_the_text_and_in_the_agenda(meeting, monkeypatch):
    monkeypatch.setattr("referatdesk.ui.commands.aloud.now_text", lambda: "14:12")
    note = meeting.view.item.decision.read_aloud
    assert not note.isVisible()
    write(meeting, "Planen blev godkendt.")
    meeting.actions_by_id["aloud.stamp"].trigger()
    settle()
    assert note.text().startswith("✓ Read aloud at 14")
    assert "read" not in spoken(meeting.view.agenda._model.rows[0])
    write(meeting, "Planen blev udsat.")
    assert "Changed after it was read aloud" in note.text()
    assert "Planen blev <s>godkendt</s><u>udsat</u>." in note.text()
    assert "changed after it was read aloud" in spoken(meeting.view.agenda._model.rows[0])
    write(meeting, "Planen blev godkendt.")
    assert "changed" not in spoken(meeting.view.agenda._model.rows[0])
    meeting.actions_by_id["items.next"].trigger()
    settle()
    assert not note.isVisible()


def test_without_a_decision_there_is_nothing_to_stamp(upcoming):
    upcoming.actions_by_id["aloud.stamp"].trigger()
    assert not [one for one in upcoming.desk.workspace.all(Decision) if one.read_aloud_at]


def test_a_projector_that_is_unplugged_does_not_cover_her_own_screen(meeting, second):
    screen = opened_screen(meeting)
    screen._lost(screen.screen())
    settle()
    assert shown(meeting) is None


def test_it_goes_with_its_meeting(meeting):
    opened_screen(meeting)
    meeting.show_start()
    settle()
    assert shown(meeting) is None


def test_what_was_changed_is_told_by_strokes_and_never_as_markup():
    told = changes_html(word_differences("Planen <godkendt>.", "Planen udsat & gemt."))
    assert told.startswith("Planen <s>")
    assert "&lt;" in told
    assert "<u>udsat &amp; gemt</u>" in told


# Focus


def beside(window):
    view = window.view
    return [window.menuBar(), view.agenda, view.attendance, view.item.case, window.status.place]


def test_who_types_before_a_large_screen_is_told_that_nothing_is_written(meeting):
    opened_screen(meeting)
    before = meeting.view.item.decision.editor.toPlainText()
    QTest.keyClicks(shown(meeting).text, "Godkendt")
    assert shown(meeting).state.text() == "Nothing is written here. Esc leads back to the text."
    assert meeting.view.item.decision.editor.toPlainText() == before


def focus(window):
    window.actions_by_id["aloud.focus"].trigger()
    settle()


def test_focus_shows_the_title_the_words_and_the_save_state_alone(meeting):
    focus(meeting)
    item = meeting.view.item
    assert not any(widget.isVisible() for widget in beside(meeting))
    assert all(widget.isVisible() for widget in (item.title, item.decision.editor, meeting.status.saved))
    letter = item.decision.editor.fontMetrics().averageCharWidth()
    assert item.decision.editor.width() <= 90 * letter


@pytest.mark.parametrize("way", ["escape", "key", "button"])
def test_there_are_three_ways_out(meeting, way):
    before = [widget.isVisible() for widget in beside(meeting)]
    focus(meeting)
    if way == "escape":
        QTest.keyClick(meeting.view.item.decision.editor, Qt.Key.Key_Escape)
    elif way == "key":
        focus(meeting)
    else:
        next(one for one in meeting.status.children() if getattr(one, "text", str)().startswith("Show every")).click()
    settle()
    assert [widget.isVisible() for widget in beside(meeting)] == before
    assert not meeting.commands.method("aloud", "is_focused")()


def test_the_next_item_comes_by_the_same_key_and_brings_nothing_else_along(meeting):
    focus(meeting)
    first = meeting.view.item.item_id
    meeting.actions_by_id["items.next"].trigger()
    settle()
    assert meeting.view.item.item_id != first
    assert not any(widget.isVisible() for widget in beside(meeting))
    assert not meeting.view.item.decision.points.isVisible()
    focus(meeting)
    assert meeting.view.item.decision.points.isVisible()


@pytest.mark.parametrize(("action", "pane"), [("view.agenda", "agenda"), ("view.attendance", "attendance")])
def test_a_key_that_leads_to_a_hidden_pane_ends_it(meeting, action, pane):
    focus(meeting)
    meeting.actions_by_id[action].trigger()
    settle()
    assert getattr(meeting.view, pane).list.hasFocus()


@pytest.mark.parametrize("is_used_before", [False, True])
@pytest.mark.parametrize(
    "action",
    ["people.find", "people.add", "items.new", "items.rename", "writing.line", "writing.find", "writing.replace"],
)
def test_what_is_typed_in_next_is_seen(meeting, action, is_used_before):
    if is_used_before:
        meeting.actions_by_id[action].trigger()
        settle()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    meeting.view.item.focus_decision()
    focus(meeting)
    meeting.actions_by_id[action].trigger()
    settle()
    now = QApplication.focusWidget()
    assert now.isVisible()
    assert now is not meeting.view.item.decision.editor


def test_the_keyboard_is_never_in_what_is_hidden(meeting):
    meeting.view.agenda.list.setFocus()
    focus(meeting)
    assert QApplication.focusWidget().isVisible()
    meeting.actions_by_id["view.next_pane"].trigger()
    assert QApplication.focusWidget().isVisible()


def test_leaving_the_meeting_ends_it(meeting):
    focus(meeting)
    meeting.show_start()
    settle()
    assert meeting.menuBar().isVisible()


def test_the_column_is_as_wide_as_a_narrow_window_lets_it_be(meeting):
    meeting.resize(911, 512)
    focus(meeting)
    assert meeting.view.item.decision.editor.width() > 400
    assert meeting.minimumSizeHint().width() <= 911


def test_a_letter_for_a_point_is_never_pressed_unseen(upcoming):
    upcoming.view.agenda.choose(upcoming.view.agenda.item_ids[1])
    points = upcoming.view.item.decision.points
    focus(upcoming)
    assert not points.focus_open()
    upcoming.actions_by_id["decisions.points"].trigger()
    settle()
    assert upcoming.menuBar().isVisible()
    assert points.buttons()[0].isVisible()
    assert points.buttons()[0].hasFocus()
