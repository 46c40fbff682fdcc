"""Fields that read what is typed: days, times, numbers, lists."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from referatdesk.domain.codes import MeetingKind
from referatdesk.ui.typed import read_clock, read_day
from referatdesk.ui.widgets.pick_field import PickField, words_of
from referatdesk.ui.widgets.value_field import ClockField, DayField, NumberField, TextField

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4/2", "2027-02-04"),
        ("4.2.", "2027-02-04"),
        ("4. feb 2027", "2027-02-04"),
        ("4 februar", "2027-02-04"),
        ("Torsdag den 4. februar 2027", "2027-02-04"),
        ("tors. 4. februar 2027", "2027-02-04"),
        ("4-2-27", "2027-02-04"),
        ("04.02.2027", "2027-02-04"),
        ("2027-02-04", "2027-02-04"),
        ("4 May 2027", "2027-05-04"),
        ("1. oktober", "2026-10-01"),
        ("i dag", "2026-11-22"),
        ("I morgen", "2026-11-23"),
        ("fredag", "2026-11-27"),
    ],
)
def test_a_day_is_understood_as_people_write_it(typed, meant):
    assert read_day(typed, TODAY) == date.fromisoformat(meant)


@pytest.mark.parametrize("typed", ["31/2", "snart", "4/13", "", "4", "99. feb"])
def test_what_is_no_day_is_not_guessed_at(typed):
    assert read_day(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("13", "13:00"), ("9", "09:00"), ("13.30", "13:30"), ("13:30", "13:30"), ("1330", "13:30"), ("kl. 9.05", "09:05")],
)
def test_a_time_of_day_is_understood_as_people_write_it(typed, meant):
    assert read_clock(typed) == meant


@pytest.mark.parametrize("typed", ["25", "13.61", "middag", "12345"])
def test_what_is_no_time_of_day_is_not_guessed_at(typed):
    assert read_clock(typed) is None


@pytest.fixture
def ground(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    return ground


def typed_into(qtbot, line, text):
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_value_is_told_once_and_shown_in_full(qtbot, ground):
    field = ClockField("Start", ground)
    told = []
    field.changed.connect(told.append)
    typed_into(qtbot, field, "9")
    typed_into(qtbot, field, "9.00")
    assert told == ["09:00"]
    assert field.text() == "09.00"


def test_what_is_not_understood_is_marked_and_changes_nothing(qtbot, ground):
    field = DayField("Date", ground, lambda: TODAY)
    field.set_value("2027-02-04")
    told = []
    field.changed.connect(told.append)
    typed_into(qtbot, field.line, "31/2")
    assert told == []
    assert field.line.is_wrong
    assert field.line.accessibleDescription()
    assert field.value == "2027-02-04"
    typed_into(qtbot, field.line, "3/2")
    assert told == ["2027-02-03"]
    assert not field.line.is_wrong


def test_a_field_that_is_emptied_holds_nothing(qtbot, ground):
    field = TextField("Venue", ground)
    field.set_value("Egeby Rådhus")
    told = []
    field.changed.connect(told.append)
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [None]


def test_a_number_is_a_whole_one(qtbot, ground):
    field = NumberField("Quorum", ground)
    typed_into(qtbot, field, "seks")
    assert field.is_wrong
    typed_into(qtbot, field, "6")
    assert field.value == "6"


def test_a_day_without_its_year_stays_as_it_was_read(ground):
    field = DayField("Date", ground)
    field.set_value("--05-10")
    assert field.value == "--05-10"
    assert "2000" not in field.line.text()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_a_day_is_picked_in_the_calendar(qtbot, ground):
    field = DayField("Date", ground, lambda: TODAY)
    field.set_value("2027-02-04")
    ground.show()
    calendar = field.open_calendar()
    assert calendar.view.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert calendar.view.selectedDate() == QDate(2027, 2, 4)
    with qtbot.waitSignal(field.changed) as told:
        calendar.view.clicked.emit(QDate(2027, 2, 11))
    assert told.args == ["2027-02-11"]
    assert field.value == "2027-02-11"


def test_a_list_tells_what_the_user_picks_and_not_what_it_is_given(qtbot, ground):
    field = PickField("Kind", words_of(MeetingKind), ground)
    told = []
    field.changed.connect(told.append)
    field.set_value(MeetingKind.SEMINAR)
    assert field.value is MeetingKind.SEMINAR
    assert told == []
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert told == [MeetingKind.VIRTUAL]


def test_a_value_that_is_not_in_the_list_shows_nothing(ground):
    field = PickField("Kind", words_of(MeetingKind), ground)
    field.set_value("something else")
    assert field.value is None


def test_the_wheel_changes_no_value_in_passing(qtbot, ground):
    field = PickField("Kind", words_of(MeetingKind), ground)
    field.set_value(MeetingKind.JOINT)
    down = QPoint(0, -120)
    wheel = QWheelEvent(
        QPointF(), QPointF(), QPoint(), down, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    field.wheelEvent(wheel)
    assert field.value is MeetingKind.JOINT
