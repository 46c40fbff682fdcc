"""In which encoding an old program left a text, told from its bytes."""

from __future__ import annotations

import codecs
import re
import unicodedata

from referatdesk.documents.reading.errors import ReadingError

_CONTROL_SIGNS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4000
_DANISH = {
    "cp1252": re.compile(rb"[A-Za-z\xc5\xc6\xd8\xe5\xe6\xe9\xf8][\xe5\xe6\xf8]|[\xe5\xe6\xf8\xc5\xc6\xd8][a-z]"),
    "cp865": re.compile(rb"[A-Za-z\x8f\x92\x9d\x86\x91\x9b][\x86\x91\x9b]|[\x86\x91\x9b\x8f\x92\x9d][a-z]"),
    "mac_roman": re.compile(rb"[A-Za-z\x81\xae\xaf\x8c\xbe\xbf][\x8c\xbe\xbf]|[\x8c\xbe\xbf\x81\xae\xaf][a-z]"),
}
"""Where æ, ø and å stand in words, in Windows, in DOS (also code page 850), and on old Macs."""
_LAST_LATIN = "\u2bff"
"""Letters of Europe and the signs of print; a text that is mostly beyond them is none."""


def decoded(raw: bytes) -> str:
    """The text, composed; raises ReadingError "empty", or "unreadable" where these bytes are no text."""
    if not raw:
        raise ReadingError("empty")
    text = raw.decode(_encoding(raw), errors="replace")
    foreign = sum(sign > _LAST_LATIN for sign in text)
    if (len(_CONTROL_SIGNS.findall(text)) * 100 > len(text)) or foreign * 2 > len(text):
        raise ReadingError("unreadable", reason="binary")
    return unicodedata.normalize("NFC", _CONTROL_SIGNS.sub("", text))


def _encoding(raw: bytes) -> str:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return encoding
    sample = raw[:_SAMPLE]
    if sample[1::2].count(0) > len(sample) // 4:
        return "utf-16-le"
    if sample[0::2].count(0) > len(sample) // 4:
        return "utf-16-be"
    return "utf-8" if _is_utf8(raw) else _old_encoding(raw)


def _is_utf8(raw: bytes) -> bool:
    """Whether it is, but for a few bytes that were damaged or pasted in."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    return wrong == 0 or wrong * 10 < sum(not sign.isascii() for sign in text)


def _old_encoding(raw: bytes) -> str:
    """That in which most Danish letters stand in words; Windows where nothing tells."""
    found = {name: len(letters.findall(raw)) for name, letters in _DANISH.items()}
    return max(found, key=lambda name: (found[name], name == "cp1252"))
