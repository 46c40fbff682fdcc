"""Money and words in a row, in Danish."""

import pytest

from referatdesk.i18n.lists import format_words
from referatdesk.i18n.money import format_kroner


@pytest.mark.parametrize(
    ("ore", "printed"),
    [
        (30_000_000, "300.000 kr."),
        (135_000_000, "1.350.000 kr."),
        (1_250, "12,50 kr."),
        (5, "0,05 kr."),
        (-1_250, "-12,50 kr."),
        (0, "0 kr."),
    ],
)
def test_ore_are_printed_only_where_there_are_any(ore, printed):
    assert format_kroner(ore) == printed


def test_words_are_joined_by_commas_and_og():
    assert [format_words("abc"[:count]) for count in range(4)] == ["", "a", "a og b", "a, b og c"]
