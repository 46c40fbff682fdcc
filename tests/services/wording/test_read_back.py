"""What the program prints of a recommendation is what it reads out of it again."""

import pytest

from referatdesk.domain.codes import Outcome, PointsForm
from referatdesk.domain.point_outcomes import Line, point_outcomes
from referatdesk.services.wording.recommendation import Disposed, Matter, Point, all_told, paragraphs

MARKS = ("123", "abc", (None, None, None))
APART = [
    Outcome.APPROVED,
    Outcome.APPROVED_CHANGED,
    Outcome.ADOPTED,
    Outcome.RECOMMENDED,
    Outcome.NOTED,
    Outcome.DISCUSSED,
    Outcome.POSTPONED,
    Outcome.RETURNED,
    Outcome.REJECTED,
    Outcome.WITHDRAWN,
    Outcome.LAPSED,
]


def read(form, marks, outcomes):
    listed = [Point(mark, Disposed(one) if one else None) for mark, one in zip(marks, outcomes, strict=True)]
    told = paragraphs(form, all_told(form, Matter.RECOMMENDATION, listed, None))
    return point_outcomes([Line(words) for words in told], len(outcomes))


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("form", list(PointsForm))
@pytest.mark.parametrize("outcome", APART)
def test_points_that_are_told_apart_are_read_apart(form, marks, outcome):
    other = Outcome.NOTED if outcome is Outcome.APPROVED else Outcome.APPROVED
    assert read(form, marks, [outcome, other, outcome]) == {0: outcome, 1: other, 2: outcome}


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("form", list(PointsForm))
def test_a_point_that_is_open_is_read_as_open(form, marks):
    made = [Outcome.APPROVED, None, Outcome.POSTPONED]
    assert read(form, marks, made) == {0: Outcome.APPROVED, 2: Outcome.POSTPONED}


@pytest.mark.parametrize("form", list(PointsForm))
@pytest.mark.parametrize("outcome", [Outcome.APPROVED, Outcome.ADOPTED, Outcome.REJECTED, Outcome.POSTPONED])
def test_what_was_made_of_all_is_read_of_each(form, outcome):
    assert read(form, "123", [outcome] * 3) == dict.fromkeys(range(3), outcome)
