"""A Word file opened for looking at it: its parts, its paragraphs in order, and how they look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from referatdesk.documents.accessibility.finding import Place, Where
from referatdesk.documents.accessibility.looks import Looks
from referatdesk.documents.word.names import STYLES_RELATION, R, w
from referatdesk.documents.word.package import Package
from referatdesk.documents.word.xml import child, own, value_of

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = {
    f"{R}/header": Where.HEADER,
    f"{R}/footer": Where.FOOTER,
    f"{R}/footnotes": Where.NOTES,
    f"{R}/endnotes": Where.NOTES,
}
_SHOWN = 60
"""So many signs of a text tell a person which one it is."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`level` is that of a heading, else None; `is_listed` says that it has a number or bullet of Word's own."""

    element: etree._Element
    words: str
    level: int | None
    style: str
    is_listed: bool

    @property
    def is_empty(self) -> bool:
        return not self.words.strip()


@dataclass(frozen=True)
class Part:
    """The document itself, a header, a footer or the notes."""

    where: Where
    name: str
    root: etree._Element
    looks: Looks

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """In the order of the text, those in tables and text boxes too; what older programs see instead is left out."""
        return [self._paragraph(one) for one in self.elements("p")]

    def elements(self, *names: str) -> Iterator[etree._Element]:
        hidden = {below for fallback in self.root.iter(_FALLBACK) for below in fallback.iter()}
        return (one for one in self.root.iter(*(w(name) for name in names)) if one not in hidden)

    def place(self, element: etree._Element) -> Place:
        """Where an element stands, in words that a person can search for."""
        wanted = next(element.iterancestors(w("p")), None)
        if wanted is None:
            wanted = element if element.tag == w("p") else next(element.iter(w("p")), element)
        return self._places.get(wanted, Place(self.where))

    @cached_property
    def _places(self) -> dict[etree._Element, Place]:
        places = {}
        heading, before = "", ""
        for paragraph in self.paragraphs:
            places[paragraph.element] = Place(self.where, shown(heading), shown(paragraph.words) or shown(before))
            if paragraph.is_empty:
                continue
            before = paragraph.words
            heading = heading if paragraph.level is None else paragraph.words
        return places

    def _paragraph(self, element: etree._Element) -> Paragraph:
        style = value_of(element, "pPr/pStyle")
        direct = value_of(element, "pPr/outlineLvl")
        level = (
            int(direct) + 1
            if direct and direct.isdecimal() and len(direct) < 4
            else self.looks.styles.heading_level(style)
        )
        numbered = value_of(element, "pPr/numPr/numId") or self.looks.styles.numbering_of(style) or "0"
        texts = own(element, w("t"), w("tab"), w("br"), w("noBreakHyphen"))
        words = "".join(one.text or "" if one.tag == w("t") else " " for one in texts)
        in_reach = level if level is not None and level <= len("123456789") else None
        return Paragraph(element, words, in_reach, self.looks.name_of(style), numbered != "0")


@dataclass(frozen=True)
class Opened:
    package: Package
    looks: Looks
    parts: tuple[Part, ...]

    @property
    def body(self) -> Part:
        return self.parts[0]


def opened(package: Package) -> Opened:
    """Raises TemplateError for a part that the gate refuses."""
    main = package.main
    styles = package.related(main, STYLES_RELATION)
    looks = Looks(package.tree(styles) if styles else None)
    others = [(one.target, _PARTS[one.kind]) for one in package.relations(main) if one.kind in _PARTS]
    listed = [(main, Where.BODY), *((name, where) for name, where in dict(others).items() if name in package.parts)]
    return Opened(package, looks, tuple(Part(where, name, package.tree(name), looks) for name, where in listed))


def cell_of(element: etree._Element) -> etree._Element | None:
    """The table cell that it stands in."""
    return next(element.iterancestors(w("tc")), None)


def shown(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1].rstrip() + "…"


def is_on(element: etree._Element | None, path: str) -> bool:
    """Whether a switch of WordprocessingML is there and not turned off."""
    found = child(element, path)
    return found is not None and found.get(w("val"), "1") not in {"0", "false", "off"}
