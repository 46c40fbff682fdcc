"""The tables are the records, and a file made by the numbered steps has exactly these tables."""

from dataclasses import fields

import pytest
import sqlcipher3
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from referatdesk.domain.changes import RECORD_TYPES
from referatdesk.services.archive.belonging import OWNER_FIELDS
from referatdesk.storage.creation import run_steps
from referatdesk.storage.migrations import STEPS, VERSION
from referatdesk.storage.rows import KIND_BY_TABLE, columns_of, records_of, row_of, selection_of, table_name
from referatdesk.storage.tables import table_of
from tests.storage.trial import records

OWN_TABLES = {*KIND_BY_TABLE, "file_part", "journal", "archive_info"}
AS_STORED = {"VARCHAR": "TEXT", "BOOLEAN": "INTEGER"}


@pytest.fixture
def migrated():
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    run_steps(connection, STEPS, 0)
    yield connection
    connection.close()


@pytest.fixture
def modelled():
    connection = sqlcipher3.connect(":memory:", isolation_level=None, check_same_thread=False)
    SQLModel.metadata.create_all(create_engine("sqlite://", creator=lambda: connection, module=sqlcipher3.dbapi2))
    yield connection
    connection.close()


def tables(connection):
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def columns(connection, table):
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return [(name, AS_STORED.get(sort, sort), bool(needed), key) for _, name, sort, needed, _, key in rows]


def indexes(connection, table):
    names = [row[1] for row in connection.execute(f"PRAGMA index_list({table})") if row[3] == "c"]
    return {name: connection.execute(f"PRAGMA index_xinfo({name})").fetchall() for name in names}


def references(connection, table):
    return {row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}


def deferred(connection):
    found = connection.execute("SELECT name, upper(sql) FROM sqlite_schema WHERE type = 'table'")
    return {name: " ".join(text.split()).count("DEFERRABLE INITIALLY DEFERRED") for name, text in found}


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_a_table_has_the_fields_of_its_record_in_their_order(kind):
    names = [field.name for field in fields(kind)]
    assert [column.name for column in table_of(kind).columns] == names
    assert [column.name for column in columns_of(kind)] == names


def test_a_migrated_file_has_the_modelled_tables(migrated, modelled):
    assert tables(migrated) == tables(modelled) == OWN_TABLES
    assert deferred(migrated) == deferred(modelled)
    for table in tables(modelled):
        assert columns(migrated, table) == columns(modelled, table), table
        assert indexes(migrated, table) == indexes(modelled, table), table
        assert references(migrated, table) == references(modelled, table), table


def test_tables_hold_values_to_their_types(migrated):
    assert all(row[5] for row in migrated.execute("PRAGMA table_list") if row[1] in OWN_TABLES)


def test_a_migrated_file_knows_its_version(migrated):
    assert migrated.execute("PRAGMA user_version").fetchone() == (VERSION,)


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_services_know_what_the_tables_hold_a_record_to(kind, migrated):
    found = {(row[3], row[2]) for row in migrated.execute(f"PRAGMA foreign_key_list({table_name(kind)})")}
    assert found == {(field, table_name(owner)) for field, owner in OWNER_FIELDS[kind].items()}


@pytest.mark.parametrize("record", records(), ids=lambda record: f"{table_name(type(record))}-{record.id}")
def test_a_record_comes_back_from_its_row(record, migrated):
    migrated.execute("PRAGMA foreign_keys=0")
    row, table = row_of(record), table_name(type(record))
    marks = ", ".join("?" * len(row))
    migrated.execute(f"INSERT INTO {table} VALUES ({marks})", list(row.values()))  # noqa: S608 - own names
    (read,) = records_of(type(record), migrated.execute(selection_of(type(record))).fetchall())
    assert read == record
    assert [type(getattr(read, name)) for name in row] == [type(getattr(record, name)) for name in row]
