"""What the parts of a Word package point at, and which of it lies outside the package."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.gate.markup import parsed

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = f"{{{RELATIONSHIPS}}}Relationship"
_LINK_STARTS = ("https://", "http://", "mailto:")
_ELSEWHERE = re.compile(r"[a-z][a-z\d+.-]*:|[\\/]{2}", re.IGNORECASE)
"""How an address begins that leads out of the package, whatever its mode says."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One pointer; `kind` is its whole type, `target` the name of a part, or an address where it is external."""

    id: str
    kind: str
    target: str
    external: bool

    @property
    def name(self) -> str:
        """The last word of its type: "image", "hyperlink", "attachedTemplate" …"""
        return self.kind.rpartition("/")[2]


def relations_part(source: str) -> str:
    """The part that holds the relations of `source` ("" for the package)."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_in(raw: bytes, source: str) -> Iterator[Relation]:
    """The relations of `source` as they stand in the bytes of its relations part."""
    folder = posixpath.dirname(source)
    for one in parsed(raw).iter(_RELATION):
        yield _relation(one, folder)


def _relation(element: etree._Element, folder: str) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode", "").casefold() == "external" or _ELSEWHERE.match(target) is not None
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Id", ""), element.get("Type", ""), target, external)


def safe_link(address: str) -> str | None:
    """The address where it is one that a reader may be led to: a page or a mail; nothing that runs or opens a file."""
    plain = address.strip()
    seen = plain.isprintable() and " " not in plain
    return plain if seen and plain.lower().startswith(_LINK_STARTS) else None
