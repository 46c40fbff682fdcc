"""Tables of people as real minutes print them, each read exactly."""

import pytest

from referatdesk.documents.reading.head.attendance import read_attendance
from referatdesk.documents.reading.source import Place, SourceParagraph
from tests.documents.reading.people_forms import one, table, told

TABLES = {
    "columns with marks": (
        table(
            "Navn|Titel|Organisation|Til stede",
            "Merete Aaby|Borgmester|Klitved Kommune|x",
            "Erik Dam|Direktør|Region Fjordland|Afbud",
            "Ida Vester|Læge|PLO|Ja",
        ),
        [
            one("Merete Aaby", role="Borgmester", organisation="Klitved Kommune"),
            one(
                "Erik Dam",
                role="Direktør",
                organisation="Region Fjordland",
                status="absent_notified",
                status_raw="Afbud",
            ),
            one("Ida Vester", role="Læge", organisation="PLO", status_raw="Ja"),
        ],
    ),
    "two columns to tick": (
        table("Medlem|Parti|Mødt|Afbud", "Merete Aaby|A|X|", "Erik Dam|V||X"),
        [one("Merete Aaby", party="A"), one("Erik Dam", party="V", status="absent_notified")],
    ),
    "given name and surname apart, with e-mail": (
        table("Fornavn|Efternavn|E-mail|Enhed", "Merete|Aaby|merete@klitved.example|Borgerservice"),
        [one("Merete Aaby", email="merete@klitved.example", organisation="Borgerservice")],
    ),
    "headings of groups between the rows": (
        table(
            "Navn|Funktion|Fremmøde",
            "Klitved Kommune||",
            "Merete Aaby|borgmester|Til stede",
            "Region Fjordland||",
            "Erik Dam|direktør|Ikke til stede",
        ),
        [
            one(
                "Merete Aaby",
                role="borgmester",
                organisation="Klitved Kommune",
                group="Klitved Kommune",
                status_raw="Til stede",
            ),
            one(
                "Erik Dam",
                role="direktør",
                organisation="Region Fjordland",
                group="Region Fjordland",
                status="absent",
                status_raw="Ikke til stede",
            ),
        ],
    ),
    "present and absent side by side": (
        table("Deltagere|Afbud", "Merete Aaby // Erik Dam, Egeby Kommune|Ida Vester (V)"),
        [
            one("Merete Aaby"),
            one("Erik Dam", organisation="Egeby Kommune"),
            one("Ida Vester", party="V", status="absent_notified"),
        ],
    ),
    "rows without headings": (
        table("Merete Aaby|Borgmester|Klitved Kommune", "Erik Dam|Direktør|Region Fjordland (afbud)"),
        [
            one("Merete Aaby", role="Borgmester", organisation="Klitved Kommune"),
            one(
                "Erik Dam",
                role="Direktør",
                organisation="Region Fjordland",
                status="absent_notified",
                status_raw="(afbud)",
            ),
        ],
    ),
    "organisations in the first column": (
        table("Klitved Kommune|Merete Aaby // Erik Dam", "Region Fjordland|Ida Vester"),
        [
            one("Merete Aaby", organisation="Klitved Kommune", group="Klitved Kommune"),
            one("Erik Dam", organisation="Klitved Kommune", group="Klitved Kommune"),
            one("Ida Vester", organisation="Region Fjordland", group="Region Fjordland"),
        ],
    ),
    "stand-ins in a column": (
        table("Medlem|Repræsenterer|Stedfortræder", "Merete Aaby|Klitved Kommune|Erik Dam", "Ida Vester|PLO|"),
        [
            one("Merete Aaby", organisation="Klitved Kommune", note="Stedfortræder: Erik Dam"),
            one("Ida Vester", organisation="PLO"),
        ],
    ),
}


@pytest.mark.parametrize("form", TABLES)
def test_a_table_of_people_is_read_exactly(form):
    printed, expected = TABLES[form]
    people, _ = read_attendance([SourceParagraph(runs=(), place=Place(1, 1), table=printed)])
    assert [told(person) for person in people] == expected


def test_a_row_left_open_among_ticked_ones_is_in_doubt():
    printed = table("Navn|Til stede", "Merete Aaby|x", "Erik Dam|", "Ida Vester|x")
    people, doubts = read_attendance([SourceParagraph(runs=(), place=Place(1, 1), table=printed)])
    assert [told(person) for person in people] == [
        one("Merete Aaby"),
        one("Erik Dam", status="absent"),
        one("Ida Vester"),
    ]
    assert [(doubt.code, doubt.text) for doubt in doubts] == [("person.not_marked", "Erik Dam")]
