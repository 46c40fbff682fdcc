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
    ADDRESS = auto()


@dataclass(frozen=True, slots=True)
class RunLine:
    """A line of a run of people. `new` says that it opens an entry of its own rather than going on the line above."""

    text: str
    place: Place
    new: bool = False


@dataclass(frozen=True, slots=True)
class Atom:
    """`lead` is what is printed between the atom before and this one; `after_comma` and `after_and` what is in it."""

    text: str
    kind: Kind
    gap: Gap
    line: int
    lead: str = ""
    after_comma: bool = False
    after_and: bool = False


MOST_ATOMS = 3000
"""More are not read: they are kept as lines that name nobody."""
_TOKEN = re.compile(
    r"(?P<note>\([^()\n]{0,300}\)|\[[^\[\]\n]{0,300}\])"
    r"|(?P<email>[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5})"
    r"|(?P<phone>(?:tlf\.?:?\s?|mobil:?\s?)?(?<!\d)(?:\+45\s?)?\d{2}\s?\d{2}\s?\d{2}\s?\d{2}(?!\d))"
    r"|(?P<comma>,)|(?P<end>[;|\t•▪●·]+)|(?P<dash>(?<!\S)[-–—−/](?!\S)|[–—])"
    r"|(?P<word>[^\s,;|()\t–—•▪●·]+|[()])",
    re.IGNORECASE,
)
_KINDS = {"word": Kind.WORD, "note": Kind.NOTE, "email": Kind.ADDRESS, "phone": Kind.ADDRESS}
_AND = frozenset({"og", "samt", "&"})
_ABBREVIATIONS = frozenset(
    [
        "afd",
        "adm",
        "ass",
        "bl",
        "dir",
        "dr",
        "fg",
        "fmd",
        "fr",
        "frk",
        "hr",
        "inkl",
        "jf",
        "kgl",
        "kl",
        "konst",
        "kst",
        "lic",
        "mag",
        "med",
        "nfmd",
        "nr",
        "pkt",
        "ph.d",
        "prof",
        "ref",
        "sct",
        "sekr",
        "skt",
        "st",
        "stud",
        "suppl",
        "tidl",
        "vedr",
    ]
)


@dataclass(slots=True)
class _Between:
    """What stands between the last atom and the next one."""

    gap: Gap
    lead: str = ""
    comma: bool = False
    joined: bool = False

    def widen(self, gap: Gap) -> None:
        self.gap = self.gap if _RANK[self.gap] >= _RANK[gap] else gap

    def atom(self, text: str, kind: Kind, line: int) -> Atom:
        return Atom(text, kind, self.gap, line, self.lead, self.comma, self.joined)


def atoms_of(lines: Sequence[RunLine]) -> list[Atom]:
    atoms: list[Atom] = []
    between = _Between(Gap.NEW)
    for at, line in enumerate(lines):
        if line.new or at == 0:
            between = _Between(Gap.NEW)
        elif between.gap is Gap.SPACE:
            between.gap = Gap.LINE
        between.lead += " "
        found, between = _line_atoms(line.text, at, between)
        atoms += _onto(atoms, found) if found and atoms else found
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


def _line_atoms(text: str, line: int, between: _Between) -> tuple[list[Atom], _Between]:
    """The atoms of a line, and what its end leaves in front of the next line."""
    atoms: list[Atom] = []
    end = 0
    for token in _TOKEN.finditer(text):
        between.lead += text[end : token.start()]
        end = token.end()
        kind, raw = token.lastgroup or "word", token[0]
        if kind in _GAPS:
            between.lead += raw
            if not (kind == "comma" and atoms and atoms[-1].text.endswith("-")):
                between.widen(_GAPS[kind])
                between.comma = between.comma or kind == "comma"
            continue
        bare, after = _bare(raw, text[end : end + 2]) if kind == "word" else (raw, Gap.SPACE)
        if bare and bare.casefold() not in _AND:
            atoms.append(between.atom(bare, _KINDS[kind], line))
            between = _Between(after, raw[raw.find(bare) + len(bare) :])
            continue
        between.lead += raw
        between.widen(Gap.AND if bare else after)
        between.joined = between.joined or bool(bare)
    between.lead += text[end:]
    return atoms, between


_GAPS = {"comma": Gap.COMMA, "end": Gap.END, "dash": Gap.DASH}
_RANK = {Gap.SPACE: 0, Gap.AND: 1, Gap.COMMA: 2, Gap.DASH: 3, Gap.COLON: 4, Gap.LINE: 5, Gap.END: 6, Gap.NEW: 7}


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
    words = "".join(one.lead + one.text for one in atoms[1:])
    return " ".join(f"{atoms[0].text}{words}".split()) if atoms else ""
