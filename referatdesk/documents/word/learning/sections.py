"""The repeat of an item's sections: label and text, label and text on one line, papers."""

from __future__ import annotations

from lxml import etree

from referatdesk.documents.word.learning.building import Maker, bold, paragraph, shown_run, tab
from referatdesk.documents.word.learning.examples import Example, example
from referatdesk.documents.word.learning.headings import Headings
from referatdesk.documents.word.learning.roles import Minutes
from referatdesk.documents.word.learning.spans import Span, find, look_at, worded


def section_repeat(minutes: Minutes, maker: Maker, headings: Headings, text: Example | None = None) -> etree._Element:
    """Every kind of line has its place, also where the minutes show no example of it; `text` shows how text looks."""
    text = text or example(minutes.prose) or example(list(minutes.lines.values()))
    if text is None:
        raise ValueError("minutes without a line")
    content = [
        *_labels(minutes, maker, headings, text),
        _inline(minutes, maker, text),
        maker.text("afsnit.tekst", text.properties, text.look),
        maker.repeat("bilag", [_paper(minutes, maker, text)]),
    ]
    return maker.repeat("afsnit", content)


def _labels(minutes: Minutes, maker: Maker, headings: Headings, text: Example) -> list[etree._Element]:
    above, under = (example(minutes.labels(below=below)) for below in (False, True))
    made = []
    for name, shown, below in (
        ("afsnit.overskrift", above or under, False),
        ("afsnit.underoverskrift", under or above, under is not None),
    ):
        properties, look = headings.of_label(shown, text, below=below)
        made.append(paragraph(properties, maker.field(name, look)))
    return made


def _inline(minutes: Minutes, maker: Maker, text: Example) -> etree._Element:
    """Label and text on one line, as they are parted in the first example of the common look."""
    found = minutes.inline_labels()
    shown = example([line for line, _ in found])
    if shown is None:
        return _label_and_value(maker, text.properties, bold(text.look), text.look, shown_run(" ", text.look))
    section = next(section for line, section in found if line is shown.line)
    words = worded(shown.element)
    label = find(shown.element, section.label or "") or Span(0, 0)
    rest = words[label.end :].lstrip(": ")
    look = look_at(shown.element, label) if label.end else None
    value = words.find(rest.strip(), label.end) if rest.strip() else -1
    value_look = look_at(shown.element, Span(value, value + 1)) if value >= 0 else shown.look
    between = tab() if rest.startswith("\t") else shown_run(" ", value_look)
    return _label_and_value(maker, shown.properties, look, value_look, between)


def _label_and_value(
    maker: Maker,
    properties: etree._Element,
    look: etree._Element | None,
    value_look: etree._Element | None,
    between: etree._Element,
) -> etree._Element:
    fields = maker.field("afsnit.etiket", look), between, maker.field("afsnit.linje", value_look)
    return paragraph(properties, *fields)


def _paper(minutes: Minutes, maker: Maker, text: Example) -> etree._Element:
    shown = example(minutes.papers()) or text
    return paragraph(shown.properties, maker.field("bilag.titel", shown.look))
