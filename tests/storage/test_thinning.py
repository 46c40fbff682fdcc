"""Which copies are kept: over ten years of days, and with clocks that are wrong."""

import random
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from referatdesk.storage.thinning import ALWAYS, MOST, MOST_OF_TWO_DAYS, Point, is_too_old, kept

BEGIN = datetime.fromisoformat("2027-01-04 09:00")
YEARS = (1990, 2099, 2026, 2010, 2038, 2070, 1999, 2027)
DATES = [datetime.fromisoformat(f"{year}-03-07 10:00") for year in YEARS]


def point(seq, at):
    return Point(f"copy-{seq}", seq, at)


def life(moments):
    """The copies after each opening, the newest first."""
    held = []
    for seq, at in enumerate(moments, 1):
        held = kept([*held, point(seq, at)])
        yield held


def work_days(years):
    """Three openings on each, at odd times."""
    chance = random.Random(5)  # noqa: S311 - any times will do
    for day in range(365 * years):
        if (BEGIN + timedelta(days=day)).weekday() < 5:
            for hour in (0, 3, 6):
                yield BEGIN + timedelta(days=day, hours=hour, minutes=chance.randrange(100))


def test_ten_years_of_days_keep_two_days_then_days_weeks_and_months():
    for held in life(work_days(10)):
        newest = held[0].at
        ages = [newest - one.at for one in held]
        assert len(held) < 45
        assert max(ages) < timedelta(days=432)
        days = {one.at.date() for one in held if newest - one.at < timedelta(days=7)}
        wanted = {newest.date() - timedelta(days=back) for back in range(7)}
        assert {day for day in wanted if day.weekday() < 5 and day >= BEGIN.date()} <= days
        weeks = {one.at.isocalendar()[:2] for one in held if newest - one.at < timedelta(days=35)}
        assert len(weeks) >= min(5, (newest - BEGIN).days // 7)
        gaps = [later.at - earlier.at for later, earlier in pairwise(held)]
        assert max(gaps, default=timedelta(0)) < timedelta(days=40)


def test_all_of_the_newest_two_days_are_kept():
    *_before, held = life([*work_days(1), *(BEGIN + timedelta(days=400, minutes=20 * number) for number in range(30))])
    assert [one.seq for one in held[:30]] == list(range(held[0].seq, held[0].seq - 30, -1))


def test_the_last_copy_of_each_day_is_the_one_that_stays():
    *_before, held = life(work_days(1))
    older = [one for one in held[ALWAYS:] if held[0].at - one.at < timedelta(days=7)]
    assert older
    assert all(one.at.hour >= 15 for one in older)


def test_nothing_is_kept_for_ever():
    *_before, held = life(work_days(2))
    assert held[-1].seq > 1
    assert held[-1].at > BEGIN + timedelta(days=250)


@pytest.mark.parametrize("seed", range(20))
def test_a_clock_that_jumps_never_costs_the_newest_nor_all_good_ones(seed):
    """Real work for a year, then openings at wrong dates, forth and back."""
    chance = random.Random(seed)  # noqa: S311 - any order will do
    moments = list(work_days(1))
    wrong = chance.sample(DATES, len(DATES))
    held = []
    for held in life([*moments, *wrong]):
        last = held[0].seq
        assert [one.seq for one in held[:ALWAYS]] == sorted(range(max(1, last - ALWAYS + 1), last + 1), reverse=True)
    good = [one for one in held if one.seq <= len(moments)]
    months = {(one.at.year, one.at.month) for one in good}
    assert len(months) >= 7
    assert good[0].seq == len(moments)


def test_a_clock_that_stands_still_or_runs_backwards_does_not_fill_the_disk():
    *_before, still = life([BEGIN] * 500)
    assert len(still) <= MOST_OF_TWO_DAYS + 1
    *_before, back = life([BEGIN - timedelta(days=number) for number in range(500)])
    assert len(back) <= MOST
    assert back[0].seq == 500


def test_the_order_is_that_of_the_acts_and_not_of_the_dates():
    points = [point(1, DATES[1]), point(2, DATES[0]), point(3, BEGIN)]
    assert [one.seq for one in kept(points)] == [3, 2, 1]
    assert kept(reversed(points)) == kept(points)


def test_thinning_again_takes_nothing_more():
    for held in life(work_days(2)):
        assert kept(held) == held


def test_a_copy_of_an_earlier_name_is_too_old_when_the_work_went_on_for_a_year_without_it():
    own = [point(seq, BEGIN + timedelta(days=seq)) for seq in range(10, 500)]
    assert is_too_old(point(5, BEGIN), own)
    assert not is_too_old(point(450, BEGIN), own)
    assert not is_too_old(point(5, BEGIN), own[:20])
