"""The list of contents: lines that repeat the headings and must never be taken for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from referatdesk.documents.reading.source import SourceParagraph

_LABEL = re.compile(
    r"(?:indholdsfortegnelse|indhold|punkter på dagsordenen|dagsordenspunkter|punktoversigt|oversigt over punkter):?",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:\.{2,}|…|\t| {3,}|_{3,}|·{3,})[ .\t…]*(?P<page>\d{1,4})\s*$")
_NO_WORD = re.compile(r"[\W_]+")
_FULL_TITLE = re.compile(r"[\wæøåÆØÅ)\"'”’](?<![εƐ])\s?\.{2,}")
LONGEST_TAIL = 200
"""Dots and a page number are looked for in so many signs at the end of a line."""
LEAST_ENTRY = 4
MOST_PIECES = 4
MOST_COMPARED = 1500
"""With so many headings, at most, an entry is compared."""


def comparable(text: str) -> str:
    """An entry or a heading as it is compared: no page number, dots or cut-off signs, no blanks, all lower case."""
    page = _page_of(text)
    words = text if page is None else text[: page.start()]
    return _NO_WORD.sub("", words.casefold()).rstrip("εɛ")


def has_page(text: str) -> bool:
    return _page_of(text) is not None


def _page_of(text: str) -> re.Match[str] | None:
    return _PAGE.search(text, max(len(text) - LONGEST_TAIL, 0))


@dataclass(frozen=True, slots=True)
class Title:
    """What follows the number on a line that looks like a heading; both as compared."""

    figure: str
    key: str


Titles = Mapping[int, Title]
"""The titles of the lines that look like headings, by line."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the list; `whole` when its dots show that the title ends where it ends."""

    key: str
    whole: bool


def contents_entry(text: str) -> ContentsEntry:
    key = re.sub(r"^(?:punkt|pkt)?\d+", "", comparable(text)) or comparable(text)
    return ContentsEntry(key, bool(_FULL_TITLE.search(text)))


def contents_lines(lines: Sequence[SourceParagraph], titles: Titles) -> frozenset[int]:
    """Which of the lines are the list of contents with its label."""
    found = {at for at, line in enumerate(lines) if line.contents}
    for at, line in enumerate(lines):
        if _LABEL.fullmatch(line.flat) and (not titles or at < max(titles)):
            found |= {at} | _entries(lines, at + 1, titles)
    first = next((at for at in titles if at not in found and not has_page(lines[at].text)), len(lines))
    found |= {at for at in range(first) if has_page(lines[at].text) and _is_entry(lines[at].text, at, titles)}
    return frozenset(found)


def _entries(lines: Sequence[SourceParagraph], start: int, titles: Titles) -> set[int]:
    taken: set[int] = set()
    at = start
    while at < len(lines):
        pieces = _pieces_of_entry(lines, at, titles)
        if not pieces:
            return taken
        taken |= set(range(at, at + pieces))
        at += pieces
    return taken


def _pieces_of_entry(lines: Sequence[SourceParagraph], at: int, titles: Titles) -> int:
    """How many lines from here are one entry, 0 for none: long ones are broken over lines."""
    if lines[at].contents or has_page(lines[at].text):
        return 1
    text = ""
    for count, line in enumerate(lines[at : at + MOST_PIECES], start=1):
        if count > 1 and line.blank_before:
            break
        text = f"{text} {line.text}"
        ends = has_page(line.text)
        if _is_entry(text, at, titles) and (ends or not _goes_on(lines, at + count, text, at, titles)):
            return count
        if ends:
            break
    return 0


def _goes_on(lines: Sequence[SourceParagraph], after: int, text: str, at: int, titles: Titles) -> bool:
    if after >= len(lines) or lines[after].blank_before or after in titles:
        return False
    return _is_entry(f"{text} {lines[after].text}", at, titles)


def _is_entry(text: str, at: int, titles: Titles) -> bool:
    """Whether a heading further down begins as the line does; one that looks like a heading itself has a number to
    share with it."""
    entry = comparable(text)
    own = titles.get(at)
    later = [title for line, title in islice(titles.items(), MOST_COMPARED) if line > at]
    if own is not None:
        return any(title.figure == own.figure and title.key.startswith(own.key) for title in later)
    bare = re.sub(r"^\d+", "", entry)
    fits = (one for one in (entry, bare) if len(one) >= LEAST_ENTRY)
    return any(title.key.startswith(one) for one in fits for title in later) or any(
        title.key == bare for title in later if bare
    )
