"""Numbers and names that a template has used up: what an output adds must not be called the same.

It may hold what an earlier output added, for people make templates of finished minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.word.names import w
from referatdesk.documents.word.package import Package

_OURS = re.compile(rb'Id="rId(?:Link|Picture|Manifest)(\d+)"')
_OUR_PART = re.compile(r"(?:customXml/item|word/media/referat)(\d+)\.\w+", re.IGNORECASE)
_CONTENTS_MARK = re.compile(r"_Toc(\d+)")
_DRAWING_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@dataclass(frozen=True, slots=True)
class Taken:
    """The highest number of each kind; `names` counts relations and parts, `controls` are the ids of all controls."""

    names: int = 0
    bookmark: int = 0
    contents_mark: int = 0
    drawing: int = 0
    controls: frozenset[int] = frozenset()


def taken_in(package: Package, roots: Iterable[etree._Element]) -> Taken:
    """What is used up in a package whose filled parts have these roots."""
    listed = list(roots)
    marks = [one for root in listed for one in root.iter(w("bookmarkStart"))]
    contents = (_CONTENTS_MARK.fullmatch(one.get(w("name"), "")) for one in marks)
    drawings = (one.get("id", "") for root in listed for one in root.iter(_DRAWING_PROPERTIES))
    return Taken(
        names=max(_our_names(package), default=0),
        bookmark=max(_numbers(one.get(w("id"), "") for one in marks), default=0),
        contents_mark=max(_numbers(match[1] for match in contents if match), default=0),
        drawing=max(_numbers(drawings), default=0),
        controls=frozenset(_numbers(_control_ids(listed))),
    )


def _our_names(package: Package) -> Iterator[int]:
    for name, content in package.parts.items():
        if match := _OUR_PART.fullmatch(name):
            yield int(match[1])
        if name.endswith(".rels"):
            yield from (int(number) for number in _OURS.findall(content))


def _control_ids(roots: Iterable[etree._Element]) -> Iterator[str]:
    for root in roots:
        for properties in root.iter(w("sdtPr")):
            yield from (one.get(w("val"), "") for one in properties.iterfind(w("id")))


def _numbers(texts: Iterable[str]) -> Iterator[int]:
    return (int(text) for text in texts if text.isdecimal())
