"""Checks of the agenda: numbers, decisions, points, empty bullets, closed items and papers that are mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.codes import DecisionScope, Outcome, SectionKind
from referatdesk.domain.course import LEFT_OUT
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting
from referatdesk.domain.records import Records, style_of
from referatdesk.domain.richtext import plain_text, walk
from referatdesk.services.checks.finding import Finding
from referatdesk.services.decision.decisions import open_points, own_decision, point_text
from referatdesk.services.decision.told_by_vote import goes_against_vote
from referatdesk.services.decision.unsettled import WITHOUT_DECISION, asks_for_decision, is_decided
from referatdesk.services.item.access import parted_by_access
from referatdesk.services.item.attachments import attachments_of
from referatdesk.services.item.points import points_of
from referatdesk.services.item.sections import lead_in
from referatdesk.services.lookup import board_of_item, items_of, style_of_item

_MENTIONED = re.compile(r"\bbilag\s+(\d+(?:\s*(?:,|og|samt|[-–])\s*\d+)*)", re.IGNORECASE)
_SPAN = re.compile(r"(\d+)\s*[-–]\s*(\d+)")
_FIGURES = re.compile(r"\d+")


def check_items(records: Records, meeting_id: str) -> Iterator[Finding]:
    items = in_order(items_of(records, meeting_id))
    yield from _numbers(records, meeting_id, items)
    parted = parted_by_access(records, items)
    yield from (Finding("item.one_text", item.id, {"title": item.title}) for item in items if item.id in parted)
    parents = {item.parent_id for item in items}
    for item in items:
        if item.status not in LEFT_OUT:
            yield from _decision(records, item, expected=asks_for_decision(item, parents))
            text = records.text(item.id)
            yield from _recommendation(records, text)
            yield from _empty_bullets(text)
            yield from _papers(records, text)


def _numbers(records: Records, meeting_id: str, items: Sequence[AgendaItem]) -> Iterator[Finding]:
    """Gaps and repeats at the top level; an item without a figure breaks nothing, nor does one out of its turn."""
    style = style_of(records, records.get(Meeting, meeting_id))
    numbers = printed_numbers(items, style.sub_numbers)
    last, met = 0, set[int]()
    figures = [(_figure(numbers[item.id]), item) for item in items if item.parent_id is None]
    numbered = [(figure, item) for figure, item in figures if figure is not None]
    if any(item.moved_from or item.added_late for item in items):
        numbered.sort(key=lambda one: one[0])
    for figure, item in numbered:
        if figure > last + 1:
            yield Finding("number.gap", item.id, {"before": last, "number": figure})
        elif figure in met:
            yield Finding("number.repeated", item.id, {"number": figure})
        elif figure < last:
            yield Finding("number.behind", item.id, {"before": last, "number": figure})
        met.add(figure)
        last = max(last, figure)


def _figure(number: str | None) -> int | None:
    found = _FIGURES.search(number or "")
    return int(found[0]) if found else None


def _decision(records: Records, item: AgendaItem, expected: bool) -> Iterator[Finding]:
    kind = style_of_item(records, item.id).decision_kind
    if not is_decided(records.text(item.id), kind):
        if expected:
            yield Finding("decision.empty", item.id, {"title": item.title})
        return
    asks = kind is SectionKind.DECISION or bool(points_of(records, item.id))
    if asks and item.kind not in WITHOUT_DECISION:
        yield from _class(records, item)


def _class(records: Records, item: AgendaItem) -> Iterator[Finding]:
    decision = own_decision(records, item.id)
    if decision is not None and goes_against_vote(records, decision):
        yield Finding("decision.against_vote", item.id, {"title": item.title})
    if decision is not None and decision.scope is DecisionScope.POINTS:
        for point in open_points(records, item.id):
            yield Finding("point.without_outcome", item.id, {"point": point_text(records, point.id)})
    elif decision is None or decision.outcome is Outcome.UNCLASSIFIED:
        yield Finding("decision.unclassified", item.id, {"title": item.title})


def _recommendation(records: Records, text: ItemText) -> Iterator[Finding]:
    """Words of a recommendation, but no points. The house's own lead-in alone is not printed and needs none."""
    if points_of(records, text.id):
        return
    opening = lead_in(style_of_item(records, text.id), board_of_item(records, text.id))
    words = {plain_text(section.blocks).strip() for section in text.of_kind(SectionKind.RECOMMENDATION)}
    if words - {"", opening.strip()}:
        yield Finding("recommendation.without_points", text.id)


def _empty_bullets(text: ItemText) -> Iterator[Finding]:
    for section in text.sections:
        for block in walk(section.blocks):
            if block.is_list_item and not block.text.strip():
                yield Finding("bullet.empty", text.id, {"section_id": section.id, "block_id": block.id})


def _papers(records: Records, text: ItemText) -> Iterator[Finding]:
    """Papers mentioned by number ("bilag 2 og 3") that neither the item nor the meeting lists."""
    mentioned = {number for section in text.sections for number in _mentioned(plain_text(section.blocks))}
    for number in sorted(mentioned - _listed(records, text)):
        yield Finding("attachment.not_listed", text.id, {"number": number})


def _mentioned(words: str) -> Iterator[int]:
    for match in _MENTIONED.finditer(words):
        for start, end in _SPAN.findall(match[1]):
            yield from range(int(start), int(end) + 1)
        yield from (int(figure) for figure in _FIGURES.findall(match[1]))


def _listed(records: Records, text: ItemText) -> set[int]:
    """The numbers by which papers are known: their own, else their place in the list."""
    known: set[int] = set()
    for item_id in (text.id, None):
        for place, paper in enumerate(attachments_of(records, text.meeting_id, item_id), start=1):
            known.add(_figure(paper.number_text) or place)
    return known
