"""What becomes of a line when blocks are put in at a place in it, worked out on values."""

from __future__ import annotations

from dataclasses import dataclass, replace

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import Block, Blocks, Run, cut, merged_runs, paragraph, plain_text, with_new_ids


@dataclass(frozen=True, slots=True)
class Splice:
    """The blocks that take the line's place, and where the caret then stands: in which of them, before which sign.

    No id stands for the place after a table that ends them.
    """

    blocks: Blocks
    caret_id: str | None
    caret: int


def spliced(line: Block, at: int, inserted: Blocks) -> Splice:
    """The line with the blocks put in before its sign `at`; blocks put in get new ids.

    Paragraphs flow into the line: the first into what stands before the place, the last into what stands after it.
    Anything else gets a line of its own. The line's id stays with the first of its words.
    """
    head, tail = cut(line.runs, 0, at), cut(line.runs, at, len(line.text))
    made = list(with_new_ids(inserted))
    flows_in = made[0].kind is BlockKind.PARAGRAPH
    if flows_in and (head or len(made) == 1 or line.kind is not BlockKind.PARAGRAPH):
        made[0] = replace(line, runs=merged_runs((*head, *made[0].runs)))
    elif head:
        made.insert(0, replace(line, runs=head))
    caret_id = None if made[-1].table is not None else made[-1].id
    caret = len(made[-1].text)
    if tail:
        caret_id, caret = _add_tail(line, tail, made)
    return Splice(tuple(made), caret_id, caret)


def _add_tail(line: Block, tail: tuple[Run, ...], made: list[Block]) -> tuple[str, int]:
    last = made[-1]
    whole = next((block for block in made if block.id == line.id), None)
    rest = replace(line, marker=None, id=new_block_id()) if whole is not None else line
    if last is whole:
        made[-1] = replace(last, runs=merged_runs((*last.runs, *tail)))
        return last.id, len(last.text)
    if last.kind is BlockKind.PARAGRAPH:
        made[-1] = replace(rest, runs=merged_runs((*last.runs, *tail)))
        return rest.id, len(last.text)
    made.append(replace(rest, runs=tail))
    return rest.id, 0


def without_tables(blocks: Blocks) -> Blocks:
    """The blocks as they can stand in a table cell: each row of a table becomes a paragraph."""
    found: list[Block] = []
    for block in blocks:
        if block.table is None:
            found.append(block)
            continue
        for row in block.table.rows:
            found.append(paragraph("\t".join(plain_text(cell.blocks).replace("\n", " ") for cell in row)))
    return tuple(found)


def as_one_line(blocks: Blocks) -> Blocks:
    """The words alone as one paragraph with soft breaks: what a caption can hold."""
    return (paragraph(plain_text(without_tables(blocks))),)
