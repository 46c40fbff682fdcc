"""XML from outside: no document type, no entity, no endless nesting, and nothing fetched."""

from __future__ import annotations

import re

from lxml import etree

from referatdesk.documents.gate.errors import GateError

MAX_MARKS = 1_200_000
"""Opening and closing tags together; minutes of five hundred items have about a tenth."""
MAX_ATTRIBUTES = 1_200_000
MAX_DEPTH = 100
"""A text box in a table in a table reaches about forty."""
_DECLARATIONS = tuple(
    word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.-]{1,40})")
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"})
"""Those in which a declaration cannot hide from `_DECLARATIONS`."""
_HIDING_STARTS = (b"\0\0\xfe\xff", b"\xff\xfe\0\0", b"\x4c\x6f\xa7\x94")
"""UTF-32 and EBCDIC, which a parser would recognise unasked."""
MAX_ATTRIBUTES_OF_ONE = 400
"""No program writes so many to one element; whatever looks at each of them would look for ever."""
_TOO_MANY = etree.XPath(f"boolean(//*[count(@*) > {MAX_ATTRIBUTES_OF_ONE}])")
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (MAX_DEPTH + 1) + ")")


def parsed(raw: bytes) -> etree._Element:
    """The root; comments and instructions are left out. Raises GateError "unsafe", "too_large" or "broken"."""
    if any(one in raw for one in _DECLARATIONS):
        raise GateError("unsafe", reason="doctype")
    named = _ENCODING.match(raw[:400])
    hidden = raw.startswith(_HIDING_STARTS) or raw[:4].count(0) > 2
    if hidden or (named is not None and named[1].decode().lower() not in _ENCODINGS):
        raise GateError("unsafe", reason="encoding")
    if raw.count(b"<") > MAX_MARKS or raw.count(b"=") > MAX_ATTRIBUTES:
        raise GateError("too_large", limit=MAX_MARKS)
    # The parser's own limits of depth (256), of a name and of a text (10 MB) stay on.
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        code = getattr(error, "code", None)
        if code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        if code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise GateError("unsafe", reason="limits") from None
        raise GateError("broken", reason="xml") from None
    except ValueError:
        raise GateError("broken", reason="xml") from None
    if _TOO_DEEP(root):
        raise GateError("unsafe", reason="depth")
    if _TOO_MANY(root):
        raise GateError("unsafe", reason="limits")
    return root
