"""What was corrected for a board, remembered for its next document."""

from __future__ import annotations

from collections.abc import Iterator

from referatdesk.documents.reading.parts import Correction, Corrections, Habit
from referatdesk.documents.reading.source import SourceText, flattened
from referatdesk.domain.changes import Pair, added, removed
from referatdesk.domain.ids import new_id
from referatdesk.domain.reading import Part, ReadingHabit
from referatdesk.domain.records import Records

_TELLING = frozenset({Part.LABEL, Part.SUBHEADING, Part.THEME, Part.SUBITEM, Part.TEXT, Part.CONTENTS, Part.LEFT_OUT})
"""What a line of the same words will be again; what names and titles are taken for depends on where they stand."""
LONGEST_WORDS = 60
"""Longer lines are text, which no other document repeats."""


def habit_words(text: str) -> str:
    """The form in which the words of lines are compared."""
    return flattened(text).casefold().rstrip(" :")


def habits_of(records: Records, board_id: str) -> tuple[Habit, ...]:
    """What the board's earlier documents taught."""
    own = (one for one in records.all(ReadingHabit) if one.board_id == board_id)
    return tuple(Habit(one.words, one.part, one.kind) for one in own)


def learnt(records: Records, board_id: str, source: SourceText, corrections: Corrections) -> tuple[Pair, ...]:
    """What the corrections of a document change in what is remembered; a later word on the same words replaces it."""
    stored = {one.words: one for one in records.all(ReadingHabit) if one.board_id == board_id}
    wanted = {words: correction for words, correction in _telling(source, corrections) if words}
    pairs: list[Pair] = []
    for words, correction in wanted.items():
        before = stored.get(words)
        if before is not None and (before.part, before.kind) == (correction.part, correction.kind):
            continue
        new = ReadingHabit(id=new_id(), board_id=board_id, words=words, part=correction.part, kind=correction.kind)
        pairs += [*(removed(before) if before else ()), *added(new)]
    return tuple(pairs)


def _telling(source: SourceText, corrections: Corrections) -> Iterator[tuple[str, Correction]]:
    for one in source.paragraphs:
        correction = corrections.get(one.place.line_from)
        if correction is None or correction.joined or correction.part not in _TELLING:
            continue
        if len(one.flat) <= LONGEST_WORDS:
            yield habit_words(one.flat), correction
