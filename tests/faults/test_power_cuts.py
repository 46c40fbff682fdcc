"""A power cut at any moment leaves an archive that opens, is whole, and holds all that was said to be saved."""

import pytest

from tests.faults import power_cuts, trace
from tests.faults.disk import SECTOR, File, Write, applied

pytestmark = pytest.mark.skipif(not trace.is_possible(), reason="no strace here: packaging/dev.py test brings one")


def test_what_was_said_to_be_saved_survives_a_power_cut(tmp_path):
    row = power_cuts.trial(tmp_path, 25, words=25)
    assert (row.tried, row.wrong) == (25, {})


@pytest.mark.parametrize("bad", power_cuts.BAD)
def test_a_program_that_is_bad_on_purpose_does_not_survive_it(bad, tmp_path):
    assert power_cuts.trial(tmp_path, 300, words=12, bad=bad).failed


def test_what_was_synced_stays_and_what_was_not_may_go():
    file = File()
    file.write(0, b"a" * SECTOR)
    file.sync()
    file.write(SECTOR, b"b" * SECTOR)
    assert file.durable == b"a" * SECTOR
    assert applied(file.durable, [Write(2 * SECTOR, b"c")]) == b"a" * SECTOR + bytes(SECTOR) + b"c"
