"""Rules about headings: by them a reader who hears the text finds the way through it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from referatdesk.documents.accessibility.finding import Finding
from referatdesk.documents.accessibility.opened import Opened, Paragraph, Part, cell_of, shown
from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import own

_LONGEST_HEADING = 90
_LONG_TEXT = 20
"""A document with so many paragraphs and no heading has lost them."""
_NO_HEADING_STYLES = ("title", "subtitle", "caption", "toc heading", "quote", "intense quote")
_SENTENCE_ENDS = (".", ",", ";", "?", "!")


def order(document: Opened) -> Iterator[Finding]:
    """The first heading is one of level 1, and none is more than one level below the one before."""
    before = 0
    for heading in _headings(document.body):
        level = heading.level or 0
        place = document.body.place(heading.element)
        if not before and level > 1:
            yield Finding("heading.first", place, {"level": level})
        elif level > before + 1:
            yield Finding("heading.jump", place, {"level": level, "before": before})
        before = level


def empty(document: Opened) -> Iterator[Finding]:
    for part in document.parts:
        for paragraph in part.paragraphs:
            if paragraph.level is not None and paragraph.is_empty and not holds_something(paragraph.element):
                yield Finding("heading.empty", part.place(paragraph.element), {"level": paragraph.level})


def none_at_all(document: Opened) -> Iterator[Finding]:
    paragraphs = document.body.paragraphs
    if len(paragraphs) >= _LONG_TEXT and not any(paragraph.level is not None for paragraph in paragraphs):
        yield Finding("heading.none")


def posed(document: Opened) -> Iterator[Finding]:
    """A bold line above usual text looks like a heading and is none."""
    paragraphs = [one for one in document.body.paragraphs if not one.is_empty]
    for place, paragraph in enumerate(paragraphs[:-1]):
        following = paragraphs[place + 1]
        is_above_text = cell_of(following.element) is None and not _is_bold(document.body, following)
        leads_in = following.is_listed and paragraph.words.rstrip().endswith(":")
        if is_above_text and not leads_in and _could_pose(paragraph) and _is_bold(document.body, paragraph):
            yield Finding("heading.posed", document.body.place(paragraph.element), {"words": shown(paragraph.words)})


def holds_something(paragraph: etree._Element) -> bool:
    """Whether there is something in it that is no words: a picture, a page break, a section."""
    shown_things = ("drawing", "pict", "object", "sectPr", "fldSimple", "footnoteReference", "endnoteReference", "sym")
    if next(paragraph.iter(*(w(name) for name in shown_things)), None) is not None:
        return True
    return any(one.get(w("type")) in {"page", "column"} for one in paragraph.iter(w("br")))


def _headings(part: Part) -> list[Paragraph]:
    return [one for one in part.paragraphs if one.level is not None and not one.is_empty]


def _could_pose(paragraph: Paragraph) -> bool:
    words = paragraph.words.strip()
    return (
        paragraph.level is None
        and not paragraph.is_listed
        and cell_of(paragraph.element) is None
        and len(words) <= _LONGEST_HEADING
        and not words.endswith(_SENTENCE_ENDS)
        and not paragraph.style.startswith((*_NO_HEADING_STYLES, "toc "))
    )


def _is_bold(part: Part, paragraph: Paragraph) -> bool:
    runs = [run for run in own(paragraph.element, w("r")) if _words_of(run)]
    return bool(runs) and all(part.looks.is_bold(run, paragraph.element) for run in runs)


def _words_of(run: etree._Element) -> str:
    return "".join(one.text or "" for one in run.iter(w("t"))).strip()
