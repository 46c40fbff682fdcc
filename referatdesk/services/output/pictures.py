"""The pictures that the texts of a meeting show: files of the archive, found by the ids in the texts."""

from __future__ import annotations

from referatdesk.documents.gate.pictures import START_BYTES, media_type, pixels
from referatdesk.domain.reading import FileKind, SourceFile
from referatdesk.domain.records import Records
from referatdesk.services.errors import UserError
from referatdesk.services.file_contents import Contents, content_of

MOST_SHOWN_PIXELS = 50_000_000
"""Two hundred megabytes while it is unpacked."""
_SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff", "image/webp"})


def picture_content(records: Records, file_id: str, contents: Contents) -> bytes | None:
    """The bytes of a picture that may be shown; None where the archive holds no such picture."""
    file = records.find(SourceFile, file_id)
    content = None if file is None or file.kind is not FileKind.PICTURE else _bytes_of(file, contents)
    return content if content is not None and _may_be_shown(content) else None


def pictures_of(records: Records, contents: Contents) -> dict[str, tuple[bytes, str]]:
    """The bytes and the media type ("image/png") of every picture of the open meeting, by the file's id."""
    files = (file for file in records.all(SourceFile) if file.kind is FileKind.PICTURE)
    return {
        file.id: (content, file.media_type)
        for file in files
        if file.media_type and (content := _bytes_of(file, contents))
    }


def _may_be_shown(content: bytes) -> bool:
    """Only what is known by its first bytes, and not too large: other kinds can point elsewhere, or never end."""
    return media_type(content[:START_BYTES]) in _SHOWN and 0 < pixels(content[:START_BYTES]) <= MOST_SHOWN_PIXELS


def _bytes_of(file: SourceFile, contents: Contents) -> bytes | None:
    try:
        return content_of(file, contents)
    except UserError:
        return None
