"""Deleted for good is gone from the whole file: its tables, its history, its indexes and its free pages."""

import hashlib
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from referatdesk.domain.boards import Board, Person
from referatdesk.domain.changes import Change, Content, added, altered, removed
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Meeting, Section
from referatdesk.domain.reading import SourceFile
from referatdesk.domain.richtext import paragraph
from referatdesk.services import meetings
from referatdesk.services.archive.erasing import erase_history, erase_meeting
from referatdesk.services.archive.events import Applied
from referatdesk.services.errors import UserError
from referatdesk.storage.keys import Key
from tests.services.desk import Desk

WORD = "Kvæstfjord"
"""Stands in every text of what is to be gone, and nowhere else."""
KEPT_WORD = "Blåmejse"
KEY = Key(b"\x5a" * 32, bytes(range(16)))
PAGE, RESERVED = 4096, 80
ORIGINAL = Content(hashlib.sha256(WORD.encode() * 300_000).hexdigest(), WORD.encode() * 300_000)
SECRET = Meeting(id="secret-meeting", board_id="board", date="2027-04-08", title=f"Ekstra om {WORD}", place=WORD)
ITEM = AgendaItem(id="secret-item", meeting_id=SECRET.id, title=f"{WORD} og økonomi")
PERSON = Attendance(id="secret-person", meeting_id=SECRET.id, sort=0, name=f"Aksel {WORD}")
FILE = SourceFile(
    id="secret-file",
    meeting_id=SECRET.id,
    name=f"{WORD}.docx",
    sha256=ORIGINAL.sha256,
    size=len(ORIGINAL.data),
    kept=True,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "arkiv.referatdesk"


@pytest.fixture
def desk(path):
    one = Desk(path).fill()
    yield one
    one.close()


def text(words):
    section = Section(id="secret-section", kind=SectionKind.CASE_TEXT, blocks=tuple(paragraph(word) for word in words))
    return ItemText(id=ITEM.id, meeting_id=SECRET.id, sections=(section,))


def live_through(workspace):
    """A meeting that was made, written in at length, undone, redone and half deleted, between acts of another one."""
    board = workspace.get(Board, "board")
    before = text(["Begyndt"])
    renamed = altered([(board, replace(board, name="Sundhedsrådet"))])
    whole = (*added(SECRET, PERSON, ITEM, before, FILE), *renamed)
    workspace.apply(Change("meeting.import", whole, f"Ekstra om {WORD}", contents=(ORIGINAL,)))
    for number in range(60):
        after = text([f"{WORD} siger {number} {'ord ' * 200}"] * 3)
        workspace.apply(Change("text.edit", altered([(before, after)]), WORD, step=f"typed-{number // 7}"))
        before = after
    meeting = workspace.get(Meeting, "meeting")
    workspace.apply(Change("meeting.edit", altered([(meeting, replace(meeting, place=KEPT_WORD))]), KEPT_WORD))
    workspace.undo()
    workspace.redo()
    workspace.apply(Change("person.remove", removed(PERSON), WORD))
    assert workspace.flush(20)


def opened_pages(path, key):
    """The pages of a protected archive as they are before they are encrypted, also those that nothing uses."""
    sealed = path.read_bytes()
    pages = []
    for begin in range(0, len(sealed), PAGE):
        page = sealed[begin or len(key.salt) : begin + PAGE]
        words, vector = page[:-RESERVED], page[-RESERVED:][:16]
        cipher = Cipher(algorithms.AES256(key.raw), modes.CBC(vector)).decryptor()
        pages.append(cipher.update(words) + cipher.finalize())
    return b"".join(pages)


def raw(path, word):
    """How often a word lies in the bytes of the archive, its journal and what else lies beside it."""
    files = [file for file in path.parent.iterdir() if file.name.startswith((path.name, f".{path.name}"))]
    forms = (word.encode(), word.encode("utf-16-le"), word.casefold().encode(), word[1:].encode())
    return sum(file.read_bytes().count(form) for file in files for form in forms)


def test_a_meeting_deleted_for_good_is_nowhere_in_the_file(desk, path):
    live_through(desk.workspace)
    assert raw(path, WORD) > 200
    erase_meeting(desk.workspace, SECRET.id)
    desk.close()
    assert raw(path, WORD) == 0
    assert raw(path, KEPT_WORD) > 0
    again = Desk(path)
    assert again.workspace.records_of(SECRET.id).find(Meeting, SECRET.id) is None
    assert again.workspace.records_of("meeting").get(Meeting, "meeting").place == KEPT_WORD
    assert again.workspace.content(ORIGINAL.sha256) is None
    again.close()


def test_an_item_a_text_and_a_person_deleted_before_are_gone_with_the_history(desk, path):
    live_through(desk.workspace)
    records = desk.workspace.records_of(SECRET.id)
    desk.workspace.apply(meetings.remove_meeting(records, SECRET.id))
    person = Person(id="gone", full_name=f"Ida {WORD}")
    desk.workspace.apply(Change("person.add", added(person)))
    desk.workspace.apply(Change("person.remove", removed(person), person.full_name))
    desk.save()
    assert raw(path, WORD) > 200
    erase_history(desk.workspace)
    desk.close()
    assert raw(path, WORD) == 0
    assert raw(path, KEPT_WORD) > 0


def test_what_an_act_was_about_that_was_undone_is_gone_too(desk, path):
    live_through(desk.workspace)
    desk.workspace.undo()
    desk.workspace.undo()
    desk.workspace.redo()
    erase_meeting(desk.workspace, SECRET.id)
    desk.close()
    assert raw(path, WORD) == 0


def test_a_meeting_is_gone_though_the_history_of_its_beginning_was_deleted_before(desk, path):
    live_through(desk.workspace)
    erase_history(desk.workspace)
    records = desk.workspace.records_of(SECRET.id)
    item, board = records.get(AgendaItem, ITEM.id), records.get(Board, "board")
    desk.workspace.apply(Change("item.title", altered([(item, replace(item, title=f"{WORD} igen"))]), WORD))
    pairs = [(replace(item, title=f"{WORD} igen"), item), (board, replace(board, name="Klitved Råd"))]
    desk.workspace.apply(Change("item.title", altered(pairs), WORD))
    desk.save()
    erase_meeting(desk.workspace, SECRET.id)
    desk.close()
    assert raw(path, WORD) == 0


def test_a_meeting_deleted_for_good_is_nowhere_in_a_protected_archive(path):
    desk = Desk(path, KEY).fill()
    live_through(desk.workspace)
    assert WORD.encode() in opened_pages(path, KEY)
    erase_meeting(desk.workspace, SECRET.id)
    desk.close()
    pages = opened_pages(path, KEY)
    assert WORD.encode() not in pages
    assert KEPT_WORD.encode() in pages
    assert raw(path, KEPT_WORD) == 0


def test_what_was_deleted_the_ordinary_way_comes_back_until_then(desk):
    live_through(desk.workspace)
    records = desk.workspace.records_of(SECRET.id)
    desk.workspace.apply(meetings.remove_meeting(records, SECRET.id))
    desk.workspace.undo()
    assert desk.workspace.records_of(SECRET.id).get(Meeting, SECRET.id) == SECRET


def test_nothing_from_before_can_be_undone_and_what_follows_can(desk, path):
    live_through(desk.workspace)
    erase_meeting(desk.workspace, SECRET.id)
    assert desk.workspace.undo_steps == desk.workspace.redo_steps == []
    assert desk.workspace.undo() is None
    meeting = desk.workspace.get(Meeting, "meeting")
    desk.workspace.apply(Change("meeting.edit", altered([(meeting, replace(meeting, place="Egeby"))])))
    desk.save()
    desk.close()
    again = Desk(path)
    assert [step.label for step in again.workspace.undo_steps] == ["meeting.edit"]
    again.workspace.open_meeting("meeting")
    again.workspace.undo()
    assert again.workspace.undo() is None
    assert again.workspace.meeting.place == KEPT_WORD
    again.close()


def test_that_it_happened_stays_with_the_hash_of_what_there_was(desk):
    live_through(desk.workspace)
    count = desk.workspace._store.read(lambda c: c.execute("SELECT count(*) FROM journal").fetchone())
    erase_meeting(desk.workspace, SECRET.id)
    rows = desk.workspace._store.read(lambda c: c.execute("SELECT kind, label, content FROM journal").fetchall())
    assert len(rows) == count[0] + 1
    assert rows[-1] == ("erase", "meeting.erase", "[]")
    taken = [content for _kind, _label, content in rows if content.startswith('{"erased":"')]
    assert len(taken) == 62
    assert all(len(content) == len('{"erased":""}') + 64 for content in taken)


def test_the_panes_hear_of_it_and_the_open_meeting_is_closed(desk):
    live_through(desk.workspace)
    desk.workspace.open_meeting(SECRET.id)
    desk.events.clear()
    erase_meeting(desk.workspace, SECRET.id)
    assert [event.act.value for event in desk.events if isinstance(event, Applied)] == ["erase"]
    assert desk.workspace.meeting is None


def test_the_room_is_given_back(desk, path):
    live_through(desk.workspace)
    before = path.stat().st_size
    erase_meeting(desk.workspace, SECRET.id)
    assert path.stat().st_size < before - len(ORIGINAL.data)
    (free,) = desk.workspace._store.read(lambda c: c.execute("PRAGMA freelist_count").fetchone())
    assert free == 0


def test_a_meeting_that_is_not_there_cannot_be_deleted(desk):
    with pytest.raises(UserError, match=r"meeting\.missing"):
        erase_meeting(desk.workspace, "no such meeting")


def test_what_the_disk_refuses_is_told_and_done_when_it_answers(desk, path, monkeypatch):
    live_through(desk.workspace)
    monkeypatch.setattr("referatdesk.services.archive.erasing.PATIENCE", 0.2)
    desk.workspace._store.read(lambda c: c.execute("PRAGMA query_only=1"))
    with pytest.raises(UserError, match=r"archive\.unsaved"):
        erase_meeting(desk.workspace, SECRET.id)
    desk.workspace._store.read(lambda c: c.execute("PRAGMA query_only=0"))
    desk.save()
    assert desk.workspace.close()
    again = Desk(path)
    assert again.workspace.records_of(SECRET.id).find(Meeting, SECRET.id) is None
    assert again.workspace.undo_steps == []
    again.close()
