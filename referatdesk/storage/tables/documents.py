"""Tables of what the reading of documents left."""

from sqlmodel import Field, SQLModel

from referatdesk.storage.tables.columns import owner


class SourceFileRow(SQLModel, table=True):
    __tablename__ = "source_file"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    kind: str
    name: str
    media_type: str | None = None
    sha256: str = Field(index=True)
    size: int
    kept: bool


class FilePartRow(SQLModel, table=True):
    """A piece of a file's content; the parts of a file are counted from 0."""

    __tablename__ = "file_part"

    sha256: str = Field(primary_key=True)
    part: int = Field(primary_key=True)
    data: bytes


class CommentRow(SQLModel, table=True):
    __tablename__ = "comment"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str | None = Field(default=None, index=True)
    block_id: str | None = None
    sort: int
    kind: str
    text: str
    author: str | None = None
    at: str | None = None


class ReadingHabitRow(SQLModel, table=True):
    __tablename__ = "reading_habit"

    id: str = Field(primary_key=True)
    board_id: str = owner("board.id")
    words: str
    part: str
    kind: str | None = None
