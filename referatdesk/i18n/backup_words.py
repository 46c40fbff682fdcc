"""The words for copies of an archive: why each was made, and what the full check can find."""

from __future__ import annotations

from typing import Protocol

from referatdesk.i18n.catalogue import _, later, ngettext

_REASONS: dict[str, str] = {
    "opened": later("when the archive was opened"),
    "removal": later("before a meeting was removed"),
    "folder": later("before a folder was read in"),
    "restore": later("before a copy was put back"),
    "wish": later("made by you"),
}


class _Flaw(Protocol):
    @property
    def code(self) -> str: ...

    @property
    def count(self) -> int: ...


def reason_words(reason: str | None) -> str:
    """Why a copy was made; of those of earlier versions nothing is known but the day."""
    return _(_REASONS[reason]) if reason in _REASONS else _("the day's copy")


def flaw_words(flaw: _Flaw) -> str:
    count = flaw.count
    words = {
        "pages": ngettext(
            "{count} place in the file cannot be read.", "{count} places in the file cannot be read.", count
        ),
        "links": ngettext(
            "{count} record refers to one that is not there.", "{count} records refer to one that is not there.", count
        ),
        "record": ngettext("{count} record cannot be understood.", "{count} records cannot be understood.", count),
        "content": ngettext(
            "{count} kept file is not what it was.", "{count} kept files are not what they were.", count
        ),
        "journal": ngettext(
            "{count} act in the history cannot be read.", "{count} acts in the history cannot be read.", count
        ),
    }
    return words[flaw.code].format(count=count)
