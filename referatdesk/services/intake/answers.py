"""What the user said to the open questions of a draft, and the draft with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from referatdesk.documents.reading.draft import (
    Doubt,
    Draft,
    DraftAttachment,
    DraftItem,
    DraftPerson,
    DraftPromise,
    DraftSection,
    DraftVote,
)
from referatdesk.domain.codes import AttendanceStatus, Outcome, Precision, VoteChoice
from referatdesk.domain.presence import AWAY
from referatdesk.services.intake.matching import same_name

_OF_NAMES = frozenset({"person.like", "organisation.like"})
_OF_BOARDS = frozenset({"board.like", "board.missing"})
_VOTE_FIELDS = {
    VoteChoice.FOR: "votes_for",
    VoteChoice.AGAINST: "votes_against",
    VoteChoice.ABSTAIN: "abstentions",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the user said to the open questions of a draft.

    `accepted` are those whose proposal is to hold, of the draft's own and of `proposals`. `board_id` names a board of
    the archive, `board_name` another name than the one that was read; `is_agenda` says what the document is.
    """

    accepted: tuple[Doubt, ...] = ()
    board_id: str | None = None
    board_name: str | None = None
    is_agenda: bool | None = None

    @property
    def meant(self) -> Mapping[str, str]:
        """The ids of the people and organisations that names mean, by `same_name` of the names."""
        return {same_name(one.text): one.data["id"] for one in self.accepted if one.code in _OF_NAMES}

    @property
    def meeting_id(self) -> str | None:
        """The meeting of the archive into which the minutes are to go."""
        return next((one.data["id"] for one in self.accepted if one.code == MEETING_EXISTS), None)

    @property
    def board(self) -> str | None:
        """The id of the board that was pointed at."""
        accepted = [one.data.get("id") for one in self.accepted if one.code in _OF_BOARDS]
        return self.board_id or (accepted[-1] if accepted else None)


NO_ANSWERS = Answers()


def answered(draft: Draft, answers: Answers) -> Draft:
    """The draft in which the accepted proposals hold; those about lines are corrections, and no part of it."""
    told = draft if answers.is_agenda is None else replace(draft, is_agenda=answers.is_agenda)
    for doubt in answers.accepted:
        effect = _EFFECTS.get(doubt.code)
        if effect is not None and doubt.proposal is not None:
            told = effect(told, doubt, doubt.proposal)
    return told


def _on_that_day(draft: Draft, _doubt: Doubt, day: str) -> Draft:
    return replace(draft, head=replace(draft.head, date=day))


def _one_person(draft: Draft, doubt: Doubt, name: str) -> Draft:
    """The two spellings are one person: the first entry, with what the second one says besides."""
    people: dict[str, DraftPerson] = {}
    for one in draft.people:
        renamed = replace(one, name=name) if one.name == doubt.text else one
        before = people.get(same_name(renamed.name))
        people[same_name(renamed.name)] = renamed if before is None else _joined(before, renamed)
    return replace(draft, people=tuple(people.values()))


def _joined(one: DraftPerson, other: DraftPerson) -> DraftPerson:
    """Somebody listed twice is away where one of the two says so."""
    away = next((each for each in (one, other) if each.status in AWAY), one)
    return replace(
        one,
        organisation=one.organisation or other.organisation,
        party=one.party or other.party,
        role=one.role or other.role,
        unit=one.unit or other.unit,
        email=one.email or other.email,
        status=away.status,
        status_raw=away.status_raw,
        stands_in_for=one.stands_in_for or other.stands_in_for,
        note=one.note or other.note,
    )


def _absent(draft: Draft, doubt: Doubt, _absent: str) -> Draft:
    def away(one: DraftPerson) -> DraftPerson:
        here = one.name == doubt.text and not one.is_away
        return replace(one, status=AttendanceStatus.ABSENT) if here else one

    return replace(draft, people=tuple(map(away, draft.people)))


def _of_that_organisation(draft: Draft, doubt: Doubt, organisation: str) -> Draft:
    """In the list of the head, or in the line of absentees in which the name stands."""

    def told(one: DraftPerson) -> DraftPerson:
        same = (one.name, one.place.line_from) == (doubt.text, doubt.place.line_from)
        return replace(one, organisation=organisation) if same else one

    def told_in(section: DraftSection) -> DraftSection:
        return replace(section, people=tuple(map(told, section.people)))

    named = replace(draft, people=tuple(map(told, draft.people)))
    return _every_item(named, lambda item: replace(item, sections=tuple(map(told_in, item.sections))))


def _decided_so(draft: Draft, doubt: Doubt, outcome: str) -> Draft:
    """The outcome that was taken is confirmed, as if the user had chosen it."""

    def confirmed(section: DraftSection) -> DraftSection:
        if section.outcome is None or section.place != doubt.place:
            return section
        return replace(section, outcome=replace(section.outcome, outcome=Outcome(outcome), confirmed=True))

    return _every_item(draft, lambda item: replace(item, sections=tuple(map(confirmed, item.sections))))


def _numbered_on(draft: Draft, doubt: Doubt, number: str) -> Draft:
    """The item gets the number that follows the one before it; its heading stays kept as it was printed."""

    def renumbered(item: DraftItem) -> DraftItem:
        if item.place != doubt.place or item.figure is None:
            return item
        figure = item.figure.removesuffix(item.figure.rpartition(".")[2]) + number
        printed = item.number.replace(item.figure, figure) if item.number else None
        return replace(item, figure=figure, number=printed)

    return _every_item(draft, renumbered)


def _in_that_year(draft: Draft, doubt: Doubt, due: str) -> Draft:
    def dated(promise: DraftPromise) -> DraftPromise:
        if promise.place != doubt.place or promise.due_raw != doubt.text:
            return promise
        precision = Precision.DAY if promise.due_precision is Precision.NONE else promise.due_precision
        return replace(promise, due=due, due_precision=precision)

    return _every_item(draft, lambda item: replace(item, promises=tuple(map(dated, item.promises))))


def _that_many_votes(draft: Draft, doubt: Doubt, number: str) -> Draft:
    field = _VOTE_FIELDS.get(VoteChoice(doubt.data["choice"]))

    def counted(vote: DraftVote) -> DraftVote:
        here = vote.place.line_from <= doubt.place.line_from <= vote.place.line_to
        if field is None or not here or str(getattr(vote, field)) != doubt.text:
            return vote
        numbers = {name: getattr(vote, name) for name in _VOTE_FIELDS.values()} | {field: int(number)}
        return replace(vote, **numbers)

    return _every_item(draft, lambda item: replace(item, votes=tuple(map(counted, item.votes))))


def _two_papers(draft: Draft, doubt: Doubt, second: str) -> Draft:
    """The line of a list of papers that holds two, parted where the second begins."""

    def parted(section: DraftSection) -> DraftSection:
        papers = (_parts(one, second) if one.place == doubt.place else (one,) for one in section.attachments)
        return replace(section, attachments=tuple(part for parts in papers for part in parts))

    return _every_item(draft, lambda item: replace(item, sections=tuple(map(parted, item.sections))))


def _parts(one: DraftAttachment, second: str) -> Iterator[DraftAttachment]:
    first = one.title.removesuffix(second).rstrip(" ,;")
    if not one.title.endswith(second) or not first:
        yield one
        return
    yield replace(one, title=first, raw=one.raw.removesuffix(second).rstrip(" ,;"), file_name=None)
    yield replace(one, title=second, raw=second, number=None, file_name=None)


def _every_item(draft: Draft, change: Callable[[DraftItem], DraftItem]) -> Draft:
    return replace(
        draft,
        items=tuple(replace(change(one), children=tuple(map(change, one.children))) for one in draft.items),
    )


_EFFECTS: Mapping[str, Callable[[Draft, Doubt, str], Draft]] = {
    "meeting.two_dates": _on_that_day,
    "meeting.weekday": _on_that_day,
    "meeting.no_year": _on_that_day,
    "person.spelt_twice": _one_person,
    "person.not_marked": _absent,
    "person.unclear": _of_that_organisation,
    "item.number_gap": _numbered_on,
    "outcome.several": _decided_so,
    "promise.no_year": _in_that_year,
    "vote.count": _that_many_votes,
    "attachment.merged": _two_papers,
}
MEETING_EXISTS = "meeting.exists"
ANSWERED = frozenset({*_EFFECTS, *_OF_NAMES, *_OF_BOARDS, MEETING_EXISTS})
"""The doubts whose proposal holds when it is accepted; what others propose is said of a line ("join", a `Part`)."""
