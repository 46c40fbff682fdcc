"""Pictures of a Word file: their bytes, and the words that stand for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from referatdesk.documents.gate.pictures import media_type
from referatdesk.documents.reading.formats.word_package import R
from referatdesk.documents.reading.source import SourcePicture

if TYPE_CHECKING:
    from referatdesk.documents.gate.relations import Relation
    from referatdesk.documents.reading.formats.word_package import WordPackage

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_V = "urn:schemas-microsoft-com:vml"
_DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

ALTERNATES = f"{{{_MC}}}AlternateContent"
DESCRIPTIONS = frozenset({f"{{{_WP}}}docPr", f"{{{_PIC}}}cNvPr", f"{{{_V}}}shape", f"{{{_V}}}rect"})
PICTURES = frozenset({f"{{{_A}}}blip", f"{{{_V}}}imagedata"})
DIAGRAM = f"{{{_DGM}}}relIds"
_EMBEDDED = (f"{{{R}}}embed", f"{{{R}}}id")
MAX_BYTES = 30_000_000
"""Pictures beyond so many bytes in one file are kept by their words alone."""


def chosen(alternates: etree._Element) -> etree._Element | None:
    """The one form of what is written twice for new and old programs."""
    choice = alternates.find(f"{{{_MC}}}Choice")
    return choice if choice is not None else alternates.find(f"{{{_MC}}}Fallback")


def description(element: etree._Element) -> str:
    """The words that somebody wrote for those who do not see the picture."""
    words = element.get("descr") or element.get("title") or element.get("alt") or ""
    return " ".join(words.split())


class Pictures:
    """The pictures of one file; each counts towards what may be kept of all."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._left = MAX_BYTES

    def picture(self, element: etree._Element, relations: Mapping[str, Relation], words: str) -> SourcePicture | None:
        """The picture that is pointed at; without bytes where it lies outside the file, which is never opened."""
        keys = [key for name in _EMBEDDED if (key := element.get(name))]
        relation = relations.get(keys[0]) if keys else None
        inside = None if relation is None or relation.external else self._package.content(relation.target)
        if inside is not None and len(inside) <= self._left:
            kind = media_type(inside)
            if kind is not None:
                self._left -= len(inside)
                return SourcePicture(inside, kind, words)
        return SourcePicture(b"", "", words) if words else None

    def diagram(self, element: etree._Element, relations: Mapping[str, Relation]) -> list[str]:
        """The words of a drawn diagram, one line for each of its shapes."""
        relation = relations.get(element.get(f"{{{R}}}dm") or "")
        root = None if relation is None or relation.external else self._package.part(relation.target)
        shapes = () if root is None else root.iter(f"{{{_DGM}}}t")
        lines = ["".join(word.text or "" for word in shape.iter(f"{{{_A}}}t")).strip() for shape in shapes]
        return [line for line in lines if line]
