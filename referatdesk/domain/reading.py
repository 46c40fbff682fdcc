"""What the reading of documents leaves in the archive: files kept, comments of a document, and what was learnt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from referatdesk.domain.codes import SectionKind


class Part(StrEnum):
    """What a line of a document was taken for."""

    TITLE = "title"
    HEAD = "head"
    PEOPLE = "people"
    CONTENTS = "contents"
    THEME = "theme"
    ITEM = "item"
    SUBITEM = "subitem"
    PRESENTER = "presenter"
    CASE = "case"
    LABEL = "label"
    TEXT = "text"
    SUBHEADING = "subheading"
    POINT = "point"
    DECISION = "decision"
    ATTACHMENT = "attachment"
    ABSENTEES = "absentees"
    QUOTE = "quote"
    TABLE = "table"
    SIGN_OFF = "sign_off"
    LEFT_OUT = "left_out"
    UNPLACED = "unplaced"


class FileKind(StrEnum):
    DOCUMENT = "document"
    PICTURE = "picture"


class CommentKind(StrEnum):
    """A comment beside the text, or a tracked change that nobody had accepted or rejected."""

    COMMENT = "comment"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file that came with a meeting: the document that it was read from, or a picture of its text.

    `sha256` (64 hexadecimal digits) and `size` (bytes) are those of the file as it lay on the disk. Where it is `kept`,
    the archive has its content under that `sha256`, else only the fact.
    """

    id: str
    meeting_id: str
    kind: FileKind = FileKind.DOCUMENT
    name: str
    media_type: str | None = None
    sha256: str
    size: int
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What stood beside the text of a document; `at` is ISO text. Without an item it is about the head."""

    id: str
    meeting_id: str
    item_id: str | None = None
    block_id: str | None = None
    sort: int = 0
    kind: CommentKind = CommentKind.COMMENT
    text: str
    author: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingHabit:
    """What was corrected for a board, for its next document: a line of these words is taken for this.

    `words` are in the form in which they are compared: small letters, one blank between them, no colon at the end.
    """

    id: str
    board_id: str
    words: str
    part: Part
    kind: SectionKind | None = None
