"""Controls and what lies round them: where one may stand, the paragraph it fills alone, what must not be repeated."""

from __future__ import annotations

from lxml import etree

from referatdesk.documents.word.controls import Level, content_of, level_of
from referatdesk.documents.word.names import W14, w

CONTAINERS = {w("tc"), w("txbxContent"), w("hdr"), w("ftr"), w("body")}
_SINGLE = {f"{{{W14}}}paraId", f"{{{W14}}}textId"}
_SINGLE_MARKS = tuple(
    w(name)
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
        *("commentReference", "permStart", "permEnd"),
    )
)


def fits_its_place(control: etree._Element) -> bool:
    """Whether what a repeat or a condition holds may stand there any number of times: cells may not."""
    parent, level = control.getparent(), level_of(control)
    outer = None if parent is None else parent.tag
    if level is Level.CELL or outer == w("tr"):
        return False
    if level is Level.ROW or outer == w("tbl"):
        return level is Level.ROW and outer in {w("tbl"), w("sdtContent")}
    within_line = control.iterancestors(w("p"), *CONTAINERS)
    on_line = next((one.tag == w("p") for one in within_line), False)
    return not on_line or level is Level.INLINE


def only_control(paragraph: etree._Element) -> etree._Element | None:
    """The control that is all a paragraph holds."""
    content = [
        one for one in paragraph if one.tag not in {w("pPr"), w("proofErr"), w("bookmarkStart"), w("bookmarkEnd")}
    ]
    return content[0] if len(content) == 1 and content[0].tag == w("sdt") else None


def take_paragraph(control: etree._Element, paragraph: etree._Element) -> None:
    """Turns a control inside a paragraph into one round it."""
    content = content_of(control)
    for one in list(paragraph):
        if one is not control and one.tag != w("pPr"):
            paragraph.remove(one)
    paragraph.extend(list(content))
    paragraph.tail = None
    content.append(paragraph)


def forget_identity(body: etree._Element) -> None:
    """Takes out what may exist only once in a document, before it is repeated."""
    for one in [*body.iter(*_SINGLE_MARKS), *(one for one in body.iter(w("id")) if _is_id_of_control(one))]:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    for one in body.iter(etree.Element):
        for name in _SINGLE & set(one.attrib):
            del one.attrib[name]


def _is_id_of_control(one: etree._Element) -> bool:
    parent = one.getparent()
    return parent is not None and parent.tag == w("sdtPr")
