"""The rows of the list of follow-ups: the open ones of earlier meetings, then those of this meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from referatdesk.domain.changes import Change
from referatdesk.domain.codes import FollowUpState
from referatdesk.domain.decisions import FollowUp
from referatdesk.domain.meetings import Meeting
from referatdesk.i18n.catalogue import _
from referatdesk.services import follow_ups
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.open_follow_ups import BoardFollowUps, Listed
from referatdesk.services.order import moved
from referatdesk.ui.days import short_day_words
from referatdesk.ui.dialogs.row_source import Column
from referatdesk.ui.follow_ups.words import late_words, when_words
from referatdesk.ui.widgets.pick_field import words_of


@dataclass(frozen=True, slots=True)
class _When(Column[Listed]):
    """Edited in the words that were used, shown with how late it is."""

    today: date = date.min

    def words(self, row: Listed) -> str:
        return " – ".join(part for part in (when_words(row.follow_up), late_words(row, self.today)) if part)


class FollowUpRows:
    """What was settled while the list is open stays in it. A new one is put at the item given."""

    def __init__(self, workspace: Workspace, meeting: Meeting, item_id: str, today: date) -> None:
        self._workspace = workspace
        self._meeting = meeting
        self._item_id = item_id
        self._today = today
        self._settled: dict[str, FollowUp] = {}
        self.new_row = _("+ New follow-up on the item")

    @property
    def columns(self) -> Sequence[Column[Listed]]:
        states: Any = words_of(FollowUpState)
        return (
            Column(_("What"), lambda row: row.follow_up.text, self._set_text),
            Column(_("Who"), lambda row: ", ".join(row.follow_up.responsible), self._set_who, width=130),
            _When(
                _("When"),
                lambda row: when_words(row.follow_up),
                self._set_when,
                width=212,
                widest=300,
                today=self._today,
            ),
            Column(_("State"), lambda row: row.follow_up.state, self._set_state, states, width=96),
            Column(_("Promised"), self._said_on, lambda _row, _value: Change("followup.edit", ()), width=108),
        )

    def _said_on(self, row: Listed) -> str:
        return _("at this meeting") if row.follow_up.meeting_id == self._meeting.id else short_day_words(row.said_on)

    def _set_text(self, row: Listed, text: str) -> Change:
        return follow_ups.edit_follow_up(row.follow_up, text=text.strip() or row.follow_up.text)

    def _set_who(self, row: Listed, names: str) -> Change:
        listed = tuple(name for part in names.split(",") if (name := part.strip()))
        return follow_ups.edit_follow_up(row.follow_up, responsible=listed)

    def _set_when(self, row: Listed, words: str) -> Change:
        return follow_ups.set_due_words(row.follow_up, words, row.said_on)

    def _set_state(self, row: Listed, state: FollowUpState) -> Change:
        return follow_ups.set_state(row.follow_up, state)

    def note(self, one: FollowUp) -> None:
        """A follow-up of an earlier meeting that was changed while the list is open."""
        if one.meeting_id != self._meeting.id:
            self._settled[one.id] = one

    def rows(self) -> Sequence[Listed]:
        board = BoardFollowUps(self._workspace, self._meeting)
        earlier = board.from_earlier()
        open_ids = {one.follow_up.id for one in earlier}
        settled = [board.listed(one) for one in self._settled.values() if one.id not in open_ids]
        return [*earlier, *settled, *board.of_meeting()]

    def key(self, row: Listed) -> str:
        return row.follow_up.id

    def name(self, row: Listed) -> str:
        return row.follow_up.text

    def add(self, name: str) -> Change:
        return follow_ups.mark(self._workspace, self._item_id, name)[0]

    def remove(self, row: Listed) -> Change:
        self._settled.pop(row.follow_up.id, None)
        return follow_ups.remove_follow_up(row.follow_up)

    def move(self, row: Listed, index: int) -> Change:
        """Among those of the same item of this meeting; the order of earlier ones is that of their urgency."""
        one = row.follow_up
        siblings = follow_ups.follow_ups_of(self._workspace, one.item_id)
        first = next((place for place, other in enumerate(self.rows()) if other.follow_up.item_id == one.item_id), 0)
        return Change("followup.edit", moved(siblings, one.id, index - first) if siblings else (), one.text)
