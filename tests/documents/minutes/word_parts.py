"""Raw XML of Word that people's files hold and python-docx has no words for."""

from __future__ import annotations

import random
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

W = nsdecls("w")
DANISH_STYLES = {
    "Heading1": "Overskrift1",
    "Heading2": "Overskrift2",
    "Heading3": "Overskrift3",
    "Title": "Titel",
    "Caption": "Billedtekst",
    "ListParagraph": "Listeafsnit",
    "TableGrid": "Tabel-Gitter",
    "Header": "Sidehoved",
    "Footer": "Sidefod",
}


def give_danish_style_ids(document: Document) -> None:
    """As a Danish Word writes them: the ids are Danish, the names of the built-in styles stay English."""
    for style in document.styles.element.iter(qn("w:style")):
        style.set(qn("w:styleId"), DANISH_STYLES.get(style.get(qn("w:styleId")), style.get(qn("w:styleId"))))
        for tag in ("w:basedOn", "w:next", "w:link"):
            for referring in style.iter(qn(tag)):
                referring.set(qn("w:val"), DANISH_STYLES.get(referring.get(qn("w:val")), referring.get(qn("w:val"))))


class Numbering:
    """Lists and numbered headings of one file; every list starts anew by a `w:num` of its own."""

    def __init__(self, document: Document) -> None:
        self.root = document.part.numbering_part.element
        taken = [int(one.get(qn("w:abstractNumId"))) for one in self.root.iter(qn("w:abstractNum"))]
        self.next_abstract = max(taken, default=0) + 1
        self.next_num = max((int(one.get(qn("w:numId"))) for one in self.root.iter(qn("w:num"))), default=0) + 1

    def new(self, levels: list[tuple[str, str]], start: int = 1, symbol: bool = False) -> int:
        """A list with (format, text) of each level; returns its number."""
        abstract, num = self.next_abstract, self.next_num
        self.next_abstract, self.next_num = abstract + 1, num + 1
        written = "".join(_level(at, *level, start if at == 0 else 1, symbol) for at, level in enumerate(levels))
        kind = '<w:multiLevelType w:val="multilevel"/>'
        first = next(self.root.iter(qn("w:num")), None)
        element = parse_xml(f'<w:abstractNum {W} w:abstractNumId="{abstract}">{kind}{written}</w:abstractNum>')
        if first is None:
            self.root.append(element)
        else:
            first.addprevious(element)
        self.root.append(parse_xml(f'<w:num {W} w:numId="{num}"><w:abstractNumId w:val="{abstract}"/></w:num>'))
        return num


def _level(at: int, kind: str, text: str, start: int, symbol: bool) -> str:
    font = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>' if symbol else ""
    indent = f'<w:pPr><w:ind w:left="{360 * (at + 1)}" w:hanging="360"/></w:pPr>'
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{indent}{font}</w:lvl>'
    )


def number(paragraph: Paragraph, num: int, level: int = 0) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'))


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    for xml in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {W}>{xml}</w:r>"))


def add_text_box(paragraph: Paragraph, lines: list[str]) -> None:
    """A box as Word writes it, twice: as a drawing and as a picture for old versions."""
    content = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    spaces = nsdecls("w", "wp", "a") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    drawn = (
        '<w:drawing><wp:inline><wp:extent cx="2400000" cy="600000"/><wp:docPr id="7" name="Tekstfelt 7"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = f'<w:pict><v:shape style="width:190pt;height:48pt"><v:textbox>{box}</v:textbox></v:shape></w:pict>'
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    paragraph._p.append(parse_xml(f"<w:r {spaces}>{both}</w:r>"))


def track(paragraph: Paragraph, removed: str, added: str) -> None:
    """The first run that holds `added` gets it as an insertion, with `removed` struck out before it."""
    run = next(one for one in paragraph.runs if added in one.text)
    before, _added, after = run.text.partition(added)
    by = 'w:author="Kresten Bak" w:date="2026-09-14T09:12:00Z"'
    pieces = [
        f'<w:del {W} w:id="901" {by}><w:r><w:delText xml:space="preserve">{removed}</w:delText></w:r></w:del>',
        f'<w:ins {W} w:id="902" {by}><w:r><w:t xml:space="preserve">{added}</w:t></w:r></w:ins>',
        f'<w:r {W}><w:t xml:space="preserve">{after}</w:t></w:r>',
    ]
    run.text = before
    for xml in reversed(pieces):
        run._r.addnext(parse_xml(xml))


def add_pieces(paragraph: Paragraph, text: str, chance: random.Random, **looks: Any) -> None:
    """The text in several runs, as Word leaves it after years of editing; tabs and soft breaks are kept."""
    at = 0
    while at < len(text):
        end = len(text) if chance.random() < 0.6 else min(len(text), at + chance.randrange(3, 40))
        run = paragraph.add_run(text[at:end])
        for name, value in looks.items():
            setattr(run, name, value)
        at = end
