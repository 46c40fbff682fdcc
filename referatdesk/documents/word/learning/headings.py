"""Headings that are headings: where the minutes only look as if, their style gets an outline level."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from referatdesk.documents.word.forms import PARAGRAPH_ORDER, put
from referatdesk.documents.word.learning.building import bold
from referatdesk.documents.word.learning.examples import Example
from referatdesk.documents.word.learning.style_part import StylePart
from referatdesk.documents.word.xml import element, value_of

_TITLES = {1: "Punktoverskrift", 2: "Afsnitsoverskrift", 3: "Afsnitsoverskrift i underpunkt"}


class Headings:
    """Dresses the headings of items and the labels of sections; `item_level` is that of the items."""

    def __init__(self, styles: StylePart, *, lists_labels: bool) -> None:
        self._styles = styles
        self._lists_labels = lists_labels
        self.in_table = False
        """Whether items are rows: a heading that keeps with the next line would keep all rows on one page."""
        self.item_level = 1
        self.deepest = 1

    def of_item(self, shown: Example, *, below: bool) -> etree._Element:
        """The w:pPr of the heading of items, or of those below them."""
        known = self._styles.level_of(value_of(shown.element, "pPr/pStyle"))
        if not below:
            self.item_level = known or 1
        level = known or self.item_level + int(below)
        self.deepest = max(self.deepest, level)
        return shown.properties if known or self.in_table else self._leveled(shown.properties, level)

    def of_label(
        self, shown: Example | None, text: Example, *, below: bool
    ) -> tuple[etree._Element, etree._Element | None]:
        """The w:pPr and w:rPr of a label; where none is shown it is the text in bold."""
        look = bold(text.look) if shown is None else shown.look
        properties = text.properties if shown is None else shown.properties
        known = self._styles.level_of(value_of(properties, "pStyle"))
        if known or self._lists_labels or self.in_table:
            self.deepest = max(self.deepest, known or 1)
            return properties, look
        level = self.item_level + 1 + int(below)
        self.deepest = max(self.deepest, level)
        return self._leveled(properties, level), look

    def _leveled(self, properties: etree._Element, level: int) -> etree._Element:
        name = _TITLES.get(level, f"Overskrift på niveau {level}")
        style = self._styles.leveled(name, level, value_of(properties, "pStyle"))
        leveled = deepcopy(properties)
        put(leveled, element("pStyle", style), PARAGRAPH_ORDER)
        return leveled
