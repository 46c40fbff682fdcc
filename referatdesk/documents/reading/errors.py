"""Why a file could not be read."""

from __future__ import annotations


class ReadingError(Exception):
    """A file that cannot be read.

    `code` is one of unknown_suffix, missing, unreadable, empty, no_text, too_large, not_word, protected; `data` says
    what the words need.
    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data
