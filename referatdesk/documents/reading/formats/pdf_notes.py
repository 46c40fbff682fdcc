"""Footnotes: small lines at the foot of a page that begin with a figure which stands raised in its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from referatdesk.documents.reading.formats.pdf_page import Page
from referatdesk.documents.reading.formats.pdf_rows import rows_of
from referatdesk.documents.reading.formats.pdf_words import Word

_SMALLER = 0.6
_FIGURE = re.compile(r"\d{1,3}$")


def take_notes(pages: Sequence[Page]) -> None:
    """Takes the notes out of the words of their pages and hangs each on the word that refers to it."""
    usual = usual_size(pages)
    for page in pages:
        rows = [[word for piece in row for word in piece.words] for row in rows_of(page.words)]
        small = _small_rows(rows, usual - _SMALLER)
        referring = dict(_referring(page.words, small))
        for figure, words in _notes(small, set(referring)):
            mark, before = referring[figure]
            before.note, before.x1, before.order = words[1:], mark.x1, mark.order
            gone = {id(word) for word in (mark, *words)}
            page.words = [word for word in page.words if id(word) not in gone]


def usual_size(pages: Sequence[Page]) -> float:
    """The size of most letters."""
    signs = Counter[float]()
    for page in pages:
        for word in page.words:
            signs[word.size] += len(word.text)
    return signs.most_common(1)[0][0] if signs else 0.0


def _small_rows(rows: Sequence[list[Word]], largest: float) -> list[list[Word]]:
    """The rows at the foot that have no letters of the usual size."""
    small: list[list[Word]] = []
    for row in reversed(rows):
        if max(word.size for word in row) > largest:
            break
        small.insert(0, row)
    return small


def _referring(words: Sequence[Word], small: Sequence[Sequence[Word]]) -> Iterator[tuple[str, tuple[Word, Word]]]:
    """Raised figures in the text, each with the word that it stands behind."""
    below = {id(word) for row in small for word in row}
    before: Word | None = None
    for word in words:
        if word.raised and before is not None and id(word) not in below and _FIGURE.match(word.text):
            yield word.text, (word, before)
        before = word


def _notes(small: Sequence[Sequence[Word]], figures: set[str]) -> Iterator[tuple[str, list[Word]]]:
    """Each note with its figure: its first row begins with it, the rows after belong to it."""
    figure = ""
    words: list[Word] = []
    for row in small:
        if row[0].text in figures and len(row) > 1:
            if figure:
                yield figure, words
            figure, words = row[0].text, []
            figures.discard(figure)
        words += row
    if figure:
        yield figure, words
