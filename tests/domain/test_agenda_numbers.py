from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.codes import ItemStatus
from referatdesk.domain.meetings import AgendaItem


def item(item_id, sort=0, parent=None, **values):
    return AgendaItem(id=item_id, meeting_id="m", title=item_id, sort=sort, parent_id=parent, **values)


def by_hand(item_id, sort, number, parent=None):
    return item(item_id, sort, parent, number_auto=False, number_text=number)


def numbers(*items, sub_numbers=False):
    printed = printed_numbers(items, sub_numbers)
    return [printed[one.id] for one in in_order(items)]


@st.composite
def agendas(draw):
    items = []
    for place in range(draw(st.integers(0, 8))):
        parent = draw(st.none() | st.sampled_from([one.id for one in items])) if items else None
        number = draw(st.none() | st.sampled_from(["", "3", "7", "4a", "2.5"]))
        one = item(f"i{place}", draw(st.integers(0, 3)), parent)
        items.append(one if number is None else replace(one, number_auto=False, number_text=number or None))
    return draw(st.permutations(items))


@given(agendas())
def test_reading_order_holds_every_item_once_and_parents_first(items):
    ordered = in_order(items)
    assert sorted(one.id for one in ordered) == sorted(one.id for one in items)
    places = {one.id: place for place, one in enumerate(ordered)}
    assert all(places[one.parent_id] < places[one.id] for one in items if one.parent_id)


@given(agendas(), st.booleans())
def test_every_item_has_an_answer_and_a_number_by_hand_is_never_touched(items, sub_numbers):
    printed = printed_numbers(items, sub_numbers)
    assert printed.keys() == {one.id for one in items}
    assert all(printed[one.id] == one.number_text for one in items if not one.number_auto)


@given(agendas())
def test_without_sub_numbers_an_automatic_sub_item_has_none(items):
    printed = printed_numbers(items, sub_numbers=False)
    assert all(printed[one.id] is None for one in items if one.number_auto and one.parent_id)


@given(st.integers(0, 12))
def test_automatic_numbers_count_from_one(count):
    assert numbers(*(item(f"i{place}", place) for place in range(count))) == [str(n + 1) for n in range(count)]


def test_sub_items_follow_their_parent_and_orphans_stand_at_the_top():
    items = [item("b", 1), item("a1", 0, "a"), item("a", 0), item("lost", 2, "gone"), item("a0", -1, "a")]
    assert [one.id for one in in_order(items)] == ["a", "a0", "a1", "b", "lost"]
    assert numbers(*items) == ["1", None, None, "2", "3"]


def test_sub_items_are_numbered_below_their_parent_where_the_house_does_so():
    items = [item("a", 0), item("a1", 0, "a"), item("a2", 1, "a"), item("a21", 0, "a2"), item("b", 1)]
    assert numbers(*items, sub_numbers=True) == ["1", "1.1", "1.2", "1.2.1", "2"]


def test_a_gap_that_was_read_stays_a_gap():
    items = [by_hand("a", 0, "3"), by_hand("b", 1, "4"), by_hand("c", 2, "6"), item("d", 3)]
    assert numbers(*items) == ["3", "4", "6", "7"]


@pytest.mark.parametrize(
    ("number", "following"), [("4", "5"), ("4.", "5"), ("4)", "5"), ("4a", "5"), ("12", "13"), (None, "2"), ("A", "2")]
)
def test_automatic_numbers_count_on_from_the_figure_of_one_set_by_hand(number, following):
    assert numbers(item("a", 0), by_hand("b", 1, number), item("c", 2)) == ["1", number, following]


def test_a_number_by_hand_below_a_parent_counts_in_its_last_part():
    items = [item("a", 0), by_hand("a1", 0, "1.4", "a"), item("a2", 1, "a"), item("b", 1)]
    assert numbers(*items, sub_numbers=True) == ["1", "1.4", "1.5", "2"]


def test_a_withdrawn_item_keeps_its_number():
    items = [item("a", 0), item("b", 1, status=ItemStatus.WITHDRAWN), item("c", 2)]
    assert numbers(*items) == ["1", "2", "3"]


def test_a_raised_figure_in_a_number_is_no_figure_to_count_from():
    items = [
        AgendaItem(id="a", meeting_id="m", sort=0, title="A", number_auto=False, number_text="3²"),
        AgendaItem(id="b", meeting_id="m", sort=1, title="B"),
    ]
    assert printed_numbers(items, sub_numbers=False) == {"a": "3²", "b": "4"}
