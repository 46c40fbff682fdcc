"""Everything that can be read out of a Word file, also what Word does not show."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from referatdesk.documents.picture_facts import facts_in
from referatdesk.documents.searching.search import FoundText, Place

_PLACES = (
    (re.compile(r"word/(?:header|footer)\d*\.xml"), Place.MARGIN),
    (re.compile(r"word/(?:footnotes|endnotes)\.xml"), Place.NOTE),
    (re.compile(r"word/comments\w*\.xml|word/people\.xml"), Place.COMMENT),
    (re.compile(r"docProps/.*|customXml/.*"), Place.PROPERTY),
    (re.compile(r"word/document\d*\.xml"), Place.TEXT),
)
_BREAKS = frozenset({"p", "tab", "br", "cr", "tc", "noBreakHyphen", "sdt", "docPr"})
_SPOKEN = frozenset({"descr", "title", "alt", "tooltip"})
"""Attributes whose words are read aloud."""


def texts_in_word(content: bytes) -> Iterator[FoundText]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield FoundText(Place.HIDDEN, "\n".join((archive.comment.decode("latin-1"), *archive.namelist())))
        for entry in archive.infolist():
            yield FoundText(Place.HIDDEN, (entry.comment + entry.extra).decode("latin-1"))
            yield from _texts_of_part(entry.filename, archive.read(entry))


def _texts_of_part(name: str, part: bytes) -> Iterator[FoundText]:
    root = _root(part) if name.endswith((".xml", ".rels")) else None
    if root is None:
        yield from (FoundText(Place.PICTURE, text) for text in facts_in(part))
        return
    place = next((place for pattern, place in _PLACES if pattern.fullmatch(name)), Place.HIDDEN)
    yield FoundText(place, "".join(_text_of(root)))
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    values = [(etree.QName(key).localname, value) for one in elements for key, value in one.attrib.items()]
    yield FoundText(place, "\n".join(str(value) for name, value in values if name in _SPOKEN))
    yield FoundText(Place.HIDDEN, "\n".join({str(value) for _name, value in values}))
    beside = (one.text for one in _all_nodes(root) if not isinstance(one.tag, str))
    yield FoundText(Place.COMMENT, "\n".join(text for text in beside if isinstance(text, str)))


def _all_nodes(root: etree._Element) -> Iterator[etree._Element]:
    """Also comments and instructions, in front of the root and behind it."""
    yield from root.itersiblings(preceding=True)
    yield from root.iter()
    yield from root.itersiblings()


def _root(part: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError:
        return None


def _text_of(root: etree._Element) -> Iterator[str]:
    """All text nodes in their order, deleted, hidden and field text too; a line for each paragraph and break."""
    for event, one in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            yield "\n" if isinstance(one.tag, str) and etree.QName(one).localname in _BREAKS else ""
            yield str(one.text or "")
        else:
            yield str(one.tail or "")
