"""Heads and lists of people in further wordings and orders, each read exactly."""

from textwrap import dedent

import pytest

from referatdesk.documents.reading.formats.text_file import source_of_text
from referatdesk.documents.reading.head.people_table import is_people_table
from referatdesk.documents.reading.head.rows import TableRows, parts_of
from tests.documents.reading.people_forms import head_of, people_of

PRESENT = "present"
PEOPLE = {
    "places before a colon": (
        "Deltagere:\nVester Aadal: Borgmester Merete Aaby (V), Ida Vester (A)\nSkovby: Palle Nørre (C)",
        [
            ("Merete Aaby", "Vester Aadal", "V", PRESENT),
            ("Ida Vester", "Vester Aadal", "A", PRESENT),
            ("Palle Nørre", "Skovby", "C", PRESENT),
        ],
    ),
    "lists by their letters": (
        "Liste A: Merete Aaby, Ida Vester\nListe V: Palle Nørre",
        [
            ("Merete Aaby", None, "A", PRESENT),
            ("Ida Vester", None, "A", PRESENT),
            ("Palle Nørre", None, "V", PRESENT),
        ],
    ),
    "groups of parties": (
        "V-gruppen: Merete Aaby, Ida Vester\nA-gruppen: Palle Nørre",
        [
            ("Merete Aaby", None, "V", PRESENT),
            ("Ida Vester", None, "V", PRESENT),
            ("Palle Nørre", None, "A", PRESENT),
        ],
    ),
    "an organisation whose label says afbud": (
        "Danske Patienter: Merete Aaby\nDanske Patienter, afbud: Palle Nørre",
        [
            ("Merete Aaby", "Danske Patienter", None, PRESENT),
            ("Palle Nørre", "Danske Patienter", None, "absent_notified"),
        ],
    ),
    "afbud in brackets in the label": (
        "Klitved Kommune: Merete Aaby\nKlitved Kommune (fraværende): Palle Nørre",
        [("Merete Aaby", "Klitved Kommune", None, PRESENT), ("Palle Nørre", "Klitved Kommune", None, "absent")],
    ),
    "why somebody was away": (
        "Til stede: Merete Aaby og Ida Vester. Afbud fra Palle Nørre, som var på ferie.",
        [
            ("Merete Aaby", None, None, PRESENT),
            ("Ida Vester", None, None, PRESENT),
            ("Palle Nørre", None, None, "absent_notified"),
        ],
    ),
    "a stand-in who came, with parties": (
        "Fraværende medlemmer: Merete Aaby (F), stedfortræder Palle Nørre (F) deltog",
        [("Merete Aaby", None, "F", "absent"), ("Palle Nørre", None, "F", PRESENT)],
    ),
    "a stand-in in a sentence of its own": (
        "Fraværende: Merete Aaby (C). I stedet mødte Palle Nørre (C).",
        [("Merete Aaby", None, "C", "absent"), ("Palle Nørre", None, "C", PRESENT)],
    ),
    "English labels": (
        "Participants: Merete Aaby, Klitved Kommune; Palle Nørre, Egeby Kommune\nApologies: Ida Vester, Egeby Kommune",
        [
            ("Merete Aaby", "Klitved Kommune", None, PRESENT),
            ("Palle Nørre", "Egeby Kommune", None, PRESENT),
            ("Ida Vester", "Egeby Kommune", None, "absent"),
        ],
    ),
    "answers in writing": (
        "Svar modtaget fra: Merete Aaby, Ida Vester\nIkke svaret: Palle Nørre",
        [
            ("Merete Aaby", None, None, PRESENT),
            ("Ida Vester", None, None, PRESENT),
            ("Palle Nørre", None, None, "absent"),
        ],
    ),
    "one member away": ("Fraværende medlem: Palle Nørre (C)", [("Palle Nørre", None, "C", "absent")]),
    "absent in English": ("Absent: Palle Nørre, Egeby Kommune", [("Palle Nørre", "Egeby Kommune", None, "absent")]),
    "two columns of two parties in a text": (
        "Deltagere fra kommunerne\tDeltagere fra Region Fjordland\n"
        "Borgmester Merete Aaby, Klitved Kommune\tDirektør Palle Nørre\n"
        "Rådmand Ida Vester, Egeby Kommune (afbud)\tKontorchef Erik Dam",
        [
            ("Merete Aaby", "Klitved Kommune", None, PRESENT),
            ("Ida Vester", "Egeby Kommune", None, "absent_notified"),
            ("Palle Nørre", "Region Fjordland", None, PRESENT),
            ("Erik Dam", "Region Fjordland", None, PRESENT),
        ],
    ),
    "a column of titles": (
        "Navn\tRolle\tTil stede\nMerete Aaby\tEjendomsmægler\tx\nPalle Nørre\tRevisor\tafbud",
        [("Merete Aaby", None, None, PRESENT), ("Palle Nørre", None, None, "absent_notified")],
    ),
}


@pytest.mark.parametrize("form", PEOPLE)
def test_people_are_read_from_further_forms(form: str) -> None:
    text, expected = PEOPLE[form]
    found = [
        (one["name"], one.get("organisation"), one.get("party"), one.get("status", PRESENT)) for one in people_of(text)
    ]
    assert found == expected


HEADS = {
    "the board above the number of the meeting": (
        "Den selvejende institution Solbakken\nBestyrelsesmøde nr. 4/2026\nTid: Tirsdag den 9. juni 2026 kl. 16-18",
        ("Bestyrelsesmøde nr. 4/2026", "Den selvejende institution Solbakken", "2026-06-09", "16:00", "18:00"),
    ),
    "the board below the number of the meeting": (
        "Opsamling fra tredje møde\n§ 17, stk. 4-udvalget for Havne\n\nHvornår: torsdag den 16/4-26 kl. 16.30-19.00",
        ("Opsamling fra tredje møde", "§ 17, stk. 4-udvalget for Havne", "2026-04-16", "16:30", "19:00"),
    ),
    "English words for the paper": (
        "Minutes – Projektboard for Kystsikring\nMøde: #7\nDato: onsdag d. 25/3-26, 14.00-15.15",
        (
            "Minutes – Projektboard for Kystsikring",
            "Projektboard for Kystsikring",
            "2026-03-25",
            "14:00",
            "15:15",
        ),
    ),
    "the board as whose meeting it was": (
        "Referat fra Patientudvalgets møde\n\nDato: torsdag den 4. februar 2027\nTid: kl. 15-17",
        ("Referat fra Patientudvalgets møde", "Patientudvalget", "2027-02-04", "15:00", "17:00"),
    ),
    "a day in figures": (
        "Referat\nUdvalget for Havne\n\nDato: 2026-02-03\nTid: 08:30 - 10:00",
        ("Referat", "Udvalget for Havne", "2026-02-03", "08:30", "10:00"),
    ),
    "a short month": (
        "Referat\nUdvalget for Havne\n\nDato: d. 3. feb. 2026, kl. 08:30 - 10:00",
        ("Referat", "Udvalget for Havne", "2026-02-03", "08:30", "10:00"),
    ),
    "a day with a stroke and a short year": (
        "Referat af møde i Havneudvalget\nDato: tirsdag den 3/2-26\nTid: kl. 9.30-12.15",
        ("Referat af møde i Havneudvalget", "Havneudvalget", "2026-02-03", "09:30", "12:15"),
    ),
}


@pytest.mark.parametrize("form", HEADS)
def test_heads_are_read_from_further_forms(form: str) -> None:
    text, expected = HEADS[form]
    head = head_of(dedent(text)).head
    assert (head.title, head.board, head.date, head.start, head.end) == expected


def test_who_led_the_rest_of_the_meeting_is_no_part_of_the_leaders_title() -> None:
    read = head_of("Referat\n\nMødeleder: Rådmand Merete Aaby (V), derefter borgmesteren\nTil stede: Ida Vester")
    assert [(one.name, one.role) for one in read.people] == [("Merete Aaby", "Rådmand"), ("Ida Vester", None)]


def test_rows_with_tabs_are_two_tables_where_an_empty_line_parts_them() -> None:
    text = "Forum\tHavneudvalget\nSted\tRådhuset\n\nNavn\tTil stede\nMerete Aaby\tx"
    parts = parts_of(source_of_text(text).paragraphs)
    tables = [one for one in parts if isinstance(one, TableRows)]
    assert [is_people_table(one) for one in tables] == [False, True]
