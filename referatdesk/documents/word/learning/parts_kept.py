"""What of the package goes into the template: nothing that only the old meeting pointed at or that tells of it."""

from __future__ import annotations

import re

from lxml import etree

from referatdesk.documents.gate.relations import relations_part
from referatdesk.documents.word.archive import entry, packed
from referatdesk.documents.word.names import CONTENT_TYPES, RELATIONSHIPS, R, w
from referatdesk.documents.word.package import ROOT_RELATIONS, TYPES_PART, Package, parsed

_DROPPED_RELATIONS = re.compile(
    "/(comments|commentsExtended|commentsIds|commentsExtensible|people|customXml|custom-properties|thumbnail"
    "|attachedTemplate|stylesWithEffects|glossaryDocument|keyMapCustomizations|printerSettings|mailMergeSource|recipientData)$"
)
_DROPPED_SETTINGS = tuple(
    w(name)
    for name in (
        "attachedTemplate",
        "docVars",
        "mailMerge",
        "trackRevisions",
        "documentProtection",
        "rsids",
        "linkStyles",
    )
)
_TELLING = re.compile(r"<(TitlesOfParts|HeadingPairs|Company|Manager|HLinks|HyperlinkBase)>.*?</\1>", re.DOTALL)
_IDS = (
    f"{{{R}}}id",
    f"{{{R}}}embed",
    f"{{{R}}}link",
    f"{{{R}}}pict",
    f"{{{R}}}dm",
    f"{{{R}}}lo",
    f"{{{R}}}qs",
    f"{{{R}}}cs",
)
_NAMED_BY_ELEMENTS = re.compile(
    "/(image|hyperlink|header|footer|chart|oleObject|package|diagram[A-Za-z]*|aFChunk|video|audio)$"
)


def repacked(package: Package, changed: dict[str, etree._Element]) -> bytes:
    """The package with these parts changed, as bytes."""
    parts = package.parts | {name: serialised(root) for name, root in changed.items()}
    parts = {name: _plain(name, part) for name, part in parts.items()}
    for name in [one for one in parts if one.endswith(".rels")]:
        parts[name] = _relations_kept(parts, name)
    reached = _reached(Package(parts))
    kept = {name: part for name, part in parts.items() if name in reached}
    kept[TYPES_PART] = _types_kept(parts[TYPES_PART], set(kept))
    return packed(entry(name, part) for name, part in sorted(kept.items(), key=lambda one: one[0] != TYPES_PART))


def serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _plain(name: str, part: bytes) -> bytes:
    if name == "docProps/app.xml":
        return _TELLING.sub("", part.decode("utf-8", "replace")).encode()
    if name.endswith("settings.xml"):
        root = parsed(part)
        for one in list(root.iter(*_DROPPED_SETTINGS)):
            root.remove(one)
        return serialised(root)
    return part


def _relations_kept(parts: dict[str, bytes], name: str) -> bytes:
    """The relations without those that nothing in their part names any longer."""
    source = parts.get(_source_of(name))
    used = None if source is None or not source.lstrip().startswith(b"<") else _ids_in(source)
    root = parsed(parts[name])
    for one in list(root.iter(f"{{{RELATIONSHIPS}}}Relationship")):
        kind = one.get("Type", "")
        unused = used is not None and _NAMED_BY_ELEMENTS.search(kind) and one.get("Id") not in used
        if unused or _DROPPED_RELATIONS.search(kind):
            root.remove(one)
    return serialised(root)


def _source_of(relations: str) -> str:
    return relations.replace("_rels/", "").removesuffix(".rels")


def _ids_in(source: bytes) -> set[str]:
    return {value for one in parsed(source).iter(etree.Element) for name in _IDS if (value := one.get(name))}


def _reached(package: Package) -> set[str]:
    """The parts that something points at, with their relations."""
    found = {TYPES_PART, ROOT_RELATIONS}
    waiting = [""]
    while waiting:
        for one in package.relations(waiting.pop()):
            if not one.external and one.target in package.parts and one.target not in found:
                found |= {one.target, relations_part(one.target)}
                waiting.append(one.target)
    return found & set(package.parts)


def _types_kept(types: bytes, kept: set[str]) -> bytes:
    root = parsed(types)
    for one in list(root.iter(f"{{{CONTENT_TYPES}}}Override")):
        if one.get("PartName", "").lstrip("/") not in kept:
            root.remove(one)
    return serialised(root)
