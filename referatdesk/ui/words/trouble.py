"""The few words for the foot line while saving fails."""

from __future__ import annotations

from referatdesk.i18n.catalogue import _, later

TROUBLE: dict[str, str] = {
    "full": later("Not saved – the disk is full"),
    "io": later("Not saved – the disk does not answer"),
    "read_only": later("Not saved – the archive is read-only"),
    "no_permission": later("Not saved – no permission to write"),
    "locked": later("Not saved – another program holds the archive"),
    "damaged": later("Not saved – the archive is damaged"),
    "missing": later("Not saved – the archive is gone"),
    "rejected": later("Not saved – open the archive anew"),
}
_ANY_TROUBLE = later("Not saved – it is tried again")


def trouble_words(code: str) -> str:
    """A few words for the foot line while saving fails; `code` as in `SaveFailed`."""
    return _(TROUBLE.get(code.rpartition(".")[2], _ANY_TROUBLE))
