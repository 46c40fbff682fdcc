"""Templates as offices make them in Word over the years, built here piece by piece."""

from dataclasses import dataclass, field

from tests.documents.word.building import NAMESPACES, SHIPPED, control, line, paragraph, parts_of, run, zipped
from tests.documents.word.png import png
from tests.documents.word.text_boxes import text_box

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PAGE = '<w:pgSz w:w="{}" w:h="{}"{}/><w:pgMar w:top="1417" w:right="1304" w:bottom="1417" w:left="1304" '
_PAGE += 'w:header="708" w:footer="708" w:gutter="0"/>'
PORTRAIT = _PAGE.format(11906, 16838, "")
LANDSCAPE = _PAGE.format(16838, 11906, ' w:orient="landscape"')
PICTURE_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
SIGN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@dataclass
class Office:
    """A template in the making: its body, and parts beside those of the shipped one with what leads to them."""

    body: str
    last_section: str = PORTRAIT
    parts: dict[str, bytes] = field(default_factory=dict)
    relations: str = ""
    types: str = ""
    template: bool = False

    def add(self, name, kind, content, identity, relations=""):
        """A part of WordprocessingML that the document leads to."""
        self.parts[f"word/{name}.xml"] = content.encode()
        if relations:
            self.parts[f"word/_rels/{name}.xml.rels"] = _listed(relations)
        self.relations += f'<Relationship Id="{identity}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        self.types += f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'

    @property
    def file(self):
        parts = parts_of(SHIPPED.read_bytes())
        section = f"<w:sectPr>{self.last_section}</w:sectPr>"
        parts["word/document.xml"] = (
            f"<w:document {NAMESPACES}><w:body>{self.body}{section}</w:body></w:document>".encode()
        )
        relations = parts["word/_rels/document.xml.rels"].decode()
        parts["word/_rels/document.xml.rels"] = relations.replace(
            "</Relationships>", f"{self.relations}</Relationships>"
        ).encode()
        types = parts["[Content_Types].xml"].decode().replace("</Types>", f"{self.types}</Types>")
        types = types.replace("<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1)
        if self.template:
            types = types.replace("document.main+xml", "template.main+xml")
        return zipped(parts | {"[Content_Types].xml": types.encode()} | self.parts)


def _listed(relations):
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'.encode()


def code(instruction):
    return f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'


def word_field(instruction, shown="1"):
    return SIGN.format("begin") + code(instruction) + SIGN.format("separate") + run(shown) + SIGN.format("end")


def field_(name, text="Klik her"):
    return control(name, run(text))


def cell(content):
    return f'<w:tc><w:tcPr><w:tcW w:w="4600" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def table(*rows, grid=2):
    columns = '<w:gridCol w:w="4600"/>' * grid
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(*cells, header=False):
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if header else ''}{''.join(cells)}</w:tr>"


def section_end(page, references=""):
    return f"<w:p><w:pPr><w:sectPr>{references}{page}</w:sectPr></w:pPr></w:p>"


def letterhead():
    """A logo and the board's name on the first page alone, another head on the rest, a footer with pages."""
    office = Office(paragraph(field_("møde.titel"), style="Titel") + control("punkter", line("punkt.titel")))
    logo = (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="450000"/>'
        '<wp:docPr id="1" name="Logo" descr="Egeby Kommunes våben"/><a:graphic>'
        f'<a:graphicData uri="{PICTURE_SPACE}"><pic:pic xmlns:pic="{PICTURE_SPACE}"><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="900000" cy="450000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    head = paragraph(logo, run("  "), field_("møde.udvalg"))
    leads = f'<Relationship Id="rId1" Type="{OFFICE}/image" Target="media/logo.png"/>'
    office.add("header8", "header", f"<w:hdr {NAMESPACES}>{head}</w:hdr>", "rId80", leads)
    rest = paragraph(run("Fortsat: "), field_("møde.titel"))
    office.add("header9", "header", f"<w:hdr {NAMESPACES}>{rest}</w:hdr>", "rId90")
    pages = paragraph(run("Side "), word_field("PAGE"), run(" af "), word_field("NUMPAGES"))
    office.add("footer9", "footer", f"<w:ftr {NAMESPACES}>{pages}</w:ftr>", "rId91")
    office.parts["word/media/logo.png"] = png(20, 10)
    office.last_section = (
        '<w:headerReference w:type="first" r:id="rId80"/><w:headerReference w:type="default" r:id="rId90"/>'
        f'<w:footerReference w:type="default" r:id="rId91"/>{PORTRAIT}<w:titlePg/>'
    )
    return office


def cover_page():
    """A .dotx with a cover, contents that end the cover's section, a landscape section, and the items."""
    cover = paragraph(run("Egeby Kommune")) + paragraph(field_("møde.titel"), style="Titel")
    contents = paragraph(
        SIGN.format("begin"), code(r"TOC \o &quot;1-2&quot; \h"), SIGN.format("separate"), run("Opdater feltet")
    )
    end = f"<w:p><w:pPr><w:sectPr>{PORTRAIT}</w:sectPr></w:pPr>{SIGN.format('end')}</w:p>"
    wide = table(
        row(cell(paragraph(run("Navn"))), cell(paragraph(run("Fra"))), header=True),
        control("deltagere", row(cell(line("deltager.navn")), cell(line("deltager.organisation")))),
    )
    items = control(
        "punkter",
        paragraph(field_("punkt.titel"), style="Overskrift1") + control("punkt.beslutning", paragraph(run("Klik"))),
    )
    return Office(cover + contents + end + wide + section_end(LANDSCAPE) + items, template=True)


def numbered_headings():
    """Headings that Word numbers by the template's own list of several levels."""
    office = Office(
        control(
            "punkter",
            paragraph(field_("punkt.titel"), style="Overskrift1")
            + control(
                "afsnit",
                paragraph(field_("afsnit.overskrift"), style="Overskrift2")
                + control("afsnit.tekst", paragraph(run("Klik"))),
            ),
        )
    )
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Overskrift{level + 1}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, mark in enumerate(("%1.", "%1.%2.", "%1.%2.%3."))
    )
    parts = parts_of(SHIPPED.read_bytes())
    numbering = parts["word/numbering.xml"].decode()
    listed = f'<w:abstractNum w:abstractNumId="70"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    numbering = numbering.replace("<w:num ", f"{listed}<w:num ", 1)
    number = '<w:num w:numId="70"><w:abstractNumId w:val="70"/></w:num></w:numbering>'
    office.parts["word/numbering.xml"] = numbering.replace("</w:numbering>", number).encode()
    styles = parts["word/styles.xml"].decode()
    for level in (1, 2, 3):
        at = styles.index("<w:pPr>", styles.index(f'w:styleId="Overskrift{level}"'))
        keeps = min(one for one in (styles.find(f"<w:{name}", at) for name in ("pBdr", "spacing")) if one > 0)
        numbered = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="70"/></w:numPr>'
        styles = styles[:keeps] + numbered + styles[keeps:]
    office.parts["word/styles.xml"] = styles.encode()
    return office


def tables_and_boxes():
    """A text box, tables in tables, repeats in repeats, rows that Word wrapped itself, fields in a sentence."""
    people = control(
        "grupper",
        paragraph(field_("gruppe.navn"), run(":"))
        + table(
            control(
                "deltagere",
                f"<w:sdt><w:sdtPr><w:id w:val='71'/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>"
                f"{row(cell(line('deltager.navn')), cell(line('deltager.parti')))}</w:sdtContent></w:sdt>",
                "<w15:repeatingSection/>",
            )
        )
        + paragraph(),
    )
    inner = table(row(cell(line("møde.sted")), control("møde.tid", cell(paragraph(run("Klik"))))))
    outer = table(row(cell(paragraph(run("Hvor og hvornår"))), cell(inner + paragraph())))
    sentence = paragraph(run("Mødet holdes "), field_("møde.sted"), run(" af "), field_("møde.udvalg"), run("."))
    of_others = (
        '<w:sdt><w:sdtPr><w:id w:val="72"/><w:tag w:val="journal"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    )
    items = control(
        "punkter",
        of_others.format(paragraph(run("Sag "), field_("punkt.sagsnr"))) + control("bilag", line("bilag.titel")),
    )
    return Office(text_box(line("møde.sted")) + outer + sentence + people + items)


def much_worked_on():
    """Tracked changes, comments, a footnote, smart tags, proofing marks, bookmarks begun in one run and ended later."""
    by = 'w:author="Ida Vester" w:date="2027-01-04T08:00:00Z"'
    body = (
        f'<w:p><w:bookmarkStart w:id="3" w:name="Sted"/><w:proofErr w:type="spellStart"/>{run("Mødes")}'
        f'<w:proofErr w:type="spellEnd"/>{run("ted: ")}<w:smartTag w:element="place">{field_("møde.sted")}</w:smartTag>'
        f'<w:bookmarkEnd w:id="3"/></w:p>'
        f'<w:p><w:ins w:id="81" {by}>{run("Udvalg: ")}</w:ins><w:del w:id="82" {by}><w:r><w:delText>Råd: </w:delText>'
        f'</w:r></w:del><w:commentRangeStart w:id="0"/>{field_("møde.udvalg")}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
        f'<w:p><w:pPr><w:rPr><w:del w:id="83" {by}/></w:rPr></w:pPr><w:del w:id="84" {by}><w:r>'
        f"<w:delText>Udgår</w:delText></w:r></w:del></w:p>"
        f"{paragraph(run('Se note'), NOTE)}"
    )
    office = Office(body + control("punkter", line("punkt.titel")))
    signs = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{sign}/></w:r></w:p></w:footnote>'
        for kind, number, sign in (("separator", 0, "separator"), ("continuationSeparator", 1, "continuationSeparator"))
    )
    note = f'<w:footnote w:id="2">{paragraph(run("Efter lovens § 4"))}</w:footnote>'
    office.add("footnotes", "footnotes", f"<w:footnotes {NAMESPACES}>{signs}{note}</w:footnotes>", "rId61")
    comment = f'<w:comment w:id="0" {by} w:initials="IV">{paragraph(run("Er navnet rigtigt?"))}</w:comment>'
    office.add("comments", "comments", f"<w:comments {NAMESPACES}>{comment}</w:comments>", "rId62")
    return office


OFFICES = {
    "letterhead": letterhead,
    "cover page": cover_page,
    "numbered headings": numbered_headings,
    "tables and boxes": tables_and_boxes,
    "much worked on": much_worked_on,
}
