from dataclasses import replace

import pytest

from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, added
from referatdesk.domain.meetings import Meeting
from referatdesk.storage import reading
from referatdesk.storage.errors import Fault, StorageError
from tests.services.fictional_archive import MEETING, STYLE, shared_records
from tests.storage.trial import records

DATES = ["2027-02-04", "2027-03-01", "2027-02-04", None, "--05-10", "2026-12-31", None, "2027-02-04"]


@pytest.fixture
def many(trial):
    """Meetings of two boards on all sorts of dates."""
    boards = [record for record in shared_records() if record.id == "board"]
    meetings = [
        replace(MEETING, id=f"m{number}", board_id=["board", "other"][number % 2], date=date)
        for number, date in enumerate(DATES)
    ]
    one = trial()
    one.write(1, added(STYLE, *boards, replace(boards[0], id="other", name="Klitved Råd"), *meetings))
    assert one.store.flush(20)
    return one


def pages(trial, size, board_id=None):
    last = None
    while page := trial.store.read(lambda c: reading.meeting_rows(c, last, board_id, size)):  # noqa: B023 - asked at once
        yield page
        last = page[-1]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 100])
def test_pages_of_any_size_show_every_meeting_once_newest_first(size, many):
    shown = [row for page in pages(many, size) for row in page]
    assert [row.id for row in shown] == ["m1", "m7", "m2", "m0", "m5", "m4", "m6", "m3"]
    assert [row.place for row in shown] == sorted((row.place for row in shown), reverse=True)


@pytest.mark.parametrize("size", [1, 3, 100])
def test_one_board_shows_its_own_meetings(size, many):
    shown = [row for page in pages(many, size, "other") for row in page]
    assert [row.id for row in shown] == ["m1", "m7", "m5", "m3"]
    assert {row.board_name for row in shown} == {"Klitved Råd"}


def test_the_list_is_read_along_its_index(many):
    plan = many.ask("EXPLAIN QUERY PLAN SELECT id FROM meeting WHERE date IS NOT NULL ORDER BY date DESC, id DESC")
    assert "ix_meeting_date" in plan[0][-1]
    assert len(plan) == 1


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_kind_is_read_as_it_was_written(kind, trial):
    one = trial()
    one.write(1, added(*records()))
    assert one.store.flush(20)
    wanted = [record for record in records() if type(record) is kind]
    assert one.stored(kind) == wanted
    assert one.store.read(lambda c: reading.record(c, kind, wanted[0].id)) == wanted[0]
    if kind not in SHARED_TYPES:
        assert one.stored(kind, "another meeting") == []


def test_a_row_that_does_not_fit_is_not_made_a_record(trial):
    one = trial()
    one.write(1, added(*records()))
    assert one.store.flush(20)
    one.ask("UPDATE meeting SET status = 'cancelled'")
    with pytest.raises(StorageError) as caught:
        one.stored(Meeting)
    assert caught.value.fault is Fault.DAMAGED
