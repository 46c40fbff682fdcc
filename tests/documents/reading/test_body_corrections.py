"""The user's word on a line, and what a board's earlier papers taught: what is said of one holds for its like."""

import pytest

from referatdesk.documents.reading.formats.text_file import source_of_text
from referatdesk.documents.reading.parts import Correction, Habit, Part
from referatdesk.documents.reading.reader import draft_of
from referatdesk.domain.codes import BlockKind, SectionKind

TEXT = """Referat af møde i Sundhedsråd Østfjord den 4. februar 2027
1. Budget
Beslutning
Budgettet
blev drøftet af alle.
2. Plan
Status
Planen er klar.
Beslutning
Godkendt.
"""


def read(corrections=None, habits=(), text=TEXT):
    return draft_of(source_of_text(text), corrections, habits)


def test_a_line_said_to_be_text_opens_no_item():
    draft = read({6: Correction(Part.TEXT)})
    assert [item.title for item in draft.items] == ["Budget"]
    assert "Plan" in " ".join(block.text for section in draft.items[0].sections for block in section.blocks)


def test_a_line_said_to_open_an_item_opens_one_and_so_do_lines_like_it():
    text = TEXT.replace("1. Budget", "Første sag").replace("2. Plan", "Anden sag")
    draft = read({2: Correction(Part.ITEM), 6: Correction(Part.ITEM)}, text=text)
    assert [item.title for item in draft.items] == ["Første sag", "Anden sag"]


def test_a_line_said_to_be_a_part_stands_below_the_item_above():
    draft = read({6: Correction(Part.SUBITEM)})
    assert [child.title for child in draft.items[0].children] == ["Plan"]


def test_a_line_said_to_be_a_label_opens_a_section_of_its_kind():
    draft = read({7: Correction(Part.LABEL, SectionKind.BACKGROUND)})
    assert (draft.items[1].sections[0].label, draft.items[1].sections[0].kind) == ("Status", SectionKind.BACKGROUND)


def test_a_label_said_to_be_text_opens_nothing():
    draft = read({9: Correction(Part.TEXT)})
    assert [section.label for section in draft.items[1].sections] == ["Status"]
    assert draft.items[1].sections[0].blocks[-1].text == "Godkendt."


def test_a_line_said_to_go_on_is_joined_to_the_line_above():
    draft = read({5: Correction(Part.TEXT, joined=True)})
    assert [block.text for block in draft.items[0].sections[0].blocks] == ["Budgettet blev drøftet af alle."]


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        (Part.DECISION, SectionKind.DECISION),
        (Part.POINT, SectionKind.RECOMMENDATION),
        (Part.ATTACHMENT, SectionKind.ATTACHMENTS),
    ],
)
def test_a_line_said_to_be_of_a_kind_opens_a_section_of_it(part, kind):
    draft = read({8: Correction(part)})
    assert kind in [section.kind for section in draft.items[1].sections]


def test_a_line_said_to_be_a_quotation_is_kept_as_one():
    blocks = read({8: Correction(Part.QUOTE)}).items[1].sections[0].blocks
    assert [block.kind for block in blocks if block.text == "Planen er klar."] == [BlockKind.QUOTE]


def test_a_line_left_out_stands_nowhere_and_is_known_as_such():
    draft = read({8: Correction(Part.LEFT_OUT)})
    assert "Planen er klar." not in str(draft.items)
    assert draft.parts[8] is Part.LEFT_OUT


def test_a_line_said_to_be_of_the_head_or_the_end_goes_there():
    draft = read({8: Correction(Part.HEAD), 10: Correction(Part.SIGN_OFF)})
    assert "Planen er klar." in [line.value for line in draft.head.lines]
    assert draft.head.sign_off == "Godkendt."


def test_a_line_said_to_fit_nowhere_is_kept_unplaced():
    assert [block.text for block in read({8: Correction(Part.UNPLACED)}).unplaced] == ["Planen er klar."]


def test_a_theme_is_one_by_the_users_word():
    draft = read({6: Correction(Part.THEME)})
    assert [theme.title for theme in draft.themes] == ["2. Plan"]


def test_what_was_corrected_for_a_board_holds_for_its_next_paper():
    draft = read(habits=[Habit("status:", Part.LABEL, SectionKind.BACKGROUND)])
    assert draft.items[1].sections[0].kind is SectionKind.BACKGROUND


def test_the_users_word_goes_before_a_habit():
    draft = read({7: Correction(Part.TEXT)}, [Habit("Status", Part.LABEL, SectionKind.BACKGROUND)])
    assert SectionKind.BACKGROUND not in [section.kind for section in draft.items[1].sections]


def test_every_line_is_taken_for_something():
    lines = [number for number, line in enumerate(TEXT.split("\n"), start=1) if line]
    assert set(lines) <= set(read().parts)


def test_what_a_theme_without_items_leaves_below_it_is_kept_and_asked_about():
    more = "3. Høring\nBeslutning\nGodkendt.\n4. Eventuelt\nBeslutning\nIntet.\n"
    draft = read({2: Correction(Part.THEME)}, text=TEXT + more)
    assert [item.title for item in draft.items] == ["Plan", "Høring", "Eventuelt"]
    assert [block.text for block in draft.unplaced] == ["Beslutning", "Budgettet", "blev drøftet af alle."]
    assert [doubt.code for doubt in draft.doubts].count("text.unread") == 3
    assert draft.parts[3] is Part.UNPLACED
