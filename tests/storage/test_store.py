"""What is written is on the disk once it is said to be; what cannot be written is not lost."""

import logging
import os
import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import added, altered, removed
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting
from referatdesk.services.archive.history import content_of
from referatdesk.storage import reading, saving
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.journal import Act, State
from referatdesk.storage.owning import Owner
from referatdesk.storage.proving import Proof
from referatdesk.storage.spill import Spill
from referatdesk.storage.store import Store
from tests.services.fictional_archive import MEETING, STYLE
from tests.storage.trial import PATIENCE, act, looked_into, records

BOARD = Board(id="b", name="Klitved Råd", house_style_id="style")


@pytest.fixture
def filled(trial):
    one = trial()
    one.write(1, added(*records()))
    assert one.next_told() == ("durable", 1)
    return one


def titled(title, before=MEETING):
    return altered([(before, replace(before, title=title))])


LOOKING_AT_IMPORTS = """
import sys
from pathlib import Path
from referatdesk.storage import reading
from referatdesk.storage.proving import Proof
from referatdesk.storage.spill import Spill
from referatdesk.storage.store import Store
path = Path(sys.argv[1])
store = Store(path, path.parent, print, print, print)
store.read(lambda c: reading.meeting_rows(c, None, None, 200))
heavy = {"sqlmodel", "sqlalchemy", "pydantic", "babel", "docx", "lxml"} & set(sys.modules)
store.close()
sys.exit(", ".join(heavy) or 0)
"""


def test_nothing_that_reads_waits_for_sqlmodel(archive_path, trial):
    trial().close()
    subprocess.run([sys.executable, "-c", LOOKING_AT_IMPORTS, archive_path], check=True)


def test_what_is_durable_is_in_the_file(filled, archive_path):
    filled.write(2, titled("Ekstra"))
    assert filled.next_told() == ("durable", 2)
    filled.close()
    assert looked_into(archive_path, "SELECT title FROM meeting") == [("Ekstra",)]


def test_every_act_has_its_journal_entry(filled):
    pairs = titled("Ekstra")
    filled.write(2, pairs, label="meeting.edit", subject="Ekstra", step="visit", meeting_id="meeting")
    assert filled.store.flush(PATIENCE)
    (row,) = filled.ask("SELECT * FROM journal WHERE seq = 2")
    assert row[2:] == ("", "do", "meeting.edit", "Ekstra", "visit", "meeting", "done", content_of(pairs))


def test_an_act_may_add_alter_and_remove_in_any_order(filled):
    item = next(record for record in records() if isinstance(record, AgendaItem) and record.id == "one")
    text = next(record for record in records() if isinstance(record, ItemText) and record.id == "one")
    new = replace(item, id="new", title="Ny")
    pairs = (*removed(item, text), *added(replace(text, id="new"), new), *titled("Ekstra"))
    filled.write(2, pairs)
    assert filled.store.flush(PATIENCE)
    assert {one.id for one in filled.stored(AgendaItem)} == {"new", "two", "sub", "three", "four"}
    filled.write(3, [pair.turned for pair in reversed(pairs)])
    assert filled.store.flush(PATIENCE)
    assert {one.id: one for one in filled.stored(AgendaItem)}["one"] == item
    assert filled.stored(Meeting) == [MEETING]


@pytest.mark.parametrize(
    "pairs",
    [
        titled("Sent", replace(MEETING, title="Noget andet")),
        removed(replace(MEETING, place="Klitved")),
        added(MEETING),
        titled("Sent", replace(MEETING, id="gone")),
        removed(STYLE),
        added(replace(BOARD, house_style_id="no such style")),
    ],
    ids=["altered meanwhile", "removed meanwhile", "there already", "not there", "still needed", "belongs to nothing"],
)
def test_an_act_that_does_not_fit_writes_nothing_and_holds_nothing_up(pairs, filled, archive_path, caplog):
    filled.write(2, (*added(BOARD), *pairs))
    filled.write(3, titled("Ekstra"))
    told = [filled.next_told(), filled.next_told()]
    assert (Fault.REJECTED, 2) in told
    assert ("durable", 3) in told
    assert [board.id for board in filled.stored(Board)] == ["board"]
    assert filled.ask("SELECT seq FROM journal") == [(1,), (3,)]
    assert archive_path.with_name(archive_path.name + ".unsaved-2").exists()
    assert "Ekstra" not in caplog.text
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()


def test_an_act_that_was_refused_is_not_offered_again_by_the_next_opening(filled, trial, archive_path, caplog):
    filled.close()
    again = trial()
    again.write(2, (*added(BOARD), *added(BOARD)))
    assert again.next_told() == (Fault.REJECTED, 2)
    again.close()
    caplog.clear()
    assert archive_path.with_name(archive_path.name + ".unsaved-2").exists()
    assert not archive_path.with_name(archive_path.name + ".unsaved").exists()
    third = trial()
    assert third.store.recovered == ()
    third.write(2, (*added(BOARD), *added(BOARD)))
    assert third.next_told() == (Fault.REJECTED, 2)
    caplog.clear()
    assert archive_path.with_name(archive_path.name + ".unsaved-2-2").exists()


def test_a_mistake_of_ours_on_the_store_s_thread_costs_no_text(trial, archive_path, monkeypatch):
    def stumble(_owner):
        raise ZeroDivisionError

    trial().close()
    mistakes = []
    monkeypatch.setattr(threading, "excepthook", mistakes.append)
    monkeypatch.setattr(Owner, "_make_ready", stumble)
    one = trial()
    one.write(1, added(*records()))
    one.store._thread.join(PATIENCE)
    assert [mistake.exc_type for mistake in mistakes] == [ZeroDivisionError]
    monkeypatch.undo()
    again = trial()
    assert [entry.seq for entry in again.store.recovered] == [1]
    again.store.prepare()
    assert again.told_until(("durable", 1))


def test_a_long_queue_is_written_in_order(filled):
    before = MEETING
    for seq in range(2, 502):
        after = replace(before, title=f"Møde {seq}")
        filled.write(seq, altered([(before, after)]))
        before = after
    assert filled.store.flush(PATIENCE)
    assert filled.stored(Meeting) == [before]
    assert filled.ask("SELECT count(*), max(seq) FROM journal") == [(501, 501)]


def test_undoing_and_a_new_act_turn_the_states_of_what_was_done(filled):
    filled.write(2, titled("Et"))
    one = replace(MEETING, title="Et")
    filled.write(3, titled("To", one))
    filled.write(4, titled("Et", replace(MEETING, title="To")), act=Act.UNDO, turned=(3,))
    filled.write(5, titled(None, one), act=Act.UNDO, turned=(2,))
    filled.write(6, titled("Et"), act=Act.REDO, turned=(2,))
    assert filled.store.flush(PATIENCE)
    assert steps(filled, State.DONE) == [(2,), (1,)]
    assert steps(filled, State.UNDONE) == [(3,)]
    filled.write(7, titled("Tre", one))
    assert filled.store.flush(PATIENCE)
    assert steps(filled, State.DONE) == [(7,), (2,), (1,)]
    assert steps(filled, State.UNDONE) == []


def steps(trial, state):
    return [step.seqs for step in trial.store.read(lambda c: reading.steps(c, state, 99, 200))]


def no_room(trial):
    """Lets the archive grow no further, as on a full disk."""
    (pages,) = trial.ask("PRAGMA page_count")[0]
    trial.ask(f"PRAGMA max_page_count={pages}")


def room_again(trial):
    trial.ask("PRAGMA max_page_count=1000000")


LONG = "Østfjord " * 4000


def test_a_full_disk_is_named_and_costs_nothing_once_there_is_room(filled):
    no_room(filled)
    filled.write(2, titled(LONG))
    assert filled.next_told() == (Fault.FULL, 2)
    filled.write(3, titled("Kort", replace(MEETING, title=LONG)))
    assert filled.told_until((Fault.FULL, 3))
    assert filled.stored(Meeting) == [MEETING]
    assert filled.store.flush(PATIENCE) is False
    room_again(filled)
    filled.told_until(("durable", 3))
    assert filled.stored(Meeting) == [replace(MEETING, title="Kort")]
    assert filled.ask("SELECT seq FROM journal") == [(1,), (2,), (3,)]


def test_a_try_comes_again_by_itself(filled, monkeypatch):
    monkeypatch.setattr(saving, "FIRST_PAUSE", 0.01)
    no_room(filled)
    filled.write(2, titled(LONG))
    for _ in range(3):
        assert filled.next_told() == (Fault.FULL, 2)
    room_again(filled)
    filled.told_until(("durable", 2))


def unsaved_files(path):
    return sorted(path.parent.glob("*.unsaved*"))


def test_what_stays_unsaved_is_kept_beside_and_taken_up_at_the_next_opening(filled, trial, archive_path):
    no_room(filled)
    filled.write(2, titled(LONG))
    filled.write(3, titled("Kort", replace(MEETING, title=LONG)))
    filled.told_until((Fault.FULL, 3))
    assert filled.close() is False
    (kept,) = unsaved_files(archive_path)
    again = trial()
    assert [entry.seq for entry in again.store.recovered] == [2, 3]
    assert again.store.last_seq == 3
    assert again.store.flush(PATIENCE)
    assert again.stored(Meeting) == [replace(MEETING, title="Kort")]
    assert again.ask("SELECT seq FROM journal") == [(1,), (2,), (3,)]
    assert not kept.exists()


def test_a_crash_in_the_middle_of_repeated_failure_loses_nothing(filled, trial, archive_path, tmp_path, monkeypatch):
    monkeypatch.setattr(saving, "FIRST_PAUSE", 0.01)
    no_room(filled)
    filled.write(2, titled(LONG))
    for _ in range(saving.FAILURES_BEFORE_SPILL + 1):
        filled.next_told()
    elsewhere = tmp_path / "after the crash" / archive_path.name
    elsewhere.parent.mkdir()
    for file in [archive_path, *unsaved_files(archive_path)]:
        elsewhere.with_name(file.name).write_bytes(file.read_bytes())
    again = trial(elsewhere)
    assert again.store.flush(PATIENCE)
    assert again.stored(Meeting) == [replace(MEETING, title=LONG)]


def test_where_the_archive_s_own_folder_takes_nothing_the_other_place_does(filled, trial, tmp_path, archive_path):
    archive_path.with_name(archive_path.name + ".unsaved").mkdir()
    no_room(filled)
    filled.write(2, titled(LONG))
    filled.next_told()
    assert filled.close() is False
    assert list((tmp_path / "data").glob("*.unsaved"))
    archive_path.with_name(archive_path.name + ".unsaved").rmdir()
    again = trial()
    assert again.store.flush(PATIENCE)
    assert again.stored(Meeting) == [replace(MEETING, title=LONG)]
    assert not list((tmp_path / "data").glob("*.unsaved"))


def test_unsaved_acts_of_another_archive_are_left_alone(filled, trial, archive_path, tmp_path):
    foreign = archive_path.with_name(archive_path.name + ".unsaved")
    filled.close()
    foreign.write_text('{"archive":"another","acts":[]}')
    again = trial()
    again.write(2, titled("Ekstra"))
    assert again.store.flush(PATIENCE)
    assert again.store.recovered == ()
    again.close()
    assert foreign.exists()


def test_acts_that_had_reached_the_disk_after_all_are_not_written_twice(filled, trial, archive_path):
    filled.write(2, titled("Ekstra"))
    assert filled.store.flush(PATIENCE)
    filled.store._owner.saving._spill.keep([act(2, titled("Ekstra"))])
    filled.close()
    again = trial()
    assert again.store.recovered == ()
    assert again.stored(Meeting) == [replace(MEETING, title="Ekstra")]


def test_a_commit_that_failed_only_in_what_it_said_is_noticed(filled, monkeypatch):
    writer = filled.store._owner._writer
    write = writer.write

    def write_and_fail(acts):
        write(acts)
        monkeypatch.undo()
        raise OSError(5, "the answer got lost")

    monkeypatch.setattr(writer, "write", write_and_fail)
    filled.write(2, titled("Ekstra"))
    assert filled.next_told() == (Fault.IO, 2)
    assert filled.store.flush(PATIENCE)
    assert filled.next_told() == ("durable", 2)
    assert filled.ask("SELECT seq FROM journal") == [(1,), (2,)]


def test_closing_writes_what_is_queued(trial, archive_path):
    one = trial()
    one.write(1, added(*records()))
    one.write(2, titled("Ekstra"))
    assert one.close() is True
    assert looked_into(archive_path, "SELECT title FROM meeting") == [("Ekstra",)]


def test_a_closed_store_answers_nothing_more(filled):
    filled.close()
    with pytest.raises(StorageError):
        filled.stored(Meeting)


def test_a_question_never_meets_an_act_half_written(filled):
    """Each act writes title and place together; whoever asks, from whatever thread, finds them equal."""
    found = []

    def ask():
        while not found or found[-1][0] != "Møde 60":
            (row,) = filled.ask("SELECT title, place FROM meeting WHERE id = ?", MEETING.id)
            found.append(row)

    askers = [threading.Thread(target=ask, daemon=True) for _ in range(2)]
    before = replace(MEETING, title="Møde 1", place="Møde 1")
    filled.write(2, altered([(MEETING, before)]))
    filled.told_until(("durable", 2))
    for asker in askers:
        asker.start()
    for number in range(2, 61):
        after = replace(before, title=f"Møde {number}", place=f"Møde {number}")
        filled.write(number + 1, altered([(before, after)]))
        before = after
    for asker in askers:
        asker.join(PATIENCE)
        assert not asker.is_alive()
    assert all(title == place for title, place in found)


def test_an_error_in_a_question_reaches_the_one_who_asked(filled):
    with pytest.raises(ZeroDivisionError):
        filled.store.read(lambda connection: 1 // 0)
    with pytest.raises(StorageError):
        filled.ask("SELECT * FROM nowhere")
    assert filled.stored(Meeting) == [MEETING]


def test_a_refused_opening_leaves_no_thread(archive_path, tmp_path):
    with pytest.raises(StorageError):
        Store(archive_path, tmp_path, print, print, print)
    assert "archive" not in {thread.name for thread in threading.enumerate()}


def test_the_archive_is_the_owner_s_alone_after_writing_too(filled):
    with pytest.raises(StorageError) as caught:
        Store(filled.path, filled.folder, print, print, print)
    assert caught.value.fault is Fault.LOCKED
    filled.write(2, titled("Ekstra"))
    assert filled.store.flush(PATIENCE)
    assert os.access(filled.path, os.R_OK)


def test_a_listener_that_fails_costs_nothing(archive_path, tmp_path, trial, caplog):
    trial().close()

    def fails(seq):
        raise RuntimeError("the window is gone")

    store = Store(archive_path, tmp_path, fails, print, print)
    store.write(act(1, added(*records())))
    assert store.flush(PATIENCE)
    store.write(act(2, titled("Ekstra")))
    assert store.close() is True
    assert looked_into(archive_path, "SELECT title FROM meeting") == [("Ekstra",)]
    assert "window" not in caplog.text
    caplog.clear()


def test_what_is_written_before_the_archive_is_ready_outlives_a_crash(trial, archive_path, tmp_path, monkeypatch):
    go_on, kept = threading.Event(), threading.Event()
    monkeypatch.setattr(Proof, "check", lambda _proof: go_on.wait(PATIENCE))
    keep = Spill.keep

    def keep_and_tell(spill, entries):
        place = keep(spill, entries)
        kept.set()
        return place

    monkeypatch.setattr(Spill, "keep", keep_and_tell)
    one = trial()
    one.write(1, added(*records()))
    assert kept.wait(PATIENCE)
    elsewhere = tmp_path / "after the crash" / archive_path.name
    elsewhere.parent.mkdir()
    for file in [archive_path, *unsaved_files(archive_path)]:
        elsewhere.with_name(file.name).write_bytes(file.read_bytes())
    go_on.set()
    one.told_until(("durable", 1))
    assert unsaved_files(archive_path) == []
    again = trial(elsewhere)
    assert again.store.flush(PATIENCE)
    assert again.stored(Meeting) == [MEETING]
