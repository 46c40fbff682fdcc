import hashlib
import os
import subprocess
import sys
from pathlib import Path

import docx
import msgspec
import psutil
import pytest

from referatdesk.documents.reading import worker as worker_module
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.parts import Correction, Habit, Part
from referatdesk.documents.reading.reader import draft_of, read_draft
from referatdesk.documents.reading.source import Place, SourceComment, SourceParagraph, SourcePicture, SourceText
from referatdesk.documents.reading.worker import ReadFile, ReadingWorker
from referatdesk.domain.richtext import Run
from tests.documents.reading.word_minutes import saved

MINUTES = Path(__file__).parents[2] / "fixtures" / "minutes" / "one_item.txt"


@pytest.fixture
def worker():
    made = ReadingWorker()
    yield made
    made.close()


def patient():
    return False


def own_processes():
    return [one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())]


def code_of(worker, path, cancelled=patient):
    with pytest.raises(ReadingError) as caught:
        worker.read(path, cancelled)
    return caught.value.code


def test_a_file_is_read_as_it_is_read_here(worker):
    read = worker.read(MINUTES, patient)
    assert [item.heading for item in read.draft.items] == [item.heading for item in read_draft(MINUTES).items]
    content = MINUTES.read_bytes()
    assert (read.sha256, read.size) == (hashlib.sha256(content).hexdigest(), len(content))


def test_nothing_is_lost_on_the_way_between_the_processes():
    picture = SourcePicture(b"\x00\xff", "image/png", "Kort over Egeby")
    paragraph = SourceParagraph(runs=(Run("Se her", link="https://example.org/"),), place=Place(1, 1), picture=picture)
    source = SourceText((paragraph,), comments=(SourceComment(Place(1, 1), "Passer det?"),), margins=("Egeby",))
    sent = ReadFile(source, draft_of(source), "00", 1)
    assert msgspec.json.decode(msgspec.json.encode(sent), type=ReadFile) == sent


def test_one_process_reads_many_files(worker):
    worker.read(MINUTES, patient)
    (first,) = own_processes()
    worker.read(MINUTES, patient)
    assert own_processes() == [first]


def test_why_a_file_cannot_be_read_comes_back(worker, tmp_path):
    assert code_of(worker, tmp_path / "none.docx") == "missing"


def test_whoever_cancels_gets_the_process_ended(worker):
    worker.read(MINUTES, patient)
    assert code_of(ReadingWorker(), MINUTES, lambda: True) == "cancelled"
    assert len(own_processes()) == 1


@pytest.fixture
def long_file(tmp_path):
    """Takes a second or so."""
    path = tmp_path / "long.txt"
    path.write_text("Rådet drøftede sagen i Egeby.\n\n" * 20_000, encoding="utf-8")
    return path


def test_a_file_that_takes_too_long_is_given_up(long_file):
    hasty = ReadingWorker(seconds=0)
    assert code_of(hasty, long_file) == "too_slow"
    assert own_processes() == []
    hasty.close()


def test_a_process_that_takes_too_much_memory_is_ended_by_whoever_watches_it(worker, long_file, monkeypatch):
    worker.read(MINUTES, patient)
    monkeypatch.setattr(worker_module, "MAX_BYTES", 1)  # the process itself was given the usual limit
    assert code_of(worker, long_file) == "too_hungry"
    assert own_processes() == []


ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only there a process can be refused memory")
REFUSED = """
from referatdesk.documents.reading.limits import limit_memory
limit_memory(50_000_000)
room = bytearray(30_000_000)
try:
    bytearray(60_000_000)
except MemoryError:
    print("refused")
"""


@ON_LINUX
def test_what_a_process_holds_already_is_no_part_of_its_limit():
    assert subprocess.check_output([sys.executable, "-c", REFUSED], text=True).strip() == "refused"


def room_left(process):
    """Bytes that the process may still take."""
    return process.rlimit(psutil.RLIMIT_AS)[0] - process.memory_info().vms


@ON_LINUX
def test_a_process_is_refused_memory_also_while_nobody_watches(worker):
    worker.read(MINUTES, patient)
    (process,) = own_processes()
    assert 0 < room_left(process) <= worker_module.MAX_BYTES


@ON_LINUX
def test_a_file_for_which_the_process_is_refused_memory_is_too_hungry(worker, tmp_path):
    large = tmp_path / "large.txt"
    large.write_bytes(b"Sagen i Egeby.\n\n" * 3_000_000)  # more than a process has put by: 64 MB for each thread
    worker.read(MINUTES, patient)
    (process,) = own_processes()
    here = process.memory_info().vms
    process.rlimit(psutil.RLIMIT_AS, (here + 2_000_000, psutil.RLIM_INFINITY))
    assert code_of(worker, large) == "too_hungry"
    assert worker.read(MINUTES, patient).draft.items


def said(source, part=Part.ITEM):
    """The user's word on the last line of a text."""
    return {source.paragraphs[-1].place.line_from: Correction(part)}


def test_a_text_is_read_anew_as_it_is_read_here(worker):
    source = worker.read(MINUTES, patient).source
    habits = (Habit("merete aaby", Part.LEFT_OUT),)
    read, here = worker.read_anew(source, said(source), habits, patient), draft_of(source, said(source), habits)
    assert read.parts == here.parts
    assert [item.heading for item in read.items] == [item.heading for item in here.items]


def test_the_text_of_a_file_is_not_sent_back_to_the_process_that_read_it(worker, monkeypatch):
    source = worker.read(MINUTES, patient).source
    (process,) = own_processes()
    monkeypatch.setattr(msgspec.json, "encode", without_sources(msgspec.json.encode))
    for part in (Part.ITEM, Part.LEFT_OUT):
        read = worker.read_anew(source, said(source, part), (), patient)
        assert read.parts == draft_of(source, said(source, part)).parts
    assert own_processes() == [process]


def without_sources(encode):
    def encoded(asked):
        assert asked.source is None
        return encode(asked)

    return encoded


def test_each_text_is_read_anew_for_itself(worker, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Punkt 1: Vagtordning\n\nSagsfremstilling\n\nRådet i Egeby.", encoding="utf-8")
    first, second = (worker.read(path, patient).source for path in (MINUTES, other))
    for source in (first, second, first):
        assert worker.read_anew(source, {}, (), patient).parts == draft_of(source).parts


def test_a_text_that_could_not_be_read_anew_is_read_by_a_new_process(worker, long_file):
    source = worker.read(long_file, patient).source
    with pytest.raises(ReadingError) as caught:
        worker.read_anew(source, said(source), (), lambda: True)
    assert caught.value.code == "cancelled"
    assert own_processes() == []
    assert worker.read_anew(source, said(source), (), patient).parts == draft_of(source, said(source)).parts


def test_a_text_that_takes_too_long_to_read_anew_is_given_up(worker, long_file):
    source = worker.read(long_file, patient).source
    hasty = ReadingWorker(seconds=0)
    with pytest.raises(ReadingError) as caught:
        hasty.read_anew(source, said(source), (), patient)
    assert caught.value.code == "too_slow"
    hasty.close()


def test_after_a_crash_the_next_file_is_read_by_a_new_process(worker):
    worker.read(MINUTES, patient)
    (first,) = own_processes()
    first.kill()
    first.wait(10)
    assert code_of(worker, MINUTES) == "crashed"
    assert worker.read(MINUTES, patient).draft.items


def test_a_closed_worker_leaves_no_process():
    made = ReadingWorker()
    made.read(MINUTES, patient)
    made.close()
    assert own_processes() == []


OFFICE = """#!/bin/sh
for last; do :; done
[ "$(ulimit -v)" = unlimited ] && cp "{made}" "$(dirname "$last")/document.docx"
"""


@ON_LINUX
def test_another_program_that_must_open_the_file_is_not_held_to_the_limits(worker, tmp_path, monkeypatch):
    document = docx.Document()
    document.add_paragraph("Punkt 1: Vagtordning")
    made = saved(document, tmp_path)
    office = tmp_path / "soffice"
    office.write_text(OFFICE.format(made=made), encoding="utf-8")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    old = tmp_path / "old.rtf"
    old.write_bytes(b"{\\rtf1 Punkt 1}")
    assert [line.text for line in worker.read(old, patient).source.paragraphs] == ["Punkt 1: Vagtordning"]
    (process,) = own_processes()
    assert 0 < room_left(process) <= worker_module.MAX_BYTES


def test_the_window_needs_no_parser_to_start_a_worker():
    code = "import sys, referatdesk.documents.reading.worker; print({'lxml', 'docx', 'psutil'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"
