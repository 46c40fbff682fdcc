"""The voters of an item as a list model: a heading for each party, its members below, a choice for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from referatdesk.domain.codes import VoteChoice
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.voting import Count, counted
from referatdesk.i18n.catalogue import _
from referatdesk.ui.person_keys import person_keys
from referatdesk.ui.words.codes import word

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class VoterRow:
    """A voter, or the heading of a group when `id` is empty; `key` finds the voter."""

    id: str
    name: str
    group: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is painted; `choice` is None where a group is not of one mind, `tally` counts what it chose."""

    row: VoterRow
    choice: VoteChoice | None
    tally: str


class VoterRole(IntEnum):
    SHOWN = Qt.ItemDataRole.UserRole + 1


class VoterModel(QAbstractListModel):
    """`changed` tells that somebody's choice is another."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[VoterRow, ...] = ()
        self._choices: dict[str, VoteChoice] = {}

    @property
    def rows(self) -> tuple[VoterRow, ...]:
        return self._rows

    @property
    def choices(self) -> dict[str, VoteChoice]:
        return dict(self._choices)

    def set_voters(self, people: Sequence[Attendance], choices: Mapping[str, VoteChoice]) -> None:
        """Those of the people with a choice, in groups; each keeps its place in its group."""
        self.beginResetModel()
        keys = person_keys(people)
        self._rows = tuple(_rows([one for one in people if one.id in choices], keys))
        self._choices = {row.id: choices[row.id] for row in self._rows if row.id}
        self.endResetModel()
        self.changed.emit()

    def choose(self, place: int, choice: VoteChoice) -> None:
        """Of a heading, the choice of its whole group."""
        for one in self.members(place):
            self._choices[one] = choice
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.changed.emit()

    def members(self, place: int) -> list[str]:
        row = self._rows[place]
        return [row.id] if row.id else [one.id for one in self._rows if one.id and one.group == row.group]

    def choice_at(self, place: int) -> VoteChoice | None:
        """None where a group is not of one mind."""
        chosen = {self._choices[one] for one in self.members(place)}
        return next(iter(chosen)) if len(chosen) == 1 else None

    def place_of(self, voter: str) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.id and row.id == voter), None)

    def place_of_key(self, key: str) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.id and row.key == key), None)

    def begins_key(self, typed: str) -> bool:
        return any(row.key.startswith(typed) for row in self._rows if row.id)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, choice = self._rows[index.row()], self.choice_at(index.row())
        shown: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.name,
            Qt.ItemDataRole.AccessibleTextRole: f"{row.name}: {word(choice) if choice else self._tally(index.row())}",
            Qt.ItemDataRole.AccessibleDescriptionRole: _("Key {key}").format(key=row.key.upper()) if row.id else "",
            VoterRole.SHOWN: Shown(row, choice, self._tally(index.row())),
        }
        return shown.get(role)

    def _tally(self, place: int) -> str:
        """ "2 for · 1 against": what a group chose."""
        return tally_words(counted(self._choices[one] for one in self.members(place)))


def tally_words(count: Count) -> str:
    numbers = (
        (count.votes_for, _("{count} for")),
        (count.votes_against, _("{count} against")),
        (count.abstentions, _("{count} abstained")),
        (count.not_voting, _("{count} not present")),
    )
    return " · ".join(words.format(count=number) for number, words in numbers if number)


def _rows(people: Sequence[Attendance], keys: Mapping[str, str]) -> list[VoterRow]:
    """By party where parties are known, else by the groups of the list; one group alone has no heading."""
    by_party = any(one.party for one in people)
    named = {one.id: _group(one, by_party=by_party) for one in people}
    groups = list(dict.fromkeys(named.values()))
    rows: list[VoterRow] = []
    for group in sorted(groups, key=lambda group: (not group, groups.index(group))):
        if len(groups) > 1:
            rows.append(VoterRow("", group or _("Without a party"), group))
        rows += [VoterRow(one.id, one.name, group, keys[one.id]) for one in people if named[one.id] == group]
    return rows


def _group(one: Attendance, *, by_party: bool) -> str:
    return (one.party if by_party else one.group_label or one.organisation) or ""
