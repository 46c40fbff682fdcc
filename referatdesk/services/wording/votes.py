"""A vote in words, in the form of the house."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from referatdesk.domain.codes import VoteChoice, VoteForm, VoteResult, VoteSubject
from referatdesk.domain.decisions import Vote
from referatdesk.domain.voting import Candidate, Count
from referatdesk.services.wording.camps import Voice, by_name, by_party, named_alone, sizes
from referatdesk.services.wording.elections import election_words
from referatdesk.services.wording.movers import from_whom, of_what

WITHOUT_VOTE = "Vedtaget uden afstemning."


@dataclass(frozen=True, slots=True)
class Voted:
    """A vote with what is known of who chose what; `candidates` stand where it is an election. `names` are those of the
    people and parties at the meeting, who may move something.
    """

    vote: Vote
    voices: tuple[Voice, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    names: frozenset[str] = frozenset()

    @property
    def count(self) -> Count:
        vote = self.vote
        numbers = (vote.votes_for, vote.votes_against, vote.abstentions, vote.not_voting)
        return Count(*(number or 0 for number in numbers))

    @property
    def says_who(self) -> bool:
        """Whether everybody who is counted is also named, by person or by party."""
        return bool(self.voices) and sizes(self.voices) == self.count

    @property
    def is_unanimous(self) -> bool:
        count = self.count
        decided = max(count.votes_for, count.votes_against)
        return decided > 0 and decided == count.total and None not in (self.vote.votes_for, self.vote.votes_against)


def vote_words(told: Voted, form: VoteForm) -> str:
    """All that is printed of the vote: what was voted on, how, and what it came to where that is not said elsewhere."""
    vote = told.vote
    if vote.subject is VoteSubject.ELECTION:
        return election_words(told.candidates, vote.about, vote.abstentions or 0)
    lead = _lead(vote, told.names)
    if told.is_unanimous:
        return f"{lead}Enstemmigt {_unanimous(vote)}."
    how = _how(told, form)
    return lead + " ".join(part for part in (how, _came_to(told, numbers_told=bool(how))) if part)


def _lead(vote: Vote, names: Collection[str]) -> str:
    about = _END.sub("", (vote.about or "").strip())
    if vote.subject is VoteSubject.AMENDMENT:
        about = _AMENDMENT.sub("", about)
        return f"Ændringsforslag{f' {from_whom(about, names)}' if about else ''}: "
    if vote.subject is VoteSubject.PROCEDURE:
        return f"Afstemning {of_what(about, names) or 'om sagens behandling'}: "
    return f"{about[:1].upper()}{about[1:]}: " if about else ""


_END = re.compile(r"(?<!\bkr)(?<!\bmio)(?<!\bmia)(?<!\bpct)(?<!\bstk)[.:]+$")
"""A full stop that ends no abbreviation."""
_AMENDMENT = re.compile(r"^ændringsforslag(?:et)?\b[\s:,–-]*", re.IGNORECASE)


def _unanimous(vote: Vote) -> str:
    if vote.result is VoteResult.LOST:
        return "forkastet"
    return "godkendt" if vote.subject is VoteSubject.MAIN else "vedtaget"


def _how(told: Voted, form: VoteForm) -> str:
    is_tie = told.vote.result is VoteResult.TIE_LAPSED
    if form is VoteForm.NUMBERS or not told.says_who:
        if is_tie and not told.says_who:
            return ""  # the sentence of the tie has the numbers
        voices = told.voices if told.says_who else ()
        return _majority_numbers(told.count) if form is VoteForm.MAJORITY else _numbers(told.count, voices)
    if form is VoteForm.NAMES:
        return _by_camp(told, names_only=True)
    if form is VoteForm.MAJORITY and _has_majority(told.count):
        return _majority(told)
    return _by_camp(told, names_only=False)


_DID: Mapping[VoteChoice, str] = {
    VoteChoice.FOR: "stemte for",
    VoteChoice.AGAINST: "stemte imod",
    VoteChoice.ABSTAIN: "undlod at stemme",
    VoteChoice.NOT_PRESENT: "deltog ikke i afstemningen",
}


def _numbers(count: Count, voices: Sequence[Voice] = ()) -> str:
    """ "7 stemte for, 3 stemte imod, og 1 undlod at stemme."; nobody for is said, other choices nobody made are not.

    Where it is known who, those who went against the others stand in brackets.
    """
    told = [f"{number} {_DID[choice]}{_who(voices, choice, count)}" for choice, number in _numbered(count) if number]
    if not count.votes_for and count.votes_against:
        told.insert(0, f"ingen {_DID[VoteChoice.FOR]}")
    return _sentence(told)


def _who(voices: Sequence[Voice], choice: VoteChoice, count: Count) -> str:
    """Everybody's vote can be seen where all are named but those who are most; in a tie nobody is."""
    most = None if count.is_tie else max(_numbered(count), key=lambda one: one[1])[0]
    return "" if choice is most or not voices else f" ({by_name(voices, choice)})"


def _majority_numbers(count: Count) -> str:
    """ "Et flertal på 7 stemte for, og et mindretal på 3 stemte imod. 1 undlod at stemme."; one alone is neither."""
    if not _has_majority(count):
        return _numbers(count)
    sides = sorted(_numbered(count)[:2], key=lambda one: -one[1])
    words = zip(("et flertal", "et mindretal"), sides, strict=True)
    decided = [
        f"{f'{side} på ' if number > 1 else ''}{number} {_DID[choice]}" for side, (choice, number) in words if number
    ]
    others = [f"{number} {_DID[choice]}" for choice, number in _numbered(count)[2:] if number]
    return " ".join(part for part in (_sentence(decided), _sentence(others)) if part)


def _has_majority(count: Count) -> bool:
    """Nobody is a majority alone."""
    return not count.is_tie and max(count.votes_for, count.votes_against) > 1


def _numbered(count: Count) -> list[tuple[VoteChoice, int]]:
    numbers = (count.votes_for, count.votes_against, count.abstentions, count.not_voting)
    return list(zip(_DID, numbers, strict=True))


def _sentence(clauses: Sequence[str]) -> str:
    """Main clauses in a row, with the comma that Danish sets between them."""
    if not clauses:
        return ""
    joined = clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])}, og {clauses[-1]}"
    return f"{joined[0].upper()}{joined[1:]}."


def _by_camp(told: Voted, *, names_only: bool) -> str:
    """ "For stemte A og B (7). Imod stemte C (2). Sanne Brix undlod at stemme." """
    parts: list[str] = []
    for choice in VoteChoice:
        who = by_name(told.voices, choice) if names_only else by_party(told.voices, choice)
        if not who:
            parts += ["Ingen stemte for."] if choice is VoteChoice.FOR else []
            continue
        plain = names_only or named_alone(told.voices, choice)
        number = "" if plain else f" ({sizes(told.voices, choice)})"
        if choice in {VoteChoice.FOR, VoteChoice.AGAINST}:
            parts.append(f"{'For' if choice is VoteChoice.FOR else 'Imod'} stemte {who}{number}.")
        else:
            parts.append(f"{who} {_DID[choice]}{number}.")
    return " ".join(parts)


def _majority(told: Voted) -> str:
    """ "Et flertal bestående af A og B stemte for. Et mindretal bestående af C stemte imod. D undlod at stemme."

    One alone is neither.
    """
    won = told.vote.result is VoteResult.CARRIED
    sides = (VoteChoice.FOR, VoteChoice.AGAINST) if won else (VoteChoice.AGAINST, VoteChoice.FOR)
    parts = [
        f"{f'Et {side} bestående af ' if sizes(told.voices, choice) > 1 else ''}{who} {_DID[choice]}."
        for side, choice in zip(("flertal", "mindretal"), sides, strict=True)
        if (who := by_party(told.voices, choice))
    ]
    parts += [
        f"{who} {_DID[choice]}."
        for choice in (VoteChoice.ABSTAIN, VoteChoice.NOT_PRESENT)
        if (who := by_party(told.voices, choice))
    ]
    return " ".join(parts)


def _came_to(told: Voted, *, numbers_told: bool) -> str:
    """What it came to, unless the decision itself tells it: a recommendation that was carried."""
    vote, count = told.vote, told.count
    what = _matter(vote)
    if vote.result is VoteResult.TIE_LAPSED:
        return f"{what} bortfaldt på grund af stemmelighed{'' if numbers_told else _tally(count)}."
    if vote.result is None:
        return ""
    carried = vote.result is VoteResult.CARRIED
    word = "forkastet" if not carried else "vedtaget" if what in _PROPOSALS else "godkendt"
    if count.is_tie:
        return f"Formandens stemme var udslagsgivende, og {what.lower()} blev {word}."
    if carried and vote.subject is VoteSubject.MAIN and not vote.about:
        return ""
    return f"{what} blev dermed {word}."


def _tally(count: Count) -> str:
    """ " (5 for, 5 imod)"."""
    told = [f"{count.votes_for} for", f"{count.votes_against} imod"]
    told += [f"{number} {_DID[choice]}" for choice, number in _numbered(count)[2:] if number]
    return f" ({', '.join(told)})"


_PROPOSALS = frozenset({"Forslaget", "Ændringsforslaget"})
_MARK = r"(?:\d{1,2}|[a-zæøå])\b"
_POINT = re.compile(r"\b(?:indstillings|dagsordens)?punkt(?:et|er|erne)?\b", re.IGNORECASE)
_SEVERAL_POINTS = re.compile(rf"punkt(?:er(?:ne)?)?\s+{_MARK}(?:\s*[,–-]\s*|\s+og\s+){_MARK}", re.IGNORECASE)


def _matter(vote: Vote) -> str:
    if vote.subject is VoteSubject.AMENDMENT:
        return "Ændringsforslaget"
    if vote.subject is VoteSubject.MAIN and _POINT.search(vote.about or ""):
        return "Punkterne" if _SEVERAL_POINTS.search(vote.about or "") else "Punktet"
    lapsed = vote.result is VoteResult.TIE_LAPSED
    return "Forslaget" if vote.subject is VoteSubject.PROCEDURE or vote.about or lapsed else "Indstillingen"
