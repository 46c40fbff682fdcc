"""The document that a meeting was read from, and what stood beside its text, as records of the meeting."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from referatdesk.documents.gate.door import MAX_DOCUMENT_BYTES, content_of, opened
from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.reading.source import Place, SourceText
from referatdesk.documents.reading.worker import ReadFile
from referatdesk.domain.changes import Content
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
    content: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """Files as records of a meeting, and the contents of those that are kept."""

    records: tuple[SourceFile, ...] = ()
    contents: tuple[Content, ...] = ()


def original_of(path: Path, *, keep: bool) -> Original:
    """Raises UserError "reading.missing" or "reading.unreadable". Takes a while: not for the window's own thread."""
    with _known_to_users(path):
        if not keep:
            with opened(path) as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
                return Original(path.name, digest, stream.tell())
        data = content_of(path, MAX_DOCUMENT_BYTES)
    return Original(path.name, hashlib.sha256(data).hexdigest(), len(data), data)


def noted(path: Path, read: ReadFile) -> Original:
    """That the document was read, without its content and without opening it again."""
    return Original(path.name, read.sha256, read.size)


def original_as_read(path: Path, read: Original, *, keep: bool) -> Original:
    """The document that was read, opened once more only where it is to be kept.

    Raises as `original_of` does, and UserError "reading.altered" where the file is another one by now.
    """
    if not keep:
        return replace(read, content=None)
    original = original_of(path, keep=True)
    check_as_read(original, read.sha256)
    return original


def check_as_read(original: Original, sha256: str) -> None:
    """What is kept is what was read: raises UserError "reading.altered" where the hash of that is another one."""
    if original.sha256 != sha256:
        raise UserError("reading.altered", name=original.name)


@contextmanager
def _known_to_users(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise UserError("reading.missing", name=path.name) from error
    except GateError as error:
        raise UserError(f"reading.{error.code}", **error.data) from error
    except OSError as error:
        raise UserError("reading.unreadable", reason="access") from error


def kept_files(
    original: Original | None, source: SourceText | None, draft: Draft, blocks: Blocks, meeting_id: str
) -> Kept:
    """The document itself, and the pictures of its source that the blocks show."""
    pictures = list(_pictures(source, draft, blocks, meeting_id)) if source else []
    own = kept_original(original, meeting_id) if original else Kept()
    return Kept(
        (*own.records, *(record for record, _data in pictures)),
        (*own.contents, *(Content(record.sha256, data) for record, data in pictures)),
    )


def kept_original(original: Original, meeting_id: str) -> Kept:
    record = SourceFile(
        id=new_id(),
        meeting_id=meeting_id,
        name=original.name,
        sha256=original.sha256,
        size=original.size,
        kept=original.content is not None,
    )
    return Kept((record,), () if original.content is None else (Content(original.sha256, original.content),))


def _pictures(source: SourceText, draft: Draft, blocks: Blocks, meeting_id: str) -> Iterator[tuple[SourceFile, bytes]]:
    """The pictures that the blocks show, found where the document has them."""
    by_line = {one.place.line_from: one.picture for one in source.paragraphs if one.picture is not None}
    for block in blocks:
        place = draft.places.get(block.id)
        found = by_line.get(place.line_from) if block.picture is not None and place is not None else None
        if block.picture is not None and found is not None and found.data:
            record = SourceFile(
                id=block.picture.file_id,
                meeting_id=meeting_id,
                kind=FileKind.PICTURE,
                name=found.alt,
                media_type=found.media_type,
                sha256=hashlib.sha256(found.data).hexdigest(),
                size=len(found.data),
                kept=True,
            )
            yield record, found.data


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
