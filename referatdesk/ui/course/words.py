"""How the course of the meeting is put in the window: what is treated, the minutes, when it will be over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.codes import Access, ItemStatus, LinkKind
from referatdesk.domain.course import minutes_planned
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.records import Records, style_of
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.i18n.lists import format_words
from referatdesk.services.course.course_times import Times, minutes_of
from referatdesk.services.lookup import items_of, joined, lead_of
from referatdesk.ui.days import day_words

BETWEEN = "  ·  "
LONGEST = 32


def items_words(records: Records, items: Iterable[AgendaItem], *, within: bool = False) -> str:
    """ "Item 5", "Items 4 and 5", or the title of one without a number; `within` a sentence "item 5"."""
    listed = list(items)
    if not listed:
        return ""
    meeting = records.get(Meeting, listed[0].meeting_id)
    numbers = printed_numbers(items_of(records, meeting.id), style_of(records, meeting).sub_numbers)
    figures = [number.rstrip(".") for item in listed if (number := numbers[item.id])]
    if len(figures) < len(listed):
        return format_words(shortened(item.title) for item in listed)
    first = ngettext("Item {numbers}", "Items {numbers}", len(figures))
    inside = ngettext("item {numbers}", "items {numbers}", len(figures))
    return (inside if within else first).format(numbers=format_words(figures))


def times_words(records: Records, now: Times) -> str:
    """What is treated and its minutes first, then the end, then the whole: a narrow window cuts from behind."""
    if now.break_minutes is not None:
        first = _("Break, {minutes} min.").format(minutes=now.break_minutes)
    elif now.treated:
        first = BETWEEN.join([items_words(records, now.treated), minutes_words(now.used, now.planned)])
    else:
        first = _("No item is being treated")
    whole = _("{minutes} in all").format(minutes=minutes_words(now.used_in_all, now.planned_in_all))
    return BETWEEN.join(part for part in (first, end_words(now), whole) if part)


def minutes_words(used: int, planned: int) -> str:
    if not planned:
        return _("{used} min.").format(used=used)
    words = _("{used} of {planned} min.").format(used=used, planned=planned)
    over = used - planned
    return _("{minutes} ({over} over)").format(minutes=words, over=over) if over > 0 else words


def end_words(now: Times) -> str:
    if now.ends is None:
        return ""
    ends = now.ends.replace(":", ".")
    if now.ends_surely:
        return _("expected end at {time}").format(time=ends)
    return _("ends at {time} at the earliest").format(time=ends)


def facts_words(records: Records, item: AgendaItem, now: str) -> str:
    """What is set aside for an item that is to come, and what one that is over took; of those treated together the
    one that leads tells it for all.
    """
    treated, lead = joined(records, item.id), lead_of(records, item.id)
    others = [one for one in treated if one.id != item.id] if item.id == lead.id else [lead]
    beside = _("together with {items}").format(items=items_words(records, others, within=True)) if others else ""
    time = _time_words(records, item, minutes_planned(treated), now) if item.id == lead.id else ""
    return BETWEEN.join(words for words in (time, beside) if words)


def _time_words(records: Records, item: AgendaItem, planned: int, now: str) -> str:
    if item.status is ItemStatus.DONE and (used := minutes_of(records, item.id, now)):
        return _("took {minutes}").format(minutes=minutes_words(used, planned))
    is_told = item.status is ItemStatus.NOT_BEGUN and planned
    return _("{minutes} set aside").format(minutes=minutes_words(planned, 0)) if is_told else ""


def postponed_words(records: Records, item_id: str) -> str:
    """From which meeting the item was put off, and to which; or that it waits for one."""
    led = (_led(link) for link in records.all(ItemLink) if link.item_id == item_id and link.raw is None)
    return BETWEEN.join(words for words in led if words)


def _led(link: ItemLink) -> str:
    if link.kind is LinkKind.POSTPONED_FROM:
        return _("postponed from {day}").format(day=day_words(link.to_date))
    if link.kind is not LinkKind.POSTPONED_TO:
        return ""
    to = link.to_meeting_id
    return _("postponed to {day}").format(day=day_words(link.to_date)) if to else _("lies ready for the next meeting")


def took_words(records: Records, treated: Sequence[AgendaItem], minutes: int, open_points: int) -> str:
    """ "Item 4 took 12 of 10 min., 2 points without an outcome"."""
    took = _("{item} took {minutes}").format(
        item=items_words(records, treated), minutes=minutes_words(minutes, minutes_planned(treated))
    )
    if not open_points:
        return took
    left = ngettext("{count} point without an outcome", "{count} points without an outcome", open_points)
    return f"{took}, {left.format(count=open_points)}"


def closed_words(treated: Iterable[AgendaItem]) -> str:
    """What the room must be told at an item that is not for everybody; empty at any other."""
    access = {item.access for item in treated}
    if Access.CLOSED in access:
        return _("Closed item: the room must be cleared of listeners")
    if Access.PARTLY in access:
        return _("Partly closed item: see whether listeners must leave the room")
    return ""


def shortened(words: str, longest: int = LONGEST) -> str:
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
