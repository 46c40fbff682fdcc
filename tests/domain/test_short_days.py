"""Days written as "1/9" in Danish minutes, and what is written in the same way and is none."""

import pytest

from referatdesk.domain.dates import find_date
from referatdesk.domain.deadlines import find_short_day
from referatdesk.domain.promises import deadline_in

MEETING = "2026-08-20"

DAYS = [
    ("Sanne Brix sender notatet senest 24/7.", "2027-07-24"),
    ("Vagtplanen foreligger den 24/7.", "2027-07-24"),
    ("Fristen er mandag 24/7", "2027-07-24"),
    ("Svar inden 1/2 til sekretariatet", "2027-02-01"),
    ("frist: 3/4", "2027-04-03"),
    ("pr. 1/1 2027", "2027-01-01"),
    ("ordningen evalueres 1/1-2027 af rådet", "2027-01-01"),
    ("svar d. 1/2-27", "2027-02-01"),
    ("Sanne sender oversigten 15/10.", "2026-10-15"),
    ("Sanne sender 15/10 oversigten rundt", "2026-10-15"),
    ("Sanne, 1/9", "2026-09-01"),
    ("Sanne Brix (1/9) og Palle Nørre", "2026-09-01"),
    ("til 1/9 undersøger forvaltningen sagen", "2026-09-01"),
    ("i perioden 1/9-15/10", None),
    ("12/7/2027", "2027-07-12"),
]

NO_DAYS = [
    "Vagten er åben 24/7.",
    "Forvaltningen undersøger en ordning med åbent 24/7 i Egeby.",
    "Der skal være 24/7-vagt.",
    "Oplægget tager 1/2 time.",
    "Punktet udsættes 1/2 år.",
    "Vikaren dækker inden 1/2 time.",
    "Der laves en plan for den 1/2 stilling.",
    "Oplægget er på 3/4 side.",
    "Udgiften stiger til 3/4 af budgettet.",
    "Fordelingen er 50/50.",
    "Udgiften deles 50/50 mellem kommunerne.",
    "2/3 flertal er nok",
    "7/9 pladser er besat",
    "10/10 deltog i øvelsen",
    "sag nr. 12/5 behandles",
    "journalnr. 15/10 behandles",
    "Se punkt 3/2.",
    "27/310",
    "31/4",
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day_is_read_where_one_is_meant(text, day):
    due = deadline_in(text, MEETING)
    assert (due.likely if due else None) == day


@pytest.mark.parametrize("text", NO_DAYS)
def test_a_share_a_measure_and_a_number_are_no_days(text):
    assert deadline_in(text, MEETING) is None
    assert find_date(text) is None


@pytest.mark.parametrize("text", ["24/7", "1/2", "3/4 notat", "10/10 med sekretariatet"])
def test_what_is_typed_where_a_day_belongs_is_one(text):
    assert find_short_day(text, MEETING, is_typed=True) is not None


def test_of_several_the_first_that_can_be_a_day_is_taken():
    assert deadline_in("Planen for åbent 24/7 skal foreligge inden 1/10.", MEETING).likely == "2026-10-01"


def test_from_one_day_to_another_is_no_year():
    assert find_date("1/9-15/10") is None
