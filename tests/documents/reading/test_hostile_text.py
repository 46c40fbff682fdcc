import pytest

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.text_file import source_of_text
from referatdesk.documents.reading.source import MAX_PARAGRAPHS
from tests.documents.reading.printed import read

LONG = 200_000
AFTER = "\n\nPunkt 1: Sag\n\nSagsfremstilling\n\nTekst."


@pytest.mark.parametrize(
    "line",
    [
        "." * LONG + "x",
        "Indholdsfortegnelse\n" + "." * LONG + "x",
        "REFERAT " + "-" * LONG + "x d. 4. maj 2027",
        "Mødedeltagere " + "A" * LONG + "! b",
        "Mødedeltagere " + "(" * LONG,
        "Mødedeltagere " + "Ida Vester, V, " * (LONG // 20),
        "Mødedeltagere " + "a" * LONG + " @",
        "Mødedato " + "kl. 1" * (LONG // 5),
    ],
)
def test_endless_lines_do_not_hinder_the_rest(line):
    assert [item.title for item in read(line + AFTER).items] == ["Sag"]


def test_endless_lines_in_an_item_are_kept():
    line = "Beslutning " + "den 1. " * (LONG // 10) + "1/" * LONG
    (item,) = read(f"Punkt 1: Sag\n\nSagsfremstilling\n\nTekst.\n\n{line}").items
    assert item.sections[0].blocks[-1].text == line


def test_text_of_far_too_many_paragraphs_is_refused():
    with pytest.raises(ReadingError) as caught:
        source_of_text("a\n" * (MAX_PARAGRAPHS + 1))
    assert caught.value.code == "too_large"
