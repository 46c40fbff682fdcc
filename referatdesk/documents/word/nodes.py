"""The pieces of a compiled part: literal text, and nodes that write themselves with the values of one output."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from referatdesk.documents.word.forms import TextForm
from referatdesk.documents.word.job import Job
from referatdesk.documents.word.richtext import blocks_xml, goes_on_a_line, inline_xml, is_empty
from referatdesk.documents.word.text import run_content, says
from referatdesk.documents.word.values import Value

CONTENTS_PLACE = "\x00"
"""Stands for the contents until all headings are known; no legal text can hold it."""

_WORDS = re.compile("<w:t[ >][^<]*</w:t>|<w:(?:tab|br)/>")
_BEGINS_WITH_TABLE = re.compile(
    r"\s*(?:<w:sdt><w:sdtPr>.*?</w:sdtPr><w:sdtContent>)?(?:<w:bookmarkStart [^>]*/>)*<w:tbl[ >]", re.DOTALL
)
_ENDS_IN_TABLE = re.compile(r"</w:tbl>\s*(?:<w:bookmarkEnd [^>]*/>\s*)*$")
_TABLE_SIGNS = ("</w:tbl>", "/>", "\n", " ")
_LONGEST_END = 200
_TAGS = re.compile("<[^>]*>")


class Node(Protocol):
    def write(self, job: Job, out: list[str]) -> bool:
        """Appends its XML; says whether any value was printed."""


Piece = str | Node
Pieces = Sequence[Piece]
Builder = Callable[[list[Pieces]], Node]
"""Makes a node of the pieces between its marks."""


def write_all(pieces: Pieces, job: Job, out: list[str]) -> bool:
    filled = False
    for piece in pieces:
        if isinstance(piece, str):
            out.append(piece)
        elif piece.write(job, out):
            filled = True
    return filled


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value is found: how far out its scope lies, and its name there."""

    depth: int
    name: str

    def value(self, job: Job) -> Value:
        """What is to be written there; None where that is nothing."""
        found = job.scopes[self.depth].fields.get(self.name)
        return None if not found or is_empty(job, found) else found

    def record(self, job: Job) -> str:
        return job.scopes[self.depth].record


@dataclass(frozen=True, slots=True)
class InlineField:
    """A value on a line: runs."""

    place: Place
    form: TextForm

    def write(self, job: Job, out: list[str]) -> bool:
        value = job.scopes[self.place.depth].fields.get(self.place.name)
        if not value or is_empty(job, value):
            return False
        if isinstance(value, str):
            xml = f"<w:r>{self.form.unmarked}{run_content(value)}</w:r>"
        else:
            xml = inline_xml(job, self.form, value)
        unnamed = job.identities.are_none
        out.append(xml if unnamed else job.identities.on_line(self.place.name, self.place.record(job), xml))
        return True


@dataclass(frozen=True, slots=True)
class LineEndField:
    """Rich text that ends a line: it goes on there, and what needs paragraphs of its own follows the line."""

    place: Place
    form: TextForm

    def write(self, job: Job, out: list[str]) -> bool:
        value = self.place.value(job)
        if value is None or isinstance(value, str):
            return InlineField(self.place, self.form).write(job, out)
        first = next((index for index, block in enumerate(value) if not is_empty(job, (block,))), 0)
        fits = goes_on_a_line(value[first])
        name, record = self.place.name, self.place.record(job)
        if fits:
            out.append(job.identities.on_line(name, record, inline_xml(job, self.form, value[first : first + 1])))
        rest = value[first + 1 :] if fits else value
        if not is_empty(job, rest):
            job.spilled = job.identities.in_paragraphs(name, record, blocks_xml(job, self.form, rest))
        return True


@dataclass(frozen=True, slots=True)
class BlockField:
    """A value that fills paragraphs of its own."""

    place: Place
    form: TextForm

    def write(self, job: Job, out: list[str]) -> bool:
        value = self.place.value(job)
        if value is None:
            return False
        form = job.dressed(self.form, self.place.depth)
        if isinstance(value, str):
            xml = f"<w:p>{form.plain}<w:r>{form.unmarked}{run_content(value)}</w:r></w:p>"
        else:
            xml = blocks_xml(job, form, value)
        unnamed = job.identities.are_none
        out.append(xml if unnamed else job.identities.in_paragraphs(self.place.name, self.place.record(job), xml))
        return True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the template. A droppable one is left out when none of its fields has a value."""

    opening: str
    body: Pieces
    level: int | None
    droppable: bool

    def write(self, job: Job, out: list[str]) -> bool:
        body: list[str] = [self.opening]
        filled = write_all(self.body, job, body)
        if self.droppable and not filled:
            return False
        if job.spilled and self.droppable and not says(_words("".join(body))):
            out.append(job.spilled)
            job.spilled = ""
            return True
        if self.level is not None:
            job.level = job.deepest = self.level
            if self.level in job.bookmarked:
                start, end = job.bookmark(self.level, _words("".join(body)))
                body.insert(1, start)
                body.append(end)
        out.extend(body)
        out.append("</w:p>")
        if job.spilled:
            out.append(job.spilled)
            job.spilled = ""
        return filled


def _words(xml: str) -> str:
    """The words of runs, still escaped; breaks and tabs are blanks."""
    return "".join(_TAGS.sub("", piece) or " " for piece in _WORDS.findall(xml))


@dataclass(frozen=True, slots=True)
class Condition:
    """What is kept only when a field has a value or a repeat has a scope."""

    place: Place
    body: Pieces

    def write(self, job: Job, out: list[str]) -> bool:
        scope = job.scopes[self.place.depth]
        if is_empty(job, scope.fields.get(self.place.name)) and not scope.repeats.get(self.place.name):
            return False
        write_all(self.body, job, out)
        return True


@dataclass(frozen=True, slots=True)
class ForeignControl:
    """A control of others round fields of ours; left out when they leave it empty, for Word opens no empty control."""

    opening: Pieces
    body: Pieces
    closing: Pieces

    def write(self, job: Job, out: list[str]) -> bool:
        body: list[str] = []
        filled = write_all(self.body, job, body)
        if any("<" in piece or piece == CONTENTS_PLACE for piece in body):
            write_all(self.opening, job, out)
            out.extend(body)
            write_all(self.closing, job, out)
        return filled


@dataclass(frozen=True, slots=True)
class Repeat:
    """What is written once for each scope."""

    place: Place
    body: Pieces

    def write(self, job: Job, out: list[str]) -> bool:
        scopes = job.scopes[self.place.depth].repeats.get(self.place.name, ())
        for scope in scopes:
            job.scopes.append(scope)
            write_all(self.body, job, out)
            job.scopes.pop()
        return bool(scopes)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the template. Without rows of its own it is left out when no repeat in it has given one."""

    body: Pieces
    has_own_rows: bool

    def write(self, job: Job, out: list[str]) -> bool:
        content: list[str] = []
        filled = write_all(self.body, job, content)
        if filled or self.has_own_rows:
            out.extend(content)
        return filled


@dataclass(frozen=True, slots=True)
class Container:
    """The content of a cell, text box, header or body: it always ends in a paragraph, as Word demands."""

    body: Pieces

    def write(self, job: Job, out: list[str]) -> bool:
        content: list[str] = []
        filled = write_all(self.body, job, content)
        whole = "".join(content)
        if "</w:tbl>" in whole:
            whole = "".join(_tables_apart(content))
        out.append(whole)
        has_paragraph = "<w:p" in whole or CONTENTS_PLACE in whole
        if not has_paragraph or whole[-_LONGEST_END:].rstrip().endswith("</w:tbl>"):
            out.append("<w:p/>")
        return filled


def _tables_apart(content: list[str]) -> Iterator[str]:
    """The pieces with a paragraph between two tables that would else grow together, as neighbours do in Word."""
    after_table = False
    for piece in content:
        if after_table and _BEGINS_WITH_TABLE.match(piece):
            yield "<w:p/>"
        yield piece
        if piece and not piece.isspace():
            after_table = piece.endswith(_TABLE_SIGNS) and _ENDS_IN_TABLE.search(piece[-_LONGEST_END:]) is not None


@dataclass(frozen=True, slots=True)
class ContentsMark:
    """Where the contents stand."""

    def write(self, job: Job, out: list[str]) -> bool:  # noqa: ARG002 - the contents are known only at the end
        out.append(CONTENTS_PLACE)
        return True
