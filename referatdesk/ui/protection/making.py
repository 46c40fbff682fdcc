"""A phrase is made: offered, shown, and some of its words asked back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.archive import protection
from referatdesk.services.archive.phrase import Phrase
from referatdesk.services.archive.workspace import Post, Workspace
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.asking.message import Message, ask_way
from referatdesk.ui.protection.asked_back import AskedBack
from referatdesk.ui.protection.phrase_shown import PhraseShown


def make_archive(path: Path, post: Post) -> Workspace:
    """Makes a protected archive, or a plain one where she says so. Raises UserError, "archive.not_made" on neither."""
    if path.exists():
        raise UserError("archive.exists", path=path)
    protect, plain = _("Protect the archive"), _("Without protection")
    words = _(
        "Minutes are about people. A protected archive can only be read with its key: not from a stolen computer, and "
        "not from a copy that went astray. This computer can remember the key, and you notice nothing of it from day "
        "to day. You get twelve words to write down, which open the archive should the computer be lost."
    )
    chosen = ask_way(_("Shall the archive be protected?"), words, [protect, plain], sign="lock")
    if chosen == plain:
        return Workspace.create(path, post)
    phrase = new_phrase(path.name, QApplication.activeWindow()) if chosen == protect else None
    if phrase is None:
        raise UserError("archive.not_made", path=path)
    new = protection.prepared(phrase)
    made = protection.create(path, post, new)
    if not new.kept:
        tell_forgotten(_("The archive is protected"))
    return made


def tell_forgotten(title: str) -> None:
    """Where no keyring keeps the key; waits until she has read it."""
    words = _("This computer cannot remember the key: the twelve words are asked for each time the program starts.")
    Message(title, words, QApplication.activeWindow(), sign="lock").exec()


def new_phrase(archive: str, parent: QWidget | None) -> Phrase | None:
    """A phrase that she has written down; None where she gives up."""
    phrase = Phrase.generate()
    while PhraseShown(phrase, archive, parent).exec() == Dialog.DialogCode.Accepted:
        if AskedBack(phrase, parent).exec() == Dialog.DialogCode.Accepted:
            return phrase
    return None
