"""A template for a copy that is made public: what tells of machines, people and programs behind it is taken out.

Word keeps in every file which company owns it, who edited it and in how many sittings, on which printer it was laid
out, and what the archive system knows of it. Nothing of that is needed to show the document: settings and parts are
kept by a list of those that a reader needs, and what tells of people is taken out of what is kept. What a field of the
document prints (a company, a property) stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from referatdesk.documents.gate.pictures import media_type
from referatdesk.documents.gate.relations import relations_part
from referatdesk.documents.picture_facts import without_facts
from referatdesk.documents.word.archive import entry, packed
from referatdesk.documents.word.names import CONTENT_TYPES, CORE_RELATION, DOCUMENT_RELATION, STYLES_RELATION, R, w
from referatdesk.documents.word.package import ROOT_RELATIONS, TYPES_PART, Package, parsed, read_package
from referatdesk.documents.word.scrubbing import hidden_styles_in, scrub

_EXTENDED = f"{R}/extended-properties"
_CUSTOM = f"{R}/custom-properties"
_NEEDED_OF_FILE = frozenset({DOCUMENT_RELATION, CORE_RELATION, _EXTENDED, _CUSTOM})
_NEEDED_OF_PARTS = re.compile(
    "/(styles|numbering|settings|fontTable|font|theme|themeOverride|header|footer|footnotes|endnotes|image|hyperlink"
    "|chart|chartStyle|chartColorStyle|chartUserShapes|diagram\\w+)$"
)
_PRINTED_FACTS = frozenset({"Company", "Manager"})
_FIELDS = re.compile(r"<w:instrText[^>]*>([^<]*)</w:instrText>|w:instr=\"([^\"]*)\"")
_PROPERTY_FIELDS = ("DOCPROPERTY", "INFO", "DOCVARIABLE")

_LAST_PLACE = re.compile(rb'<w:bookmarkStart [^<>]*w:name="_GoBack"[^<>]*/>')
_BOOKMARK_ID = re.compile(rb'w:id="(\d+)"')

_NEEDED_SETTINGS = frozenset(
    (
        *("view", "zoom", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "gutterAtTop"),
        *("bordersDoNotSurroundFooter", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit"),
        *("hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "characterSpacingControl", "footnotePr"),
        *("endnotePr", "compat", "mathPr", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"),
        *("displayBackgroundShape", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "updateFields"),
        *("bookFoldPrinting", "bookFoldPrintingSheets", "noLineBreaksAfter", "noLineBreaksBefore", "shapeDefaults"),
        *("hdrShapeDefaults", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "docVars"),
    )
)


def cleaned(content: bytes) -> bytes:
    """The .docx or .dotx without what a reader does not need; raises TemplateError as `read_package` does."""
    package = read_package(content)
    fields = _field_words(package)
    hidden = _hidden_styles(package)
    parts = {name: _cleaned_part(name, part, fields, hidden) for name, part in package.parts.items()}
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


def _hidden_styles(package: Package) -> frozenset[str]:
    name = package.related(package.main, STYLES_RELATION)
    return hidden_styles_in(package.tree(name)) if name else frozenset()


def _cleaned_part(name: str, part: bytes, fields: str, hidden_styles: frozenset[str]) -> bytes:
    if media_type(part) is not None:
        return without_facts(part)
    if name.endswith("/settings.xml"):
        part = _cleaned_settings(part, fields)
    if name.startswith("word/") and name.endswith(".xml"):
        root = parsed(part)
        part = _written(root) if scrub(root, hidden_styles) else part
        return _without_last_place(part)
    if name == "docProps/app.xml":
        return _without(part, lambda one: not _is_printed(etree.QName(one).localname, fields, _PRINTED_FACTS))
    if name == "docProps/custom.xml":
        return _without(part, lambda one: not _is_printed(one.get("name", ""), fields))
    return part


def _cleaned_settings(part: bytes, fields: str) -> bytes:
    """Variables are needed as far as a field prints them."""
    root = parsed(part)
    unneeded = [one for one in root if etree.QName(one).localname not in _NEEDED_SETTINGS]
    unprinted = [one for one in root.iter(w("docVar")) if not _is_printed(one.get(w("name"), ""), fields)]
    for one in (*unneeded, *unprinted):
        holder = one.getparent()
        if holder is not None:
            holder.remove(one)
    for holder in root.findall(w("docVars")):
        if not len(holder):
            root.remove(holder)
    return _written(root) if unneeded or unprinted else part


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
        return not _NEEDED_OF_PARTS.search(kind)

    return _without(parts[name], is_unneeded)


def _is_empty(relation: etree._Element, parts: Mapping[str, bytes]) -> bool:
    """Whether nothing is left of the properties that it leads to."""
    part = parts.get(relation.get("Target", "").lstrip("/"))
    return part is None or not len(parsed(part))


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
