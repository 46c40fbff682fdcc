"""A time of day as the window shows it; what is printed follows the house's pattern."""

from __future__ import annotations


def clock_words(time: str) -> str:
    """ "09.05" for "09:05"."""
    return time.replace(":", ".")
