"""One SQLModel table per kind of record, with the same field names, and the tables of the archive's own.

Importing this package imports SQLModel: only what writes may do so.
"""

from sqlalchemy import Table
from sqlmodel import SQLModel

from referatdesk.storage.rows import table_name
from referatdesk.storage.tables import boards, decisions, documents, ledger, meetings, writing

__all__ = ["boards", "decisions", "documents", "ledger", "meetings", "table_of", "writing"]


def table_of(kind: type[object]) -> Table:
    """The table of that kind of record."""
    return SQLModel.metadata.tables[table_name(kind)]
