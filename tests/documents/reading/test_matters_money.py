import pytest

from referatdesk.documents.reading.matters.item import with_matters
from referatdesk.documents.reading.matters.money import money_of
from referatdesk.domain.codes import MoneyKind, SectionKind
from tests.documents.reading.matters_items import around, item, section

KRONE = 100


def read(text, kind=SectionKind.CASE_TEXT):
    one = item(section(kind, text))
    return money_of(one, around(one))


@pytest.mark.parametrize(
    ("text", "kroner", "raw"),
    [
        ("Der afsættes 1,350 mio. kr. til planen.", 1_350_000, "1,350 mio. kr."),
        ("Der afsættes 300.000 kr. til planen.", 300_000, "300.000 kr."),
        ("Udgiften er kr. 900.000 i alt.", 900_000, "kr. 900.000"),
        ("Udgiften er kr. 900.000,- i alt.", 900_000, "kr. 900.000,-"),
        ("Prisen er 1.000,- kr.", 1_000, "1.000,- kr."),
        ("Der søges 2 mio. kr.", 2_000_000, "2 mio. kr."),
        ("Budgettet er 1,2 mia. kr.", 1_200_000_000, "1,2 mia. kr."),
        ("Der overføres 500 t.kr. til 2028.", 500_000, "500 t.kr."),
        ("Der overføres 500 tkr.", 500_000, "500 tkr."),
        ("Det koster 500.000 kroner.", 500_000, "500.000 kroner"),
        ("Det koster 2 millioner kroner.", 2_000_000, "2 millioner kroner"),
        ("Taksten er 12,50 kr.", 12.5, "12,50 kr."),
        ("DKK 5.000 er givet.", 5_000, "DKK 5.000"),
        ("Der mangler 1000 kr.", 1_000, "1000 kr."),
        ("Der mangler 1 000 000 kr.", 1_000_000, "1 000 000 kr."),
        ("Der er et fald på -0,5 mio. kr.", -500_000, "-0,5 mio. kr."),
        ("kr. 3,5 mio. er sat af", 3_500_000, "kr. 3,5 mio."),
    ],
)
def test_an_amount_is_read_in_ore_with_its_words(text, kroner, raw):
    assert [(one.amount_ore, one.raw) for one in read(text)] == [(int(kroner * KRONE), raw)]


@pytest.mark.parametrize(
    "text",
    [
        "Mellem 5-10 mio. kr. skal findes.",
        "Der skal findes 5 til 10 mio. kr.",
        "Der er 300.000 borgere.",
        "Krav om 12 timer.",
        "Sag 23/1493 handler om kr.",
        "Den 1. maj 2027.",
        "2027-kroner.",
        "Priserne er i 2027 kr.niveau",
        "Mødet er kl. 12.30.",
        "Beløb i 1.000 kr.",
    ],
)
def test_spans_and_other_figures_are_no_amounts(text):
    assert read(text) == ()


def test_each_amount_of_a_sentence_has_its_own_year_and_is_about_or_exact():
    first, second = read("Der bruges ca. 75.000 kr. i 2027 og 145.000 kr. i 2028.")
    assert (first.amount_ore, first.year, first.approximate) == (75_000 * KRONE, 2027, True)
    assert (second.amount_ore, second.year, second.approximate) == (145_000 * KRONE, 2028, False)


def test_what_kind_of_amount_it_is():
    assert read("Prisen er 400.000 kr. pr. klinik.")[0].kind is MoneyKind.UNIT_PRICE
    assert read("Der bruges 400.000 kr. pr. år.")[0].kind is MoneyKind.INFORMATION
    assert read("Det skønnes til ca. 400.000 kr.")[0].kind is MoneyKind.ESTIMATE
    assert read("At der afsættes 400.000 kr.", SectionKind.RECOMMENDATION)[0].kind is MoneyKind.PROPOSED
    one = item(section(SectionKind.DECISION, "Rådet godkendte, at der anvendes 400.000 kr."))
    assert with_matters(one, around(one))[0].money[0].kind is MoneyKind.GRANTED
    postponed = item(section(SectionKind.DECISION, "Sagen om bevilling af 400.000 kr. blev udsat."))
    assert with_matters(postponed, around(postponed))[0].money[0].kind is MoneyKind.INFORMATION


def test_an_amount_points_at_its_block_and_lines():
    one = item(section(SectionKind.ECONOMY, "Først.\nSå 500 kr."))
    (money,) = money_of(one, around(one))
    assert money.block_id == one.sections[0].blocks[1].id
    assert money.place.line_from == 11
