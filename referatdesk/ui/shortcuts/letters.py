"""The single letters: keys where a list has the keyboard. They are taught with the others, and cannot be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referatdesk.i18n.catalogue import _
from referatdesk.ui.panes.attendance_menu import WORDS
from referatdesk.ui.panes.point_choices import LETTER_OF_NONE, LETTERS, outcome_words
from referatdesk.ui.votes.voter_delegate import SIGNS
from referatdesk.ui.words.codes import word


@dataclass(frozen=True, slots=True)
class LetterRow:
    act: str
    letter: str

    @property
    def words(self) -> tuple[str, str, str]:
        return self.act, self.letter, ""


def letter_groups() -> list[tuple[str, Sequence[LetterRow]]]:
    """What has the keyboard, and what its letters do."""
    points = [LetterRow(outcome_words(outcome), letter) for letter, outcome in LETTERS.items()]
    people = [LetterRow(_(words), letter) for letter, words in WORDS.items()]
    votes = [LetterRow(word(choice), letter) for choice, letter in SIGNS.items()]
    return [
        (_("At a point of the recommendation"), [*points, LetterRow(outcome_words(None), LETTER_OF_NONE)]),
        (_("At a person"), [LetterRow(_("In or out"), _("Space")), *people]),
        (_("At a voter"), votes),
    ]
