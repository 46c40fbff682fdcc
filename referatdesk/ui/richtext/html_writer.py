"""Blocks as HTML for the clipboard: plain marks of structure, which Word and the reader of pasted HTML understand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from referatdesk.domain.codes import BlockKind, CaptionPosition
from referatdesk.domain.richtext import LIST_KINDS, Block, Blocks, Run, Table

EMPTY_LINE_CLASS = "empty-line"
"""Marks a line left empty on purpose; in HTML from elsewhere an empty paragraph is only a gap."""

_TAGS = {BlockKind.PARAGRAPH: "p", BlockKind.QUOTE: "blockquote", BlockKind.FOOTNOTE: "p", BlockKind.PICTURE: "p"}
_LIST_TAGS = {
    BlockKind.BULLET: ("<ul>", "</ul>"),
    BlockKind.NUMBERED: ("<ol>", "</ol>"),
    BlockKind.LETTERED: ('<ol type="a">', "</ol>"),
}
_SPACES = re.compile(r"^ | $|(?<=\n) | {2,}| (?=\n)")


def html_of(blocks: Blocks) -> str:
    return f"<html><body><!--StartFragment-->{_body(blocks)}<!--EndFragment--></body></html>"


def _body(blocks: Iterable[Block]) -> str:
    parts: list[str] = []
    open_lists: list[BlockKind] = []
    for block in blocks:
        if block.kind in LIST_KINDS:
            _open_lists(parts, open_lists, block)
            parts.append(f"<li>{_words(block.runs)}")
            continue
        _close_lists(parts, open_lists, 0)
        parts.append(_line(block) if block.table is None else _table(block.table))
    _close_lists(parts, open_lists, 0)
    return "".join(parts)


def _open_lists(parts: list[str], open_lists: list[BlockKind], item: Block) -> None:
    depth = item.level + 1
    _close_lists(parts, open_lists, depth)
    if len(open_lists) == depth and open_lists[-1] is not item.kind:
        _close_lists(parts, open_lists, depth - 1)
    if len(open_lists) == depth:
        parts.append("</li>")
    while len(open_lists) < depth:
        open_lists.append(item.kind)
        parts.append(_LIST_TAGS[item.kind][0])


def _close_lists(parts: list[str], open_lists: list[BlockKind], depth: int) -> None:
    while len(open_lists) > depth:
        parts.append("</li>" + _LIST_TAGS[open_lists.pop()][1])


def _line(block: Block) -> str:
    tag = f"h{min(block.level, 1) + 2}" if block.kind is BlockKind.SUBHEADING else _TAGS[block.kind]
    if not block.runs:
        return f'<{tag} class="{EMPTY_LINE_CLASS}"><br></{tag}>'
    return f"<{tag}>{_words(block.runs)}</{tag}>"


def _words(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _SPACES.sub(lambda found: f"\x00{found.group()}\x01", run.text)
    made = escape(text).replace("\x00", '<span style="mso-spacerun:yes;white-space:pre">').replace("\x01", "</span>")
    made = made.replace("\t", '<span style="mso-tab-count:1;white-space:pre">\t</span>').replace("\n", "<br>")
    for tag, on in (("b", run.bold), ("i", run.italic), ("u", run.underline)):
        if on:
            made = f"<{tag}>{made}</{tag}>"
    return f'<a href="{escape(run.link)}">{made}</a>' if run.link is not None else made


def _table(table: Table) -> str:
    after = table.caption_position is CaptionPosition.AFTER
    side = ' style="caption-side:bottom"' if after else ""
    caption = "" if table.caption is None else f"<caption{side}>{_words([Run(table.caption)])}</caption>"
    widths = "".join(f'<col style="width:{100 * share:.4f}%">' for share in table.widths)
    rows = "".join(
        "<tr>" + "".join(_cell(_body(cell.blocks), number < table.header_rows) for cell in row) + "</tr>"
        for number, row in enumerate(table.rows)
    )
    return f'<table border="1" style="border-collapse:collapse">{caption}{widths}{rows}</table>'


def _cell(body: str, is_header: bool) -> str:
    tag = "th" if is_header else "td"
    return f"<{tag}>{body}</{tag}>"
