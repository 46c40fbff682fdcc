"""Files damaged at random: bytes, parts of a package, and the elements of its XML."""

from __future__ import annotations

from copy import deepcopy
from random import Random

from lxml import etree

from tests.fuzz.seeds import packed, parts_of

NASTY_NUMBERS = (
    "0",
    "-1",
    "1",
    "9",
    "63",
    "99999999999999999999",
    "1e9",
    "0x7F",
    "",
    "²",
    "٣",
    "NaN",
    "true",
    "%1%2%9",
)
NASTY_WORDS = (
    "",
    " ",
    "\t\n",
    "\u202e\u200b\ufeff",
    "a\u030a" * 2_000,
    "." * 20_000,
    "(" * 5_000,
    "Punkt 1: " * 500,
    "1.1.1.1.1.1.1.1.1",
    "Beslutning",
    "Afbud:",
    "Ida Vester, " * 800,
    "kl. 25:99 den 31. februar",
    "- a) 1. I) " * 50,
    "🜁𝕏Ǆ",
    "for 5 imod " * 400,
)
MOST_COPIES = 3_000
MOST_BYTES = 1_000_000
"""Of a text, or of one part: five hundred pages. What is longer may take longer than a reader waits, and is told so."""


def damaged(content: bytes, number: int) -> bytes:
    """The same for the same number."""
    chance = Random(number)  # noqa: S311 - damage that can be made again, nothing secret
    is_package = content.startswith(b"PK")
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        made = _in_package(content, chance) if is_package and chance.random() < 0.85 else _bytes(content, chance)
        content = made if len(made) < MOST_BYTES else content
        is_package = is_package and content.startswith(b"PK")
    return content


def _bytes(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    to = min(at + chance.choice((1, 2, 8, 100, 5_000)), len(content))
    way = chance.randrange(6)
    if way == 0:
        return content[:at] + chance.randbytes(to - at) + content[to:]
    if way == 1:
        return content[:at] + content[to:]
    if way == 2:
        return content[:at] + content[at:to] * chance.choice((2, 10, 500)) + content[to:]
    if way == 3:
        return content[:at]
    if way == 4:
        return content[:at] + chance.choice(NASTY_WORDS).encode("utf-8", "replace") + content[at:]
    other = chance.randrange(len(content) + 1)
    return content[:at] + content[other : other + to - at] + content[to:]


def _in_package(content: bytes, chance: Random) -> bytes:
    try:
        parts = parts_of(content)
    except Exception:  # noqa: BLE001 - it was damaged too much before; bytes are damaged instead
        return _bytes(content, chance)
    if not parts:
        return content
    bodies = [one for one in parts if one.endswith(("document.xml", "content.xml"))]
    name = chance.choice([*parts, *bodies * 8])
    way = chance.randrange(12)
    if way == 0:
        del parts[name]
    elif way == 1:
        parts[name] = parts[chance.choice(list(parts))]
    elif way == 2:
        parts[name] = _bytes(parts[name], chance)
    else:
        parts[name] = _markup(parts[name], chance)
    return packed(parts)


def _markup(raw: bytes, chance: Random) -> bytes:
    try:
        root = etree.fromstring(raw)
    except etree.XMLSyntaxError:
        return _bytes(raw, chance)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        elements = [one for one in root.iter() if isinstance(one.tag, str)]
        _element(chance.choice(elements), elements, chance)
    made = etree.tostring(root)
    return made if len(made) < MOST_BYTES else raw


def _element(one: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    parent = one.getparent()
    way = chance.randrange(9)
    if way == 0 and parent is not None:
        parent.remove(one)
    elif way == 1 and parent is not None and len(etree.tostring(one)) < 20_000:
        at = parent.index(one)
        parent[at:at] = [deepcopy(one) for _ in range(chance.choice((1, 5, 100, MOST_COPIES)))]
    elif way == 2:
        one.append(deepcopy(chance.choice(elements)))
    elif way == 3:
        one.tag = chance.choice(elements).tag
    elif way == 4 and one.attrib:
        one.set(chance.choice(list(one.attrib)), chance.choice(NASTY_NUMBERS + NASTY_WORDS))
    elif way == 5:
        one.text = chance.choice(NASTY_WORDS)
    elif way == 6:
        one.tail = chance.choice(NASTY_WORDS)
    elif way == 7 and parent is not None:
        _nested(one, chance.choice((2, 10, 60, 150)))
    else:
        other = chance.choice(elements)
        for key, said in other.attrib.items():
            one.set(key, said)


def _nested(one: etree._Element, times: int) -> None:
    """The element put into copies of itself."""
    inner = deepcopy(one)
    inner.tail = None
    for _ in range(times):
        outer = etree.Element(one.tag, dict(one.attrib), nsmap=one.nsmap)
        outer.append(inner)
        inner = outer
    parent = one.getparent()
    if parent is not None:
        parent.replace(one, inner)
