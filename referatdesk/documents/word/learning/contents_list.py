"""The list of contents: Word's own stays, one that was typed becomes Word's own."""

from __future__ import annotations

import re

from lxml import etree

from referatdesk.documents.reading.parts import Part
from referatdesk.documents.word.forms import PARAGRAPH_ORDER, put
from referatdesk.documents.word.learning.accepted import remove
from referatdesk.documents.word.learning.building import paragraph, shown_run
from referatdesk.documents.word.learning.learnt import KEPT, Ledger
from referatdesk.documents.word.learning.looks import properties_of
from referatdesk.documents.word.learning.roles import Line, Minutes
from referatdesk.documents.word.learning.spans import SPACE, remove_line
from referatdesk.documents.word.learning.style_part import StylePart
from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import child, element

_HEADING = re.compile(r"(?:indhold|dagsorden|punkter|oversigt|sager)\w*[^\d]*", re.IGNORECASE)
_LEVELS = re.compile(r'\\o\s+"?(\d)\s*-\s*(\d)')
_TEXT_WIDTH = 9026
CONTENTS = "indholdsfortegnelse"


def learn_contents(minutes: Minutes, styles: StylePart, level: int, ledger: Ledger) -> None:
    """Entries that somebody typed go, and a field that lists the items takes their place."""
    lines = minutes.of(Part.CONTENTS)
    if not lines:
        return
    entries = lines[1:] if _HEADING.fullmatch(lines[0].source.flat) else lines
    for line in lines:
        ledger.take(line.number, line.source.flat, CONTENTS if line in entries else KEPT)
    known = _field_of(minutes.old.root)
    if known is not None:
        _empty(*known)
        return
    if not entries:
        return
    properties = _entry_form(entries[0])
    style = styles.contents(level, properties)
    field = _field(f'TOC \\o "{level}-{level}" \\h \\z \\u')
    shown = element("pPr")
    shown.append(element("pStyle", style))
    entries[0].element.addprevious(paragraph(shown, *field))
    ledger.find("contents.typed", entries[0].source.flat, entries[0].number)
    for line in entries:
        remove_line(line.element)


def lists_labels(root: etree._Element) -> bool:
    """Whether Word's own contents list headings of several levels, so that a label made one would stand in them."""
    known = _field_of(root)
    levels = _LEVELS.search(known[0]) if known is not None else None
    return known is not None and (levels is None or levels[1] != levels[2])


def _field_of(root: etree._Element) -> tuple[str, list[etree._Element]] | None:
    """Word's own field: its instruction, and the paragraphs that it fills."""
    opened: list[tuple[etree._Element, list[str]]] = []
    for one in root.iter(w("fldChar"), w("instrText")):
        kind = one.get(w("fldCharType"))
        if kind == "begin":
            opened.append((one, []))
        elif opened and one.tag == w("instrText"):
            opened[-1][1].append(one.text or "")
        elif opened and kind == "end":
            begin, codes = opened.pop()
            instruction = "".join(codes).strip()
            if instruction.split()[:1] == ["TOC"]:
                return instruction, _between(begin, one)
    return None


def _between(begin: etree._Element, end: etree._Element) -> list[etree._Element]:
    first, last = (next(one.iterancestors(w("p"))) for one in (begin, end))
    filled = [first]
    while filled[-1] is not last and (following := filled[-1].getnext()) is not None:
        filled.append(following)
    return filled


def _empty(instruction: str, filled: list[etree._Element]) -> None:
    """The old entries go; Word's field stays, and so does the style of its entries."""
    filled[0].addprevious(paragraph(properties_of(filled[0]), *_field(instruction)))
    for one in filled:
        remove(one)


def _entry_form(line: Line) -> etree._Element:
    """The form of an entry, with a place for the number of the page at the right."""
    form = properties_of(line.element)
    if child(form, "tabs") is None:
        tabs, stop = element("tabs"), element("tab", "right")
        stop.set(w("leader"), "dot")
        stop.set(w("pos"), str(_TEXT_WIDTH))
        tabs.append(stop)
        put(form, tabs, PARAGRAPH_ORDER)
    return form


def _field(instruction: str) -> list[etree._Element]:
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(SPACE, "preserve")
    signs = [_sign("begin"), element("r"), _sign("separate"), shown_run("[Punkterne med sidetal]", None), _sign("end")]
    signs[1].append(code)
    return signs


def _sign(kind: str) -> etree._Element:
    run, mark = element("r"), element("fldChar")
    mark.set(w("fldCharType"), kind)
    run.append(mark)
    return run
