"""The content of a kept file: records name it by its SHA-256, and it is read when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable

from referatdesk.domain.reading import SourceFile
from referatdesk.services.errors import UserError

Contents = Callable[[str], bytes | None]
"""Finds the content of a file by its SHA-256; None where the archive has none."""


def content_of(kept: SourceFile, contents: Contents) -> bytes | None:
    """The file as it was, None where it was not kept. Raises UserError "file.altered" where it is no longer that."""
    import hashlib  # noqa: PLC0415 - the first window has no file to look at

    if not kept.kept:
        return None
    data = contents(kept.sha256)
    if data is None or hashlib.sha256(data).hexdigest() != kept.sha256:
        raise UserError("file.altered", name=kept.name)
    return data
