"""How rich text is dressed in one template: paragraph properties, run properties and styles, worked out once."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, replace
from html import escape
from itertools import product

from lxml import etree

from referatdesk.documents.word.names import w
from referatdesk.documents.word.styles import Styles
from referatdesk.documents.word.xml import child, element, fragment

_STYLE = re.compile("<w:pStyle [^>]*>")
RunForm = tuple[bool, bool, bool, bool]
"""Bold, italic, underlined, linked."""

# fmt: off
RUN_ORDER = [
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
    "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs",
    "em", "lang", "eastAsianLayout", "specVanish", "oMath",
]
PARAGRAPH_ORDER = [
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
    "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
    "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
]
# fmt: on
_RUN_FORMS: list[RunForm] = [(b, i, u, link) for b, i, u, link in product((False, True), repeat=4)]
_AFTER_TABLE = "120"
"""Room over a paragraph that follows a table, in twips: a table has no space below of its own."""


@dataclass(frozen=True, slots=True)
class TextForm:
    """Properties of the paragraphs and runs of one text, as XML. `keep` holds a paragraph together with the next."""

    plain: str
    keep: str
    after_table: str
    runs: dict[RunForm, str]
    unmarked: str


@dataclass(frozen=True, slots=True)
class RichStyles:
    """Ids of the styles that rich text is mapped to; None where the template has none."""

    headings: dict[int, str]
    bullet: str | None
    numbered: str | None
    quote: str | None
    caption: str | None
    footnote: str | None
    table: str | None
    cell: TextForm
    named: dict[str, str]
    """Every paragraph style, by its name in lower case."""


REQUIRED_STYLES = ("List Bullet", "List Number", "Quote", "caption", "Table Grid")
"""Styles that a template with rich text must have, besides the headings."""


def rich_styles(styles: Styles) -> RichStyles:
    return RichStyles(
        headings=styles.heading_ids,
        bullet=styles.id_of("List Bullet"),
        numbered=styles.id_of("List Number"),
        quote=styles.id_of("Quote"),
        caption=styles.id_of("caption"),
        footnote=styles.id_of("footnote text"),
        table=styles.id_of("Table Grid"),
        cell=text_form(None, None, styles),
        named=styles.paragraph_ids,
    )


def restyled(form: TextForm, style_id: str) -> TextForm:
    """The same form in another paragraph style."""
    plain, keep, after_table = (_in_style(one, style_id) for one in (form.plain, form.keep, form.after_table))
    return replace(form, plain=plain, keep=keep, after_table=after_table)


def _in_style(properties: str, style_id: str) -> str:
    style = f'<w:pStyle w:val="{escape(style_id)}"/>'
    if not properties:
        return f"<w:pPr>{style}</w:pPr>"
    bare = _STYLE.sub("", properties, count=1)
    return bare.replace("<w:pPr>", f"<w:pPr>{style}", 1)


def text_form(paragraph: etree._Element | None, run: etree._Element | None, styles: Styles) -> TextForm:
    """The form of text that stands where a template has this w:pPr and this w:rPr."""
    bare = element("pPr") if paragraph is None else deepcopy(paragraph)
    kept = deepcopy(bare)
    put(kept, element("keepNext"), PARAGRAPH_ORDER)
    spaced = deepcopy(bare)
    spacing = child(spaced, "spacing")
    spacing = element("spacing") if spacing is None else spacing
    spacing.set(w("before"), _AFTER_TABLE)
    put(spaced, spacing, PARAGRAPH_ORDER)
    runs = {form: run_properties(run, form, styles) for form in _RUN_FORMS}
    return TextForm(fragment(bare) if len(bare) else "", fragment(kept), fragment(spaced), runs, runs[_RUN_FORMS[0]])


def run_properties(base: etree._Element | None, form: RunForm, styles: Styles) -> str:
    """A w:rPr with the marks of a run added to what the template has there; "" where nothing is said."""
    properties = element("rPr") if base is None else deepcopy(base)
    bold, italic, underline, linked = form
    if linked:
        _mark_link(properties, styles.id_of("Hyperlink"))
    for name, wanted in (("b", bold), ("i", italic)):
        if wanted:
            put(properties, element(name), RUN_ORDER)
    if underline:
        put(properties, element("u", "single"), RUN_ORDER)
    return fragment(properties) if len(properties) else ""


def _mark_link(properties: etree._Element, style: str | None) -> None:
    if style is None:
        put(properties, element("color", "0B5394"), RUN_ORDER)
        put(properties, element("u", "single"), RUN_ORDER)
    else:
        put(properties, element("rStyle", style), RUN_ORDER)


def put(parent: etree._Element, new: etree._Element, order: list[str]) -> None:
    """Puts an element where the schema wants it, in place of one of the same name."""
    for old in parent.findall(new.tag):
        parent.remove(old)
    rank = order.index(etree.QName(new).localname)
    later = (index for index, one in enumerate(parent) if _rank(one, order) > rank)
    parent.insert(next(later, len(parent)), new)


def _rank(one: etree._Element, order: list[str]) -> int:
    name = etree.QName(one).localname
    return order.index(name) if name in order else len(order)
