"""The meeting, act by act, with the minute of each."""

from __future__ import annotations

from collections.abc import Iterator

from tests.live import board
from tests.live.acts import Act, Kind, pressed, prose, typed
from tests.live.board import (
    ADDED,
    AGENDA,
    ANY_OTHER,
    BENT,
    BUDGET,
    DORTE,
    ESTATE,
    GERDA,
    HANNE,
    HEARING,
    HOUSE,
    KARL,
    LAST_TIME,
    LONE,
    NEWS,
    NIGHT_DOCTOR,
    NURSING,
    PALLE,
    RECRUITING,
    SANNE,
    SIGNE,
    TROELS,
    YOUNG,
)
from tests.live.gestures import (
    begins,
    closes,
    comes,
    ends,
    goes_on,
    is_away,
    is_out,
    leaves,
    said,
    stands_in,
    to_decide,
)
from tests.live.looking import Seen
from tests.live.votes import against_by_name, amendment_by_party, dissent, main_vote

PROMISE = "Pernille Stenvad undersøger kørslen for de ældre og vender tilbage på næste møde."
ORDER_NOTE = "Punkt 8 blev behandlet før punkt 7."
BREAK_NOTE = "Der blev holdt pause fra kl. 13{0}33 til kl. 13{0}34."
ADDED_NOTE = "Punkt 13 blev sat på dagsordenen på mødet."
END_NOTE = "Mødet blev hævet kl. 13{0}40."
"""What the strip below the panes offers to write; between hours and minutes stands what the house puts there."""


def script(two_panes: bool) -> tuple[Act, ...]:
    """Where minutes and decision have a pane each, the decision is written in its own."""
    parts = (_roll_call(), _first_items(two_panes), _votes(two_panes), _out_of_turn(), _last_items(two_panes))
    return tuple(act for part in parts for act in part)


def _roll_call() -> Iterator[Act]:
    yield Act(
        -1,
        Kind.ALL_PRESENT,
        "the roll call",
        pressed("ctrl+shift+t"),
        lambda seen: seen.person(board.FRIDA).status.value == "present",
    )
    yield is_away(-0.9, TROELS, "a", "absent_notified")
    yield stands_in(-0.8, SIGNE, DORTE)
    for name in (BENT, LONE, HANNE):
        yield is_away(-0.6, name, "u", "absent_unnotified")
    yield begins()


def _first_items(two_panes: bool) -> Iterator[Act]:
    yield said(0.2, AGENDA)
    yield _approve(1.5, AGENDA, {})
    yield goes_on(2, LAST_TIME)
    yield said(2.1, LAST_TIME)
    yield from to_decide(3.5, two_panes)
    yield _phrase(3.6, LAST_TIME, ";r", "Referatet blev godkendt uden bemærkninger.")
    yield comes(4, BENT, LAST_TIME)
    yield goes_on(5, NURSING)
    yield said(5.1, NURSING)
    yield comes(7, HANNE, NURSING)
    yield _approve(8, NURSING, {1: "approved", 2: "approved", 3: "approved"})
    yield _promise(8.5)
    yield _read_aloud(9)
    yield goes_on(10, BUDGET)
    yield comes(11, LONE, BUDGET)
    yield said(11.1, BUDGET)
    yield _points(13)


def _votes(two_panes: bool) -> Iterator[Act]:
    yield goes_on(14, NIGHT_DOCTOR)
    yield leaves(14.5, GERDA, NIGHT_DOCTOR)
    yield said(14.6, NIGHT_DOCTOR)
    yield against_by_name(17)
    yield dissent(18, SANNE)
    yield goes_on(19, HOUSE)
    yield comes(20, GERDA, HOUSE)
    yield is_out(20.2, PALLE, HOUSE)
    yield stands_in(20.4, PALLE, KARL)
    yield said(20.5, HOUSE)
    yield _approve(22, HOUSE, {1: "approved"})


def _out_of_turn() -> Iterator[Act]:
    yield Act(
        23,
        Kind.ORDER,
        f"{YOUNG} before {RECRUITING}",
        pressed("ctrl+Next ctrl+Next ctrl+F5"),
        lambda seen: any(one.ended is None for one in seen.spent(YOUNG)),
    )
    yield said(23.1, YOUNG)
    yield Act(
        25,
        Kind.POINT,
        "the point is discussed",
        pressed("ctrl+3"),
        lambda seen: seen.outcomes(YOUNG) == {1: "discussed"},
    )
    yield goes_on(26, RECRUITING)
    yield _note(26.05, ORDER_NOTE)
    yield said(26.1, RECRUITING)
    yield amendment_by_party(29)
    yield main_vote(30)


def _last_items(two_panes: bool) -> Iterator[Act]:
    clock_sign = "." if two_panes else ":"
    yield goes_on(31, ESTATE)
    yield closes(31.2, ESTATE)
    yield said(31.4, ESTATE)
    yield _approve(33, ESTATE, {1: "approved"})
    yield _break(33.2, is_over=False)
    yield _break(34, is_over=True)
    yield _note(34.05, BREAK_NOTE.format(clock_sign))
    yield goes_on(34.1, HEARING)
    yield Act(
        34.3,
        Kind.POSTPONE,
        f"{HEARING} is postponed",
        pressed("ctrl+shift+5"),
        lambda seen: seen.item(HEARING).status.value == "postponed",
    )
    yield goes_on(34.5, NEWS)
    yield said(34.6, NEWS)
    yield from to_decide(36, two_panes)
    yield _phrase(36.1, NEWS, ";t", "Taget til efterretning.")
    yield Act(
        36.3,
        Kind.ADD,
        f"{ADDED} is added",
        (*pressed("ctrl+shift+n"), typed(ADDED), *pressed("Return")),
        lambda seen: seen.item(ADDED).added_late,
    )
    yield _note(36.4, ADDED_NOTE)
    yield goes_on(36.5, ADDED)
    yield said(36.6, ADDED)
    yield goes_on(38, ANY_OTHER)
    yield said(38.1, ANY_OTHER)
    yield ends(40)
    yield _note(40.1, END_NOTE.format(clock_sign))


def _approve(minute: float, title: str, points: dict[int, str]) -> Act:
    def is_approved(seen: Seen) -> bool:
        decision = seen.decision(title)
        return decision is not None and decision.outcome.value == "approved" and seen.outcomes(title) == points

    return Act(minute, Kind.APPROVE, f"{title} is approved", pressed("ctrl+shift+Return"), is_approved)


def _phrase(minute: float, title: str, short: str, text: str) -> Act:
    strokes = (typed(short), *pressed("Tab"))
    return Act(minute, Kind.PHRASE, f"“{text}”", strokes, lambda seen: text in seen.written(title))


def _promise(minute: float) -> Act:
    strokes = (*pressed("ctrl+End Return"), prose(PROMISE), *pressed("F8"))
    return Act(minute, Kind.FOLLOW_UP, "what was promised", strokes, lambda seen: bool(seen.follow_ups(NURSING)))


def _read_aloud(minute: float) -> Act:
    def is_stamped(seen: Seen) -> bool:
        decision = seen.decision(NURSING)
        return decision is not None and decision.read_aloud_at is not None

    return Act(minute, Kind.ALOUD, f"{NURSING} is read aloud", pressed("shift+F9"), is_stamped)


def _points(minute: float) -> Act:
    strokes = pressed("alt+6 g u g Escape")
    became = {1: "approved", 2: "postponed", 3: "approved"}
    return Act(minute, Kind.POINT, "each point its outcome", strokes, lambda seen: seen.outcomes(BUDGET) == became)


def _break(minute: float, *, is_over: bool) -> Act:
    def is_so(seen: Seen) -> bool:
        breaks = seen.spent(None)
        return bool(breaks) and (breaks[-1].ended is not None) is is_over

    return Act(minute, Kind.BREAK, "back from the break" if is_over else "a break", pressed("F12"), is_so)


def _note(minute: float, sentence: str) -> Act:
    return Act(minute, Kind.NOTE, f"“{sentence}”", pressed("ctrl+shift+F5"), lambda seen: seen.is_written(sentence))
