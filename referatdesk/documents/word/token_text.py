"""The text of a paragraph across its runs, and where each piece of it stands in the bytes of the part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from referatdesk.documents.word.controls import control_name
from referatdesk.documents.word.fields import FIELDS
from referatdesk.documents.word.names import w
from referatdesk.documents.word.token_words import OBJECT

_MARKUP = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?P<close>/?)(?:[^\"'>]|\"[^\"]*\"|'[^']*')*?(?P<empty>/?)>", re.DOTALL
)
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("softHyphen"): "\u00ad"}
_SILENT = {w("rPr"), w("lastRenderedPageBreak")}
_SKIPPED = {w("del"), w("moveFrom"), w("pPr"), w("txbxContent")}


@dataclass(frozen=True, slots=True)
class Span:
    """Where an element stands in the text of its part: all of it, and its content."""

    start: int
    inner: int
    inner_end: int
    end: int


def spans_of(root: etree._Element, source: str) -> dict[etree._Element, Span]:
    """Every element of a part with its place in the text it was parsed from: tags come in the order of the tree."""
    spans: dict[etree._Element, Span] = {}
    elements = root.iter(etree.Element)
    opened: list[tuple[etree._Element, re.Match[str]]] = []
    for mark in _MARKUP.finditer(source):
        if mark["close"] is None:
            continue
        if mark["close"]:
            one, opening = opened.pop()
            spans[one] = Span(opening.start(), opening.end(), mark.start(), mark.end())
        elif mark["empty"]:
            spans[next(elements)] = Span(mark.start(), mark.end(), mark.end(), mark.end())
        else:
            opened.append((next(elements), mark))
    return spans


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a run: its letters, or a sign that stands for what it is. `start` is its place in the text."""

    run: etree._Element
    element: etree._Element
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Line:
    """A paragraph as the text of its runs; what stands in a text box of it is none of its own."""

    def __init__(self, paragraph: etree._Element) -> None:
        self.paragraph = paragraph
        self.atoms = list(_atoms(paragraph))
        self.text = "".join(atom.text for atom in self.atoms)

    def run_at(self, place: int) -> etree._Element:
        """The run that holds the letter at this place."""
        return next(atom.run for atom in self.atoms if atom.start <= place < atom.end)

    @cached_property
    def has_section(self) -> bool:
        return self.paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None


def _atoms(paragraph: etree._Element) -> Iterator[Atom]:
    place = 0
    for run in _runs(paragraph):
        for one in run.iterchildren(etree.Element):
            if one.tag != w("rPr"):
                text = _letters(one)
                yield Atom(run, one, text, place)
                place += len(text)


def _letters(element: etree._Element) -> str:
    if element.tag == w("t"):
        return element.text or ""
    return "" if element.tag in _SILENT else _SIGNS.get(str(element.tag), OBJECT)


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    for one in parent.iterchildren(etree.Element):
        if one.tag == w("r"):
            yield one
        elif one.tag not in _SKIPPED and not _is_field(one):
            yield from _runs(one)


def _is_field(element: etree._Element) -> bool:
    """Whether it is a control that is filled: what it shows until then is no text of the template."""
    return element.tag == w("sdt") and control_name(element) in FIELDS


def stories(root: etree._Element) -> list[list[Line]]:
    """The lines of each text that runs by itself: those in text boxes, the innermost first, then the part's own."""
    by_story: dict[etree._Element, list[Line]] = {root: []}
    for paragraph in root.iter(w("p")):
        story = next(paragraph.iterancestors(w("txbxContent")), root)
        by_story.setdefault(story, []).append(Line(paragraph))
    deepest_first = sorted(by_story, key=lambda story: -sum(1 for _ in story.iterancestors()))
    return [by_story[story] for story in deepest_first]
