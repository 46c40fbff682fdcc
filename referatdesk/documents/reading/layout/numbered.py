"""Lines that begin with a number the way headings of items do: "Punkt 4:", "4) ", "Sag A –", "Tema 2:", "2.1 "."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.marks import is_ordinal
from referatdesk.domain.codes import BlockKind

_WORDED = re.compile(
    r"(?P<number>(?:(?:lukket|åbent?)\s+)?(?P<word>§|(?:dagsordens?punkt|punkt|pkt|sag|ad|emne|nr|(?:agenda )?item)\b)"
    r"\.?"
    r"(?:\s*-?(?:punkt|pkt|nr|nummer)\b\.?)?\s*"
    r"(?P<figure>\d{1,4}[a-zæøå]?(?:\.\d{1,3}[a-zæøå]?){0,2}(?:\.[a-zæøå]\b)?)(?:\s?/\s?(?:20)?\d{2}\b)?(?![\d/])"
    r"(?:\s*[(\[][^()\[\]]{1,25}[)\]]|\s+(?:lukket|åbent?)(?=\s*[:.–-]|$))?)"
    r"(?P<sign>\s*:|[.)](?:\s*[-–—:])?(?!\d)|\s*[-–—](?=\s)|(?=\s)|$)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ANY_WORD = re.compile(
    r"(?P<number>(?P<word>[A-ZÆØÅ][A-Za-zÆØÅæøå]{1,20}(?: [a-zæøå]{1,15}){0,2})\s"
    r"(?P<figure>\d{1,3}(?:\.\d{1,2})?|[A-ZÆØÅ]|[IVX]{2,5}))"
    r"(?P<sign>\s*:|[.)](?:\s*[-–—:])?(?!\d)|\s+[-–—](?=\s)|(?=\s+[A-ZÆØÅ\"”»]))\s*(?P<title>\S.*)",
    re.DOTALL,
)
"""Any word before the number; what stands in a document more often, and apart, is a heading ("Tema 2:", "Case B –")."""
_NO_HEADING = frozenset(
    {"bilag", "tabel", "figur", "skema", "uge", "side", "kl", "liste", "gruppe", "d", "den", "fra", "til", "kapitel"}
)
_ONLY = re.compile(
    r"(?P<number>(?:det )?eneste (?:dagsordens?)?(?:punkt|sag|emne)(?: på (?:dagsordenen|mødet))?)"
    r"(?:\s*[:.]|\s+[-–—])\s*(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SLOT = re.compile(
    r"(?:kl\.?\s*(?P<at>\d{1,2}(?:[.:]\d{2})?)(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?\d{1,2}(?:[.:]\d{2})?)?"
    r"|\d{1,2}[.:]\d{2}\s*(?:[-–—]|til)\s*\d{1,2}[.:]\d{2}|(?:[01]\d|2[0-3]):\d{2}|0\d\.[0-5]\d)"
    r"(?:\s*[:–—-]\s+|\s+)(?=\S)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?P<number>\(?(?P<figure>\d{1,3}[a-zæøå]?(?:\.\d{1,2}[a-zæøå]?){0,2}(?:\.[a-zæøå](?![a-zæøå]))?(?!\d)|[A-ZÆØÅ]|[IVX]{2,5})"
    r"(?:\s+[(\[][^()\[\]]{1,12}[)\]])?)"
    r"(?P<sign>[.)](?:\s*[-–—:](?=\s))?(?=\s|[A-ZÆØÅ]|$)|\s*:(?=\s|$)|\s+[-–—](?=\s)|(?=\s))\s*(?P<title>.*)",
    re.DOTALL,
)
_ACCESS_BEFORE = re.compile(
    r"(?P<mark>delvist? (?:lukket|åbent?)|lukket|åbent?)(?: (?:punkt|sag))?\s*[-–:]\s+(?=\d|punkt|pkt|sag)",
    re.IGNORECASE,
)
_MARK_INSIDE = re.compile(r"\s*[(\[](?P<mark>[^()\[\]]*)[)\]]|(?:^|\s+)(?P<word>lukket|åbent?)\b\s*", re.IGNORECASE)
_SAME_WORD = {"pkt": "punkt", "dagsordenpunkt": "punkt", "dagsordenspunkt": "punkt"}
_BEFORE_TITLE = re.compile(r"[a-zæøå]")
LONGEST_LOOKED_AT = 600
ANY = "any"
"""What the forms with a word of their own house begin with."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")

Rank = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number in front of a title: `form` is what its kind has in common, `rank` where it stands in a count."""

    form: str
    number: str
    figure: str
    rank: Rank
    title: str
    signed: bool
    mark: str = ""
    """A word of access or treatment beside the number ("Å", "lukket", "B")."""


def numbered_forms(line: SourceParagraph) -> tuple[Numbered, ...]:
    """Every form of which the line could be a heading; a single I or V is a letter and a Roman number."""
    if line.table is not None:
        return ()
    if line.list_kind is not None:
        return _list_number(line)
    flat = line.flat[:LONGEST_LOOKED_AT] if len(line.text) > LONGEST_LOOKED_AT else line.flat
    if not flat or not (flat[0].isdigit() or flat[0].isalpha() or flat[0] in "(§"):
        return ()
    rest = line.flat[LONGEST_LOOKED_AT:] if len(line.text) > LONGEST_LOOKED_AT else ""
    mark = ""
    if prefix := _ACCESS_BEFORE.match(flat):
        mark, flat = prefix["mark"], flat[prefix.end() :]
    flat = flat[slot_end(flat) :]
    return tuple(one if not mark else replace(one, mark=mark) for one in _forms(flat, rest))


def slot_end(flat: str) -> int:
    """Where the time of day ends that a line begins with ("09.00-09.20  2. Budget"), 0 in any other line."""
    slot = _SLOT.match(flat)
    return 0 if slot is None else slot.end()


def _forms(flat: str, rest: str) -> tuple[Numbered, ...]:
    if match := _WORDED.fullmatch(flat):
        return (_worded(match, rest),)
    if match := _ONLY.fullmatch(flat):
        return (Numbered("eneste signed", match["number"], "", (1,), f"{match['title']}{rest}", signed=True),)
    if match := _BARE.fullmatch(flat):
        return _bare(match, rest)
    match = _ANY_WORD.fullmatch(flat)
    return () if match is None else _any_word(match, rest)


def _any_word(match: re.Match[str], rest: str) -> tuple[Numbered, ...]:
    word, figure = match["word"].lower(), match["figure"]
    if word in _NO_HEADING:
        return ()
    signed = bool(match["sign"].strip())
    title = f"{match['title']}{rest}".strip()
    form = f"{ANY} {word} {'signed' if signed else 'bare'}"
    if figure[0].isdigit():
        return (Numbered(form, match["number"], figure, _rank(figure), title, signed),)
    if not signed:
        return ()
    ranks = [("letter", _LETTERS.index(figure) + 1)] if len(figure) == 1 else []
    ranks += [("roman", _ROMAN.index(figure) + 1)] if figure in _ROMAN else []
    return tuple(Numbered(f"{form} {kind}", match["number"], figure, (at,), title, signed=True) for kind, at in ranks)


def _list_number(line: SourceParagraph) -> tuple[Numbered, ...]:
    """A list that the file counts itself."""
    marker = (line.marker or "").strip("(). ")
    if line.list_kind is not BlockKind.NUMBERED or not re.fullmatch(r"\d{1,3}(?:\.\d{1,2}){0,2}", marker):
        return ()
    title = line.flat
    return (Numbered(f"list {line.level}", marker, marker, _rank(marker), title, signed=True),)


def _worded(match: re.Match[str], rest: str) -> Numbered:
    word = match["word"].lower()
    signed = bool(match["sign"]) or not match["title"]
    form = f"{_SAME_WORD.get(word, word)} {'signed' if signed else 'bare'}"
    number, mark = _unmarked(match["number"])
    return Numbered(
        form,
        number,
        match["figure"],
        _rank(match["figure"]),
        f"{match['title']}{rest}".strip(),
        signed,
        mark,
    )


def _unmarked(printed: str) -> tuple[str, str]:
    """The number without the mark beside it, and the mark."""
    found = _MARK_INSIDE.search(printed)
    if found is None:
        return printed.strip(), ""
    return f"{printed[: found.start()]} {printed[found.end() :]}".strip(), (found["mark"] or found["word"]).strip()


def _bare(match: re.Match[str], rest: str) -> tuple[Numbered, ...]:
    sign = match["sign"].strip().replace("—", "-").replace("–", "-")
    figure, title = match["figure"], f"{match['title']}{rest}".strip()
    number, mark = _unmarked(match["number"].lstrip("("))
    if is_ordinal(title) or (not sign and _BEFORE_TITLE.match(title)) or (title[:1].isdigit() and not sign):
        return ()
    if match["number"].startswith("(") and sign != ")":
        return ()
    if figure[0].isdigit():
        return (Numbered(f"number {sign[:1]}", number, figure, _rank(figure), title, bool(sign), mark),)
    if not sign or sign[:1] == "-":
        return ()
    found = []
    if len(figure) == 1:
        found.append(
            Numbered(f"letter {sign[:1]}", number, figure, (_LETTERS.index(figure) + 1,), title, signed=True, mark=mark)
        )
    if figure in _ROMAN:
        found.append(Numbered(f"roman {sign[:1]}", number, figure, (_ROMAN.index(figure) + 1,), title, signed=True))
    return tuple(found)


def _rank(figure: str) -> Rank:
    """ "3" → (3,), "3a" → (3, 1) but no deeper than "3"; "3.2" → (3, 2)."""
    ranks: list[int] = []
    for part in figure.split("."):
        digits = re.match(r"\d*", part)
        assert digits is not None  # noqa: S101 - an empty match is one too
        if digits[0]:
            ranks.append(int(digits[0]))
        if letter := part[digits.end() :]:
            ranks.append(_LETTERS.index(letter[0].upper()) + 1)
    return tuple(ranks)


def depth_of(figure: str) -> int:
    """How many points part the figures: 0 for "3" and "3a", 1 for "3.2"."""
    return figure.count(".")
