from dataclasses import replace

import pytest

from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.decisions import Decision, FollowUp, MoneyAmount, PointOutcome, RecommendationPoint, Statement
from referatdesk.domain.richtext import Block, Run, plain_runs, plain_text
from referatdesk.services.item import texts
from referatdesk.services.item.points import points_of


def bullet(block_id, text):
    return Block(id=block_id, kind=BlockKind.BULLET, runs=plain_runs(text))


def kinds(records, item_id):
    return [section.kind for section in records.text(item_id).sections]


def write(records, apply, *blocks, section="two-rec"):
    return apply(records, texts.set_blocks(records, "two", section, blocks))


def test_what_is_written_is_kept_in_its_one_form(records, apply):
    split = Block(id="b", runs=(Run("Rådet "), Run(""), Run("drøftede"), Run(" sagen", bold=True)))
    write(records, apply, split, section="two-case")
    assert records.text("two").section("two-case").blocks[0].runs == (Run("Rådet drøftede"), Run(" sagen", bold=True))


def test_writing_the_same_again_is_an_empty_change(records):
    blocks = records.text("two").section("two-dec").blocks
    assert not texts.set_blocks(records, "two", "two-dec", blocks, step="visit")


def test_the_typing_of_one_visit_carries_one_step(records):
    change = texts.set_blocks(records, "two", "two-dec", [bullet("b", "Udsat.")], step="visit-7")
    assert (change.label, change.step, change.subject) == ("text.edit", "visit-7", "Lægehus i Egeby")


def test_a_new_bullet_of_the_recommendation_is_a_new_point(records, apply):
    old = records.text("two").section("two-rec").blocks
    write(records, apply, *old[:2], bullet("new", "Hører borgerne"), old[2])
    assert [point.block_id for point in points_of(records, "two")] == ["two-p1", "new", "two-p2"]
    assert [point.sort for point in points_of(records, "two")] == [0, 1, 2]


def test_a_point_that_is_reworded_stays_the_same_point(records, apply):
    old = records.text("two").section("two-rec").blocks
    write(records, apply, old[0], bullet("two-p1", "Godkender planen med ændringer"), old[2])
    assert records.get(RecommendationPoint, "point-1").block_id == "two-p1"
    assert records.get(PointOutcome, "outcome").point_id == "point-1"


def test_a_point_whose_words_are_gone_takes_its_outcome_along(records, apply):
    old = records.text("two").section("two-rec").blocks
    write(records, apply, old[0], old[2])
    assert [point.id for point in points_of(records, "two")] == ["point-2"]
    assert records.find(PointOutcome, "outcome") is None


def test_writing_elsewhere_leaves_the_points_alone(records, apply):
    change = write(records, apply, bullet("b", "En kugle"), section="two-dec")
    assert len(change.pairs) == 1


def test_an_amount_goes_with_the_words_that_named_it(records, apply):
    old = records.text("two").section("two-rec").blocks
    write(records, apply, *old[:2])
    assert records.find(MoneyAmount, "amount") is None


def test_a_section_that_is_there_is_found(records):
    change, section_id = texts.ensure_section(records, "two", SectionKind.DECISION)
    assert not change
    assert section_id == "two-dec"


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        (SectionKind.SUMMARY, 0),
        (SectionKind.CLIMATE, 1),
        (SectionKind.ECONOMY, 1),
        (SectionKind.MINUTES, 3),
        (SectionKind.ABSENTEES, 4),
        (SectionKind.OTHER, 4),
    ],
)
def test_a_missing_section_comes_where_the_house_prints_it(records, apply, kind, place):
    change, section_id = texts.ensure_section(records, "two", kind)
    apply(records, change)
    assert kinds(records, "two").index(kind) == place
    assert records.text("two").section(section_id).kind is kind


def test_a_missing_section_has_the_label_of_the_house(records, apply):
    change, section_id = texts.ensure_section(records, "two", SectionKind.SUMMARY)
    apply(records, change)
    assert records.text("two").section(section_id).label == "Resumé"


def test_in_a_house_without_styles_of_sections_a_section_is_simply_added(records, apply):
    style = records.get(HouseStyle, "style")
    records.apply([Pair(style, replace(style, sections=()))])
    change, _ = texts.ensure_section(records, "two", SectionKind.SUMMARY)
    apply(records, change)
    assert SectionKind.SUMMARY in kinds(records, "two")


def test_a_section_is_renamed_and_blank_prints_no_label(records, apply):
    apply(records, texts.rename_section(records, "two", "two-case", "Baggrund"))
    assert records.text("two").section("two-case").label == "Baggrund"
    apply(records, texts.rename_section(records, "two", "two-case", "  "))
    assert records.text("two").section("two-case").label is None


def test_a_section_moves_among_the_others(records, apply):
    apply(records, texts.move_section(records, "two", "two-att", 0))
    assert [section.id for section in records.text("two").sections] == ["two-att", "two-case", "two-rec", "two-dec"]
    assert not texts.move_section(records, "two", "two-dec", 99)


def test_a_decision_goes_with_its_section_but_promises_and_dissent_stay(records, apply):
    apply(records, texts.remove_section(records, "two", "two-dec"))
    assert records.find(Decision, "decision") is None
    assert records.get(FollowUp, "promise").decision_id is None
    assert records.get(Statement, "statement").text == "Merete Aaby ønskede en anden plan."


def test_points_go_with_the_section_of_the_recommendation(records, apply):
    apply(records, texts.remove_section(records, "two", "two-rec"))
    assert points_of(records, "two") == []


def test_text_in_cells_is_kept_in_its_one_form_too(records, apply):
    blocks = records.text("two").section("two-dec").blocks
    write(records, apply, *blocks, bullet("b", ""), section="two-dec")
    assert plain_text(records.text("two").section("two-dec").blocks) == "Godkendt.\n"


def test_a_section_that_is_not_there_is_a_mistake_of_ours(records):
    with pytest.raises(LookupError):
        texts.set_blocks(records, "two", "nowhere", ())
