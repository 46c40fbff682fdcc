"""Openings and ends of tokens brought together, and what each pair goes round: a line, paragraphs, rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from referatdesk.documents.word.findings import TemplateFinding
from referatdesk.documents.word.names import w
from referatdesk.documents.word.token_text import Line
from referatdesk.documents.word.token_words import Kind, Token, closes, near, tokens_in


@dataclass(frozen=True, slots=True)
class Typed:
    """A token at its place; `order` counts the tokens of the part."""

    token: Token
    line: Line
    order: int

    def finding(self, code: str, suggestion: str = "") -> TemplateFinding:
        nearby = near(self.line.text, self.token.start, self.token.end)
        return TemplateFinding(code, self.token.typed, nearby, suggestion)


class Round(Enum):
    """What a pair goes round."""

    WORDS = "words"
    BLOCKS = "blocks"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening and its end. `first` and `last` are the outermost elements between which all lies."""

    opening: Typed
    end: Typed
    round: Round
    first: etree._Element
    last: etree._Element


@dataclass(frozen=True, slots=True)
class Read:
    """The tokens of one story: the fields, the pairs, and what is wrong."""

    fields: Sequence[Typed]
    pairs: Sequence[Pair]
    findings: Sequence[TemplateFinding]


def read_story(lines: Sequence[Line], numbers: Iterator[int]) -> Read:
    """Pairs what is opened with what ends it. `numbers` count the tokens of the part."""
    typed = [Typed(token, line, next(numbers)) for line in lines for token in tokens_in(line.text)]
    fields = [one for one in typed if one.token.kind is Kind.FIELD]
    pairs: list[Pair] = []
    findings: list[TemplateFinding] = []
    opened: list[Typed] = []
    for one in typed:
        if one.token.kind is Kind.END:
            _close(one, opened, pairs, findings)
        elif one.token.kind is not Kind.FIELD:
            opened.append(one)
    findings += [one.finding("token.unclosed", _end_of(one)) for one in opened]
    return Read(fields, pairs, findings)


def _end_of(opening: Typed) -> str:
    name = opening.token.name if opening.token.kind is Kind.REPEAT else opening.token.typed
    return f"[[slut {name}]]"


def _close(end: Typed, opened: list[Typed], pairs: list[Pair], findings: list[TemplateFinding]) -> None:
    depth = next((depth for depth, one in enumerate(reversed(opened)) if closes(end.token, one.token)), None)
    if depth is None:
        findings.append(end.finding("token.unopened", _end_of(opened[-1]) if opened else ""))
        return
    for _ in range(depth):
        left = opened.pop()
        findings.append(left.finding("token.crossed", _end_of(left)))
    pair = _pair(opened.pop(), end)
    if isinstance(pair, Pair):
        pairs.append(pair)
    else:
        findings.append(pair)


def _pair(opening: Typed, end: Typed) -> Pair | TemplateFinding:
    if opening.line is end.line:
        return _words_between(opening, end)
    above = [opening.line.paragraph, *opening.line.paragraph.iterancestors()]
    around = [end.line.paragraph, *end.line.paragraph.iterancestors()]
    shared = next(one for one in above if one in around)
    first, last = above[above.index(shared) - 1], around[around.index(shared) - 1]
    if shared.tag == w("tr"):
        return Pair(opening, end, Round.ROWS, shared, shared)
    if shared.tag == w("tbl"):
        between = first.getnext() is not last or not (is_all_of(first, opening) and is_all_of(last, end))
        return Pair(opening, end, Round.ROWS, first, last) if between else opening.finding("token.empty")
    if first is not opening.line.paragraph or last is not end.line.paragraph:
        return opening.finding("token.crossed", _end_of(opening))
    return _blocks_between(opening, end)


def is_all_of(row: etree._Element, typed: Typed) -> bool:
    """Whether a row holds nothing but this token."""
    lines = [Line(paragraph) for paragraph in row.iter(w("p"))]
    text = "".join(line.text for line in lines).strip()
    return text == typed.line.text[typed.token.start : typed.token.end]


def _words_between(opening: Typed, end: Typed) -> Pair | TemplateFinding:
    line = opening.line
    if not line.text[opening.token.end : end.token.start].strip():
        return opening.finding("token.empty")
    first, last = line.run_at(opening.token.start), line.run_at(end.token.start)
    if first.getparent() is not last.getparent():
        return opening.finding("token.crossed", _end_of(opening))
    return Pair(opening, end, Round.WORDS, first, last)


def _blocks_between(opening: Typed, end: Typed) -> Pair | TemplateFinding:
    """Whole paragraphs: nothing but other tokens may stand before the opening and after the end."""
    before = _without_tokens(opening.line, 0, opening.token.start)
    after = _without_tokens(end.line, end.token.end, len(end.line.text))
    if before or after:
        return (opening if before else end).finding("token.not_alone", _end_of(opening))
    first, last = opening.line.paragraph, end.line.paragraph
    lies_between = opening.line.text[opening.token.end :].strip() or end.line.text[: end.token.start].strip()
    if not lies_between and first.getnext() is last:
        return opening.finding("token.empty")
    return Pair(opening, end, Round.BLOCKS, first, last)


def _without_tokens(line: Line, start: int, end: int) -> str:
    """What stands there besides openings and ends."""
    text = line.text
    for token in tokens_in(text):
        if token.kind is not Kind.FIELD:
            text = text[: token.start] + " " * (token.end - token.start) + text[token.end :]
    return text[start:end].strip()
