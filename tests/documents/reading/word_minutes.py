"""Word files for the reader to read, made as people and programs make them."""

import zipfile
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
LABELS = {"Resumé", "Sagsfremstilling", "Klimavurdering", "Indstilling", "Bilag"}


def saved(document: Document, folder: Path) -> Path:
    path = folder / "referat.docx"
    document.save(path)
    return path


def typed_by_hand(text: str, *, empty_lines: bool) -> Document:
    """Every line a plain paragraph, list marks and all; with an empty paragraph for every empty line or none."""
    document = docx.Document()
    for line in text.split("\n"):
        if line.strip() or empty_lines:
            document.add_paragraph(line)
    return document


def with_styles(text: str) -> Document:
    """Headings, bullets and contents by Word's own styles, a header and a footer."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Punkt 9: Sidehoved"
    document.sections[0].footer.paragraphs[0].text = "Side 1 af 4"
    for line in filter(str.strip, text.split("\n")):
        if line.startswith("REFERAT"):
            document.add_paragraph(line, style="Title")
        elif line.startswith("Punkt "):
            document.add_heading(line, 1)
        elif line in LABELS or line.startswith("Beslutning i "):
            document.add_heading(line, 2)
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)
    return document


def with_body(*xml: str) -> Document:
    """A document whose body is the XML given."""
    document = docx.Document()
    body = document.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    for one in xml:
        body.insert(len(body) - 1, parse_xml(one.replace(">", f" {NAMESPACES}>", 1)))
    return document


def with_part(path: Path, name: str, content: bytes) -> Path:
    """The package with one part replaced."""
    other = path.with_name("other.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(entry.filename, content if entry.filename == name else source.read(entry))
    return other
