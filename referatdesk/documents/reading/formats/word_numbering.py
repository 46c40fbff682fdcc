"""The numbers and bullets that Word counts out, as they are printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from referatdesk.documents.reading.formats.figures import MOST, lettered, roman
from referatdesk.documents.reading.formats.word_package import is_on, value, w
from referatdesk.documents.reading.formats.word_styles import ListPlace
from referatdesk.domain.codes import BlockKind


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int
    style: str
    restarts_after: int | None
    """The level (counted from 1) after which this one begins anew; 0 for never, None for any above it."""
    all_decimal: bool


@dataclass(slots=True)
class _List:
    """A list as defined (`w:abstractNum`) and how far it has been counted; several `w:num` may share it."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Use:
    """One `w:num`: a list, with what it changes in it."""

    shared: _List
    starts: Mapping[int, int]
    levels: Mapping[int, _Level]
    begun: bool = False

    def level(self, at: int) -> _Level | None:
        return self.levels.get(at) or self.shared.levels.get(at)


class Numbering:
    """Counts the lists of one file from top to bottom; ask once per paragraph, in order."""

    def __init__(self, root: etree._Element | None) -> None:
        lists = {} if root is None else _lists(root)
        uses = () if root is None else root.iterfind(w("num"))
        self._uses = {value(one, "numId") or "": _use(one, lists) for one in uses}

    def level_of_style(self, num_id: str, style_id: str) -> int:
        """The level that a list keeps for a paragraph style, the first where it keeps none."""
        use = self._uses.get(num_id)
        levels = {} if use is None else {**use.shared.levels, **use.levels}
        return next((at for at, level in levels.items() if level.style == style_id and style_id), 0)

    def next(self, place: ListPlace) -> tuple[BlockKind | None, str]:
        """The kind and the printed mark of the next paragraph there; no kind where the list prints nothing."""
        use, at = self._uses.get(place.num_id or ""), place.level or 0
        level = None if use is None else use.level(at)
        if use is None or level is None:
            return None, ""
        _count(use, at, level)
        if level.form == "bullet":
            return BlockKind.BULLET, "-" if level.text in {"-", "–", "—", "\uf02d"} else "•"
        marker = _printed(use, level)
        if level.form == "none" and not marker:
            return None, ""
        kind = BlockKind.LETTERED if level.form.endswith("Letter") else BlockKind.NUMBERED
        return kind, marker


def _lists(root: etree._Element) -> dict[str, _List]:
    """The lists by id. One that only names a list style is the list which that style defines."""
    found, by_style, links = {}, {}, {}
    for one in root.iterfind(w("abstractNum")):
        key = value(one, "abstractNumId") or ""
        found[key] = _List(_levels(one))
        if style := value(one.find(w("styleLink"))):
            by_style[style] = found[key]
        if link := value(one.find(w("numStyleLink"))):
            links[key] = link
    return {key: by_style.get(links.get(key, ""), one) for key, one in found.items()}


def _levels(parent: etree._Element) -> dict[int, _Level]:
    return {_number(value(one, "ilvl"), 0): _level(one) for one in parent.iterfind(w("lvl"))}


def _level(element: etree._Element) -> _Level:
    restarts = value(element.find(w("lvlRestart")))
    form = next(element.iter(w("numFmt")), None)
    return _Level(
        form=value(form) or "decimal",
        text=value(element.find(w("lvlText"))) or "",
        start=_number(value(element.find(w("start"))), 0),
        style=value(element.find(w("pStyle"))) or "",
        restarts_after=None if restarts is None else _number(restarts, 0),
        all_decimal=is_on(element.find(w("isLgl"))),
    )


def _use(element: etree._Element, lists: Mapping[str, _List]) -> _Use:
    starts: dict[int, int] = {}
    levels: dict[int, _Level] = {}
    for override in element.iterfind(w("lvlOverride")):
        at = _number(value(override, "ilvl"), 0)
        for own in _levels(override).values():
            levels[at] = own
        start = value(override.find(w("startOverride")))
        if start is not None:
            starts[at] = _number(start, 1)
    shared = lists.get(value(element.find(w("abstractNumId"))) or "") or _List({})
    return _Use(shared, starts, levels)


def _count(use: _Use, at: int, level: _Level) -> None:
    counts = use.shared.counts
    if not use.begun:
        use.begun = True
        for overridden in use.starts:
            counts.pop(overridden, None)
    counts[at] = min(counts.get(at, use.starts.get(at, level.start) - 1) + 1, MOST)
    for deeper in [one for one in counts if one > at]:
        after = (use.level(deeper) or level).restarts_after
        if after is None or (after != 0 and at < after):
            del counts[deeper]


def _printed(use: _Use, level: _Level) -> str:
    counts = use.shared.counts

    def figure(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        shown = use.level(at)
        if shown is None:
            return ""
        form = "decimal" if level.all_decimal else shown.form
        return _figure(counts.get(at, use.starts.get(at, shown.start)), form)

    return re.sub(r"%([1-9])", figure, level.text).strip()


def _number(text: str | None, otherwise: int) -> int:
    """A number of at most nine figures, as these files hold them."""
    plain = (text or "").removeprefix("-")
    return int(text or "0") if plain.isascii() and plain.isdigit() and len(plain) < 10 else otherwise


def _figure(number: int, form: str) -> str:
    if form in {"none", "bullet"}:
        return ""
    if form.endswith("Letter") and number > 0:
        return lettered(number).upper() if form.startswith("upper") else lettered(number)
    if form.endswith("Roman") and number > 0:
        return roman(number).upper() if form.startswith("upper") else roman(number)
    if form == "ordinal":
        return f"{number}."
    return str(number).zfill(2) if form == "decimalZero" else str(number)
