"""Papers that are mentioned in the text as enclosed, sent or handed out, and stand in no list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from referatdesk.documents.reading.draft import DraftAttachment, DraftItem
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.said import deciding_sections, said_in, text_sections

_ENCLOSED = (
    r"(?:vedlagt|vedlægges|vedhæftet|vedhæftes|eftersendes|eftersendt|omdelt|omdeles|rundsendes|rundsendt|uddelt"
    r"|(?:sendt|sendes|udsendes) (?:ud )?(?:sammen )?med (?:referatet|dagsordenen))"
)
_BEHIND = re.compile(
    rf"(?P<title>[A-ZÆØÅ”\"][^.;:]{{2,140}}?) (?:er |blev |bliver |vil blive |var )?(?:også |desuden "
    rf"|ligeledes )?{_ENCLOSED}(?!\w)",
)
_AHEAD = re.compile(
    r"(?:vedlagt|vedhæftet|omdelt|eftersendt)(?: referatet| dagsordenen| som bilag)? (?:er|findes"
    r"|blev):? (?P<title>[^.;:]{3,160})",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:ikke|hverken|uden)\b", re.IGNORECASE)
_PAPER = re.compile(
    r"(?:præsentation|slides|powerpoint|oplæg|planche|notat|referat|bilag|brev|skabelon|rapport|oversigt"
    r"|kommissori|udkast|plan\b|planen\b"
    r"|program|dokument|materiale|noter|liste|skema|evaluering|aftale|invitation|budget|regnskab|redegørelse"
    r"|undersøgelse|folder|pjece"
    r"|dagsorden|svar|kort\b|tidsplan|høringssvar|beskrivelse|indkaldelse|protokol)",
    re.IGNORECASE,
)
_OPENERS = re.compile(r"(?:Til orientering|Desuden|Som bilag|Endvidere) er ")


def papers_of(item: DraftItem, around: MattersAround) -> tuple[DraftAttachment, ...]:
    """The papers mentioned, each once; where the item lists papers, only those that came at the meeting."""
    listed = any(section.attachments for section in item.sections)
    sections = deciding_sections(item, around) if listed else text_sections(item, around)
    found: dict[str, DraftAttachment] = {}
    for section in sections:
        for said in said_in(section, around):
            for title in _titles(said.text):
                found.setdefault(
                    title.casefold(), DraftAttachment(title=title, raw=said.text, place=said.place, mentioned=True)
                )
    return tuple(found.values())


def _titles(text: str) -> Iterator[str]:
    if _DENIED.search(text):
        return
    match = _BEHIND.match(text) or _AHEAD.match(text)
    if match is None:
        return
    title = _OPENERS.sub("", match["title"], count=1).strip(' ,”"')
    if _PAPER.search(title) and len(title.split()) <= 16:
        yield title[:1].upper() + title[1:]
