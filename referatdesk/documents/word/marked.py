"""A template whose parts are marked where values go, and all that was found wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.word.changes import accept_changes, unwrap_smart_tags
from referatdesk.documents.word.contents import Contents, mark_contents
from referatdesk.documents.word.faults import faults_in, unreachable_fields
from referatdesk.documents.word.findings import TemplateFinding
from referatdesk.documents.word.forms import REQUIRED_STYLES
from referatdesk.documents.word.marking import Marker
from referatdesk.documents.word.names import STYLES_RELATION, R
from referatdesk.documents.word.nodes import Pieces
from referatdesk.documents.word.package import Package
from referatdesk.documents.word.styles import HEADINGS, Styles
from referatdesk.documents.word.xml import hoist_namespaces

_MARGINS = (f"{R}/header", f"{R}/footer")
_NOTES = (f"{R}/footnotes", f"{R}/endnotes", f"{R}/comments")


@dataclass(frozen=True, slots=True)
class Marked:
    """The roots and markers of the document (first) and of its headers and footers."""

    styles: Styles
    roots: dict[str, etree._Element]
    markers: dict[str, Marker]
    contents: Contents
    findings: tuple[TemplateFinding, ...]

    @property
    def has_rich_text(self) -> bool:
        return any(marker.rich for marker in self.markers.values())

    @property
    def repeats(self) -> frozenset[str]:
        return frozenset(name for marker in self.markers.values() for name in marker.repeats)

    def pieces(self, main: str) -> dict[str, Pieces]:
        """The parts that values go into, cut at their marks."""
        filled = {name: one for name, one in self.roots.items() if name == main or self.markers[name].fields}
        return {name: self.markers[name].marks.cut(one) for name, one in filled.items()}


def marked_template(package: Package) -> Marked:
    main = package.main
    styles_name = package.related(main, STYLES_RELATION)
    styles = Styles(package.tree(styles_name) if styles_name else None)
    roots = {name: package.tree(name) for name in (main, *_parts_of(package, _MARGINS))}
    markers = {name: Marker(styles) for name in roots}
    findings = list(_looked_through(roots))
    for name in _parts_of(package, _NOTES):
        findings += unreachable_fields(package.tree(name))
    contents, misplaced = mark_contents(roots[main], markers[main].marks, styles)
    findings += misplaced
    for name, root in roots.items():
        markers[name].mark(root)
        findings += markers[name].findings
    findings += _missing(markers, styles, findings)
    return Marked(styles, roots, markers, contents, tuple(dict.fromkeys(findings)))


def _looked_through(roots: dict[str, etree._Element]) -> Iterator[TemplateFinding]:
    """Makes each part ready to be marked, and says what in it cannot work."""
    for root in roots.values():
        hoist_namespaces(root)
        unwrap_smart_tags(root)
        nearby = accept_changes(root)
        if nearby is not None:
            yield TemplateFinding("change.tracked", "", nearby)
        yield from faults_in(root)


def _missing(markers: dict[str, Marker], styles: Styles, findings: list[TemplateFinding]) -> Iterator[TemplateFinding]:
    if all(one.is_warning for one in findings) and not any(marker.fields for marker in markers.values()):
        yield TemplateFinding("field.none")
    if any(marker.rich for marker in markers.values()):
        deepest = max(marker.deepest_heading for marker in markers.values())
        wanted = [*REQUIRED_STYLES, f"heading {min(deepest + 1, HEADINGS[-1])}"]
        for name in wanted:
            if styles.id_of(name) is None:
                yield TemplateFinding("style.missing", name)


def _parts_of(package: Package, kinds: tuple[str, ...]) -> list[str]:
    """The parts that the document points at by these kinds of relation."""
    targets = (one.target for one in package.relations(package.main) if one.kind in kinds)
    return [name for name in dict.fromkeys(targets) if name in package.parts]
