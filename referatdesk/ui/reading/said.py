"""What the user said of a document, step by step, so that each can be taken back: of its lines, and of its doubts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from referatdesk.domain.codes import SectionKind
from referatdesk.services.drafts import Correction, Corrections, Doubt, Part
from referatdesk.services.intake.answers import ANSWERED

DoubtKey = tuple[str, int, str]
JOIN = "join"
"""The proposal to put a line on the one above it."""


def is_answerable(doubt: Doubt) -> bool:
    """Whether what it proposes can be done by a yes; else it can only be looked at, and mended by the lines."""
    if doubt.proposal is None:
        return False
    return doubt.proposal == JOIN or doubt.proposal in set(Part) or doubt.code in ANSWERED


def key_of(doubt: Doubt) -> DoubtKey:
    """What makes it the same doubt after the document was read anew."""
    return doubt.code, doubt.place.line_from, doubt.text


@dataclass(frozen=True, slots=True)
class Said:
    """`accepted` are the doubts whose proposal was taken that no line says; `settled` all that were dealt with."""

    corrections: Corrections = field(default_factory=dict)
    accepted: tuple[Doubt, ...] = ()
    settled: frozenset[DoubtKey] = frozenset()

    def asks_as(self, other: Said) -> bool:
        """Whether the document is read the same with both."""
        return self.corrections == other.corrections and self.accepted == other.accepted


class SaidLog:
    def __init__(self) -> None:
        self._steps = [Said()]
        self._undone: list[Said] = []

    @property
    def now(self) -> Said:
        return self._steps[-1]

    @property
    def is_empty(self) -> bool:
        return len(self._steps) == 1

    def set_part(self, lines: Iterable[int], part: Part, kind: SectionKind | None = None) -> None:
        """The lines are this, each for itself."""
        self._correct({line: Correction(part, kind) for line in lines})

    def join(self, line: int, part: Part) -> None:
        """The line belongs to the one above; no more if it did."""
        before = self.now.corrections.get(line, Correction(part))
        self._correct({line: replace(before, joined=not before.joined)})

    def accept(self, doubt: Doubt, part: Part) -> None:
        """The proposal holds; `part` is what the line is taken for now."""
        settled = self.now.settled | {key_of(doubt)}
        said = replace(self.now, settled=settled)
        if doubt.proposal == JOIN:
            joined = Correction(part, joined=True)
            said = replace(said, corrections={**said.corrections, doubt.place.line_to: joined})
        elif doubt.proposal in set(Part):
            made = Correction(Part(doubt.proposal))
            said = replace(said, corrections={**said.corrections, doubt.place.line_from: made})
        else:
            said = replace(said, accepted=(*said.accepted, doubt))
        self._put(said)

    def keep(self, doubt: Doubt) -> None:
        """It stays as it was read."""
        self._put(replace(self.now, settled=self.now.settled | {key_of(doubt)}))

    def _correct(self, made: Mapping[int, Correction]) -> None:
        if made:
            self._put(replace(self.now, corrections={**self.now.corrections, **made}))

    def _put(self, said: Said) -> None:
        self._steps.append(said)
        self._undone.clear()

    def return_to(self, said: Said) -> None:
        """What was said since of lines and proposals could not be done: it is taken back, and can be said again."""
        steps = [*self._steps, *reversed(self._undone)]
        now = len(self._steps) - 1
        same = [place for place, step in enumerate(steps) if step.asks_as(said)]
        if not same:
            self._put(replace(said, settled=said.settled | self.now.settled))
            return
        place = max((one for one in same if one <= now), default=same[0])
        self._steps, self._undone = steps[: place + 1], steps[:place:-1]

    def undo(self) -> bool:
        """Whether there was a step to take back."""
        if self.is_empty:
            return False
        self._undone.append(self._steps.pop())
        return True

    def redo(self) -> bool:
        if not self._undone:
            return False
        self._steps.append(self._undone.pop())
        return True
