"""Tracked changes of a template taken as accepted: what was deleted is gone, what was inserted is text like any other.

A finished file must hold no unsettled change, and no name of somebody who once worked on the template.
"""

from __future__ import annotations

from lxml import etree

from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import child, text_near

_DELETED = (w("del"), w("moveFrom"))
_INSERTED = (w("ins"), w("moveTo"))
_FORMER_LOOKS = tuple(
    w(f"{name}Change") for name in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "tblPrEx", "numbering")
)
_RANGES = tuple(w(f"{kind}Range{end}") for kind in ("moveFrom", "moveTo") for end in ("Start", "End"))
_MARKS_OF_CELLS = (w("cellIns"), w("cellMerge"))


def accept_changes(root: etree._Element) -> str | None:
    """Accepts all changes below; the text beside the first of them, None where there is none."""
    first = next(root.iter(*_DELETED, *_INSERTED, *_FORMER_LOOKS, w("cellDel"), *_MARKS_OF_CELLS), None)
    if first is None:
        return None
    nearby = text_near(first)
    for one in list(root.iter(*_FORMER_LOOKS, *_RANGES, *_MARKS_OF_CELLS)):
        _drop(one)
    for path, whole in (("trPr/del", w("tr")), ("tcPr/cellDel", w("tc"))):
        for one in [one for one in root.iter(whole) if child(one, path) is not None]:
            _drop(one)
    joined = [one for one in root.iter(w("p")) if child(one, "pPr/rPr/del") is not None]
    for one in list(root.iter(*_DELETED)):
        _drop(one)
    for one in list(root.iter(*_INSERTED)):
        _unwrap(one)
    for one in reversed(joined):
        _join_with_next(one)
    return nearby


def unwrap_smart_tags(root: etree._Element) -> None:
    """Words that an old Word took for a place or a name stay as words: newer ones know no smart tags."""
    for one in list(root.iter(w("smartTag"))):
        for properties in one.findall(w("smartTagPr")):
            one.remove(properties)
        _unwrap(one)


def _drop(one: etree._Element) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _unwrap(one: etree._Element) -> None:
    parent = one.getparent()
    if parent is not None:
        index = parent.index(one)
        parent.remove(one)
        for place, content in enumerate(list(one), index):
            parent.insert(place, content)


def _join_with_next(paragraph: etree._Element) -> None:
    """A paragraph whose end was deleted becomes the beginning of the one after it."""
    following = paragraph.getnext()
    content = [one for one in paragraph if one.tag != w("pPr")]
    if following is None or following.tag != w("p"):
        return
    place = 0 if child(following, "pPr") is None else 1
    for index, one in enumerate(content, place):
        following.insert(index, one)
    _drop(paragraph)
