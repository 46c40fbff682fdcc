"""A screen of 1366×768 points at 150 %: whatever is open, the window keeps its size and no part lies on another."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from referatdesk.domain.boards import SectionForm
from referatdesk.domain.changes import Change, altered
from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import style_of
from referatdesk.domain.richtext import paragraph
from referatdesk.services.board import boards
from referatdesk.services.item import agenda, texts
from tests.ui.window.conftest import settle
from tests.ui.window.led import press

LOW = (911, 512)
POINTS = ("at planen godkendes", "at der afsættes midler", "at der følges op i maj")
ACTS = {
    "nothing": (),
    "the points": ("decisions.points",),
    "the command line": ("writing.line",),
    "the find bar": ("writing.find",),
    "the find bar to replace": ("writing.replace",),
    "the case text": ("view.case",),
    "a break": ("course.pause",),
    "the points below the case text": ("view.case", "decisions.points"),
    "the find bar over the case text": ("view.case", "writing.replace"),
}


@pytest.fixture(params=["one pane", "two panes"])
def low(request, sitting):
    """At an item with three points, where minutes and decision are written in one place or in two."""
    records = sitting.desk.workspace
    if request.param == "two panes":
        style = style_of(records, records.meeting)
        forms = (*style.sections, SectionForm(SectionKind.MINUTES, "Referat"))
        sitting.desk.do(boards.edit_style(records, style.id, sections=forms))
    change, item_id = agenda.add_item(records, records.meeting.id, "Fælles plan for Egeby og Klitved")
    records.apply(change)
    for kind in (SectionKind.RECOMMENDATION, SectionKind.CASE_TEXT):
        change, section = texts.ensure_section(records, item_id, kind)
        records.apply(change)
        lines = [paragraph(words, BlockKind.NUMBERED) for words in POINTS]
        records.apply(texts.set_blocks(records, item_id, section, lines))
    settle()
    sitting.view.agenda.choose(item_id)
    sitting.resize(*LOW)
    sitting.view.item.focus_minutes()
    settle()
    return sitting


def area(widget):
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def laid_out(widget):
    """What its layouts or splitter set beside each other, as far as it is seen."""
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    floating = (widget.view.writing.command_line(print),) if widget.isWindow() else ()
    seen = [one for one in children if one.isVisible() and not one.isWindow() and not one.visibleRegion().isEmpty()]
    return [one for one in seen if one not in floating and type(one).__name__ not in {"PickList", "Toast"}]


def misplaced(widget):
    """Parts that reach out of what holds them, or over a neighbour."""
    found = []
    parts = laid_out(widget)
    if not isinstance(widget, QAbstractScrollArea):
        found += [(widget, one) for one in parts if not area(widget).contains(area(one))]
        found += [(one, other) for one, other in combinations(parts, 2) if area(one).intersects(area(other))]
        for one in parts:
            found += misplaced(one)
    return found


@pytest.mark.parametrize("acts", ACTS.values(), ids=ACTS)
def test_whatever_is_open_the_window_keeps_its_size_and_its_parts_their_places(low, acts):
    for act in acts:
        press(low, act)
    settle()
    assert low.size().toTuple() == LOW
    assert low.minimumSizeHint().height() <= 500
    assert misplaced(low.view) == []
    focused = QApplication.focusWidget()
    assert focused.visibleRegion().boundingRect().height() >= focused.fontMetrics().lineSpacing()


def test_the_point_that_has_the_keyboard_is_seen_whole_after_each_answer(low):
    press(low, "decisions.points")
    listed = low.view.item.decision.points
    for letter in "gi":
        QTest.keyClick(QApplication.focusWidget(), letter)
        settle()
        row = QApplication.focusWidget().parentWidget()
        assert row.visibleRegion().boundingRect() == row.rect()
        assert [one.visibleRegion().isEmpty() for one in listed.buttons()] == [False] * 3
        assert misplaced(low.view) == []


def test_the_line_for_a_reason_is_seen_with_its_point(low):
    press(low, "decisions.points")
    for key in ("3", "i", "3"):
        QTest.keyClick(QApplication.focusWidget(), key)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    row = QApplication.focusWidget().parentWidget()
    assert row.visibleRegion().boundingRect() == row.rect()
    assert low.size().toTuple() == LOW


def test_the_outcome_of_the_whole_item_is_picked_from_one_button(low):
    whole = low.view.item.decision.whole
    assert whole.isVisible()
    menu = whole.offer()
    assert [action.text()[:2] for action in menu.actions()] == [f"&{number}" for number in range(1, 7)]
    menu.actions()[1].trigger()
    settle()
    assert whole.accessibleName() == "Whole item: Noted"
    menu.close()
    press(low, "decisions.outcome_2")
    assert whole.accessibleName() == "Whole item: Open"


def test_the_chips_come_back_in_a_higher_window(low):
    decision, chips = low.view.item.decision, low.view.item.case.chips()
    low.resize(1366, 768)
    settle()
    assert not decision.whole.isVisible()
    assert all(chip.isVisible() for chip in [*chips, *decision._chips.values()])
    assert "3 open points" in low.view.item.facts.text()


def test_escape_gives_the_room_of_the_case_text_back(low):
    press(low, "view.case")
    assert low.view.item.decision.body.height() == 0
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert low.view.item.main_editor.hasFocus()
    assert low.view.item.decision.body.height() > 0
    assert low.view.item.main_editor.viewport().height() > 60


def test_what_the_facts_tell_stands_beside_a_short_title(low):
    item = low.view.item
    assert not item.facts.isVisible()
    record = low.desk.workspace.get(AgendaItem, item.item_id)
    low.desk.do(Change("item.title", altered([(record, replace(record, case_no="27/318"))])))
    settle()
    assert item.facts.text() == "27/318"
    assert item.facts.geometry().left() > item.title.geometry().left()
    assert abs(item.facts.geometry().center().y() - item.title.geometry().center().y()) <= 4
