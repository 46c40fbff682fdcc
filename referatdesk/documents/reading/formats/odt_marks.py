"""What readers of an OpenDocument text left in it: comments, and changes that nobody had accepted or rejected."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from referatdesk.documents.reading.formats.odt_package import n
from referatdesk.documents.reading.source import Place, SourceChange, SourceComment

_PARAGRAPHS = (n("text:p"), n("text:h"))


class OdtMarks:
    """Collected while the text is read from top to bottom."""

    def __init__(self, content: etree._Element) -> None:
        regions = list(content.iter(n("text:changed-region")))
        self._regions = {one.get(n("text:id")) or one.get(n("xml:id")) or "": one for one in regions}
        self._open: dict[str, list[tuple[int, str]]] = {}
        self._changes: list[SourceChange] = []
        self._comments: list[SourceComment] = []

    def change(self, element: etree._Element, line: int) -> None:
        """One mark of a change in the text: where words were deleted, or where inserted words begin and end."""
        key = element.get(n("text:change-id"), "")
        region = self._regions.get(key)
        if region is None:
            return
        if element.tag == n("text:change"):
            del self._regions[key]
            deleted = region.find(n("text:deletion"))
            if deleted is not None:
                self._add(Place(line, line), _words(deleted), region, inserted=False)
        elif element.tag == n("text:change-start"):
            self._open[key] = []
        elif element.tag == n("text:change-end") and key in self._open:
            pieces = self._open.pop(key)
            if pieces:
                place = Place(pieces[0][0], pieces[-1][0])
                self._add(place, "".join(words for _, words in pieces), region, inserted=True)

    def said(self, words: str, line: int) -> None:
        for pieces in self._open.values():
            pieces.append((line, words))

    def comment(self, element: etree._Element, line: int) -> None:
        words = _words(element)
        if words:
            self._comments.append(SourceComment(Place(line, line), words, _author(element), _date(element)))

    def changes(self) -> tuple[SourceChange, ...]:
        return tuple(one for one in self._changes if one.text.strip())

    def comments(self) -> tuple[SourceComment, ...]:
        return tuple(self._comments)

    def _add(self, place: Place, words: str, region: etree._Element, *, inserted: bool) -> None:
        info = next(region.iter(n("office:change-info")), None)
        author = None if info is None else _author(info)
        self._changes.append(SourceChange(place, words, inserted, author))


def _words(element: etree._Element) -> str:
    lines = [" ".join("".join(map(str, one.itertext())).split()) for one in _paragraphs(element)]
    return "\n".join(line for line in lines if line)


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """Those within an element, but none that stands within another."""
    for child in element:
        if child.tag in _PARAGRAPHS:
            yield child
        else:
            yield from _paragraphs(child)


def _author(element: etree._Element) -> str | None:
    return element.findtext(n("dc:creator")) or None


def _date(element: etree._Element) -> str | None:
    return element.findtext(n("dc:date")) or None
