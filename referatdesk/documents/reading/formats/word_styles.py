"""What the paragraph styles of a Word file say of the paragraphs that use them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.reading.formats.word_package import is_on, value, w
from referatdesk.domain.codes import BlockKind

_HEADING_NAME = re.compile(r"(?:heading|overskrift) ?([1-9])$", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "titel"})
_CONTENTS_NAME = re.compile(r"(?:toc|indholdsfortegnelse)[ -]?(?:[1-9]|heading|overskrift)?$", re.IGNORECASE)
_LIST_NAME = re.compile(r"(?:list (bullet|number)|opstilling - (punkttegn|talopstilling)) ?([2-5])?$", re.IGNORECASE)
MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list a paragraph belongs to, and on which level."""

    num_id: str
    level: int


class ParagraphStyles:
    """Styles by id; what a style does not say is asked of the one it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        listed = () if root is None else root.iter(w("style"))
        paragraph_styles = [one for one in listed if value(one, "type") in {None, "paragraph"}]
        self._styles = {value(one, "styleId") or "": one for one in paragraph_styles}
        defaults = [key for key, one in self._styles.items() if value(one, "default") in {"1", "true", "on"}]
        self.default = defaults[0] if defaults else ""

    def _chain(self, style_id: str) -> Iterator[etree._Element]:
        for _ in range(MAX_CHAIN):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style.find(w("basedOn"))) or ""

    def name(self, style_id: str) -> str:
        style = self._styles.get(style_id)
        named = None if style is None else value(style.find(w("name")))
        return named or style_id

    def _names(self, style_id: str) -> Iterator[str]:
        if style_id not in self._styles:
            yield style_id
        for style in self._chain(style_id):
            yield value(style.find(w("name"))) or ""

    def heading(self, style_id: str) -> int | None:
        """0 for a title, 1 to 9 for a heading, None for other text."""
        for name in self._names(style_id):
            if name.lower() in _TITLE_NAMES:
                return 0
            if match := _HEADING_NAME.match(name):
                return int(match[1])
        for style in self._chain(style_id):
            level = outline_level(style.find(w("pPr")))
            if level is not None:
                return level + 1 if level < 9 else None
        return None

    def is_contents(self, style_id: str) -> bool:
        return any(_CONTENTS_NAME.match(name) for name in self._names(style_id))

    def is_bold(self, style_id: str) -> bool:
        for style in self._chain(style_id):
            found = style.find(f"{w('rPr')}/{w('b')}")
            if found is not None:
                return is_on(found)
        return False

    def list_place(self, style_id: str) -> ListPlace | None:
        for style in self._chain(style_id):
            place = list_place(style.find(w("pPr")))
            if place is not None:
                return place
        return None

    def list_by_name(self, style_id: str) -> tuple[BlockKind, int] | None:
        """The list that a built-in list style means where the file defines no numbering for it."""
        for name in self._names(style_id):
            if match := _LIST_NAME.match(name):
                bullets = (match[1] or match[2]).lower() in {"bullet", "punkttegn"}
                return BlockKind.BULLET if bullets else BlockKind.NUMBERED, int(match[3] or 1) - 1
        return None


def outline_level(properties: etree._Element | None) -> int | None:
    found = None if properties is None else value(properties.find(w("outlineLvl")))
    return int(found) if found and found.isdigit() else None


def list_place(properties: etree._Element | None) -> ListPlace | None:
    """The list named in the properties of a paragraph or a style; num id "0" takes a paragraph out of its list."""
    numbering = None if properties is None else properties.find(w("numPr"))
    if numbering is None:
        return None
    num_id = value(numbering.find(w("numId")))
    level = value(numbering.find(w("ilvl"))) or "0"
    return None if num_id is None else ListPlace(num_id, int(level) if level.isdigit() else 0)
