"""The order and the numbers of an agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from referatdesk.domain.meetings import AgendaItem


def in_order(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """The items as they are read, each followed by its sub-items; one whose parent is gone stands at the top level."""
    by_parent: dict[str | None, list[AgendaItem]] = {}
    listed = list(items)
    known = {item.id for item in listed}
    for item in listed:
        parent = item.parent_id if item.parent_id in known else None
        by_parent.setdefault(parent, []).append(item)
    return list(_below(None, by_parent))


def _below(parent: str | None, by_parent: Mapping[str | None, list[AgendaItem]]) -> Iterator[AgendaItem]:
    for item in sorted(by_parent.get(parent, ()), key=lambda item: item.sort):
        yield item
        if item.id in by_parent:
            yield from _below(item.id, by_parent)


def printed_numbers(items: Iterable[AgendaItem], sub_numbers: bool) -> dict[str, str | None]:
    """The number of each item by id, None where none is printed.

    A number set by hand is kept and the automatic ones after it count on from it, so a gap that was read stays a gap.
    Withdrawn items keep their number. Sub-items are numbered ("2.1") only where the house does so.
    """
    numbers: dict[str, str | None] = {}
    last: dict[str | None, int] = {}
    for item in in_order(items):
        parent = item.parent_id if item.parent_id in numbers else None
        if not item.number_auto:
            numbers[item.id] = item.number_text
            last[parent] = _figure(item.number_text) or last.get(parent, 0)
        elif parent is not None and not sub_numbers:
            numbers[item.id] = None
        else:
            last[parent] = last.get(parent, 0) + 1
            above = numbers.get(parent) if parent is not None else None
            numbers[item.id] = f"{above}.{last[parent]}" if above else str(last[parent])
    return numbers


def _figure(number: str | None) -> int | None:
    digits = "".join(sign for sign in (number or "").rstrip(".").rpartition(".")[2] if sign.isdecimal())
    return int(digits) if digits else None
