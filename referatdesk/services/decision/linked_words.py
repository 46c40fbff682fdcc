"""Words that the program writes into a text for as long as nobody changes them there.

That they are still its own is seen by comparing: they stand somewhere in the text as whole paragraphs, the last of
which may go on with other words. What else is written is never touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Block, Blocks, Run, cut, paragraph


def place_of(blocks: Blocks, words: Sequence[str]) -> int | None:
    """Which block the words begin with; None where they do not stand in the text, or there are none."""
    if not words:
        return None
    starts = range(len(blocks) - len(words) + 1)
    return next((at for at in starts if _stand_in(blocks[at : at + len(words)], words)), None)


def rewritten(blocks: Blocks, before: Sequence[str], after: Sequence[str]) -> Blocks:
    """The text with other words in the place of those before, which stand in it."""
    at = place_of(blocks, before)
    if at is None:
        return blocks
    stood = blocks[at : at + len(before)]
    rest = cut(stood[-1].runs, len(before[-1]), len(stood[-1].text))
    written = [_reworded(stood[place], words) for place, words in enumerate(after[: len(stood)])]
    written += [paragraph(words) for words in after[len(stood) :]]
    if rest and len(after) >= len(stood):
        written[-1] = replace(written[-1], runs=(*written[-1].runs, *rest))
    elif rest:
        written.append(replace(stood[-1], runs=_without_blank(rest)))
    return (*blocks[:at], *written, *blocks[at + len(before) :])


def put_in(blocks: Blocks, words: Sequence[str], *, first: bool) -> Blocks:
    """The text with the words before it or behind it; the empty paragraphs that an editor leaves are no text."""
    written = tuple(paragraph(one) for one in words)
    if not any(block.text.strip() or block.picture or block.table for block in blocks):
        return written
    return (*written, *blocks) if first else (*blocks, *written)


def _stand_in(stretch: Blocks, words: Sequence[str]) -> bool:
    if any(block.kind is not BlockKind.PARAGRAPH for block in stretch):
        return False
    *above, last = stretch
    goes_on = last.text[len(words[-1]) :]
    ends = last.text.startswith(words[-1]) and (not goes_on or goes_on[0].isspace())
    return ends and all(block.text == one for block, one in zip(above, words, strict=False))


def _reworded(block: Block, words: str) -> Block:
    """Other words in the form of the first; the block stays the same one."""
    form = next(iter(block.runs), Run(""))
    return replace(block, runs=(replace(form, text=words),))


def _without_blank(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    text = "".join(run.text for run in runs)
    return cut(runs, len(text) - len(text.lstrip()), len(text))
