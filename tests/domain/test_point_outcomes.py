import pytest

from referatdesk.domain.codes import Outcome
from referatdesk.domain.point_outcomes import Line, answers, point_outcomes

REC, V = Outcome.RECOMMENDED, Outcome.ADOPTED
A, P, R, N, D = Outcome.APPROVED, Outcome.POSTPONED, Outcome.REJECTED, Outcome.NOTED, Outcome.DISCUSSED


@pytest.mark.parametrize(
    ("text", "points", "expected"),
    [
        ("Indstillingen blev godkendt.", 3, {0: A, 1: A, 2: A}),
        ("Godkendt.", 2, {0: A, 1: A}),
        ("Begge indstillinger blev godkendt.", 2, {0: A, 1: A}),
        ("Alle indstillingspunkter blev godkendt.", 3, {0: A, 1: A, 2: A}),
        ("Godkendt uden afstemning.", 2, {0: A, 1: A}),
        ("Godkendt som indstillet.", 2, {0: A, 1: A}),
        ("Sagen blev udsat.", 2, {0: P, 1: P}),
        ("Ikke godkendt.", 2, {0: R, 1: R}),
        ("Indstillingen blev godkendt. Ida Vester ønskede sagen udsat.", 2, {0: A, 1: A}),
        ("Indstilling 1 og 3 blev godkendt.\nIndstilling 2 blev udsat.", 3, {0: A, 2: A, 1: P}),
        ("Indstilling 1 og 2 blev godkendt.", 2, {0: A, 1: A}),
        ("Punkt 1-3 blev godkendt, mens punkt 4 blev udsat.", 4, {0: A, 1: A, 2: A, 3: P}),
        ("Indstillingens punkt 1 blev godkendt. Punkt 2 blev ikke godkendt.", 2, {0: A, 1: R}),
        ("Ad 1. Godkendt.\nAd 2. Drøftet.", 2, {0: A, 1: D}),
        ("Ad 1: Godkendt.\nAd 2: Taget til efterretning.", 2, {0: A, 1: N}),
        ("At 1 og 2 godkendt, at 3 udsat.", 3, {0: A, 1: A, 2: P}),
        ("1 og 2 godkendt.", 3, {0: A, 1: A}),
        ("1. og 2. blev godkendt, 3. blev udsat.", 3, {0: A, 1: A, 2: P}),
        ("Udvalget godkendte punkt 1 og 2.", 3, {0: A, 1: A}),
        ("Første indstillingspunkt blev godkendt, og andet indstillingspunkt blev udsat.", 2, {0: A, 1: P}),
        ("Punkt 2 blev udsat. Indstillingen blev i øvrigt godkendt.", 3, {0: A, 1: P, 2: A}),
        ("Indstilling 1 blev udsat, og de øvrige indstillinger blev godkendt.", 3, {0: P, 1: A, 2: A}),
        ("Ad a) og b) godkendt. Ad c) udsat.", 3, {0: A, 1: A, 2: P}),
        ("Ad 1) Taget til efterretning.\nAd 2) og 3) Anbefales over for Byrådet.", 3, {0: N, 1: REC, 2: REC}),
        (
            "Et ændringsforslag fra V blev ikke tiltrådt.\nIndstillingen blev herefter vedtaget enstemmigt.",
            2,
            {0: V, 1: V},
        ),
        ("Indstillingen blev godkendt med 9 stemmer for og 4 imod.", 2, {0: A, 1: A}),
        ("Punkt a blev godkendt.\nPunkt b blev udsat.", 2, {0: A, 1: P}),
        ("Rådet godkendte planen.\nPlanen sendes ud.", 1, {0: A}),
        ("Rådet godkendte planen.\nRådet drøftede resten.", 2, {}),
        ("Indstilling 4 blev godkendt.", 2, {}),
        ("Punkt 2 på dagsordenen blev udsat.", 2, {}),
        ("Dagsordenspunkt 2 blev udsat.", 3, {}),
        ("I 2 af de 3 kommuner er planen godkendt.", 3, {}),
        ("Der afsættes 2 mio. kr. til formålet.", 2, {}),
        ("Ida Vester fortalte om sagen.", 1, {}),
        ("Intet at bemærke.", 1, {}),
        ("Godkendt.", 0, {}),
        ("", 2, {}),
    ],
)
def test_the_points_that_a_decision_answers(text, points, expected):
    assert point_outcomes([Line(line) for line in text.split("\n")], points) == expected


@pytest.mark.parametrize(
    ("lines", "points", "expected"),
    [
        ([("Godkendt.", "a)"), ("Taget til efterretning.", "b)")], 2, {0: A, 1: N}),
        ([("Godkendt.", "- a)"), ("Udsat.", "- b)")], 2, {0: A, 1: P}),
        ([("Godkendt.", "1."), ("Punktet blev drøftet.", "2.")], 2, {0: A, 1: D}),
        ([("Rådet besluttede:", None), ("Planen er godkendt.", "1."), ("Mere.", "2."), ("Udsat.", "3.")], 2, {}),
        ([("Godkendt.", "-"), ("Udsat.", "-")], 2, {}),
    ],
)
def test_lines_that_bear_the_mark_of_a_point_answer_it(lines, points, expected):
    assert point_outcomes([Line(text, marker) for text, marker in lines], points) == expected


def test_an_answer_keeps_the_words_that_give_it():
    found = answers([Line("Indstilling 1 blev godkendt. Indstilling 2 blev udsat til maj.")], 2)
    assert found[1].text == "Indstilling 2 blev udsat til maj."
