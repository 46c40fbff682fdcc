"""One Word paragraph read: its words as runs, and what is anchored in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from referatdesk.documents.gate.relations import Relation, safe_link
from referatdesk.documents.reading.formats import word_drawings as drawings
from referatdesk.documents.reading.formats.word_fields import Fields
from referatdesk.documents.reading.formats.word_marks import ARRIVED, GONE, CommentMarks, Pending, author_of, words_of
from referatdesk.documents.reading.formats.word_package import R, is_on, value, w
from referatdesk.documents.reading.formats.word_styles import Styles
from referatdesk.documents.reading.source import SourcePicture
from referatdesk.domain.richtext import Run

TEXT_BOX = w("txbxContent")
_UNSPOKEN = frozenset(
    {w("pPr"), w("rPr"), w("sdtPr"), w("sdtEndPr"), w("sectPr"), w("rt"), w("delText"), w("delInstrText")}
)
_BREAKS_PAGE = frozenset({"page", "column"})
_LINE_SIGNS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\u00ad": None})
_MATH_WORDS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SYMBOLS = {
    0xB7: "•",
    0xA7: "▪",
    0x6C: "•",
    0x6E: "▪",
    0xA8: "☐",
    0x6F: "☐",
    0x71: "☐",
    0xFD: "☒",
    0xFE: "☑",
    0x78: "☒",
    0x52: "☑",
    0xFC: "✓",
    0xFB: "✗",
    0xE0: "→",
    0xF0: "→",
    0xDF: "←",
    0x2D: "-",
}
"""Signs of Wingdings and Symbol by their places; other places print nothing that a letter could say."""


@dataclass(slots=True)
class Words:
    """What one paragraph holds. Boxes and notes are left to the caller, in the order of the text."""

    runs: list[Run] = field(default_factory=list)
    pictures: list[SourcePicture] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind ("footnote", "endnote") and id."""
    page_before: bool = False
    page_after: bool = False
    contents: bool = False


@dataclass(frozen=True, slots=True)
class PartOfFile:
    """What a reader of runs needs to know of the part and the file it reads."""

    styles: Styles
    relations: Mapping[str, Relation]
    pictures: drawings.Pictures
    pending: Pending
    comments: CommentMarks
    numbers_pages: bool
    """Whether page numbers are text."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for the words inside some element."""

    bold: bool
    link: str | None = None
    arrived_by: tuple[str | None] | None = None
    """The author of a tracked insertion, where it is one."""


class RunReader:
    """Reads the paragraphs of one part from top to bottom; fields may reach from one into the next."""

    def __init__(self, part: PartOfFile) -> None:
        self._part = part
        self._fields = Fields()
        self._words = Words()
        self._line = 0
        self._alt = ""
        self._ways: dict[str, Callable[[etree._Element, _Around], None]] = {
            w("r"): self._run,
            w("hyperlink"): self._hyperlink,
            w("fldSimple"): self._simple_field,
            drawings.ALTERNATES: self._alternates,
            **dict.fromkeys(ARRIVED, self._arrived),
            **dict.fromkeys(drawings.DESCRIPTIONS, self._described),
        }
        self._leaves: dict[str, Callable[[etree._Element], None]] = {
            TEXT_BOX: self._box,
            drawings.DIAGRAM: self._diagram,
            **dict.fromkeys(GONE, self._gone),
            **dict.fromkeys(_UNSPOKEN, lambda _: None),
            **dict.fromkeys(drawings.PICTURES, self._picture),
            **dict.fromkeys((w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")), self._comment),
            **dict.fromkeys((w("footnoteReference"), w("endnoteReference")), self._note),
            w("instrText"): lambda one: self._fields.instruct(one.text),
        }
        self._signs: dict[str, Callable[[etree._Element], str]] = {
            w("t"): lambda one: one.text or "",
            _MATH_WORDS: lambda one: one.text or "",
            w("tab"): lambda _: "\t",
            w("ptab"): lambda _: "\t",
            w("cr"): lambda _: "\n",
            w("br"): self._break,
            w("noBreakHyphen"): lambda _: "-",
            w("sym"): _symbol,
            w("fldChar"): self._fields.mark,
        }

    def read(self, paragraph: etree._Element, bold: bool, line: int) -> Words:
        """The words on that line of the source; `bold` is what the paragraph's style says."""
        self._words = words = Words()
        self._line, self._alt = line, ""
        self._part.pending.interrupt()
        words.contents = self._fields.in_contents
        self._below(paragraph, _Around(bold))
        words.contents = words.contents or self._fields.in_contents
        self._fields.paragraph_ends()
        return words

    def _below(self, element: etree._Element, around: _Around) -> None:
        for child in element:
            if child.tag in self._signs:
                self._say(self._spoken(child), around, None)
            else:
                self._beyond_words(child, around)

    def _beyond_words(self, element: etree._Element, around: _Around) -> None:
        tag = element.tag
        if tag in self._ways:
            self._ways[tag](element, around)
        elif tag in self._leaves:
            self._leaves[tag](element)
        else:
            self._below(element, around)

    def _run(self, element: etree._Element, around: _Around) -> None:
        form = element.find(w("rPr"))
        said = None if form is None else self._part.styles.words(value(form.find(w("rStyle"))) or "")
        if form is not None and said is not None:
            own = form.find(w("vanish"))
            if is_on(own) or (own is None and said.hidden):
                return
        spoken: list[str] = []
        for child in element:
            if child.tag in self._signs:
                spoken.append(self._spoken(child))
            else:
                self._beyond_words(child, around)
        self._say("".join(spoken), around, form)

    def _spoken(self, element: etree._Element) -> str:
        """What an element says, unless it stands in a field's instruction or is the number of a page."""
        sign = self._signs[element.tag](element)
        page_number = self._fields.in_page_number and not self._part.numbers_pages
        is_silent = (self._fields.hides or page_number) and element.tag != w("fldChar")
        return "" if is_silent else sign

    def _say(self, text: str, around: _Around, form: etree._Element | None) -> None:
        words = text.translate(_LINE_SIGNS)
        if not words:
            return
        if not unicodedata.is_normalized("NFC", words):
            words = unicodedata.normalize("NFC", words)
        link = around.link or self._fields.link
        underlined = form is not None and is_on(form.find(w("u")))
        self._words.runs.append(
            Run(
                words,
                bold=self._switch(form, "b", around.bold),
                italic=self._switch(form, "i", False),
                underline=underlined and link is None,
                link=link,
            )
        )
        if words.strip():
            self._words.page_after = False
        if around.arrived_by is None:
            self._part.pending.interrupt()
        else:
            self._part.pending.add(self._line, words, True, around.arrived_by[0])

    def _switch(self, form: etree._Element | None, name: str, by_paragraph: bool) -> bool:
        """What the run itself says; else the style of its words, which turns round what the paragraph's style says."""
        if form is None:
            return by_paragraph
        own = form.find(w(name))
        if own is not None:
            return is_on(own)
        style = self._part.styles.words(value(form.find(w("rStyle"))) or "")
        return by_paragraph != bool(style.bold if name == "b" else style.italic)

    def _break(self, element: etree._Element) -> str:
        if value(element, "type") not in _BREAKS_PAGE:
            return "\n"
        if any(run.text.strip() for run in self._words.runs):
            self._words.page_after = True
            return "\n"
        self._words.page_before = True
        return ""

    def _hyperlink(self, element: etree._Element, around: _Around) -> None:
        relation = self._part.relations.get(element.get(f"{{{R}}}id") or "")
        link = safe_link(relation.target) if relation is not None and relation.external else None
        self._below(element, _Around(around.bold, link or around.link, around.arrived_by))

    def _simple_field(self, element: etree._Element, around: _Around) -> None:
        self._fields.begin(value(element, "instr") or "")
        self._below(element, around)
        self._fields.end()

    def _alternates(self, element: etree._Element, around: _Around) -> None:
        one = drawings.chosen(element)
        if one is not None:
            self._below(one, around)

    def _gone(self, element: etree._Element) -> None:
        self._part.pending.add(self._line, words_of(element), False, author_of(element))
        self._part.comments.see_below(element, self._line)

    def _arrived(self, element: etree._Element, around: _Around) -> None:
        self._below(element, _Around(around.bold, around.link, (author_of(element),)))

    def _comment(self, element: etree._Element) -> None:
        self._part.comments.see(element, self._line)

    def _box(self, element: etree._Element) -> None:
        self._words.boxes.append(element)

    def _note(self, element: etree._Element) -> None:
        kind = str(element.tag).rpartition("}")[2].removesuffix("Reference")
        self._words.notes.append((kind, value(element, "id") or ""))

    def _described(self, element: etree._Element, around: _Around) -> None:
        self._alt = drawings.description(element) or self._alt
        self._below(element, around)

    def _picture(self, element: etree._Element) -> None:
        found = self._part.pictures.picture(element, self._part.relations, self._alt)
        if found is not None and not self._fields.hides:
            self._words.pictures.append(found)
        self._alt = ""

    def _diagram(self, element: etree._Element) -> None:
        self._words.diagrams += self._part.pictures.diagram(element, self._part.relations)


def _symbol(element: etree._Element) -> str:
    code = value(element, "char") or ""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= place <= 0xF0FF:
        return _SYMBOLS.get(place - 0xF000, "")
    return chr(place) if 0x20 <= place < 0xD800 else ""
