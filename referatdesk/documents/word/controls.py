"""Content controls: what their tags name, where they stand, and how their text is dressed."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from referatdesk.documents.word.fields import (
    CONDITION_PREFIX,
    FIELDS,
    REPEATS,
    ROOT,
    SECTION_NAMES,
    TAG_PREFIX,
    nearest_name,
    normal_name,
)
from referatdesk.documents.word.findings import TemplateFinding
from referatdesk.documents.word.names import W15, w
from referatdesk.documents.word.nodes import Place
from referatdesk.documents.word.xml import child, text_near, value_of


class Level(Enum):
    """What a control holds: text on a line, paragraphs, a table row, a cell."""

    INLINE = "inline"
    BLOCK = "block"
    ROW = "row"
    CELL = "cell"


_CONTENT_LEVELS = {w("p"): Level.BLOCK, w("tbl"): Level.BLOCK, w("tr"): Level.ROW, w("tc"): Level.CELL}

_LEVELS_WITHIN = {w("tbl"): Level.ROW, w("tr"): Level.CELL} | {
    w(name): Level.BLOCK for name in ("body", "tc", "hdr", "ftr", "txbxContent")
}
"""What a control without content is taken for, by the element that it stands in."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a tag means at its place. `scopes` are the names of the scopes inside a repeat."""

    kind: str
    place: Place
    scopes: tuple[str, ...]
    rich: bool = False


def control_name(control: etree._Element) -> str | None:
    """The field, repeat or condition that a control names; None for one that is not ours.

    Word shows a title above the tag, and many write the name there.
    """
    name = normal_name(value_of(control, "sdtPr/tag") or "")
    return name if name is not None else normal_name(value_of(control, "sdtPr/alias") or "")


def unmarked_name(control: etree._Element) -> str | None:
    """A name of the vocabulary in a tag that lacks what marks it as ours."""
    name = normal_name(TAG_PREFIX + (value_of(control, "sdtPr/tag") or "")) or ""
    return name if name.removeprefix(CONDITION_PREFIX) in FIELDS or name in REPEATS else None


def is_repeat(name: str) -> bool:
    return name in REPEATS


def content_of(control: etree._Element) -> etree._Element:
    content = control.find(w("sdtContent"))
    return etree.SubElement(control, w("sdtContent")) if content is None else content


def level_of(control: etree._Element) -> Level:
    for one in content_of(control).iter(etree.Element):
        if one.tag in _CONTENT_LEVELS:
            return _CONTENT_LEVELS[one.tag]
        if one.tag == w("r"):
            return Level.INLINE
    parent = control.getparent()
    return Level.INLINE if parent is None else _LEVELS_WITHIN.get(parent.tag, Level.INLINE)


def repeated_content(control: etree._Element) -> list[etree._Element]:
    """What a repeat repeats: its first item, where Word has wrapped the items in controls of their own."""
    content = content_of(control)
    items = [
        one
        for one in content.iterchildren(w("sdt"))
        if one.find(f"{w('sdtPr')}/{{{W15}}}repeatingSectionItem") is not None
    ]
    return list(content_of(items[0])) if items else list(content)


def named(name: str, scopes: Sequence[str]) -> Named | str:
    """What a name means inside these scopes, or the code of what is wrong with it."""
    if name.startswith(CONDITION_PREFIX):
        return _condition(name.removeprefix(CONDITION_PREFIX), scopes)
    if name in REPEATS:
        return _repeat(name, scopes)
    return _field(name, scopes)


def _field(name: str, scopes: Sequence[str]) -> Named | str:
    spec = FIELDS.get(name)
    if spec is None:
        return "field.unknown"
    if spec.scope not in scopes:
        return "field.outside_repeat"
    return Named("field", Place(_innermost(scopes, (spec.scope,)), name), tuple(scopes), spec.rich)


def _repeat(name: str, scopes: Sequence[str]) -> Named | str:
    parents, scope = REPEATS[name].parents, REPEATS[name].scope
    if scope in scopes and scope not in parents:
        return "repeat.inside_itself"
    if not set(parents) & set(scopes):
        return "field.outside_repeat"
    return Named("repeat", Place(_innermost(scopes, parents), name), (*scopes, scope))


def _condition(name: str, scopes: Sequence[str]) -> Named | str:
    full = f"punkt.{name}" if name in SECTION_NAMES else name
    meant = _repeat(full, scopes) if full in REPEATS else _field(full, scopes)
    return meant if isinstance(meant, str) else Named("condition", meant.place, tuple(scopes))


def _innermost(scopes: Sequence[str], wanted: Sequence[str]) -> int:
    return max(depth for depth, scope in enumerate(scopes) if scope in wanted)


def finding(code: str, name: str, control: etree._Element) -> TemplateFinding:
    """The fault of a control, with what helps to mend it: the nearest name, or the repeat that it belongs to."""
    return TemplateFinding(code, name, text_near(control), _suggestion(code, name))


def _suggestion(code: str, name: str) -> str:
    if code == "field.unknown":
        return nearest_name(name)
    return _home(name) if code == "field.outside_repeat" else ""


def _home(name: str) -> str:
    bare = name.removeprefix(CONDITION_PREFIX)
    if bare in REPEATS:
        return next((parent for parent in REPEATS[bare].parents if parent != ROOT), ROOT)
    return FIELDS[bare].scope if bare in FIELDS else "punkter"


def paragraph_properties(control: etree._Element) -> etree._Element | None:
    """The w:pPr of the first paragraph in a control, without what belongs to that one paragraph alone."""
    return _shared_properties(next(content_of(control).iter(w("p")), None))


def following_properties(line: etree._Element) -> etree._Element | None:
    """The w:pPr of paragraphs that go on with the text of this one: a number that it has is not repeated."""
    return _shared_properties(line, "numPr")


def _shared_properties(paragraph: etree._Element | None, *more: str) -> etree._Element | None:
    properties = child(paragraph, "pPr")
    if properties is None:
        return None
    properties = deepcopy(properties)
    for name in ("rPr", "sectPr", "pPrChange", *more):
        for one in properties.findall(w(name)):
            properties.remove(one)
    return properties


def run_properties(control: etree._Element) -> etree._Element | None:
    """How the control's text is dressed; the grey of a placeholder is not part of it."""
    chosen = child(control, "sdtPr/rPr")
    if chosen is not None:
        return deepcopy(chosen)
    shown = child(next(content_of(control).iter(w("r")), None), "rPr")
    if shown is None:
        return None
    properties = deepcopy(shown)
    if child(control, "sdtPr/showingPlcHdr") is not None:
        for style in properties.findall(w("rStyle")):
            properties.remove(style)
    return properties
