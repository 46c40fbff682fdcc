"""Item "three" of the small archive with a recommendation of numbered points, in a house that names them."""

from dataclasses import replace

from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import BlockKind, Outcome, PointsForm, SectionKind
from referatdesk.domain.decisions import PointOutcome
from referatdesk.domain.richtext import paragraph
from referatdesk.services.decision import decisions
from referatdesk.services.item import texts
from referatdesk.services.item.points import points_of

ITEM = "three"
DECISION = "three-dec"


def recommend(records, count=3, form=PointsForm.SENTENCE, kind=BlockKind.NUMBERED):
    style = records.get(HouseStyle, "style")
    if style.points_form is not form:
        records.apply([Pair(style, replace(style, points_form=form))])
    lines = [paragraph(f"at del {number} af budgettet godkendes", kind) for number in range(1, count + 1)]
    records.apply(texts.set_blocks(records, ITEM, "three-rec", lines).pairs)


def points(records):
    return [point.id for point in points_of(records, ITEM)]


def settle(records, place, outcome):
    records.apply(decisions.set_point_outcome(records, points(records)[place - 1], outcome).pairs)


def settle_all(records, *outcomes):
    for place, outcome in enumerate(outcomes, start=1):
        settle(records, place, outcome)


def say_further(records, place, words):
    records.apply(decisions.set_point_addition(records, points(records)[place - 1], words).pairs)


def write(records, *lines):
    records.apply(texts.set_blocks(records, ITEM, DECISION, [paragraph(words) for words in lines]).pairs)


def written(records, kind=SectionKind.DECISION):
    return [block.text for block in records.text(ITEM).of_kind(kind)[0].blocks]


def outcomes(records):
    rows = {one.point_id: one.outcome for one in records.all(PointOutcome) if one.item_id == ITEM}
    return [rows.get(point) for point in points(records)]


GODKENDT, UDSAT = Outcome.APPROVED, Outcome.POSTPONED
