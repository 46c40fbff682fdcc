"""Rich text into Word: blocks by style mapping, lists that count on their own, links as relations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from referatdesk.documents.word.forms import TextForm
from referatdesk.documents.word.job import Job
from referatdesk.documents.word.tables import table
from referatdesk.documents.word.text import escaped, run_content, says
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import MAX_LEVEL, Block, Blocks, Picture, Run, Table, table_text

_PLAIN = BlockKind.PARAGRAPH
LISTED = frozenset({BlockKind.BULLET, BlockKind.NUMBERED, BlockKind.LETTERED})


def blocks_xml(job: Job, form: TextForm, blocks: Blocks) -> str:
    """The paragraphs and tables of a text. Blocks without a word leave nothing behind."""
    filled = [block for block in blocks if block.table is not None or _says_something(job, block)]
    lists = _OpenLists(job)
    out: list[str] = []
    for index, block in enumerate(filled):
        follows_table = bool(out) and out[-1].endswith("</w:tbl>")
        is_plain = block.kind is _PLAIN
        if is_plain or block.kind not in LISTED:
            lists.close()
        if is_plain and block.table is None and block.picture is None:
            after = filled[index + 1] if index + 1 < len(filled) else None
            out.append(_plain_paragraph(job, form, block, follows_table, after))
        elif block.table is not None:
            written = table(job, block.table, cell_xml)
            if follows_table and written.startswith("<w:tbl>"):
                out.append("<w:p/>")
            if written:
                out.append(written)
        else:
            out.append(_paragraph(job, form, block, lists))
    return "".join(out)


def cell_xml(job: Job, blocks: Blocks) -> str:
    """The content of a table cell, which always ends in a paragraph."""
    content = blocks_xml(job, job.styles.cell, blocks)
    return content if content.endswith("</w:p>") else f"{content}<w:p/>"


def inline_xml(job: Job, form: TextForm, blocks: Blocks) -> str:
    """Rich text in the midst of a line: its runs, paragraphs parted by line breaks, tables as their words."""
    texts = (_inline_block(job, form, block) for block in blocks if _says_something(job, block))
    return "<w:r><w:br/></w:r>".join(text for text in texts if text)


def _inline_block(job: Job, form: TextForm, block: Block) -> str:
    if block.table is not None:
        return f"<w:r>{form.unmarked}{run_content(table_text(block.table))}</w:r>"
    if block.picture is not None:
        return _shown(job, form, block, block.picture)
    return runs_xml(job, form, block.runs)


def goes_on_a_line(block: Block) -> bool:
    """Whether a block may follow the words that begin a line; all others need paragraphs of their own."""
    return block.kind is BlockKind.PARAGRAPH and block.table is None and block.picture is None


def runs_xml(job: Job, form: TextForm, runs: Iterable[Run]) -> str:
    return "".join([_run(job, form, run) for run in runs if run.text])


def _run(job: Job, form: TextForm, run: Run) -> str:
    if not run.link:
        marked = run.bold or run.italic or run.underline
        properties = form.runs[(run.bold, run.italic, run.underline, False)] if marked else form.unmarked
        return f"<w:r>{properties}{run_content(run.text)}</w:r>"
    link = job.links.id_of(run.link)
    properties = form.runs[(run.bold, run.italic, run.underline, link is not None)]
    whole = f"<w:r>{properties}{run_content(run.text)}</w:r>"
    return whole if link is None else f'<w:hyperlink r:id="{link}" w:history="1">{whole}</w:hyperlink>'


def _plain_paragraph(job: Job, form: TextForm, block: Block, follows_table: bool, after: Block | None) -> str:
    properties = form.after_table if follows_table else form.plain
    if after is not None and not follows_table and after.kind in LISTED and block.text.rstrip().endswith(":"):
        properties = form.keep
    return f"<w:p>{properties}{runs_xml(job, form, block.runs)}</w:p>"


def _paragraph(job: Job, form: TextForm, block: Block, lists: _OpenLists) -> str:
    if block.kind in LISTED:
        return f"<w:p>{lists.properties(block)}{runs_xml(job, job.styles.cell, block.runs)}</w:p>"
    if block.kind is BlockKind.SUBHEADING:
        return _subheading(job, block)
    if block.kind in {BlockKind.QUOTE, BlockKind.FOOTNOTE}:
        style = job.styles.quote if block.kind is BlockKind.QUOTE else job.styles.footnote
        return f"<w:p>{_styled(style)}{runs_xml(job, job.styles.cell, block.runs)}</w:p>"
    if block.picture is not None:
        return _picture(job, form, block, block.picture)
    return f"<w:p>{form.plain}{runs_xml(job, form, block.runs)}</w:p>"


def _picture(job: Job, form: TextForm, block: Block, picture: Picture) -> str:
    shown = _shown(job, form, block, picture)
    return f"<w:p>{form.plain}{shown}</w:p>" if shown else ""


def _shown(job: Job, form: TextForm, block: Block, picture: Picture) -> str:
    """The picture; where its file cannot be shown, the words that describe it."""
    shown = job.pictures.xml(picture, block.text, job.text_width)
    return shown or (runs_xml(job, form, block.runs) if says(block.text) else "")


def _styled(style: str | None) -> str:
    return f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""


def _subheading(job: Job, block: Block) -> str:
    """A heading below that of the section, and never more than one step below the heading before it."""
    level = min(job.level + 1 + block.level, job.deepest + 1)
    known = [one for one in job.styles.headings if one <= level]
    if known:
        level = max(known)
    job.deepest = level
    start, end = job.bookmark(level, escaped(block.text))
    runs = runs_xml(job, job.styles.cell, block.runs)
    return f"<w:p>{_styled(job.styles.headings.get(level))}{start}{runs}{end}</w:p>"


class _OpenLists:
    """The lists that are open at one place of a text, one a level."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._open: list[tuple[int, BlockKind, int]] = []

    def close(self) -> None:
        self._open.clear()

    def properties(self, block: Block) -> str:
        """The w:pPr of a list item: it goes on in the open list of its level and kind, or begins one."""
        level = min(block.level, MAX_LEVEL)
        self._open = [one for one in self._open if one[0] < level or one[:2] == (level, block.kind)]
        if not self._open or self._open[-1][0] < level:
            self._open.append((level, block.kind, self._number(block, level)))
        styles = self._job.styles
        style = styles.bullet if block.kind is BlockKind.BULLET else styles.numbered
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        number = self._open[-1][2]
        return f'<w:pPr>{named}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'

    def _number(self, block: Block, level: int) -> int:
        if block.kind is BlockKind.BULLET:
            return self._job.numbers.numbering.bullets
        return self._job.numbers.new_list(block.kind, level, _start(block))


def _start(block: Block) -> int:
    """Where a list begins to count: a text that was read says so by its printed mark."""
    sign = "".join(one for one in block.marker or "" if one.isalnum()).lower()
    if block.kind is BlockKind.NUMBERED and sign.isdecimal():
        return int(sign)
    if block.kind is BlockKind.LETTERED and len(sign) == 1 and "a" <= sign <= "z":
        return ord(sign) - ord("a") + 1
    return 1


def is_empty(job: Job, value: str | Sequence[Block] | None) -> bool:
    """Whether a value leaves nothing behind."""
    if value is None or isinstance(value, str):
        return value is None or not says(value)
    return not any(_says_something(job, block) for block in value)


def _says_something(job: Job, block: Block) -> bool:
    if block.picture is not None and job.pictures.shows(block.picture):
        return True
    for run in block.runs:
        if says(run.text):
            return True
    return block.table is not None and _table_says(job, block.table)


def _table_says(job: Job, table: Table) -> bool:
    """A table without a word stands as it is among other text, and says nothing alone."""
    return says(table.caption or "") or any(not is_empty(job, cell.blocks) for row in table.rows for cell in row)
