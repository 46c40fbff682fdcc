"""The contents: Word's own field in the template, written out with complete entries.

No update is asked for when the file is opened, for Word then puts a question that frightens people. The entries are
complete, and the page numbers are fields that point at the bookmarks of the headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from referatdesk.documents.word.controls import control_name, is_repeat
from referatdesk.documents.word.findings import TemplateFinding
from referatdesk.documents.word.job import Heading
from referatdesk.documents.word.marks import Marks
from referatdesk.documents.word.names import w
from referatdesk.documents.word.nodes import ContentsMark
from referatdesk.documents.word.styles import Styles
from referatdesk.documents.word.text import escaped
from referatdesk.documents.word.xml import child, text_near

_RANGE = re.compile(r'\\o\s+"?(\d)\s*-\s*(\d)')
_ALL_LEVELS = (1, 3)


@dataclass(frozen=True, slots=True)
class Contents:
    """A contents field: its instruction, the heading levels it lists, and the style of an entry by level."""

    instruction: str = ""
    levels: range = range(0)
    styles: Mapping[int, str] = field(default_factory=dict)

    def xml(self, headings: Sequence[Heading], pages: Mapping[str, int]) -> str:
        """The paragraphs of the contents; a heading whose page is not known has no number."""
        entries = [self._entry(heading, pages.get(heading.bookmark)) for heading in headings] or [("", "")]
        begin = _field_sign("begin") + _instruction(f" {self.instruction} ") + _field_sign("separate")
        out = []
        for index, (properties, entry) in enumerate(entries):
            end = _field_sign("end") if index == len(entries) - 1 else ""
            out.append(f"<w:p>{properties}{begin if index == 0 else ''}{entry}{end}</w:p>")
        return "".join(out)

    def _entry(self, heading: Heading, page: int | None) -> tuple[str, str]:
        style = self.styles.get(heading.level)
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        words = f'<w:r><w:t xml:space="preserve">{heading.words}</w:t></w:r>'
        number = "" if page is None else f"<w:r><w:tab/></w:r>{_page_field(heading.bookmark, page)}"
        return properties, f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1">{words}{number}</w:hyperlink>'


def _page_field(bookmark: str, page: int) -> str:
    instruction = _instruction(f" PAGEREF {bookmark} \\h ")
    return (
        f"{_field_sign('begin')}{instruction}{_field_sign('separate')}<w:r><w:t>{page}</w:t></w:r>{_field_sign('end')}"
    )


def _field_sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{escaped(text)}</w:instrText></w:r>'


def mark_contents(root: etree._Element, marks: Marks, styles: Styles) -> tuple[Contents, list[TemplateFinding]]:
    """Marks the place of the first contents field in a part; without one the levels are empty."""
    found = list(_find_fields(root))
    if not found:
        return Contents(), []
    instruction, paragraphs = found[0]
    nearby = text_near(paragraphs[0])
    if not _may_be_filled(paragraphs):
        return Contents(), [TemplateFinding("contents.misplaced", "", nearby)]
    paragraphs[0].addprevious(marks.opening(lambda _: ContentsMark()))
    paragraphs[0].addprevious(marks.closing())
    for paragraph in paragraphs:
        _take_out(paragraph)
    match = _RANGE.search(instruction)
    low, high = (int(match[1]), int(match[2])) if match else _ALL_LEVELS
    entry_styles = {level: styles.id_of(f"toc {level}") for level in range(low, high + 1)}
    listed = {level: style for level, style in entry_styles.items() if style}
    return Contents(instruction, range(low, high + 1), listed), _second(found[1:])


def _second(others: list[tuple[str, list[etree._Element]]]) -> list[TemplateFinding]:
    return [TemplateFinding("contents.second", "", text_near(paragraphs[0])) for _, paragraphs in others[:1]]


def _may_be_filled(paragraphs: list[etree._Element]) -> bool:
    """Whether the field lies in one place, outside what is repeated, and takes no field of ours along."""
    if len({one.getparent() for one in paragraphs}) > 1:
        return False
    around = (control_name(control) for control in paragraphs[0].iterancestors(w("sdt")))
    within = (control_name(control) for one in paragraphs for control in one.iter(w("sdt")))
    return not any(name and is_repeat(name) for name in around) and not any(within)


def _take_out(paragraph: etree._Element) -> None:
    """Removes a paragraph of the old contents; one that ends a section or turns the page stays, without words."""
    parent = paragraph.getparent()
    if parent is None:
        return
    if child(paragraph, "pPr/sectPr") is None and not any(one.get(w("type")) for one in paragraph.iter(w("br"))):
        parent.remove(paragraph)
        return
    for one in [one for one in paragraph if one.tag != w("pPr") and not _turns_page(one)]:
        paragraph.remove(one)
    for one in [one for run in paragraph.iter(w("r")) for one in run if one.tag not in {w("rPr"), w("br")}]:
        _drop(one)


def _turns_page(run: etree._Element) -> bool:
    return any(one.get(w("type")) for one in run.iter(w("br")))


def _drop(one: etree._Element) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _find_fields(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """The instruction of each contents field, and the paragraphs that it fills."""
    open_fields: list[tuple[etree._Element, list[str]]] = []
    for one in root.iter(w("fldChar"), w("instrText"), w("fldSimple")):
        kind = one.get(w("fldCharType"))
        if one.tag == w("fldSimple"):
            if _is_contents(one.get(w("instr"), "")):
                yield one.get(w("instr"), "").strip(), _between(one, one)
        elif one.tag == w("instrText"):
            if open_fields:
                open_fields[-1][1].append(one.text or "")
        elif kind == "begin":
            open_fields.append((one, []))
        elif kind == "end" and open_fields:
            begin, instruction = open_fields.pop()
            if _is_contents("".join(instruction)):
                yield "".join(instruction).strip(), _between(begin, one)


def _is_contents(instruction: str) -> bool:
    """Whether a field lists headings: one of captions or of marked words does not."""
    words = instruction.split()
    return words[:1] == ["TOC"] and not {"\\c", "\\a", "\\f"} & set(words)


def _between(begin: etree._Element, end: etree._Element) -> list[etree._Element]:
    """The paragraphs from one place to the other; those of two places where they do not lie side by side."""
    first, last = (next(one.iterancestors(w("p"))) for one in (begin, end))
    paragraphs = [first]
    while paragraphs[-1] is not last:
        following = paragraphs[-1].getnext()
        paragraphs.append(last if following is None else following)
    return paragraphs
