"""A template for a copy that is made public: what tells of machines, people and programs behind it is taken out.

Word keeps in every file which company owns it, who edited it and in how many sittings, on which printer it was laid
out, and what the archive system knows of it. Nothing of that is needed to show the document. What a field of the
document prints (a company, a property) stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from referatdesk.documents.gate.relations import relations_part
from referatdesk.documents.word.archive import entry, packed
from referatdesk.documents.word.names import CONTENT_TYPES, CORE_RELATION, DOCUMENT_RELATION, W14, W15, R, w
from referatdesk.documents.word.package import ROOT_RELATIONS, TYPES_PART, Package, parsed, read_package

_EXTENDED = f"{R}/extended-properties"
_CUSTOM = f"{R}/custom-properties"
_NEEDED_OF_FILE = frozenset({DOCUMENT_RELATION, CORE_RELATION, _EXTENDED, _CUSTOM})
_UNNEEDED_OF_PARTS = re.compile(
    "/(printerSettings|glossaryDocument|people|comments\\w*|attachedToolbars|keyMapCustomizations)$"
)
_PRINTED_FACTS = frozenset({"Company", "Manager"})
_FIELDS = re.compile(r"<w:instrText[^>]*>([^<]*)</w:instrText>|w:instr=\"([^\"]*)\"")
_PROPERTY_FIELDS = ("DOCPROPERTY", "INFO")

_TAG_WITH_SITTING = re.compile(rb"<w:[^<>]* w:rsid[^<>]*>")
_SITTING = re.compile(rb' w:rsid\w*="[^"]*"')
_LEFT_BEHIND = re.compile(
    rb"<w:(?:proofErr|rsid|printerSettings|commentRangeStart|commentRangeEnd|commentReference)(?: [^<>]*)?/>"
)
_LAST_PLACE = re.compile(rb'<w:bookmarkStart [^<>]*w:name="_GoBack"[^<>]*/>')
_BOOKMARK_ID = re.compile(rb'w:id="(\d+)"')

_OWN_SETTINGS = (
    w("rsids"),
    w("activeWritingStyle"),
    w("attachedTemplate"),
    w("saveThroughXslt"),
    f"{{{W14}}}docId",
    f"{{{W15}}}docId",
)


def cleaned(content: bytes) -> bytes:
    """The .docx or .dotx without what a reader does not need; raises TemplateError as `read_package` does."""
    package = read_package(content)
    fields = _field_words(package)
    parts = {name: _cleaned_part(name, part, fields) for name, part in package.parts.items()}
    for name in [name for name in parts if name.endswith(".rels")]:
        parts[name] = _cleaned_relations(name, parts)
    parts = _reachable(Package(parts))
    if parts == package.parts:
        return content
    parts[TYPES_PART] = _types_of(parts)
    return packed(entry(name, part) for name, part in parts.items())


def _field_words(package: Package) -> str:
    """The instructions of all fields of the file, one after the other."""
    texts = (part.decode(errors="replace") for name, part in package.parts.items() if name.endswith(".xml"))
    return " ".join("".join(found) for text in texts for found in _FIELDS.findall(text))


def _cleaned_part(name: str, part: bytes, fields: str) -> bytes:
    if name.startswith("word/") and name.endswith(".xml"):
        part = _TAG_WITH_SITTING.sub(lambda tag: _SITTING.sub(b"", tag[0]), part)
        part = _without_last_place(_LEFT_BEHIND.sub(b"", part))
    if name.endswith("/settings.xml"):
        unused = () if "DOCVARIABLE" in fields else (w("docVars"),)
        return _without(part, lambda one: one.tag in (*_OWN_SETTINGS, *unused))
    if name == "docProps/app.xml":
        return _without(part, lambda one: not _is_printed(etree.QName(one).localname, fields, _PRINTED_FACTS))
    if name == "docProps/custom.xml":
        return _without(part, lambda one: not _is_printed(one.get("name", ""), fields))
    return part


def _is_printed(name: str, fields: str, among: frozenset[str] | None = None) -> bool:
    """Whether a field of the document shows this property."""
    known = among is None or name in among
    return known and name.casefold() in fields.casefold() and any(field in fields for field in _PROPERTY_FIELDS)


def _without(part: bytes, is_unneeded: Callable[[etree._Element], bool]) -> bytes:
    """The part without those children of its root; as it was where there is none."""
    root = parsed(part)
    unneeded = [one for one in root if is_unneeded(one)]
    for one in unneeded:
        root.remove(one)
    return _written(root) if unneeded else part


def _without_last_place(part: bytes) -> bytes:
    """Without the bookmark in which Word remembers where somebody wrote last."""
    for start in _LAST_PLACE.findall(part):
        number = _BOOKMARK_ID.search(start)
        end = rb'<w:bookmarkEnd w:id="%s"/>' % number[1] if number else b""
        part = part.replace(start, b"", 1).replace(end, b"", 1)
    return part


def _cleaned_relations(name: str, parts: Mapping[str, bytes]) -> bytes:
    def is_unneeded(one: etree._Element) -> bool:
        kind = one.get("Type", "")
        if name == ROOT_RELATIONS:
            return kind not in _NEEDED_OF_FILE or (kind in {_EXTENDED, _CUSTOM} and _is_empty(one, parts))
        if kind == f"{R}/customXml":
            return not _is_bound(parts)
        return bool(_UNNEEDED_OF_PARTS.search(kind))

    return _without(parts[name], is_unneeded)


def _is_empty(relation: etree._Element, parts: Mapping[str, bytes]) -> bool:
    """Whether nothing is left of the properties that it leads to."""
    part = parts.get(relation.get("Target", "").lstrip("/"))
    return part is None or not len(parsed(part))


def _is_bound(parts: Mapping[str, bytes]) -> bool:
    """Whether something of the document shows what stands in a part of data beside it."""
    return any(b"<w:dataBinding " in part for name, part in parts.items() if name.startswith("word/"))


def _reachable(package: Package) -> dict[str, bytes]:
    """The parts that the document leads to, in the order of the file."""
    seen, waiting = {"", TYPES_PART}, [""]
    while waiting:
        source = waiting.pop()
        seen.add(relations_part(source))
        targets = {one.target for one in package.relations(source) if not one.external} & package.parts.keys()
        waiting += targets - seen
        seen |= targets
    return {name: part for name, part in package.parts.items() if name in seen}


def _types_of(parts: Mapping[str, bytes]) -> bytes:
    def is_gone(one: etree._Element) -> bool:
        return one.tag == f"{{{CONTENT_TYPES}}}Override" and one.get("PartName", "").lstrip("/") not in parts

    return _without(parts[TYPES_PART], is_gone)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
