"""The quick set: a little of everything that the command tries, and that programs bad on purpose are caught."""

import shutil

import pytest

from tests.faults import (
    acts_cut_short,
    bit_errors,
    clocks,
    double_starts,
    kills,
    outsiders,
    planted,
    power_cuts,
    publications,
    refusals,
    system_calls,
    trace,
)
from tests.faults.disk import SECTOR, Cut, File, Folder, Write, applied
from tests.faults.home import Home
from tests.faults.prepared import KEY, prepare
from tests.faults.table import Row, Verdict, caught, lines_of

needs_strace = pytest.mark.skipif(not trace.is_possible(), reason="no strace here: packaging/dev.py test brings one")
needs_a_clock = pytest.mark.skipif(clocks.library() is None, reason="no faketime here: packaging/dev.py test brings it")
needs_linux = pytest.mark.skipif(shutil.which("prlimit") is None, reason="rights are tried on Linux")


@needs_strace
def test_what_was_said_to_be_saved_survives_a_power_cut(tmp_path):
    row = power_cuts.trial(tmp_path, 12, words=12)
    assert (row.tried, row.wrong) == (12, {})


@needs_strace
def test_a_program_that_syncs_nothing_is_caught_by_power_cuts(tmp_path):
    assert power_cuts.trial(tmp_path, 30, words=power_cuts.BAD_WORDS, bad="no-syncs").failed


def test_what_was_typed_survives_kills(tmp_path):
    row = kills.trial(tmp_path / "archives", 2)
    assert (row.tried, row.wrong) == (2, {})


def test_a_program_that_saves_when_it_ends_is_caught_by_kills(tmp_path):
    assert kills.trial(tmp_path / "archives", 6, "save-on-exit").failed


@needs_strace
def test_failing_system_calls_lose_nothing_and_a_program_that_swallows_them_is_caught(tmp_path):
    calls = system_calls.Calls(tmp_path)
    some = [system_calls.Fault("pwrite64", "ENOSPC", 60, 60), system_calls.Fault("fsync", "EIO", 3, 5)]
    assert system_calls.trial(calls, tmp_path, "", some).wrong == {}
    for_good = [system_calls.Fault("pwrite64", "EIO", 20, None)]
    assert system_calls.trial(calls, tmp_path, "", for_good, system_calls.BAD).failed


@needs_linux
def test_bad_archives_are_refused_and_a_program_that_makes_empty_ones_is_caught(tmp_path):
    names = ["a hostile trigger", "a pipe"]
    assert refusals.trial(tmp_path / "program", names).wrong == {}
    assert refusals.trial(tmp_path / "bad", ["nothing"], refusals.BAD_BUILD).failed


@needs_strace
def test_bringing_forward_can_be_cut_short_anywhere(tmp_path):
    act = next(act for act in acts_cut_short.ACTS if act.name == "bring-forward")
    assert acts_cut_short.kills(act, "", 2, tmp_path / "kills").wrong == {}
    assert acts_cut_short.cuts(act, "", 6, tmp_path / "cuts").wrong == {}


def test_wrong_bits_in_a_protected_archive_are_noticed(tmp_path):
    found = bit_errors.trial(tmp_path, 12, KEY)
    assert found.total() == 12
    assert not [who for who in found if who.startswith("nobody")]


def test_two_starts_at_once_end_with_one_writer(tmp_path):
    assert list(double_starts.at_once(prepare(Home(tmp_path)))) == []


@needs_a_clock
def test_a_clock_that_is_wrong_loses_no_word_and_no_copy(tmp_path):
    home = prepare(Home(tmp_path))
    assert list(clocks.wrong_from_the_start(home, clocks.DATES[-1], clocks.library(), words=4)) == []


@needs_strace
def test_hostile_files_are_held_to_their_limits(tmp_path):
    row = outsiders.trial(tmp_path, lambda number: number == 3, ("read", "export"))
    assert row.tried == 2
    assert row.wrong == {}


@pytest.mark.parametrize("act", [planted.erased_meeting, planted.erased_text])
def test_what_is_deleted_for_good_is_not_in_the_file(act, tmp_path):
    assert list(act(prepare(Home(tmp_path), words=planted.WORDS))) == []


def test_a_public_version_that_holds_a_planted_word_makes_its_line_false():
    tally = publications.Tally(meetings=3, files=3, planted=9, found=["w1 in b.docx"], controls=3)
    assert publications.row_of(tally).verdict is Verdict.FALSE


def test_what_was_synced_stays_and_what_was_not_may_go():
    file = File()
    file.write(0, b"a" * SECTOR)
    file.sync()
    file.write(SECTOR, b"b" * SECTOR)
    assert file.durable == b"a" * SECTOR
    assert applied(file.durable, [Write(2 * SECTOR, b"c"), Cut(SECTOR + 1)]) == b"a" * SECTOR + b"\0"


def test_a_name_is_only_sure_once_its_folder_was_synced():
    folder, old, new = Folder(), File(), File()
    folder.name("archive", old)
    folder.sync()
    folder.name("archive", new)
    assert folder.now == {"archive": new}
    assert folder.after(0) == {"archive": old}


def test_a_line_is_only_true_where_all_of_it_was_tried():
    tried, not_tried = Row(1, "kills", tried=3), Row(1, "power cuts", cannot="no strace")
    assert [tried.verdict, not_tried.verdict] == [Verdict.TRUE, Verdict.NOT_TRIED]
    assert next(iter(lines_of([tried, not_tried]))).endswith("not tried")
    assert list(lines_of([tried, not_tried]))[-1] == "1 not tried of 1 lines"


def test_a_bad_program_that_nobody_noticed_makes_the_line_false():
    assert caught(1, "bad", Row(1, "kills", tried=3)).verdict is Verdict.FALSE
