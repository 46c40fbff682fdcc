from dataclasses import replace

import pytest

from referatdesk.domain.boards import Board, HouseStyle, Membership, Person, SectionForm, StandingItem
from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import LegalBasis, SectionKind
from referatdesk.domain.writing import Snippet
from referatdesk.services.board import boards
from referatdesk.services.board.house_styles import builtin_style
from referatdesk.services.board.kinds import board_kinds
from referatdesk.services.errors import UserError

STYLE = "sagsfremstilling"


def create(records, apply, name="Sundhedsråd Klitkysten"):
    change, board_id = boards.create_board(records, name, kind="health_council", style_slug=STYLE)
    apply(records, change)
    return records.get(Board, board_id)


def test_a_new_board_has_its_kind_and_a_house_style_of_the_archive(archive, apply):
    board = create(archive, apply)
    style = archive.get(HouseStyle, board.house_style_id)
    assert (board.name, board.kind, board.legal_basis) == (
        "Sundhedsråd Klitkysten",
        "health_council",
        LegalBasis.HEALTH_ACT,
    )
    assert replace(style, id=STYLE) == builtin_style(STYLE)
    assert style.id != STYLE


def test_two_boards_in_one_unedited_style_share_it(archive, apply):
    assert create(archive, apply).house_style_id == create(archive, apply, "Styregruppe Nord").house_style_id


def test_a_style_that_was_edited_is_not_given_to_a_new_board(archive, apply):
    first = create(archive, apply)
    apply(archive, boards.edit_style(archive, first.house_style_id, contents=not builtin_style(STYLE).contents))
    assert create(archive, apply, "Styregruppe Nord").house_style_id != first.house_style_id


def test_a_style_nobody_made_cannot_be_chosen(archive):
    with pytest.raises(LookupError):
        boards.create_board(archive, "Sundhedsråd Klitkysten", style_slug="findes-ikke")


def test_a_board_is_renamed(archive, apply):
    apply(archive, boards.edit_board(archive, "board", name="Sundhedsråd Vestfjord", quorum=4))
    assert (archive.get(Board, "board").name, archive.get(Board, "board").quorum) == ("Sundhedsråd Vestfjord", 4)


def test_a_board_with_meetings_cannot_be_removed(archive):
    with pytest.raises(UserError) as caught:
        boards.remove_board(archive, "board", has_meetings=True)
    assert (caught.value.code, caught.value.data) == ("board.has_meetings", {"board": "Sundhedsråd Østfjord"})


def test_a_removed_board_takes_its_seats_standing_items_phrases_and_style_along(archive, apply):
    apply(archive, boards.remove_board(archive, "board", has_meetings=False))
    assert not any(archive.all(kind) for kind in (Board, Membership, StandingItem, HouseStyle))
    assert len(archive.all(Person)) == 3
    assert [phrase.id for phrase in archive.all(Snippet)] == ["short"]


def test_a_style_that_another_board_prints_in_stays(archive, apply):
    other = replace(archive.get(Board, "board"), id="other", name="Styregruppe Nord")
    archive.apply([Pair(None, other)])
    apply(archive, boards.remove_board(archive, "board", has_meetings=False))
    assert archive.find(HouseStyle, "style")
    assert archive.find(Board, "other")


def test_a_label_of_the_style_is_edited_where_it_stands(archive, apply):
    apply(archive, boards.edit_section_form(archive, "style", SectionKind.RECOMMENDATION, label="Forslag"))
    style = archive.get(HouseStyle, "style")
    assert style.form(SectionKind.RECOMMENDATION) == SectionForm(SectionKind.RECOMMENDATION, "Forslag", colon=True)
    assert [form.kind for form in style.sections][3] is SectionKind.RECOMMENDATION


def test_a_kind_the_style_did_not_print_is_added_last(archive, apply):
    apply(archive, boards.edit_section_form(archive, "style", SectionKind.ECONOMY, label="Økonomi"))
    assert archive.get(HouseStyle, "style").sections[-1] == SectionForm(SectionKind.ECONOMY, "Økonomi")


def test_the_chair_decides_no_tie_on_a_board_under_an_act():
    under_an_act = {LegalBasis.LOCAL_GOVERNMENT_ACT, LegalBasis.REGIONS_ACT, LegalBasis.HEALTH_ACT}
    assert [kind.code for kind in board_kinds() if kind.casting_vote and kind.legal_basis in under_an_act] == []
