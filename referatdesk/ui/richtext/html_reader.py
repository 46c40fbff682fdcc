"""HTML from the clipboard to blocks: Word's, LibreOffice's, a browser's and our own. Fonts, sizes and pictures go."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import replace
from html.parser import HTMLParser

from referatdesk.domain.codes import CaptionPosition
from referatdesk.domain.richtext import MAX_LEVEL, Blocks, plain_text
from referatdesk.ui.richtext.html_elements import CELLS, LINES, VOID, Element, opened
from referatdesk.ui.richtext.html_lines import LineDraft, Sink
from referatdesk.ui.richtext.html_styles import (
    Attributes,
    kind_of_word_item,
    span_of,
    styles_of,
    width_of,
    word_list_styles,
)
from referatdesk.ui.richtext.html_tables import MOST_COLUMNS, MOST_ROWS, CellDraft, TableDraft

_END_IN_COMMENT = re.compile(r"<!\[endif\]-->", re.IGNORECASE)
_MARKED_SECTION = re.compile(r"<!\[[^<>]{0,200}>?")
"""Word's "<![if …]>": the parser of the standard library stops at those it does not know."""
_PIECE = 20_000
_LONGEST_REST = 2_000
_DEEPEST = 400
_MOST_TABS = 20
_LONGEST_MARK = 40
_TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
_ENDS: Mapping[str, tuple[Set[str], Set[str]]] = {
    "body": ({"head"}, set()),
    "li": ({"li"}, {"ul", "ol", "table"}),
    "p": ({"p"}, {"td", "th", "li", "div", "blockquote", "table"}),
    "dt": ({"dt", "dd"}, {"dl", "table"}),
    "dd": ({"dt", "dd"}, {"dl", "table"}),
    "tr": ({"tr"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
}
"""Which open element a new one ends, and at which the search for it stops."""


def blocks_from_html(html: str) -> Blocks:
    """The words of the HTML with what a text can hold of their form; nothing in it makes this fail or take for ever."""
    reader = _Reader(html)
    reader.read(_MARKED_SECTION.sub("", _END_IN_COMMENT.sub("-->", html)))
    return reader.result()


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._list_styles = word_list_styles(html)
        self._open: list[Element] = [Element("")]
        self._tables: list[TableDraft | None] = []
        self._sinks: list[Sink] = [Sink()]
        self._line = LineDraft()
        self._mark = ""
        self._ended = False

    def read(self, html: str) -> None:
        # The parser looks through all that is left for the end of a tag; at the very end it does so once for each
        # tag that has none. So it gets small pieces, and only a short rest.
        for start in range(0, len(html), _PIECE):
            self.feed(html[start : start + _PIECE])
        if len(self.rawdata) <= _LONGEST_REST:
            self.close()

    def result(self) -> Blocks:
        while len(self._open) > 1:
            self._close_last()
        self._end_line()
        return tuple(self._sinks[0].blocks)

    def handle_comment(self, data: str) -> None:
        name = data.strip().lower()
        if name == "startfragment":
            self._sinks[-1].blocks.clear()
            self._line = LineDraft()
        elif name == "endfragment":
            self._ended = True

    def handle_data(self, data: str) -> None:
        element = self._open[-1]
        if self._ended or element.silent:
            return
        if element.is_mark:
            self._mark = (self._mark + data)[:_LONGEST_MARK]
        elif element.as_is:
            text = data if element.tag == "pre" else data.replace("\u00a0", " ")
            self._line.add_as_is(text, element.word_form)
        else:
            self._line.add(data, element.word_form)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._ended:
            return
        if tag in _ENDS:
            self._close_back_to(*_ENDS[tag])
        attributes = {name: value or "" for name, value in attrs}
        styles = styles_of(attributes)
        parent = self._open[-1]
        if tag in LINES and not parent.silent:
            self._end_line()
        if tag in VOID:
            self._put_void(tag, attributes, styles)
        elif len(self._open) < _DEEPEST:
            self._open.append(opened(parent, tag, attributes, styles))
            if not self._open[-1].silent:
                self._begin(self._open[-1], attributes, styles)

    def handle_endtag(self, tag: str) -> None:
        if self._ended or tag in {"body", "html"}:
            return
        stops = {"table"} if tag in _TABLE_PARTS else CELLS | {"table", "caption"}
        self._close_back_to({tag}, stops)

    def _close_back_to(self, tags: Set[str], stops: Set[str]) -> None:
        """Closes the innermost open element of that name and all inside it; nothing if one to stop at is nearer."""
        for index in range(len(self._open) - 1, 0, -1):
            tag = self._open[index].tag
            if tag in tags:
                while len(self._open) > index:
                    self._close_last()
                return
            if tag in stops:
                return

    def _put_void(self, tag: str, attributes: Attributes, styles: Mapping[str, str]) -> None:
        element = self._open[-1]
        if element.silent:
            return
        if tag == "br" and styles.get("page-break-before") == "always":
            self._end_line()
        elif tag == "br":
            self._line.add_break(element.word_form)
        elif tag == "col" and self._tables and (draft := self._tables[-1]) is not None:
            width = width_of(attributes, styles)
            draft.column_widths += [width] * span_of(attributes, "span", MOST_COLUMNS)

    def _begin(self, element: Element, attributes: Attributes, styles: Mapping[str, str]) -> None:
        draft = self._tables[-1] if self._tables else None
        if "mso-tab-count" in styles:
            tabs = span_of({"tabs": styles["mso-tab-count"].split()[0]}, "tabs", _MOST_TABS)
            self._line.add_as_is("\t" * tabs, element.word_form)
            self._open[-1] = replace(element, silent=True)
        elif element.tag == "table":
            # A table inside a table's cell becomes lines of that cell.
            self._tables.append(None if self._tables else TableDraft())
        elif draft is None:
            return
        elif element.tag == "thead":
            draft.in_head = True
        elif element.tag == "tr":
            draft.add_row()
        elif element.tag == "caption":
            self._sinks.append(Sink())
            after = "bottom" in styles.get("caption-side", attributes.get("align", ""))
            draft.caption_position = CaptionPosition.AFTER if after else CaptionPosition.BEFORE
        elif element.tag in CELLS:
            self._begin_cell(draft, element, attributes, styles)

    def _begin_cell(
        self, draft: TableDraft, element: Element, attributes: Attributes, styles: Mapping[str, str]
    ) -> None:
        cell = CellDraft(
            is_header=element.tag == "th" or draft.in_head,
            columns=span_of(attributes, "colspan", MOST_COLUMNS),
            rows=span_of(attributes, "rowspan", MOST_ROWS),
            width=width_of(attributes, styles),
        )
        draft.add_cell(cell)
        self._sinks.append(Sink(cell.blocks))

    def _close_last(self) -> None:
        element = self._open[-1]
        if element.silent:
            self._open.pop()
            return
        if element.tag in LINES:
            self._end_line(element.keeps_empty)
        self._open.pop()
        draft = self._tables[-1] if self._tables else None
        if element.tag == "table":
            self._tables.pop()
            self._sinks[-1].blocks += draft.blocks() if draft is not None else ()
        elif draft is None:
            return
        elif element.tag == "thead":
            draft.in_head = False
        elif element.tag == "caption":
            draft.caption = plain_text(self._sinks.pop().blocks)
        elif element.tag in CELLS:
            self._sinks.pop()

    def _end_line(self, keeps_empty: bool = False) -> None:
        runs, self._line = self._line.finished(), LineDraft()
        mark, self._mark = self._mark, ""
        element, sink = self._open[-1], self._sinks[-1]
        if not "".join(run.text for run in runs).strip() and not keeps_empty:
            return
        if element.item is not None:
            sink.add_to_item(runs, element.item)
        elif element.word_list is not None:
            number_format = self._list_styles.get(element.word_list)
            level = min(max(element.word_list[1] - 1, 0), MAX_LEVEL)
            sink.add(runs, kind_of_word_item(number_format, mark), level)
        else:
            sink.add(runs, element.kind, element.level)
