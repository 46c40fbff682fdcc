"""The parts of a package that change with every output, prepared while the template is compiled."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.gate.relations import relations_part
from referatdesk.documents.word.names import (
    CONTENT_TYPES,
    CORE_RELATION,
    CORE_TYPE,
    DOCUMENT_TYPE,
    NUMBERING_RELATION,
    NUMBERING_TYPE,
    RELATIONSHIPS,
    TEMPLATE_TYPE,
)
from referatdesk.documents.word.nodes import Pieces
from referatdesk.documents.word.package import ROOT_RELATIONS, TYPES_PART, Package, parsed
from referatdesk.documents.word.xml import cut_in_two

_EMPTY_RELATIONS = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
DEFAULT_CORE = "docProps/core.xml"


@dataclass(frozen=True, slots=True)
class FilledPart:
    """A part with values in it: its pieces, and its relations cut where links are added."""

    name: str
    pieces: Pieces
    relations_head: str
    relations_tail: str

    @property
    def relations_name(self) -> str:
        return relations_part(self.name)

    def relations(self, added: str) -> bytes:
        """The part's relations with these added."""
        added = added.replace("<Relationship ", f'<Relationship xmlns="{RELATIONSHIPS}" ')
        return f"{self.relations_head}{added}{self.relations_tail}".encode()


def filled_part(package: Package, name: str, pieces: Pieces) -> FilledPart:
    root = parsed(package.parts.get(relations_part(name), _EMPTY_RELATIONS))
    head, tail = cut_in_two(root, len(root))
    return FilledPart(name, pieces, head, tail)


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def prepared(package: Package, with_lists: bool) -> Package:
    """The package as a document: its main part no template, with properties and, for rich text, a numbering part."""
    parts = dict(package.parts)
    types = parsed(parts[TYPES_PART])
    changed = _as_document(types)
    core = package.related("", CORE_RELATION)
    if core is None:
        parts[DEFAULT_CORE] = b""
        parts[ROOT_RELATIONS] = _with_relation(parts[ROOT_RELATIONS], CORE_RELATION, DEFAULT_CORE)
        _declare(types, DEFAULT_CORE, CORE_TYPE)
        changed = True
    if with_lists and package.related(package.main, NUMBERING_RELATION) is None:
        name = posixpath.join(posixpath.dirname(package.main), "numbering.xml")
        relations = relations_part(package.main)
        parts[name] = b""
        parts[relations] = _with_relation(parts.get(relations, _EMPTY_RELATIONS), NUMBERING_RELATION, f"/{name}")
        _declare(types, name, NUMBERING_TYPE)
        changed = True
    if changed:
        parts[TYPES_PART] = _serialised(types)
    return Package(parts)


def _as_document(types: etree._Element) -> bool:
    templates = [one for one in types if one.get("ContentType") == TEMPLATE_TYPE]
    for one in templates:
        one.set("ContentType", DOCUMENT_TYPE)
    return bool(templates)


def _declare(types: etree._Element, name: str, kind: str) -> None:
    etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)


def _with_relation(content: bytes, kind: str, target: str) -> bytes:
    root = parsed(content)
    taken = {one.get("Id") for one in root}
    new_id = next(name for number in range(1, len(taken) + 2) if (name := f"rIdPart{number}") not in taken)
    etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=new_id, Type=kind, Target=target)
    return _serialised(root)
