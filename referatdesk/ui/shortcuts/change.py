"""Another key for one action: pressed, judged at once in a sentence, and taken."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.action_specs import ActionSpec
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.shortcuts.changing import with_key, with_swapped
from referatdesk.ui.shortcuts.key_field import KeyField
from referatdesk.ui.shortcuts.taken import Changed, holder, refusal
from referatdesk.ui.shortcuts.words import action_words, key_words
from referatdesk.ui.theme import mark
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import label

WIDTH = 520


class ChangeKeyDialog(Dialog):
    """`chosen` carries the changed keys as they then are."""

    chosen = Signal(object)

    def __init__(self, spec: ActionSpec, changed: Changed, parent: QWidget | None) -> None:
        heading = _("Key for “{action}”").format(action=action_words(spec))
        super().__init__(_("Change the key"), parent, heading=heading, sign="settings")
        self._spec = spec
        self._changed = changed
        self.field = KeyField(self)
        self.verdict = label(_("Press the key that is to do it."), self)
        self.verdict.setMinimumHeight(2 * self.verdict.sizeHint().height())
        self.body.addWidget(self.field)
        self.body.addWidget(self.verdict)
        self.body.addStretch(1)
        self.setMinimumWidth(WIDTH)
        self.use_button = self.add_button(_("&Use it"), self._use, look="primary", default=True)
        self.swap_button = self.add_button(_("&Swap the two"), self._swap)
        self.add_button(_("Cancel"), self.reject)
        self.use_button.setEnabled(False)
        self.swap_button.setVisible(False)
        self.field.pressed.connect(self._judge)
        self.field.setFocus()

    def _judge(self, key: str) -> None:
        refused = refusal(key)
        other = None if refused else holder(key, self._changed, self._spec.id)
        self.use_button.setEnabled(not refused and other is None)
        self.swap_button.setVisible(other is not None)
        if other is not None:
            words = _("{key} is the key for “{action}”. Swap the two, or press another one.")
            self._say(words.format(key=key_words([key]), action=action_words(other)), "warn")
        elif refused:
            self._say(refused, "bad")
        else:
            self._say(_("{key} is free. Enter uses it.").format(key=key_words([key])), "good")

    def _say(self, words: str, tone: str) -> None:
        sign = {"good": "✓", "warn": "⚠", "bad": "✕"}[tone]
        self.verdict.setText(f"{sign} {words}")
        mark(self.verdict, tone=tone)
        announce(self.verdict, words)

    def _use(self) -> None:
        self._end(with_key(self._changed, self._spec.id, self.field.key))

    def _swap(self) -> None:
        self._end(with_swapped(self._changed, self._spec.id, self.field.key))

    def _end(self, changed: Changed) -> None:
        self.accept()
        self.chosen.emit(changed)
