"""What an item once said, brought back: a sentence, a paragraph, or all of it. Each is one step, which undo takes back.

Nothing of now is lost by it: the journal holds that too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from referatdesk.domain.changes import Change, Pair, added, altered, removed
from referatdesk.domain.decisions import Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.meetings import AgendaItem, ItemText, Section
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Block, Blocks, Run, cut, is_blank, merged_runs, plain_runs, walk
from referatdesk.domain.sentences import Sentence, sentences
from referatdesk.services.item.points import following_text
from referatdesk.services.rewind.rewinding import Version
from referatdesk.services.word_differences import Fate, word_differences

_WORD = re.compile(r"\w+")
LABEL = "text.bring_back"
ALIKE = 0.5
"""So much two sentences have in common when one is taken for what became of the other."""


def sentence_at(block: Block, offset: int) -> Sentence | None:
    """The sentence in which, or right after which, the place is; None in a table, and where there are no words."""
    if block.table is not None:
        return None
    found = sentences(block.text)
    return next((one for one in found if offset <= one.end), found[-1] if found else None)


def bring_sentence(records: Records, then: ItemText, section_id: str, block_id: str, offset: int) -> Change:
    """The sentence at a place of the text as it was, in place of what became of it, or beside its neighbours.

    A table comes back whole. Nothing where the sentence stands there now, where it has only grown since, and where
    there was no such paragraph.
    """
    block = _block(then, section_id, block_id)
    sentence = sentence_at(block, offset) if block is not None else None
    if block is None or sentence is None:
        return bring_block(records, then, section_id, block_id)
    now = _block(records.text(then.id), section_id, block_id)
    if now is None or now.table is not None or is_blank((now,)):
        whole = replace(block, runs=cut(block.runs, sentence.start, sentence.end))
        return _with_block(records, then, section_id, whole)
    runs = _runs_with(now, block, sentence)
    return _with_block(records, then, section_id, replace(now, runs=runs))


def bring_block(records: Records, then: ItemText, section_id: str, block_id: str) -> Change:
    """The whole paragraph as it was, in place of what it is now, or after the one that it followed."""
    block = _block(then, section_id, block_id)
    return _with_block(records, then, section_id, block) if block is not None else Change(LABEL, ())


def bring_all(records: Records, version: Version) -> Change:
    """Every section as it was, and what was decided of the points. A section that has come since stays, empty."""
    now = records.text(version.text.id)
    sections = tuple(
        replace(section, blocks=was.blocks if (was := version.text.section(section.id)) is not None else ())
        for section in now.sections
    )
    for section in version.text.sections:
        if now.section(section.id) is None and not is_blank(section.blocks):
            sections = _placed(sections, section, version.text)
    return _change(records, replace(now, sections=sections), _outcomes(records, version))


def _with_block(records: Records, then: ItemText, section_id: str, block: Block) -> Change:
    now = records.text(then.id)
    section = now.section(section_id)
    if section is None:
        was = next(one for one in then.sections if one.id == section_id)
        return _change(records, replace(now, sections=_placed(now.sections, replace(was, blocks=(block,)), then)))
    stands = _block(now, section_id, block.id)
    if stands is not None:
        blocks = tuple(block if one is stands else one for one in section.blocks)
    else:
        blocks = _inserted(section.blocks, _free(now, block), _ids_before(then, section_id, block.id))
    written = replace(section, blocks=blocks)
    return _change(records, replace(now, sections=tuple(written if one is section else one for one in now.sections)))


def _change(records: Records, after: ItemText, further: tuple[Pair, ...] = ()) -> Change:
    own = altered([(records.text(after.id), after)])
    followers = following_text(records, after) if own else ()
    handled = {(type(pair.record), pair.record.id) for pair in followers}
    rest = (pair for pair in further if (type(pair.record), pair.record.id) not in handled)
    return Change(LABEL, (*own, *followers, *rest), records.get(AgendaItem, after.id).title)


def _block(text: ItemText, section_id: str, block_id: str) -> Block | None:
    section = text.section(section_id)
    return next((block for block in (section.blocks if section else ()) if block.id == block_id), None)


def _free(text: ItemText, block: Block) -> Block:
    """The block under its own id, or under a new one where that stands elsewhere by now."""
    taken = any(one.id == block.id for section in text.sections for one in walk(section.blocks))
    return replace(block, id=new_block_id()) if taken else block


def _ids_before(then: ItemText, section_id: str, block_id: str) -> list[str]:
    section = then.section(section_id)
    ids = [block.id for block in (section.blocks if section else ())]
    return ids[: ids.index(block_id)]


def _inserted(blocks: Blocks, block: Block, before: Sequence[str]) -> Blocks:
    """After the nearest of those before it that still stands; an empty paragraph alone gives way."""
    if is_blank(blocks):
        return (block,)
    place = next((place + 1 for id_ in reversed(before) for place, one in enumerate(blocks) if one.id == id_), 0)
    return (*blocks[:place], block, *blocks[place:])


def _placed(sections: tuple[Section, ...], section: Section, then: ItemText) -> tuple[Section, ...]:
    ids = [one.id for one in then.sections]
    before = ids[: ids.index(section.id)]
    place = next((place + 1 for id_ in reversed(before) for place, one in enumerate(sections) if one.id == id_), 0)
    return (*sections[:place], section, *sections[place:])


def _runs_with(now: Block, block: Block, sentence: Sentence) -> tuple[Run, ...]:
    """The words of now with the sentence among them."""
    old, new = sentences(block.text), sentences(now.text)
    at = old.index(sentence)
    brought = cut(block.runs, sentence.start, sentence.end)
    for name, a, b, c, d in SequenceMatcher(None, _texts(old), _texts(new), autojunk=False).get_opcodes():
        if not a <= at < b:
            continue
        if name == "equal":
            return now.runs
        became = _became(sentence, old[a:b], new[c:d])
        if became is not None and _lost_nothing(sentence, became):
            return now.runs
        if became is not None:
            return _spliced(now.runs, became.start, became.end, brought)
        follows = new[d].start if d < len(new) else len(now.text)
        return _spliced(now.runs, follows, follows, _spaced(brought, now.text, follows))
    return now.runs


def _texts(found: Sequence[Sentence]) -> list[str]:
    return [one.text for one in found]


def _became(sentence: Sentence, old: Sequence[Sentence], new: Sequence[Sentence]) -> Sentence | None:
    """The sentence that this one was made into: the two are most alike to each other."""
    best = max(new, key=lambda one: _likeness(sentence, one), default=None)
    if best is None or _likeness(sentence, best) < ALIKE:
        return None
    return best if max(old, key=lambda one: _likeness(one, best)) is sentence else None


def _lost_nothing(sentence: Sentence, became: Sentence) -> bool:
    """Whether words have only come to it: who brings it back would lose those."""
    return all(piece.fate is not Fate.GONE for piece in word_differences(sentence.text, became.text))


def _likeness(one: Sentence, other: Sentence) -> float:
    return SequenceMatcher(None, _WORD.findall(one.text), _WORD.findall(other.text), autojunk=False).ratio()


def _spliced(runs: tuple[Run, ...], start: int, end: int, brought: tuple[Run, ...]) -> tuple[Run, ...]:
    length = sum(len(run.text) for run in runs)
    return merged_runs((*cut(runs, 0, start), *brought, *cut(runs, end, length)))


def _spaced(runs: tuple[Run, ...], text: str, place: int) -> tuple[Run, ...]:
    """With the blank that parts it from the words before and after it."""
    before = " " if place and not text[place - 1].isspace() else ""
    after = " " if place < len(text) and not text[place].isspace() else ""
    return (*plain_runs(before), *runs, *plain_runs(after))


def _outcomes(records: Records, version: Version) -> tuple[Pair, ...]:
    """Decisions and outcomes of points as they were, of those decisions and points that there still are."""
    item_id = version.text.id
    now = {one.id: one for one in records.all(Decision) if one.item_id == item_id}
    said = altered(
        (
            now[one.id],
            replace(one, read_aloud_at=now[one.id].read_aloud_at, read_aloud_text=now[one.id].read_aloud_text),
        )
        for one in version.decisions
        if one.id in now
    )
    points = {one.id for one in records.all(RecommendationPoint)}
    there = {one.id: one for one in records.all(PointOutcome) if one.item_id == item_id}
    was = {one.id: one for one in version.outcomes if one.point_id in points and one.decision_id in now}
    gone = (one for one in there.values() if one.id not in was)
    changed = altered((there[key], one) for key, one in was.items() if key in there)
    return (*said, *removed(*gone), *changed, *added(*(one for key, one in was.items() if key not in there)))
