"""An archive of some size, and ways of damaging it."""

import os
import random
from dataclasses import replace

from referatdesk.domain.changes import RECORD_TYPES, added
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Section
from referatdesk.storage import reading
from referatdesk.storage.connection import connect
from referatdesk.storage.creation import create_archive
from referatdesk.storage.keys import Key
from referatdesk.storage.store import Store
from tests.services.fictional_archive import DOCUMENT, MEETING, line
from tests.storage.trial import act, records

PAGE = 4096
ITEMS = 6


def some_key():
    return Key(os.urandom(32), os.urandom(16), proven=True)


def meeting(number):
    """A meeting of some items, each with a text of its own."""
    own = f"m{number}"
    yield replace(MEETING, id=own, date=f"20{10 + number % 20}-02-04", title=f"Møde {number} i Klitved")
    for place in range(ITEMS):
        yield AgendaItem(id=f"{own}-{place}", meeting_id=own, sort=place, title=f"Punkt {place} på møde {number}")
        blocks = (
            line(f"b{number}-{place}", f"Sanne Brix bemærkede {number}/{place}. " + "Østfjord " * (number % 9 * 70)),
        )
        section = Section(id=f"s{number}-{place}", kind=SectionKind.CASE_TEXT, label="Sag", blocks=blocks)
        yield ItemText(id=f"{own}-{place}", meeting_id=own, sections=(section,))
        yield Attendance(id=f"a{own}-{place}", meeting_id=own, name=f"Ida Vester {place}", sort=place)


def build(path, folder, key=None, meetings=30):
    create_archive(path, key)
    store = Store(path, folder, lambda _seq: None, lambda *_why: None, lambda _fault: None, key)
    store.write(act(1, added(*records()), contents=(DOCUMENT,)))
    for number in range(meetings):
        store.write(act(number + 2, added(*meeting(number))))
    assert store.flush(60)
    assert store.close()
    return store.archive_id


def all_records(path, key=None):
    """Every record by its kind and id."""
    connection = connect(path, "ro", key)
    try:
        return {(kind, one.id): one for kind in RECORD_TYPES for one in reading.records(connection, kind, None)}
    finally:
        connection.close()


def zeroed(data, pages):
    changed = bytearray(data)
    for page in pages:
        changed[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    return bytes(changed)


def flipped(data, count, seed):
    chance = random.Random(seed)  # noqa: S311 - any places will do
    changed = bytearray(data)
    for _time in range(count):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def pages_of(path, name, key=None):
    """Where the b-tree of a table or an index begins."""
    connection = connect(path, "ro", key)
    try:
        return connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
    finally:
        connection.close()
