"""Whether the words of a decision follow its ledger or were written by hand, and making them follow it again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from referatdesk.domain.changes import Change
from referatdesk.domain.codes import BlockKind, DecisionBasis, Outcome
from referatdesk.domain.decisions import Decision, PointOutcome
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.outcome_words import recognised
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Block, Blocks, is_blank
from referatdesk.domain.sentences import sentences
from referatdesk.services.decision.decisions import Ready, make_ready, outcomes_of, own_decision
from referatdesk.services.decision.ledger import is_first, is_lettered, told_of, with_blocks, words_of
from referatdesk.services.decision.lines import decided
from referatdesk.services.decision.linked_words import place_of, put_in, rewritten
from referatdesk.services.decision.told_by_vote import apart_from_lines, goes_against_vote, outcome_is_told
from referatdesk.services.item.points import points_of
from referatdesk.services.wording import course
from referatdesk.services.wording.additions import as_addition
from referatdesk.services.wording.recommendation import Told

LABEL = "decision.follow"
_OUTCOME_ALONE = frozenset(
    (  # noqa: SIM905 - reads as words
        "afvist anbefalet blev bliver bortfaldet bortfaldt dagsordenen drøftet efterretning enstemmig enstemmigt er "
        "godkendes godkendt ikke indstilling indstillingen indstillingens indstillingerne indstillingspunkt og "
        "orienteringen punkt punkterne punktet referatet sagen samt taget tages til udsat udsættes vedtaget"
    ).split()
)
"""Of these a sentence is made that says nothing beside an outcome."""
_WORD = re.compile(r"\w{2,}")


@dataclass(frozen=True, slots=True)
class _GoneOn:
    """The paragraphs that hold the ledger's sentences as they were typed, and what goes on from each."""

    words: tuple[str, ...]
    additions: list[tuple[Told, str]]


class Following(Enum):
    """`NOTHING`: the ledger tells nothing yet, or what the program tells itself; `UNWRITTEN`: nobody has written what
    it tells; `AGAINST_VOTE`: a vote on the matter came to the opposite.
    """

    NOTHING = "nothing"
    FOLLOWS = "follows"
    FOLLOWS_VOTE = "follows_vote"
    AGAINST_VOTE = "against_vote"
    BY_HAND = "by_hand"
    UNWRITTEN = "unwritten"


def following(records: Records, item_id: str) -> Following:
    decision = own_decision(records, item_id)
    words = words_of(records, item_id, decision, outcomes_of(records, item_id))
    if decision is None or not words:
        return Following.NOTHING
    into = decided(records, item_id)
    if goes_against_vote(records, decision):
        return Following.AGAINST_VOTE
    if place_of(into.blocks, words) is not None:
        return Following.FOLLOWS
    if outcome_is_told(records, into):
        return Following.FOLLOWS if decision.basis is DecisionBasis.NO_VOTE else Following.FOLLOWS_VOTE
    if decision.outcome is Outcome.WITHDRAWN and place_of(into.blocks, (course.WITHDRAWN,)) is not None:
        return Following.NOTHING
    return Following.UNWRITTEN if is_blank(apart_from_lines(records, into)) else Following.BY_HAND


def has_other_words(records: Records, item_id: str) -> bool:
    """Whether more is written than what the ledger, votes and statements tell."""
    words = words_of(records, item_id, own_decision(records, item_id), outcomes_of(records, item_id))
    return not is_blank(rewritten(apart_from_lines(records, decided(records, item_id)), words, ()))


def follow_again(records: Records, item_id: str) -> Change:
    """Writes the ledger's words anew.

    Words that go on from one of its sentences ("…, idet midlerne findes") are kept as said further of the outcome.
    Paragraphs that tell nothing but outcomes give way; any other stays beside the words.
    """
    title = records.get(AgendaItem, item_id).title
    ready = make_ready(records, item_id)
    words = words_of(records, item_id, ready.stored, ready.rows)
    section = ready.text.section(ready.decision.section_id)
    if section is None or not words or place_of(section.blocks, words) is not None:
        return Change(LABEL, (), title)
    typed = _gone_on(section.blocks, _by_paragraph(records, item_id, ready))
    decision, rows = ready.decision, ready.rows
    if typed is not None:
        decision, rows = _with_additions(records, ready, typed.additions)
        blocks = rewritten(section.blocks, typed.words, words_of(records, item_id, decision, rows))
    else:
        most = len(points_of(records, item_id)) if is_lettered(records, item_id) else 1
        stale = _telling_outcomes_alone(section.blocks, most)
        blocks = (
            rewritten(section.blocks, stale, words) if stale else put_in(section.blocks, words, first=is_first(section))
        )
    return Change(LABEL, ready.pairs(decision, with_blocks(ready.text, section, blocks), rows), title)


def _by_paragraph(records: Records, item_id: str, ready: Ready) -> list[list[Told]]:
    told = told_of(records, item_id, ready.stored, ready.rows)
    return [[one] for one in told] if is_lettered(records, item_id) else [list(told)]


def _gone_on(blocks: Blocks, told: list[list[Told]]) -> _GoneOn | None:
    """Where the sentences stand in the text, but for words that go on from some of them."""
    for at in range(len(blocks) - len(told) + 1):
        stretch = blocks[at : at + len(told)]
        found = [_read_along(block, sentences) for block, sentences in zip(stretch, told, strict=True)]
        known = [one for one in found if one is not None]
        if len(known) == len(told):
            return _GoneOn(tuple(words for words, _ in known), [one for _, some in known for one in some])
    return None


def _read_along(block: Block, told: list[Told]) -> tuple[str, list[tuple[Told, str]]] | None:
    """The words of the paragraph up to the end of the last sentence, with what goes on from each; None where the
    paragraph does not begin with them.
    """
    text, at = block.text, 0
    further: list[tuple[Told, str]] = []
    for one in told:
        at += len(text[at:]) - len(text[at:].lstrip())
        said = one.words.removesuffix(".")
        if block.kind is not BlockKind.PARAGRAPH or not text.startswith(said, at):
            return None
        end = min((sentence.end for sentence in sentences(text) if sentence.end > at + len(said)), default=len(text))
        tail = text[at + len(said) : end]
        if tail[:1] not in {".", ",", " "}:
            return None
        if tail != ".":
            further.append((one, tail))
        at = end
    return text[:at], further


def _with_additions(
    records: Records, ready: Ready, additions: list[tuple[Told, str]]
) -> tuple[Decision, dict[str, PointOutcome]]:
    points = points_of(records, ready.decision.item_id)
    decision, rows = ready.decision, dict(ready.rows)
    for told, tail in additions:
        addition = as_addition(told.disposed.outcome, f"{told.disposed.addition or ''}{tail}")
        if not told.places:
            decision = replace(decision, conditions=addition)
        for place in told.places:
            point = points[place].id
            rows[point] = replace(rows[point], text=addition)
    return decision, rows


def _telling_outcomes_alone(blocks: Blocks, most: int) -> tuple[str, ...]:
    """The first paragraphs, up to so many in a row, that tell outcomes and nothing beside them."""
    found: list[str] = []
    for block in blocks:
        said = sentences(block.text) if block.kind is BlockKind.PARAGRAPH else ()
        if said and all(_tells_an_outcome_alone(one.text) for one in said):
            found.append(block.text)
        elif found:
            break
        if len(found) == most:
            break
    return tuple(found)


def _tells_an_outcome_alone(sentence: str) -> bool:
    words = {word for word in _WORD.findall(sentence.casefold()) if not word.isdigit()}
    return words <= _OUTCOME_ALONE and recognised(sentence) is not Outcome.UNCLASSIFIED
