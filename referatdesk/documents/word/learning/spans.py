"""Words of a paragraph found by what they say, and a control put in their place, whatever runs they are split into."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.word.learning.accepted import remove, unwrap
from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import element, own

_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_WRAPPERS = tuple(w(name) for name in ("hyperlink", "smartTag", "customXml", "fldSimple"))
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SOLID = tuple(w(name) for name in ("drawing", "pict", "object", "sectPr", "sdt", "fldChar"))
PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a paragraph's words, from one to before another."""

    start: int
    end: int


def flat(text: str) -> str:
    """One blank for any, and no unseen signs: the form in which words are compared."""
    return " ".join("".join(sign for sign in text if sign not in _UNSEEN).split())


def worded(paragraph: etree._Element) -> str:
    """The words as they are counted in spans."""
    return "".join(_sign(one) for one in _signs(paragraph))


def find(paragraph: etree._Element, words: str, after: int = 0, *, any_case: bool = False) -> Span | None:
    """Where these words stand, blanks of any kind being alike."""
    kept, places = _flattened(worded(paragraph))
    wanted = flat(words)
    if any_case:
        kept, wanted = kept.lower(), wanted.lower()
    first = next((at for at, place in enumerate(places) if place >= after), len(places))
    at = kept.find(wanted, first) if wanted else -1
    return None if at < 0 else Span(places[at], places[at + len(wanted) - 1] + 1)


def all_words(paragraph: etree._Element) -> Span | None:
    """The span of everything that a paragraph says, without blanks round it."""
    text = worded(paragraph)
    start = len(text) - len(text.lstrip())
    return Span(start, len(text.rstrip())) if text.strip() else None


def replace_span(paragraph: etree._Element, span: Span, new: etree._Element) -> None:
    """Puts `new` where the words of a loose paragraph were; the runs beside it keep their looks."""
    covered = _cut(paragraph, span)
    covered[0].addprevious(new)
    for run in covered:
        remove(run)


def cut_out(paragraph: etree._Element, span: Span) -> None:
    """Takes words of a loose paragraph out, and the paragraph with the last of them; a cell keeps one paragraph."""
    for run in _cut(paragraph, span):
        remove(run)
    parent = paragraph.getparent()
    solid = next(own(paragraph, *_SOLID), None)
    if parent is not None and solid is None and not worded(paragraph).strip() and len(parent.findall(w("p"))) > 1:
        remove(paragraph)


def remove_line(paragraph: etree._Element) -> None:
    """Takes a whole paragraph out; the last of a cell stays, empty."""
    loosen(paragraph)
    words = all_words(paragraph)
    if words is not None:
        cut_out(paragraph, words)


def look_at(paragraph: etree._Element, span: Span) -> etree._Element | None:
    """The w:rPr of the first words of a span."""
    at = 0
    for one in _signs(paragraph):
        words = _sign(one)
        if at + len(words) > span.start and words.strip():
            parent = one.getparent()
            form = None if parent is None else parent.find(w("rPr"))
            return None if form is None else deepcopy(form)
        at += len(words)
    return None


def loosen(paragraph: etree._Element) -> None:
    """Makes all words of a paragraph plain runs of one sign each: links, old controls and field codes go."""
    for one in list(own(paragraph, w("sdt"))):
        content = one.find(w("sdtContent"))
        if content is not None and one.getparent() is not None:
            one.addprevious(content)
            unwrap(content)
        remove(one)
    for one in list(own(paragraph, *_WRAPPERS)):
        if not (one.get(w("instr")) or "").split()[:1] or one.get(w("instr"), "").split()[0] not in PAGE_FIELDS:
            unwrap(one)
    _drop_field_codes(paragraph)
    for run in list(own(paragraph, w("r"))):
        _one_each(run)


def _signs(paragraph: etree._Element) -> Iterator[etree._Element]:
    for one in own(paragraph, w("t"), *_SIGNS):
        parent = one.getparent()
        if parent is not None and parent.tag == w("r"):
            yield one


def _sign(one: etree._Element) -> str:
    return one.text or "" if one.tag == w("t") else _SIGNS[str(one.tag)]


def _flattened(text: str) -> tuple[str, list[int]]:
    """The text with single blanks, and the place of each of its signs in the given one."""
    kept: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        if sign in _UNSEEN or (sign.isspace() and (not kept or kept[-1] == " ")):
            continue
        kept.append(" " if sign.isspace() else sign)
        places.append(at)
    return "".join(kept), places


def _drop_field_codes(paragraph: etree._Element) -> None:
    """Leaves of each field what it shows, but those that count pages alone."""
    opened: list[list[etree._Element]] = []
    for one in list(own(paragraph, w("fldChar"), w("instrText"))):
        kind = one.get(w("fldCharType"))
        if kind == "begin":
            opened.append([one])
        elif opened:
            opened[-1].append(one)
            if kind == "end":
                codes = opened.pop()
                instruction = "".join(code.text or "" for code in codes if code.tag == w("instrText")).split()
                for code in codes if instruction[:1] == [] or instruction[0] not in PAGE_FIELDS else ():
                    remove(code)


def _one_each(run: etree._Element) -> None:
    """Splits a run so that each of its parts holds one thing."""
    form = run.find(w("rPr"))
    content = [one for one in run if one.tag != w("rPr")]
    for one in content[1:][::-1]:
        part = element("r")
        if form is not None:
            part.append(deepcopy(form))
        run.addnext(part)
        part.append(one)


def _cut(paragraph: etree._Element, span: Span) -> list[etree._Element]:
    """The runs of a span of a loose paragraph, cut where it begins and ends."""
    covered: list[etree._Element] = []
    at = 0
    for one in list(_signs(paragraph)):
        run, text = one.getparent(), _sign(one)
        if run is None:
            continue
        first, last = max(span.start - at, 0), min(span.end - at, len(text))
        at += len(text)
        if first < last:
            covered.append(_part(run, one, text, first, last))
    return covered


def _part(run: etree._Element, one: etree._Element, text: str, first: int, last: int) -> etree._Element:
    """The run with those signs alone; what stood before and after them gets runs of its own."""
    if (first, last) == (0, len(text)):
        return run
    for words, add in ((text[:first], run.addprevious), (text[last:], run.addnext)):
        if words:
            other = deepcopy(run)
            _say(other, words)
            add(other)
    one.text = text[first:last]
    one.set(SPACE, "preserve")
    return run


def _say(run: etree._Element, words: str) -> None:
    said = run.find(w("t"))
    if said is not None:
        said.text = words
        said.set(SPACE, "preserve")
