import pytest

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import RECORD_TYPES
from referatdesk.storage.codec import DataError, SyntaxFault, from_data, from_json, indented, to_data, to_json
from tests.storage.trial import records


def test_every_kind_of_record_comes_back_from_json():
    tried = records()
    assert {type(record) for record in tried} == set(RECORD_TYPES)
    for record in tried:
        assert from_json(to_json(record), type(record)) == record
        assert from_data(to_data(record), type(record)) == record


def test_equal_records_are_equal_bytes():
    assert [to_json(record) for record in records()] == [to_json(record) for record in records()]


def test_data_is_what_stands_in_the_json():
    for record in records():
        assert to_json(to_data(record)) == to_json(record)


def test_layout_changes_no_value():
    for record in records():
        assert from_json(indented(to_json(record)), type(record)) == record


@pytest.mark.parametrize(
    "data", [b'{"id":"b"}', b'{"id":1,"name":"Egeby","house_style_id":"s"}', b'{"id":"b","level":"x"}']
)
def test_what_does_not_fit_is_refused(data):
    with pytest.raises(DataError):
        from_json(data, Board)


def test_what_is_no_json_is_told_apart():
    with pytest.raises(SyntaxFault):
        from_json(b"{", Board)
