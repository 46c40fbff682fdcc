"""A Word file as a package of parts, let in by the gate for files from outside: it may come from anywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.gate import markup
from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.gate.kinds import Kind, kind_of
from referatdesk.documents.gate.relations import Relation, relations_in, relations_part
from referatdesk.documents.gate.zipped import Zipped
from referatdesk.documents.word.findings import TemplateError, TemplateFinding
from referatdesk.documents.word.names import (
    CONTENT_TYPES,
    DOCUMENT_RELATION,
    DOCUMENT_TYPE,
    TEMPLATE_TYPE,
)

ROOT_RELATIONS = "_rels/.rels"
TYPES_PART = "[Content_Types].xml"
_ACTIVE_TYPE = re.compile("macroEnabled|vbaProject|activeX|oleObject|chunk", re.IGNORECASE)
_ACTIVE_RELATION = re.compile("/(attachedTemplate|oleObject|aFChunk|frame|subDocument|control|vbaProject)$")

_REFUSALS = {"too_large": "file.too_large", "protected": "file.protected", "empty": "file.not_word"}
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"


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
        return _relations(self.parts[name], source)

    def related(self, source: str, kind: str) -> str | None:
        """The part that `source` points at by this kind of relation."""
        targets = (one.target for one in self.relations(source) if one.kind == kind and not one.external)
        return next((target for target in targets if target in self.parts), None)

    @property
    def main(self) -> str:
        """The name of the document itself."""
        kinds = [one.kind for one in self.relations("")]
        if kinds.count(DOCUMENT_RELATION) > 1:
            raise TemplateError([TemplateFinding("file.several_documents")])
        name = self.related("", DOCUMENT_RELATION)
        if name is None:
            strict = _STRICT_RELATION in kinds
            raise TemplateError([TemplateFinding("file.strict" if strict else "file.not_word")])
        return name


def _refused(error: GateError) -> TemplateError:
    return TemplateError([TemplateFinding(_REFUSALS.get(error.code, "file.unreadable"))])


def parsed(content: bytes) -> etree._Element:
    """The root of a part; raises TemplateError for one that the gate refuses."""
    try:
        return markup.parsed(content)
    except GateError as error:
        raise _refused(error) from None


def _relations(content: bytes, source: str) -> list[Relation]:
    try:
        return list(relations_in(content, source))
    except GateError as error:
        raise _refused(error) from None


def read_package(content: bytes) -> Package:
    """The parts of a .docx or .dotx; raises TemplateError for what the gate refuses and for what is no Word file."""
    try:
        if kind_of(content) is Kind.OLD_WORD:
            raise TemplateError([TemplateFinding("file.old_format")])
        package = Package(_parts(content))
    except GateError as error:
        raise _refused(error) from None
    if TYPES_PART not in package.parts or ROOT_RELATIONS not in package.parts:
        raise TemplateError([TemplateFinding("file.not_word")])
    kind = main_type(package) or ""
    if _ACTIVE_TYPE.search(kind):
        raise TemplateError([TemplateFinding("part.unsupported", package.main)])
    if kind not in {DOCUMENT_TYPE, TEMPLATE_TYPE}:
        raise TemplateError([TemplateFinding("file.not_word")])
    return package


def _parts(content: bytes) -> dict[str, bytes]:
    archive = Zipped(content)
    try:
        return {name: archive.read(name) or b"" for name in archive.names}
    finally:
        archive.close()


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
        active += [one.target for one in _relations(package.parts[source], "") if _is_active(one)]
    return [TemplateFinding("part.unsupported", name.lstrip("/")) for name in dict.fromkeys(active)]


def _is_active(relation: Relation) -> bool:
    outside = relation.external and relation.name != "hyperlink"
    return outside or bool(_ACTIVE_RELATION.search(relation.kind))
