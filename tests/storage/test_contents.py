"""The content of a kept file lies in the archive once, outside the journal, and goes when nothing can bring it back."""

import hashlib
import threading
import time
from dataclasses import replace

import pytest

from referatdesk.domain.changes import Content, added, removed
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.reading import SourceFile
from referatdesk.storage import contents
from referatdesk.storage.erasing import give_back
from referatdesk.storage.errors import Fault
from referatdesk.storage.journal import Act
from referatdesk.storage.lying import Lying
from referatdesk.storage.saving import Saving
from referatdesk.storage.spill import Spill
from tests.services.fictional_archive import DOCUMENT, MEETING
from tests.storage.test_store import no_room, room_again, titled, unsaved_files
from tests.storage.trial import PATIENCE, act, records

DATA = b"et helt referat " * 10_000
CONTENT = Content(hashlib.sha256(DATA).hexdigest(), DATA)
FILE = SourceFile(
    id="kept", meeting_id="meeting", name="referat.docx", sha256=CONTENT.sha256, size=len(DATA), kept=True
)


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch):
    monkeypatch.setattr(contents, "PART", 10_000)


@pytest.fixture
def filled(trial):
    one = trial()
    one.write(1, added(*records()), contents=(DOCUMENT,))
    assert one.next_told() == ("durable", 1)
    return one


def put_in(one, seq, file=FILE, **more):
    one.write(seq, added(file), contents=(CONTENT,), **more)
    assert one.store.flush(PATIENCE)


def held(one, content=CONTENT):
    return one.store.read(lambda connection: contents.content(connection, content.sha256))


def parts(one):
    return one.ask("SELECT part, length(data) FROM file_part WHERE sha256 = ? ORDER BY part", CONTENT.sha256)


def tidied(one):
    one.store.read(lambda connection: contents.drop_unneeded(connection, lambda: True))
    return held(one)


def test_a_content_lies_there_once_and_not_in_the_journal(filled):
    put_in(filled, 2)
    put_in(filled, 3, replace(FILE, id="again"))
    assert held(filled) == DATA
    assert parts(filled) == [(number, 10_000) for number in range(16)]
    assert max(length for (length,) in filled.ask("SELECT length(content) FROM journal WHERE seq > 1")) < 500


def test_questions_are_answered_between_its_parts(filled):
    answered = []
    filled.store.read(lambda connection: contents.write(connection, CONTENT, lambda: answered.append(True)))
    assert len(answered) == 16


def test_what_was_cut_short_is_gone_on_with(filled):
    class CutShortError(Exception):
        pass

    def stop_after_three():
        if len(left) == 0:
            raise CutShortError
        left.pop()

    left = [1, 2]
    with pytest.raises(CutShortError):
        filled.store.read(lambda connection: contents.write(connection, CONTENT, stop_after_three))
    assert len(parts(filled)) == 3
    put_in(filled, 2)
    assert held(filled) == DATA


class Written:
    """Stands for the writer, and notes what it is given at once."""

    def __init__(self):
        self.batches = []

    def write(self, acts):
        self.batches.append([one.seq for one in acts])


def test_what_was_typed_before_a_large_file_does_not_wait_for_it(filled, tmp_path):
    told = []
    spill, lying = Spill(tmp_path / "a", "id", tmp_path), Lying(filled.path)
    saving = Saving(threading.Condition(), spill, lying, told.append, print)
    large = act(4, added(FILE), contents=(CONTENT,))
    for one in (act(2, titled("a")), act(3, titled("b")), large, act(5, titled("c"))):
        saving.add(one)
    writer = Written()
    while saving.acts:
        filled.store.read(lambda connection: saving.save(connection, writer, lambda: None))
    assert writer.batches == [[2, 3], [4, 5]]
    assert told == [3, 5]


def test_undone_and_redone_over_two_openings_the_content_is_there(filled, trial):
    put_in(filled, 2)
    filled.write(3, removed(FILE), act=Act.UNDO, turned=(2,))
    filled.close()
    again = trial()
    assert tidied(again) == DATA
    again.write(4, added(FILE), act=Act.REDO, turned=(2,))
    assert again.store.flush(PATIENCE)
    assert tidied(again) == DATA


def test_once_it_was_undone_and_left_behind_it_goes(filled):
    put_in(filled, 2)
    filled.write(3, removed(FILE), act=Act.UNDO, turned=(2,))
    filled.write(4, titled("Ekstra"))
    assert filled.store.flush(PATIENCE)
    assert tidied(filled) is None
    assert held(filled, DOCUMENT) == DOCUMENT.data


def test_what_was_removed_stays_for_as_long_as_undo_reaches_it(filled, monkeypatch):
    put_in(filled, 2)
    filled.write(3, removed(FILE))
    filled.write(4, titled("Ekstra"))
    assert filled.store.flush(PATIENCE)
    monkeypatch.setattr(contents, "REACH", 2)
    assert tidied(filled) == DATA
    monkeypatch.setattr(contents, "REACH", 1)
    assert tidied(filled) is None


def test_what_another_meeting_keeps_too_stays(filled, monkeypatch):
    put_in(filled, 2)
    filled.write(3, added(replace(MEETING, id="other"), replace(FILE, id="twin", meeting_id="other")))
    filled.write(4, removed(FILE))
    filled.write(5, titled("Ekstra"))
    assert filled.store.flush(PATIENCE)
    monkeypatch.setattr(contents, "REACH", 1)
    assert tidied(filled) == DATA


def test_a_record_that_only_notes_the_file_keeps_nothing(filled):
    filled.write(2, added(replace(FILE, kept=False)), contents=(CONTENT,), content="[]")
    assert filled.store.flush(PATIENCE)
    assert tidied(filled) is None


def test_what_is_not_needed_goes_once_the_archive_is_ready(filled, trial):
    filled.store.read(lambda connection: contents.write(connection, CONTENT, lambda: None))
    filled.close()
    again = trial()
    assert held(again) == DATA
    again.store.prepare()
    until = time.monotonic() + PATIENCE
    while held(again) is not None:
        assert time.monotonic() < until
    assert held(again, DOCUMENT) == DOCUMENT.data


def test_taking_away_ends_at_once_when_something_is_to_be_saved_and_goes_on_later(filled):
    filled.store.read(lambda connection: contents.write(connection, CONTENT, lambda: None))
    may = iter([True, True, False])
    filled.store.read(lambda connection: contents.drop_unneeded(connection, lambda: next(may)))
    assert [part for part, _length in parts(filled)] == list(range(14))
    put_in(filled, 2)
    assert tidied(filled) == DATA


def test_a_file_that_could_not_be_saved_is_kept_beside_and_taken_up_at_the_next_opening(filled, trial, archive_path):
    no_room(filled)
    filled.write(2, added(FILE), contents=(CONTENT,))
    filled.told_until((Fault.FULL, 2))
    assert filled.close() is False
    assert [one.name for one in unsaved_files(archive_path)] == [
        f"{archive_path.name}.unsaved",
        f"{archive_path.name}.unsaved-{CONTENT.sha256}",
    ]
    again = trial()
    assert again.store.recovered[0].contents == (CONTENT,)
    assert again.store.flush(PATIENCE)
    assert held(again) == DATA
    assert unsaved_files(archive_path) == []


def test_without_its_file_an_act_is_still_taken_up(filled, trial, archive_path):
    no_room(filled)
    filled.write(2, added(FILE), contents=(CONTENT,))
    filled.write(3, titled("Ekstra"))
    filled.told_until((Fault.FULL, 3))
    filled.close()
    unsaved_files(archive_path)[1].write_bytes(b"noget andet")
    again = trial()
    assert again.store.flush(PATIENCE)
    assert again.stored(Meeting) == [replace(MEETING, title="Ekstra")]
    assert held(again) is None
    assert unsaved_files(archive_path) == []


def test_an_act_that_is_refused_lies_aside_with_its_file(filled, archive_path, caplog):
    filled.write(2, removed(FILE), contents=(CONTENT,))
    filled.told_until((Fault.REJECTED, 2))
    aside, beside = unsaved_files(archive_path)
    assert beside.name == f"{aside.name}-{CONTENT.sha256}"
    assert beside.read_bytes() == DATA
    filled.write(3, titled("Ekstra"))
    assert filled.store.flush(PATIENCE)
    assert beside.exists()
    caplog.clear()


def test_once_there_is_room_again_a_large_file_goes_in(filled):
    no_room(filled)
    filled.write(2, added(FILE), contents=(CONTENT,))
    filled.told_until((Fault.FULL, 2))
    room_again(filled)
    filled.told_until(("durable", 2))
    assert held(filled) == DATA


def test_the_room_of_what_was_dropped_is_given_back_while_nobody_waits(filled):
    big = b"x" * 400_000
    content = Content(hashlib.sha256(big).hexdigest(), big)
    file = replace(FILE, sha256=content.sha256, size=len(big))
    filled.write(2, added(file), contents=(content,))
    filled.write(3, removed(file))
    assert filled.store.flush(PATIENCE)
    before = filled.path.stat().st_size
    filled.ask("UPDATE journal SET state = 'dropped'")
    tidied(filled)
    steps = []
    filled.store.read(lambda connection: give_back(connection, lambda: not steps.append(1)))
    assert filled.path.stat().st_size < before - len(big) + 100_000
    assert len(steps) == 1


def test_room_is_not_given_back_while_somebody_waits(filled):
    before = filled.path.stat().st_size
    filled.ask("DELETE FROM journal")
    filled.store.read(lambda connection: give_back(connection, lambda: False, all_of_it=True))
    assert filled.path.stat().st_size == before
