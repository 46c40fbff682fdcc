"""What a few letters find in the palette, and in which order."""

import pytest

from referatdesk.ui.palette.entries import Entry, Kind, best
from referatdesk.ui.palette.matching import Sought, fit


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("aeldre", "Ældreråd"),
        ("ældre", "Ældreråd"),
        ("AELDRERAAD", "Ældreråd"),
        ("oestfjord", "Sundhedsråd Østfjord"),
        ("ostfj", "Sundhedsråd Østfjord"),
        ("raad", "Råd for nære tilbud"),
        ("rad", "Råd for nære tilbud"),
        ("idé", "Ideer til næste møde"),
        ("arl", "Aksel Ravn Lund"),
        ("ravn ak", "Aksel Ravn Lund"),
        ("lund", "Aksel Ravn Lund"),
        ("meaa", "Merete Aaby"),
        ("akslu", "Aksel Ravn Lund"),
        ("punkt 5", "Punkt 5 Budget"),
        ("5", "Punkt 5 Budget"),
        ("bud 5", "Punkt 5 Budget"),
        ("nm", "Nyt møde"),
        ("udst", "Udsæt til næste møde"),
        ("opfølgn", "Økonomisk opfølgning"),
        ("følgning", "Økonomisk opfølgning"),
        ("bdgt", "Budget"),
        ("", "Hvad som helst"),
    ],
)
def test_these_letters_find_it(typed, text):
    assert fit(Sought.of(typed), Sought.of(text)) is not None


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("xyz", "Budget"),
        ("5", "Punkt 15 Budget x"),
        ("bx", "Budget"),
        ("meaa", "Til mødet, det er udsat til eller fra"),
        ("tegdub", "Budget"),
        ("budget 6", "5 Budget"),
    ],
)
def test_these_letters_do_not_find_it(typed, text):
    assert fit(Sought.of(typed), Sought.of(text)) is None


def entries(*texts, why=()):
    return [
        Entry(text, Kind.COMMAND, text, Sought.of(text), lambda: None, why="åbn et møde først" if text in why else "")
        for text in texts
    ]


def found(typed, *texts, used=(), why=()):
    return [entry.words for entry in best(entries(*texts, why=why), typed, used)]


def test_a_whole_word_comes_before_one_that_is_begun():
    assert found("5", "Punkt 50 Tilsyn", "Punkt 5 Budget", "Punkt 51 Valg")[0] == "Punkt 5 Budget"


def test_the_first_word_comes_before_the_others_and_those_before_parts_of_words():
    assert found("bud", "Årets budget", "Tilbud", "Budget") == ["Budget", "Årets budget", "Tilbud"]


def test_initials_come_before_letters_that_stand_apart():
    assert found("alm", "Almen praksis", "Aksel Lund Møller", "Aftale om tilsyn med mad")[:2] == [
        "Almen praksis",
        "Aksel Lund Møller",
    ]


def test_beginnings_of_words_come_before_parts_of_them():
    assert found("meaa", "Medaa om noget", "Merete Aaby", "Almeaa")[:1] == ["Merete Aaby"]


def test_of_equals_the_one_used_last_comes_first():
    assert found("bud", "Budget 1", "Budget 2", "Budget 3", used=["Budget 3", "Budget 2"])[:2] == [
        "Budget 2",
        "Budget 3",
    ]


def test_a_better_fit_comes_before_one_used_last():
    assert found("budget", "Budgettet", "Budget", used=["Budgettet"])[0] == "Budget"


def test_what_cannot_be_had_follows_what_can():
    assert found("bud", "Budget 1", "Budget 2", why=["Budget 1"]) == ["Budget 2", "Budget 1"]


def test_without_letters_what_was_used_stands_first():
    assert found("", "Et", "To", "Tre", used=["Tre", "To"]) == ["To", "Tre", "Et"]
