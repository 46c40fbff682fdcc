"""Who presents an item, out of the line as printed: "v/ <Name>, <title>, <organisation>"."""

from __future__ import annotations

import re

from referatdesk.documents.reading.words.names import is_role, looks_like_name
from referatdesk.documents.reading.words.organisations import looks_like_organisation
from referatdesk.domain.meetings import Presenter

_LEAD = re.compile(
    r"\(?(?:v/|v\.|ved:?\s|(?:oplægsholdere?|forelægger|fremlægger|indlægsholder|oplæg(?: ved| v/)"
    r"|fremlægges af|præsenteres af"
    r"|indledning v(?:ed|/)|indleder|ansvarlig for punktet)\s*:?)\s*",
    re.IGNORECASE,
)


def read_presenter(raw: str) -> Presenter:
    """The parts where they are plain; an unnamed role has a title alone."""
    words = without_lead(raw).rstrip(") .")
    pieces = [piece.strip() for piece in re.split(r",\s*|\s[-–]\s", words) if piece.strip()]
    name, title, organisation = None, [], []
    for at, piece in enumerate(pieces):
        if at == 0 and looks_like_name(piece):
            name = piece
        elif at == 0 and (split := _named(piece)) is not None:
            title, name = [split[0]], split[1]
        elif looks_like_organisation(piece) and not is_role(piece):
            organisation.append(piece)
        else:
            title.append(piece)
    return Presenter(raw, name, ", ".join(title) or None, ", ".join(organisation) or None)


def without_lead(raw: str) -> str:
    """Who presents, without the words in front ("v/", "Oplægsholder:")."""
    return _LEAD.sub("", raw, count=1)


def _named(piece: str) -> tuple[str, str] | None:
    """A title in front of a name, parted: "direktør Merete Aaby"."""
    words = piece.split()
    for at in range(1, len(words) - 1):
        name = " ".join(words[at:])
        if looks_like_name(name) and not words[0][:1].isupper():
            return " ".join(words[:at]), name
    return None
