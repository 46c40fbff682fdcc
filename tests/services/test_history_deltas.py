"""Differences lead from one value to the other and back, are small where little changed, and notice a wrong start."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referatdesk.services.archive.deltas import DeltaMismatchError, applied, delta, turned

LEAVES = st.none() | st.booleans() | st.integers(2, 5) | st.text("abå\0", max_size=6)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from("xyz"), inner), max_leaves=12
)


@given(VALUES, VALUES)
def test_a_difference_leads_there_and_back(before, after):
    one = json.loads(json.dumps(delta(before, after)))
    assert applied(one, before) == after
    assert applied(turned(one), after) == before


@given(VALUES)
def test_nothing_differs_from_itself(value):
    assert delta(value, value) is None


@given(VALUES, VALUES, VALUES)
def test_a_difference_is_applied_to_its_own_start_or_to_nothing_it_would_spoil(before, after, other):
    one = delta(before, after)
    try:
        found = applied(one, other)
    except DeltaMismatchError:
        return
    assert applied(turned(one), found) == other


def test_typing_costs_what_was_typed():
    text = {"id": "i", "blocks": [{"text": "Rådet drøftede sagen. " * 90}, {"text": "Godkendt."}]}
    more = {**text, "blocks": [{"text": text["blocks"][0]["text"] + "Merete Aaby bemærkede det."}, text["blocks"][1]]}
    assert len(json.dumps(delta(text, more), ensure_ascii=False)) < 100


def test_a_new_block_in_a_long_text_costs_one_block():
    blocks = [{"text": f"Afsnit {number} " * 30} for number in range(40)]
    more = [*blocks[:20], {"text": "Nyt afsnit"}, *blocks[20:]]
    assert len(json.dumps(delta(blocks, more))) < 100


@pytest.mark.parametrize("wrong", ["", "Godkendt", None, 7, ["Afvist."], {"text": "Afvist."}])
def test_a_wrong_start_is_noticed(wrong):
    with pytest.raises(DeltaMismatchError):
        applied(delta("Afvist.", "Afvist. Sagen sendes tilbage."), wrong)
