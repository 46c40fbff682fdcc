"""What is readable of a damaged archive comes into a new one; what is not is listed, and the file stays as it is."""

import shutil

import pytest

from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting
from referatdesk.storage.connection import connect
from referatdesk.storage.full_check import Flaw, FullCheck, Interrupted
from referatdesk.storage.migrations import VERSION
from referatdesk.storage.opening import OpenArchive
from referatdesk.storage.recovering import Known, recover
from tests.storage.damage import PAGE, all_records, build, pages_of, some_key, zeroed
from tests.storage.test_stored_archives import STORED
from tests.storage.trial import looked_into

KEYS = {"plain": None, "protected": some_key()}


@pytest.fixture(scope="module", params=KEYS)
def archive(request, tmp_path_factory):
    """The path, the key, the bytes and the records of a sound archive."""
    folder = tmp_path_factory.mktemp("sound")
    path, key = folder / "Østfjord.referatdesk", KEYS[request.param]
    build(path, folder / "backups", key)
    return path, key, path.read_bytes(), all_records(path, key)


@pytest.fixture
def recovered(archive, tmp_path):
    """Recovers such bytes: what came of it, and its records."""
    _path, key, _whole, _before = archive

    def go(data, go_on=lambda: None):
        damaged, target = tmp_path / "damaged.referatdesk", tmp_path / "new.referatdesk"
        damaged.write_bytes(data)
        done = recover(damaged, target, key, Known("known-id", 500), go_on)
        assert damaged.read_bytes() == data
        assert sorted(one.name for one in tmp_path.iterdir()) == ["damaged.referatdesk", "new.referatdesk"]
        assert FullCheck(target, key).flaws() == []
        OpenArchive(target, key).close()
        return done, all_records(target, key)

    return go


def without(found, done):
    """The records that really come from the damaged file."""
    stand_ins = set(done.mended.stand_ins)
    return {key: one for key, one in found.items() if (table(key[0]), key[1]) not in stand_ins}


def table(kind):
    from referatdesk.storage.rows import table_name

    return table_name(kind)


def test_of_a_sound_file_everything_comes(archive, recovered):
    done, found = recovered(archive[2])
    assert found == archive[3]
    assert done.torn == ()
    assert done.mended.unreadable == done.mended.stand_ins == []


@pytest.mark.parametrize("seed", range(2))
def test_pages_zeroed_in_the_middle_cost_only_what_stood_on_them(archive, recovered, seed):
    import random

    count = len(archive[2]) // PAGE
    pages = random.Random(seed).sample(range(2, count), 6)  # noqa: S311 - any pages will do
    done, found = recovered(zeroed(archive[2], pages))
    real = without(found, done)
    assert real.items() <= archive[3].items()
    assert len(real) > len(archive[3]) - 6 * 60


def test_the_first_page_gone_costs_nothing_but_the_archive_s_schema(archive, recovered):
    done, found = recovered(zeroed(archive[2], [1]))
    assert found == archive[3]
    assert done.torn


@pytest.mark.parametrize("name", ["attendance", "item_text", "agenda_item"])
def test_a_table_whose_root_is_gone_is_read_from_its_leaves(archive, recovered, name):
    done, found = recovered(zeroed(archive[2], [pages_of(archive[0], name, archive[1])]))
    assert name in done.torn
    assert found == archive[3]


def test_a_damaged_index_costs_nothing(archive, recovered):
    page = pages_of(archive[0], "ix_meeting_date", archive[1])
    _done, found = recovered(zeroed(archive[2], [page]))
    assert found == archive[3]


@pytest.mark.parametrize("cut", [0, 1234])
def test_of_a_file_cut_in_half_the_first_half_comes(archive, recovered, cut):
    whole = archive[2]
    done, found = recovered(whole[: len(whole) // PAGE // 2 * PAGE + cut])
    real = without(found, done)
    assert real.items() <= archive[3].items()
    assert len(real) > len(archive[3]) // 4


def test_pages_torn_out_and_the_rest_moved_up_still_give_their_rows(archive, recovered):
    whole, third = archive[2], len(archive[2]) // PAGE // 3 * PAGE
    done, found = recovered(whole[:third] + whole[third + 3 * PAGE :])
    assert without(found, done).items() <= archive[3].items()


def test_what_others_refer_to_and_is_lost_gets_a_stand_in(archive, recovered, tmp_path):
    _path, key, whole, before = archive
    changed = tmp_path / "changed" / "a.referatdesk"
    changed.parent.mkdir()
    changed.write_bytes(whole)
    connection = connect(changed, "rw", key)
    connection.execute("DELETE FROM meeting WHERE id = 'm7'")
    connection.execute("DELETE FROM agenda_item WHERE id = 'm8-2'")
    connection.execute("DELETE FROM item_text WHERE id = 'm9-1'")
    connection.execute("UPDATE meeting SET status = 'nonsense' WHERE id = 'm3'")
    connection.close()
    data = changed.read_bytes()
    shutil.rmtree(changed.parent)
    done, found = recovered(data)
    assert ("meeting", "m3") in done.mended.unreadable
    assert set(done.mended.stand_ins) == {
        ("meeting", "m7"),
        ("meeting", "m3"),
        ("agenda_item", "m8-2"),
        ("item_text", "m9-1"),
    }
    assert found[Meeting, "m7"] == Meeting(id="m7", board_id="board")
    assert found[AgendaItem, "m8-2"] == AgendaItem(id="m8-2", meeting_id="m8", title="?")
    assert found[ItemText, "m8-2"] == before[ItemText, "m8-2"]
    assert found.keys() == before.keys()


def test_the_next_act_has_a_number_above_all_that_are_known(archive, recovered, tmp_path):
    recovered(archive[2])
    connection = connect(tmp_path / "new.referatdesk", "ro", archive[1])
    assert connection.execute("SELECT max(seq), count(*) FROM journal").fetchone() == (501, 32)
    assert connection.execute("SELECT id FROM archive_info").fetchone() != ("known-id",)
    connection.close()


def test_a_recovery_that_is_ended_leaves_nothing_behind(archive, tmp_path):
    damaged, target = tmp_path / "damaged.referatdesk", tmp_path / "new.referatdesk"
    damaged.write_bytes(archive[2])
    calls = iter(range(100))

    def go_on():
        if next(calls) == 50:
            raise Interrupted

    with pytest.raises(Interrupted):
        recover(damaged, target, archive[1], Known(), go_on)
    assert list(tmp_path.iterdir()) == [damaged]


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_archive_is_recovered_as_one_of_today(version, tmp_path):
    damaged, target = tmp_path / "old.referatdesk", tmp_path / "new.referatdesk"
    whole = (STORED / f"version-{version}.referatdesk").read_bytes()
    damaged.write_bytes(whole)
    done = recover(damaged, target, None, Known(), lambda: None)
    assert looked_into(target, "PRAGMA user_version") == [(VERSION,)]
    for name in ("meeting", "agenda_item", "item_text", "decision", "membership"):
        query = f"SELECT id FROM {name} ORDER BY id"  # noqa: S608 - our own names
        assert looked_into(target, query) == looked_into(damaged, query)
    assert done.mended.stand_ins == []


def test_content_that_is_no_longer_what_its_name_says_is_not_passed_off_as_it(archive, recovered, tmp_path):
    _path, key, whole, before = archive
    changed = tmp_path / "changed" / "a.referatdesk"
    changed.parent.mkdir()
    changed.write_bytes(whole)
    connection = connect(changed, "rw", key)
    connection.execute("UPDATE file_part SET data = x'00'")
    connection.close()
    data = changed.read_bytes()
    assert FullCheck(changed, key).flaws() == [Flaw("content")]
    shutil.rmtree(changed.parent)
    done, found = recovered(data)
    assert done.mended.contents == 1
    assert found == before


def test_the_full_check_finds_what_sqlite_does_not(archive, tmp_path):
    _path, key, whole, _before = archive
    copy = tmp_path / "copy.referatdesk"
    copy.write_bytes(whole)
    assert FullCheck(copy, key).flaws() == []
    connection = connect(copy, "rw", key)
    connection.execute("UPDATE meeting SET status = 'nonsense' WHERE id IN ('m3', 'm4')")
    connection.execute("UPDATE item_text SET sections = 'no json' WHERE id = 'm5-1'")
    connection.execute("UPDATE journal SET content = '[' WHERE seq = 3")
    connection.close()
    assert FullCheck(copy, key).flaws() == [
        Flaw("record", "meeting", 2),
        Flaw("record", "item_text", 1),
        Flaw("journal", "journal", 1),
    ]


def test_the_full_check_can_be_ended(archive, tmp_path):
    check = FullCheck(archive[0], archive[1])
    check.interrupt()
    with pytest.raises(Interrupted):
        check.flaws()
