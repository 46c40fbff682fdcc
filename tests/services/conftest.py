"""A small fictional archive, and the one way in which these tests put a Change in force."""

from collections.abc import Callable

import pytest

from referatdesk.domain.changes import Change
from referatdesk.domain.records import RecordSet
from tests.services.fictional_archive import assert_nothing_dangles, everything, meeting_records, shared_records


@pytest.fixture
def apply() -> Callable[[RecordSet, Change], Change]:
    """Puts a change in force, once it has been seen that taking it back restores every record and nothing dangles."""

    def put_in_force(records, change):
        touched = [(type(pair.record), pair.record.id) for pair in change.pairs]
        assert len(touched) == len(set(touched)), "one record is in two pairs"
        assert all(pair.before != pair.after for pair in change.pairs), "a pair without a difference"
        before = everything(records)
        records.apply(change.pairs)
        assert_nothing_dangles(records)
        records.apply(change.turned.pairs)
        assert everything(records) == before
        records.apply(change.pairs)
        return change

    return put_in_force


@pytest.fixture
def archive() -> RecordSet:
    """One board with three seats, no meeting yet."""
    return RecordSet(shared_records())


@pytest.fixture
def records() -> RecordSet:
    """The board and one meeting in which every kind of record stands: item "two" has them all."""
    return RecordSet([*shared_records(), *meeting_records()])
