"""The one Danish sort order: æ, ø, å after z, "aa" as å, other accents as their letter."""

from __future__ import annotations

import unicodedata

_LAST_LETTERS = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}
"""Signs that follow z, standing in for the last letters of the alphabet; ä and ö are sorted as æ and ø."""
_AS_LETTER = {"ü": "y", "ß": "ss", "þ": "th", "đ": "d", "ð": "d", "ł": "l", "œ": "|"}


def danish_key(text: str) -> tuple[str, str]:
    """What texts are sorted by; the text itself decides between those that are equal but for case and accents."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    return "".join(_sign(sign) for sign in folded), text


def _sign(sign: str) -> str:
    known = _LAST_LETTERS.get(sign) or _AS_LETTER.get(sign)
    if known:
        return known
    return "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))
