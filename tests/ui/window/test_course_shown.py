"""What the window shows of a meeting that is led: closed items, items together, small windows and the minutes alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.config.settings import Language
from referatdesk.domain.changes import Change, Pair
from referatdesk.domain.codes import Access, ItemStatus
from referatdesk.domain.decisions import ItemLink
from referatdesk.i18n import catalogue
from referatdesk.services.course import course_decisions
from referatdesk.services.decision import decisions
from referatdesk.services.item import agenda
from referatdesk.ui.icons import icon
from referatdesk.ui.palette.gathering import entries_for
from referatdesk.ui.panes import agenda_delegate
from referatdesk.ui.panes.agenda_marks import lines_of, marks_of, width_of
from tests.ui.window.conftest import settle
from tests.ui.window.led import items, press, said, strip, treated


def close(window, place, access=Access.CLOSED):
    window.desk.do(agenda.set_access(window.desk.workspace, items(window)[place].id, access))
    settle()


@pytest.fixture
def crowded(sitting):
    """All that the strip can show at once but for what is written: a closed item with its minutes, looked away from."""
    for item in items(sitting)[1:4]:
        crowd = replace(item, access=Access.CLOSED, minutes_planned=115)
        sitting.desk.do(Change("item.access", (Pair(item, crowd),)))
    sitting.view.agenda.choose(items(sitting)[3].id)
    press(sitting, "course.treat")
    sitting.view.agenda.choose(items(sitting)[0].id)
    settle()
    return sitting


@pytest.mark.parametrize("width", [911, 1366])
@pytest.mark.parametrize("place", [0, 1, 2, 4])
def test_focus_and_the_way_out_of_it_leave_the_window_as_large_as_it_was(crowded, width, place):
    crowded.resize(width, 700)
    crowded.view.agenda.choose(items(crowded)[place].id)
    press(crowded, "aloud.focus")
    assert crowded.size().width() == width
    assert crowded.minimumSizeHint().width() <= 911
    press(crowded, "aloud.focus")
    assert crowded.size().width() == width


def test_the_column_of_focus_stands_in_the_middle(crowded):
    crowded.resize(1366, 700)
    press(crowded, "aloud.focus")
    item = crowded.view.item
    left = item.mapTo(crowded.view, item.rect().topLeft()).x()
    assert abs(left - (crowded.view.width() - left - item.width())) <= 2
    assert item.width() < crowded.view.width()


@pytest.mark.parametrize(
    ("access", "words"), [(Access.CLOSED, "Closed item"), (Access.PARTLY, "Partly closed item"), (Access.OPEN, "")]
)
def test_that_an_item_is_closed_stands_beside_its_title_also_in_focus(sitting, access, words):
    close(sitting, 0, access)
    for _in_and_out in range(2):
        press(sitting, "aloud.focus")
        assert sitting.view.item.closed.text() == words
        assert sitting.view.item.closed.isVisible() is bool(words)


@pytest.fixture(params=[Language.ENGLISH, Language.DANISH])
def language(request):
    catalogue.use(request.param)
    yield request.param
    catalogue.use(Language.ENGLISH)


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("shown", [0, 3])
def test_the_strip_never_asks_for_more_than_a_small_window(language, sitting, numbered, shown):
    for item in items(sitting):
        crowd = replace(
            item,
            access=Access.CLOSED,
            minutes_planned=115,
            title="Et punkt med en titel, som ingen linje i vinduet kan rumme, fordi den er så lang",
            number_auto=numbered,
        )
        sitting.desk.do(Change("item.access", (Pair(item, crowd),)))
    records = sitting.desk.workspace
    sitting.view.agenda.choose(items(sitting)[3].id)
    press(sitting, "course.treat")
    first = next(item for item in items(sitting) if item.id == treated(sitting))
    for other in items(sitting)[2:]:
        if other.id != first.id:
            sitting.desk.do(course_decisions.treat_together(records, other.id, first.id))
    press(sitting, "course.pause")
    sitting.view.agenda.choose(items(sitting)[shown].id)
    settle()
    strip(sitting).tell_took("Punkt 1 tog 117 af 115 min. (2 over), 3 delpunkter uden beslutning")
    least = sitting.minimumSizeHint()
    assert (least.width() <= 911, least.height() <= 512) == (True, True)
    assert strip(sitting).warning.text().startswith("Lukket" if language is Language.DANISH else "Closed")
    sitting.resize(911, 512)
    settle()
    assert sitting.width() == 911
    shown_whole = strip(sitting).warning.text().partition(":")[0]
    assert strip(sitting).warning.width() >= strip(sitting).warning.fontMetrics().horizontalAdvance(shown_whole)


def test_a_closed_item_that_is_treated_has_the_mark_of_both_in_the_agenda(sitting, monkeypatch):
    close(sitting, 0)
    assert painted_marks(sitting, monkeypatch)[:2] == ["in-progress", "lock"]


def painted_marks(window, monkeypatch):
    painted = []
    monkeypatch.setattr(agenda_delegate, "icon", lambda name, tone: painted.append(name) or icon(name, tone))
    window.view.agenda.list.viewport().repaint()
    return painted


def test_a_closed_item_that_is_done_has_the_mark_of_both_and_says_both(sitting, monkeypatch):
    close(sitting, 0)
    press(sitting, "course.go_on")
    assert painted_marks(sitting, monkeypatch)[:3] == ["check", "lock", "unknown"]
    spoken = sitting.view.agenda.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(", Done, Closed, no decision")


@pytest.mark.parametrize("width", [60, 90, 160, 400])
def test_no_mark_in_the_agenda_is_cut_for_another_one(sitting, width):
    row = replace(sitting.view.agenda.rows[0], status=ItemStatus.DONE, access=Access.CLOSED, lacks_decision=True)
    metrics = sitting.fontMetrics()
    lines = lines_of(marks_of(replace(row, open_points=0)), metrics, width)
    assert " ".join(mark.words for line in lines for mark in line) == "Closed no decision"
    for line in lines:
        assert len(line) == 1 or sum(width_of(mark, metrics) for mark in line) < width


def test_which_item_it_is_treated_together_with_is_asked_in_place_and_what_is_treated_stands_first(sitting):
    press(sitting, "course.go_on")
    sitting.view.agenda.choose(items(sitting)[2].id)
    press(sitting, "course.together")
    menu = QApplication.activePopupWidget()
    offered = [action.text() for action in menu.actions()[1:]]
    assert offered[0].startswith("Item 2: ")
    assert offered[0].endswith("(is treated now)")
    assert [words.partition(":")[0] for words in offered[1:]] == ["Item 1", "Item 4", "Item 5"]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not sitting.desk.workspace.all(ItemLink)


def test_an_open_item_is_not_put_together_with_a_closed_one(sitting):
    close(sitting, 0)
    sitting.view.agenda.choose(items(sitting)[2].id)
    press(sitting, "course.together")
    menu = QApplication.activePopupWidget()
    closed = menu.actions()[1]
    assert not closed.isEnabled()
    assert closed.text().endswith("(Closed: cannot be one text)")
    assert menu.activeAction().text().startswith("Item 5")
    menu.close()


def test_the_time_of_items_treated_together_is_told_where_they_are_decided(sitting, wall):
    records = sitting.desk.workspace
    two, three = items(sitting)[1:3]
    for item, minutes in ((two, "15"), (three, "10")):
        sitting.desk.do(agenda.set_minutes(records, item.id, minutes))
    sitting.desk.do(course_decisions.treat_together(records, three.id, two.id))
    facts = sitting.view.item.facts
    sitting.view.agenda.choose(two.id)
    assert "25 min. set aside  ·  together with item 3" in facts.text()
    sitting.view.agenda.choose(three.id)
    assert facts.text().endswith("together with item 2")
    assert "min." not in facts.text()
    press(sitting, "course.go_on")
    wall.time = "13:20:10"
    press(sitting, "course.go_on")
    assert "Items 2 og 3 took 20 of 25 min." in strip(sitting).words.text()
    sitting.view.agenda.choose(two.id)
    assert "took 20 of 25 min.  ·  together with item 3" in facts.text()
    sitting.view.agenda.choose(three.id)
    assert "min." not in facts.text()
    press(sitting, "course.together")
    assert "together" not in facts.text()


def test_closing_an_item_says_what_is_closed_with_it(sitting):
    two, three = items(sitting)[1:3]
    sitting.desk.do(course_decisions.treat_together(sitting.desk.workspace, three.id, two.id))
    sitting.view.agenda.choose(two.id)
    press(sitting, "items.close")
    assert [one.access for one in items(sitting)[1:3]] == [Access.CLOSED, Access.CLOSED]
    assert said(sitting) == "Item 3 is closed too: what is treated together is one text."


def test_what_stands_in_the_text_again_after_it_was_undone_is_not_offered(sitting):
    sitting.view.agenda.choose(items(sitting)[2].id)
    press(sitting, "course.treat")
    press(sitting, "course.note")
    undo = sitting.desk.workspace.undo
    undo()
    settle()
    assert strip(sitting).write.isVisible()
    undo()
    settle()
    for _step in range(2):
        sitting.desk.workspace.redo()
        settle()
    assert not strip(sitting).write.isVisible()


def test_a_meeting_is_begun_paused_and_ended_only_when_it_can_be(upcoming, wall):
    def can(action_id):
        return upcoming.actions_by_id[action_id].isEnabled()

    acts = ("course.start", "course.pause", "course.end")
    assert [can(act) for act in acts] == [True, False, False]
    press(upcoming, "course.start")
    assert [can(act) for act in acts] == [False, True, True]
    why = {entry.key: entry.why for entry in entries_for(upcoming, None)}
    assert why["course.start"] == "the meeting has begun already"
    press(upcoming, "course.end")
    assert [can(act) for act in acts] == [False, False, False]
    why = {entry.key: entry.why for entry in entries_for(upcoming, None)}
    assert why["course.end"] == "the meeting does not sit"


def test_the_foot_of_the_window_says_the_number_that_is_printed(sitting):
    last = items(sitting)[4]
    sitting.desk.do(agenda.set_number(sitting.desk.workspace, last.id, "7"))
    sitting.view.agenda.choose(last.id)
    settle()
    assert sitting.status.place.text() == "Item 7  ·  5 items"
    sitting.desk.do(agenda.set_number(sitting.desk.workspace, last.id, ""))
    settle()
    assert sitting.status.place.text() == "5 items"


def test_a_small_window_keeps_four_lines_to_write_the_decision_in(crowded):
    crowded.view.agenda.choose(items(crowded)[2].id)
    crowded.resize(911, 512)
    settle()
    editor = crowded.view.item.decision.editor
    assert crowded.view.item.decision.points.isVisible()
    assert editor.viewport().height() >= 4 * editor.fontMetrics().lineSpacing()
    assert (crowded.width(), crowded.height()) == (911, 512)


def test_the_keys_of_the_points_fit_a_small_window(language, sitting):
    with_points = next(one.id for one in items(sitting) if decisions.open_points(sitting.desk.workspace, one.id))
    sitting.view.agenda.choose(with_points)
    press(sitting, "course.treat")
    press(sitting, "decisions.points")
    settle()
    assert sitting.view.item.decision.points.legend.isVisible()
    assert sitting.minimumSizeHint().height() <= 512
