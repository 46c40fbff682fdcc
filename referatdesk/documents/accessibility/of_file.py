"""Rules about the file as a whole: its title, its language, and what was left unresolved in it."""

from __future__ import annotations

from collections.abc import Iterator

from referatdesk.documents.accessibility.finding import Finding
from referatdesk.documents.accessibility.opened import Opened
from referatdesk.documents.word.names import CORE_RELATION, w
from referatdesk.documents.word.xml import child

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "sectPrChange", "cellIns")
_LANGUAGE = "da"


def title(document: Opened) -> Iterator[Finding]:
    """A reader is told the title before anything else, where the file has one."""
    name = document.package.related("", CORE_RELATION)
    found = None if name is None else document.package.tree(name).find(_TITLE)
    if found is None or not (found.text or "").strip():
        yield Finding("title.missing")


def language(document: Opened) -> Iterator[Finding]:
    """Speech needs to know that the words are Danish."""
    root = document.looks.root
    usual = document.looks.usual
    named = [child(root, "docDefaults/rPrDefault/rPr/lang")]
    if root is not None:
        named += [child(one, "rPr/lang") for one in root.iterfind(w("style")) if one.get(w("styleId")) == usual]
    found = [value for one in named if one is not None and (value := one.get(w("val")))]
    if not found:
        yield Finding("language.missing")
    elif not found[-1].casefold().startswith(_LANGUAGE):
        yield Finding("language.other", data={"language": found[-1]})


def changes(document: Opened) -> Iterator[Finding]:
    """Tracked changes that nobody has accepted or rejected."""
    for part in document.parts:
        found = list(part.elements(*_CHANGES))
        if found:
            yield Finding("changes.unresolved", part.place(found[0]), {"count": len(found)})


def comments(document: Opened) -> Iterator[Finding]:
    """Comments beside the text."""
    for part in document.parts:
        found = list(part.elements("commentReference"))
        if found:
            yield Finding("comments.left", part.place(found[0]), {"count": len(found)})
