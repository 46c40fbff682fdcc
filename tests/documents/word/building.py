"""Small templates made of a line of XML, and the looking into what comes out of them."""

import io
import re
import zipfile
from pathlib import Path

from referatdesk.documents.word.template import compile_template
from referatdesk.documents.word.values import Properties, Scope
from referatdesk.domain.richtext import Block, Run

SHIPPED = Path(__file__).resolve().parents[3] / "resources" / "templates" / "sagsfremstilling.docx"
PROPERTIES = Properties("Prøve")
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1304" w:bottom="1417" w:left="1304" '
    'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word_file(body, changed=None):
    """A template with this body; everything else is that of the shipped one unless `changed` says otherwise."""
    parts = parts_of(SHIPPED.read_bytes())
    parts["word/document.xml"] = f"<w:document {NAMESPACES}><w:body>{body}{SECTION}</w:body></w:document>".encode()
    return zipped(parts | {name: part.encode() for name, part in (changed or {}).items()})


def control(name, content, more=""):
    return f'<w:sdt><w:sdtPr><w:tag w:val="rd:{name}"/>{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def run(text="x", look=""):
    return f"<w:r>{look}<w:t>{text}</w:t></w:r>"


def paragraph(*content, style=""):
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(content)}</w:p>"


def line(name, text="x"):
    """A paragraph that holds one field."""
    return paragraph(control(name, run(text)))


def filled(body, values, changed=None, properties=PROPERTIES):
    return compile_template(word_file(body, changed)).fill(values, properties).content


def body_of(content, part="word/document.xml"):
    """The XML between the root's tag and the closing section."""
    text = parts_of(content)[part].decode()
    inner = re.sub(r"^.*?<w:(?:body|hdr|ftr)[^>]*>", "", text, count=1, flags=re.DOTALL)
    return re.sub(r"<w:sectPr.*$", "", inner, flags=re.DOTALL)


def printed(body, values):
    return body_of(filled(body, values))


def words(xml):
    """The paragraphs of some XML as lines of words."""
    lines = re.findall(r"<w:p>.*?</w:p>|<w:p [^>]*>.*?</w:p>|<w:p/>", xml, flags=re.DOTALL)
    return ["".join(re.findall(r"<w:t[ >][^<]*?>?([^<>]*)</w:t>", one)) for one in lines]


def text(*blocks):
    """Rich text of blocks, or of words that stand for paragraphs."""
    return tuple(block(one) if isinstance(one, str) else one for one in blocks)


def block(words, **look):
    return Block(id=f"b-{words[:8]}", runs=(Run(words),), **look)


def meeting(**fields):
    """A meeting with these fields; "titel" stands for "møde.titel"."""
    return Scope({f"møde.{name}": value for name, value in fields.items()})


def items(*scopes, **fields):
    return Scope({f"møde.{name}": value for name, value in fields.items()}, {"punkter": scopes})


def item(titel, afsnit=(), **fields):
    own = {"punkt.titel": titel} | {f"punkt.{name}": value for name, value in fields.items()}
    return Scope(own, {"afsnit": afsnit})


def section(value, label=None):
    return Scope({"afsnit.overskrift": label, "afsnit.tekst": value})


RICH = control("punkter", control("afsnit", control("afsnit.tekst", paragraph(run(), style="Brdtekst"))))
"""A template that is nothing but the texts of sections."""


def rich(*blocks):
    """Values for RICH: one item with one section of these blocks."""
    return items(item("Nabohjælp", [section(text(*blocks))]))
