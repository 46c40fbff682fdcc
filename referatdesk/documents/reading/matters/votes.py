"""How was voted: by number, by name and by party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from referatdesk.documents.reading.draft import Doubt, DraftCast, DraftItem, DraftSection, DraftVote
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.people import find_who, known_names
from referatdesk.documents.reading.matters.said import Said, deciding_sections, said_in
from referatdesk.documents.reading.source import Place
from referatdesk.domain.codes import VoteChoice

_WORDS = {"for": VoteChoice.FOR, "imod": VoteChoice.AGAINST, "mod": VoteChoice.AGAINST}
_SIDE = r"(?:for|imod|mod|hverken for eller imod|blankt)"
_AHEAD = re.compile(
    rf"\b(?P<side>{_SIDE}) (?:stemte|stemmer)\b|^(?P<label>for|imod|hverken for eller imod|blankt"
    rf"|undlod(?: at stemme)?)\s?:"
    r"|[;,.] (?P<later>for|imod|undlod(?: at stemme)?): "
    r"|^(?P<opening>for|imod|mod) (?:[\w.]{1,30} ){1,5}(?:stemte|stemmer)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\b(?:stemte|stemmer) (?:også |derfor )?(?P<side>{_SIDE})\b"
    r"|(?:(?<=\d)|(?<=\))|(?<=stemmer)|(?<=medlemmer)|(?<=stemme)|(?<=medlem)) (?P<short>for|imod|mod"
    r"|hverken for eller imod|blankt)\b(?! \d)",
    re.IGNORECASE,
)
_ABSTAINED = re.compile(
    r"\b(?:undlod|undlader|afholdt sig fra|afstod fra)(?: at stemme| at afgive stemme)?\b(?! at\b)"
    r"|\bhverken for eller imod\b(?! stemte)",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(?P<ahead>\d{1,3}) stemmer(?: for)?(?:,| og)? ?(?:i?mod) (?P<behind>\d{1,3})\b(?! (?:kr|pct|procent))",
    re.IGNORECASE,
)
_VOTING = re.compile(r"\b(?:stemt\w*|stemm\w*|undlod|undlader|afstemning\w*)\b", re.IGNORECASE)
_UNREAL = re.compile(r"\b(?:vil(?:le)?|kan|kunne|agter at|ikke) (?:\w+ )?stemme\b|\bstemte ikke\b", re.IGNORECASE)
_CUT = re.compile(
    r",? (?:idet|da|fordi|hvorefter|hvorfor|og (?:indstillingen|forslaget|dermed)|med den begrundelse)\b", re.IGNORECASE
)
_APART = re.compile(r",|;| og | mens | medens ")
_TALLY = re.compile(
    r"(?<![\w.,/-])(?P<figure>\d{1,3})(?![\w/-]|[.,]\d)|\b(?P<word>et|ét|en|én|to|tre|fire|fem|seks|syv|otte|ni"
    r"|ti) (?:medlem|stemme)",
    re.IGNORECASE,
)
_ONES = ("et", "ét", "en", "én")
_MORE = ("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
_FIGURES = dict.fromkeys(_ONES, 1) | {word: figure for figure, word in enumerate(_MORE, start=2)}
_NUMBERED = re.compile(r"\b(?:punkt|pkt\.?|indstilling|sag|nr\.?|kl\.?|§|stk\.?|model) \d+(?:[.:]\d+)?", re.IGNORECASE)
_FELL = re.compile(r"\b(?:forkastet|forkastes|bortfaldt|faldt|nedstemt)\b", re.IGNORECASE)
_MAJORITY = re.compile(
    r"\bflertal (?:på|af) (?P<number>\d{1,3})\b(?: medlemmer)?(?: \([^()]{1,100}\))?(?! ?[(]| stem)", re.IGNORECASE
)
_ELECTION = re.compile(r"\bfik \d{1,3} stemmer\b", re.IGNORECASE)
_BRACKET = re.compile(r" ?\([^()]{1,300}\)")
LOOK = 200
_ONLY_LABEL = re.compile(
    rf"(?:{_SIDE} (?:stemte|stemmer)|stemte {_SIDE}|{_SIDE}|undlod(?: at stemme)?)\s?:?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Share:
    """What one clause says: who chose so, and how many they were."""

    choice: VoteChoice
    number: int | None
    casts: tuple[DraftCast, ...]
    place: Place
    counted: bool = True
    """Whether the number is said, not only the names."""


def votes_of(item: DraftItem, around: MattersAround) -> tuple[tuple[DraftVote, ...], tuple[Doubt, ...]]:
    """The votes of the item in order, and a doubt where names and number do not agree."""
    known = known_names(around.people)
    votes: list[DraftVote] = []
    doubts: list[Doubt] = []
    for section in deciding_sections(item, around):
        said = list(_joined(section, around))
        if any(_ELECTION.search(one.text) for one in said):
            continue
        shares = [share for one in said for share in _shares(one, known)]
        doubts += [doubt for share in shares if (doubt := _miscount(share)) is not None]
        votes += _votes(shares)
    return tuple(votes), tuple(doubts)


def _joined(section: DraftSection, around: MattersAround) -> Iterator[Said]:
    """The sentences; a line that only opens a list of voters together with the list."""
    head: Said | None = None
    for said in said_in(section, around):
        if head is not None and said.block.is_list_item and said.opens:
            head = replace(head, text=f"{head.text} {said.text.rstrip('.')},", place=head.place.to(said.place))
            continue
        if head is not None:
            yield head
        head = said if _ONLY_LABEL.fullmatch(said.text) else None
        if head is None:
            yield said
    if head is not None:
        yield head


def _shares(said: Said, known: frozenset[str]) -> Iterator[_Share]:
    text = said.text
    labelled = _AHEAD.match(text) is not None
    if not (labelled or _VOTING.search(text) or _MAJORITY.search(text)) or _UNREAL.search(text):
        return
    if score := _SCORE.search(text):
        ahead, behind = int(score["ahead"]), int(score["behind"])
        won = (behind, ahead) if _FELL.search(text[: score.start()]) else (ahead, behind)
        yield _Share(VoteChoice.FOR, won[0], (), said.place)
        yield _Share(VoteChoice.AGAINST, won[1], (), said.place)
        text = text[score.end() :]
    if majority := _MAJORITY.search(text):
        yield _Share(VoteChoice.FOR, int(majority["number"]), (), said.place)
        text = text[majority.end() :]
    for choice, clause in _clauses(text):
        share = _share(choice, clause, said.place, known)
        if share.number is not None or share.casts:
            yield share


def _clauses(text: str) -> Iterator[tuple[VoteChoice, str]]:
    """Each choice with the words that say who made it: those after its words, or those in front of them."""
    marks = sorted(_marks(text), key=lambda mark: mark[0])
    done = 0
    for at, (start, end, choice, ahead) in enumerate(marks):
        if start < done:
            continue
        if ahead:
            until = marks[at + 1][0] if at + 1 < len(marks) else len(text)
            if at + 1 < len(marks) and not marks[at + 1][3]:
                until = _clause_start(text, end, until)
            clause = text[end:until]
            done = until
        else:
            bracket = _BRACKET.match(text, end)
            clause = text[done:start] + (bracket[0] if bracket else "")
            done = bracket.end() if bracket else end
        cut = _CUT.search(clause) if ahead else None
        yield choice, clause[: cut.start()] if cut else clause


def _marks(text: str) -> Iterator[tuple[int, int, VoteChoice, bool]]:
    for match in _AHEAD.finditer(text):
        yield match.start(), match.end(), _choice(next(word for word in match.groups() if word)), True
    for match in _BEHIND.finditer(text):
        yield match.start(), match.end(), _choice(match["side"] or match["short"]), False
    for match in _ABSTAINED.finditer(text):
        front = text[_clause_start(text, max(match.start() - LOOK, 0), match.start()) : match.start()]
        speaks = bool(_TALLY.search(front) or re.search(r"\b[A-ZÆØÅ]", front))
        yield match.start(), match.end(), VoteChoice.ABSTAIN, not speaks


def _clause_start(text: str, low: int, high: int) -> int:
    """Where the clause begins that ends at `high`: after the last sign outside brackets that parts two."""
    depth_free = re.sub(r"\([^()]*\)", lambda found: "x" * len(found[0]), text[low:high])
    ends = [found.end() for found in _APART.finditer(depth_free)]
    return low + (ends[-1] if ends else 0)


def _choice(words: str) -> VoteChoice:
    return _WORDS.get(words.casefold(), VoteChoice.ABSTAIN)


def _share(choice: VoteChoice, clause: str, place: Place, known: frozenset[str]) -> _Share:
    found = find_who(clause, known)
    counts = [one.count for one in found if one.count is not None]
    casts = tuple(DraftCast(choice=choice, name=one.name, party=one.party) for one in found)
    tally = _TALLY.search(_without_names(clause))
    number, counted = None, True
    if counts and len(counts) == len(found):
        number = sum(counts)
    elif len(counts) == 1 and found[-1].count is not None and counts[0] >= len(found):
        number = counts[0]  # one number behind the last of several counts them all
    elif tally is not None:
        number = int(tally["figure"]) if tally["figure"] else _FIGURES[tally["word"].casefold()]
    elif found and all(one.name for one in found):
        number, counted = len(found), False
    return _Share(choice, number, casts, place, counted and number is not None)


def _without_names(clause: str) -> str:
    """The clause without names and numbers that count no votes ("Liste V1", "A (5)", "punkt 2")."""
    clause = _NUMBERED.sub(" ", clause)
    return re.sub(r"\b(?:[Ll]iste )?[A-ZÆØÅ]\d?\b(?: \(\d+\))?", " ", clause)


def _miscount(share: _Share) -> Doubt | None:
    names = sum(cast.name is not None for cast in share.casts)
    if share.number is None or not names or names != len(share.casts) or names == share.number:
        return None
    return Doubt("vote.count", share.place, str(share.number), str(names), {"choice": share.choice.value})


def _votes(shares: Sequence[_Share]) -> Iterator[DraftVote]:
    """The shares as votes: those for it, or a number of the same choice again, begin the next one."""
    parts: dict[VoteChoice, _Share] = {}
    for share in shares:
        stood = parts.get(share.choice)
        names_them = stood is not None and stood.counted and not stood.casts and share.number is None
        if stood is not None and not names_them and (share.choice is VoteChoice.FOR or share.counted):
            yield _vote(parts)
            parts = {}
        stood = parts.get(share.choice)
        parts[share.choice] = share if stood is None else _both(stood, share)
    if parts:
        yield _vote(parts)


def _both(one: _Share, other: _Share) -> _Share:
    number = None if one.number is None and other.number is None else (one.number or 0) + (other.number or 0)
    return replace(one, number=number, casts=(*one.casts, *other.casts))


def _vote(parts: dict[VoteChoice, _Share]) -> DraftVote:
    numbers = {choice: share.number for choice, share in parts.items()}
    places = [share.place for share in parts.values()]
    return DraftVote(
        place=Place(min(one.line_from for one in places), max(one.line_to for one in places)),
        votes_for=numbers.get(VoteChoice.FOR),
        votes_against=numbers.get(VoteChoice.AGAINST),
        abstentions=numbers.get(VoteChoice.ABSTAIN),
        casts=tuple(cast for share in parts.values() for cast in share.casts),
    )
