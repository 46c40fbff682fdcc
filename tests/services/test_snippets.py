"""Phrases by their short names, and abbreviations written out."""

import re

import pytest

from referatdesk.domain.records import RecordSet
from referatdesk.domain.writing import Snippet
from referatdesk.services.errors import UserError
from referatdesk.services.writing import snippets
from referatdesk.services.writing.snippets import TextKind, abbreviations_of, expanded, filled, matching, phrases_of

BOARD = "raad"


def own(short, text, *, board=BOARD, sort=0, abbreviation=False):
    return Snippet(id=short, board_id=board, sort=sort, short=short, text=text, abbreviation=abbreviation)


def after(change):
    return [pair.after for pair in change.pairs]


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        ("i", "Indstillingen blev godkendt."),
        ("g", "Godkendt."),
        ("d", "Dagsordenen blev godkendt."),
        ("dr", "Drøftet."),
        ("o", "Orienteringen blev taget til efterretning."),
        ("t", "Taget til efterretning."),
        ("a", "Det blev aftalt, at {hvad}."),
        ("b", "Det blev besluttet, at {hvad}."),
        ("u", "Punktet blev udsat til mødet den {dato}."),
        ("e", "Der var enighed om, at {hvad}."),
        ("stemmelighed", "Forslaget bortfaldt på grund af stemmelighed."),
        ("EFTERR", "Orienteringen blev taget til efterretning."),
    ],
)
def test_the_first_letters_find_the_phrase_for_a_decision(letters, text):
    assert matching(phrases_of(RecordSet(), BOARD, TextKind.DECISION), letters)[0].text == text


def test_in_the_minutes_the_phrases_of_the_debate_come_first():
    listed = phrases_of(RecordSet(), BOARD, TextKind.MINUTES)
    assert listed[0].text == "{hvem} orienterede om {emne}."
    assert "Godkendt." in [one.text for one in listed]


def test_the_standard_phrases_are_whole_sentences_under_names_that_can_be_typed():
    for listed in snippets.standard_phrases().values():
        assert len({one.short for one in listed}) == len(listed)
        for one in listed:
            assert re.fullmatch(r"[a-zæøå]{3}", one.short)
            assert one.text[0].isupper() or one.text[0] == "{"
            assert one.text.endswith(".")
            assert "  " not in one.text


def test_an_own_phrase_comes_first_and_takes_the_place_of_a_standard_one():
    records = RecordSet([own("god", "Godkendt af et enigt råd."), own("xyz", "Andre rads.", board="andet")])
    listed = phrases_of(records, BOARD, TextKind.DECISION)
    assert listed[0].text == "Godkendt af et enigt råd."
    assert "Godkendt." not in [one.text for one in listed]
    assert "Andre rads." not in [one.text for one in listed]


def test_what_is_known_is_filled_in_and_the_rest_is_left():
    text = "{hvem} forlod mødet kl. {tid}."
    assert filled(text, {"tid": "13.42"}) == "{hvem} forlod mødet kl. 13.42."


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("bl", "blev"),
        ("Bl", "Blev"),
        ("mhp", "med henblik på"),
        ("BL", None),
        ("blev", None),
        ("kbst", "kommunalbestyrelsen"),
        ("sr", "sundhedsrådet"),
    ],
)
def test_an_abbreviation_is_written_out_with_its_capital(typed, text):
    records = RecordSet([own("sr", "sundhedsrådet", abbreviation=True)])
    assert expanded(typed, abbreviations_of(records, BOARD)) == text


def test_a_new_phrase_gets_a_short_name_that_is_free():
    (made,) = after(snippets.add_snippet(RecordSet(), BOARD, "Godkendt med tak. "))
    assert (made.short, made.text, made.board_id) == ("godk", "Godkendt med tak.", BOARD)


@pytest.mark.parametrize("short", ["", "to ord", "a;b", "!"])
def test_a_short_name_that_cannot_be_typed_is_refused(short):
    with pytest.raises(UserError, match=r"snippet\.short"):
        snippets.edit_snippet(RecordSet([own("god", "Godkendt.")]), "god", short=short)


def test_phrases_are_moved_shared_and_taken_away():
    first, second = own("a", "A.", sort=0), own("b", "B.", sort=1)
    records = RecordSet([first, second])
    assert {one.short: one.sort for one in after(snippets.move_snippet(records, "b", BOARD, 0))} == {"b": 0, "a": 1}
    assert after(snippets.share_snippet(records, "a", None))[0].board_id is None
    assert after(snippets.remove_snippet(records, "a")) == [None]


def test_two_phrases_of_ones_own_have_two_short_names():
    records = RecordSet([own("a", "Alle."), own("b", "Bilag.", sort=1)])
    with pytest.raises(UserError, match=r"snippet\.taken"):
        snippets.add_snippet(records, BOARD, "Godkendt.", ";A")
    with pytest.raises(UserError, match=r"snippet\.taken"):
        snippets.edit_snippet(records, "b", short="a")
    assert not snippets.edit_snippet(records, "b", short="b")
