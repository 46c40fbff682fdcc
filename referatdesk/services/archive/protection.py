"""Protected archives: made, made of plain ones, given another phrase, and the phrase handed out for safe keeping."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from referatdesk.config import places
from referatdesk.config.settings import SettingsFile
from referatdesk.services.archive.pending import known_to_users
from referatdesk.services.archive.phrase import Phrase
from referatdesk.services.archive.unlocking import forget_key, keep_key, known_key
from referatdesk.services.archive.workspace import Post, Workspace
from referatdesk.services.errors import UserError
from referatdesk.services.written_files import write_new, write_secret
from referatdesk.storage import second_place
from referatdesk.storage.errors import StorageError
from referatdesk.storage.keys import SALT_SIZE, Key
from referatdesk.storage.opening import OpenArchive
from referatdesk.storage.protecting import beside, protect_beside, take_in_unsaved
from referatdesk.storage.protecting import protect as exchange

LEFT_BEHIND = frozenset({"protection.copies", "protection.second_place"})
"""Errors after which the archive itself has its phrase all the same."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A new key; `kept` tells whether the keyring has it."""

    key: Key = field(repr=False)
    kept: bool


def is_open_protected(workspace: Workspace) -> bool:
    return workspace.keeping.archive.key is not None


def prepared(phrase: Phrase) -> Prepared:
    """What takes long of protecting an archive, and needs no archive."""
    key = Key.derive(phrase.text, os.urandom(SALT_SIZE))
    return Prepared(key, keep_key(key))


def create(path: Path, post: Post, new: Prepared) -> Workspace:
    """Makes an empty protected archive and opens it; raises UserError."""
    try:
        return Workspace.create(path, post, new.key)
    except UserError:
        forget_key(new.key)
        raise


def protect(path: Path, new: Prepared) -> None:
    """Protects a closed archive, or gives a protected one another key. Its copies and what waits beside it follow.

    Raises UserError; the archive itself then opens as it did before, unless the code is one of LEFT_BEHIND.
    """
    key, folder = new.key, places.data_folder() / "backups"
    with known_to_users():
        old = known_key(path)
        try:
            take_in_unsaved(path, folder, old)
            archive_id = exchange(path, key, old)
        except BaseException:
            if OpenArchive.salt_of(path) != key.salt:
                forget_key(key)
            raise
    try:
        with known_to_users():
            protect_beside(beside(path, archive_id, [folder]), key, old)
    except UserError as error:
        raise UserError("protection.copies", path=path) from error
    _protect_second_place(lambda second: protect_beside(beside(path, archive_id, [second]), key, old))
    if old is not None:
        forget_key(old)


def _protect_second_place(protect_in: Callable[[Path], None]) -> None:
    """Where one is chosen; a memory stick may lie in a drawer."""
    place = SettingsFile(places.settings_file()).load().second_place
    if place:
        folder = Path(place) / second_place.FOLDER
        try:
            if not folder.is_dir():
                raise FileNotFoundError(folder)
            protect_in(folder)
        except (OSError, StorageError) as error:
            raise UserError("protection.second_place", path=folder) from error


def _written_down(phrase: Phrase, archive: str) -> str:
    return f"{phrase.text}\n\nReferatdesk: genopretningsfrase for arkivet {archive}\n"


def keep_in_file(phrase: Phrase, to: Path, archive: str) -> None:
    """Writes the words as they are, for who asked for that; raises UserError "target.…"."""
    write_secret(to, _written_down(phrase, archive).encode())


def hand_out(phrase: Phrase, certificate: Path, to: Path, archive: str, *, overwrite: bool = False) -> None:
    """Writes the phrase to a file that only the holder of the certificate's private key can read.

    Raises UserError: "escrow.…" for a certificate that cannot be used, "target.…" where the file cannot be written.
    """
    from referatdesk.storage.escrow import CertificateError, enveloped  # noqa: PLC0415 - nothing waits for it

    try:
        content = certificate.read_bytes()
    except OSError as error:
        raise UserError("file.unreadable", path=str(certificate)) from error
    try:
        made = enveloped(_written_down(phrase, archive), content)
    except CertificateError as error:
        raise UserError(f"escrow.{error.code}") from error
    write_new(to, made.encode("ascii"), overwrite=overwrite)
