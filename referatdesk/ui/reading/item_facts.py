"""What was found in the text of an item or a section, as pairs of words: votes, promises, money, references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from referatdesk.domain.codes import Access, ItemKind, Outcome, VoteChoice
from referatdesk.i18n.catalogue import _
from referatdesk.services.drafts import DraftCast, DraftItem, DraftSection, Place
from referatdesk.ui.days import day_words
from referatdesk.ui.words.codes import word

Fact = tuple[str, str, Place | None]


def item_facts(item: DraftItem) -> Iterator[Fact]:
    """What stands at the head of an item."""
    if item.kind not in {ItemKind.ITEM, ItemKind.SUBITEM}:
        yield _("Kind of item"), word(item.kind), None
    if item.treatment is not None:
        yield _("Treatment"), word(item.treatment), None
    if item.access is not Access.OPEN:
        yield _("Access"), word(item.access), None
    if item.case_no:
        yield _("Case number"), item.case_no, None
    if item.presenters:
        yield _("Presenter"), ", ".join(one.name or one.raw for one in item.presenters), None
    if item.added_late:
        yield _("Agenda"), _("added late"), None


def found_facts(item: DraftItem) -> Iterator[Fact]:
    """What its text was found to say."""
    yield from _happened(item)
    yield from _led_to(item)


def _happened(item: DraftItem) -> Iterator[Fact]:
    for one in item.presence:
        times = " – ".join(time.replace(":", ".") for time in (one.from_time, one.to_time) if time)
        yield one.name, " ".join(part for part in (word(one.status), times) if part), one.place
    for vote in item.votes:
        counts = (
            (_("for"), vote.votes_for),
            (_("against"), vote.votes_against),
            (_("abstained"), vote.abstentions),
        )
        said = ", ".join(f"{count} {name}" for name, count in counts if count is not None)
        named = "; ".join(f"{word(choice)}: {', '.join(names)}" for choice, names in _by_choice(vote.casts).items())
        yield _("Vote"), ". ".join(part for part in (said, named) if part), vote.place
    for statement in item.statements:
        who = f" ({', '.join(statement.who)})" if statement.who else ""
        yield word(statement.kind) + who, statement.text, statement.place


def _by_choice(casts: Iterable[DraftCast]) -> dict[VoteChoice, list[str]]:
    found: dict[VoteChoice, list[str]] = {}
    for cast in casts:
        found.setdefault(cast.choice, []).append(cast.name or cast.party or "")
    return found


def _led_to(item: DraftItem) -> Iterator[Fact]:
    for promise in item.promises:
        who = ", ".join(promise.responsible) or promise.role_word or ""
        due = day_words(promise.due) if promise.due and promise.due_raw is None else promise.due_raw or ""
        yield _("To do"), " – ".join(part for part in (promise.text, who, due) if part), promise.place
    for money in item.money:
        yield _("Amount"), money.raw, money.place
    for link in item.links:
        yield _("Refers to"), link.raw, link.place
    for paper in item.mentioned:
        yield _("Mentions"), paper.raw, paper.place


def section_facts(section: DraftSection) -> Iterator[tuple[str, str]]:
    if section.board or section.date:
        yield _("Decided by"), ", ".join(part for part in (section.board, day_words(section.date)) if part)
    if section.outcome is None:
        return
    if section.outcome.outcome is not Outcome.UNCLASSIFIED:
        yield _("Outcome"), word(section.outcome.outcome)
    for point in section.outcome.points:
        yield _("Outcome of point {number}").format(number=point.point + 1), word(point.outcome)
