"""The course of the meeting as values of a template; what is written in the minutes is not printed once more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.richtext import plain_text
from referatdesk.services.course.changed_order import order_sentences
from referatdesk.services.gathering.sources import Sources
from referatdesk.services.wording import course


def closing(sources: Sources) -> str | None:
    """ "Mødet blev hævet kl. 15.42.", unless the minutes tell of an end themselves."""
    is_told = any(True for text in _texts(sources, sources.agenda) for _end in course.told_ends(text))
    return None if is_told else course.closing(sources.meeting, sources.style) or None


def changed_order(sources: Sources) -> str | None:
    """A line for each group of items that were not treated in their turn."""
    return _untold(sources, (told.sentence for told in order_sentences(sources.agenda, sources.numbers)))


def of_item(sources: Sources, item: AgendaItem) -> str | None:
    if not item.added_late:
        return None
    number = sources.numbers.get(item.id)
    is_named = any(course.is_told_as_added(text, item, number) for text in _texts(sources, sources.agenda))
    return None if is_named else _untold(sources, [course.ADDED], [item])


def _untold(sources: Sources, sentences: Iterable[str], items: Iterable[AgendaItem] | None = None) -> str | None:
    return "\n".join(one for one in sentences if one and not _is_told(sources, one, items)) or None


def _is_told(sources: Sources, sentence: str, items: Iterable[AgendaItem] | None = None) -> bool:
    """Whether it stands in the text of one of the items; without any, of the whole agenda."""
    return any(sentence in text for text in _texts(sources, sources.agenda if items is None else items))


def _texts(sources: Sources, items: Iterable[AgendaItem]) -> Iterator[str]:
    return (plain_text(section.blocks) for item in items for section in sources.records.text(item.id).sections)
