"""The styles of a template, found by their built-in English names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import child, value_of

HEADINGS = range(1, 10)
_HEADING = re.compile(r"heading ([1-9])")


@dataclass(frozen=True, slots=True)
class Style:
    id: str
    name: str
    kind: str
    based_on: str | None
    outline: int | None
    numbering: str | None


class Styles:
    """Styles by lower-case name; Word writes the built-in names in English whatever its language."""

    def __init__(self, root: etree._Element | None) -> None:
        listed = [] if root is None else [_style(one) for one in root.iterfind(w("style"))]
        self._by_id = {style.id: style for style in listed}
        self._by_name = {style.name.lower(): style for style in listed}

    def id_of(self, name: str) -> str | None:
        """The id of the style with this name, in any case."""
        style = self._by_name.get(name.lower())
        return None if style is None else style.id

    def heading_level(self, style_id: str | None) -> int | None:
        """1 to 9 for a heading style and those built on it; None for other text."""
        for style in self._chain(style_id):
            if match := _HEADING.fullmatch(style.name.lower()):
                return int(match[1])
            if style.outline is not None:
                return style.outline + 1 if style.outline < len(HEADINGS) else None
        return None

    def numbering_of(self, style_id: str | None) -> str | None:
        """The numbering (w:numId) that a paragraph style brings with it."""
        return next((style.numbering for style in self._chain(style_id) if style.numbering), None)

    @property
    def paragraph_ids(self) -> dict[str, str]:
        """The styles of paragraphs by lower-case name."""
        return {name: style.id for name, style in self._by_name.items() if style.kind == "paragraph"}

    @property
    def heading_ids(self) -> dict[int, str]:
        """The built-in heading styles that the template has, by level."""
        found = {level: self.id_of(f"heading {level}") for level in HEADINGS}
        return {level: style for level, style in found.items() if style}

    def _chain(self, style_id: str | None) -> Iterator[Style]:
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            yield self._by_id[style_id]
            style_id = self._by_id[style_id].based_on


def _style(element: etree._Element) -> Style:
    style_id = element.get(w("styleId"), "")
    outline = value_of(element, "pPr/outlineLvl")
    return Style(
        id=style_id,
        name=value_of(element, "name") or style_id,
        kind=element.get(w("type"), "paragraph"),
        based_on=value_of(element, "basedOn"),
        outline=int(outline) if outline and outline.isdecimal() and len(outline) < 4 else None,
        numbering=value_of(child(element, "pPr/numPr"), "numId"),
    )
