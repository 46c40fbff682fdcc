"""What lies beside a protected archive: sealed with a key that is derived from the archive's own."""

from __future__ import annotations

import os

from referatdesk.storage.keys import SALT_SIZE, Key

MARK = b"Referatdesk sealed 1\n"
NONCE_SIZE = 12
_HEAD_SIZE = len(MARK) + SALT_SIZE + NONCE_SIZE


class UnsealError(ValueError):
    """Bytes that were not sealed with this key, or are no longer what was sealed."""


def make_ready() -> None:
    """Reads in what sealing needs: where files can no longer be opened it would be too late."""
    import cryptography.hazmat.primitives.ciphers.aead  # noqa: F401, PLC0415 - the first window does not wait for it


def seal(data: bytes, key: Key | None) -> bytes:
    """The data as it may lie on the disk; that of a plain archive lies there as it is."""
    if key is None:
        return data
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - hopefully never

    head = MARK + key.salt
    nonce = os.urandom(NONCE_SIZE)
    return head + nonce + AESGCM(_sealing_key(key)).encrypt(nonce, data, head)


def unseal(data: bytes, key: Key | None) -> bytes:
    """Raises UnsealError."""
    if key is None:
        return data
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - hopefully never
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - hopefully never

    head = MARK + key.salt
    if len(data) < _HEAD_SIZE or not data.startswith(head):
        raise UnsealError
    try:
        return AESGCM(_sealing_key(key)).decrypt(data[len(head) : _HEAD_SIZE], data[_HEAD_SIZE:], head)
    except InvalidTag:
        raise UnsealError from None


def _sealing_key(key: Key) -> bytes:
    import hashlib  # noqa: PLC0415 - as above
    import hmac  # noqa: PLC0415 - as above

    return hmac.digest(key.raw, b"Referatdesk: what lies beside the archive", hashlib.sha256)
