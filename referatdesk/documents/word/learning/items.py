"""The repeat of items: each of its paragraphs looks as the best example of its kind does."""

from __future__ import annotations

from lxml import etree

from referatdesk.documents.reading.draft import DraftItem
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.word.learning.attendance_item import in_item, people_in_items
from referatdesk.documents.word.learning.building import Maker, bold, paragraph, shown_run, tab
from referatdesk.documents.word.learning.examples import Example, example
from referatdesk.documents.word.learning.headings import Headings
from referatdesk.documents.word.learning.looks import look_of
from referatdesk.documents.word.learning.roles import Line, Minutes
from referatdesk.documents.word.learning.sections import section_repeat
from referatdesk.documents.word.learning.spans import Span, find, look_at, worded


def item_repeat(minutes: Minutes, maker: Maker, headings: Headings) -> etree._Element:
    """The whole repeat of items."""
    content = [
        *_theme(minutes, maker),
        *_heading(minutes, maker, headings, below=False),
        *_heading(minutes, maker, headings, below=True),
        *_case(minutes, maker),
        *_presenters(minutes, maker),
        *in_item(maker, people_in_items(minutes), minutes),
        section_repeat(minutes, maker, headings),
    ]
    return maker.repeat("punkter", content)


def _theme(minutes: Minutes, maker: Maker) -> list[etree._Element]:
    shown = example(minutes.of(Part.THEME)) or example(minutes.of(Part.ITEM))
    return [] if shown is None else [_line(maker, shown, "punkt.tema")]


def _line(maker: Maker, shown: Example, name: str) -> etree._Element:
    return paragraph(shown.properties, maker.field(name, shown.look))


def _heading(minutes: Minutes, maker: Maker, headings: Headings, *, below: bool) -> list[etree._Element]:
    own = example(minutes.of(Part.SUBITEM)) if below else None
    shown = own or example(minutes.of(Part.ITEM))
    name = "punkt.underoverskrift" if below else "punkt.overskrift"
    if shown is None:
        return _unseen(minutes, maker, headings, name)
    item = next((one for one in minutes.draft.all_items() if one.place.line_from == shown.line.number), None)
    properties = headings.of_item(shown, below=below and own is not None)
    if _is_counted(shown.line):
        return [maker.when(name, [paragraph(properties, maker.field("punkt.titel", shown.look))])]
    parts = _number_apart(shown.line, item)
    if parts is None:
        return [paragraph(properties, maker.field(name, shown.look))]
    return [maker.when(name, [paragraph(properties, *_apart(maker, shown.line, *parts))])]


def _unseen(minutes: Minutes, maker: Maker, headings: Headings, name: str) -> list[etree._Element]:
    """A heading where the minutes have none above their items, which must not be lost: the text in bold."""
    text = example(minutes.prose) or example(list(minutes.lines.values()))
    if text is None:
        return []
    properties = headings.of_item(text, below=False)
    return [paragraph(properties, maker.field(name, bold(text.look)))]


def _is_counted(line: Line) -> bool:
    """Whether Word counts the headings itself."""
    return bool(line.source.marker)


def _number_apart(line: Line, item: DraftItem | None) -> tuple[Span, Span] | None:
    """Number and title where a tab parts them, or where they look otherwise than each other."""
    if item is None or not item.figure:
        return None
    number = find(line.element, item.figure)
    title = None if number is None else find(line.element, item.title, number.end)
    if number is None or title is None:
        return None
    tabbed = "\t" in worded(line.element)[number.end : title.start]
    return (number, title) if tabbed or not _alike(line.element, number, title) else None


def _alike(one: etree._Element, first: Span, second: Span) -> bool:
    looks = (look_at(one, first), look_at(one, second))
    return len({b"" if look is None or not len(look) else etree.tostring(look) for look in looks}) == 1


def _apart(maker: Maker, line: Line, number: Span, title: Span) -> list[etree._Element]:
    """Word, number and sign before it, then the title; without a number the title alone."""
    words = worded(line.element)
    number_look, title_look = look_at(line.element, number), look_at(line.element, title)
    before, between = words[: number.start].lstrip(), words[number.end : title.start]
    counted = [shown_run(before, number_look)] if before else []
    counted.append(maker.field("punkt.nummer", number_look))
    sign, tabbed, rest = between.partition("\t")
    counted += [shown_run(one, number_look) for one in (sign,) if one]
    if tabbed:
        counted.append(tab())
    counted += [shown_run(one, title_look) for one in (rest,) if one]
    return [maker.when("punkt.nummer", counted), maker.field("punkt.titel", title_look)]


def _case(minutes: Minutes, maker: Maker) -> list[etree._Element]:
    """The line of the case number, the words before it kept."""
    shown = example(minutes.of(Part.CASE))
    if shown is None:
        return []
    item = next(
        (
            one
            for one in minutes.draft.all_items()
            if one.place.line_from <= shown.line.number <= one.place.line_to
            and one.case_no
            and find(shown.line.element, one.case_no)
        ),
        None,
    )
    field = maker.field("punkt.sagsnr", look_of(shown.line.element, from_end=True))
    at = find(shown.line.element, item.case_no) if item is not None and item.case_no else None
    before = worded(shown.line.element)[: at.start] if at is not None else ""
    label = [shown_run(before, shown.look)] if before.strip() else []
    return [paragraph(shown.properties, *label, field)]


def _presenters(minutes: Minutes, maker: Maker) -> list[etree._Element]:
    shown = example(minutes.of(Part.PRESENTER)) or example(minutes.prose)
    return [] if shown is None else [maker.repeat("oplægsholdere", [_line(maker, shown, "oplægsholder.tekst")])]
