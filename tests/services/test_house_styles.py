import pytest

from referatdesk.domain.codes import SectionKind
from referatdesk.services.board.house_styles import builtin_style, builtin_styles
from referatdesk.services.board.kinds import board_kind, board_kinds


def test_every_built_in_style_is_found_by_its_slug():
    styles = builtin_styles()
    assert "sagsfremstilling" in {style.id for style in styles}
    assert all(builtin_style(style.id) == style for style in styles)


def test_a_built_in_style_has_a_name_a_template_and_sections_of_different_kinds():
    for style in builtin_styles():
        kinds = [form.kind for form in style.sections]
        assert style.name
        assert style.template
        assert len(kinds) == len(set(kinds))
        assert style.decision_kind in kinds


def test_the_style_of_case_presentations_prints_its_labels_in_order():
    style = builtin_style("sagsfremstilling")
    assert [(form.kind, form.label) for form in style.sections if form.standard][:2] == [
        (SectionKind.SUMMARY, "Resumé"),
        (SectionKind.CASE_TEXT, "Sagsfremstilling"),
    ]
    assert style.form(SectionKind.DECISION).label == "Beslutning i {board} den {date}"


@pytest.mark.parametrize("slug", ["findes-ikke", "../board_kinds"])
def test_no_style_is_made_up(slug):
    with pytest.raises(LookupError):
        builtin_style(slug)


def test_every_kind_of_board_has_a_name_in_both_languages():
    for kind in board_kinds():
        assert kind.name("da_DK") == kind.danish != ""
        assert kind.name("en") == kind.english != ""
    assert len({kind.code for kind in board_kinds()}) == len(board_kinds())


def test_a_kind_that_the_law_did_away_with_is_any_other_board():
    assert board_kind("health_council").danish == "Sundhedsråd"
    assert board_kind("amt").code == "other"
