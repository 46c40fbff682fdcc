"""What a template holds: the fields, repeats and conditions that are named in it, and the styles that it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.word.controls import control_name
from referatdesk.documents.word.findings import TemplateError, TemplateFinding
from referatdesk.documents.word.names import STYLES_RELATION, R, w
from referatdesk.documents.word.package import Package, read_package
from referatdesk.documents.word.styles import Styles
from referatdesk.documents.word.template import check_template
from referatdesk.documents.word.tokens import convert_tokens
from referatdesk.documents.word.xml import child, value_of, whole_number

_HALF_POINTS = 22
"""The size of letters where nothing says another."""
_MARGINS = (f"{R}/header", f"{R}/footer")


@dataclass(frozen=True, slots=True)
class Holding:
    """The names of the controls of a template, then those that are typed, each once; `tokens` counts the typed ones."""

    names: tuple[str, ...]
    tokens: int
    findings: tuple[TemplateFinding, ...]


def read_holding(content: bytes) -> Holding:
    """All that can be said of a template, whatever is wrong with it."""
    try:
        made = convert_tokens(content)
        names = dict.fromkeys((*_names(read_package(content)), *made.names))
    except TemplateError as error:
        return Holding((), 0, error.findings)
    found = check_template(made.content)
    if made.findings:
        found = tuple(one for one in found if one.code not in {"field.none", "token.left"})
    return Holding(tuple(names), made.tokens, tuple(dict.fromkeys((*made.findings, *found))))


def _names(package: Package) -> list[str]:
    main = package.main
    margins = [one.target for one in package.relations(main) if one.kind in _MARGINS]
    parts = [package.tree(name) for name in dict.fromkeys((main, *margins)) if name in package.parts]
    named = (control_name(control) for part in parts for control in part.iter(w("sdt")))
    return [name for name in named if name]


@dataclass(frozen=True, slots=True)
class StyleLook:
    """A paragraph style as it looks: `points` is the size of its letters, `colour` six hexadecimal digits or ""."""

    name: str
    family: str
    points: float
    bold: bool
    italic: bool
    colour: str


def paragraph_styles(content: bytes) -> tuple[StyleLook, ...]:
    """The paragraph styles of a template that running text may be set in: no headings, and none that Word hides."""
    package = read_package(content)
    name = package.related(package.main, STYLES_RELATION)
    if name is None:
        return ()
    root = package.tree(name)
    listed = {one.get(w("styleId"), ""): one for one in root.iterfind(w("style"))}
    styles = Styles(root)
    offered = [one for key, one in listed.items() if _is_offered(one) and styles.heading_level(key) is None]
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    return tuple(_look(one, listed, defaults) for one in offered)


def _is_offered(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.find(w("semiHidden")) is None


def _look(style: etree._Element, listed: Mapping[str, etree._Element], defaults: etree._Element | None) -> StyleLook:
    """What the style says, else what it is based on, else the document's defaults."""
    chain: list[etree._Element] = []
    one: etree._Element | None = style
    while one is not None and one not in chain:
        chain.append(one)
        one = listed.get(value_of(one, "basedOn") or "")
    letters = [found for found in (*(child(each, "rPr") for each in chain), defaults) if found is not None]
    return StyleLook(
        name=value_of(style, "name") or style.get(w("styleId")) or "",
        family=next((family for each in letters if (family := _family(each))), ""),
        points=next((size for each in letters if (size := whole_number(value_of(each, "sz")))), _HALF_POINTS) / 2,
        bold=_is_on(letters, "b"),
        italic=_is_on(letters, "i"),
        colour=next((colour for each in letters if (colour := value_of(each, "color")) and colour != "auto"), ""),
    )


def _family(letters: etree._Element) -> str:
    fonts = letters.find(w("rFonts"))
    return "" if fonts is None else fonts.get(w("ascii"), "")


def _is_on(letters: Sequence[etree._Element], name: str) -> bool:
    found = next((mark for each in letters if (mark := each.find(w(name))) is not None), None)
    return found is not None and found.get(w("val"), "1") not in {"0", "false", "off"}
