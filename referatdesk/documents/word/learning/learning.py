"""From finished minutes to a proposed template."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from referatdesk.documents.reading.parts import Corrections, Part
from referatdesk.documents.reading.reader import draft_of
from referatdesk.documents.word.findings import TemplateError, TemplateFinding
from referatdesk.documents.word.learning.building import Maker
from referatdesk.documents.word.learning.closing import learn_closing
from referatdesk.documents.word.learning.examples import example
from referatdesk.documents.word.learning.head_walk import learn_head
from referatdesk.documents.word.learning.headings import Headings
from referatdesk.documents.word.learning.items import item_repeat
from referatdesk.documents.word.learning.learnt import Learnt, Ledger
from referatdesk.documents.word.learning.parts_kept import repacked
from referatdesk.documents.word.learning.region import find_region, put_in_place
from referatdesk.documents.word.learning.roles import Minutes, minutes_of
from referatdesk.documents.word.learning.style_part import StylePart
from referatdesk.documents.word.learning.walked import walk
from referatdesk.documents.word.names import STYLES_RELATION, W15
from referatdesk.domain.codes import BlockKind

_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def learn(
    content: bytes, corrections: Corrections | None = None, wishes: Mapping[int, str] | None = None
) -> Learnt:
    """What the minutes teach; raises TemplateError where they are no Word file, or one that may not be let in.

    `corrections` are the user's word on what lines are, `wishes` on what becomes of lines in the head: KEPT, REMOVED
    or the name of a field.
    """
    old = walk(content)
    minutes = minutes_of(old, draft_of(old.source, corrections))
    styles_name = old.package.related(old.package.main, STYLES_RELATION)
    if styles_name is None:
        raise TemplateError([TemplateFinding("style.missing", "Normal")])
    styles = StylePart(old.package.tree(styles_name))
    ledger = Ledger(wishes or {})
    _items(minutes, styles, ledger)
    _declare_repeats(old.root)
    template = repacked(old.package, {old.package.main: old.root, styles_name: styles.root})
    return Learnt(template, minutes.draft, tuple(ledger.taken.values()), tuple(ledger.findings))


def _items(minutes: Minutes, styles: StylePart, ledger: Ledger) -> None:
    maker = Maker()
    headings = Headings(styles, lists_labels=bool(minutes.of(Part.CONTENTS)))
    region = find_region(minutes)
    if region is None:
        ledger.find("items.none")
        return
    body = list(minutes.old.body)
    first = body.index(region.blocks[0])
    repeat = item_repeat(minutes, maker, headings)
    text = example(minutes.prose)
    styles.complete(headings.deepest, None if text is None else text.look, _lists(minutes))
    put_in_place(minutes, region, repeat, ledger)
    learn_head(minutes, maker, ledger, body[:first])
    learn_closing(minutes, maker, ledger, body[first + len(region.blocks) :])


def _lists(minutes: Minutes) -> dict[str, str]:
    """The numbering behind the lists of the text."""
    found: dict[str, str] = {}
    for line in minutes.of(Part.TEXT, Part.DECISION, Part.POINT):
        name = {BlockKind.BULLET: "List Bullet", BlockKind.NUMBERED: "List Number"}.get(line.source.list_kind)
        number = line.number_id
        if name is not None and number:
            found.setdefault(name, number)
    return found


def _declare_repeats(root: etree._Element) -> None:
    """Word older than 2013 passes over the marks of repeats."""
    etree.cleanup_namespaces(root, top_nsmap={"w15": W15}, keep_ns_prefixes=[one for one in root.nsmap if one])
    prefix = next((prefix for prefix, uri in root.nsmap.items() if uri == W15), None)
    known = (root.get(_IGNORABLE) or "").split()
    if prefix is not None and prefix not in known:
        root.set(_IGNORABLE, " ".join([*known, prefix]))
