"""Who was there, told in an item of the agenda: the repeat of people goes into that item, and above all for others."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.word.learning.building import Maker, paragraph, shown_run
from referatdesk.documents.word.learning.examples import example
from referatdesk.documents.word.learning.looks import look_of, properties_of
from referatdesk.documents.word.learning.person_line import form_of
from referatdesk.documents.word.learning.roles import Line, Minutes

HEADING = "møde.deltageroverskrift"
"""Empty where an item tells who was there."""


def people_in_items(minutes: Minutes) -> list[tuple[Line, DraftPerson]]:
    """The lines below the first heading that name one person each, or the first of several."""
    first = min((item.place.line_from for item in minutes.draft.items), default=0)
    told = [(minutes.at(person.place.line_from), person) for person in minutes.draft.people]
    closing = {line.number for line in minutes.of(Part.SIGN_OFF, Part.PEOPLE)}
    return [
        (line, person)
        for line, person in told
        if line is not None
        and 0 < first < line.number
        and line.number not in closing
        and person.name in line.source.flat
    ]


def in_item(maker: Maker, told: Sequence[tuple[Line, DraftPerson]], minutes: Minutes) -> list[etree._Element]:
    """The repeat of groups, as that item lists them."""
    return [_groups(maker, told, minutes)] if told else []


def above_items(maker: Maker, told: Sequence[tuple[Line, DraftPerson]], minutes: Minutes) -> list[etree._Element]:
    """The same for a meeting without such an item."""
    shown = example(minutes.labels(below=False)) or example(minutes.prose)
    if not told or shown is None:
        return []
    heading = paragraph(shown.properties, maker.field(HEADING, shown.look))
    return [maker.when(HEADING, [heading, _groups(maker, told, minutes)])]


def _groups(maker: Maker, told: Sequence[tuple[Line, DraftPerson]], minutes: Minutes) -> etree._Element:
    label = _label(told, minutes)
    one = told[0][0].element
    shown = one if label is None else label.element
    look = look_of(shown)
    colon = label is not None and label.source.flat.endswith(":")
    named = [maker.field("gruppe.navn", look), *([shown_run(":", look)] if colon else [])]
    people = [(line.source.flat, person) for line, person in told]
    line = paragraph(properties_of(one), *form_of(people).content(maker, look_of(one)))
    return maker.repeat("grupper", [paragraph(properties_of(shown), *named), maker.repeat("deltagere", [line])])


def _label(told: Sequence[tuple[Line, DraftPerson]], minutes: Minutes) -> Line | None:
    """The line above the first person that names the group."""
    line, person = told[0]
    above = [one for number, one in minutes.lines.items() if number < line.number]
    last = above[-1] if above else None
    return last if last is not None and person.group and last.source.flat.startswith(person.group) else None
