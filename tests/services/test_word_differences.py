"""Two texts compared word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referatdesk.services.word_differences import MOST, Fate, count_words, word_differences

TEXTS = st.text(alphabet="ab æ.,\n", max_size=30)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Planen godkendt.", "Planen godkendt.", "=Planen godkendt."),
        ("Planen godkendt.", "Planen blev godkendt.", "=Planen |+blev |=godkendt."),
        ("Mødet den 4. maj", "Mødet den 11. maj", "=Mødet den |-4|+11|=. maj"),
        ("to gode ord", "tre andre ord", "-to gode|+tre andre|= ord"),
        ("", "Nyt.", "+Nyt."),
        ("Væk.", "", "-Væk."),
        ("", "", ""),
    ],
)
def test_whole_words_are_told_and_neighbours_as_one(before, after, told):
    signs = {Fate.SAME: "=", Fate.GONE: "-", Fate.NEW: "+"}
    assert "|".join(signs[piece.fate] + piece.text for piece in word_differences(before, after)) == told


@given(TEXTS, TEXTS)
def test_both_texts_are_told_whole_and_every_piece_stands_where_it_says(before, after):
    pieces = word_differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.fate is not Fate.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.fate is not Fate.GONE) == after
    assert all(before[piece.start :].startswith(piece.text) for piece in pieces if piece.fate is not Fate.NEW)


def test_texts_too_long_to_compare_are_told_as_replaced():
    before, after = "en " * (MOST // 20), "to " * 10
    found = word_differences(f"a {before}b", f"a {after}b")
    assert [piece.fate for piece in found] == [Fate.SAME, Fate.GONE, Fate.NEW, Fate.SAME]


def test_words_are_counted_and_signs_are_not():
    assert count_words(word_differences("Godkendt, efter lang debat.", "Godkendt."), Fate.GONE) == 3
