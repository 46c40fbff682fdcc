"""A line of text while its HTML is read: where spaces collapse, where they stay, and what the line then becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import Block, Run, merged_runs
from referatdesk.ui.richtext.characters import clean_text

_SPACES = re.compile(r"[ \t\n\f]+")
_MOST_PARAGRAPHS = 20
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphens and other signs without a width: nobody sees them, and neither searching nor spelling knows the word."""
_KEPT_SPACE = "\x00"
"""Stands for a space that must stay, until the line is finished; clean text never holds it."""


class LineDraft:
    def __init__(self) -> None:
        self._runs: list[Run] = []

    def add(self, text: str, form: Run) -> None:
        """Adds words as HTML has them: runs of spaces and line ends are one space, and none begins a line."""
        words = _SPACES.sub(" ", _UNSEEN.sub("", clean_text(text)))
        last = self._runs[-1].text[-1] if self._runs else "\n"
        if last in " \n":
            words = words.lstrip(" ")
        self._append(words, form)

    def add_as_is(self, text: str, form: Run) -> None:
        self._append(clean_text(text).replace(" ", _KEPT_SPACE), form)

    def add_break(self, form: Run) -> None:
        self._append("\n", form)

    def _append(self, text: str, form: Run) -> None:
        if text:
            self._runs.append(replace(form, text=text))

    def finished(self) -> tuple[Run, ...]:
        """The runs without spaces and breaks at either end."""
        runs = _stripped_at_start(self._runs)
        backwards = _stripped_at_start([replace(run, text=run.text[::-1]) for run in reversed(runs)])
        forwards = [replace(run, text=run.text[::-1]) for run in reversed(backwards)]
        return merged_runs(replace(run, text=run.text.replace(_KEPT_SPACE, " ")) for run in forwards)


def _stripped_at_start(runs: Iterable[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in runs:
        text = run.text if kept else run.text.lstrip(" \n")
        if text:
            kept.append(replace(run, text=text))
    return kept


@dataclass
class Item:
    """A list item; a second paragraph inside it follows the first after a soft break."""

    kind: BlockKind
    level: int
    block_id: str | None = None
    paragraphs: int = 1


@dataclass
class Sink:
    """Where finished lines go: the text itself, a table cell or a caption."""

    blocks: list[Block] = field(default_factory=list)

    def add(self, runs: tuple[Run, ...], kind: BlockKind, level: int) -> str:
        block = Block(id=new_block_id(), kind=kind, runs=runs, level=level)
        self.blocks.append(block)
        return block.id

    def add_to_item(self, runs: tuple[Run, ...], item: Item) -> None:
        last = self.blocks[-1] if self.blocks else None
        if item.block_id is None:
            item.block_id = self.add(runs, item.kind, item.level)
        elif last is not None and last.id == item.block_id and item.paragraphs < _MOST_PARAGRAPHS:
            item.paragraphs += 1
            self.blocks[-1] = replace(last, runs=merged_runs((*last.runs, Run("\n"), *runs)))
        else:
            self.add(runs, BlockKind.PARAGRAPH, 0)
