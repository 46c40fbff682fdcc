"""Tables that the archive keeps about itself."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class JournalRow(SQLModel, table=True):
    """One act, for ever: `content` is its reversible difference as JSON, `state` whether it can be undone or redone."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_state", "state", "seq"),)

    seq: int = Field(primary_key=True)
    time: str
    author: str
    kind: str
    label: str
    subject: str
    step: str | None = None
    meeting_id: str | None = Field(default=None)
    state: str
    content: str


class ArchiveInfoRow(SQLModel, table=True):
    """The single row that says which archive this is."""

    __tablename__ = "archive_info"

    id: str = Field(primary_key=True)
    created: str
    program: str
