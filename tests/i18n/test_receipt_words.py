"""What a public version does without, in both languages: numbers of items are told as such."""

from dataclasses import dataclass, field

import pytest

from referatdesk.config.settings import Language
from referatdesk.i18n import catalogue
from referatdesk.i18n.receipt_words import left_out_lines


@dataclass
class LeftOut:
    items: tuple[str, ...]
    titled: tuple[str, ...] = ()
    attachments: int = 0
    people: int = 0
    details: int = 0
    private: dict[str, int] = field(default_factory=dict)


@pytest.fixture(autouse=True)
def english_again():
    yield
    catalogue.use(Language.ENGLISH)


@pytest.mark.parametrize(
    ("language", "items", "told"),
    [
        (Language.DANISH, ("4",), "1 lukket punkt udeladt: punkt 4"),
        (Language.DANISH, ("4", "7"), "2 lukkede punkter udeladt: punkt 4 og 7"),
        (Language.ENGLISH, ("4",), "1 closed item left out: item 4"),
    ],
)
def test_the_number_of_an_item_is_not_taken_for_a_count(language, items, told):
    catalogue.use(language)
    assert left_out_lines(LeftOut(items), 0) == [told]


def test_neutral_titles_are_told_likewise():
    catalogue.use(Language.DANISH)
    (_closed, told) = left_out_lines(LeftOut((), ("4", "7")), 0)
    assert told.endswith("neutrale titler: punkt 4 og 7")
