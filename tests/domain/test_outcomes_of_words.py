import pytest

from referatdesk.domain.codes import Outcome
from referatdesk.domain.outcome_words import recognised
from referatdesk.domain.point_outcomes import Line, point_outcomes


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Godkendt.", Outcome.APPROVED),
        ("INDSTILLINGEN BLEV GODKENDT", Outcome.APPROVED),
        ("Rådet godkendte, at der afsættes 300.000 kr.", Outcome.APPROVED),
        ("Godkendt med den ændring, at fristen udsættes.", Outcome.APPROVED_CHANGED),
        ("Indstillingen følges.", Outcome.ADOPTED),
        ("Vedtaget.", Outcome.ADOPTED),
        ("Ikke tiltrådt.", Outcome.REJECTED),
        ("Anbefales.", Outcome.RECOMMENDED),
        ("Taget til efterretning.", Outcome.NOTED),
        ("Drøftet og taget til efterretning.", Outcome.NOTED),
        ("Til orientering.", Outcome.INFORMED),
        ("Drøftedes.", Outcome.DISCUSSED),
        ("Det blev besluttet, at planen gennemføres.", Outcome.DECIDED),
        ("Det blev aftalt, at der holdes møde igen.", Outcome.AGREED),
        ("Der var enighed om, at planen er god.", Outcome.AGREED),
        ("Sagen udsat til næste møde.", Outcome.POSTPONED),
        ("Punktet udgår.", Outcome.WITHDRAWN),
        ("Henvist til Økonomiudvalget.", Outcome.REFERRED),
        ("Sendes tilbage: sendt tilbage til forvaltningen.", Outcome.RETURNED),
        ("Forslaget bortfaldt.", Outcome.LAPSED),
        ("Sagen indbringes for byrådet.", Outcome.HALTED),
        ("Ida Vester blev valgt.", Outcome.ELECTED),
        ("Intet at bemærke.", Outcome.NOTHING),
        ("Ida Vester fortalte om sin rejse.", Outcome.UNCLASSIFIED),
        ("", Outcome.UNCLASSIFIED),
    ],
)
def test_the_phrases_of_decisions_are_known(text, outcome):
    assert recognised(text) is outcome


def outcomes(*texts, points):
    return point_outcomes([Line(text) for text in texts], points)


def test_one_plain_sentence_holds_for_all_points():
    approved = dict.fromkeys(range(3), Outcome.APPROVED)
    assert outcomes("Indstillingen blev godkendt.", points=3) == approved
    assert outcomes("Godkendt.", points=3) == approved


def test_points_named_by_their_numbers_get_what_is_said_of_them():
    assert outcomes("Indstilling 1 og 3 blev godkendt.", "Indstilling 2 blev udsat.", points=3) == {
        0: Outcome.APPROVED,
        2: Outcome.APPROVED,
        1: Outcome.POSTPONED,
    }


def test_lines_that_bear_the_mark_of_a_point_answer_it():
    assert outcomes("Ad 1. Godkendt.", "Ad 2. Drøftet.", points=2) == {0: Outcome.APPROVED, 1: Outcome.DISCUSSED}
    listed = [Line("Godkendt.", "a)"), Line("Taget til efterretning.", "b)")]
    assert point_outcomes(listed, 2) == {0: Outcome.APPROVED, 1: Outcome.NOTED}


def test_the_only_point_has_the_outcome_of_the_whole():
    assert outcomes("Rådet godkendte planen.", "Planen sendes ud.", points=1) == {0: Outcome.APPROVED}


def test_nothing_is_guessed_where_several_points_are_answered_in_prose():
    assert outcomes("Rådet godkendte planen.", "Rådet drøftede resten.", points=2) == {}


def test_a_number_beyond_the_points_is_no_point():
    assert outcomes("Indstilling 4 blev godkendt.", points=2) == {}
