"""A Word text as it reads once its tracked changes are accepted, without comments and marks of proof-reading."""

from __future__ import annotations

from lxml import etree

from referatdesk.documents.reading.formats.word_marks import ARRIVED, GONE
from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import child

_PROPERTIES = frozenset({w("rPr"), w("trPr"), w("tcPr")})
_MARKS = tuple(
    w(name)
    for name in (
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
        "permStart",
        "permEnd",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "lastRenderedPageBreak",
        "cellIns",
        "cellDel",
        "cellMerge",
    )
)


def accept_changes(root: etree._Element) -> None:
    """Takes the tree to the text that its writer meant."""
    for row in list(root.iter(w("tr"))):
        if child(row, "trPr/del") is not None:
            remove(row)
    for paragraph in list(root.iter(w("p"))):
        form = child(paragraph, "pPr/rPr")
        if form is not None and any(form.find(gone) is not None for gone in GONE):
            _join_with_next(paragraph)
    for one in list(root.iter(*GONE, *_MARKS)):
        remove(one)
    for one in list(root.iter(*ARRIVED)):
        unwrap(one)
    for one in [one for one in root.iter(etree.Element) if str(one.tag).endswith("Change")]:
        remove(one)


def free_controls(root: etree._Element) -> None:
    """Takes old controls out and leaves what they hold, but for the wrapping of Word's own contents."""
    for control in list(root.iter(w("sdt"))):
        content = control.find(w("sdtContent"))
        if child(control, "sdtPr/docPartObj") is None and control.getparent() is not None:
            if content is not None:
                control.addprevious(content)
                unwrap(content)
            remove(control)


def _join_with_next(paragraph: etree._Element) -> None:
    """The end of a paragraph was deleted: its words go on in the next."""
    following = paragraph.getnext()
    if following is None or following.tag != w("p"):
        return
    at = 0 if following.find(w("pPr")) is None else 1
    for place, one in enumerate([one for one in paragraph if one.tag != w("pPr")], at):
        following.insert(place, one)
    remove(paragraph)


def unwrap(element: etree._Element) -> None:
    """Puts what an element holds in its place; among properties it says only that they are new."""
    parent = element.getparent()
    if parent is None:
        return
    if parent.tag not in _PROPERTIES:
        at = parent.index(element)
        for place, one in enumerate(list(element), at):
            parent.insert(place, one)
    remove(element)


def remove(element: etree._Element) -> None:
    """Takes an element out, what follows it stays."""
    parent = element.getparent()
    if parent is not None:
        element.tail = None
        parent.remove(element)
