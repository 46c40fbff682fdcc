"""The strip below the panes: what the meeting is at, by the clock, and the ways on.

It tells the time anew when a minute has passed or something happened, never while one types.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QWidget

from referatdesk.domain.codes import MeetingStatus
from referatdesk.domain.course import NOT_YET
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting, TimeSpent
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.events import Applied
from referatdesk.services.course.course_notes import Note, unwritten_notes
from referatdesk.services.course.course_times import times
from referatdesk.services.course.treating import current_item, is_break
from referatdesk.services.errors import UserError
from referatdesk.services.lookup import joined
from referatdesk.ui import clock
from referatdesk.ui.course.words import BETWEEN, closed_words, items_words, shortened, times_words
from referatdesk.ui.desk import Desk
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, tool
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.widgets.sign import Sign

TOLD = (AgendaItem, ItemLink, Meeting, TimeSpent)
TELLS = frozenset({MeetingStatus.IN_SESSION, MeetingStatus.MINUTES_DRAFT})
SIGN = 18
SHORT = 20
"""Letters of what is treated, on the button that leads back to it."""
AIR = 16


class CourseStrip(QFrame):
    """Seen while the meeting sits, and before it on its day. `wanted` names the action of a button."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting_id = ""
        self._shown_item = ""
        self._took = ""
        self._sat = False
        self._dismissed: set[Note] = set()
        self._note: Note | None = None
        self.setProperty("look", "well")
        self.setAccessibleName(_("Course of the meeting"))
        self._sign = Sign(SIGN, self)
        self.warning = ElidedLabel("", self)
        mark(self.warning, tone="warn", type="strong")
        self.words = ElidedLabel("", self)
        self.back = self._way(_("Back to the item that is treated"), "course.back")
        self.sentence = ElidedLabel("", self)
        mark(self.sentence, tone="accent")
        self.write = self._way(_("Write"), "course.note", "add")
        self.leave_out = tool(_("Do not write it"), "remove", self._leave_out, self)
        self.pause = self._way(_("Break"), "course.pause")
        self.go_on = self._way(_("Next item"), "course.go_on", "forward")
        self._lay_out()
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._minute_passed)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._refresh_quietly)
        self.hide()
        desk.watch(self, self._heard)

    def _way(self, words: str, action_id: str, sign: str = "") -> QAbstractButton:
        """The keyboard stays in the text when it is clicked."""
        made = button(words, partial(self.wanted.emit, action_id), self, look="quiet", sign=sign)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(SPACE.medium, 0, SPACE.hair, 0)
        box.setSpacing(SPACE.small)
        box.addWidget(self._sign)
        box.addWidget(self.warning)
        box.addWidget(self.words, 1)
        for widget in (self.back, self.sentence, self.write, self.leave_out, self.pause, self.go_on):
            box.addWidget(widget)

    def focusable(self) -> list[QWidget]:
        """What Tab goes through, in reading order."""
        return [self.back, self.write, self.leave_out, self.pause, self.go_on]

    def show_item(self, item_id: str) -> None:
        """Which item the panes show, which need not be the one that is treated."""
        self._shown_item = item_id
        meeting = self._desk.workspace.meeting
        if meeting is not None and meeting.id != self._meeting_id:
            self._begin_anew(meeting.id)
        elif meeting is not None:
            self._show_way_back(meeting)

    def tell_took(self, words: str) -> None:
        """How long the item took that was left just now; it stands there for a minute."""
        self._took = words
        self.refresh()

    def proposed(self) -> Note | None:
        """The first sentence about the course of the meeting that is neither written nor to be left out."""
        meeting = self._desk.workspace.meeting
        if meeting is None or meeting.status not in TELLS:
            return None
        notes = unwritten_notes(self._desk.workspace, meeting.id)
        return next((note for note in notes if note not in self._dismissed), None)

    def refresh(self) -> None:
        self._soon.stop()
        meeting = self._desk.workspace.meeting
        sits = meeting is not None and meeting.status is MeetingStatus.IN_SESSION
        self._sat = self._sat or sits
        self._note = self.proposed()
        if meeting is None or not (sits or self._is_due(meeting)):
            self.hide()
            return
        self._show_words(meeting, sits=sits)
        self._show_way_back(meeting)
        self.show()

    def _is_due(self, meeting: Meeting) -> bool:
        """On its day: before it begins, and afterwards for as long as there is something to write about it.

        A meeting that was seen to sit may have gone on until the next day.
        """
        is_its_day = meeting.date == clock.today()
        return is_its_day if meeting.status in NOT_YET else self._note is not None and (is_its_day or self._sat)

    def _show_words(self, meeting: Meeting, *, sits: bool) -> None:
        records, begins = self._desk.workspace, meeting.status in NOT_YET
        now = times(records, meeting.id, clock.to_the_second())
        self._show_warning(closed_words(now.treated))
        beside = _("The meeting has not begun") if begins else _("The meeting is over")
        words = times_words(records, now) if sits else beside
        self.words.setText(BETWEEN.join(part for part in (words, self._took) if part))
        self.pause.setVisible(sits)
        self.pause.setText(_("End the break") if is_break(records, meeting.id) else _("Break"))
        self.go_on.setVisible(sits or begins)
        self.go_on.setText(_("Begin the meeting") if begins else _("Next item"))

    def _show_warning(self, words: str) -> None:
        sign, tone = ("lock", "warn") if words else ("clock", "muted")
        self._sign.show_sign(sign, tone)
        if words and words != self.warning.text():
            announce(self, words)
        self.warning.setText(words)
        self.warning.setMinimumWidth(QFontMetrics(self.warning.font()).horizontalAdvance(words.partition(":")[0]) + AIR)
        self.warning.setVisible(bool(words))

    def _show_way_back(self, meeting: Meeting) -> None:
        """Where something else is looked at, the way back takes the room of what could be written."""
        records = self._desk.workspace
        current = current_item(records, meeting.id)
        treated = joined(records, current.id) if current else []
        elsewhere = bool(treated) and self._shown_item not in {item.id for item in treated}
        self.back.setVisible(elsewhere)
        if elsewhere:
            item = items_words(records, treated, within=True)
            self.back.setText(_("Back to {item}").format(item=shortened(item, SHORT)))
            self.back.setAccessibleName(_("Back to {item}").format(item=item))
        self._show_note(self._note.sentence if self._note is not None and not elsewhere else "")

    def _show_note(self, sentence: str) -> None:
        for widget in (self.sentence, self.write, self.leave_out):
            widget.setVisible(bool(sentence))
        self.sentence.setText(_("“{words}”").format(words=sentence) if sentence else "")
        self.write.setAccessibleName(_("Write “{sentence}”").format(sentence=sentence))

    def _leave_out(self) -> None:
        if self._note is not None:
            self._dismissed.add(self._note)
            self.refresh()

    def _begin_anew(self, meeting_id: str) -> None:
        self._meeting_id = meeting_id
        self._took = ""
        self._sat = False
        self._dismissed.clear()
        self._soon.start(0)

    def _minute_passed(self) -> None:
        self._took = ""
        self._refresh_quietly()
        self._wait_a_minute()

    def _refresh_quietly(self) -> None:
        with suppress(UserError):  # trouble with the archive is told by what the user does with it
            self.refresh()

    def _wait_a_minute(self) -> None:
        self._minute.start((60 - int(clock.to_the_second()[-2:])) * 1000)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wait_a_minute()

    def hideEvent(self, event: QHideEvent) -> None:
        self._minute.stop()
        super().hideEvent(event)

    def _heard(self, event: object) -> None:
        """Words that nobody types just now come and go with steps that are undone or done again."""
        if not isinstance(event, Applied):
            return
        told = (*TOLD, ItemText) if event.origin is None or event.change.label == "course.note" else TOLD
        if any(isinstance(pair.record, told) for pair in event.change.pairs):
            self._soon.start(0)
