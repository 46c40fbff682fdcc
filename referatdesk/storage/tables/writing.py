"""Tables of what makes writing short."""

from sqlmodel import Field, SQLModel


class SnippetRow(SQLModel, table=True):
    __tablename__ = "snippet"

    id: str = Field(primary_key=True)
    board_id: str | None = None
    sort: int
    short: str
    text: str
    outcome: str | None = None
    abbreviation: bool


class OwnWordRow(SQLModel, table=True):
    __tablename__ = "own_word"

    id: str = Field(primary_key=True)
    word: str
