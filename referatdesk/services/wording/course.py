"""What minutes print about the course of the meeting, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.codes import Access
from referatdesk.domain.meetings import AgendaItem, Meeting, TimeSpent
from referatdesk.i18n.lists import format_words
from referatdesk.services.wording.clock import at_time

ADDED = "Punktet blev sat på dagsordenen på mødet."
WITHDRAWN = "Punktet udgik."
_ADDED_LATE = "blev sat på dagsordenen på mødet"
_CLOSED = "lukkede punkter"
_COUNTED = {2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks", 7: "syv", 8: "otte", 9: "ni"}
_TITLE = re.compile("[“”][^”]*”")


_CLOSED_AT = re.compile(r"Mødet blev hævet kl\. (?P<hours>\d{1,2})(?:[.:](?P<minutes>\d\d))?(?!\d)\.?")


@dataclass(frozen=True, slots=True)
class ToldEnd:
    """A line that tells when the meeting was closed; it `is_edited` where the text around says more than `closing`."""

    line: str
    time: str
    is_edited: bool


def item_words(item: AgendaItem, number: str | None) -> str:
    """The item as a sentence names it: "punkt 5", or by its title where it has no number.

    The sentence stands at another item, which everybody may read: of a closed one it tells the neutral title at most.
    """
    if number:
        return f"punkt {number.rstrip('.')}"
    title = _title(item)
    return f"punktet ”{title}”" if title else "et lukket punkt"


def several_words(named: Sequence[tuple[AgendaItem, str | None]]) -> str:
    """ "punkt 5", "punkt 5 og 6", "punkt 5 og punktet ”Orientering”", "to lukkede punkter"."""
    numbers = [number.rstrip(".") for _item, number in named if number]
    words = [f"punkt {format_words(numbers)}"] if numbers else []
    titles = [_title(item) for item, number in named if not number]
    quoted = [f"”{title}”" for title in titles if title]
    if quoted:
        words.append(f"{'punktet' if len(quoted) == 1 else 'punkterne'} {format_words(quoted)}")
    if closed := titles.count(""):
        words.append("et lukket punkt" if closed == 1 else f"{_COUNTED.get(closed, closed)} {_CLOSED}")
    return format_words(words)


def _title(item: AgendaItem) -> str:
    return item.title if item.access is Access.OPEN else (item.public_title or "").strip()


def treated_before(moved: str, other: str) -> str:
    """Both as `several_words` names them."""
    return _sentence(f"{moved} blev behandlet før {other}")


def treated_after(moved: str, other: str) -> str:
    return _sentence(f"{moved} blev behandlet efter {other}")


def treated_with(others: str) -> str:
    """Stands in place of the decision of an item that was decided under another."""
    return f"Behandlet sammen med {others}."


def added_late(items: str) -> str:
    """For the item at which the agenda is approved."""
    return _sentence(f"{items} {_ADDED_LATE}")


def is_told_as_added(text: str, item: AgendaItem, number: str | None) -> bool:
    """Whether a line of the text tells that the item, alone or with others, was added."""
    names = [line.partition(f" {_ADDED_LATE}")[0] for line in text.splitlines() if f" {_ADDED_LATE}" in line]
    if not number:
        title = _title(item)
        words = (f"”{title}”",) if title else ("et lukket punkt", _CLOSED)
        told = [name.replace("“", "”").casefold() for name in names]
        return any(word.casefold() in name for word in words for name in told)
    return any(number.rstrip(".") in re.split("[ ,]+", _TITLE.sub("", name)) for name in names)


def paused(spent: TimeSpent, style: HouseStyle) -> str:
    """Nothing of a break that has not ended, or was over within the minute."""
    if spent.ended is None or spent.began[:5] == spent.ended[:5]:
        return ""
    began, ended = (at_time(time[:5], style) for time in (spent.began, spent.ended))
    return f"Der blev holdt pause fra {began} til {ended}."


def closing(meeting: Meeting, style: HouseStyle) -> str:
    """ "Mødet blev hævet kl. 15.42.", once it was."""
    if meeting.end_actual is None:
        return ""
    return f"Mødet blev hævet {at_time(meeting.end_actual, style)}."


def told_ends(text: str) -> Iterator[ToldEnd]:
    for line in text.splitlines():
        found = _CLOSED_AT.search(line)
        if found is not None:
            time = f"{int(found['hours']):02}:{found['minutes'] or '00'}"
            yield ToldEnd(line, time, is_edited=found[0] != text or not text.endswith("."))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
