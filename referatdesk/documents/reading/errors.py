"""Why a file could not be read."""

from __future__ import annotations


class ReadingError(Exception):
    """A file that cannot be read.

    `code` is one of missing, unreadable (no access, or bytes that are no text), empty, no_text, scanned, too_large,
    protected, broken, unsafe (made to harm, `data` has a reason), mislabelled (`data` has the kind that it is),
    needs_office, and of a worker too_slow, too_hungry, crashed, cancelled.
    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data
