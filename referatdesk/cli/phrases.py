"""Protected archives on the command line: opened with a phrase from a file or typed, and made."""

from __future__ import annotations

import sys
from pathlib import Path

from referatdesk.cli.given import Given
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive import holding, unlocking
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError

KEPT_FROM_WRITING = frozenset({"archive.locked", "archive.read_only"})


def opened(given: Given, *, make: bool = False, to_read: bool = False) -> Workspace:
    """The archive that was named; raises UserError. The phrase is only asked for where somebody can answer.

    What is only to be read is read as it is now, where somebody else has it or it is write-protected.
    """
    path = named(given.archive)
    try:
        if make:
            return Workspace.create(path, lambda call: call())
        unlocked(given)
        return Workspace.open(path, lambda call: call())
    except UserError as error:
        if to_read and error.code in KEPT_FROM_WRITING:
            return Workspace.view(path, lambda call: call())
        raise holding.told(path, error) from error


def named(path: Path | None) -> Path:
    """A path that the command line has made sure of."""
    if path is None:
        raise TypeError("the command needs a path")
    return path


def unlocked(given: Given) -> None:
    """Makes the key of the archive known, if it needs one; raises UserError."""
    path = named(given.archive)
    if given.phrase_file is not None:
        unlocking.unlock(path, unlocking.phrase_in_file(given.phrase_file))
    elif sys.stdin.isatty() and unlocking.needs_phrase(path):
        from getpass import getpass  # noqa: PLC0415 - only where somebody sits

        unlocking.unlock(path, getpass(_("The twelve words of the recovery phrase:") + " "))


def protect(given: Given) -> None:
    """The phrase is the only thing on standard output, and stands there before anything is changed."""
    from referatdesk.services.archive import protection  # noqa: PLC0415 - the other commands do without
    from referatdesk.services.archive.phrase import Phrase  # noqa: PLC0415 - as above

    path = named(given.archive)
    unlocked(given)
    if unlocking.is_protected(path) and not given.new_phrase:
        raise UserError("protection.already")
    phrase = Phrase.generate()
    if given.escrow_to is not None:
        protection.hand_out(phrase, given.escrow_to, named(given.escrow), path.name, overwrite=given.force)
    print(phrase.text, flush=True)
    new = protection.prepared(phrase)
    try:
        protection.protect(path, new)
    except UserError as error:
        if error.code not in protection.LEFT_BEHIND:
            sys.stderr.write(_("The words above open nothing: throw them away.") + " ")
        raise
    told = [_("The archive is protected. Write the twelve words down and keep them apart from the computer.")]
    told.append(
        _("This computer has the key.") if new.kept else _("This computer has no keyring: the words are asked for.")
    )
    sys.stderr.write(" ".join(told) + "\n")
