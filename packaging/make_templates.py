"""Makes the Word templates in `resources/templates`: run it after changing one here, and commit what it writes.

    python packaging/make_templates.py

A template is an ordinary Word file that anybody may open and change afterwards. It is written by hand, part by part,
so that it holds nothing but what it needs: no theme, no unused styles, nobody's name.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from referatdesk.documents.word.archive import entry, packed  # noqa: E402 - the path is set above
from referatdesk.documents.word.fields import CONDITION_PREFIX, FIELDS, REPEATS, TAG_PREFIX  # noqa: E402
from referatdesk.documents.word.properties import core_properties  # noqa: E402
from referatdesk.documents.word.values import Properties  # noqa: E402

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:w15="{W15}" mc:Ignorable="w15"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

INK = "1B3A4B"
ACCENT = "1F5673"
QUIET = "595959"
RULE = "B7C6CF"
SHADE = "EAF0F3"
TEXT_WIDTH = 9298
"""A4 less two margins of 2.3 cm, in twips."""

MARGIN_SIGN = "[…]"
"""What a field in a header or footer shows: there is no room for words."""

_control_ids = count(1001)


# --- the body -------------------------------------------------------------------------------------------------------


def run(text: str, style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


TAB = "<w:r><w:tab/></w:r>"


def paragraph(style: str, *content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(content)}</w:p>'


def control(name: str, title: str, kind: str, content: str) -> str:
    number = next(_control_ids)
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(title)}/><w:tag w:val={quoteattr(TAG_PREFIX + name)}/>"
        f'<w:id w:val="{number}"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
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
        f'<w:sdt><w:sdtPr><w:id w:val="{next(_control_ids)}"/><w15:repeatingSectionItem/></w:sdtPr>'
        f"<w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"
    )
    return control(name, REPEATS[name].description, "<w15:repeatingSection/>", item)


def when(name: str, *content: str) -> str:
    described = FIELDS[name].description if name in FIELDS else REPEATS[name].description
    return control(CONDITION_PREFIX + name, f"Kun hvis udfyldt: {described}", "<w:richText/>", "".join(content))


def fact(label: str, name: str) -> str:
    return paragraph("Oplysning", run(label, "Ledetekst"), TAB, field(name))


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def word_field(instruction: str, shown: str) -> str:
    code = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return f"{sign('begin')}{code}{sign('separate')}{run(shown)}{sign('end')}"


def contents() -> str:
    """Word's own table of contents, in the wrapping that gives it the button for updating."""
    listed = paragraph("Indholdsfortegnelse1", word_field('TOC \\o "1-1" \\h \\z \\u', "[Punkterne med sidetal]"))
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{next(_control_ids)}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>'
        f"{paragraph('Overskrift', field('møde.indhold'))}{listed}</w:sdtContent></w:sdt>"
    )


def body() -> str:
    section = repeat(
        "afsnit",
        paragraph("Overskrift2", field("afsnit.overskrift")),
        paragraph("Overskrift3", field("afsnit.underoverskrift")),
        paragraph("Afsnitslinje", field("afsnit.etiket", style="Ledetekst"), run(" "), field("afsnit.linje")),
        text("afsnit.tekst", "Brdtekst"),
        repeat("bilag", paragraph("Bilag", field("bilag.titel"))),
    )
    item = repeat(
        "punkter",
        paragraph("Tema", field("punkt.tema")),
        paragraph("Overskrift1", field("punkt.overskrift")),
        paragraph("Overskrift2", field("punkt.underoverskrift")),
        paragraph("Sagsnummer", field("punkt.sagsnr")),
        repeat("oplægsholdere", paragraph("Oplgsholder", field("oplægsholder.tekst"))),
        section,
    )
    facts = [
        fact("Mødedato", "møde.tidspunkt"),
        fact("Mødested", "møde.sted"),
        fact("Link", "møde.link"),
        fact("Mødedeltagere", "møde.deltagere"),
        fact("Referent", "møde.referent"),
        fact("Sagsnr.", "møde.sagsnr"),
        repeat(
            "oplysninger",
            paragraph("Oplysning", field("oplysning.navn", style="Ledetekst"), TAB, field("oplysning.værdi")),
        ),
    ]
    return "".join(
        [
            paragraph("Titel", field("møde.titel")),
            *facts,
            when("møde.indhold", contents()),
            item,
            paragraph("Underskrift", field("møde.underskrift")),
        ]
    )


def document() -> str:
    references = "".join(
        f'<w:{where}Reference w:type="{kind}" r:id="{relation}"/>'
        for where, kind, relation in (
            ("header", "default", "rId5"),
            ("header", "first", "rId6"),
            ("footer", "default", "rId7"),
            ("footer", "first", "rId8"),
        )
    )
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1304" w:bottom="1417" '
        'w:left="1304" w:header="680" w:footer="624" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{body()}{section}</w:body></w:document>"


def first_header() -> str:
    return f"{HEAD}<w:hdr {NAMESPACES}>{paragraph('Brevhoved', field('møde.udvalg', MARGIN_SIGN))}</w:hdr>"


def header() -> str:
    return f"{HEAD}<w:hdr {NAMESPACES}>{paragraph('Sidehoved', field('møde.titel', MARGIN_SIGN))}</w:hdr>"


def footer() -> str:
    pages = [run("Side "), word_field("PAGE", "1"), run(" af "), word_field("NUMPAGES", "1")]
    return f"{HEAD}<w:ftr {NAMESPACES}>{paragraph('Sidefod', field('møde.udvalg', MARGIN_SIGN), TAB, *pages)}</w:ftr>"


# --- the styles -----------------------------------------------------------------------------------------------------


def paragraph_style(
    style_id: str,
    name: str,
    based_on: str = "Normal",
    after: str = "",
    paragraph_form: str = "",
    run_form: str = "",
    quick: bool = True,
) -> str:
    custom = ' w:customStyle="1"' if name in CUSTOM else ""
    default = ' w:default="1"' if style_id == "Normal" else ""
    based = f'<w:basedOn w:val="{based_on}"/>' if style_id != "Normal" else ""
    following = f'<w:next w:val="{after}"/>' if after else ""
    look = f"<w:pPr>{paragraph_form}</w:pPr>" if paragraph_form else ""
    letters = f"<w:rPr>{run_form}</w:rPr>" if run_form else ""
    format_mark = "<w:qFormat/>" if quick else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"{based}{following}{format_mark}{look}{letters}</w:style>"
    )


CUSTOM = {
    "Oplysning",
    "Sagsnummer",
    "Bilag",
    "Afsnitslinje",
    "Tema",
    "Oplægsholder",
    "Underskrift",
    "Brevhoved",
    "Ledetekst",
}


def spacing(before: int = 0, after: int = 0, line: int = 264) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def letters(half_points: int, colour: str = "", bold: bool = False, italic: bool = False) -> str:
    marks = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{marks}{ink}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def heading(level: int, before: int, after: int, form: str, border: str = "") -> str:
    look = f'<w:keepNext/><w:keepLines/>{border}{spacing(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>'
    return paragraph_style(f"Overskrift{level}", f"heading {level}", "Normal", "Brdtekst", look, form)


def list_style(style_id: str, name: str, number: int) -> str:
    look = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>{spacing(0, 80)}'
    return paragraph_style(style_id, name, "Normal", "", look)


def text_styles() -> list[str]:
    rule = f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="8" w:color="{RULE}"/></w:pBdr>'
    return [
        paragraph_style("Normal", "Normal"),
        paragraph_style("Brdtekst", "Body Text", "Normal", "", spacing(0, 120)),
        paragraph_style(
            "Titel",
            "Title",
            "Normal",
            "Brdtekst",
            "<w:keepLines/>" + spacing(120, 280, 240),
            letters(36, INK, bold=True),
        ),
        heading(1, 480, 60, letters(30, INK, bold=True), rule),
        heading(2, 260, 60, letters(24, ACCENT, bold=True)),
        heading(3, 200, 40, letters(22, INK, bold=True)),
        heading(4, 160, 40, letters(22, INK, bold=True, italic=True)),
        heading(5, 140, 40, letters(22, ACCENT, italic=True)),
        heading(6, 140, 40, letters(21, QUIET, italic=True)),
        list_style("Opstilling-punkttegn", "List Bullet", 1),
        list_style("Opstilling-talellerbogst", "List Number", 2),
        paragraph_style(
            "Citat",
            "Quote",
            "Normal",
            "Brdtekst",
            f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{RULE}"/></w:pBdr>'
            f'{spacing(80, 160)}<w:ind w:left="397" w:right="397"/>',
            "<w:i/><w:iCs/>",
        ),
        paragraph_style(
            "Billedtekst", "caption", "Normal", "Brdtekst", spacing(160, 80, 240), letters(20, INK, bold=True)
        ),
    ]


def own_styles() -> list[str]:
    tabs = '<w:tabs><w:tab w:val="left" w:pos="1871"/></w:tabs>'
    return [
        paragraph_style(
            "Oplysning", "Oplysning", "Normal", "", f'{tabs}{spacing(0, 80)}<w:ind w:left="1871" w:hanging="1871"/>'
        ),
        paragraph_style(
            "Tema", "Tema", "Normal", "Overskrift1", f"<w:keepNext/>{spacing(480, 0)}", letters(26, ACCENT, italic=True)
        ),
        paragraph_style(
            "Sagsnummer", "Sagsnummer", "Normal", "Brdtekst", f"<w:keepNext/>{spacing(0, 60)}", letters(20, QUIET)
        ),
        paragraph_style(
            "Oplgsholder", "Oplægsholder", "Normal", "Brdtekst", spacing(0, 120), letters(22, QUIET, italic=True)
        ),
        list_style("Bilag", "Bilag", 3),
        paragraph_style("Afsnitslinje", "Afsnitslinje", "Normal", "Brdtekst", spacing(240, 120)),
        paragraph_style("Underskrift", "Underskrift", "Normal", "", f"<w:keepLines/>{spacing(480, 0)}"),
    ]


def page_styles() -> list[str]:
    right = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    dotted = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    under = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="{ACCENT}"/></w:pBdr>'
    over = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{RULE}"/></w:pBdr>'
    return [
        paragraph_style(
            "Overskrift",
            "TOC Heading",
            "Normal",
            "Brdtekst",
            f"<w:keepNext/>{spacing(400, 100)}",
            letters(26, INK, bold=True),
        ),
        paragraph_style("Indholdsfortegnelse1", "toc 1", "Normal", "", f"{dotted}{spacing(0, 80)}", quick=False),
        paragraph_style(
            "Brevhoved", "Brevhoved", "Normal", "", f"{under}{spacing(0, 0, 240)}", letters(22, ACCENT, bold=True)
        ),
        paragraph_style("Sidehoved", "header", "Normal", "", spacing(0, 0, 240), letters(18, QUIET), quick=False),
        paragraph_style(
            "Sidefod", "footer", "Normal", "", f"{over}{right}{spacing(0, 0, 240)}", letters(18, QUIET), quick=False
        ),
    ]


def character_styles() -> list[str]:
    def style(style_id: str, name: str, form: str, quick: bool = False) -> str:
        custom = ' w:customStyle="1"' if name in CUSTOM else ""
        mark = "<w:qFormat/>" if quick else ""
        based = '<w:basedOn w:val="Standardskrifttypeiafsnit"/>'
        return (
            f'<w:style w:type="character"{custom} w:styleId="{style_id}"><w:name w:val="{name}"/>'
            f"{based}{mark}<w:rPr>{form}</w:rPr></w:style>"
        )

    return [
        '<w:style w:type="character" w:default="1" w:styleId="Standardskrifttypeiafsnit">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        style("Ledetekst", "Ledetekst", f'<w:b/><w:bCs/><w:color w:val="{INK}"/>', quick=True),
        style("Pladsholdertekst", "Placeholder Text", f'<w:color w:val="{QUIET}"/>'),
        style("Hyperlink", "Hyperlink", f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>'),
    ]


def table_styles() -> list[str]:
    margins = (
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    )
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    no_margins = margins.replace('w:w="40"', 'w:w="0"')
    header = f'<w:rPr><w:b/><w:bCs/><w:color w:val="{INK}"/></w:rPr>'
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr>'
    return [
        '<w:style w:type="table" w:default="1" w:styleId="Tabel-Normal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{no_margins}</w:tblPr></w:style>',
        '<w:style w:type="table" w:styleId="Tabel-Gitter"><w:name w:val="Table Grid"/><w:basedOn w:val="Tabel-Normal"/>'
        f"<w:pPr>{spacing(0, 0, 252)}</w:pPr><w:tblPr><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow">{header}{shade}</w:tblStylePr></w:style>',
    ]


def styles() -> str:
    face = " ".join(f'w:{script}="Calibri"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    language = '<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {face}/>"
        f'<w:sz w:val="22"/><w:szCs w:val="22"/>{language}</w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spacing(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    listed = [*text_styles(), *own_styles(), *page_styles(), *character_styles(), *table_styles()]
    return f"{HEAD}<w:styles {NAMESPACES}>{defaults}{''.join(listed)}</w:styles>"


# --- the other parts ------------------------------------------------------------------------------------------------


def level(place: int, style: str, kind: str, mark: str, step: int) -> str:
    """One level of a list; the outermost is tied to the list's style."""
    tied = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{tied}'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{(place + 1) * step}" w:hanging="{step}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:lvl>'
    )


def numbering() -> str:
    def form(number: int, style: str, kind: str, marks: list[str], step: int) -> str:
        levels = "".join(
            level(place, style if place == 0 else "", kind, mark, step) for place, mark in enumerate(marks)
        )
        depth = '<w:multiLevelType w:val="hybridMultilevel"/>'
        return f'<w:abstractNum w:abstractNumId="{number}">{depth}{levels}</w:abstractNum>'

    forms = [
        form(0, "Opstilling-punkttegn", "bullet", ["•", "–", "•", "–", "•"], 397),
        form(1, "Opstilling-talellerbogst", "decimal", [f"%{level}." for level in range(1, 6)], 397),
        form(2, "Bilag", "bullet", ["–"], 284),
    ]
    nums = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>' for number in (1, 2, 3))
    return f"{HEAD}<w:numbering {NAMESPACES}>{''.join(forms)}{nums}</w:numbering>"


def settings() -> str:
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="da-DK"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def fonts() -> str:
    """Calibri, and what it may be replaced by where it is missing."""
    return (
        f'{HEAD}<w:fonts {NAMESPACES}><w:font w:name="Calibri"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
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


def sagsfremstilling() -> bytes:
    """The style of minutes that print case text, recommendation and decision under labels of their own."""
    parts = {
        "word/document.xml": document(),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": fonts(),
        "word/header1.xml": header(),
        "word/header2.xml": first_header(),
        "word/footer1.xml": footer(),
        "word/footer2.xml": footer(),
    }
    kinds = ["document.main", "styles", "numbering", "settings", "fontTable", "header", "header", "footer", "footer"]
    types = {name: f"{WORD}.{kind}+xml" for name, kind in zip(parts, kinds, strict=True)}
    types["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    names = ["styles", "numbering", "settings", "fontTable", "header1", "header2", "footer1", "footer2"]
    inner = [(f"rId{index}", f"{R}/{name.rstrip('12')}", f"{name}.xml") for index, name in enumerate(names, 1)]
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    outer = [("rId1", f"{R}/officeDocument", "word/document.xml"), ("rId2", core, "docProps/core.xml")]
    whole = {
        "[Content_Types].xml": content_types(types),
        "_rels/.rels": relations(*outer),
        "word/_rels/document.xml.rels": relations(*inner),
        **parts,
    }
    entries = [entry(name, part.encode()) for name, part in whole.items()]
    return packed([*entries, entry("docProps/core.xml", core_properties(Properties("Skabelon til referat")))])


def main() -> None:
    target = ROOT / "resources" / "templates" / "sagsfremstilling.docx"
    target.write_bytes(sagsfremstilling())
    print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
