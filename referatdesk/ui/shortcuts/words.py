"""Actions and keys in the words of the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from referatdesk.i18n.catalogue import _
from referatdesk.ui.action_specs import ActionSpec


def key_words(keys: Iterable[str]) -> str:
    """The keys as they are printed on a Danish keyboard: "Ctrl+Skift+F"."""
    native = QKeySequence.SequenceFormat.NativeText
    return _(" or ").join(QKeySequence(key).toString(native) for key in keys)


def action_words(spec: ActionSpec) -> str:
    """What the action is called in its menu, without its letter and dots."""
    return _(spec.text).replace("&", "").rstrip("…")
