"""The numbers and bullets that Word counts out, as they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.reading.formats.word_package import value, w
from referatdesk.documents.reading.formats.word_styles import ListPlace
from referatdesk.domain.codes import BlockKind

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


class Numbering:
    """Counts the lists of one file from top to bottom; ask once per paragraph, in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        for abstract in root.iter(w("abstractNum")):
            levels = {_number(value(one, "ilvl"), 0): _level(one) for one in abstract.iter(w("lvl"))}
            self._levels[value(abstract, "abstractNumId") or ""] = levels
        for num in root.iter(w("num")):
            num_id = value(num, "numId") or ""
            self._abstract[num_id] = value(num.find(w("abstractNumId"))) or ""
            for override in num.iter(w("lvlOverride")):
                start = value(override.find(w("startOverride")))
                if start is not None:
                    self._starts.setdefault(num_id, {})[_number(value(override, "ilvl"), 0)] = _number(start, 1)

    def next(self, place: ListPlace) -> tuple[BlockKind | None, str]:
        """The kind and the printed mark of the next paragraph there; no kind where the list prints nothing."""
        abstract = self._abstract.get(place.num_id, "")
        level = self._levels.get(abstract, {}).get(place.level)
        if level is None or level.form == "none":
            return None, ""
        self._count(place, abstract, level)
        if level.form == "bullet":
            return BlockKind.BULLET, "-" if level.text in {"-", "–"} else "•"
        kind = BlockKind.LETTERED if level.form.endswith("Letter") else BlockKind.NUMBERED
        return kind, self._printed(abstract, level.text)

    def _count(self, place: ListPlace, abstract: str, level: _Level) -> None:
        counts = self._counts.setdefault(abstract, {})
        if place.num_id not in self._begun:
            self._begun.add(place.num_id)
            for at in self._starts.get(place.num_id, {}):
                counts.pop(at, None)
        start = self._starts.get(place.num_id, {}).get(place.level, level.start)
        counts[place.level] = counts.get(place.level, start - 1) + 1
        for deeper in [at for at in counts if at > place.level]:
            del counts[deeper]

    def _printed(self, abstract: str, pattern: str) -> str:
        levels, counts = self._levels[abstract], self._counts[abstract]

        def figure(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            level = levels.get(at)
            return "" if level is None else _figure(counts.get(at, level.start), level.form)

        return re.sub(r"%([1-9])", figure, pattern).strip()


def _level(element: etree._Element) -> _Level:
    return _Level(
        value(element.find(w("numFmt"))) or "decimal",
        value(element.find(w("lvlText"))) or "",
        _number(value(element.find(w("start"))), 1),
    )


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else otherwise


def _figure(number: int, form: str) -> str:
    if form.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        roman = _roman(number)
        return roman.upper() if form.startswith("upper") else roman
    return str(number).zfill(2) if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    signs = ""
    for worth, sign in _ROMAN:
        while number >= worth:
            signs += sign
            number -= worth
    return signs
