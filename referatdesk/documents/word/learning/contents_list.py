"""The list of contents: Word's own stays, one that was typed becomes Word's own."""

from __future__ import annotations

import re

from lxml import etree

from referatdesk.documents.reading.parts import Part
from referatdesk.documents.word.forms import PARAGRAPH_ORDER, put
from referatdesk.documents.word.learning.building import paragraph, shown_run
from referatdesk.documents.word.learning.learnt import KEPT, Ledger
from referatdesk.documents.word.learning.looks import properties_of
from referatdesk.documents.word.learning.roles import Line, Minutes
from referatdesk.documents.word.learning.spans import SPACE, remove_line
from referatdesk.documents.word.learning.style_part import StylePart
from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import child, element

_HEADING = re.compile(r"(?:indhold|dagsorden|punkter|oversigt|sager)\w*[^\d]*", re.IGNORECASE)
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
    if _has_field(minutes.old.root) or not entries:
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


def _has_field(root: etree._Element) -> bool:
    codes = [one.text or "" for one in root.iter(w("instrText"))]
    codes += [one.get(w("instr"), "") for one in root.iter(w("fldSimple"))]
    return any(code.split()[:1] == ["TOC"] for code in codes)


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
