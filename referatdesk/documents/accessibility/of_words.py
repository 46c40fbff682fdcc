"""Rules about what is read: links that say where they lead, and letters that can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from referatdesk.documents.accessibility.finding import Finding
from referatdesk.documents.accessibility.opened import Opened, shown
from referatdesk.documents.word.names import R, w
from referatdesk.documents.word.xml import own

_SAYS_NOTHING = frozenset(
    ("her", "klik her", "se her", "læs her", "læs mere", "læs mere her", "link", "dette link", "mere", "tryk her")
)
_LONGEST_ADDRESS = 50
"""A short address of a page is a name that can be read out; a long one is not."""
_LOWEST_CONTRAST = 4.5
_PAPER = "FFFFFF"


def links(document: Opened) -> Iterator[Finding]:
    """Readers go from link to link and hear nothing else."""
    for part in document.parts:
        for link in part.elements("hyperlink"):
            words = "".join(one.text or "" for one in link.iter(w("t"))).strip()
            code = _fault_of_link(words)
            if link.get(f"{{{R}}}id") and code:
                yield Finding(code, part.place(link), {"words": shown(words)})


def _fault_of_link(words: str) -> str:
    if not words:
        return "link.empty"
    if words.casefold().strip(" .:»") in _SAYS_NOTHING:
        return "link.says_nothing"
    is_address = words.casefold().startswith(("http://", "https://", "www."))
    return "link.address" if is_address and len(words) > _LONGEST_ADDRESS else ""


def contrast(document: Opened) -> Iterator[Finding]:
    """Letters stand out from what they stand on; each pair of colours is told once."""
    told: set[tuple[str, str]] = set()
    for part in document.parts:
        for paragraph in part.paragraphs:
            if paragraph.is_empty:
                continue
            for run in own(paragraph.element, w("r")):
                pair = (part.looks.colour(run, paragraph.element), part.looks.ground(run, paragraph.element))
                if pair in told or not _is_printed(run):
                    continue
                told.add(pair)
                ratio = contrast_ratio(*pair)
                if ratio < _LOWEST_CONTRAST:
                    data = {"colour": pair[0], "ground": pair[1], "ratio": f"{ratio:.1f}".replace(".", ",")}
                    yield Finding("contrast.low", part.place(paragraph.element), data)


def _is_printed(run: etree._Element) -> bool:
    return any((one.text or "").strip() for one in run.iter(w("t")))


def contrast_ratio(colour: str, ground: str) -> float:
    """By WCAG, 1 to 21. An automatic colour is chosen by Word so that it can be seen."""
    if colour == "auto":
        return 21.0
    light, dark = sorted((_luminance(colour), _luminance(_PAPER if ground == "auto" else ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    try:
        channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    except ValueError:
        return 0.0
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
