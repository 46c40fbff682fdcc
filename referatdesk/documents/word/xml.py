"""Small things done with the XML of a template while it is compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from referatdesk.documents.word.names import R, W, w

_DECLARATION = re.compile(r'\sxmlns(:\w+)?="[^"]*"')


def value_of(element: etree._Element | None, path: str) -> str | None:
    """The w:val of the element below by this path of WordprocessingML names ("pPr/pStyle")."""
    found = child(element, path)
    return None if found is None else found.get(w("val"))


def whole_number(text: str | None) -> int:
    """A number as written in an attribute; 0 for what is none, as a damaged or hand-made file may have."""
    return int(text) if text and text.isdecimal() else 0


def child(element: etree._Element | None, path: str) -> etree._Element | None:
    for name in path.split("/"):
        element = None if element is None else element.find(w(name))
    return element


def element(name: str, value: str | None = None) -> etree._Element:
    """A new element of WordprocessingML under its usual prefix, with a w:val if one is given."""
    new = etree.Element(w(name), nsmap={"w": W})
    if value is not None:
        new.set(w("val"), value)
    return new


def cut_in_two(root: etree._Element, place: int) -> tuple[str, str]:
    """The text of a part up to the child of that number, and from there on."""
    root.insert(place, etree.ProcessingInstruction("rd", "cut"))
    whole = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True).decode()
    head, _, tail = whole.partition("<?rd cut?>")
    return head, tail


def fragment(one: etree._Element | None) -> str:
    """An element as text to be put back into its own part, where the root declares all prefixes."""
    if one is None:
        return ""
    return _DECLARATION.sub("", etree.tostring(one, encoding="unicode", with_tail=False))


def hoist_namespaces(root: etree._Element) -> None:
    """Declares on the root every prefix used below it, so that fragments may stand anywhere in the part."""
    known = {prefix: uri for one in root.iter(etree.Element) for prefix, uri in one.nsmap.items() if prefix}
    known |= {"w": W, "r": R}
    etree.cleanup_namespaces(root, top_nsmap=known, keep_ns_prefixes=list(known))


def own(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Elements of these names below, but not those inside a text box."""
    for one in element:
        if one.tag in names:
            yield one
        if one.tag != w("txbxContent"):
            yield from own(one, *names)


_PRINTED = tuple(
    w(name)
    for name in (
        *("t", "tab", "br", "cr", "ptab", "sym", "noBreakHyphen", "fldChar", "fldSimple", "sdt"),
        *("drawing", "pict", "object", "footnoteReference", "endnoteReference"),
    )
)


def ends_its_paragraph(element: etree._Element) -> bool:
    """Whether nothing is printed in the paragraph behind this element."""
    place: etree._Element | None = element
    while place is not None and place.tag != w("p"):
        for following in place.itersiblings(etree.Element):
            if following.tag in _PRINTED or next(following.iter(*_PRINTED), None) is not None:
                return False
        place = place.getparent()
    return place is not None


def visible_text(element: etree._Element) -> str:
    """The words below an element, without field codes and without what stands in text boxes."""
    return "".join(one.text or "" for one in own(element, w("t")))


def text_near(element: etree._Element) -> str:
    """Words that tell a person where in the document the element stands."""
    place: etree._Element | None = next(element.iterancestors(w("p")), element)
    while place is not None:
        for candidate in (place, *place.itersiblings(preceding=True), *place.itersiblings()):
            words = " ".join(visible_text(candidate).split())
            if words:
                return words[:60]
        place = place.getparent()
    return ""
