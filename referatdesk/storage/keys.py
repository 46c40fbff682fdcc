"""The key of a protected archive: the raw key that its pages are encrypted with, and the salt it begins with."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn

import msgspec

ROUNDS = 256_000
"""Of PBKDF2 with HMAC-SHA512: SQLCipher 4's own way from a phrase to a raw key."""
RAW_SIZE = 32
SALT_SIZE = 16


@dataclass(frozen=True, slots=True)
class Key:
    """32 raw bytes and the file's first 16. It is never shown: not by repr, not in a pickle, not in an error."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    proven: bool = False
    """Whether it is known to be right, so that a file it does not open is damaged."""

    def __post_init__(self) -> None:
        if len(self.raw) != RAW_SIZE or len(self.salt) != SALT_SIZE:
            raise ValueError("a key of a wrong size")

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is not written down")

    @classmethod
    def derive(cls, secret: str, salt: bytes) -> Key:
        """The key that SQLCipher itself derives from a text; takes a fifth of a second."""
        return cls(hashlib.pbkdf2_hmac("sha512", secret.encode(), salt, ROUNDS, RAW_SIZE), salt)

    @property
    def spelling(self) -> str:
        """As SQLCipher takes it: with the salt in it, nothing is derived."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"


class EarlierKeys(msgspec.Struct, frozen=True):
    """What serves copies that did not follow when the archive was given its key."""

    known: Callable[[bytes], Key | None]
    """Finds the key of a salt, where it is at hand."""
    told_left: Callable[[int], None]
    """Is told how many can still be read with another key, as nobody knows it or they are damaged."""
