"""The XML that the templates are written in: paragraphs, controls, Word's own fields, and the parts of a package."""

from __future__ import annotations

import re
import sys
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from referatdesk.documents.word.fields import (  # noqa: E402 - the path is set above
    CONDITION_PREFIX,
    FIELDS,
    REPEATS,
    TAG_PREFIX,
)

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:w15="{W15}" mc:Ignorable="w15"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

MARGIN_SIGN = "[…]"
"""What a field in a header or footer shows: there is no room for words."""

LONGEST_ALIAS = 64
"""Word takes no longer name for a control."""

NUMBER = "{number}"
"""Stands for the number of a control until the whole template is known."""


def run(text: str, style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


TAB = "<w:r><w:tab/></w:r>"


def paragraph(style: str, *content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(content)}</w:p>'


def control(name: str, title: str, kind: str, content: str) -> str:
    named = f"<w:alias w:val={quoteattr(title[:LONGEST_ALIAS])}/><w:tag w:val={quoteattr(TAG_PREFIX + name)}/>"
    return (
        f'<w:sdt><w:sdtPr>{named}<w:id w:val="{NUMBER}"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )


def field(name: str, shown: str = "", style: str = "") -> str:
    """A field on a line. It shows its description until it is filled; its value takes the character style."""
    spec = FIELDS[name]
    kind = "<w:showingPlcHdr/>" + ("<w:richText/>" if spec.rich else "<w:text/>")
    whole = control(name, spec.description, kind, run(shown or f"[{spec.description}]", "Pladsholdertekst"))
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return whole.replace("<w:sdtPr>", f"<w:sdtPr>{look}", 1)


def text(name: str, style: str) -> str:
    """A rich text in paragraphs of its own."""
    spec = FIELDS[name]
    content = paragraph(style, run(f"[{spec.description}]", "Pladsholdertekst"))
    return control(name, spec.description, "<w:showingPlcHdr/><w:richText/>", content)


def repeat(name: str, *content: str) -> str:
    item = (
        f'<w:sdt><w:sdtPr><w:id w:val="{NUMBER}"/><w15:repeatingSectionItem/></w:sdtPr>'
        f"<w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"
    )
    return control(name, REPEATS[name].description, "<w15:repeatingSection/>", item)


def when(name: str, *content: str) -> str:
    described = FIELDS[name].description if name in FIELDS else REPEATS[name].description
    return control(CONDITION_PREFIX + name, f"Kun hvis udfyldt: {described}", "<w:richText/>", "".join(content))


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def word_field(instruction: str, shown: str) -> str:
    code = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return f"{sign('begin')}{code}{sign('separate')}{run(shown)}{sign('end')}"


def contents() -> str:
    """Word's own table of contents, in the wrapping that gives it the button for updating."""
    listed = paragraph("Indholdsfortegnelse1", word_field('TOC \\o "1-1" \\h \\z \\u', "[Punkterne med sidetal]"))
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{NUMBER}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>'
        f"{paragraph('Overskrift', field('møde.indhold'))}{listed}</w:sdtContent></w:sdt>"
    )


def relations(*listed: tuple[str, str, str]) -> str:
    each = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in listed)
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{each}</Relationships>'


def content_types(parts: dict[str, str]) -> str:
    each = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    package = "application/vnd.openxmlformats-package"
    return (
        f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="{package}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{each}</Types>'
    )


def numbered(part: str, above: int) -> str:
    """The part with a number of its own for every control, all higher than `above`."""
    numbers = count(above + 1)
    return re.sub(re.escape(NUMBER), lambda _: str(next(numbers)), part)
