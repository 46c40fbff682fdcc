"""The words of one paragraph of an OpenDocument text as runs, and what is anchored in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from referatdesk.documents.gate.relations import safe_link
from referatdesk.documents.reading.formats.odt_package import n
from referatdesk.documents.reading.formats.odt_styles import OdtStyle, OdtStyles
from referatdesk.domain.richtext import Run

_BLANKS = re.compile("[ \t\r\n]+")
_MAX_BLANKS = 1000
_DRAWN = frozenset(map(n, ("draw:frame", "draw:custom-shape", "draw:g", "draw:text-box", "draw:rect", "draw:a")))
_UNSPOKEN = frozenset(
    map(
        n,
        (
            "office:annotation",
            "office:annotation-end",
            "text:tracked-changes",
            "text:ruby-text",
            "text:note",
            "text:hidden-text",
            "text:script",
            "office:event-listeners",
            "svg:title",
            "svg:desc",
        ),
    )
)
_PAGE_NUMBERS = frozenset({n("text:page-number"), n("text:page-count"), n("text:page-continuation")})


@dataclass(slots=True)
class OdtWords:
    """What one paragraph holds; drawings, notes and comments are left to the caller, in the order of the text."""

    runs: list[Run] = field(default_factory=list)
    drawings: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    comments: list[etree._Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Form:
    bold: bool
    italic: bool
    underline: bool
    link: str | None = None


class OdtRuns:
    """Reads paragraphs in order. `changed` is told each mark of a tracked change, `said` all words as they come."""

    def __init__(
        self,
        styles: OdtStyles,
        changed: Callable[[etree._Element], None],
        said: Callable[[str], None],
        *,
        numbers_pages: bool = True,
    ) -> None:
        self._styles = styles
        self._changed = changed
        self._said = said
        self._numbers_pages = numbers_pages
        self._words = OdtWords()
        self._after_blank = True
        self._signs: dict[str, Callable[[etree._Element], str]] = {
            n("text:s"): lambda one: " " * _count(one.get(n("text:c"))),
            n("text:tab"): lambda _: "\t",
            n("text:line-break"): lambda _: "\n",
        }
        self._marks = frozenset(map(n, ("text:change-start", "text:change-end", "text:change")))

    def read(self, paragraph: etree._Element, style: OdtStyle) -> OdtWords:
        self._words, self._after_blank = OdtWords(), True
        form = _Form(bool(style.bold), bool(style.italic), bool(style.underline))
        self._say(paragraph.text, form)
        self._below(paragraph, form)
        return self._words

    def _below(self, element: etree._Element, form: _Form) -> None:
        for child in element:
            self._child(child, form)
            self._say(child.tail, form)

    def _child(self, child: etree._Element, form: _Form) -> None:
        tag = child.tag
        if tag in self._signs:
            self._add(self._signs[tag](child), form)
        elif tag in self._marks:
            self._changed(child)
        elif tag in _DRAWN:
            self._words.drawings.append(child)
        elif tag == n("text:note"):
            self._words.notes.append(child)
        elif tag == n("office:annotation"):
            self._words.comments.append(child)
        elif tag in _UNSPOKEN or (tag in _PAGE_NUMBERS and not self._numbers_pages):
            return
        else:
            inner = self._formed(child, form)
            if inner is not None:
                self._say(child.text, inner)
                self._below(child, inner)

    def _formed(self, element: etree._Element, form: _Form) -> _Form | None:
        """The form within an element, None where its words are hidden."""
        if element.tag == n("text:a"):
            return replace(form, link=safe_link(element.get(n("xlink:href"), "")) or form.link)
        name = element.get(n("text:style-name")) if element.tag == n("text:span") else None
        if name is None:
            return form
        style = self._styles.of("text", name)
        if style.hidden:
            return None
        return replace(
            form,
            bold=form.bold if style.bold is None else style.bold,
            italic=form.italic if style.italic is None else style.italic,
            underline=form.underline if style.underline is None else style.underline,
        )

    def _say(self, text: str | None, form: _Form) -> None:
        """Blanks and line ends of the file are one blank, and none after another, as the format has it."""
        if not text:
            return
        words = _BLANKS.sub(" ", text)
        if self._after_blank and words.startswith(" "):
            words = words[1:]
        if words:
            self._add(unicodedata.normalize("NFC", words), form)
            self._after_blank = words.endswith(" ")

    def _add(self, words: str, form: _Form) -> None:
        self._after_blank = False
        underlined = form.underline and form.link is None
        self._words.runs.append(Run(words, form.bold, form.italic, underlined, form.link))
        self._said(words)


def _count(number: str | None) -> int:
    return min(int(number), _MAX_BLANKS) if number and number.isascii() and number.isdigit() and len(number) < 9 else 1
