"""Lines of all houses mixed: whatever is printed, in whatever order, it is read."""

import pytest

from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.text_file import source_of_text
from referatdesk.documents.reading.reader import draft_of
from referatdesk.services.intake.neutral import neutral
from tests.fuzz.mixed import mixed


@pytest.mark.parametrize("first", range(0, 240, 40))
def test_lines_of_all_houses_in_any_order_are_read(first: int) -> None:
    for seed in range(first, first + 40):
        try:
            source = source_of_text(mixed(seed))
        except ReadingError:
            continue
        neutral(draft_of(source))


def test_a_telephone_number_beside_a_name_is_a_note() -> None:
    draft = draft_of(
        source_of_text("Referat\n\nDeltagere:\nMerete Aaby, tlf. 12 34 56 78\nPalle Nørre\n\n1. Velkomst\nGodkendt.")
    )
    assert [person.name for person in draft.people] == ["Merete Aaby", "Palle Nørre"]
    assert "12 34 56 78" in (draft.people[0].note or "")


def test_a_stand_in_for_an_office_is_no_name() -> None:
    draft = draft_of(
        source_of_text("Referat\n\nTil stede: Merete Aaby, stedfortræder for formanden\n\n1. Velkomst\nGodkendt.")
    )
    assert draft.people[0].name == "Merete Aaby"


def read(text: str) -> Draft:
    return draft_of(source_of_text(text))
