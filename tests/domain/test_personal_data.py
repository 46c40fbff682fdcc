"""What is private in a text is known from what only looks like it."""

import pytest

from referatdesk.domain.personal_data import Contacts, Private, private_spans

OFFICE = Contacts.of(["egeby.example", "post@klitved.example", "99 88 77 66", " "], ["palle@egeby.example"])


def found(text, contacts=OFFICE):
    return [(span.kind, text[span.begin : span.end]) for span in private_spans(text, contacts)]


@pytest.mark.parametrize(
    "number",
    ["010190-1234", "0101901234", "010190 1234", "010190 – 1234", "290200-4321", "311285‑1234", "610190-1234"],
)
def test_ten_digits_that_begin_with_a_day_are_a_personal_number(number):
    assert found(f"Borgeren ({number}) klager.") == [(Private.CPR, number)]


@pytest.mark.parametrize(
    "text",
    ["320190-1234", "011390-1234", "310290-1234", "330-2018-3619", "1-01-72-30-17", "12.345.678,50 kr.", "20101901234"],
)
def test_other_numbers_are_none(text):
    assert found(f"Se {text} i sagen.") == []


@pytest.mark.parametrize(
    "number",
    ["22 33 44 55", "2233 4455", "22334455", "+45 22 33 44 55", "0045 22334455", "22-33-44-55", "+46 8 123 456 78"],
)
def test_a_telephone_is_known_by_its_form(number):
    assert found(f"Han træffes på {number}.") == [(Private.TELEPHONE, number)]


@pytest.mark.parametrize(
    "text",
    [
        "Budgettet er 22334455 kr. i alt.",
        "Dok.nr. 22334455 vedlægges.",
        "Notat 20270204.pdf",
        "Budget 2027 2028 og 2026-2027",
        "den 04.02.2027 kl. 17.30 – 19.00",
        "Ring til 99 88 77 66.",
    ],
)
def test_sums_days_numbers_of_papers_and_the_office_itself_are_no_private_telephones(text):
    assert found(text) == []


def test_addresses_are_private_unless_the_board_says_so():
    text = "a@egeby.example, post@klitved.example, b@klitved.example, palle@egeby.example, ida (at) privat.example"
    assert [words for _kind, words in found(text)] == [
        "b@klitved.example",
        "palle@egeby.example",
        "ida (at) privat.example",
    ]


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Lokale 2, dørkode 4711#", "4711#"),
        ("Møde-id: 345 678 901", "345 678 901"),
        ("adgangskoden er aB3-xy", "aB3-xy"),
        ("Deltag: https://teams.microsoft.com/l/meetup/19%3a.", "https://teams.microsoft.com/l/meetup/19%3a"),
        ("zoom.us/j/123456", "zoom.us/j/123456"),
    ],
)
def test_the_way_into_a_meeting_is_for_those_who_are_invited(text, private):
    assert found(text) == [(Private.JOINING, private)]


def test_a_page_for_everybody_is_none():
    assert found("Se https://egeby.example/referater og ydelseskode.") == []
