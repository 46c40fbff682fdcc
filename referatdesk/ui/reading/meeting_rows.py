"""The meeting as rows: its head, its people, and its items with all that was made of their text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from referatdesk.domain.codes import AttendanceStatus, CaptionPosition, SectionKind
from referatdesk.domain.richtext import Block, Blocks
from referatdesk.i18n.catalogue import _
from referatdesk.services.drafts import Draft, DraftItem, DraftPerson, DraftSection, Part, Place
from referatdesk.ui.days import day_words
from referatdesk.ui.reading.item_facts import found_facts, item_facts, section_facts
from referatdesk.ui.reading.rows import Line, Row, Weight, words_row
from referatdesk.ui.words.codes import word

BULLET = "•"
GAP = 8
TEXT_PARTS = {
    SectionKind.RECOMMENDATION: Part.POINT,
    SectionKind.DECISION: Part.DECISION,
    SectionKind.MINUTES: Part.DECISION,
    SectionKind.ATTACHMENTS: Part.ATTACHMENT,
    SectionKind.ABSENTEES: Part.ABSENTEES,
}
"""What the text of a section is, where the reader has not said it of the line."""


def meeting_rows(draft: Draft) -> list[Row]:
    return [*_head(draft), *_people(draft), *_contents(draft), *_items(draft), *_rest(draft)]


def _head(draft: Draft) -> Iterator[Row]:
    head = draft.head
    places = _places_of_head(draft)
    if head.title or head.board:
        yield words_row(
            head.title or head.board or "", place=places.get(Part.TITLE), part=Part.TITLE, weight=Weight.TITLE
        )
    facts = (
        (_("Board"), head.board),
        (_("Date"), day_words(head.date) or head.date_raw),
        (_("Time"), head.time_raw or _span(head.start, head.end)),
        (_("Held"), _span(head.start_actual, head.end_actual)),
        (_("Venue"), head.place),
        (_("Case number"), head.case_no),
        (_("Document number"), head.doc_no),
        (_("Minute taker"), head.recorder),
        (_("Written"), ", ".join(part for part in (head.written_place, head.written_month) if part)),
        (_("Sender"), ", ".join(p for p in (head.sender_unit, head.sender_address, head.sender_initials) if p)),
        *((line.label, line.value) for line in head.other_lines),
        *((label, _("none")) for label in head.stated_none),
    )
    for label, value in facts:
        if value:
            yield _fact(label, value, places.get(Part.HEAD), Part.HEAD)


def _places_of_head(draft: Draft) -> Mapping[Part, Place]:
    """The first line of the title and of the head."""
    found: dict[Part, Place] = {}
    for line in sorted(draft.parts):
        found.setdefault(draft.parts[line], Place(line, line))
    return found


def _span(start: str | None, end: str | None) -> str:
    return " – ".join(time.replace(":", ".") for time in (start, end) if time)


def _fact(label: str, value: str, place: Place | None, part: Part, level: int = 0) -> Row:
    words = ": ".join(text for text in (label, value) if text)
    return words_row(words, place=place, part=part, level=level)


def _people(draft: Draft) -> Iterator[Row]:
    gap = GAP
    for group, people in groupby(draft.people, key=lambda person: person.group):
        yield words_row(group or _("People"), part=Part.PEOPLE, weight=Weight.SUBHEADING, gap=gap)
        for person in people:
            yield words_row(
                person_words(person, is_asked=draft.is_agenda), place=person.place, part=Part.PEOPLE, level=1
            )


def person_words(person: DraftPerson, *, is_asked: bool = False) -> str:
    """Name, what stands beside it, and whether the person was there: an agenda knows only who will not be."""
    facts = (person.role, person.party, person.unit, person.organisation, person.email)
    unknown = is_asked and person.status is AttendanceStatus.PRESENT
    status = "" if unknown else f" – {word(person.status)}"
    stands_in = _("for {name}").format(name=person.stands_in_for) if person.stands_in_for else ""
    name = ", ".join(part for part in (person.name, *facts, stands_in) if part)
    return f"{name}{status}" + (f" ({person.note})" if person.note else "")


def _contents(draft: Draft) -> Iterator[Row]:
    lines = sorted(line for line, part in draft.parts.items() if part is Part.CONTENTS)
    for number, text in enumerate(draft.contents):
        place = Place(lines[number], lines[number]) if number < len(lines) else None
        yield words_row(text, place=place, part=Part.CONTENTS, weight=Weight.NOTE, gap=0 if number else GAP)


def _items(draft: Draft) -> Iterator[Row]:
    theme: int | None = None
    for item in draft.items:
        if item.theme is not None and item.theme != theme:
            one = draft.themes[item.theme]
            words = f"{one.prefix} {one.title}" if one.prefix else one.title
            yield words_row(words, place=one.place, part=Part.THEME, weight=Weight.TITLE, gap=2 * GAP)
        theme = item.theme
        yield from _item(item, draft, 0)


def _item(item: DraftItem, draft: Draft, level: int) -> Iterator[Row]:
    part = Part.SUBITEM if level else Part.ITEM
    yield words_row(
        item.heading or item.title,
        place=_first(item.place),
        part=part,
        weight=Weight.SUBHEADING if level else Weight.HEADING,
        gap=2 * GAP,
    )
    for label, value, place in item_facts(item):
        yield _fact(label, value, place, part, 1)
    for section in item.sections:
        yield from _section(section, draft)
    for label, value, place in found_facts(item):
        yield _found(label, value, place)
    for child in item.children:
        yield from _item(child, draft, level + 1)


def _first(place: Place) -> Place:
    return Place(place.line_from, place.line_from)


def _section(section: DraftSection, draft: Draft) -> Iterator[Row]:
    name = word(section.kind)
    label = section.label if section.label else name
    tag = name if section.label else ""
    if section.label or not section.blocks:
        yield words_row(label, place=_first(section.place), part=Part.LABEL, tag=tag, weight=Weight.SUBHEADING, gap=GAP)
    yield from _blocks(section.blocks, draft, TEXT_PARTS.get(section.kind, Part.TEXT))
    for paper in section.attachments:
        yield words_row(paper.raw, place=paper.place, part=Part.ATTACHMENT, level=1)
    for person in section.people:
        yield words_row(person_words(person), place=person.place, part=Part.ABSENTEES, level=1)
    for fact, value in section_facts(section):
        yield _found(fact, value, _first(section.place))


def _found(label: str, value: str, place: Place | None) -> Row:
    """What the text was found to say; it stands for no line of its own."""
    return words_row(f"{label}: {value}", place=place, tag=_("Found"), weight=Weight.NOTE, level=1)


def _blocks(blocks: Blocks, draft: Draft, otherwise: Part) -> Iterator[Row]:
    for block in blocks:
        place = draft.places.get(block.id)
        part = draft.parts.get(place.line_from, otherwise) if place is not None else otherwise
        part = otherwise if part in {Part.LABEL, Part.UNPLACED} and otherwise is not Part.UNPLACED else part
        yield from _block(block, place, part)


def _block(block: Block, place: Place | None, part: Part) -> Iterator[Row]:
    if block.table is None:
        mark = block.marker or (BULLET if block.is_list_item else "")
        yield Row(cells=((Line(block.runs, mark),),), place=place, part=part, level=block.level + 1)
        return
    table = block.table
    caption = () if table.caption is None else (words_row(table.caption, place=place, part=part, level=1),)
    before = table.caption_position is CaptionPosition.BEFORE
    yield from caption if before else ()
    for number, cells in enumerate(table.rows):
        inside = tuple(
            tuple(Line(one.runs, one.marker or (BULLET if one.is_list_item else "")) for one in cell.blocks)
            for cell in cells
        )
        yield Row(
            cells=inside,
            place=place,
            part=Part.TABLE,
            widths=table.widths,
            boxed=True,
            header=number < table.header_rows,
            level=1,
        )
    yield from () if before else caption


def _rest(draft: Draft) -> Iterator[Row]:
    if draft.head.sign_off:
        lines = sorted(line for line, part in draft.parts.items() if part is Part.SIGN_OFF)
        place = Place(lines[0], lines[-1]) if lines else None
        yield words_row(draft.head.sign_off, place=place, part=Part.SIGN_OFF, gap=2 * GAP)
    if draft.unplaced:
        yield words_row(
            _("Text without a place in the meeting; it is kept as an item of its own"),
            part=Part.UNPLACED,
            weight=Weight.SUBHEADING,
            gap=2 * GAP,
        )
        yield from _blocks(draft.unplaced, draft, Part.UNPLACED)
