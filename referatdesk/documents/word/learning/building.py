"""Controls for a template that is being learnt, as Word writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from itertools import count

from lxml import etree

from referatdesk.documents.word.fields import CONDITION_PREFIX, FIELDS, REPEATS, TAG_PREFIX
from referatdesk.documents.word.forms import RUN_ORDER, put
from referatdesk.documents.word.learning.spans import SPACE
from referatdesk.documents.word.names import W15, w
from referatdesk.documents.word.xml import element


class Maker:
    """Makes the controls of one template; no two have the same number."""

    def __init__(self) -> None:
        self._ids = count(1001)

    def field(self, name: str, look: etree._Element | None = None) -> etree._Element:
        """A field on a line, which shows what it is until it is filled, in the looks that its words have."""
        control = self._control(name, FIELDS[name].description, look)
        control[0].append(element("showingPlcHdr"))
        control[0].append(element("richText" if FIELDS[name].rich else "text"))
        control[1].append(shown_run(f"[{FIELDS[name].description}]", look))
        return control

    def text(self, name: str, properties: etree._Element | None, look: etree._Element | None) -> etree._Element:
        """A rich text in paragraphs of its own."""
        control = self._control(name, FIELDS[name].description, look)
        control[0].append(element("showingPlcHdr"))
        control[0].append(element("richText"))
        shown = shown_run(f"[{FIELDS[name].description}]", look)
        control[1].append(paragraph(properties, shown))
        return control

    def repeat(self, name: str, content: Iterable[etree._Element]) -> etree._Element:
        control = self._control(name, REPEATS[name].description)
        control[0].append(etree.Element(f"{{{W15}}}repeatingSection", nsmap={"w15": W15}))
        item = element("sdt")
        properties = etree.SubElement(item, w("sdtPr"))
        properties.append(element("id", str(next(self._ids))))
        properties.append(etree.Element(f"{{{W15}}}repeatingSectionItem", nsmap={"w15": W15}))
        etree.SubElement(item, w("sdtContent")).extend(list(content))
        control[1].append(item)
        return control

    def when(self, name: str, content: Iterable[etree._Element]) -> etree._Element:
        """What stands there only if the field, or the repeat, has something to print."""
        described = FIELDS[name].description if name in FIELDS else REPEATS[name].description
        control = self._control(CONDITION_PREFIX + name, f"Kun hvis udfyldt: {described}")
        control[0].append(element("richText"))
        control[1].extend(list(content))
        return control

    def _control(self, name: str, title: str, look: etree._Element | None = None) -> etree._Element:
        control = element("sdt")
        properties = etree.SubElement(control, w("sdtPr"))
        if look is not None and len(look):
            properties.append(deepcopy(look))
        properties.append(element("alias", title))
        properties.append(element("tag", TAG_PREFIX + name))
        properties.append(element("id", str(next(self._ids))))
        etree.SubElement(control, w("sdtContent"))
        return control


def shown_run(words: str, look: etree._Element | None) -> etree._Element:
    run = element("r")
    if look is not None and len(look):
        run.append(deepcopy(look))
    said = etree.SubElement(run, w("t"))
    said.text = words
    said.set(SPACE, "preserve")
    return run


def paragraph(properties: etree._Element | None, *content: etree._Element) -> etree._Element:
    made = element("p")
    if properties is not None and len(properties):
        made.append(deepcopy(properties))
    made.extend(list(content))
    return made


def tab() -> etree._Element:
    run = element("r")
    run.append(element("tab"))
    return run


def bold(look: etree._Element | None) -> etree._Element:
    form = element("rPr") if look is None else deepcopy(look)
    put(form, element("b"), RUN_ORDER)
    return form


def surround(one: etree._Element, make: Callable[[list[etree._Element]], etree._Element]) -> None:
    """Puts a control round an element that stands in the text."""
    stand_in = element("sdt")
    one.addprevious(stand_in)
    made = make([one])
    stand_in.addprevious(made)
    parent = stand_in.getparent()
    if parent is not None:
        parent.remove(stand_in)
