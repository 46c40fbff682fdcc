"""A Word file as a package of parts, read with care: it may come from anywhere."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.word.findings import TemplateError, TemplateFinding
from referatdesk.documents.word.names import (
    CONTENT_TYPES,
    DOCUMENT_RELATION,
    DOCUMENT_TYPE,
    RELATIONSHIPS,
    TEMPLATE_TYPE,
)

MAX_FILE = 30_000_000
MAX_ENTRIES = 2_000
MAX_UNPACKED = 150_000_000
ROOT_RELATIONS = "_rels/.rels"
TYPES_PART = "[Content_Types].xml"
_ACTIVE_TYPE = re.compile("macroEnabled|vbaProject|activeX|oleObject|chunk", re.IGNORECASE)
_ACTIVE_RELATION = re.compile("/(attachedTemplate|oleObject|aFChunk|frame|subDocument|control|vbaProject)$")


@dataclass(frozen=True, slots=True)
class Relation:
    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts by name, in the order of the file. Names have no leading slash."""

    parts: dict[str, bytes]

    def tree(self, name: str) -> etree._Element:
        return parsed(self.parts[name])

    def relations(self, source: str) -> list[Relation]:
        """The relations of a part ("" for the package), targets as part names."""
        name = relations_part(source)
        if name not in self.parts:
            return []
        folder = posixpath.dirname(source)
        return [_relation(one, folder) for one in self.tree(name).iter(f"{{{RELATIONSHIPS}}}Relationship")]

    def related(self, source: str, kind: str) -> str | None:
        """The part that `source` points at by this kind of relation."""
        targets = (one.target for one in self.relations(source) if one.kind == kind and not one.external)
        return next((target for target in targets if target in self.parts), None)

    @property
    def main(self) -> str:
        """The name of the document itself."""
        name = self.related("", DOCUMENT_RELATION)
        if name is None:
            raise TemplateError([TemplateFinding("file.not_word")])
        return name


def relations_part(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relation(element: etree._Element, folder: str) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Id", ""), element.get("Type", ""), target, external)


def parsed(content: bytes) -> etree._Element:
    """The root of a part; one that declares a document type or is no XML raises TemplateError."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise TemplateError([TemplateFinding("file.unreadable")])
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True, remove_comments=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise TemplateError([TemplateFinding("file.unreadable")]) from None


def read_package(content: bytes) -> Package:
    """The parts of a .docx or .dotx; raises TemplateError for what is too large, damaged or no Word file."""
    if len(content) > MAX_FILE:
        raise TemplateError([TemplateFinding("file.too_large")])
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            if len(entries) > MAX_ENTRIES or sum(one.file_size for one in entries) > MAX_UNPACKED:
                raise TemplateError([TemplateFinding("file.too_large")])
            package = Package({one.filename: archive.read(one) for one in entries})
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise TemplateError([TemplateFinding("file.unreadable")]) from None
    if TYPES_PART not in package.parts or ROOT_RELATIONS not in package.parts:
        raise TemplateError([TemplateFinding("file.not_word")])
    kind = main_type(package) or ""
    if _ACTIVE_TYPE.search(kind):
        raise TemplateError([TemplateFinding("part.unsupported", package.main)])
    if kind not in {DOCUMENT_TYPE, TEMPLATE_TYPE}:
        raise TemplateError([TemplateFinding("file.not_word")])
    return package


def main_type(package: Package) -> str | None:
    """The content type of the document."""
    wanted = f"/{package.main}".casefold()
    overrides = package.tree(TYPES_PART).iter(f"{{{CONTENT_TYPES}}}Override")
    return next((one.get("ContentType") for one in overrides if one.get("PartName", "").casefold() == wanted), None)


def unsupported_parts(package: Package) -> list[TemplateFinding]:
    """Active or foreign content that must never reach an output: macros, embedded objects, templates elsewhere."""
    types = package.tree(TYPES_PART).iter(f"{{{CONTENT_TYPES}}}Override", f"{{{CONTENT_TYPES}}}Default")
    active = [
        one.get("PartName") or one.get("Extension") or ""
        for one in types
        if _ACTIVE_TYPE.search(one.get("ContentType", ""))
    ]
    sources = [name for name in package.parts if name.endswith(".rels")]
    for source in sources:
        relations = parsed(package.parts[source]).iter(f"{{{RELATIONSHIPS}}}Relationship")
        active += [one.get("Target", "") for one in relations if _is_active(one)]
    return [TemplateFinding("part.unsupported", name.lstrip("/")) for name in dict.fromkeys(active)]


def _is_active(relation: etree._Element) -> bool:
    kind = relation.get("Type", "")
    outside = relation.get("TargetMode") == "External" and not kind.endswith("/hyperlink")
    return outside or bool(_ACTIVE_RELATION.search(kind))
