"""What a user can be told: known errors carry a code and data, and the window finds the words."""

from __future__ import annotations


class UserError(Exception):
    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data
