"""The closing lines of the minutes: who wrote them, and when the meeting ended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from referatdesk.documents.reading.body.around import Findings
from referatdesk.documents.reading.draft import DraftItem, DraftSection
from referatdesk.domain.codes import SectionKind

_SIGN_OFF = re.compile(
    r"(?:Referat(?:et)?(?: er)?(?: udarbejdet| skrevet| ført| taget)? (?:af|v/)|Referent\b|For referatet\b"
    r"|Mødet (?:blev )?(?:hævet|sluttede|slut)"
    r"|Underskrift(?:er)?\b|Godkendt den\b|Således vedtaget)",
)
LONGEST_LINE = 160


def take_sign_off(items: Sequence[DraftItem], findings: Findings) -> tuple[tuple[DraftItem, ...], str | None]:
    """The items without the closing lines below the last one's last section, and those lines, no longer in doubt."""
    if not items or not items[-1].sections:
        return tuple(items), None
    last = items[-1].sections[-1]
    if last.label is not None or last.kind is not SectionKind.OTHER or not _is_sign_off(last):
        return tuple(items), None
    findings.doubts = [doubt for doubt in findings.doubts if doubt.place != last.place]
    text = "\n".join(block.text for block in last.blocks)
    return (*items[:-1], replace(items[-1], sections=items[-1].sections[:-1])), text


def _is_sign_off(section: DraftSection) -> bool:
    texts = [block.text for block in section.blocks]
    return bool(_SIGN_OFF.match(texts[0])) and all(len(text) <= LONGEST_LINE for text in texts)
