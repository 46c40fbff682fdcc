import pytest

from referatdesk.domain.codes import Outcome, PointsForm
from referatdesk.domain.decisions import PointOutcome
from referatdesk.services.wording.additions import as_addition, fitting, goes_on, joined_on
from referatdesk.services.wording.outcomes import point_words
from referatdesk.services.wording.recommendation import Disposed, Matter, Point, all_told, answer, paragraphs
from tests.services.wording.recommendation_cases import ADDITIONS, POINTS, WHOLES


def disposed(words):
    outcome, _, addition = words.partition(" ")
    return None if outcome == "?" else Disposed(Outcome(outcome), addition or None)


def point(words):
    mark, _, rest = words.partition(" ")
    return Point(None if mark == "-" else mark, disposed(rest))


def printed_of(form, matter, points, whole):
    return list(paragraphs(form, all_told(form, matter, points, whole)))


@pytest.mark.parametrize(("form", "points", "printed"), POINTS)
def test_points_are_told_in_the_houses_form(form, points, printed):
    listed = [point(words) for words in points]
    assert printed_of(PointsForm(form), Matter.RECOMMENDATION, listed, None) == printed


@pytest.mark.parametrize(("form", "matter", "made", "printed"), WHOLES)
def test_the_whole_is_told_in_the_houses_form(form, matter, made, printed):
    assert printed_of(PointsForm(form), Matter[matter], [], disposed(made)) == printed


def test_what_is_said_further_of_the_whole_is_told_where_all_points_agree():
    points = [point("1 approved"), point("2 approved")]
    whole = disposed("approved idet midlerne findes")
    told = printed_of(PointsForm.SENTENCE, Matter.RECOMMENDATION, points, whole)
    assert told == ["Indstillingen blev godkendt, idet midlerne findes."]


def test_points_that_are_all_open_tell_what_was_made_of_the_whole():
    told = printed_of(PointsForm.SENTENCE, Matter.RECOMMENDATION, [point("1 ?"), point("2 ?")], disposed("approved"))
    assert told == ["Indstillingen blev godkendt."]


@pytest.mark.parametrize(("outcome", "typed", "kept"), ADDITIONS)
def test_what_was_typed_goes_on_from_the_outcome(outcome, typed, kept):
    assert as_addition(Outcome(outcome), typed) == kept


@pytest.mark.parametrize("kept", [one[2] for one in ADDITIONS if one[2]])
def test_what_is_kept_is_known_as_what_goes_on(kept):
    assert goes_on(kept) == kept


@pytest.mark.parametrize(
    ("text", "before", "after", "kept"),
    [
        ("idet midlerne findes", Outcome.APPROVED, Outcome.REJECTED, True),
        ("da midlerne findes", Outcome.APPROVED_CHANGED, Outcome.APPROVED, True),
        ("med bemærkningen: Hør rådet først", Outcome.APPROVED, Outcome.NOTED, True),
        ("at fristen er 1. maj", Outcome.APPROVED_CHANGED, Outcome.APPROVED, False),
        ("til næste møde", Outcome.POSTPONED, Outcome.APPROVED, False),
        ("til næste møde", Outcome.POSTPONED, Outcome.REFERRED, False),
        ("til økonomiudvalget", Outcome.REFERRED, Outcome.RETURNED, True),
        ("at sagen venter", Outcome.DECIDED, Outcome.AGREED, True),
        ("at byrådet godkender", Outcome.RECOMMENDED, Outcome.APPROVED, False),
        ("at sagen følges tæt", Outcome.APPROVED, Outcome.RECOMMENDED, False),
        ("Godkendt som indstillet.", Outcome.APPROVED, Outcome.REJECTED, False),
        ("Godkendt som indstillet.", Outcome.APPROVED, Outcome.APPROVED, True),
    ],
)
def test_what_was_said_of_one_outcome_is_kept_of_another_where_it_fits(text, before, after, kept):
    assert fitting(text, before, after) == (text if kept else None)


@pytest.mark.parametrize("read", ["Indstilling 1 blev godkendt.", "Godkendt.", "", None])
def test_a_sentence_that_was_read_is_nothing_that_goes_on(read):
    assert not goes_on(read)


@pytest.mark.parametrize(
    "outcome", [one for one in Outcome if answer(Disposed(one))], ids=lambda outcome: outcome.value
)
def test_an_answer_stands_without_a_full_stop_and_begins_with_a_capital(outcome):
    said = answer(Disposed(outcome))
    assert said[0].isupper()
    assert said[-1].isalpha()


def test_an_outcome_that_says_nothing_by_itself_has_no_answer():
    assert answer(Disposed(Outcome.DECIDED)) == ""
    assert joined_on(Outcome.DECIDED, "at vente") == " at vente"


@pytest.mark.parametrize(
    ("outcome", "text", "printed"),
    [
        (Outcome.APPROVED, None, "Godkendt"),
        (Outcome.APPROVED_CHANGED, "at fristen er 1. maj", "Godkendt med den ændring, at fristen er 1. maj"),
        (Outcome.POSTPONED, "til næste møde", "Udsat til næste møde"),
        (Outcome.APPROVED, "Indstilling 1 blev tiltrådt.", "Indstilling 1 blev tiltrådt."),
        (Outcome.DECIDED, None, "Besluttet"),
        (Outcome.DECIDED, "at sagen venter", "Det blev besluttet, at sagen venter"),
    ],
)
def test_a_point_that_is_printed_by_itself_says_what_became_of_it(outcome, text, printed):
    row = PointOutcome(
        id="row", meeting_id="meeting", item_id="item", decision_id="dec", point_id="point", outcome=outcome, text=text
    )
    assert point_words(row) == printed
