"""Danish text divided into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_STOP = re.compile(r"[.!?][\"”“’»)\]]*(?=[ \t]+[\"”“‘»(A-ZÆØÅÉ\d§–-])|\n")
_WORD_BEFORE = re.compile(r"(?:(?P<before>[\w.,:§/-]+) +)?(?P<word>[\w.§/-]+)$")
_SHORTENED = frozenset(
    [
        "adm",
        "afd",
        "afdl",
        "ang",
        "art",
        "att",
        "bl",
        "ca",
        "cirka",
        "d",
        "dir",
        "dok",
        "dr",
        "ds",
        "etc",
        "evt",
        "ex",
        "f",
        "fhv",
        "fmd",
        "fr",
        "frk",
        "hhv",
        "hr",
        "iht",
        "incl",
        "inkl",
        "jf",
        "jfr",
        "jnr",
        "jr",
        "kap",
        "kgl",
        "kl",
        "kr",
        "ltr",
        "m",
        "max",
        "md",
        "medl",
        "mfl",
        "mia",
        "min",
        "mio",
        "mrk",
        "nfmd",
        "nr",
        "o",
        "obs",
        "okt",
        "ovf",
        "pga",
        "pkt",
        "pr",
        "prof",
        "punkt",
        "ref",
        "resp",
        "s",
        "sagsnr",
        "sek",
        "skr",
        "sml",
        "sr",
        "st",
        "stk",
        "str",
        "tel",
        "tirs",
        "tlf",
        "tors",
        "vedr",
        "vha",
        "vicefmd",
    ]
)
_COUNTS = frozenset(
    [
        "ad",
        "at",
        "den",
        "d",
        "nr",
        "og",
        "pkt",
        "punkt",
        "indstilling",
        "indstillingspunkt",
        "bilag",
        "til",
        "fra",
        "§",
        "stk",
    ]
)
LONGEST_LOOK = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without the blanks around it; `start` is where it begins in the text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@lru_cache(maxsize=2048)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences in order; a line end always parts two."""
    return tuple(_sentences(text.replace("\u00a0", " ").replace("\u202f", " ")))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for stop in _STOP.finditer(text):
        if stop[0] != "\n" and not _ends(text[max(start, stop.start() - LONGEST_LOOK) : stop.start()], stop[0]):
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    piece = text[start:end]
    if piece.strip():
        yield Sentence(piece.strip(), start + len(piece) - len(piece.lstrip()))


def _ends(above: str, stop: str) -> bool:
    """Whether a full stop after these words ends a sentence, and is not part of an abbreviation, a date or a name."""
    match = _WORD_BEFORE.search(above)
    if match is None or not stop.startswith(".") or len(stop) > 1:
        return True
    word, before = match["word"].casefold(), match["before"] or ""
    if word.isdigit():
        return bool(before) and len(word) < 5 and before.casefold().strip(".,:") not in _COUNTS and word != before
    if len(word) == 1 and word.isalpha():
        return (not before[:1].isupper() and word not in _SHORTENED | {"e"}) or (
            match["word"].isupper() and before.islower()
        )
    return word not in _SHORTENED and word.rpartition(".")[2] not in {"eks", "a", "lign"}
