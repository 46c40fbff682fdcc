"""The lines of a paragraph as runs: blanks between them, words joined again that a line end had broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from referatdesk.documents.reading.formats.pdf_lines import Line
from referatdesk.documents.reading.formats.pdf_rows import parted
from referatdesk.documents.reading.formats.pdf_words import Word
from referatdesk.domain.richtext import Run, merged_runs

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_AFTER_HYPHEN = re.compile(r"(?:og|eller|samt|til|såvel|som)\b")
_LEAST_BROKEN = 3
"""So many lines at least end in a hyphen where the file breaks words; else each hyphen is the word's own."""
_HYPHENS = ("-", "\u00ad")
_SOFT = "\u00ad"
"""A hyphen that is printed only where a line ends."""
_BULLET = "•"
_KEPT_SYMBOLS = frozenset("•▪▫■●○◦·∙-–—−*")


class Hyphens:
    """Decides whether the hyphen at the end of a line is the word's own: other places of the same file tell."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._known = {word.lower() for line in lines for word in _WORD.findall(_whole_words(line.text))}
        broken = sum(_may_be_broken(above.text, below.text) for above, below in pairwise(lines))
        self._breaks_words = broken >= _LEAST_BROKEN and broken * 50 >= len(lines)

    def keeps(self, above: str, below: str) -> bool | None:
        """True for a hyphen that stays, False for one that goes, None where no word is broken."""
        left, rest = _broken_word(above), _WORD.match(below)
        if not left or rest is None or _AFTER_HYPHEN.match(below):
            return None
        return not above.endswith(_SOFT) and self._is_own(left, rest[0])

    def _is_own(self, left: str, right: str) -> bool:
        known = [joint for joint in ("", "-") if f"{left}{joint}{right}".lower() in self._known]
        if known:
            return known[0] == "-"
        last = left.rpartition("-")[2]
        return not self._breaks_words or not right[:1].islower() or len(last) < 2 or last.isupper()


def _broken_word(text: str) -> str:
    """What stands before a hyphen at the end of a line, "" where there is none."""
    last = text.rpartition(" ")[2]
    return last[:-1] if last.endswith(_HYPHENS) and last[-2:-1].isalnum() else ""


def _may_be_broken(above: str, below: str) -> bool:
    left = _broken_word(above)
    return bool(left) and below[:1].islower() and not left.isupper() and not _AFTER_HYPHEN.match(below)


def _whole_words(text: str) -> str:
    """The line without a word that may be half: the last before a hyphen at its end."""
    left = _broken_word(text)
    return text[: -len(left) - 1] if left else text


def runs_of(cells: Sequence[Sequence[Line]], hyphens: Hyphens) -> tuple[Run, ...]:
    runs: list[Run] = []
    for at, lines in enumerate(cells):
        runs += [Run("\t")] if at else []
        for above, line in pairwise((None, *lines)):
            if above is not None:
                _close(runs, hyphens.keeps(above.text, line.text if line is not None else ""))
            if line is not None:
                runs += _line_runs(line)
    return merged_runs(_with_even_blanks(merged_runs(runs)))


def _close(runs: list[Run], keeps: bool | None) -> None:
    """Ends a line: with a blank, or with the word open."""
    last = runs[-1]
    if keeps is None:
        runs.append(_like(last, " "))
    elif not keeps:
        runs[-1] = _like(last, last.text[:-1])


def _like(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.underline, run.link)


def _line_runs(line: Line) -> Iterator[Run]:
    for number, piece in enumerate(line.pieces):
        if number:
            yield Run("\t")
        for at, word in enumerate(piece.words):
            if at and parted(piece.words[at - 1], word):
                yield _of(word, " ")
            first = number == at == 0
            yield _of(word, _bullet(word) if first else word.text)


def _of(word: Word, text: str) -> Run:
    return Run(text, word.look.bold, word.look.italic, word.underline and word.link is None, word.link)


def _bullet(word: Word) -> str:
    """A sign of a symbol font that stands first is a bullet, whichever letter it is stored as."""
    if word.look.symbol and len(word.text) == 1 and word.text not in _KEPT_SYMBOLS:
        return _BULLET
    return word.text


def _with_even_blanks(runs: Sequence[Run]) -> Iterator[Run]:
    """A blank between two forms belongs to what stands before it, unless only one of them is plain."""
    for at, run in enumerate(runs):
        before = runs[at - 1] if at else None
        text = run.text
        if before is not None and text.startswith(" ") and run.form != before.form:
            yield _like(before if before.form == (False, False, False, None) else Run(""), " ")
            text = text[1:]
        yield _like(run, text)
