"""Documents in layouts that nobody named beforehand: what opens an item is found from evidence in each."""

import pytest

from referatdesk.documents.reading.formats.text_file import source_of_text
from referatdesk.documents.reading.reader import draft_of
from referatdesk.domain.codes import Access, ItemKind, SectionKind, Treatment


def read(text):
    return draft_of(source_of_text(text))


def headings(draft):
    return [(item.number, item.title) for item in draft.items]


HEAD = "Referat af møde i Sundhedsråd Østfjord den 4. februar 2027\n\n"
BODY = "\n\nBeslutning\n\nGodkendt.\n\n"


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("1. Budget", "2. Plan", ["1", "2"]),
        ("1) Budget", "2) Plan", ["1", "2"]),
        ("1 – Budget", "2 - Plan", ["1", "2"]),
        ("1: Budget", "2: Plan", ["1", "2"]),
        ("1\tBudget", "2\tPlan", ["1", "2"]),
        ("Punkt 1: Budget", "Punkt 2. Plan", ["Punkt 1", "Punkt 2"]),
        ("Pkt. 1 Budget", "Pkt. 2 Plan", ["Pkt. 1", "Pkt. 2"]),
        ("Sag nr. 14 Budget", "Sag nr. 16 Plan", ["Sag nr. 14", "Sag nr. 16"]),
        ("Ad 1) Budget", "Ad 2) Plan", ["Ad 1", "Ad 2"]),
        ("Dagsordenspunkt 3 - Budget", "Dagsordenspunkt 4 - Plan", ["Dagsordenspunkt 3", "Dagsordenspunkt 4"]),
        ("112. Budget", "115. Plan", ["112", "115"]),
        ("A. Budget", "B. Plan", ["A", "B"]),
        ("II. Budget", "III. Plan", ["II", "III"]),
        ("Åben - 1. Budget", "Åben - 2. Plan", ["1", "2"]),
    ],
)
def test_headings_are_found_by_any_form_that_counts_up(first, second, numbers):
    draft = read(f"{HEAD}{first}{BODY}{second}{BODY}")
    assert headings(draft) == list(zip(numbers, ["Budget", "Plan"], strict=True))
    assert [item.sections[0].label for item in draft.items] == ["Beslutning", "Beslutning"]


def test_numbered_points_under_a_recommendation_are_no_headings():
    points = "\n\nIndstilling\n\nDet indstilles, at rådet:\n\n1. godkender planen\n2. følger op\n\nBilag\n\n1. Notat\n"
    draft = read(f"{HEAD}1) Budget{points}{BODY}2) Plan{points}{BODY}")
    assert headings(draft) == [("1", "Budget"), ("2", "Plan")]
    assert [block.text for block in draft.items[0].of_kind(SectionKind.RECOMMENDATION)[0].blocks][1:] == [
        "godkender planen",
        "følger op",
    ]


def test_capitals_alone_make_headings():
    draft = read(f"{HEAD}VELKOMST\nFormanden bød velkommen.\n\nBUDGET FOR 2028\nBudgettet blev drøftet.\n")
    assert headings(draft) == [(None, "VELKOMST"), (None, "BUDGET FOR 2028")]


def test_lone_titles_between_empty_lines_make_headings_where_nothing_else_does():
    text = "Velkomst\n\nFormanden bød velkommen.\n\nBudget\n\nDer er penge nok.\n\nEventuelt\n\nIntet at bemærke.\n"
    assert [title for _, title in headings(read(HEAD + text))] == ["Velkomst", "Budget", "Eventuelt"]


def test_minutes_without_labels_are_minutes():
    draft = read(f"{HEAD}1. Velkomst v/ formanden\nIda bød velkommen.\n\n2. Økonomi\nDer er penge nok.\n")
    (section,) = draft.items[0].sections
    assert (section.kind, section.label) == (SectionKind.MINUTES, None)
    assert [one.raw for one in draft.items[0].presenters] == ["v/ formanden"]
    assert draft.items[0].kind is ItemKind.OPENING


def test_a_list_at_the_top_gives_its_titles_to_bare_numbers_below():
    listed = "Dagsorden:\n1. Velkomst\n2. Økonomi\n\n"
    draft = read(f"{HEAD}{listed}Ad 1. Ida bød alle velkommen.\n\nAd 2. Kassereren fortalte om regnskabet.\n")
    assert headings(draft) == [("Ad 1", "Velkomst"), ("Ad 2", "Økonomi")]
    assert [item.sections[0].blocks[0].text for item in draft.items] == [
        "Ida bød alle velkommen.",
        "Kassereren fortalte om regnskabet.",
    ]


def test_a_table_of_items_is_read_as_items():
    table = "Punkt\tReferat\tAnsvarlig\n1. Budget\tDrøftet.\tIda\n2. Plan\tPlanen blev godkendt.\n"
    draft = read(HEAD + table)
    assert headings(draft) == [("1", "Budget"), ("2", "Plan")]
    assert [(one.label, one.blocks[0].text) for one in draft.items[0].sections] == [
        ("Referat", "Drøftet."),
        ("Ansvarlig", "Ida"),
    ]


def test_themes_stand_over_items_and_parts_below_them():
    text = (
        "Tema: Lige adgang\n\nPunkt 1: Oplæg: Borgernes råd\n\nv/ Ida Vester, formand\n\nReferat\n\nIda fortalte.\n\n"
        "Hilsen fra Ældrerådet\n\nv/ medlem af rådet\n\nReferat\n\nHilsenen blev læst op.\n\n"
        "Punkt 2: Eventuelt\n\nReferat\n\nIntet.\n"
    )
    draft = read(HEAD + text)
    assert [(one.prefix, one.title) for one in draft.themes] == [("Tema", "Lige adgang")]
    first = draft.items[0]
    assert (first.theme, first.title_prefix, first.title, first.kind) == (
        0,
        "Oplæg",
        "Borgernes råd",
        ItemKind.PRESENTATION,
    )
    assert (first.presenters[0].name, first.presenters[0].title) == ("Ida Vester", "formand")
    assert [(child.number, child.title) for child in first.children] == [(None, "Hilsen fra Ældrerådet")]


def test_numbers_below_a_number_are_parts_of_its_item():
    parts = "1.1 Regnskab\n\nReferat: Drøftet.\n\n1.2 Budget\n\nReferat: Godkendt.\n\n"
    text = f"1. Økonomi\n\n{parts}2. Eventuelt\n\nIntet.\n"
    draft = read(HEAD + text)
    assert headings(draft) == [("1", "Økonomi"), ("2", "Eventuelt")]
    assert [(child.number, child.title) for child in draft.items[0].children] == [
        ("1.1", "Regnskab"),
        ("1.2", "Budget"),
    ]


def test_marks_of_access_and_treatment_are_read_and_taken_off():
    text = f"1. Budget (B){BODY}2. Salg af grund (lukket){BODY}Lukket dagsorden\n\n3. Personalesag{BODY}"
    draft = read(HEAD + text)
    assert [item.title for item in draft.items] == ["Budget", "Salg af grund", "Personalesag"]
    assert draft.items[0].treatment is Treatment.DECISION
    assert [item.access for item in draft.items] == [Access.OPEN, Access.CLOSED, Access.CLOSED]


def test_another_boards_decision_is_an_earlier_one():
    text = (
        "1. Budget\n\nBeslutning fra Økonomiudvalget den 20-01-2027\n\nAnbefales.\n\n"
        "Beslutning i Sundhedsråd Østfjord den 04-02-2027\n\nGodkendt.\n"
    )
    earlier, own = read(HEAD + text).items[0].sections
    assert (earlier.kind, earlier.earlier, earlier.board) == (SectionKind.EARLIER_DECISIONS, True, "Økonomiudvalget")
    assert (own.kind, own.earlier) == (SectionKind.DECISION, False)


def test_quoted_minutes_open_neither_items_nor_sections():
    quoted = (
        'Nedenfor er referatet:\n\nPunkt 4 Status fra holdene:\n\nReferat:\n\n"Holdene er i gang.\n\nVi skal svare.'
    )
    own = "Indstilling:\n\nRådet svarer.\n\nReferat:\n\nRådet svarer i maj."
    text = f"1. Svar\n\n{quoted}\n\n{own}\n\n2. Eventuelt\n\nReferat:\n\nIntet.\n"
    draft = read(HEAD + text)
    case, proposal, minutes = draft.items[0].sections
    assert [block.kind.value for block in case.blocks] == ["paragraph", "quote", "quote", "quote", "paragraph"]
    assert (proposal.label, minutes.label) == ("Indstilling", "Referat")
    assert "label.in_quote" in [doubt.code for doubt in draft.doubts]


def test_an_item_of_attendance_gives_the_meeting_its_people():
    draft = read(
        "Referat\n\n1 – Deltagere\n\nMedlemmer:\n- Ida Vester, Egeby Kommune\n\n2 – Budget\n\nReferat\n\nDrøftet.\n"
    )
    assert draft.items[0].kind is ItemKind.ATTENDANCE
    assert [person.name for person in draft.people] == ["Ida Vester"]


def test_an_agenda_without_decisions_is_an_agenda():
    text = "Dagsorden for møde i Sundhedsråd Østfjord den 4. februar 2027\n\n1. Budget\n2. Plan\n3. Eventuelt\n"
    draft = read(text)
    assert draft.is_agenda
    assert [item.title for item in draft.items] == ["Budget", "Plan", "Eventuelt"]


def test_what_stands_below_the_last_item_belongs_to_the_meeting():
    draft = read(f"{HEAD}1. Budget{BODY}Mødet sluttede kl. 15.10\nReferat ABC og DEF\n")
    assert draft.head.sign_off == "Mødet sluttede kl. 15.10\nReferat ABC og DEF"
    assert (draft.head.recorder, draft.head.end_actual) == ("ABC og DEF", "15:10")
