"""What the styles of an OpenDocument text say of the paragraphs, words and lists that use them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.reading.formats.figures import MOST, lettered, roman
from referatdesk.documents.reading.formats.odt_package import n
from referatdesk.domain.codes import BlockKind

_ESCAPED = re.compile(r"_([0-9a-f]{2})_")
_TITLES = frozenset({"title", "titel"})
MAX_CHAIN = 20
MAX_LEVELS = 10


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """A paragraph or character style with all that it takes over; None where nothing says."""

    name: str = ""
    title: bool = False
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    hidden: bool = False
    page_before: bool = False
    list_style: str | None = None


@dataclass(frozen=True, slots=True)
class OdtLevel:
    """One level of a list; `shown` levels are printed with it, `form` is "" where it has no number."""

    kind: BlockKind | None
    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1
    sign: str = "•"


class OdtStyles:
    """The styles of one file by family and name, each looked up once."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[str, list[OdtLevel | None]] = {}
        self._found: dict[tuple[str, str], OdtStyle] = {}
        self.outline: list[OdtLevel | None] = []
        for root in roots:
            for one in root.iter(n("style:style")):
                self._styles[one.get(n("style:family"), ""), one.get(n("style:name"), "")] = one
            for one in root.iter(n("text:list-style")):
                self._lists[one.get(n("style:name"), "")] = _levels(one)
            for one in root.iter(n("text:outline-style")):
                self.outline = _levels(one)

    def of(self, family: str, name: str) -> OdtStyle:
        if (family, name) not in self._found:
            self._found[family, name] = _style(list(self._chain(family, name)), name)
        return self._found[family, name]

    def levels(self, list_style: str) -> list[OdtLevel | None]:
        return self._lists.get(list_style, [])

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        for _ in range(MAX_CHAIN):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(n("style:parent-style-name"), "")


def _style(chain: list[etree._Element], name: str) -> OdtStyle:
    plain = [_ESCAPED.sub(lambda found: chr(int(found[1], 16)), one.get(n("style:name"), "")) for one in chain]
    shown = [one.get(n("style:display-name")) or named for one, named in zip(chain, plain, strict=True)] or [name]
    weight = _said(chain, "style:text-properties", "fo:font-weight")
    slant = _said(chain, "style:text-properties", "fo:font-style")
    line = _said(chain, "style:text-properties", "style:text-underline-style")
    return OdtStyle(
        name=next((one for one in shown if not _is_automatic(one)), shown[0]),
        title=any(one.lower() in _TITLES for one in shown),
        bold=None if weight is None else weight in {"bold", "600", "700", "800", "900"},
        italic=None if slant is None else slant in {"italic", "oblique"},
        underline=None if line is None else line != "none",
        hidden=_said(chain, "style:text-properties", "text:display") == "none",
        page_before=_said(chain, "style:paragraph-properties", "fo:break-before") == "page",
        list_style=next((found for one in chain if (found := one.get(n("style:list-style-name")))), None),
    )


def _is_automatic(name: str) -> bool:
    """Names that the program gave to what somebody formatted by hand."""
    return re.fullmatch(r"P\d{1,6}", name) is not None


def _said(chain: list[etree._Element], group: str, name: str) -> str | None:
    for style in chain:
        properties = style.find(n(group))
        found = None if properties is None else properties.get(n(name))
        if found is not None:
            return found
    return None


def _levels(listed: etree._Element) -> list[OdtLevel | None]:
    levels: list[OdtLevel | None] = [None] * MAX_LEVELS
    for one in listed:
        at = (_number(one.get(n("text:level"))) or 1) - 1
        if 0 <= at < MAX_LEVELS:
            levels[at] = _level(one)
    return levels


def _level(one: etree._Element) -> OdtLevel:
    if one.tag in {n("text:list-level-style-bullet"), n("text:list-level-style-image")}:
        sign = one.get(n("text:bullet-char"), "•")
        return OdtLevel(BlockKind.BULLET, sign="-" if sign in {"-", "–", "—"} else "•")
    form = one.get(n("style:num-format"), "")
    kind = None if not form else BlockKind.LETTERED if form in {"a", "A"} else BlockKind.NUMBERED
    return OdtLevel(
        kind,
        form,
        one.get(n("style:num-prefix"), ""),
        one.get(n("style:num-suffix"), ""),
        _number(one.get(n("text:start-value"))) or 1,
        _number(one.get(n("text:display-levels"))) or 1,
    )


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else None


def printed(levels: list[OdtLevel | None], counts: list[int], at: int) -> str:
    """The mark of the item that was counted last on that level."""
    level = levels[at] if at < len(levels) else None
    if level is None or level.kind is None:
        return ""
    if level.kind is BlockKind.BULLET:
        return level.sign
    shown = range(max(at + 1 - level.shown, 0), at + 1)
    figures = [_figure(counts[one], above.form) for one in shown if (above := levels[one]) is not None and above.form]
    return f"{level.before}{'.'.join(figures)}{level.after}".strip()


def _figure(number: int, form: str) -> str:
    number = min(number, MOST)
    if form in {"a", "A"} and number > 0:
        return lettered(number) if form == "a" else lettered(number).upper()
    if form in {"i", "I"} and number > 0:
        return roman(number) if form == "i" else roman(number).upper()
    return str(number)
