"""The words of one Word paragraph as runs: tracked changes accepted, fields by their result, links kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from referatdesk.documents.reading.formats.word_package import R, Relation, is_on, value, w
from referatdesk.domain.richtext import Run

GONE = frozenset({w("del"), w("moveFrom")})
_UNSPOKEN = frozenset({w("pPr"), w("rPr"), w("sdtPr"), w("sdtEndPr"), w("instrText"), w("delText"), w("delInstrText")})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TEXT_BOX = w("txbxContent")
PASSED_OVER = GONE | {_FALLBACK, w("sectPr")}
"""What holds no text of the body, or holds it a second time."""
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_BREAKS_PAGE = frozenset({"page", "column"})


class RunReader:
    """Reads the runs of paragraphs of one part; `links` are the part's relations by id."""

    def __init__(self, links: Mapping[str, Relation]) -> None:
        self._links = links

    def runs(self, paragraph: etree._Element, bold: bool) -> Iterator[Run]:
        """The runs in order; `bold` is what the paragraph's style says. Text boxes are left to the caller."""
        for child in paragraph:
            yield from self._below(child, bold, None)

    def _below(self, element: etree._Element, bold: bool, link: str | None) -> Iterator[Run]:
        tag = element.tag
        if tag in PASSED_OVER or tag in _UNSPOKEN or tag == TEXT_BOX:
            return
        if tag == w("r"):
            yield from self._run(element, bold, link)
            return
        if tag == w("hyperlink"):
            link = self._target(element) or link
        for child in element:
            yield from self._below(child, bold, link)

    def _target(self, element: etree._Element) -> str | None:
        relation = self._links.get(element.get(f"{{{R}}}id", ""))
        return relation.target if relation is not None and relation.external else None

    def _run(self, element: etree._Element, bold: bool, link: str | None) -> Iterator[Run]:
        form = element.find(w("rPr"))
        if form is not None and is_on(form.find(w("vanish"))):
            return
        text = "".join(_spoken(child) for child in element)
        if text:
            found = None if form is None else form.find(w("b"))
            yield Run(
                text,
                bold=bold if found is None else is_on(found),
                italic=form is not None and is_on(form.find(w("i"))),
                underline=form is not None and is_on(form.find(w("u"))) and link is None,
                link=link,
            )


def _spoken(element: etree._Element) -> str:
    if element.tag == w("t"):
        return element.text or ""
    if element.tag == w("br"):
        return "" if value(element, "type") in _BREAKS_PAGE else "\n"
    return _SIGNS.get(element.tag if isinstance(element.tag, str) else "", "")


def text_boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The text boxes anchored in a paragraph, each once (Word writes a second copy for old programs)."""
    for box in paragraph.iter(TEXT_BOX):
        above = [one.tag for one in box.iterancestors() if one is not paragraph]
        if _FALLBACK not in above and not GONE.intersection(above):
            yield box
