"""The words of a decision that follow its ledger, and those that were written by hand."""

from dataclasses import replace

import pytest

from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import BlockKind, ItemKind, Outcome, PointsForm, SectionKind
from referatdesk.domain.decisions import PointOutcome
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.richtext import Run, paragraph
from referatdesk.services.course.course_decisions import withdraw
from referatdesk.services.decision import decisions
from referatdesk.services.decision.following import Following, follow_again, following, has_other_words
from referatdesk.services.item import texts
from tests.services.fictional_archive import everything
from tests.services.recommending import (
    DECISION,
    GODKENDT,
    ITEM,
    UDSAT,
    points,
    recommend,
    say_further,
    settle,
    settle_all,
    write,
    written,
)


@pytest.fixture
def three(records):
    recommend(records)
    return records


def again(records, apply):
    return apply(records, follow_again(records, ITEM))


def test_the_sentence_grows_with_each_point(three):
    told = []
    for place, outcome in enumerate((GODKENDT, GODKENDT, UDSAT), start=1):
        settle(three, place, outcome)
        told.append(written(three))
    assert told == [
        ["Indstilling 1 blev godkendt."],
        ["Indstilling 1 og 2 blev godkendt."],
        ["Indstilling 1 og 2 blev godkendt. Indstilling 3 blev udsat."],
    ]
    assert following(three, ITEM) is Following.FOLLOWS


def test_a_point_that_is_left_open_again_goes_out_of_the_sentence(three):
    settle_all(three, GODKENDT, UDSAT)
    settle(three, 2, None)
    assert written(three) == ["Indstilling 1 blev godkendt."]
    settle(three, 1, None)
    assert written(three) == []
    assert following(three, ITEM) is Following.NOTHING


def test_one_act_approves_every_point_and_writes_the_sentence(three, apply):
    apply(three, decisions.approve_all(three, ITEM))
    assert written(three) == ["Indstillingen blev godkendt."]


def test_an_act_and_its_sentence_are_one_step(three):
    before = everything(three)
    change = decisions.approve_all(three, ITEM)
    three.apply(change.pairs)
    three.apply(change.turned.pairs)
    assert everything(three) == before


def test_lettered_answers_are_a_paragraph_each(records):
    recommend(records, form=PointsForm.LETTERED, kind=BlockKind.LETTERED)
    settle_all(records, GODKENDT, None, UDSAT)
    assert written(records) == ["a) Godkendt.", "c) Udsat."]
    settle(records, 2, GODKENDT)
    assert written(records) == ["a) Godkendt.", "b) Godkendt.", "c) Udsat."]


def test_what_is_written_below_or_behind_the_sentence_is_never_touched(three):
    settle(three, 1, GODKENDT)
    write(three, "Indstilling 1 blev godkendt. Rådet ønsker en status i maj.", "Sanne Brix følger op.")
    assert following(three, ITEM) is Following.FOLLOWS
    settle(three, 2, GODKENDT)
    assert written(three) == [
        "Indstilling 1 og 2 blev godkendt. Rådet ønsker en status i maj.",
        "Sanne Brix følger op.",
    ]
    settle_all(three, None, None)
    assert written(three) == ["Rådet ønsker en status i maj.", "Sanne Brix følger op."]


def test_what_is_written_above_the_sentence_is_never_touched(three):
    settle(three, 1, GODKENDT)
    write(three, "Palle Nørre foreslog en pause.", "Indstilling 1 blev godkendt.")
    settle(three, 2, GODKENDT)
    assert written(three) == ["Palle Nørre foreslog en pause.", "Indstilling 1 og 2 blev godkendt."]


def test_lettered_answers_give_way_and_leave_what_stands_behind_them(records):
    recommend(records, form=PointsForm.LETTERED, kind=BlockKind.LETTERED)
    settle_all(records, GODKENDT, UDSAT)
    write(records, "a) Godkendt.", "b) Udsat. Ida Vester følger op.", "Rådet ønsker en status.")
    settle(records, 2, None)
    assert written(records) == ["a) Godkendt.", "Ida Vester følger op.", "Rådet ønsker en status."]


def test_the_form_of_the_sentence_stays(three):
    settle(three, 1, GODKENDT)
    bold = replace(paragraph(""), runs=(Run("Indstilling 1 blev godkendt.", bold=True),))
    three.apply(texts.set_blocks(three, ITEM, DECISION, [bold]).pairs)
    settle(three, 2, GODKENDT)
    block = three.text(ITEM).section(DECISION).blocks[0]
    assert (block.id, block.runs) == (bold.id, (Run("Indstilling 1 og 2 blev godkendt.", bold=True),))


def test_a_hand_written_sentence_is_left_alone_by_every_later_key(three):
    settle(three, 1, GODKENDT)
    write(three, "Indstilling 1 blev godkendt, idet midlerne findes i 2027.")
    assert following(three, ITEM) is Following.BY_HAND
    settle(three, 2, UDSAT)
    three.apply(decisions.set_outcome(three, ITEM, Outcome.REJECTED).pairs)
    assert written(three) == ["Indstilling 1 blev godkendt, idet midlerne findes i 2027."]


def test_a_sentence_that_was_taken_away_is_not_written(three, apply):
    settle(three, 1, GODKENDT)
    write(three, "")
    assert following(three, ITEM) is Following.UNWRITTEN
    again(three, apply)
    assert written(three) == ["Indstilling 1 blev godkendt."]


def test_linking_again_keeps_the_reason_that_was_typed(three, apply):
    settle_all(three, GODKENDT, GODKENDT, GODKENDT)
    write(three, "Indstillingen blev godkendt, idet midlerne findes fra 1. maj. Sanne Brix følger op.")
    again(three, apply)
    assert written(three) == ["Indstillingen blev godkendt, idet midlerne findes fra 1. maj. Sanne Brix følger op."]
    assert following(three, ITEM) is Following.FOLLOWS
    settle(three, 3, UDSAT)
    assert written(three) == [
        "Indstilling 1 og 2 blev godkendt, idet midlerne findes fra 1. maj. Indstilling 3 blev udsat. "
        "Sanne Brix følger op."
    ]


def test_linking_again_keeps_a_reason_in_the_midst(three, apply):
    settle_all(three, GODKENDT, UDSAT, GODKENDT)
    write(three, "Indstilling 1 og 3 blev godkendt med forbehold for budgettet. Indstilling 2 blev udsat til maj.")
    again(three, apply)
    texts_of = [one.text for one in three.all(PointOutcome) if one.item_id == ITEM]
    assert sorted(texts_of) == ["med forbehold for budgettet", "med forbehold for budgettet", "til maj"]
    assert following(three, ITEM) is Following.FOLLOWS


def test_linking_lettered_answers_again_keeps_what_was_typed_at_each(records, apply):
    recommend(records, form=PointsForm.LETTERED, kind=BlockKind.LETTERED)
    settle_all(records, GODKENDT, UDSAT, GODKENDT)
    write(records, "a) Godkendt.", "b) Udsat til næste møde.", "c) Godkendt.", "Rådet ønsker en status.")
    assert following(records, ITEM) is Following.BY_HAND
    again(records, apply)
    assert following(records, ITEM) is Following.FOLLOWS
    settle(records, 1, UDSAT)
    assert written(records) == ["a) Udsat.", "b) Udsat til næste møde.", "c) Godkendt.", "Rådet ønsker en status."]


def test_linking_again_takes_the_place_of_a_sentence_that_tells_outcomes_alone(three, apply):
    settle_all(three, GODKENDT, GODKENDT, GODKENDT)
    write(three, "Enstemmigt godkendt.", "Sanne Brix følger op.")
    again(three, apply)
    assert written(three) == ["Indstillingen blev godkendt.", "Sanne Brix følger op."]


def test_linking_again_leaves_words_that_tell_more(three, apply):
    settle_all(three, GODKENDT, GODKENDT, GODKENDT)
    write(three, "Rådet glædede sig over planen. Den blev godkendt.")
    again(three, apply)
    assert written(three) == ["Indstillingen blev godkendt.", "Rådet glædede sig over planen. Den blev godkendt."]


@pytest.mark.parametrize(
    "words",
    [
        "Udvalget godkendte indstillingen med bemærkning om, at skolens tag skal efterses.",
        "Klitved Kommune blev valgt som vært, og indstillingen blev godkendt.",
        "Indstillingen blev godkendt med tre stemmer imod.",
    ],
)
def test_linking_again_never_takes_more_away_than_an_outcome(three, apply, words):
    settle_all(three, GODKENDT, UDSAT, GODKENDT)
    write(three, words)
    again(three, apply)
    assert words in written(three)


def test_linking_what_follows_changes_nothing(three):
    settle(three, 1, GODKENDT)
    assert not follow_again(three, ITEM)


def test_linking_where_nothing_is_settled_changes_nothing(three):
    assert not follow_again(three, ITEM)
    assert following(three, ITEM) is Following.NOTHING


def test_minutes_that_tell_the_decision_have_its_sentence_behind_what_was_said(three):
    style = three.get(HouseStyle, "style")
    forms = tuple(
        replace(one, kind=SectionKind.MINUTES, label="Referat") if one.kind is SectionKind.DECISION else one
        for one in style.sections
    )
    text = three.text(ITEM)
    sections = tuple(replace(one, kind=SectionKind.MINUTES) if one.id == DECISION else one for one in text.sections)
    three.apply([Pair(style, replace(style, sections=forms)), Pair(text, replace(text, sections=sections))])
    write(three, "Merete Aaby orienterede om budgettet, som rådet drøftede.")
    three.apply(decisions.approve_all(three, ITEM).pairs)
    assert written(three, SectionKind.MINUTES) == [
        "Merete Aaby orienterede om budgettet, som rådet drøftede.",
        "Indstillingen blev godkendt.",
    ]


def test_what_is_said_further_is_written_and_taken_away_again(three):
    settle_all(three, GODKENDT, Outcome.APPROVED_CHANGED)
    say_further(three, 2, "at fristen er 1. maj")
    assert written(three) == [
        "Indstilling 1 blev godkendt. Indstilling 2 blev godkendt med den ændring, at fristen er 1. maj."
    ]
    say_further(three, 2, "")
    assert written(three) == ["Indstilling 1 blev godkendt. Indstilling 2 blev godkendt med ændringer."]


def test_what_is_said_further_stays_when_the_outcome_changes(three):
    settle_all(three, GODKENDT, GODKENDT)
    say_further(three, 2, "idet midlerne findes")
    settle(three, 2, Outcome.REJECTED)
    assert written(three) == ["Indstilling 1 blev godkendt. Indstilling 2 blev ikke godkendt, idet midlerne findes."]


def test_nothing_further_is_said_of_an_open_point(three):
    assert not decisions.set_point_addition(three, points(three)[0], "idet midlerne findes")


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (ItemKind.APPROVE_AGENDA, "Dagsordenen blev godkendt."),
        (ItemKind.APPROVE_MINUTES, "Referatet blev godkendt."),
        (ItemKind.ITEM, "Godkendt."),
    ],
)
def test_an_item_without_points_says_what_was_approved(records, kind, sentence):
    recommend(records, count=0)
    item = records.get(AgendaItem, ITEM)
    if item.kind is not kind:
        records.apply([Pair(item, replace(item, kind=kind))])
    records.apply(decisions.approve_all(records, ITEM).pairs)
    assert written(records) == [sentence]


def test_a_briefing_is_noted_by_its_name(records):
    recommend(records, count=0)
    line = [paragraph("at orienteringen tages til efterretning", BlockKind.NUMBERED)]
    records.apply(texts.set_blocks(records, ITEM, "three-rec", line).pairs)
    settle(records, 1, Outcome.NOTED)
    assert written(records) == ["Orienteringen blev taget til efterretning."]


def test_the_class_of_the_whole_settles_what_is_open(three):
    settle(three, 3, Outcome.NOTED)
    three.apply(decisions.set_outcome(three, ITEM, UDSAT).pairs)
    assert written(three) == ["Indstilling 1 og 2 blev udsat. Indstilling 3 blev taget til efterretning."]


def test_another_class_of_the_whole_takes_all_points_along_that_went_with_it(three):
    three.apply(decisions.set_outcome(three, ITEM, UDSAT).pairs)
    assert written(three) == ["Sagen blev udsat."]
    three.apply(decisions.set_outcome(three, ITEM, GODKENDT).pairs)
    assert written(three) == ["Indstillingen blev godkendt."]
    three.apply(decisions.set_outcome(three, ITEM, None).pairs)
    assert written(three) == []
    assert len(decisions.open_points(three, ITEM)) == 3


def test_what_the_program_writes_of_a_withdrawn_item_is_not_called_written_by_hand(records, apply):
    apply(records, withdraw(records, ITEM))
    assert written(records) == ["Punktet udgik."]
    assert following(records, ITEM) is Following.NOTHING


def test_words_by_hand_that_stay_beside_the_sentence_are_known(three, apply):
    settle_all(three, GODKENDT, GODKENDT, GODKENDT)
    assert not has_other_words(three, ITEM)
    write(three, "Udvalget ønskede en ny høring inden jul.")
    again(three, apply)
    assert has_other_words(three, ITEM)
