"""How the paragraphs of one kind look, and the best example of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from referatdesk.documents.word.forms import PARAGRAPH_ORDER, put
from referatdesk.documents.word.learning.spans import Span, all_words, look_at
from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import child, element, value_of

_OWN_ALONE = tuple(w(name) for name in ("rPr", "sectPr", "pPrChange", "cnfStyle"))
_LINE = 240
"""What an empty line takes, in twips."""
_MOST_LINES = 3


def best(examples: Sequence[etree._Element]) -> etree._Element | None:
    """The first of those that look as most do."""
    prints = [_fingerprint(one) for one in examples]
    if not prints:
        return None
    common = Counter(prints).most_common(1)[0][0]
    return examples[prints.index(common)]


def properties_of(paragraph: etree._Element, blank_before: int = 0) -> etree._Element:
    """The w:pPr without what belongs to that one paragraph alone; empty lines above become space."""
    found = paragraph.find(w("pPr"))
    form = element("pPr") if found is None else deepcopy(found)
    for one in form.findall("*"):
        if one.tag in _OWN_ALONE:
            form.remove(one)
    if blank_before and child(form, "pageBreakBefore") is None:
        spacing = child(form, "spacing")
        spacing = element("spacing") if spacing is None else spacing
        before = spacing.get(w("before"), "0")
        own = int(before) if before.isdecimal() and len(before) < 9 else 0
        spacing.set(w("before"), str(own + _LINE * min(blank_before, _MOST_LINES)))
        put(form, spacing, PARAGRAPH_ORDER)
    return form


def look_of(paragraph: etree._Element, from_end: bool = False) -> etree._Element | None:
    """The w:rPr of its words: of the first, or of the last."""
    words = all_words(paragraph)
    if words is None:
        return None
    form = look_at(paragraph, Span(words.end - 1, words.end) if from_end else words)
    return None if form is None or not len(form) else plain(form)


def plain(form: etree._Element) -> etree._Element:
    """The look without what concerns those words alone: proofing, and the style of a link."""
    for one in form.findall("*"):
        tied = one.tag == w("rStyle") and (one.get(w("val")) or "").lower() in {"hyperlink", "commentreference"}
        if one.tag in {w("lang"), w("noProof"), w("webHidden")} or tied:
            form.remove(one)
    return form


def style_id(paragraph: etree._Element) -> str | None:
    return value_of(paragraph, "pPr/pStyle")


def _fingerprint(paragraph: etree._Element) -> bytes:
    form = properties_of(paragraph)
    look = look_of(paragraph)
    return etree.tostring(form) + (b"" if look is None else etree.tostring(look))
