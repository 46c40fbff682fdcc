"""What a file is by its bytes, whatever its name says."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.gate.pictures import media_type

if TYPE_CHECKING:
    from referatdesk.documents.gate.zipped import Zipped


class Kind(StrEnum):
    """Kinds of file; `kind_of_package` says what a package holds."""

    PACKAGE = "package"
    WORD = "word"
    ODT = "odt"
    PDF = "pdf"
    OLD_WORD = "old_word"
    RTF = "rtf"
    TEXT = "text"
    SPREADSHEET = "spreadsheet"
    SLIDES = "slides"
    MAIL = "mail"
    PICTURE = "picture"
    HTML = "html"
    XML = "xml"
    ARCHIVE = "archive"
    PROGRAM = "program"
    UNKNOWN = "unknown"


_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_MARK = bytes.fromhex("d0cf11e0a1b11ae1")
_ARCHIVE_MARKS = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_PROGRAM_MARKS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa")
_PDF_WITHIN = 1024
"""Readers of PDF accept other bytes in front, up to so many."""
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<!DOCTYPE html|<html|<head|<body)", re.IGNORECASE)
_MHTML = re.compile(rb"MIME-Version:", re.IGNORECASE)
_BINARY_SIGNS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ENCRYPTED_WORD = 0x0100
_STREAMS = (
    ("WordDocument", Kind.OLD_WORD),
    ("Workbook", Kind.SPREADSHEET),
    ("Book", Kind.SPREADSHEET),
    ("PowerPoint Document", Kind.SLIDES),
    ("__properties_version1.0", Kind.MAIL),
)
_ODT_TYPE = b"application/vnd.oasis.opendocument.text"
_ODT_MANIFEST = "META-INF/manifest.xml"
_FOLDERS = (("word/", Kind.WORD), ("xl/", Kind.SPREADSHEET), ("ppt/", Kind.SLIDES))


def is_pdf(start: bytes) -> bool:
    return b"%PDF-" in start[:_PDF_WITHIN]


def kind_of(content: bytes) -> Kind:
    """Raises GateError "empty" for no bytes at all and "protected" for a file locked by a password."""
    if not content:
        raise GateError("empty")
    start = content[:4096]
    if start.startswith(_OLE_MARK):
        return _ole_kind(content)
    if is_pdf(start):
        return Kind.PDF
    if start.startswith(b"{\\rtf"):
        return Kind.RTF
    for marks, kind in ((_ZIP_MARKS, Kind.PACKAGE), (_ARCHIVE_MARKS, Kind.ARCHIVE), (_PROGRAM_MARKS, Kind.PROGRAM)):
        if start.startswith(marks) and (kind is not Kind.PROGRAM or _BINARY_SIGNS.search(start)):
            return kind
    return _kind_of_other(content, start)


def _kind_of_other(content: bytes, start: bytes) -> Kind:
    if media_type(start) is not None and _BINARY_SIGNS.search(start):
        return Kind.PICTURE
    if _HTML.match(start) or _MHTML.match(start):
        return Kind.HTML
    if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        return Kind.XML
    return Kind.TEXT if looks_like_text(content) else Kind.UNKNOWN


def kind_of_package(zipped: Zipped) -> Kind:
    """What an opened package holds."""
    named = zipped.start("mimetype", 200)
    if _ODT_TYPE in (named if named is not None else zipped.read(_ODT_MANIFEST) or b""):
        return Kind.ODT
    found = next((kind for folder, kind in _FOLDERS if any(name.startswith(folder) for name in zipped.names)), None)
    if found is not None:
        return found
    return Kind.PACKAGE if "_rels/.rels" in zipped.names else Kind.ARCHIVE


def _ole_kind(content: bytes) -> Kind:
    if _stream("EncryptedPackage") in content:
        raise GateError("protected")
    found = next((kind for name, kind in _STREAMS if _stream(name) in content), Kind.UNKNOWN)
    if found is Kind.OLD_WORD and content[512:514] == b"\xec\xa5":
        flags = int.from_bytes(content[522:524], "little")
        if flags & _ENCRYPTED_WORD:
            raise GateError("protected")
    return found


def _stream(name: str) -> bytes:
    """The name of a stream as the directory of such a file holds it, ended by a nought."""
    return f"{name}\0".encode("utf-16-le")


def looks_like_text(content: bytes) -> bool:
    """Whether there are hardly any control signs; UTF-16 is text too."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    odd, even = content[1::2].count(0), content[0::2].count(0)
    if max(odd, even) * 4 > len(content) // 2 and min(odd, even) * 50 < max(odd, even):
        return True
    return len(_BINARY_SIGNS.findall(content)) <= len(content) // 100
