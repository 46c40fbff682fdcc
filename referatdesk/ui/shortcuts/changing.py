"""Changing keys: what the user has put in place of the table's, kept as the differences alone."""

from __future__ import annotations

from referatdesk.ui.actions import ACTIONS, keys_of
from referatdesk.ui.shortcuts.taken import Changed, holder, same_key

SPECS = {spec.id: spec for spec in ACTIONS}


def with_key(changed: Changed, action_id: str, key: str) -> Changed:
    """The action has this key alone; whoever had it before has one key less."""
    loser = holder(key, changed, action_id)
    left = _without(changed, loser.id, key) if loser is not None else changed
    return _kept({**left, action_id: (key,)})


def with_swapped(changed: Changed, action_id: str, key: str) -> Changed:
    """The action has this key alone, and whoever had it has what the action had."""
    loser = holder(key, changed, action_id)
    given_up = keys_of(SPECS[action_id], changed)
    after = dict(with_key(changed, action_id, key))
    if loser is not None:
        after[loser.id] = (*keys_of(loser, after), *given_up)
    return _kept(after)


def without_keys(changed: Changed, action_id: str) -> Changed:
    return _kept({**changed, action_id: ()})


def as_in_the_table(changed: Changed, action_id: str) -> Changed:
    """The action has the table's keys again, and nobody else has them."""
    after = dict(changed)
    for key in SPECS[action_id].keys:
        loser = holder(key, after, action_id)
        if loser is not None:
            after = dict(_without(after, loser.id, key))
    after.pop(action_id, None)
    return _kept(after)


def _without(changed: Changed, action_id: str, key: str) -> Changed:
    left = tuple(one for one in keys_of(SPECS[action_id], changed) if not same_key(one, key))
    return {**changed, action_id: left}


def _kept(changed: Changed) -> Changed:
    """Only what differs from the table; actions that are no more are left out."""
    known = {action_id: keys for action_id, keys in changed.items() if action_id in SPECS}
    return {action_id: keys for action_id, keys in known.items() if keys != SPECS[action_id].keys}
