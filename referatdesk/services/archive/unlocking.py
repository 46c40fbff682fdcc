"""Where the key of a protected archive comes from: a phrase that was typed, or the system's keyring.

What was found once holds until the program ends, so that reopening asks nobody.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from referatdesk.config import kept_keys, places
from referatdesk.services.archive.pending import known_to_users
from referatdesk.services.errors import UserError
from referatdesk.storage.backups import backups_in
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.keys import RAW_SIZE, Key
from referatdesk.storage.opening import OpenArchive

if TYPE_CHECKING:
    from referatdesk.services.archive.phrase import Phrase

_CHECK_SIZE = 4
_known: dict[bytes, Key] = {}


def known_key(path: Path) -> Key | None:
    """The key for a file that may be a protected archive, if it is at hand. Raises StorageError."""
    salt = OpenArchive.salt_of(path)
    return None if salt is None else key_of_salt(salt)


def key_of_salt(salt: bytes) -> Key | None:
    """The key of what begins with that salt, if it is at hand; asks the keyring where it is not known by now."""
    if salt not in _known:
        kept = kept_keys.find(salt)
        if kept is None or len(kept) != RAW_SIZE + _CHECK_SIZE or _check(kept[:RAW_SIZE], salt) != kept[RAW_SIZE:]:
            return None
        _known[salt] = Key(kept[:RAW_SIZE], salt, proven=True)
    return _known[salt]


def is_protected(path: Path) -> bool:
    """Of a closed archive; raises UserError for what is none."""
    with known_to_users():
        return OpenArchive.is_protected(path)


def needs_phrase(path: Path) -> bool:
    """Whether a closed archive can only be opened once its phrase is given; raises UserError for what is none."""
    with known_to_users():
        return OpenArchive.is_protected(path) and known_key(path) is None


def keep_key(key: Key) -> bool:
    """Has the keyring keep it; whether it does. It is known here in any case."""
    _known[key.salt] = key
    return kept_keys.keep(key.salt, key.raw + _check(key.raw, key.salt))


def forget_key(key: Key) -> None:
    _known.pop(key.salt, None)
    kept_keys.forget(key.salt)


def _check(raw: bytes, salt: bytes) -> bytes:
    """What tells a key from anything else that a keyring may hold under that name."""
    import hashlib  # noqa: PLC0415 - the window of a plain archive starts without

    return hashlib.sha256(b"Referatdesk" + salt + raw).digest()[:_CHECK_SIZE]


def unlock(path: Path, words: str) -> None:
    """Makes the key known by the phrase; that of a plain archive is not asked for and heeded.

    Raises UserError: "phrase.…" for what is no phrase, "archive.wrong_phrase", and "archive.damaged" only where a copy
    of the archive shows that the phrase is right.
    """
    from referatdesk.services.archive.phrase import Phrase  # noqa: PLC0415 - most starts need none

    with known_to_users():
        salt = OpenArchive.salt_of(path)
        if salt is None:
            return
        phrase = Phrase.read(words)
        key = Key.derive(phrase.text, salt)
        try:
            _known[salt] = _tried(path, key)
        except StorageError as error:
            if error.fault is Fault.WRONG_PHRASE and _fits_a_copy(phrase, key, path):
                raise StorageError(Fault.DAMAGED, path=path) from error
            raise


def _tried(path: Path, key: Key) -> Key:
    """The key, known to be right; of an archive that somebody else has open, by a copy of it."""
    try:
        return OpenArchive.tried(path, key)
    except StorageError as error:
        if error.fault is not Fault.LOCKED:
            raise
    from referatdesk.storage.viewing import View  # noqa: PLC0415 - most archives are nobody else's at the moment

    View(path, key).close()
    return replace(key, proven=True)


def remember(path: Path) -> bool:
    """Has the keyring keep the key that was made known; whether it does."""
    with known_to_users():
        key = known_key(path)
    return key is not None and keep_key(key)


def phrase_in_file(file: Path) -> str:
    """The words at the beginning of a file, whatever is written after them; raises UserError "file.unreadable"."""
    from referatdesk.services.archive.phrase import WORDS, words_in  # noqa: PLC0415 - as above

    try:
        text = file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise UserError("file.unreadable", path=str(file)) from error
    return " ".join(words_in(text)[:WORDS])


def _fits_a_copy(phrase: Phrase, key: Key, path: Path) -> bool:
    """Whether the phrase opens a copy of this archive, whose own beginning is then damaged."""
    tried: dict[bytes, Key] = {key.salt: key}
    for copy in backups_in(places.data_folder() / "backups"):
        try:
            salt = OpenArchive.salt_of(copy.path) if copy.stem == path.stem else None
            if salt is not None and salt not in tried:
                tried[salt] = Key.derive(phrase.text, salt)
                OpenArchive.tried(copy.path, tried[salt])
                # The archive's own salt is what is damaged if its pages open with the copy's.
                if OpenArchive.opens_but_for_its_salt(path, tried[salt]):
                    return True
            elif salt == key.salt:
                OpenArchive.tried(copy.path, key)
                return True
        except (StorageError, OSError):
            continue
    return False
