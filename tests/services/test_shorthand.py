"""A line of shorthand and what it asks for, as a table."""

import pytest

from referatdesk.domain.codes import Outcome, Precision
from referatdesk.domain.writing import Snippet
from referatdesk.services.presence.gestures import Gesture
from referatdesk.services.writing.shorthand import (
    Fault,
    GoTo,
    NextItem,
    OpenVote,
    Points,
    Presence,
    Promised,
    PutIn,
    Scene,
    Someone,
    read,
)

AKSEL = Someone("1", "Aksel Ravn Lund")
MERETE = Someone("2", "Merete Aaby", "MAA")
SANNE = Someone("3", "Sanne Brix")
SIMON = Someone("4", "Simon Bille")
GOD = Snippet(id="g", short="god", text="Godkendt.")
SCENE = Scene(
    people=(AKSEL, MERETE, SANNE, SIMON),
    points=("p1", "p2", "p3"),
    items={"1": "i1", "5": "i5", "5.1": "i51"},
    phrases=(GOD,),
    day="2027-02-04",
)


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("+ma", Presence(Gesture.HERE, (MERETE,))),
        ("+maa", Presence(Gesture.HERE, (MERETE,))),
        ("+ arl", Presence(Gesture.HERE, (AKSEL,))),
        ("+al", Presence(Gesture.HERE, (AKSEL,))),
        ("+aks", Presence(Gesture.HERE, (AKSEL,))),
        ("+lund", Presence(Gesture.HERE, (AKSEL,))),
        ("+Merete Aaby", Presence(Gesture.HERE, (MERETE,))),
        ("+ma al", Presence(Gesture.HERE, (MERETE, AKSEL))),
        ("+ma, ma", Presence(Gesture.HERE, (MERETE,))),
        ("-sanne", Presence(Gesture.LEFT, (SANNE,))),
        ("–simon", Presence(Gesture.LEFT, (SIMON,))),
        ("-sanne 14.10", Presence(Gesture.LEFT, (SANNE,), "14:10")),
        ("+ma, al kl. 9:05", Presence(Gesture.HERE, (MERETE, AKSEL), "09:05")),
        ("a ma", Presence(Gesture.EXCUSED, (MERETE,))),
        ("i brix", Presence(Gesture.DISQUALIFIED, (SANNE,))),
        ("u al", Presence(Gesture.STAYED_AWAY, (AKSEL,))),
        ("f al", Presence(Gesture.REMOTE, (AKSEL,))),
        ("!3", Points((3,), Outcome.APPROVED)),
        ("!", Points((1, 2, 3), Outcome.APPROVED, all=True)),
        ("! u", Points((1, 2, 3), Outcome.POSTPONED, all=True)),
        ("!1,2 u", Points((1, 2), Outcome.POSTPONED)),
        ("!1-2", Points((1, 2), Outcome.APPROVED)),
        ("!1 3 d", Points((1, 3), Outcome.DISCUSSED)),
        ("!2e", Points((2,), Outcome.NOTED)),
        ("!2æ", Points((2,), Outcome.APPROVED_CHANGED)),
        ("!2 i", Points((2,), Outcome.REJECTED)),
        (">", NextItem()),
        (">5", GoTo("5", "i5")),
        ("> 5.1", GoTo("5.1", "i51")),
        ("v", OpenVote()),
        ("V", OpenVote()),
        ("p god", PutIn(GOD)),
        ("p g", PutIn(GOD)),
    ],
)
def test_a_line_is_an_order(line, order):
    assert read(line, SCENE) == order


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("", Fault("empty")),
        ("+", Fault("person.missing")),
        ("a", Fault("person.missing")),
        ("@", Fault("person.missing")),
        ("+sb", Fault("person.several", "Sanne Brix, Simon Bille")),
        ("+ma xx", Fault("person.none", "xx")),
        ("-olga", Fault("person.none", "olga")),
        ("!4", Fault("points.none", "4")),
        ("!1-9", Fault("points.none", "4")),
        ("!0", Fault("points.none", "0")),
        ("!1 q", Fault("points.form", "1 q")),
        ("!3-1", Fault("points.form", "3-1")),
        ("!100-200", Fault("points.form", "100-200")),
        ("!-", Fault("points.form", "-")),
        ("!uu", Fault("points.form", "uu")),
        ("@ma", Fault("promise.missing", "Merete Aaby")),
        ("@ma 1/9", Fault("promise.missing", "Merete Aaby")),
        (">7", Fault("item.none", "7")),
        ("p", Fault("phrase.missing")),
        ("p zz", Fault("phrase.none", "zz")),
        ("hvad", Fault("unknown", "hvad")),
        ("v ma", Fault("vote.alone")),
        ("-sanne 25.10", Fault("person.none", "25.10")),
        ("-xx 14.10", Fault("person.none", "xx")),
        ("q ma", Fault("unknown", "q ma")),
    ],
)
def test_a_line_that_is_none_says_why(line, fault):
    assert read(line, SCENE) == fault


@pytest.mark.parametrize(
    ("line", "text", "due", "precision"),
    [
        ("@ma 1/9 undersøger kørslen", "undersøger kørslen", "2027-09-01", Precision.DAY),
        ("@ma på næste møde: giver status", "giver status", None, Precision.NEXT_MEETING),
        ("@ma næste møde giver status inden 1/9", "giver status inden 1/9", None, Precision.NEXT_MEETING),
        ("@ma 1. september. Giver status", "Giver status", "2027-09-01", Precision.DAY),
        ("@ma efteråret 2027 evaluerer ordningen", "evaluerer ordningen", "2027-23", Precision.SEASON),
        ("@ma 24/7 sender vagtplanen", "sender vagtplanen", "2027-07-24", Precision.DAY),
        ("@ma ser på åbent 24/7 inden 1/9", "ser på åbent 24/7 inden 1/9", "2027-09-01", Precision.DAY),
        ("@merete giver status 1/9", "giver status 1/9", "2027-09-01", Precision.DAY),
    ],
)
def test_a_follow_up_has_somebody_a_time_and_words(line, text, due, precision):
    order = read(line, SCENE)
    assert isinstance(order, Promised)
    assert (order.responsible, order.text) == (MERETE, text)
    assert (order.due.likely, order.due.precision) == (due, precision)


def test_a_follow_up_needs_no_time():
    assert read("@ma undersøger kørslen", SCENE) == Promised(MERETE, None, "undersøger kørslen")


def test_a_point_of_an_item_without_points_is_told_as_such():
    assert read("!1", Scene()) == Fault("points.nowhere")
    assert read("!", Scene()) == Points((), Outcome.APPROVED, all=True)
