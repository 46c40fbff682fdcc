"""Word files written as XML, for what no program on this machine makes by itself."""

import struct
import zlib

import docx
from docx.oxml import parse_xml

from referatdesk.documents.reading.formats.files import read_source
from tests.documents.reading.word_minutes import NAMESPACES, saved

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MORE = (
    f'{NAMESPACES} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def source(document, folder):
    return read_source(saved(document, folder))


def texts(document, folder):
    return [one.text for one in source(document, folder).paragraphs]


def body(*paragraphs):
    """A document of these paragraphs, written as Word's XML with every namespace known."""
    document = docx.Document()
    for element in list(document.element.body)[:-1]:
        document.element.body.remove(element)
    root = parse_xml(f"<w:body {MORE}>{''.join(paragraphs)}</w:body>")
    for at, element in enumerate(list(root)):
        document.element.body.insert(at, element)
    return document


def p(*runs, properties=""):
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def r(text, form=""):
    return f'<w:r>{f"<w:rPr>{form}</w:rPr>" if form else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction, result):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    told = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return mark.format("begin") + told + mark.format("separate") + result + mark.format("end")


def numbering(document, *levels, nums=""):
    """Adds list 70 with these levels, used by list 71; `nums` are more uses of it."""
    root = document.part.numbering_part.element
    listed = "".join(f'<w:lvl w:ilvl="{at}">{level}</w:lvl>' for at, level in enumerate(levels))
    root.insert(0, parse_xml(f'<w:abstractNum {NAMESPACES} w:abstractNumId="70">{listed}</w:abstractNum>'))
    more = f'<w:num w:numId="71"><w:abstractNumId w:val="70"/></w:num>{nums}'
    for num in parse_xml(f"<w:numbering {NAMESPACES}>{more}</w:numbering>"):
        root.append(num)


def level(form, text, start=1, more=""):
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'


def item(text, at=0, num=71):
    return p(r(text), properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>')


def markers(document, folder):
    return [one.marker for one in source(document, folder).paragraphs]


def png(width=2, height=2):
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
