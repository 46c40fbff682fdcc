"""The document that a meeting was read from, and what stood beside its text, as records of the meeting."""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.reading.source import Place, SourceText
from referatdesk.domain.ids import new_id
from referatdesk.domain.reading import Comment, CommentKind, FileKind, SourceFile
from referatdesk.domain.richtext import Blocks
from referatdesk.services.errors import UserError


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it lies on the disk; `content` is None where only the fact is to be kept."""

    name: str
    sha256: str
    size: int
    content: bytes | None = None


def hash_of(path: Path) -> str:
    """The SHA-256 of a file, read in small pieces; raises UserError "reading.missing" or "reading.unreadable"."""
    with _known_to_users(path), path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def original_of(path: Path, *, keep: bool) -> Original:
    """Raises UserError "reading.missing" or "reading.unreadable". Takes a while: not for the window's own thread."""
    with _known_to_users(path):
        if not keep:
            return Original(path.name, hash_of(path), path.stat().st_size)
        data = path.read_bytes()
        return Original(path.name, hashlib.sha256(data).hexdigest(), len(data), data)


@contextmanager
def _known_to_users(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise UserError("reading.missing", name=path.name) from error
    except OSError as error:
        raise UserError("reading.unreadable", reason="access") from error


def file_record(original: Original, meeting_id: str) -> SourceFile:
    return SourceFile(
        id=new_id(),
        meeting_id=meeting_id,
        name=original.name,
        sha256=original.sha256,
        size=original.size,
        content=None if original.content is None else b64encode(original.content).decode("ascii"),
    )


def picture_records(source: SourceText, draft: Draft, blocks: Blocks, meeting_id: str) -> Iterator[SourceFile]:
    """The pictures that the blocks show, found where the document has them."""
    by_line = {one.place.line_from: one.picture for one in source.paragraphs if one.picture is not None}
    for block in blocks:
        place = draft.places.get(block.id)
        found = by_line.get(place.line_from) if block.picture is not None and place is not None else None
        if block.picture is not None and found is not None and found.data:
            yield SourceFile(
                id=block.picture.file_id,
                meeting_id=meeting_id,
                kind=FileKind.PICTURE,
                name=found.alt,
                media_type=found.media_type,
                sha256=hashlib.sha256(found.data).hexdigest(),
                size=len(found.data),
                content=b64encode(found.data).decode("ascii"),
            )


def content_of(kept: SourceFile) -> bytes | None:
    """The file as it was, None where it was not kept. Raises UserError "file.altered" where it is no longer that."""
    if kept.content is None:
        return None
    try:
        data = b64decode(kept.content, validate=True)
    except ValueError as error:
        raise UserError("file.altered", name=kept.name) from error
    if hashlib.sha256(data).hexdigest() != kept.sha256:
        raise UserError("file.altered", name=kept.name)
    return data


def comment_records(
    source: SourceText, draft: Draft, meeting_id: str, item_by_line: Mapping[int, str]
) -> Iterator[Comment]:
    """Comments and pending changes, each with the item and the block beside which it stood.

    `item_by_line` has the ids of the meeting's items by the line on which each begins.
    """
    beside = [(one.place, CommentKind.COMMENT, one.text, one.author, one.at) for one in source.comments]
    for change in source.changes:
        kind = CommentKind.INSERTED if change.inserted else CommentKind.DELETED
        beside.append((change.place, kind, change.text, change.author, None))
    for sort, (place, kind, text, author, at) in enumerate(sorted(beside, key=lambda one: one[0].line_from)):
        yield Comment(
            id=new_id(),
            meeting_id=meeting_id,
            item_id=_item_at(place, item_by_line),
            block_id=_block_at(place, draft),
            sort=sort,
            kind=kind,
            text=text,
            author=author,
            at=at,
        )


def _item_at(place: Place, item_by_line: Mapping[int, str]) -> str | None:
    above = [line for line in item_by_line if line <= place.line_from]
    return item_by_line[max(above)] if above else None


def _block_at(place: Place, draft: Draft) -> str | None:
    found = (block for block, own in draft.places.items() if own.line_from <= place.line_from <= own.line_to)
    return next(found, None)
