"""Some of the words asked back, before anything depends on them."""

from __future__ import annotations

import secrets

from PySide6.QtWidgets import QLineEdit, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.phrase import Phrase, meant_by
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import label
from referatdesk.ui.widgets.form import Form

ASKED = 3
WIDTH = 440


class AskedBack(Dialog):
    """Accepted once the words are right; rejected to see them again."""

    def __init__(self, phrase: Phrase, parent: QWidget | None) -> None:
        super().__init__(_("Recovery phrase"), parent, heading=_("Which words did you write down?"), sign="lock")
        self.setMinimumWidth(WIDTH)
        self._phrase = phrase
        form = Form(self)
        self._fields: dict[int, QLineEdit] = {}
        for place in sorted(secrets.SystemRandom().sample(range(len(phrase.words)), ASKED)):
            field = QLineEdit(form)
            form.row(_("Word {number}").format(number=place + 1), field)
            self._fields[place] = field
        self.body.addWidget(form)
        self._said = label("", self, tone="bad")
        self.body.addWidget(self._said)
        self.add_button(_("Go on"), self._check, look="primary", default=True)
        self.add_button(_("Show the words again"), self.reject)
        next(iter(self._fields.values())).setFocus()

    def _check(self) -> None:
        for place, field in self._fields.items():
            typed = field.text().strip().casefold()
            if meant_by(typed) != self._phrase.words[place]:
                words = _("Word {number} is another one.") if typed else _("Word {number} is missing.")
                words = words.format(number=place + 1)
                self._said.setText(words)
                announce(self, words)
                field.setFocus()
                field.selectAll()
                return
        self.accept()
