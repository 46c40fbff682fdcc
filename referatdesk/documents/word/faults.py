"""What in a part of a template cannot work, and what would stand in every file: looked for before it is compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from referatdesk.documents.word.controls import content_of, control_name, is_repeat, unmarked_name
from referatdesk.documents.word.fields import TAG_PREFIX
from referatdesk.documents.word.findings import TemplateFinding
from referatdesk.documents.word.names import W14, w
from referatdesk.documents.word.xml import child, text_near, visible_text

_TOKEN = re.compile(r"\[\[([^\[\]]{1,80})\]\]")
_MERGED = re.compile(r"\s*MERGEFIELD\s+\"?([^\"\\\s]+)")
_NOTES = (w("footnoteReference"), w("endnoteReference"))
_UNSUITABLE = (w("picture"), w("equation"), w("citation"), w("bibliography"), f"{{{W14}}}checkbox")


def faults_in(root: etree._Element) -> Iterator[TemplateFinding]:
    """The faults of a part whose fields are filled."""
    yield from _typed_tokens(root)
    yield from _merge_fields(root)
    for control in root.iter(w("sdt")):
        yield from _of_control(control)


def unreachable_fields(root: etree._Element) -> Iterator[TemplateFinding]:
    """Fields in notes and comments, where nothing is filled in."""
    for control in root.iter(w("sdt")):
        if name := control_name(control):
            yield TemplateFinding("field.unreachable", name, text_near(control))


def _typed_tokens(root: etree._Element) -> Iterator[TemplateFinding]:
    for paragraph in root.iter(w("p")):
        for match in _TOKEN.finditer(visible_text(paragraph)):
            yield TemplateFinding("token.left", match[1].strip(), text_near(paragraph))


def _merge_fields(root: etree._Element) -> Iterator[TemplateFinding]:
    for one in root.iter(w("instrText"), w("fldSimple")):
        if match := _MERGED.match(one.get(w("instr"), one.text or "")):
            yield TemplateFinding("field.merge", match[1], text_near(one))


def _of_control(control: etree._Element) -> Iterator[TemplateFinding]:
    name = control_name(control)
    if name is None:
        if forgotten := unmarked_name(control):
            yield TemplateFinding("field.no_prefix", forgotten, text_near(control), TAG_PREFIX + forgotten)
        return
    properties = child(control, "sdtPr")
    if properties is not None and any(properties.find(kind) is not None for kind in _UNSUITABLE):
        yield TemplateFinding("control.unsuitable", name, text_near(control))
    if is_repeat(name) and next(content_of(control).iter(*_NOTES), None) is not None:
        yield TemplateFinding("repeat.footnote", name, text_near(control))
