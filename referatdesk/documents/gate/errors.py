"""Why a file is not let in."""

from __future__ import annotations


class GateError(Exception):
    """A file that is refused before it is read.

    `code` is one of empty, too_large, broken, protected, unsafe; `data` holds a "limit" for what is too large and a
    "reason" for what is broken (zip, xml) or unsafe (names, doubled, overlap, packing, doctype, encoding, depth,
    limits, picture).
    """

    def __init__(self, code: str, **data: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.data = data
