"""Dates and times as Danish minutes print them."""

import pytest

from referatdesk.i18n.dates import format_clock, format_clock_range, format_day, plain_spaces


@pytest.mark.parametrize(
    ("iso", "pattern", "printed"),
    [
        ("2027-02-04", "dd-MM-y", "04-02-2027"),
        ("2027-02-04", "EEEE 'den' d. MMMM y", "torsdag den 4. februar 2027"),
        ("--05-10", "EEEE 'den' d. MMMM y", "den 10. maj"),
        ("--05-10", "dd-MM-y", "10-05"),
        ("--05-10", "d. MMMM y", "10. maj"),
        ("--02-29", "d. MMMM y", "29. februar"),
        ("2027-02", "d. MMMM y", "februar 2027"),
        ("2027", "d. MMMM y", "2027"),
        ("2027-02-30", "d. MMMM y", "2027-02-30"),
        ("--13-01", "d. MMMM y", "--13-01"),
    ],
)
def test_a_day_is_printed_by_what_is_known_of_it(iso, pattern, printed):
    assert format_day(iso, pattern) == printed


def test_a_house_may_write_weekdays_with_a_capital():
    assert format_day("2027-02-04", "EEEE 'd.' d. MMMM y", capital_weekday=True) == "Torsdag d. 4. februar 2027"


def test_times_follow_the_house_and_no_time_is_left_alone():
    assert format_clock("09:05", "HH.mm") == "09.05"
    assert format_clock("17:30", "HH:mm") == "17:30"
    assert format_clock("efter frokost", "HH.mm") == "efter frokost"


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [("13:00", "15:30", "13.00 – 15.30"), ("13:00", None, "13.00"), (None, "15:30", "15.30"), (None, None, "")],
)
def test_a_range_needs_no_end(start, end, printed):
    assert format_clock_range(start, end, "HH.mm", " – ") == printed


def test_spaces_are_ordinary_ones():
    assert plain_spaces("1\u00a0000\u202fkr.") == "1 000 kr."
