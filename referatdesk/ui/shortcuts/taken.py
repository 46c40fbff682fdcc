"""Which keys an action can be given: not those of another one, nor those that writing or a Danish keyboard needs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from referatdesk.i18n.catalogue import _
from referatdesk.ui.action_specs import MENU_NAMES, ActionSpec
from referatdesk.ui.actions import ACTIONS, keys_of

Changed = Mapping[str, tuple[str, ...]]

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_CTRL, _ALT, _SHIFT = _Modifier.ControlModifier, _Modifier.AltModifier, _Modifier.ShiftModifier
_HANDS = _CTRL | _ALT | _SHIFT | _Modifier.MetaModifier
_FIRST_DEAD, _LAST_DEAD = _Key.Key_Dead_Grave.value, _Key.Key_Dead_Longsolidusoverlay.value
_ALTGR_SIGNS = frozenset("@£$€{[]}|~\\")
"""On a Danish keyboard these are typed with AltGr, which is Ctrl+Alt."""
_DEAD_SIGNS = frozenset("´`¨^~")
_ALONE = frozenset({_Key(_Key.Key_F1.value + number) for number in range(24)} | {_Key.Key_Pause, _Key.Key_Insert})
"""The keys that mean nothing to a text and may be taken without another one held."""
_WRITING = frozenset(
    {"Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Ctrl+Shift+V", "Ctrl+Ins", "Shift+Ins", "Shift+Del", "Ctrl+Backspace"}
    | {"Ctrl+Del", "Ctrl+Left", "Ctrl+Right", "Ctrl+Up", "Ctrl+Down", "Ctrl+Home", "Ctrl+End"}
    | {"Ctrl+Shift+Left", "Ctrl+Shift+Right", "Ctrl+Shift+Home", "Ctrl+Shift+End", "Shift+Return", "Shift+Tab"}
    | {"Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down", "Shift+Home", "Shift+End", "Shift+PgUp", "Shift+PgDown"}
)
_SYSTEM = frozenset(
    {"Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Alt+Esc", "Ctrl+Esc", "Ctrl+Shift+Esc", "F10", "Shift+F10"}
    | {"Ctrl+Alt+Del", "Ctrl+Tab", "Ctrl+Shift+Tab"}
)


def same_key(one: str, other: str) -> bool:
    return QKeySequence(one) == QKeySequence(other)


def holder(key: str, changed: Changed, beside: str = "") -> ActionSpec | None:
    """The action that has the key now, apart from the one `beside`."""
    others = (spec for spec in ACTIONS if spec.id != beside)
    return next((spec for spec in others if any(same_key(key, one) for one in keys_of(spec, changed))), None)


def refusal(key: str) -> str:
    """Why nothing can have the key, in a sentence; "" where it can be given."""
    sequence = QKeySequence(key)
    if sequence.count() != 1:
        return _("Press one key, together with Ctrl, Alt or Shift.")
    combination: QKeyCombination = sequence[0]  # type: ignore[index]  # Qt's stubs leave it out
    return (
        _refused_on_danish_keyboards(combination)
        or _refused_as_menu(combination)
        or _refused_for_writing(combination, sequence.toString())
    )


def _refused_on_danish_keyboards(combination: QKeyCombination) -> str:
    held = combination.keyboardModifiers() & _HANDS
    if held & _CTRL and held & _ALT:
        return _("Ctrl+Alt is AltGr on a Danish keyboard: it types @, £, $, €, { and others.")
    sign = _sign(combination)
    if _FIRST_DEAD <= combination.key().value <= _LAST_DEAD or sign in _DEAD_SIGNS:
        return _("On a Danish keyboard this key waits for a letter to put an accent on.")
    if sign in _ALTGR_SIGNS:
        return _("On a Danish keyboard “{sign}” is typed with AltGr, so this cannot be pressed.").format(sign=sign)
    return ""


def _sign(combination: QKeyCombination) -> str:
    value = combination.key().value
    return chr(value) if 0x20 < value < 0x10000 else ""


def _refused_as_menu(combination: QKeyCombination) -> str:
    letter = _sign(combination)
    if combination.keyboardModifiers() & _HANDS == _ALT and letter.isalpha():
        for name in map(_, MENU_NAMES.values()):
            if menu_letter(name) == letter.casefold():
                return _("Alt+{letter} opens the menu {menu}.").format(
                    letter=letter.upper(), menu=name.replace("&", "")
                )
    return ""


def menu_letter(name: str) -> str:
    """The letter that is pressed with Alt; "" where there is none."""
    found = re.search(r"&(\w)", name)
    return found[1].casefold() if found else ""


def _refused_for_writing(combination: QKeyCombination, key: str) -> str:
    held = combination.keyboardModifiers() & _HANDS
    if key in _SYSTEM:
        return _("The computer itself uses {key}.").format(
            key=QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        )
    types = not held & (_CTRL | _ALT | _Modifier.MetaModifier) and combination.key() not in _ALONE
    if types or key in _WRITING:
        return _("That key is needed for writing. Hold Ctrl or Alt as well, or take an F key.")
    return ""
