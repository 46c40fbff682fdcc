"""The package of a Word file opened: nothing in it is trusted before its size and its form are known."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from referatdesk.documents.reading.errors import ReadingError

MAX_FILE_BYTES = 64_000_000
MAX_ENTRIES = 5_000
MAX_PART_BYTES = 48_000_000
MAX_RATIO = 400
"""A part that unpacks to more than this many times its packed size is refused; real Word parts reach about 60."""
FREE_PART_BYTES = 1_000_000
"""Small parts may pack as well as they like."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OLE_MARK = bytes.fromhex("d0cf11e0a1b11ae1")
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.encode()),
)


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def value(element: etree._Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(w(name))


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as bold is set; without a value it is."""
    return element is not None and value(element) not in {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Relation:
    kind: str
    target: str
    external: bool


class WordPackage:
    """The parts of a Word file that a reader needs, each parsed when it is asked for."""

    def __init__(self, path: Path) -> None:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise ReadingError("too_large", limit=MAX_FILE_BYTES)
        _refuse_other_files(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError) as error:
            raise ReadingError("not_word") from error
        if len(self._zip.infolist()) > MAX_ENTRIES:
            raise ReadingError("too_large", limit=MAX_ENTRIES)
        self.main = self._main_part()

    def close(self) -> None:
        self._zip.close()

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, None where the package has no such part."""
        raw = self._bytes(name)
        return None if raw is None else _parsed(raw)

    def beside(self, kind: str) -> etree._Element | None:
        """The part that the main part points at as its "styles", "numbering", "footnotes" …"""
        for relation in self.relations(self.main).values():
            if relation.kind == kind and not relation.external:
                return self.part(relation.target)
        return None

    def relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for one in () if root is None else root.iter(_RELATIONS):
            target, external = one.get("Target", ""), one.get("TargetMode") == "External"
            inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = Relation(kind, target if external else inside.lstrip("/"), external)
        return found

    def _main_part(self) -> str:
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.external:
                root = self.part(relation.target)
                if root is not None and root.tag == w("document"):
                    return relation.target
        raise ReadingError("not_word")

    def _bytes(self, name: str) -> bytes | None:
        try:
            entry = self._zip.getinfo(name)
        except KeyError:
            return None
        if entry.flag_bits & 1:
            raise ReadingError("protected")
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > MAX_PART_BYTES or (entry.file_size > FREE_PART_BYTES and ratio > MAX_RATIO):
            raise ReadingError("too_large", limit=MAX_PART_BYTES)
        try:
            with self._zip.open(entry) as stream:
                return stream.read(MAX_PART_BYTES)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise ReadingError("unreadable", reason="damaged") from error


def _refuse_other_files(path: Path) -> None:
    with path.open("rb") as stream:
        start = stream.read(8)
        if not start:
            raise ReadingError("empty")
        if start == _OLE_MARK:
            encrypted = "EncryptedPackage".encode("utf-16-le") in start + stream.read(4_000_000)
            raise ReadingError("protected" if encrypted else "not_word")
    if not start.startswith(b"PK"):
        raise ReadingError("not_word")


def _parsed(raw: bytes) -> etree._Element:
    head = raw[:4096]
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or "<!DOCTYPE".encode("utf-16-le") in head:
        raise ReadingError("unreadable", reason="dtd")
    for strict, usual in _STRICT:
        raw = raw.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError("unreadable", reason="xml") from error
