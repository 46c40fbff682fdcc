"""The whole window through its accessibility tree: names, roles, states, and the order in which it is read."""

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from referatdesk.config.settings import Language
from referatdesk.domain.codes import Access, ItemStatus, Outcome
from referatdesk.services.decision import decisions
from referatdesk.services.item import agenda
from referatdesk.ui.widgets.chip import Chip
from referatdesk.ui.widgets.elided_label import ElidedLabel
from tests.ui.accessibility.heard import Role, heard, nameless
from tests.ui.window.conftest import settle

SMALLEST = (911, 512)
LEAST_TARGET = 24


@pytest.fixture(params=list(Language))
def spoken(request, meeting):
    """The window with a meeting open, in each language."""
    meeting.preferences.set(replace(meeting.preferences.now, language=request.param))
    settle()
    return meeting


def test_nothing_that_takes_the_focus_is_without_a_name(spoken):
    for item_id in spoken.view.agenda.item_ids[:3]:
        spoken.view.agenda.choose(item_id)
        spoken.view.item.case.open_first()
        settle()
        assert nameless(heard(spoken)) == []


def test_the_list_of_meetings_has_names(window):
    found = heard(window)
    assert nameless(found) == []
    assert any("Sundhedsråd Østfjord" in one.name for one in found if one.role is Role.ListItem)


def test_the_roles_are_those_of_what_is_seen(meeting):
    found = heard(meeting)
    roles = {one.role for one in found}
    assert {Role.MenuBar, Role.List, Role.EditableText, Role.ListItem} <= roles
    assert sum(one.role is Role.MenuItem for one in found) >= len(meeting.menuBar().actions())


def test_the_panes_are_read_from_left_to_right(meeting):
    names = [one.name for one in heard(meeting)]
    view = meeting.view
    places = [
        names.index(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))
        for widget in (view.agenda.list, view.item.decision.editor, view.attendance.list)
    ]
    assert places == sorted(places)


def test_tab_reads_within_each_pane_from_the_top_down(meeting):
    view = meeting.view
    view.item.case.open_first()
    settle()
    stops = [one for one in view.item.focusable() if one.isVisible()]
    tops = [one.mapTo(meeting, one.rect().topLeft()).y() for one in stops]
    assert all(below >= above - one.height() for above, below, one in zip(tops, tops[1:], stops[1:], strict=False))


def rows(window, name):
    listed = heard(window)
    start = next(place for place, one in enumerate(listed) if one.name == name and one.role is Role.List)
    found = []
    for one in listed[start + 1 :]:
        if one.role is not Role.ListItem:
            break
        found.append(one.name)
    return found


def agenda_rows(window):
    return rows(window, window.view.agenda.list.accessibleName())


def test_the_state_of_an_item_is_heard_in_words(upcoming):
    workspace = upcoming.desk.workspace
    first, second, third = upcoming.view.agenda.item_ids[:3]
    upcoming.desk.do(agenda.set_status(workspace, first, ItemStatus.DONE))
    upcoming.desk.do(agenda.set_access(workspace, second, Access.CLOSED))
    upcoming.desk.do(agenda.set_status(workspace, third, ItemStatus.POSTPONED))
    settle()
    done, closed, postponed = agenda_rows(upcoming)[:3]
    assert "Done" in done
    assert "Closed" in closed
    assert "Postponed" in postponed


def test_who_is_there_is_heard_with_the_name(meeting):
    people = rows(meeting, meeting.view.attendance.list.accessibleName())
    assert len(people) == 11
    assert any(row.startswith("Merete Aaby") and "Present" in row for row in people)
    assert any(row.startswith("Palle Nørre") and "Absent" in row for row in people)


def test_the_chosen_outcome_is_heard_as_checked(meeting):
    meeting.desk.do(decisions.set_outcome(meeting.desk.workspace, meeting.view.item.item_id, Outcome.DISCUSSED))
    settle()
    checked = [one.name for one in heard(meeting) if one.checked and one.role in (Role.CheckBox, Role.Button)]
    assert checked == ["Discussed"]


def test_the_save_state_and_the_place_are_named(meeting):
    names = {one.name for one in heard(meeting)}
    assert "Save state" in names or any(name.startswith(("Saving", "✓ Saved")) for name in names)


def test_all_targets_are_large_enough_to_be_hit(spoken):
    spoken.resize(*SMALLEST)
    spoken.view.item.case.open_first()
    settle()
    small = [
        (one.accessibleName() or one.text(), one.size().toTuple())
        for one in spoken.findChildren(QAbstractButton)
        if one.isVisible() and min(one.width(), one.height()) < LEAST_TARGET
    ]
    assert small == []


@pytest.mark.parametrize("points", [10, 18, 24])
def test_no_words_are_cut_where_the_text_is_small_or_twice_as_large(spoken, points):
    spoken.preferences.set(spoken.preferences.now.with_text_size(points))
    spoken.resize(*SMALLEST)
    settle()
    for item_id in spoken.view.agenda.item_ids[:3]:
        spoken.view.agenda.choose(item_id)
        settle()
        assert spoken.size().toTuple() == SMALLEST
        assert cut(spoken) == []


def cut(window):
    """Labels with less room than their words need; those that shorten themselves tell the rest in a tool tip."""
    found = []
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.minimumSizeHint().height()
            narrow = not label.wordWrap() and label.width() < label.minimumSizeHint().width()
            if narrow or label.height() < needed:
                found.append((label.text(), label.size().toTuple(), needed))
    return found


def test_shortened_labels_tell_all_in_a_tool_tip(spoken):
    spoken.resize(*SMALLEST)
    settle()
    short = [one for one in spoken.findChildren(ElidedLabel) if one.isVisible() and one.text() != one._shown()]
    assert [one.text() for one in short if one.toolTip() != one.text()] == []


def test_a_chosen_chip_differs_in_more_than_colour(meeting):
    chip = meeting.view.item.decision.findChildren(Chip)[2]
    chip.setChecked(False)
    before = grey(chip)
    chip.setChecked(True)
    assert grey(chip) != before


def grey(widget: QWidget):
    """The picture without its colours, in black and white alone."""
    image = widget.grab().toImage()
    return image.convertToFormat(image.Format.Format_Mono)
