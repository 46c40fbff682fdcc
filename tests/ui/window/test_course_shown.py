"""What the window shows of a meeting that is led: closed items, items together, small windows and the minutes alone."""

from dataclasses import replace

import pytest

from referatdesk.domain.changes import Change, Pair
from referatdesk.domain.codes import Access
from referatdesk.services import agenda
from tests.ui.window.conftest import settle
from tests.ui.window.led import items, press


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
