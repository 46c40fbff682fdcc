"""The list of contents: lines that repeat the headings and must never be taken for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from referatdesk.documents.reading.source import SourceParagraph, flattened

_LABEL = re.compile(
    r"(?:indholdsfortegnelse|indhold|punkter på dagsordenen|dagsordenspunkter|punktoversigt|oversigt over punkter):?",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:\.{2,}|…|\t| {3,}|_{3,}|·{3,})[ .\t…]*(?P<page>\d{1,4})\s*$")
_TAIL = re.compile(r"[\W_εƐ]+$")
LEAST_ENTRY = 4
MOST_PIECES = 4


def comparable(text: str) -> str:
    """An entry or a heading as it is compared: no page number, dots or cut-off signs, no blanks, all lower case."""
    return re.sub(r"[\W_]+", "", _TAIL.sub("", flattened(_PAGE.sub("", text))).casefold())


def has_page(text: str) -> bool:
    return bool(_PAGE.search(text))


def contents_lines(
    lines: Sequence[SourceParagraph], candidates: Sequence[int], titles: Sequence[str]
) -> frozenset[int]:
    """Which of the lines are the list of contents with its label.

    `candidates` are the lines that look like headings of items, and `titles` what follows their numbers.
    """
    found = {at for at, line in enumerate(lines) if line.contents}
    keys = {at: comparable(title) for at, title in zip(candidates, titles, strict=True)}
    for at, line in enumerate(lines):
        if _LABEL.fullmatch(line.flat) and (not keys or at < max(keys)):
            found |= {at} | _entries(lines, at + 1, keys)
    first = next((at for at in candidates if at not in found and not has_page(lines[at].text)), len(lines))
    found |= {at for at in range(first) if has_page(lines[at].text) and _is_entry(comparable(lines[at].text), at, keys)}
    return frozenset(found)


def _entries(lines: Sequence[SourceParagraph], start: int, keys: dict[int, str]) -> set[int]:
    taken: set[int] = set()
    at = start
    while at < len(lines):
        pieces = _pieces_of_entry(lines, at, keys)
        if not pieces:
            return taken
        taken |= set(range(at, at + pieces))
        at += pieces
    return taken


def _pieces_of_entry(lines: Sequence[SourceParagraph], at: int, keys: dict[int, str]) -> int:
    """How many lines from here are one entry, 0 for none: long ones are broken over lines."""
    if lines[at].contents or has_page(lines[at].text):
        return 1
    text = ""
    for count, line in enumerate(lines[at : at + MOST_PIECES], start=1):
        if count > 1 and line.blank_before:
            break
        text = f"{text} {line.text}"
        ends = has_page(line.text)
        if _is_entry(comparable(text), at, keys) and (ends or not _goes_on(lines, at + count, text, at, keys)):
            return count
        if ends:
            break
    return 0


def _goes_on(lines: Sequence[SourceParagraph], after: int, text: str, at: int, keys: dict[int, str]) -> bool:
    if after >= len(lines) or lines[after].blank_before:
        return False
    return _is_entry(comparable(f"{text} {lines[after].text}"), at, keys)


def _is_entry(entry: str, at: int, keys: dict[int, str]) -> bool:
    """Whether a heading further down begins as the entry does, its number counted or not."""
    if len(entry) < LEAST_ENTRY:
        return False
    bare = re.sub(r"^(?:punkt|pkt)?\d+", "", entry)
    later = [key for line, key in keys.items() if line > at]
    return any(
        key and (key.startswith(entry) or key == bare or (len(bare) >= LEAST_ENTRY and key.startswith(bare)))
        for key in later
    )
