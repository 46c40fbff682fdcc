"""What a template holds: the fields, repeats and conditions that are named in it, and the styles that it has."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.word.controls import control_name
from referatdesk.documents.word.findings import TemplateError, TemplateFinding
from referatdesk.documents.word.names import STYLES_RELATION, R, w
from referatdesk.documents.word.package import Package, read_package
from referatdesk.documents.word.template import check_template
from referatdesk.documents.word.tokens import convert_tokens

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


def paragraph_styles(content: bytes) -> tuple[str, ...]:
    """The names of the paragraph styles that a template offers to those who write in it."""
    package = read_package(content)
    name = package.related(package.main, STYLES_RELATION)
    listed = package.tree(name).iterfind(w("style")) if name else ()
    return tuple(_name(one) for one in listed if _is_offered(one))


def _is_offered(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.find(w("semiHidden")) is None


def _name(style: etree._Element) -> str:
    named = style.find(w("name"))
    return style.get(w("styleId"), "") if named is None else named.get(w("val"), "")
