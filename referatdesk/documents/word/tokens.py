"""Typed tokens turned into content controls, once: "[[punkt.titel]]", "[[gentag punkter]] … [[slut punkter]]".

Word hides the tab with which controls are made, and Word for Mac cannot make them; a token anybody can type. Word
splits typed words over several runs, so a token is looked for in the text of its paragraph. Only the bytes at a token
change; parts without one, and all that stands round a token, come out as they went in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from lxml import etree

from referatdesk.documents.word.archive import entry, packed
from referatdesk.documents.word.findings import TemplateFinding
from referatdesk.documents.word.names import R
from referatdesk.documents.word.package import Package, read_package
from referatdesk.documents.word.token_controls import Controls, Conversion
from referatdesk.documents.word.token_pairs import Pair, Typed, read_story
from referatdesk.documents.word.token_text import Line, spans_of, stories
from referatdesk.documents.word.token_words import faults_in, near, tokens_in

_MARGINS = (f"{R}/header", f"{R}/footer")
_NOTES = (f"{R}/footnotes", f"{R}/endnotes")


@dataclass(frozen=True, slots=True)
class Converted:
    """A template whose tokens have become controls; where there are findings it is as it was.

    `names` are those of the sound fields, and of what is begun, in the order in which they are typed.
    """

    content: bytes
    tokens: int
    names: tuple[str, ...]
    findings: tuple[TemplateFinding, ...]


def convert_tokens(content: bytes) -> Converted:
    """Raises TemplateError for what is no Word file."""
    package = read_package(content)
    controls = Controls(package.parts.values())
    parts = [_Part(package, name, controls) for name in _filled_parts(package)]
    findings = [finding for part in parts for finding in part.findings] + list(_unreachable(package))
    tokens = sum(part.tokens for part in parts)
    names = tuple(name for part in parts for name in part.names)
    if findings or not tokens:
        return Converted(content, tokens, names, tuple(dict.fromkeys(findings)))
    changed = {part.name: part.converted() for part in parts if part.tokens}
    return Converted(_repacked(package.parts | changed), tokens, names, ())


def _repacked(parts: Mapping[str, bytes]) -> bytes:
    return packed(entry(name, part) for name, part in parts.items())


def _filled_parts(package: Package) -> list[str]:
    main = package.main
    targets = (one.target for one in package.relations(main) if one.kind in _MARGINS)
    return [main, *(name for name in dict.fromkeys(targets) if name in package.parts)]


def _unreachable(package: Package) -> Iterator[TemplateFinding]:
    """Tokens in footnotes and endnotes, which are not filled."""
    for kind in _NOTES:
        name = package.related(package.main, kind)
        for lines in stories(package.tree(name)) if name else ():
            for line in lines:
                for token in tokens_in(line.text):
                    yield TemplateFinding("token.unreachable", token.typed, near(line.text, token.start, token.end))


class _Part:
    """One part on its way: its tokens read when it is made, its text changed when it is converted."""

    def __init__(self, package: Package, name: str, controls: Controls) -> None:
        self.name = name
        self._controls = controls
        self._root = package.tree(name)
        self._source = _text_of(package.parts[name], self._root)
        self._lines: list[Line] = []
        self._fields: list[Typed] = []
        self._pairs: list[Pair] = []
        self.findings: list[TemplateFinding] = []
        self._read()

    @property
    def tokens(self) -> int:
        return len(self._fields) + 2 * len(self._pairs)

    @property
    def names(self) -> list[str]:
        typed = sorted([*self._fields, *(pair.opening for pair in self._pairs)], key=lambda one: one.order)
        return [one.token.name for one in typed]

    def _read(self) -> None:
        numbers = count()
        for lines in stories(self._root):
            told = [line for line in lines if line.text]
            self.findings += [finding for line in told for finding in faults_in(line.text)]
            read = read_story(told, numbers)
            self.findings += read.findings
            self._lines += told
            self._fields += read.fields
            self._pairs += read.pairs

    def converted(self) -> bytes:
        spans = spans_of(self._root, self._source)
        changed = Conversion(self._root, self._source, spans, self._controls)
        return changed.converted(self._lines, self._fields, self._pairs).encode()


def _text_of(raw: bytes, root: etree._Element) -> str:
    """The part as text; one in another encoding than UTF-8 is written anew."""
    is_utf8 = (root.getroottree().docinfo.encoding or "UTF-8").upper() in {"UTF-8", "US-ASCII"}
    return raw.decode("utf-8") if is_utf8 else etree.tostring(root, encoding="unicode")
