"""Numbered words, as a writer types them one by one, and as they are found again in what was stored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from referatdesk.domain.changes import Change
from referatdesk.domain.meetings import ItemText
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Block, plain_runs
from referatdesk.services.item import texts

MEETING = "meeting"
PLACES = (("one", "one-case"), ("two", "two-dec"), ("three", "three-case"), ("four", "four-dec"))
"""Items with one of their sections, of the fictional archive."""
WORDS_IN_A_LINE = 12
WRITTEN = re.compile(r"\bo(\d{5,})\b")


def word(number: int) -> str:
    return f"o{number:05d}"


def typed(records: Records, number: int) -> Change:
    """The change that adds a word where a writer would be by now: every forty words at another item."""
    item_id, section_id = PLACES[number // 40 % len(PLACES)]
    section = records.text(item_id).section(section_id)
    blocks = list(section.blocks if section is not None else ())
    if blocks and number % WORDS_IN_A_LINE:
        said = "".join(run.text for run in blocks[-1].runs)
        blocks[-1] = replace(blocks[-1], runs=plain_runs(f"{said} {word(number)}"))
    else:
        blocks.append(Block(id=f"line-{number}", runs=plain_runs(word(number))))
    return texts.set_blocks(records, item_id, section_id, blocks)


def numbers_in(written: Iterable[ItemText]) -> frozenset[int]:
    said = (run.text for text in written for section in text.sections for block in section.blocks for run in block.runs)
    return frozenset(int(found) for one in said for found in WRITTEN.findall(one))
