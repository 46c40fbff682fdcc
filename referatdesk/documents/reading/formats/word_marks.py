"""What readers of a Word file left in it: comments, and changes that nobody had accepted or rejected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from referatdesk.documents.reading.formats.word_package import value, w
from referatdesk.documents.reading.source import Place, SourceChange, SourceComment

GONE = frozenset({w("del"), w("moveFrom")})
ARRIVED = frozenset({w("ins"), w("moveTo")})
_SPOKEN = {w("t"): None, w("delText"): None, w("tab"): "\t", w("br"): "\n", w("cr"): "\n"}
_COMMENT_MARKS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))


def author_of(element: etree._Element) -> str | None:
    return value(element, "author") or None


def words_of(element: etree._Element) -> str:
    """All words below an element, also deleted ones."""
    found: list[str] = []
    for one in element.iter(*_SPOKEN):
        sign = _SPOKEN[str(one.tag)]
        found.append(one.text or "" if sign is None else sign)
    return "".join(found)


class Pending:
    """The changes of one file in order; pieces of one change that stand side by side are one."""

    def __init__(self) -> None:
        self._changes: list[SourceChange] = []
        self._goes_on = False

    def add(self, line: int, words: str, inserted: bool, author: str | None) -> None:
        if not words:
            return
        last = self._changes[-1] if self._changes and self._goes_on else None
        if last is not None and (last.place.line_to, last.inserted, last.author) == (line, inserted, author):
            self._changes[-1] = replace(last, text=last.text + words)
        else:
            self._changes.append(SourceChange(Place(line, line), words, inserted, author))
        self._goes_on = True

    def interrupt(self) -> None:
        """Unchanged words stand between the last change and the next."""
        self._goes_on = False

    def changes(self) -> tuple[SourceChange, ...]:
        return tuple(one for one in self._changes if one.text.strip())


class CommentMarks:
    """Where the comments of one file are tied to its text."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}

    def see(self, element: etree._Element, line: int) -> None:
        key, here = value(element, "id") or "", Place(line, line)
        self._places[key] = self._places.get(key, here).to(here)

    def see_below(self, element: etree._Element, line: int) -> None:
        for one in element.iter(*_COMMENT_MARKS):
            self.see(one, line)

    def placed(self, root: etree._Element | None) -> tuple[SourceComment, ...]:
        """The comments of that part, in the order of the text."""
        listed = list(_comments(root, self._places)) if root is not None else []
        return tuple(sorted(listed, key=lambda one: one.place.line_from))


def _comments(root: etree._Element, places: dict[str, Place]) -> Iterator[SourceComment]:
    for one in root.iterfind(w("comment")):
        lines = [words_of(paragraph) for paragraph in _paragraphs(one)]
        words = "\n".join(line for line in lines if line.strip())
        if words:
            place = places.get(value(one, "id") or "", Place(1, 1))
            yield SourceComment(place, words, author_of(one), value(one, "date") or None)


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """Those within an element, but none that stands within another."""
    for child in element:
        if child.tag == w("p"):
            yield child
        else:
            yield from _paragraphs(child)
