"""The votes at an item and what was entered for somebody there, as values of a template.

Old minutes tell them in words of their own: what stands in the text in other words is not told once more in a row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from referatdesk.documents.word.values import Scope
from referatdesk.domain.codes import StatementKind
from referatdesk.domain.decisions import Statement, Vote, VoteCast
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.richtext import plain_text
from referatdesk.services.decision.written_statements import lines_of
from referatdesk.services.decision.written_votes import in_voting_order, told_vote
from referatdesk.services.gathering.sources import Sources
from referatdesk.services.wording import outcomes
from referatdesk.services.wording.votes import Voted, vote_words

_VOTING = re.compile(r"\bstem(?:me|te|t)\w*|\bafstemning|\bflertal\b|\benstemmig|\bvalgt\b", re.IGNORECASE)
_FIGURES = ("", "et|ét|en|én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")

_TELLING: Mapping[StatementKind, str] = {
    StatementKind.HALT: " indbragt for ",
    StatementKind.RESERVATION: " forbehold",
}
"""What a text says of a statement that needs no words of its own."""


def votes(sources: Sources, item: AgendaItem) -> list[Scope]:
    return [scope for one in in_voting_order(sources.votes.get(item.id, ())) if (scope := _vote(sources, one))]


def _vote(sources: Sources, vote: Vote) -> Scope | None:
    casts = sources.casts.get(vote.id, ())
    told = told_vote(vote, casts, sources.people)
    line = vote_words(told, sources.style.vote_form)
    if is_told_otherwise(told, line, _text_of(sources, vote)):
        return None
    numbers = {
        "afstemning.for": vote.votes_for,
        "afstemning.imod": vote.votes_against,
        "afstemning.undlod": vote.abstentions,
    }
    return Scope(
        {
            "afstemning.emne": outcomes.SUBJECT_WORDS[vote.subject],
            "afstemning.tal": outcomes.votes(vote),
            "afstemning.resultat": outcomes.RESULT_WORDS[vote.result] if vote.result else None,
            "afstemning.tekst": line,
            **{name: None if count is None else str(count) for name, count in numbers.items()},
        },
        {"stemmer": [_cast(sources, one) for one in casts]},
        vote.id,
    )


def _cast(sources: Sources, cast: VoteCast) -> Scope:
    if cast.candidate:
        won = f"{cast.count} {'stemme' if cast.count == 1 else 'stemmer'}" if cast.count is not None else None
        return Scope({"stemme.hvem": cast.candidate, "stemme.valg": won})
    who = _who(sources, cast.attendance_id, cast.party)
    return Scope({"stemme.hvem": who, "stemme.valg": outcomes.CHOICE_WORDS[cast.choice]})


def _text_of(sources: Sources, vote: Vote) -> str:
    decision = next((one for one in sources.decisions.get(vote.item_id, ()) if one.id == vote.decision_id), None)
    section = sources.records.text(vote.item_id).section(decision.section_id) if decision else None
    return plain_text(section.blocks) if section else ""


def is_told_otherwise(told: Voted, line: str, text: str) -> bool:
    """Whether the text tells of a vote with just these numbers, or just these people, in other words."""
    if not _VOTING.search(text) or (line and line in text):
        return False
    numbers = [number for number in (told.vote.votes_for, told.vote.votes_against, told.vote.abstentions) if number]
    if numbers:
        return all(_says(number, text) for number in numbers)
    named = [one.name or one.party or "" for one in told.voices] + [one.name for one in told.candidates]
    return bool(named) and all(name in text for name in named)


def _says(number: int, text: str) -> bool:
    word = f"|{_FIGURES[number]}" if number < len(_FIGURES) else ""
    return re.search(rf"\b(?:{number}{word})\b", text, re.IGNORECASE) is not None


def statements(sources: Sources, item: AgendaItem) -> list[Scope]:
    return [scope for one in sources.statements.get(item.id, ()) if (scope := _statement(sources, one))]


def _statement(sources: Sources, one: Statement) -> Scope | None:
    line = "\n".join(lines_of(sources.records, one))
    if _is_entered_otherwise(sources, one, line):
        return None
    return Scope(
        {
            "udtalelse.slags": outcomes.STATEMENT_WORDS[one.kind],
            "udtalelse.hvem": _who(sources, one.attendance_id, one.party),
            "udtalelse.tekst": one.text,
            "udtalelse.linje": line,
        },
        record=one.id,
    )


def _is_entered_otherwise(sources: Sources, one: Statement, line: str) -> bool:
    said = plain_text(block for section in sources.records.text(one.item_id).sections for block in section.blocks)
    if line and line in said:
        return False
    words = one.text.strip() or _TELLING.get(one.kind, "")
    return bool(words) and words in said


def _who(sources: Sources, attendance_id: str | None, party: str | None) -> str | None:
    """A person by name, with the party where it is known; or a party."""
    person = next((one for one in sources.people if one.id == attendance_id), None)
    if person is None:
        return party
    return ", ".join(part for part in (person.name, person.party) if part)
