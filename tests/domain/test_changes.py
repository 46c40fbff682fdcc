from dataclasses import fields, is_dataclass, replace
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referatdesk.domain.boards import Board, HouseStyle, Organisation, Person
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Change, Pair, added, altered, removed
from referatdesk.domain.decisions import Decision, RecommendationPoint, Vote
from referatdesk.domain.ids import new_block_id, new_id
from referatdesk.domain.meetings import AgendaItem, Attendance, Meeting, Theme
from referatdesk.domain.records import RecordSet, StaleRecordError, board_of, style_of

GOALS = {
    "board_id": Board,
    "person_id": Person,
    "organisation_id": Organisation,
    "house_style_id": HouseStyle,
    "meeting_id": Meeting,
    "theme_id": Theme,
    "item_id": AgendaItem,
    "attendance_id": Attendance,
    "decision_id": Decision,
    "point_id": RecommendationPoint,
    "vote_id": Vote,
}


def person(person_id, name="Merete Aaby"):
    return Person(id=person_id, full_name=name)


def test_every_record_is_frozen_and_known_by_a_text_id():
    for kind in RECORD_TYPES:
        assert is_dataclass(kind)
        assert get_type_hints(kind)["id"] is str
        assert kind.__dataclass_params__.frozen
        assert not hasattr(kind, "__dict__") or "__slots__" in vars(kind)


def test_records_come_after_those_they_refer_to():
    for place, kind in enumerate(RECORD_TYPES):
        for field in fields(kind):
            if field.name in GOALS:
                assert RECORD_TYPES.index(GOALS[field.name]) < place, f"{kind.__name__}.{field.name}"


def test_all_but_shared_records_belong_to_a_meeting():
    for kind in set(RECORD_TYPES) - SHARED_TYPES - {Meeting}:
        assert "meeting_id" in {field.name for field in fields(kind)}, kind.__name__


def test_a_pair_is_about_one_record():
    for before, after in [(None, None), (person("a"), person("b")), (person("a"), Organisation(id="a", name="x"))]:
        with pytest.raises(ValueError, match="pair"):
            Pair(before, after)


def test_a_pair_speaks_of_the_newest_form_of_its_record():
    old, new = person("a", "Merete"), person("a", "Merete Aaby")
    assert Pair(old, new).record is new
    assert Pair(None, new).record is new
    assert Pair(old, None).record is old


def test_only_records_that_differ_are_altered():
    same, old, new = person("a"), person("b", "Sanne"), person("b", "Sanne Brix")
    assert altered([(same, person("a")), (old, new)]) == (Pair(old, new),)


def test_a_change_without_pairs_is_nothing():
    assert not Change("item.add", ())
    assert Change("item.add", added(person("a")))


def test_a_change_turned_takes_its_pairs_back_last_first():
    change = Change("member.add", (*added(person("a"), person("b")), *removed(person("c"))), "Sanne Brix", "step")
    turned = change.turned
    assert [(pair.before, pair.after) for pair in turned.pairs] == [
        (None, person("c")),
        (person("b"), None),
        (person("a"), None),
    ]
    assert (turned.label, turned.subject, turned.step) == ("member.add", "Sanne Brix", "step")
    assert turned.turned == change


HISTORIES = st.lists(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.none() | st.sampled_from(["Merete", "Sanne", "Palle"])),
        max_size=4,
        unique_by=lambda step: step[0],
    ),
    max_size=12,
)


@given(HISTORIES)
def test_any_history_undone_is_the_start_and_redone_is_the_end(history):
    records = RecordSet([person("a"), person("b")])
    start = {one.id: one for one in records.all(Person)}
    done = []
    for acts in history:
        pairs = [(records.find(Person, key), person(key, name) if name else None) for key, name in acts]
        change = Change("x", tuple(Pair(*pair) for pair in pairs if pair[0] != pair[1]))
        records.apply(change.pairs)
        done.append(change)
    end = {one.id: one for one in records.all(Person)}
    for change in reversed(done):
        records.apply(change.turned.pairs)
    assert {one.id: one for one in records.all(Person)} == start
    for change in done:
        records.apply(change.pairs)
    assert {one.id: one for one in records.all(Person)} == end


@pytest.mark.parametrize(
    "stale",
    [
        Pair(person("a", "Somebody else"), person("a", "New")),
        Pair(person("missing"), None),
        Pair(None, person("a")),
    ],
)
def test_a_change_that_starts_from_something_else_is_refused_whole(stale):
    records = RecordSet([person("a")])
    with pytest.raises(StaleRecordError):
        records.apply([*added(person("z")), stale])
    assert records.all(Person) == [person("a")]


def test_records_are_found_by_kind_and_id():
    records = RecordSet([person("a"), Organisation(id="a", name="Egeby Kommune")])
    assert records.get(Organisation, "a").name == "Egeby Kommune"
    assert records.find(Person, "b") is None
    with pytest.raises(LookupError):
        records.get(Person, "b")
    with pytest.raises(LookupError):
        records.text("a")


def test_what_was_listed_is_not_changed_by_what_comes_later():
    records = RecordSet([person("a")])
    listed = records.all(Person)
    records.apply([Pair(person("a"), None)])
    assert listed == [person("a")]


def test_a_meeting_prints_in_the_style_of_its_board():
    style = HouseStyle(id="s", name="Fjordstilen", template="fjord.docx")
    board = Board(id="b", name="Sundhedsråd Østfjord", house_style_id="s")
    meeting = Meeting(id="m", board_id="b")
    records = RecordSet([style, board, meeting])
    assert board_of(records, meeting) is board
    assert style_of(records, replace(meeting, title="Møde")) is style


def test_ids_differ_and_have_their_length():
    assert (len(new_id()), len(new_block_id())) == (36, 12)
    assert len({new_id() for _ in range(50)} | {new_block_id() for _ in range(50)}) == 100
