"""Bringing back what an item said: a sentence, a paragraph, or all of it."""

from dataclasses import replace

import pytest

from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import DecisionBasis, Outcome
from referatdesk.domain.decisions import Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.richtext import Block, Cell, Run, Table, plain_text
from referatdesk.services.decision import decisions
from referatdesk.services.item import texts
from referatdesk.services.rewind.recalling import bring_all, bring_block, bring_sentence, sentence_at
from referatdesk.services.rewind.rewinding import Version
from referatdesk.storage.journal import Act
from tests.services.fictional_archive import line

PLAN = "Rådet godkendte planen. Sagen tages op igen til maj. Ida Vester følger op."


def text_of(records, *blocks):
    """The item's text if its decision held these lines."""
    now = records.text("two")
    sections = tuple(replace(one, blocks=blocks) if one.id == "two-dec" else one for one in now.sections)
    return replace(now, sections=sections)


def set_now(records, apply, *words):
    blocks = tuple(line(f"b{place}", text) for place, text in enumerate(words))
    apply(records, texts.set_blocks(records, "two", "two-dec", blocks))


def decision_now(records):
    return plain_text(records.text("two").section("two-dec").blocks)


@pytest.mark.parametrize(
    ("now", "wanted", "became"),
    [
        ("Rådet godkendte planen. Ida Vester følger op.", "Sagen", PLAN),
        ("Rådet godkendte planen. Sagen tages op igen til juni. Ida Vester følger op.", "Sagen", PLAN),
        ("Ida Vester følger op.", "Rådet", "Rådet godkendte planen. Ida Vester følger op."),
        ("Rådet godkendte planen.", "Ida", "Rådet godkendte planen. Ida Vester følger op."),
        ("Noget helt andet.", "Rådet", "Noget helt andet. Rådet godkendte planen."),
        (PLAN, "Sagen", PLAN),
        (
            "Rådet godkendte planen for det nære sundhedsvæsen.",
            "Rådet",
            "Rådet godkendte planen for det nære sundhedsvæsen.",
        ),
        ("", "Sagen", "Sagen tages op igen til maj."),
    ],
)
def test_a_sentence_comes_back_to_its_place_or_in_place_of_what_became_of_it(records, apply, now, wanted, became):
    then = text_of(records, line("b0", PLAN))
    set_now(records, apply, now)
    apply(records, bring_sentence(records, then, "two-dec", "b0", PLAN.index(wanted) + 2))
    assert decision_now(records) == became


def test_a_sentence_of_a_paragraph_that_is_gone_stands_after_the_one_it_followed(records, apply):
    then = text_of(records, line("b0", "Indledning."), line("gone", PLAN))
    set_now(records, apply, "Indledning.", "Slutning.")
    apply(records, bring_sentence(records, then, "two-dec", "gone", 3))
    assert decision_now(records) == "Indledning.\nRådet godkendte planen.\nSlutning."


def test_a_sentence_keeps_its_form(records, apply):
    bold = Block(id="b0", runs=(Run("Et. "), Run("To", bold=True), Run(" ord.")))
    then = text_of(records, bold)
    set_now(records, apply, "Et.")
    apply(records, bring_sentence(records, then, "two-dec", "b0", 6))
    assert records.text("two").section("two-dec").blocks[0].runs == bold.runs


def test_a_paragraph_comes_back_whole(records, apply):
    then = text_of(records, line("b0", PLAN), line("b1", "Andet."))
    set_now(records, apply, "Kort.", "Andet, rettet.")
    apply(records, bring_block(records, then, "two-dec", "b0"))
    assert decision_now(records) == f"{PLAN}\nAndet, rettet."


def test_a_table_comes_back_whole_wherever_in_it_the_caret_is(records, apply):
    table = Block(id="t", table=Table(rows=((Cell((line("c", "Celle."),)),),)))
    then = text_of(records, table)
    set_now(records, apply, "Kort.")
    apply(records, bring_sentence(records, then, "two-dec", "t", 0))
    assert "Celle." in decision_now(records)


def test_a_block_whose_id_stands_elsewhere_by_now_gets_another(records, apply):
    then = text_of(records, line("two-p1", "Flyttet."))
    set_now(records, apply, "Kort.")
    apply(records, bring_block(records, then, "two-dec", "two-p1"))
    ids = [block.id for section in records.text("two").sections for block in section.blocks]
    assert len(ids) == len(set(ids))
    assert "Flyttet." in decision_now(records)


def test_a_section_that_was_taken_away_comes_back_at_its_place(records, apply):
    then = text_of(records, line("b0", PLAN))
    apply(records, texts.remove_section(records, "two", "two-dec"))
    apply(records, bring_sentence(records, then, "two-dec", "b0", 0))
    assert [section.id for section in records.text("two").sections] == ["two-case", "two-rec", "two-dec", "two-att"]
    assert decision_now(records) == "Rådet godkendte planen."


def as_version(records):
    own = [one for one in records.all(PointOutcome) if one.item_id == "two"]
    said = [one for one in records.all(Decision) if one.item_id == "two"]
    return Version(None, Act.DO, "", records.text("two"), tuple(said), tuple(own))


def test_all_of_it_comes_back_with_what_was_decided(records, apply):
    version = as_version(records)
    set_now(records, apply, "Udsat.")
    apply(records, decisions.set_outcome(records, "two", Outcome.POSTPONED))
    apply(records, decisions.set_point_outcome(records, "point-1", None))
    apply(records, bring_all(records, version))
    assert records.text("two") == version.text
    assert records.get(Decision, "decision").outcome is Outcome.APPROVED
    assert records.get(PointOutcome, "outcome").outcome is Outcome.APPROVED


def test_all_of_it_comes_back_with_what_was_said_further_and_stays_read_aloud(records, apply):
    decision = records.get(Decision, "decision")
    then = replace(decision, conditions="idet midlerne findes", basis=DecisionBasis.NO_VOTE)
    version = replace(as_version(records), decisions=(then,))
    records.apply([Pair(decision, replace(decision, read_aloud_at="13:21", read_aloud_text="Godkendt."))])
    apply(records, bring_all(records, version))
    assert records.get(Decision, "decision") == replace(then, read_aloud_at="13:21", read_aloud_text="Godkendt.")


def test_points_follow_the_recommendation_that_comes_back(records, apply):
    version = as_version(records)
    lead = version.text.section("two-rec").blocks[:1]
    apply(records, texts.set_blocks(records, "two", "two-rec", lead))
    apply(records, bring_all(records, version))
    blocks = [one.block_id for one in records.all(RecommendationPoint) if one.item_id == "two"]
    assert blocks == ["two-p1", "two-p2"]


def test_a_section_that_has_come_since_stays_and_is_empty(records, apply):
    version = as_version(records)
    shorter = tuple(one for one in version.text.sections if one.id != "two-case")
    apply(records, texts.set_blocks(records, "two", "two-case", (line("new", "Nyt."),)))
    apply(records, bring_all(records, replace(version, text=replace(version.text, sections=shorter))))
    assert records.text("two").section("two-case").blocks == ()


def test_what_stands_there_already_changes_nothing(records):
    assert not bring_all(records, as_version(records))
    assert not bring_block(records, records.text("two"), "two-dec", "two-decided")


def test_the_sentence_at_a_place():
    block = line("b", PLAN)
    assert sentence_at(block, 0).text == "Rådet godkendte planen."
    assert sentence_at(block, PLAN.index("Sagen")).text == "Sagen tages op igen til maj."
    assert sentence_at(block, len(PLAN)).text == "Ida Vester følger op."
    assert sentence_at(line("b", " "), 0) is None
