"""What is told of the items that were put on the agenda at the meeting, at the item that approves the agenda."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from referatdesk.domain.meetings import AgendaItem
from referatdesk.services.course.changed_order import rank
from referatdesk.services.wording import course


@dataclass(frozen=True, slots=True)
class Late:
    """A sentence for what is not told yet, and the one it takes the place of ("": none)."""

    sentence: str
    instead_of: str = ""


def late_sentence(text: str, items: Sequence[AgendaItem], numbers: Mapping[str, str | None]) -> Late | None:
    """One sentence for all that were added, in the order of their numbers; None where the text tells of each.

    What was written of some of them grows, unless it was edited by hand.
    """
    late = sorted(
        (item for item in items if item.added_late),
        key=lambda item: (not numbers[item.id], rank(numbers[item.id] or "")),
    )
    told = [item for item in late if course.is_told_as_added(text, item, numbers[item.id])]
    if len(told) == len(late):
        return None
    earlier = course.added_late(_words(told, numbers)) if told else ""
    grows = bool(earlier) and earlier in text.splitlines()
    named = late if grows else [item for item in late if item not in told]
    return Late(course.added_late(_words(named, numbers)), earlier if grows else "")


def _words(items: Sequence[AgendaItem], numbers: Mapping[str, str | None]) -> str:
    return course.several_words([(item, numbers[item.id]) for item in items])
