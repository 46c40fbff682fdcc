"""The table of keys as a whole, and which keys may be put into it."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from referatdesk.i18n import catalogue
from referatdesk.ui.action_specs import MENU_NAMES
from referatdesk.ui.actions import ACTIONS, keys_of
from referatdesk.ui.shortcuts.changing import as_in_the_table, with_key, with_swapped, without_keys
from referatdesk.ui.shortcuts.taken import holder, menu_letter, refusal

KEYS = [(spec.id, key) for spec in ACTIONS for key in spec.keys]


@pytest.fixture(params=["da", "en"], autouse=True)
def language(request):
    catalogue.use(request.param)
    return request.param


def test_no_two_actions_share_a_key_however_it_is_spelt():
    spelt = Counter(QKeySequence(key).toString() for _action, key in KEYS)
    assert [key for key, count in spelt.items() if count > 1 or not key] == []


@pytest.mark.parametrize(("action_id", "key"), KEYS)
def test_every_key_of_the_table_could_be_chosen_by_hand(action_id, key):
    assert refusal(key) == ""


def test_every_action_is_reached_by_keyboard():
    """By a key of its own, or by the letters of its menu and its row."""
    for spec in ACTIONS:
        row = catalogue._(spec.text)
        assert spec.keys or (menu_letter(catalogue._(MENU_NAMES[spec.menu])) and menu_letter(row)), spec.id


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("Ctrl+Alt+E", "AltGr"),
        ("Ctrl+Alt+2", "AltGr"),
        ("Ctrl+@", "AltGr"),
        ("Ctrl+{", "AltGr"),
        ("Alt+F4", "Alt+F4"),
        ("A", "Ctrl"),
        ("Shift+A", "Ctrl"),
        ("Space", "Ctrl"),
        ("Return", "Ctrl"),
        ("PgDown", "Ctrl"),
        ("Ctrl+C", "Ctrl"),
        ("Ctrl+V", "Ctrl"),
        ("Ctrl+A", "Ctrl"),
        ("Ctrl+Left", "Ctrl"),
        ("Alt+V", "V"),
        ("Ctrl+´", ""),
        ("Ctrl+¨", ""),
    ],
)
def test_what_a_danish_keyboard_or_writing_needs_is_refused_with_the_reason(key, reason):
    assert reason in refusal(key)
    assert refusal(key).endswith(".")


@pytest.mark.parametrize(
    "key", ["F4", "Shift+F2", "Ctrl+J", "Ctrl+Shift+J", "Ctrl+Æ", "Alt+7", "Alt+PgDown", "Ctrl+F2"]
)
def test_other_keys_are_free_to_take(key):
    assert refusal(key) == ""


def test_the_letters_of_the_menus_are_refused_in_the_language_in_force(language):
    letters = {menu_letter(catalogue._(name)) for name in MENU_NAMES.values()}
    assert len(letters) == len(MENU_NAMES)
    assert [letter for letter in letters if not refusal(f"Alt+{letter.upper()}")] == []


def in_force(changed):
    return {spec.id: keys_of(spec, changed) for spec in ACTIONS if keys_of(spec, changed) != spec.keys}


def test_a_key_goes_from_one_action_to_another():
    changed = with_key({}, "items.next", "Ctrl+E")
    assert in_force(changed) == {"items.next": ("Ctrl+E",), "meetings.export": ()}
    assert holder("Ctrl+E", changed).id == "items.next"


def test_two_actions_swap_their_keys():
    changed = with_swapped({}, "items.next", "Ctrl+E")
    assert in_force(changed) == {"items.next": ("Ctrl+E",), "meetings.export": ("Ctrl+PgDown",)}


def test_only_differences_are_kept():
    changed = with_swapped({}, "items.next", "Ctrl+E")
    assert with_swapped(changed, "items.next", "Ctrl+PgDown") == {}
    assert without_keys({"gone.action": ("F4",)}, "items.next") == {"items.next": ()}


def test_set_back_an_action_takes_its_key_from_whoever_has_it():
    changed = with_swapped({}, "items.next", "Ctrl+E")
    assert in_force(as_in_the_table(changed, "meetings.export")) == {"items.next": ()}


def test_no_message_is_left_in_english_on_a_danish_keyboard(language):
    if language == "da":
        assert not re.search(r"\b(?:the|key|keyboard)\b", refusal("Ctrl+Alt+E") + refusal("A"))
