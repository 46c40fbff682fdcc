"""Leading the meeting: start, the next item, breaks, the end, and what becomes of items on the way."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from referatdesk.domain.codes import Access, ItemStatus, MeetingStatus
from referatdesk.domain.course import NOT_YET
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting
from referatdesk.i18n.catalogue import _
from referatdesk.services.course import course_decisions, course_notes, ending, postponing, taking_up, treating
from referatdesk.services.course.course_times import minutes_of
from referatdesk.services.decision import decisions
from referatdesk.services.item import agenda
from referatdesk.services.item.kept_numbers import renumber
from referatdesk.services.lookup import joined
from referatdesk.ui import clock
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.course.partners import offer_partners
from referatdesk.ui.course.words import items_words, took_words
from referatdesk.ui.days import day_words
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.words.taken_up import taken_up_words
from referatdesk.ui.words.unsettled import unsettled_words


class CourseCommands(Commands):
    def start(self) -> None:
        """Also what goes on in a meeting that has not begun."""
        meeting = self._meeting()
        if meeting.status in NOT_YET:
            self.desk.do(treating.start(self.workspace, meeting.id, clock.to_the_second()))
            self._arrive("")
        elif not self._sits():
            self.window.toast(_("The meeting is over. It is resumed by its state, among the facts of the meeting."))

    def go_on(self) -> None:
        meeting = self._meeting()
        if not self._sits():
            self.start()
            return
        now = clock.to_the_second()
        left = treating.current_item(self.workspace, meeting.id)
        change = treating.go_on(self.workspace, meeting.id, now)
        self.desk.do(change)
        self._arrive(self._took(left, now))
        self._tell(self._opened_words(left))
        if change.label == "course.last":
            self.window.toast(
                _("All items have been treated. {key} ends the meeting.").format(key=self.key_of("course.end"))
            )

    def back(self) -> None:
        """Shows what is treated, whatever was looked at meanwhile."""
        current = treating.current_item(self.workspace, self._meeting().id)
        if current is not None:
            self.view.agenda.choose(current.id)
            self.view.item.focus_minutes()

    def treat(self) -> None:
        meeting, item_id, now = self._meeting(), self.item_id, clock.to_the_second()
        left = treating.current_item(self.workspace, meeting.id)
        if meeting.status not in NOT_YET and not self._sits():
            self.start()
        elif left is None or left.id != item_id:
            step = new_id()
            taken_up = self._take_up(step) if self.is_postponed() else ""
            self.desk.do(replace(treating.treat(self.workspace, item_id, now), step=step))
            self._arrive(self._took(left, now))
            self._tell(taken_up, self._opened_words(left))

    def pause(self) -> None:
        meeting, now = self._meeting(), clock.to_the_second()
        if treating.is_break(self.workspace, meeting.id):
            self.desk.do(treating.resume(self.workspace, meeting.id, now))
        else:
            self.desk.do(treating.pause(self.workspace, meeting.id, now))

    def is_break(self) -> bool:
        return self._sits() and treating.is_break(self.workspace, self._meeting().id)

    def end(self) -> None:
        change = ending.end(self.workspace, self._meeting().id, clock.to_the_second())
        self.desk.do(change)
        is_retold = any(isinstance(pair.after, ItemText) for pair in change.pairs)
        meeting = self._meeting()
        if is_retold:
            over = _("The meeting is over, and the time in the minutes is put right.")
        elif course_notes.closing_note(self.workspace, meeting) is None:
            over = _("The meeting is over. The minutes tell of its end already: see whether the time is right.")
        else:
            over = _("The meeting is over. {key} writes its end into the minutes.")
        self._tell(over.format(key=self.key_of("course.note")), unsettled_words(self.workspace, meeting.id))

    def note(self) -> None:
        """Writes the sentence that the strip proposes."""
        note = self.view.course.proposed()
        if note is None:
            self.window.toast(_("There is nothing about the course of the meeting to write."))
            return
        self.desk.do(course_notes.write_note(self.workspace, note))
        self.view.course.refresh()
        item = items_words(self.workspace, [self.workspace.get(AgendaItem, note.item_id)], within=True)
        self.window.toast(_("Written at {item}: {sentence}").format(item=item, sentence=note.sentence))

    def postpone(self) -> None:
        """Or takes up again what was postponed."""
        if self.is_postponed():
            self.window.toast(self._take_up(new_id()))
            return
        postponed = postponing.postpone(self.workspace, self.item_id)
        self.desk.do(postponed.change)
        if postponed.to is None:
            self.window.toast(_("Postponed. The item lies ready for the next meeting of the board."))
        else:
            self.window.toast(_("Postponed to the meeting on {day}.").format(day=day_words(postponed.to.date)))

    def is_postponed(self) -> bool:
        item = self._shown()
        return item is not None and item.status is ItemStatus.POSTPONED

    def _take_up(self, step: str) -> str:
        """Returns what became of the copy, in words."""
        taken = taking_up.take_up(self.workspace, self.item_id)
        self.desk.do(replace(taken.change, step=step))
        return taken_up_words(taken)

    def follow_item(self) -> None:
        """To the meeting that the item was put off to, or from."""
        link = postponing.other_end(self.workspace, self.item_id)
        if link is None or link.to_meeting_id is None:
            self.window.toast(_("The item is not postponed to another meeting, or from one."))
            return
        self.window.open_meeting(link.to_meeting_id, link.to_item_id)

    def withdraw(self) -> None:
        self.desk.do(course_decisions.withdraw(self.workspace, self.item_id))

    def is_withdrawn(self) -> bool:
        item = self._shown()
        return item is not None and item.status is ItemStatus.WITHDRAWN

    def together(self) -> None:
        """With an item that is chosen, first of all what is treated now; what was put together is taken apart."""
        if self.is_together():
            self.desk.do(course_decisions.treat_alone(self.workspace, self.item_id))
            return
        item_id = self.item_id
        offer_partners(self.view.agenda.list, self.workspace, item_id, partial(self._put_together, item_id))

    def is_together(self) -> bool:
        return bool(self.item_id) and course_decisions.is_together(self.workspace, self.item_id)

    def minutes(self) -> None:
        item = self._shown()
        if item is not None:
            planned = str(item.minutes_planned or "")
            self.desk.ask.text(_("How many minutes are set aside?"), partial(self._plan, item.id), planned)

    def renumber(self) -> None:
        self.desk.do(renumber(self.workspace, self._meeting().id))

    def _meeting(self) -> Meeting:
        meeting = self.workspace.meeting
        assert meeting is not None  # noqa: S101 - the actions need an open meeting
        return meeting

    def _sits(self) -> bool:
        meeting = self.workspace.meeting
        return meeting is not None and meeting.status is MeetingStatus.IN_SESSION

    def _shown(self) -> AgendaItem | None:
        return self.workspace.find(AgendaItem, self.item_id) if self.item_id else None

    def _took(self, left: AgendaItem | None, now: str) -> str:
        if left is None:
            return ""
        treated = joined(self.workspace, left.id)
        open_points = sum(len(decisions.open_points(self.workspace, one.id)) for one in treated)
        return took_words(self.workspace, treated, minutes_of(self.workspace, left.id, now), open_points)

    def _arrive(self, took: str) -> None:
        """Shows what is treated now, ready to be written at, and tells what the last item took."""
        current = treating.current_item(self.workspace, self._meeting().id)
        if current is not None:
            self.view.agenda.choose(current.id)
            self.view.item.focus_minutes()
            announce(self.view.course, f"{items_words(self.workspace, [current])}: {current.title}. {took}")
        self.view.course.tell_took(took)

    def _opened_words(self, left: AgendaItem | None) -> str:
        current = treating.current_item(self.workspace, self._meeting().id)
        was_closed = left is not None and left.access is not Access.OPEN
        is_open = current is not None and current.access is Access.OPEN
        return _("The item is public: listeners may come in again.") if was_closed and is_open else ""

    def _tell(self, *words: str) -> None:
        """At once: one toast takes the place of another."""
        if any(words):
            self.window.toast(" ".join(one for one in words if one))

    def _put_together(self, item_id: str, other_id: str) -> None:
        self.desk.attempt(lambda: self.desk.do(course_decisions.treat_together(self.workspace, item_id, other_id)))

    def _plan(self, item_id: str, typed: str) -> None:
        self.desk.attempt(lambda: self.desk.do(agenda.set_minutes(self.workspace, item_id, typed)))
