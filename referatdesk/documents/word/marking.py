"""From the tree of a part to marks: every control becomes a node, every paragraph with a field can be left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from lxml import etree

from referatdesk.documents.word.controls import (
    Level,
    Named,
    content_of,
    control_name,
    finding,
    following_properties,
    level_of,
    named,
    paragraph_properties,
    repeated_content,
    run_properties,
)
from referatdesk.documents.word.fields import ROOT
from referatdesk.documents.word.findings import TemplateFinding
from referatdesk.documents.word.forms import TextForm, text_form
from referatdesk.documents.word.marks import Marks, replace, surround
from referatdesk.documents.word.names import w
from referatdesk.documents.word.nodes import (
    BlockField,
    Condition,
    Container,
    ForeignControl,
    InlineField,
    LineEndField,
    Node,
    Paragraph,
    Pieces,
    Place,
    Repeat,
    Table,
)
from referatdesk.documents.word.styles import Styles
from referatdesk.documents.word.surroundings import (
    CONTAINERS,
    fits_its_place,
    forget_identity,
    only_control,
    take_paragraph,
)
from referatdesk.documents.word.xml import child, element, ends_its_paragraph, own, text_near, value_of

_SOLID = tuple(w(name) for name in ("drawing", "pict", "object", "fldChar", "fldSimple", "footnoteReference", "sectPr"))
"""What keeps a paragraph alive though none of its fields has a value."""
_PROPERTIES = {w("tcPr"), w("sectPr")}


class Marker:
    """Marks one part. `findings` are its faults, `rich` whether rich text goes into it, `fields` how many there are,
    `repeats` the names of what is repeated in it.
    """

    def __init__(self, styles: Styles) -> None:
        self.marks = Marks()
        self.findings: list[TemplateFinding] = []
        self.rich = False
        self.fields = 0
        self.repeats: set[str] = set()
        self.deepest_heading = 0
        self._spilling: set[etree._Element] = set()
        self._styles = styles

    def mark(self, root: etree._Element) -> None:
        if root.tag in CONTAINERS:
            self._container(root, (ROOT,))
        else:
            self._below(root, (ROOT,))

    def _below(self, parent: etree._Element, scopes: Sequence[str]) -> None:
        for one in [one for one in parent if isinstance(one.tag, str)]:
            if one.tag == w("sdt"):
                self._control(one, scopes)
            elif one.tag == w("p"):
                self._paragraph(one, scopes)
            elif one.tag == w("tbl"):
                self._table(one, scopes)
            elif one.tag in CONTAINERS:
                self._container(one, scopes)
            else:
                self._below(one, scopes)

    def _container(self, container: etree._Element, scopes: Sequence[str]) -> None:
        self._below(container, scopes)
        content = [one for one in container if one.tag not in _PROPERTIES]
        if content:
            content[0].addprevious(self.marks.opening(lambda parts: Container(parts[0])))
            content[-1].addnext(self.marks.closing())

    def _table(self, table: etree._Element, scopes: Sequence[str]) -> None:
        repeats = [one for one in table.iterchildren(w("sdt")) if control_name(one) is not None]
        own_rows = [row for row in table.iterchildren(w("tr")) if child(row, "trPr/tblHeader") is None]
        self._below(table, scopes)
        if repeats:
            surround(table, self.marks.opening(partial(_table_node, bool(own_rows))), self.marks.closing())

    def _paragraph(self, paragraph: etree._Element, scopes: Sequence[str]) -> None:
        level = self._styles.heading_level(value_of(paragraph, "pPr/pStyle"))
        self.deepest_heading = max(self.deepest_heading, level or 0)
        alone = only_control(paragraph)
        if alone is not None and self._is_rich(alone, scopes):
            replace(paragraph, alone)
            alone.tail = None
            take_paragraph(alone, paragraph)
            self._control(alone, scopes)
            return
        before = self.fields
        solid = next(own(paragraph, *_SOLID), None) is not None
        self._below(paragraph, scopes)
        droppable = self.fields > before and not solid
        if droppable or level is not None or paragraph in self._spilling:
            self._mark_paragraph(paragraph, level, droppable)

    def _mark_paragraph(self, paragraph: etree._Element, level: int | None, droppable: bool) -> None:
        surround(paragraph, self.marks.opening(partial(_paragraph_node, level, droppable)), self.marks.closing())
        properties = paragraph.find(w("pPr"))
        if properties is None:
            paragraph.insert(0, self.marks.middle())
        else:
            properties.addnext(self.marks.middle())
        paragraph.append(self.marks.middle())

    def _is_rich(self, control: etree._Element, scopes: Sequence[str]) -> bool:
        name = control_name(control)
        meant = None if name is None else named(name, scopes)
        return isinstance(meant, Named) and meant.kind == "field" and meant.rich

    def _control(self, control: etree._Element, scopes: Sequence[str]) -> None:
        name = control_name(control)
        if name is None:
            self._foreign(control, scopes)
            return
        meant = named(name, scopes)
        if isinstance(meant, str):
            self.findings.append(finding(meant, name, control))
            return
        if meant.kind == "field":
            self._field(control, name, meant, scopes)
        else:
            self._wrapper(control, name, meant)

    def _foreign(self, control: etree._Element, scopes: Sequence[str]) -> None:
        """A control that is not ours stays, as long as anything is in it."""
        before, content = self.fields, content_of(control)
        self._below(content, scopes)
        if self.fields > before:
            content.insert(0, self.marks.middle())
            content.append(self.marks.middle())
            surround(control, self.marks.opening(_foreign_node), self.marks.closing())

    def _wrapper(self, control: etree._Element, name: str, meant: Named) -> None:
        """A repeat or a condition: its content stays, between marks."""
        if not fits_its_place(control):
            self.findings.append(finding("field.misplaced", name, control))
            return
        before, found, nearby = self.fields, len(self.findings), text_near(control)
        self.fields += 1
        body = element("sdtContent")
        body.extend(repeated_content(control) if meant.kind == "repeat" else list(content_of(control)))
        if meant.kind == "repeat":
            forget_identity(body)
            self.repeats.add(name)
        empty = not len(body)
        self._below(body, meant.scopes)
        prints_nothing = meant.kind == "repeat" and self.fields == before + 1 and len(self.findings) == found
        if empty or prints_nothing:
            self.findings.append(TemplateFinding(f"{meant.kind}.empty", name, nearby))
        kind = Repeat if meant.kind == "repeat" else Condition
        replace(control, self.marks.opening(partial(_wrapper_node, kind, meant.place)), *body, self.marks.closing())

    def _field(self, control: etree._Element, name: str, meant: Named, scopes: Sequence[str]) -> None:
        self.fields += 1
        self.rich = self.rich or meant.rich
        self.findings += [
            finding("field.nested", inner, control)
            for inner in map(control_name, content_of(control).iter(w("sdt")))
            if inner is not None and inner != name
        ]
        level = level_of(control)
        if level is Level.ROW:
            self.findings.append(finding("field.misplaced", name, control))
        elif level is Level.CELL:
            self._cell(control, meant, scopes)
        elif level is Level.BLOCK and meant.rich:
            form = text_form(paragraph_properties(control), run_properties(control), self._styles)
            replace(control, *self._leaf(BlockField, meant.place, form))
        elif level is Level.BLOCK:
            self._line(control, meant)
        elif meant.rich and (line := self._line_it_may_end(control)) is not None:
            self._spilling.add(line)
            form = text_form(following_properties(line), run_properties(control), self._styles)
            replace(control, *self._leaf(LineEndField, meant.place, form))
        else:
            form = text_form(None, run_properties(control), self._styles)
            replace(control, *self._leaf(InlineField, meant.place, form))

    def _line_it_may_end(self, control: etree._Element) -> etree._Element | None:
        """The paragraph that a text may end, and grow beyond: no heading, and not the last of its section."""
        line = next(control.iterancestors(w("p")), None)
        if line is None or not ends_its_paragraph(control) or child(line, "pPr/sectPr") is not None:
            return None
        return line if self._styles.heading_level(value_of(line, "pPr/pStyle")) is None else None

    def _line(self, control: etree._Element, meant: Named) -> None:
        """Plain words round which a control holds the whole paragraph: the same as a control inside it."""
        paragraph = element("p")
        properties = paragraph_properties(control)
        if properties is not None:
            paragraph.append(properties)
        form = text_form(None, run_properties(control), self._styles)
        paragraph.extend(self._leaf(InlineField, meant.place, form))
        replace(control, paragraph)
        level = self._styles.heading_level(value_of(paragraph, "pPr/pStyle"))
        self.deepest_heading = max(self.deepest_heading, level or 0)
        self._mark_paragraph(paragraph, level, droppable=True)

    def _cell(self, control: etree._Element, meant: Named, scopes: Sequence[str]) -> None:
        """A control round a cell: the cell stays, its content is the field."""
        cell = next(content_of(control).iter(w("tc")))
        form = text_form(paragraph_properties(control), run_properties(control), self._styles)
        for old in [one for one in cell if one.tag != w("tcPr")]:
            cell.remove(old)
        cell.extend(self._leaf(BlockField, meant.place, form))
        replace(control, cell)
        self._container(cell, scopes)

    def _leaf(
        self, kind: type[InlineField] | type[LineEndField] | type[BlockField], place: Place, form: TextForm
    ) -> tuple[etree._Element, etree._Element]:
        return self.marks.opening(lambda _: kind(place, form)), self.marks.closing()


def _table_node(has_own_rows: bool, parts: list[Pieces]) -> Node:
    return Table(parts[0], has_own_rows)


def _paragraph_node(level: int | None, droppable: bool, parts: list[Pieces]) -> Node:
    opening, body, _ = parts
    return Paragraph("".join(one for one in opening if isinstance(one, str)), body, level, droppable)


def _foreign_node(parts: list[Pieces]) -> Node:
    opening, body, closing = parts
    return ForeignControl(opening, body, closing)


def _wrapper_node(kind: type[Repeat] | type[Condition], place: Place, parts: list[Pieces]) -> Node:
    return kind(place, parts[0])
