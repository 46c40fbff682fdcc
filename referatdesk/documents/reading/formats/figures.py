"""Numbers as lists print them."""

from __future__ import annotations

MOST = 99_999
"""Larger numbers are printed by nobody."""
_LETTERS = 26
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def lettered(number: int) -> str:
    """a to z, then aa, bb and so on, as word processors count; for numbers from 1."""
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS % _LETTERS + 1)


def roman(number: int) -> str:
    """In small letters; for numbers from 1."""
    signs = ""
    for worth, sign in _ROMAN:
        signs += sign * (number // worth)
        number %= worth
    return signs
