"""The lists of an OpenDocument text counted from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from referatdesk.documents.reading.formats.odt_package import n
from referatdesk.documents.reading.formats.odt_styles import MAX_LEVELS, OdtLevel, OdtStyles, printed
from referatdesk.domain.codes import BlockKind


@dataclass(slots=True)
class _Count:
    """How far one list has been counted; 0 is not begun."""

    numbers: list[int] = field(default_factory=lambda: [0] * MAX_LEVELS)

    def next(self, levels: list[OdtLevel | None], at: int, start: int | None) -> None:
        for above in range(at + 1):
            level = levels[above] if above < len(levels) else None
            first = level.start if level is not None else 1
            if above == at:
                self.numbers[at] = start if start is not None else self.numbers[at] + 1 if self.numbers[at] else first
            elif not self.numbers[above]:
                self.numbers[above] = first
        self.numbers[at + 1 :] = [0] * (MAX_LEVELS - at - 1)


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list that is being read: its style, and the level of its items."""

    style: str
    at: int
    count: _Count


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a paragraph; no kind where it goes on without a mark of its own."""

    kind: BlockKind | None = None
    level: int = 0
    text: str = ""


class Lists:
    """Counts the lists and the numbered headings of one file; ask in the order of the text."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._by_id: dict[str, _Count] = {}
        self._by_style: dict[str, _Count] = {}
        self._headings = _Count()

    def opened(self, element: etree._Element, within: OpenList | None) -> OpenList:
        """The list that an element (`text:list`) opens, which may go on counting where another stopped."""
        if within is not None:
            style = element.get(n("text:style-name")) or within.style
            return OpenList(style, min(within.at + 1, MAX_LEVELS - 1), within.count)
        style = element.get(n("text:style-name"), "")
        before = self._by_id.get(element.get(n("text:continue-list"), ""))
        if before is None and element.get(n("text:continue-numbering")) == "true":
            before = self._by_style.get(style)
        count = before or _Count()
        self._by_style[style] = count
        key = element.get(n("xml:id"))
        if key:
            self._by_id[key] = count
        return OpenList(style, 0, count)

    def item(self, opened: OpenList, start: int | None, by_paragraph: str | None) -> Mark:
        """The mark of the next item; the style of its paragraph may name another list style."""
        levels = self._styles.levels(opened.style) or self._styles.levels(by_paragraph or "")
        level = levels[opened.at] if opened.at < len(levels) else None
        opened.count.next(levels, opened.at, start)
        if level is None:
            return Mark(BlockKind.BULLET, opened.at, "•") if not levels else Mark()
        return Mark(level.kind, opened.at, printed(levels, opened.count.numbers, opened.at))

    def heading(self, level: int) -> str:
        """The number of the next heading of that level (from 1) where the file numbers its headings."""
        at = min(level, MAX_LEVELS) - 1
        self._headings.next(self._styles.outline, at, None)
        return printed(self._styles.outline, self._headings.numbers, at)
