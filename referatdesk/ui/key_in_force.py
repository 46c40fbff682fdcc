"""The key that an action has now, for words that name it: the user may have given it another one."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from referatdesk.i18n.catalogue import _
from referatdesk.ui.actions import ACTIONS, keys_of
from referatdesk.ui.preferences import Preferences


def key_in_force(preferences: Preferences, action_id: str) -> str:
    """As it is printed on the keyboard; what the action is called where it has none."""
    spec = next(one for one in ACTIONS if one.id == action_id)
    keys = keys_of(spec, preferences.now.changed_keys)
    if not keys:
        return _(spec.text).replace("&", "").rstrip("…")
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
