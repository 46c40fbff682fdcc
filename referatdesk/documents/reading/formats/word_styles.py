"""What the styles of a Word file say of the paragraphs and words that use them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from referatdesk.documents.reading.formats.word_package import is_on, value, w
from referatdesk.domain.codes import BlockKind

_HEADING_NAME = re.compile(r"(?:heading|overskrift) ?([1-9])$", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "titel"})
_CONTENTS_NAME = re.compile(r"(?:toc|indholdsfortegnelse)[ -]?(?:[1-9]|heading|overskrift)?$", re.IGNORECASE)
_LIST_NAME = re.compile(r"(?:list (bullet|number)|opstilling - (punkttegn|talopstilling)) ?([2-5])?$", re.IGNORECASE)
MAX_CHAIN = 20
T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list a paragraph belongs to, and on which level; None where that is not said."""

    num_id: str | None
    level: int | None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with all that it takes over from those it is based on.

    `heading` is 0 for a title, 1 to 9 for a heading. `list_by_name` is the list that a built-in list style means where
    the file defines no numbering for it.
    """

    id: str
    name: str
    heading: int | None
    contents: bool
    bold: bool
    page_before: bool
    list_place: ListPlace | None
    list_by_name: tuple[BlockKind, int] | None


@dataclass(frozen=True, slots=True)
class WordForm:
    """What a character style says; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool = False


class Styles:
    """The styles of one file by id, each looked up once."""

    def __init__(self, root: etree._Element | None) -> None:
        listed = [] if root is None else list(root.iter(w("style")))
        self._styles = {(value(one, "type") or "paragraph", value(one, "styleId") or ""): one for one in listed}
        paragraphs = [(key, one) for (kind, key), one in self._styles.items() if kind == "paragraph"]
        self.default = next((key for key, one in paragraphs if value(one, "default") in {"1", "true", "on"}), "")
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._words: dict[str, WordForm] = {}

    def paragraph(self, style_id: str) -> ParagraphStyle:
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._paragraph(style_id)
        return self._paragraphs[style_id]

    def words(self, style_id: str) -> WordForm:
        if style_id not in self._words:
            chain = list(self._chain("character", style_id))
            self._words[style_id] = WordForm(
                bold=_first(chain, lambda one: _switch(one, "b")),
                italic=_first(chain, lambda one: _switch(one, "i")),
                hidden=bool(_first(chain, lambda one: _switch(one, "vanish"))),
            )
        return self._words[style_id]

    def _paragraph(self, style_id: str) -> ParagraphStyle:
        chain = list(self._chain("paragraph", style_id))
        names = [value(one.find(w("name"))) or "" for one in chain] or [style_id]
        return ParagraphStyle(
            id=style_id,
            name=names[0] or style_id,
            heading=_heading(names, chain),
            contents=any(_CONTENTS_NAME.match(name) for name in names),
            bold=bool(_first(chain, lambda one: _switch(one, "b"))),
            page_before=bool(_first(chain, _breaks_page)),
            list_place=_first(chain, lambda one: list_place(one.find(w("pPr")))),
            list_by_name=_first(names, _list_by_name),
        )

    def _chain(self, kind: str, style_id: str) -> Iterator[etree._Element]:
        for _ in range(MAX_CHAIN):
            style = self._styles.get((kind, style_id))
            if style is None:
                return
            yield style
            style_id = value(style.find(w("basedOn"))) or ""


def _first(listed: list[T], asked: Callable[[T], S | None]) -> S | None:
    return next((found for one in listed if (found := asked(one)) is not None), None)


def _switch(style: etree._Element, name: str) -> bool | None:
    found = style.find(f"{w('rPr')}/{w(name)}")
    return None if found is None else is_on(found)


def _breaks_page(style: etree._Element) -> bool | None:
    found = style.find(f"{w('pPr')}/{w('pageBreakBefore')}")
    return None if found is None else is_on(found)


def _heading(names: list[str], chain: list[etree._Element]) -> int | None:
    for name in names:
        if name.lower() in _TITLE_NAMES:
            return 0
        if match := _HEADING_NAME.match(name):
            return int(match[1])
    level = _first(chain, lambda one: outline_level(one.find(w("pPr"))))
    return None if level is None or level >= 9 else level + 1


def _list_by_name(name: str) -> tuple[BlockKind, int] | None:
    match = _LIST_NAME.match(name)
    if match is None:
        return None
    bullets = (match[1] or match[2]).lower() in {"bullet", "punkttegn"}
    return BlockKind.BULLET if bullets else BlockKind.NUMBERED, int(match[3] or 1) - 1


def outline_level(properties: etree._Element | None) -> int | None:
    """Counted from 0; 9 says that it is no heading."""
    found = None if properties is None else value(properties.find(w("outlineLvl")))
    return int(found) if found in set("0123456789") else None


def list_place(properties: etree._Element | None) -> ListPlace | None:
    """The list named in the properties of a paragraph or a style; num id "0" takes a paragraph out of its list."""
    numbering = None if properties is None else properties.find(w("numPr"))
    if numbering is None:
        return None
    level = value(numbering.find(w("ilvl"))) or ""
    return ListPlace(value(numbering.find(w("numId"))), int(level) if level in set("012345678") else None)
