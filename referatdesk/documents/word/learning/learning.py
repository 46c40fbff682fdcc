"""From finished minutes to a proposed template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from referatdesk.documents.reading.parts import Corrections, Part
from referatdesk.documents.reading.reader import draft_of
from referatdesk.documents.word.fields import normal_name
from referatdesk.documents.word.findings import TemplateError, TemplateFinding
from referatdesk.documents.word.learning.accepted import remove
from referatdesk.documents.word.learning.attendance_item import above_items, people_in_items
from referatdesk.documents.word.learning.building import Maker
from referatdesk.documents.word.learning.closing import learn_closing
from referatdesk.documents.word.learning.contents_list import learn_contents, lists_labels
from referatdesk.documents.word.learning.examples import example
from referatdesk.documents.word.learning.head_walk import learn_head
from referatdesk.documents.word.learning.headings import Headings
from referatdesk.documents.word.learning.item_table import find_item_table, learn_item_table
from referatdesk.documents.word.learning.items import item_repeat
from referatdesk.documents.word.learning.learnt import Learnt, Ledger
from referatdesk.documents.word.learning.margins import learn_margins
from referatdesk.documents.word.learning.parts_kept import repacked
from referatdesk.documents.word.learning.region import Region, find_region, put_in_place
from referatdesk.documents.word.learning.remains import find_missing, find_remains
from referatdesk.documents.word.learning.roles import Minutes, minutes_of
from referatdesk.documents.word.learning.style_part import StylePart
from referatdesk.documents.word.learning.walked import walk
from referatdesk.documents.word.names import STYLES_RELATION, W15, w
from referatdesk.documents.word.numbering import LIST_STYLES
from referatdesk.documents.word.package import Package
from referatdesk.documents.word.xml import element, value_of
from referatdesk.domain.codes import BlockKind

_PRINTED = frozenset({"header", "footer"})
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def learn(content: bytes, corrections: Corrections | None = None, wishes: Mapping[int, str] | None = None) -> Learnt:
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
    styles.speak_danish()
    ledger = Ledger(wishes or {})
    maker = Maker()
    if minutes.draft.is_agenda:
        ledger.find("agenda", minutes.draft.head.title or "")
    _items(minutes, styles, maker, ledger)
    _drop_empty(old.root)
    margins = learn_margins(old.package, minutes.draft, maker, ledger)
    for root in (old.root, *margins.values()):
        _declare_repeats(root)
    changed = {old.package.main: old.root, styles_name: styles.root, **margins}
    find_missing(minutes.draft, changed.values(), ledger)
    find_remains(minutes.draft, _texts(old.package, changed), ledger)
    template = repacked(old.package, changed)
    taken = tuple(sorted(ledger.taken.values(), key=lambda one: one.line))
    return Learnt(template, minutes.draft, taken, tuple(ledger.findings))


def _texts(package: Package, changed: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    """The parts that print words, as they go into the template."""
    beside = (one for one in package.relations(package.main) if one.name in _PRINTED and one.target in package.parts)
    names = dict.fromkeys([package.main, *(one.target for one in beside)])
    yield from (changed[name] if name in changed else package.tree(name) for name in names)


def _items(minutes: Minutes, styles: StylePart, maker: Maker, ledger: Ledger) -> None:
    headings = Headings(styles, lists_labels=lists_labels(minutes.old.root))
    text = example(minutes.prose)
    table = find_item_table(minutes)
    region = None if table is None else Region((table.element,), frozenset())
    region = region or find_region(minutes)
    if region is None:
        ledger.find("items.none")
        return
    body = list(minutes.old.body)
    first = body.index(region.blocks[0])
    if table is None:
        if not minutes.of(Part.ITEM, Part.SUBITEM):
            ledger.find("headings.none")
        repeat = item_repeat(minutes, maker, headings)
        put_in_place(minutes, region, repeat, ledger)
        for one in above_items(maker, people_in_items(minutes), minutes):
            repeat.addprevious(one)
    else:
        learn_item_table(minutes, table, maker, headings, ledger)
    styles.complete(headings.deepest, None if text is None else text.look, _lists(minutes))
    learn_head(minutes, maker, ledger, body[:first])
    learn_contents(minutes, styles, headings.item_level, ledger)
    learn_closing(minutes, maker, ledger, body[first + len(region.blocks) :])


def _lists(minutes: Minutes) -> dict[str, str]:
    """The numbering behind the lists of the text."""
    found: dict[str, str] = {}
    for line in minutes.of(Part.TEXT, Part.DECISION, Part.POINT):
        name = LIST_STYLES.get(line.source.list_kind) if line.source.list_kind else None
        number = line.number_id
        if name is not None and number and line.source.list_kind is not BlockKind.LETTERED:
            found.setdefault(name, number)
    return found


def _drop_empty(root: etree._Element) -> None:
    """Repeats and conditions out of which every line went; a cell keeps a paragraph."""
    for control in list(root.iter(w("sdt")))[::-1]:
        parent = control.getparent()
        if normal_name(value_of(control, "sdtPr/tag") or "") and next(control.iter(w("r")), None) is None:
            remove(control)
            if parent is not None and parent.tag == w("tc") and next(parent.iter(w("p")), None) is None:
                parent.append(element("p"))


def _declare_repeats(root: etree._Element) -> None:
    """Word older than 2013 passes over the marks of repeats."""
    etree.cleanup_namespaces(root, top_nsmap={"w15": W15}, keep_ns_prefixes=[one for one in root.nsmap if one])
    prefix = next((prefix for prefix, uri in root.nsmap.items() if uri == W15), None)
    known = (root.get(_IGNORABLE) or "").split()
    if prefix is not None and prefix not in known:
        root.set(_IGNORABLE, " ".join([*known, prefix]))
