"""Carrying out the orders of the command line, by what the rest of the window does too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.boards import Person
from referatdesk.domain.changes import Change
from referatdesk.domain.ids import new_id
from referatdesk.domain.promises import Promise
from referatdesk.domain.records import style_of
from referatdesk.services import follow_ups
from referatdesk.services.decision import decisions
from referatdesk.services.item.points import points_of
from referatdesk.services.lookup import items_of, people_of
from referatdesk.services.presence.gestures import stated
from referatdesk.services.presence.moments import Moment
from referatdesk.services.writing import shorthand
from referatdesk.services.writing.shorthand import (
    Fault,
    GoTo,
    NextItem,
    Order,
    Points,
    Presence,
    Promised,
    PutIn,
    Scene,
    Someone,
)
from referatdesk.ui.desk import Desk
from referatdesk.ui.richtext.editor import RichTextEdit

if TYPE_CHECKING:
    from referatdesk.ui.meeting_view import MeetingView

NEXT_ITEM, VOTE = "course.go_on", "votes.vote"
"""The actions of the window that two of the orders are."""


class Orders:
    """`trigger` runs an action of the window; `put_in` writes a phrase where the caret was."""

    def __init__(self, desk: Desk, view: MeetingView, trigger: Callable[[str], None]) -> None:
        self._desk = desk
        self._view = view
        self._trigger = trigger

    def scene(self, editor: RichTextEdit) -> Scene:
        records, meeting = self._desk.workspace, self._desk.workspace.meeting
        if meeting is None:
            return Scene()
        known = {person.id: person for person in records.all(Person)}
        people = [
            Someone(one.id, one.name, (known[one.person_id].initials or "") if one.person_id in known else "")
            for one in people_of(records, meeting.id)
        ]
        numbers = printed_numbers(items_of(records, meeting.id), style_of(records, meeting).sub_numbers)
        return Scene(
            people=people,
            points=[point.id for point in points_of(records, self._view.item.item_id)],
            items={number.rstrip("."): item for item, number in numbers.items() if number},
            phrases=self._view.writing.completer.phrases(editor),
            day=meeting.date,
        )

    def idle_words(self, order: Order | Fault) -> str:
        """That nothing will be noted of anybody, where that is so."""
        if not isinstance(order, Presence):
            return ""
        records, pane = self._desk.workspace, self._view.attendance
        moment = self._moment(order)
        if any(stated(records, one.id, order.gesture, moment) for one in order.people):
            return ""
        return " ".join(pane.unchanged(one.id) for one in order.people)

    def carry_out(self, order: Order, editor: RichTextEdit) -> None:
        match order:
            case Presence():
                self._desk.attempt(lambda: self._move(order))
            case Points():
                self._desk.attempt(lambda: self._desk.do(self._settled(order)))
            case Promised(responsible, due, text):
                promise = Promise(text, (responsible.name,), None, due)
                change = follow_ups.add_promise
                records, item_id = self._desk.workspace, self._view.item.item_id
                self._desk.attempt(lambda: self._desk.do(change(records, item_id, promise)[0]))
            case GoTo(_number, item_id):
                self._view.agenda.choose(item_id)
            case PutIn(phrase):
                self._view.writing.completer.insert(editor, phrase)
            case _:
                self._trigger(NEXT_ITEM if isinstance(order, NextItem) else VOTE)

    def _move(self, order: Presence) -> None:
        """Several people are one step to undo."""
        step, pane = new_id(), self._view.attendance
        for one in order.people:
            change = stated(self._desk.workspace, one.id, order.gesture, self._moment(order))
            if change:
                self._desk.do(replace(change, step=step))
            else:
                pane.say(pane.unchanged(one.id))

    def _moment(self, order: Presence) -> Moment:
        now = self._view.attendance.moment()
        return replace(now, time=order.time) if order.time else now

    def _settled(self, order: Points) -> Change:
        records, item_id = self._desk.workspace, self._view.item.item_id
        points = points_of(records, item_id)
        if not points:
            return decisions.set_outcome(records, item_id, order.outcome)
        if order == Points(order.numbers, shorthand.OUTCOMES[""], all=True):
            return decisions.approve_all(records, item_id)
        return decisions.set_point_outcomes(
            records, item_id, {points[number - 1].id: order.outcome for number in order.numbers}
        )
