"""Words in a row, in Danish."""

from referatdesk.i18n.lists import format_words


def test_words_are_joined_by_commas_and_og():
    assert [format_words("abc"[:count]) for count in range(4)] == ["", "a", "a og b", "a, b og c"]
