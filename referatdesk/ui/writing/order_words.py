"""What an order of the command line will do, in a sentence, or what stands against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import Records
from referatdesk.i18n.catalogue import _, later, ngettext
from referatdesk.services.presence.gestures import Gesture
from referatdesk.services.writing.shorthand import (
    Fault,
    GoTo,
    NextItem,
    OpenVote,
    Order,
    Points,
    Presence,
    Promised,
    PutIn,
    Someone,
)
from referatdesk.ui.days import day_words
from referatdesk.ui.words.clock import clock_words
from referatdesk.ui.words.codes import word

LENGTH_OF_A_DAY = len("2027-09-01")

_ACTS = {
    Gesture.HERE: later("present"),
    Gesture.LEFT: later("leaves"),
    Gesture.EXCUSED: later("sends apologies"),
    Gesture.STAYED_AWAY: later("stayed away"),
    Gesture.DISQUALIFIED: later("disqualified from this item"),
    Gesture.REMOTE: later("takes part remotely"),
}
_FAULTS = {
    "empty": later(
        "+ came   - left   a apologies   i disqualified   ! approve   @ follow-up   > next   v vote   p phrase"
    ),
    "person.missing": later("Write initials or the beginning of a name."),
    "person.none": later("Nobody at the meeting is called “{about}”."),
    "person.several": later("That may be {about}. Write a letter more."),
    "points.form": later(
        "Write points as 1,3 or 1-3, and then g approved, u postponed, d discussed, e noted or i rejected."
    ),
    "points.none": later("The item has no point {about}."),
    "points.nowhere": later("The item has no points. Write ! without a number for the whole item."),
    "vote.alone": later("v stands alone and opens the vote."),
    "promise.missing": later("Write what {about} promises."),
    "item.none": later("There is no item {about}."),
    "phrase.missing": later("Write the short name of a phrase."),
    "phrase.none": later("No phrase has the short name “{about}”."),
    "unknown": later("“{about}” begins no order. Begin with + - ! @ > or one of the letters a i u f v p."),
}


def order_words(order: Order | Fault, records: Records) -> str:
    if isinstance(order, GoTo):
        title = records.get(AgendaItem, order.item_id).title
        return _("To item {number}: {title}").format(number=order.number, title=title)
    return _WORDS[type(order)](order)


def _of_fault(fault: Fault) -> str:
    return _(_FAULTS[fault.code]).format(about=fault.about)


def _of_presence(order: Presence) -> str:
    people, act = _listed(order.people), _(_ACTS[order.gesture])
    if order.time is None:
        return _("{people}: {act}").format(people=people, act=act)
    return _("{people}: {act}, {time}").format(people=people, act=act, time=clock_words(order.time))


def _listed(people: tuple[Someone, ...]) -> str:
    *first, last = [one.name for one in people]
    return _("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def _of_points(order: Points) -> str:
    if not order.numbers:
        return _("The item: {outcome}").format(outcome=word(order.outcome))
    if order.all:
        return _("All points: {outcome}").format(outcome=word(order.outcome))
    listed = ", ".join(str(number) for number in order.numbers)
    points = ngettext("Point {listed}: {outcome}", "Points {listed}: {outcome}", len(order.numbers))
    return points.format(listed=listed, outcome=word(order.outcome))


def _of_promise(order: Promised) -> str:
    name, due = order.responsible.name, order.due
    if due is None:
        return _("Follow-up for {whom}: {text}").format(whom=name, text=order.text)
    is_day = due.likely is not None and len(due.likely) == LENGTH_OF_A_DAY
    whom = f"{name}, {day_words(due.likely) if is_day else due.raw}"
    return _("Follow-up for {whom}: {text}").format(whom=whom, text=order.text)


def _of_phrase(order: PutIn) -> str:
    return _("Writes “{text}”").format(text=order.phrase.text)


_WORDS: Mapping[type, Callable[[Any], str]] = {
    Fault: _of_fault,
    Presence: _of_presence,
    Points: _of_points,
    Promised: _of_promise,
    PutIn: _of_phrase,
    NextItem: lambda _order: _("The next item begins"),
    OpenVote: lambda _order: _("A vote"),
}
