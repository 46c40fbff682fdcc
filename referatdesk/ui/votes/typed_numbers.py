"""Votes of which only the numbers are known, typed in one line: "7-3-1" is 7 for, 3 against, 1 abstained."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLineEdit, QWidget

from referatdesk.domain.voting import Count
from referatdesk.i18n.catalogue import _

WIDTH = 130
_NUMBERS = re.compile(r"\s*(\d{1,3})(?:\s*[-–/,. ]\s*(\d{1,3}))?(?:\s*[-–/,. ]\s*(\d{1,3}))?\s*[-–/,. ]?\s*")


class NumbersLine(QLineEdit):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setPlaceholderText(_("Numbers: 7-3-1"))
        self.setAccessibleName(_("Only numbers: for, against, abstained"))


def read_count(typed: str) -> Count | None:
    """None where it is not understood."""
    match = _NUMBERS.fullmatch(typed)
    return Count(*(int(number or 0) for number in match.groups())) if match else None


def numbers_words(count: Count) -> str:
    """As it would be typed."""
    return f"{count.votes_for}-{count.votes_against}-{count.abstentions}"
