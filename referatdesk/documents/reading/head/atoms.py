"""A run of people cut into words, bracketed notes and addresses, each with what parts it from the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from referatdesk.documents.reading.source import Place


class Gap(Enum):
    """What stands in front of an atom."""

    SPACE = auto()
    AND = auto()
    COMMA = auto()
    DASH = auto()
    COLON = auto()
    LINE = auto()
    """A line ends that may only be full."""
    END = auto()
    """A sentence, a cell or a semicolon ends."""
    NEW = auto()
    """A paragraph, a row or an entry of a list begins."""


class Kind(Enum):
    WORD = auto()
    NOTE = auto()
    EMAIL = auto()
    PHONE = auto()


@dataclass(frozen=True, slots=True)
class RunLine:
    """A line of a run of people. `new` says that it opens an entry of its own rather than going on the line above."""

    text: str
    place: Place
    new: bool = False


@dataclass(frozen=True, slots=True)
class Atom:
    """`after_comma` says that a comma stands in front as well as the end of a line."""

    text: str
    kind: Kind
    gap: Gap
    line: int
    lead: str = ""
    after_comma: bool = False


MOST_ATOMS = 6000
_TOKEN = re.compile(
    r"(?P<note>\([^()\n]{0,300}\)|\[[^\[\]\n]{0,300}\])"
    r"|(?P<email>[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5})"
    r"|(?P<phone>(?:tlf\.?:?\s?|mobil:?\s?)?(?<!\d)(?:\+45\s?)?\d{2}\s?\d{2}\s?\d{2}\s?\d{2}(?!\d))"
    r"|(?P<comma>,)|(?P<end>[;|\t•▪●·]+)|(?P<dash>(?<!\S)[-–—−/](?!\S)|[–—])"
    r"|(?P<word>[^\s,;|()\t–—•▪●·]+|[()])",
    re.IGNORECASE,
)
_AND = frozenset({"og", "samt", "&"})
_ABBREVIATIONS = frozenset(
    ["afd", "adm", "ass", "bl", "dir", "dr", "fg", "fmd", "fr", "frk", "hr", "inkl", "jf", "kgl", "kl", "konst", "kst", "lic", "mag", "med", "nfmd", "nr", "pkt", "ph.d", "prof", "ref", "sct", "sekr", "skt", "st", "stud", "suppl", "tidl", "vedr"]
)


def atoms_of(lines: Sequence[RunLine]) -> list[Atom]:
    atoms: list[Atom] = []
    for at, line in enumerate(lines):
        opens = Gap.NEW if line.new or at == 0 else Gap.LINE
        found = _line_atoms(line.text, at, opens)
        if found and opens is Gap.LINE and atoms:
            found = _onto(atoms, found)
        atoms += found
        if len(atoms) > MOST_ATOMS:
            break
    return atoms[:MOST_ATOMS]


def _onto(atoms: list[Atom], found: list[Atom]) -> list[Atom]:
    """The atoms of a line that goes on the one above; a word cut at its hyphen is one again."""
    last, first = atoms[-1], found[0]
    is_cut = last.text.endswith("-") and len(last.text) > 1 and first.kind is Kind.WORD and first.gap is Gap.LINE
    if not is_cut or first.text.casefold() in _AND or last.kind is not Kind.WORD:
        return found
    atoms[-1] = replace(last, text=last.text + first.text)
    return found[1:]


def _line_atoms(text: str, line: int, opens: Gap) -> list[Atom]:
    atoms: list[Atom] = []
    gap, comma, lead_from = opens, False, 0
    for token in _TOKEN.finditer(text):
        kind, raw = token.lastgroup or "word", token[0]
        if kind in {"comma", "end", "dash"}:
            if not (kind == "comma" and atoms and atoms[-1].text.endswith("-")):
                gap = _wider(gap, {"comma": Gap.COMMA, "end": Gap.END, "dash": Gap.DASH}[kind])
            comma = comma or kind == "comma"
            continue
        if kind == "word":
            bare, after = _bare(raw, text[token.end() : token.end() + 2])
            if bare.casefold() in _AND:
                gap = _wider(gap, Gap.AND)
                continue
            if bare:
                atoms.append(Atom(bare, Kind.WORD, gap, line, text[lead_from : token.start()], comma))
                gap, comma, lead_from = after, False, token.start() + raw.find(bare) + len(bare)
            else:
                gap = _wider(gap, after)
            continue
        atoms.append(Atom(raw, Kind[kind.upper()], gap, line, text[lead_from : token.start()], comma))
        gap, comma, lead_from = Gap.SPACE, False, token.end()
    return atoms


_RANK = {Gap.SPACE: 0, Gap.AND: 1, Gap.COMMA: 2, Gap.DASH: 3, Gap.COLON: 4, Gap.LINE: 5, Gap.END: 6, Gap.NEW: 7}


def _wider(one: Gap, other: Gap) -> Gap:
    return one if _RANK[one] >= _RANK[other] else other


def _bare(raw: str, behind: str) -> tuple[str, Gap]:
    """A word without what only ends a sentence or opens what follows, and the gap that it leaves."""
    word = raw.strip("\"”“„'*_")
    if word.endswith(":"):
        return word.rstrip(":"), Gap.COLON
    if word in {"v/", "ved/"}:
        return "", Gap.SPACE
    if not word.endswith("."):
        return word, Gap.SPACE
    stem = word.rstrip(".")
    is_short = len(stem) <= 2 or stem.casefold() in _ABBREVIATIONS or "." in stem
    last = not behind.strip()
    if is_short and not (last and behind == "" and len(stem) > 2):
        return (word, Gap.SPACE) if stem else ("", Gap.END)
    return (stem, Gap.END) if last or behind[:1].isspace() else (word, Gap.SPACE)


def span_text(atoms: Sequence[Atom]) -> str:
    """The words of the atoms as printed, line ends made blanks."""
    parts = [atoms[0].text] if atoms else []
    parts += [(one.lead if one.gap is not Gap.LINE else " ") + one.text for one in atoms[1:]]
    return " ".join("".join(parts).split())
