"""How text looks after all the styles that stand behind it: bold, colour, and what it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from referatdesk.documents.word.names import w
from referatdesk.documents.word.styles import Styles
from referatdesk.documents.word.xml import child, value_of

_OFF = frozenset({"0", "false", "off"})


class Looks:
    """The styles of a document; what a style does not say, the one it is based on does."""

    def __init__(self, root: etree._Element | None) -> None:
        self.root = root
        self.styles = Styles(root)
        self._by_id = {} if root is None else {one.get(w("styleId"), ""): one for one in root.iterfind(w("style"))}

    def name_of(self, style_id: str | None) -> str:
        """The style's name in small letters; that of usual text where none is named."""
        element = self._by_id.get(style_id or self.usual)
        return (value_of(element, "name") or "").casefold()

    @cached_property
    def usual(self) -> str:
        """The id of the style that text has which names none."""
        paragraphs = (one for one in self._by_id.items() if one[1].get(w("type")) == "paragraph")
        return next((name for name, one in paragraphs if one.get(w("default")) in {"1", "true", "on"}), "")

    def is_bold(self, run: etree._Element, paragraph: etree._Element) -> bool:
        found = next(self._of_run(run, paragraph, "b"), None)
        return found is not None and found.get(w("val"), "1") not in _OFF

    def colour(self, run: etree._Element, paragraph: etree._Element) -> str:
        """Six hexadecimal digits, or "auto": black or white, whichever can be seen."""
        found = next(self._of_run(run, paragraph, "color"), None)
        return "auto" if found is None else found.get(w("val"), "auto")

    def ground(self, run: etree._Element, paragraph: etree._Element) -> str:
        """The colour that a text stands on; "auto" is that of the paper."""
        cells = list(paragraph.iterancestors(w("tc")))
        shades = [
            *self._of_run(run, paragraph, "shd"),
            *self._of_paragraph(paragraph, "shd"),
            *(shade for cell in cells if (shade := child(cell, "tcPr/shd")) is not None),
            *(shade for cell in cells for shade in self._of_table(cell)),
        ]
        fills = (shade.get(w("fill"), "auto") for shade in shades)
        return next((fill for fill in fills if fill != "auto"), "auto")

    def _of_run(self, run: etree._Element, paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
        """What says something of that name about a run, the nearest first."""
        places = [child(run, "rPr")]
        for style in (value_of(run, "rPr/rStyle"), value_of(paragraph, "pPr/pStyle") or self.usual):
            places += [child(one, "rPr") for one in self._chain(style)]
        places.append(child(self.root, "docDefaults/rPrDefault/rPr"))
        return (found for place in places if (found := child(place, name)) is not None)

    def _of_paragraph(self, paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
        chain = self._chain(value_of(paragraph, "pPr/pStyle") or self.usual)
        places = [child(paragraph, "pPr"), *(child(one, "pPr") for one in chain)]
        return (found for place in places if (found := child(place, name)) is not None)

    def _of_table(self, cell: etree._Element) -> Iterator[etree._Element]:
        """The shades that the style of the table gives the cell: of its first row, then of the whole."""
        row = cell.getparent()
        table = next(cell.iterancestors(w("tbl")), None)
        if table is None or row is None:
            return
        is_first = next(table.iter(w("tr")), None) is row
        for style in self._chain(value_of(table, "tblPr/tblStyle")):
            for one in style.iterfind(w("tblStylePr")):
                if is_first and one.get(w("type")) == "firstRow" and (shade := child(one, "tcPr/shd")) is not None:
                    yield shade
            if (shade := child(style, "tcPr/shd")) is not None:
                yield shade

    def _chain(self, style_id: str | None) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            yield self._by_id[style_id]
            style_id = value_of(self._by_id[style_id], "basedOn")
