"""The sound files from which damaged ones are made: one of every format, with as many features as it has."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docx.document import Document
from docx.shared import Mm

from tests.documents.reading import odt_minutes, word_xml
from tests.documents.reading.word_minutes import typed_by_hand, with_styles

MINUTES = Path(__file__).parents[1] / "fixtures" / "minutes"


def seeds() -> dict[str, bytes]:
    """File names with their content."""
    texts = {path.name: path.read_bytes() for path in sorted(MINUTES.glob("*.txt"))}
    long = max(texts.values(), key=len).decode("utf-8")
    return {
        **texts,
        "old.txt": long.encode("cp1252", errors="replace"),
        "wide.txt": long.encode("utf-16"),
        "typed.docx": saved(typed_by_hand(long, empty_lines=True)),
        "styled.docx": saved(with_styles(long)),
        "rich.docx": saved(rich()),
        "rich.odt": odt_minutes.rich(),
        "words.pdf": pdf(long),
    }


def saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def rich() -> Document:
    """Lists, tables, boxes, fields, pictures, comments, tracked changes, headers and breaks in one file."""
    p, r, field = word_xml.p, word_xml.r, word_xml.field
    wide = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
    row = f"<w:tr><w:tc>{wide}{p(r('Sag'))}</w:tc><w:tc>{p(r('Frist'))}</w:tc></w:tr>"
    inside = f"<w:txbxContent>{p(r('I boksen'))}</w:txbxContent>"
    box = f"<w:pict><v:shape alt='x'><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    document = word_xml.body(
        p(r("Referat af møde i Sundhedsråd Østfjord den 4. maj 2027", "<w:b/>")),
        p(r("Punkt 1: "), field("TITLE", r("Godkendelse af dagsorden"))),
        p(r("Beslutning")),
        p(r("Rådet "), f"<w:del w:author='a'>{r('afviste')}</w:del><w:ins w:author='b'>{r('godkendte')}</w:ins>"),
        word_xml.item("Første"),
        word_xml.item("Under", 1),
        f"<w:tbl><w:tblGrid><w:gridCol w:w='1'/></w:tblGrid>{row}{row}</w:tbl>",
        p(f"<w:r>{box}<w:br w:type='page'/></w:r>", r("Punkt 2: Eventuelt")),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('I et felt'))}</w:sdtContent></w:sdt>",
        p(r("Slut"), "<w:r><w:sym w:char='F0FE'/></w:r>", properties="<w:sectPr/>"),
    )
    word_xml.numbering(document, word_xml.level("decimal", "%1."), word_xml.level("lowerLetter", "%1.%2)"))
    line = document.add_paragraph("Se kortet", style="List Bullet")
    document.add_comment(line.runs, text="Passer det?", author="Sanne Brix")
    line.add_run().add_picture(io.BytesIO(word_xml.png()), width=Mm(20))
    document.sections[0].footer.paragraphs[0].text = "Side 1 af 2"
    document.add_heading("Punkt 3: Bilag", 1)
    return document


def pdf(text: str) -> bytes:
    """A plain PDF of one page, written by hand."""
    plain = text.replace("(", " ").replace(")", " ").encode("cp1252", errors="replace")
    lines = b"".join(b"(%s) Tj T*\n" % line for line in plain.split(b"\n")[:60])
    shown = b"BT /F1 10 Tf 50 800 Td 12 TL " + lines + b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    file = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(file))
    return file + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
