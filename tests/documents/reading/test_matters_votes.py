import pytest

from referatdesk.documents.reading.matters.votes import votes_of
from referatdesk.domain.codes import SectionKind, VoteChoice
from tests.documents.reading.matters_items import around, decided, item, section

SHORT = {VoteChoice.FOR: "+", VoteChoice.AGAINST: "-", VoteChoice.ABSTAIN: "0"}


def read(text):
    """Each vote as its numbers and its casts ("+A": A for it)."""
    one = decided(text)
    votes, _ = votes_of(one, around(one))
    return [
        (
            (vote.votes_for, vote.votes_against, vote.abstentions),
            [f"{SHORT[cast.choice]}{cast.name or cast.party}" for cast in vote.casts],
        )
        for vote in votes
    ]


@pytest.mark.parametrize(
    ("text", "numbers", "casts"),
    [
        (
            "For stemte 9 (A, C, V), imod stemte 5 (Ø, F), undlod 1 (B).",
            (9, 5, 1),
            ["+A", "+C", "+V", "-Ø", "-F", "0B"],
        ),
        (
            "Et flertal bestående af Socialdemokratiet og Venstre (14 medlemmer) stemte for, mens et mindretal"
            " bestående af Enhedslisten (2 medlemmer) stemte imod.",
            (14, 2, None),
            ["+Socialdemokratiet", "+Venstre", "-Enhedslisten"],
        ),
        ("Et flertal (A, V) stemte for; et mindretal (Ø) stemte imod.", (None, None, None), ["+A", "+V", "-Ø"]),
        ("Forslaget blev vedtaget med 15 stemmer mod 10.", (15, 10, None), []),
        ("Indstillingen blev godkendt med 9 stemmer for og 4 imod.", (9, 4, None), []),
        ("Vedtaget med 13 stemmer for, 2 imod og 1 undlod at stemme.", (13, 2, 1), []),
        ("9 stemte for og 5 imod, mens 1 undlod at stemme.", (9, 5, 1), []),
        ("9 medlemmer stemte for, 5 medlemmer stemte imod.", (9, 5, None), []),
        ("For stemte: A (5), V (3) og C (1). Imod stemte: Ø (2).", (9, 2, None), ["+A", "+V", "+C", "-Ø"]),
        ("For: 9. Imod: 5. Undlod: 1.", (9, 5, 1), []),
        ("For: 9\nImod: 5\nUndlod at stemme: 1", (9, 5, 1), []),
        ("For stemte: 9\nImod stemte: 5\nHverken for eller imod stemte: 2", (9, 5, 2), []),
        (
            "For stemte Ida Vester (A), Erik Dam (V) og Bodil Krogh (C).\nImod stemte Lærke Bang (Ø).",
            (3, 1, None),
            ["+Ida Vester", "+Erik Dam", "+Bodil Krogh", "-Lærke Bang"],
        ),
        (
            "For stemte 2 (Ida Vester, Erik Dam), imod stemte 1 (Lærke Bang).",
            (2, 1, None),
            ["+Ida Vester", "+Erik Dam", "-Lærke Bang"],
        ),
        ("Lærke Bang (Ø) stemte imod.", (None, 1, None), ["-Lærke Bang"]),
        ("Imod stemte Lærke Bang (Ø), idet Aksel Ravn Lund ikke var hørt.", (None, 1, None), ["-Lærke Bang"]),
        ("Enhedslisten undlod at stemme.", (None, None, None), ["0Enhedslisten"]),
        ("Enhedslisten stemte imod.\nSF stemte imod.", (None, None, None), ["-Enhedslisten", "-SF"]),
        (
            "For stemte A, V og Liste V1. Imod stemte Liste Ø.",
            (None, None, None),
            ["+A", "+V", "+Liste V1", "-Liste Ø"],
        ),
        ("Imod stemte Ø og F. Hverken for eller imod stemte B.", (None, None, None), ["-Ø", "-F", "0B"]),
        ("Ø, F og B stemte imod.", (None, None, None), ["-Ø", "-F", "-B"]),
        ("To medlemmer stemte imod.", (None, 2, None), []),
        (
            "Indstillingens punkt 1 blev godkendt med stemmerne 8 for og 2 imod (Ida Vester og Erik Dam).",
            (8, 2, None),
            ["-Ida Vester", "-Erik Dam"],
        ),
        (
            "For stemte:\n- Ida Vester\n- Erik Dam\nImod stemte:\n- Lærke Bang",
            (2, 1, None),
            ["+Ida Vester", "+Erik Dam", "-Lærke Bang"],
        ),
        ("Venstres gruppe stemte imod.", (None, None, None), ["-Venstre"]),
        ("Borgmester Ida Vester (A) undlod at stemme.", (None, None, 1), ["0Ida Vester"]),
        (
            "Socialdemokratiet (Ida Vester og Erik Dam) stemte for, Venstre (Bodil Krogh) stemte imod.",
            (2, 1, None),
            ["+Ida Vester", "+Erik Dam", "-Bodil Krogh"],
        ),
        ("Ved afstemningen stemte 7 for, 6 stemte imod, og 2 undlod at stemme.", (7, 6, 2), []),
        ("Imod stemte Tove Lind Hass (Ø).", (None, 1, None), ["-Tove Lind Hass"]),
        (
            "Et flertal på 14 (A, V og C) stemte for. Et mindretal på 3 (Ø) stemte imod.",
            (14, 3, None),
            ["+A", "+V", "+C", "-Ø"],
        ),
    ],
)
def test_a_vote_is_read_by_number_by_name_and_by_party(text, numbers, casts):
    assert read(text) == [(numbers, casts)]


@pytest.mark.parametrize(
    "text",
    [
        "Enstemmigt godkendt.",
        "Godkendt uden afstemning.",
        "For 9 år siden var der 5 skoler.",
        "Ida Vester talte imod forslaget.",
        "Lærke Bang vil stemme imod i byrådet.",
        "Enhedslisten stemte ikke.",
        "Erik Dam undlod at svare.",
        "Stemningen var god.",
        "Et flertal af borgerne er for.",
        "På mødet den 4. april 2026 stemte 5 for og 3 imod, og udvalget besluttede at fortsætte.",
        "Forslaget blev sat til afstemning.",
        "Ida Vester fik 8 stemmer. Erik Dam fik 4 stemmer. 2 undlod at stemme.",
    ],
)
def test_no_vote_is_read_where_none_was_counted(text):
    assert read(text) == []


def test_two_votes_in_one_decision_are_two():
    text = (
        "Ændringsforslaget: For stemte 5 (Ø, F), imod stemte 14 (A, V). Ændringsforslaget bortfaldt.\n"
        "Indstillingen: For stemte 14 (A, V), imod stemte 5 (Ø, F)."
    )
    assert [numbers for numbers, _ in read(text)] == [(5, 14, None), (14, 5, None)]


def test_names_that_are_not_as_many_as_said_are_a_doubt():
    one = decided("For stemte 3 (Ida Vester, Erik Dam).")
    _, doubts = votes_of(one, around(one))
    assert [(doubt.code, doubt.text, doubt.proposal) for doubt in doubts] == [("vote.count", "3", "2")]


def test_votes_of_another_meeting_and_of_the_case_text_are_not_this_ones():
    text = "For stemte 9 (A), imod stemte 5 (Ø)."
    one = item(
        section(SectionKind.CASE_TEXT, text),
        section(SectionKind.DECISION, text, date="2027-01-04"),
        section(SectionKind.DECISION, "Godkendt."),
    )
    assert votes_of(one, around(one))[0] == ()


def test_a_vote_has_the_lines_of_its_sentences():
    one = decided("Godkendt.\nFor stemte 9.\nImod stemte 5.")
    (vote,), _ = votes_of(one, around(one))
    assert (vote.place.line_from, vote.place.line_to) == (11, 12)
