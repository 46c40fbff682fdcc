"""The one Danish sort order."""

import unicodedata

from referatdesk.i18n.sorting import danish_key


def test_the_last_letters_come_last_and_aa_is_one_of_them():
    names = ["Åse", "Aabo", "Zeuthen", "Ødum", "Ærø", "Ebbe", "Åby", "abe"]
    assert sorted(names, key=danish_key) == ["abe", "Ebbe", "Zeuthen", "Ærø", "Ødum", "Aabo", "Åby", "Åse"]


def test_accents_do_not_part_a_letter_from_its_own():
    assert sorted(["Eva", "Édith", "Ebbe", "Müller", "Myre"], key=danish_key) == [
        "Ebbe",
        "Édith",
        "Eva",
        "Müller",
        "Myre",
    ]


def test_both_ways_of_writing_an_a_with_ring_are_one():
    assert danish_key(unicodedata.normalize("NFD", "Åse"))[0] == danish_key("Åse")[0]


def test_names_that_differ_only_in_case_have_one_order():
    assert sorted(["ida", "Ida"], key=danish_key) == sorted(["Ida", "ida"], key=danish_key)
