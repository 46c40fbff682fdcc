"""Documents of houses whose words nobody knows: their own forms come back in them, and that is what shows them."""

from dataclasses import replace

import pytest
from docx import Document

from referatdesk.documents.reading.formats.text_file import source_of_text
from referatdesk.documents.reading.reader import draft_of, read_draft
from referatdesk.domain.codes import BlockKind, SectionKind, Treatment

HEAD = "Referat af møde i Sundhedsråd Østfjord den 4. februar 2027\n\n"


def read(text):
    return draft_of(source_of_text(HEAD + text))


def headings(draft):
    return [(item.number, item.title) for item in draft.items]


def labels(item):
    return [section.label for section in item.sections]


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("Agenda item 1: Budget", "Agenda item 2: Plan", ["Agenda item 1", "Agenda item 2"]),
        ("Sag A – Budget", "Sag B – Plan", ["Sag A", "Sag B"]),
        ("§ 1 Budget", "§ 2 Plan", ["§ 1", "§ 2"]),
        ("§ 1. Budget", "§ 2. Plan", ["§ 1", "§ 2"]),
        ("Tema 1: Budget", "Tema 2: Plan", ["Tema 1", "Tema 2"]),
        ("Spor 3 – Budget", "Spor 4 – Plan", ["Spor 3", "Spor 4"]),
        ("Case I: Budget", "Case II: Plan", ["Case I", "Case II"]),
        ("09.00-09.20  1. Budget", "09.20-10.00  2. Plan", ["1", "2"]),
        ("Kl. 9.00: Punkt 1 Budget", "Kl. 9.20: Punkt 2 Plan", ["Punkt 1", "Punkt 2"]),
    ],
)
def test_any_word_before_a_count_opens_items(first, second, numbers):
    text = "Rådet så på tallene og var enigt om dem."
    draft = read(f"{first}\n{text}\nBeslutning\nGodkendt.\n\n{second}\n{text}\nBeslutning\nGodkendt.\n")
    assert headings(draft) == list(zip(numbers, ["Budget", "Plan"], strict=True))
    assert [labels(item)[-1] for item in draft.items] == ["Beslutning", "Beslutning"]


def test_themes_over_counted_items_stay_themes():
    item = "{0}. Emne nummer {0}\nBeslutning\nGodkendt.\n\n"
    draft = read(f"Tema 1: Børn\n{item.format(1)}{item.format(2)}Tema 2: Ældre\n{item.format(3)}{item.format(4)}")
    assert [item.figure for item in draft.items] == ["1", "2", "3", "4"]
    assert [theme.title for theme in draft.themes] == ["Børn", "Ældre"]


def test_the_only_item_of_a_meeting_is_an_item():
    draft = read("Eneste punkt: Salg af Klitved Havn\nHavnen er udbudt.\nBeslutning\nSalget blev godkendt.\n")
    assert headings(draft) == [("Eneste punkt", "Salg af Klitved Havn")]
    assert labels(draft.items[0]) == [None, "Beslutning"]


def test_items_taken_in_another_order_than_the_agenda_are_all_found():
    listed = "Dagsorden:\n1. Budget\n2. Plan\n3. Havn\n\n"
    ads = "\n\n".join(f"Ad punkt {number}\nRådet drøftede sagen længe." for number in (1, 3, 2))
    draft = read(listed + ads)
    assert headings(draft) == [("Ad punkt 1", "Budget"), ("Ad punkt 3", "Havn"), ("Ad punkt 2", "Plan")]


def test_a_title_of_the_agenda_does_not_swallow_the_text_right_below_it():
    title = "Høring om en aftale for besøg på alle plejehjem"
    text = "Udkastet er sendt i høring i hele regionen uden bemærkninger fra nogen kommuner"
    draft = read(f"Dagsorden\n1) Budget\n2) {title}\n\nAd 1) Budget\nGodkendt.\n\nAd 2) {title}\n{text}.\n")
    assert [item.title for item in draft.items] == ["Budget", title]


def test_titles_below_empty_lines_head_what_stands_right_below_them():
    draft = read(
        "Siden sidst\nIda Vester fortalte om havnen, som var lukket i uge 3.\nDen åbner igen i april.\n\n"
        "Nye lokaler\nRådet så lokalerne og var glade for dem.\nErik Dam skriver til kommunen.\n\n"
        "Praktisk\nMødet i maj er flyttet, og det bliver holdt i Egeby.\n"
    )
    assert headings(draft) == [(None, "Siden sidst"), (None, "Nye lokaler"), (None, "Praktisk")]


def test_items_without_a_number_stand_among_those_that_have_one():
    part = "Rådet var enigt om planen for hele området."
    draft = read(f"Velkomst\n{part}\n\nTema 1: Budget\n{part}\n\nTema 2: Plan\n{part}\n\nPraktisk\n{part}\n")
    assert headings(draft) == [(None, "Velkomst"), ("Tema 1", "Budget"), ("Tema 2", "Plan"), (None, "Praktisk")]


def test_short_lines_that_come_back_without_room_around_them_are_labels():
    part = (
        "\nBudgettet falder med 2 procent.\nRådets ord\nRådet er imod.\nVejen frem\n- Ida Vester skriver et brev.\n\n"
    )
    draft = read(f"Sag A – Budget{part}Sag B – Plan{part}")
    assert [labels(item) for item in draft.items] == [[None, "Rådets ord", "Vejen frem"]] * 2


def test_english_labels_are_labels():
    part = "\nStatus\nPlanen er klar.\nDiscussion\nAlle var enige.\nDecision\nPlanen er godkendt.\n"
    part += "Action points\n- Brev\n\n"
    draft = read(f"Item 1 Budget{part}Item 2 Plan{part}")
    assert labels(draft.items[1]) == ["Status", "Discussion", "Decision", "Action points"]
    assert draft.items[1].of_kind(SectionKind.DECISION)[0].blocks[0].text == "Planen er godkendt."


def test_a_label_beside_its_text_is_a_label_in_a_single_row_too():
    draft = read(
        "1. Velkomst\nTil beslutning\nBeslutning\tGodkendt.\n\n2. Plan\nIndstilling\tDet indstilles.\nBeslutning\tJa.\n"
    )
    assert [labels(item) for item in draft.items] == [["Beslutning"], ["Indstilling", "Beslutning"]]
    assert draft.items[0].treatment is Treatment.DECISION


def test_rows_whose_last_cells_are_empty_belong_to_their_table():
    rows = "Medlem\tSvar\tNote\nIda Vester\tJa\tHusk frist\nErik Dam\tJa\nBodil Krogh\tNej\tFor dyrt\n"
    draft = read(f"Sag A – Budget\nSvar\n{rows}\nSag B – Plan\nSvar\nAlle var enige.\n")
    tables = [block.table for block in draft.items[0].sections[0].blocks if block.table is not None]
    assert [len(table.rows) for table in tables] == [4]


def test_parts_counted_with_letters_belong_to_their_item():
    draft = read(
        "1. Valg\nRådet vælger sine udvalg.\n\n1.a Miljøudvalget\nBeslutning: Ida Vester.\n\n"
        "1.b Havneudvalget\nBeslutning: Erik Dam.\n\n2. Plan\nBeslutning: Godkendt.\n"
    )
    assert [item.figure for item in draft.items] == ["1", "2"]
    assert [child.number for child in draft.items[0].children] == ["1.a", "1.b"]


def test_minutes_in_which_nothing_shows_an_item_are_one_item_with_a_doubt():
    draft = read("Rådet drøftede havnen og var enigt om at bevare den.\nIda Vester skriver til kommunen i uge 9.\n")
    assert len(draft.items) == 1
    assert not draft.unplaced
    assert [block.text for block in draft.items[0].sections[0].blocks] == [
        "Rådet drøftede havnen og var enigt om at bevare den.",
        "Ida Vester skriver til kommunen i uge 9.",
    ]
    assert "style.unknown" in {doubt.code for doubt in draft.doubts}


def test_a_single_case_without_a_heading_word_has_its_sections():
    draft = read(
        "Salg af Klitved Havn\n\nIndstilling\n\nDet indstilles, at havnen sælges.\n\nBeslutning\n\nGodkendt.\n"
    )
    assert headings(draft) == [(None, "Salg af Klitved Havn")]
    assert labels(draft.items[0]) == ["Indstilling", "Beslutning"]


def test_a_rule_named_in_a_sentence_is_no_item():
    draft = read("1. Havn\nSagen følger loven.\n\n§ 17 om udvalg blev læst op, og den gælder.\n\n2. Plan\nGodkendt.\n")
    assert [item.figure for item in draft.items] == ["1", "2"]


def test_what_was_said_of_a_recommendation_is_no_part_of_it():
    proposed = "Indstilling: Sekretariatet indstiller, at rådet vælger Klitved Havn."
    draft = read(
        f"1. Havn\nDer er to havne.\n{proposed}\nIda Vester spurgte til prisen.\nKonklusion: Rådet er enigt.\n\n"
        "2. Plan\nPlanen er klar.\nKonklusion: Godkendt.\n"
    )
    assert labels(draft.items[0]) == [None, "Indstilling", None, "Konklusion"]
    assert len(draft.items[0].sections[1].blocks) == 1


def test_a_border_round_a_decision_ends_it():
    source = source_of_text(f"{HEAD}1. Havn\nKonklusion:\nHavnen sælges.\nIda Vester var glad.\n\n2. Plan\nGodkendt.\n")
    boxed = {"Konklusion:", "Havnen sælges."}
    drawn = tuple(replace(one, boxed=one.text in boxed, whole=True) for one in source.paragraphs)
    draft = draft_of(replace(source, paragraphs=drawn))
    assert labels(draft.items[0]) == ["Konklusion", None]
    assert draft.items[0].sections[1].blocks[0].text == "Ida Vester var glad."


def test_a_heading_alone_in_an_item_without_labels_is_a_sub_heading(tmp_path):
    document = Document()
    document.add_heading("Referat af møde i Sundhedsråd Østfjord den 4. februar 2027", 0)
    for number in (1, 2):
        document.add_heading(f"{number}) Sag nummer {number}", 1)
        document.add_paragraph("Sagen er forberedt af sekretariatet.")
        document.add_heading("Indstilling", 2)
        document.add_paragraph("Det indstilles, at sagen drøftes.")
        document.add_heading("Referat", 2)
        document.add_paragraph("Sagen blev drøftet.")
    document.add_heading("3) Gensidig orientering", 1)
    document.add_heading("Nyt fra regionen", 2)
    document.add_paragraph("Merete Aaby orienterede om den nye aftale.")
    document.save(tmp_path / "a.docx")
    (section,) = read_draft(tmp_path / "a.docx").items[2].sections
    assert section.label is None
    assert [block.kind for block in section.blocks] == [BlockKind.SUBHEADING, BlockKind.PARAGRAPH]
