"""The package of a Word file and the parts of it that a reader needs."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from referatdesk.documents.gate.markup import parsed
from referatdesk.documents.gate.relations import Relation, relations_in, relations_part
from referatdesk.documents.gate.zipped import Zipped
from referatdesk.documents.reading.errors import ReadingError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = tuple(
    (f"http://purl.oclc.org/ooxml/{strict}".encode(), usual.encode())
    for strict, usual in (
        ("wordprocessingml/main", W),
        ("officeDocument/relationships", R),
        ("officeDocument/math", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("drawingml/picture", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ("drawingml/main", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        (
            "drawingml/wordprocessingDrawing",
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        ),
    )
)
"""Word's strict form names everything differently and says the same."""


def w(name: str) -> str:
    return f"{{{W}}}{name}"


_VAL = w("val")


def value(element: etree._Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(_VAL if name == "val" else w(name))


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as bold is set; without a value it is."""
    return element is not None and value(element) not in {"0", "false", "off", "none"}


class WordPackage:
    """The parts of a Word file, each parsed when it is asked for."""

    def __init__(self, zipped: Zipped) -> None:
        self._zip = zipped
        self.main, self.document = self._main_part()

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, None where the package has no such part."""
        raw = self._zip.read(name)
        if raw is None:
            return None
        for strict, usual in _STRICT:
            raw = raw.replace(strict, usual)
        return parsed(raw)

    def beside(self, kind: str) -> etree._Element | None:
        """The part that the main part points at as its "styles", "numbering", "footnotes" …"""
        name = self.name_beside(kind)
        return None if name is None else self.part(name)

    def name_beside(self, kind: str) -> str | None:
        pointers = self.relations(self.main).values()
        return next((one.target for one in pointers if one.name == kind and not one.external), None)

    def relations(self, part: str) -> Mapping[str, Relation]:
        raw = self._zip.read(relations_part(part))
        return {} if raw is None else {one.id: one for one in relations_in(raw, part)}

    def content(self, name: str) -> bytes | None:
        """The bytes of a part as they lie in the package."""
        return self._zip.read(name)

    def _main_part(self) -> tuple[str, etree._Element]:
        for relation in self.relations("").values():
            if relation.name == "officeDocument" and not relation.external:
                root = self.part(relation.target)
                if root is not None and root.tag == w("document"):
                    return relation.target, root
        raise ReadingError("broken", reason="word")
