"""How the templates look: styles, lists and settings, in the colours and letters of one house each."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from word_parts import HEAD, NAMESPACES

TEXT_WIDTH = 9298
"""A4 less two margins of 2.3 cm, in twips."""

QUIET = "595959"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as hexadecimal, the letter and what it may be replaced by, and whether a line stands over each item.

    `label_width` is where the values of the facts begin, in twips; `banded_themes` shades the lines of themes.
    """

    ink: str
    accent: str
    rule: str
    shade: str
    face: str = "Calibri"
    instead: str = "Carlito"
    ruled_items: bool = True
    banded_themes: bool = False
    label_width: int = 1871
    title_size: int = 36


CUSTOM = {
    "Oplysning",
    "Sagsnummer",
    "Afsnitslinje",
    "Tema",
    "Oplægsholder",
    "Underskrift",
    "Brevhoved",
    "Ledetekst",
    "Skrevet",
    "Afsender",
    "Deltager",
    "Celle",
}


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


def text_styles(look: Look) -> list[str]:
    rule = f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="8" w:color="{look.rule}"/></w:pBdr>'
    return [
        paragraph_style("Normal", "Normal"),
        paragraph_style("Brdtekst", "Body Text", "Normal", "", spacing(0, 120)),
        paragraph_style(
            "Titel",
            "Title",
            "Normal",
            "Brdtekst",
            "<w:keepNext/><w:keepLines/>" + spacing(240, 280, 240),
            letters(look.title_size, look.ink, bold=True),
        ),
        heading(
            1, 480 if look.ruled_items else 400, 60, letters(30, look.ink, bold=True), rule if look.ruled_items else ""
        ),
        heading(2, 260, 60, letters(24, look.accent, bold=True)),
        heading(3, 200, 40, letters(22, look.ink, bold=True)),
        heading(4, 160, 40, letters(22, look.ink, bold=True, italic=True)),
        heading(5, 140, 40, letters(22, look.accent, italic=True)),
        heading(6, 140, 40, letters(21, QUIET, italic=True)),
        list_style("Opstilling-punkttegn", "List Bullet", 1),
        list_style("Opstilling-talellerbogst", "List Number", 2),
        paragraph_style(
            "Citat",
            "Quote",
            "Normal",
            "Brdtekst",
            f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{look.rule}"/></w:pBdr>'
            f'{spacing(80, 160)}<w:ind w:left="397" w:right="397"/>',
            "<w:i/><w:iCs/>",
        ),
        paragraph_style(
            "Billedtekst", "caption", "Normal", "Brdtekst", spacing(160, 80, 240), letters(20, look.ink, bold=True)
        ),
    ]


def own_styles(look: Look) -> list[str]:
    width = look.label_width
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{width}"/></w:tabs>'
    band = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>' if look.banded_themes else ""
    return [
        paragraph_style(
            "Oplysning",
            "Oplysning",
            "Normal",
            "",
            f'{tabs}{spacing(0, 80)}<w:ind w:left="{width}" w:hanging="{width}"/>',
        ),
        paragraph_style("Deltager", "Deltager", "Normal", "", f'<w:keepLines/>{spacing(0, 20)}<w:ind w:left="284"/>'),
        paragraph_style("Celle", "Celle", "Normal", "", spacing(0, 0)),
        paragraph_style(
            "Tema",
            "Tema",
            "Normal",
            "Overskrift1",
            f'<w:keepNext/><w:keepLines/>{band}{spacing(480, 0)}<w:outlineLvl w:val="0"/>',
            letters(28, look.accent, bold=True),
        ),
        paragraph_style(
            "Sagsnummer", "Sagsnummer", "Normal", "Brdtekst", f"<w:keepNext/>{spacing(0, 60)}", letters(20, QUIET)
        ),
        paragraph_style(
            "Oplgsholder",
            "Oplægsholder",
            "Normal",
            "Brdtekst",
            f"<w:keepNext/>{spacing(0, 120)}",
            letters(22, QUIET, italic=True),
        ),
        paragraph_style("Afsnitslinje", "Afsnitslinje", "Normal", "Brdtekst", spacing(240, 120)),
        paragraph_style("Underskrift", "Underskrift", "Normal", "", f"<w:keepLines/>{spacing(480, 0)}"),
        paragraph_style("Skrevet", "Skrevet", "Normal", "Titel", f'{spacing(0, 240)}<w:jc w:val="right"/>'),
        paragraph_style(
            "Afsender", "Afsender", "Normal", "", f'{spacing(0, 0, 252)}<w:jc w:val="right"/>', letters(20, QUIET)
        ),
        paragraph_style(
            "Undertitel",
            "Subtitle",
            "Normal",
            "Brdtekst",
            f"<w:keepNext/>{spacing(0, 280, 240)}",
            letters(28, look.accent, bold=True),
        ),
    ]


def page_styles(look: Look) -> list[str]:
    right = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    dotted = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    under = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="{look.accent}"/></w:pBdr>'
    over = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{look.rule}"/></w:pBdr>'
    return [
        paragraph_style(
            "Overskrift",
            "TOC Heading",
            "Normal",
            "Brdtekst",
            f"<w:keepNext/>{spacing(400, 100)}",
            letters(26, look.ink, bold=True),
        ),
        paragraph_style("Indholdsfortegnelse1", "toc 1", "Normal", "", f"{dotted}{spacing(0, 80)}", quick=False),
        paragraph_style(
            "Brevhoved", "Brevhoved", "Normal", "", f"{under}{spacing(0, 0, 240)}", letters(22, look.accent, bold=True)
        ),
        paragraph_style(
            "Sidehoved", "header", "Normal", "", right + spacing(0, 0, 240), letters(18, QUIET), quick=False
        ),
        paragraph_style(
            "Sidefod", "footer", "Normal", "", f"{over}{right}{spacing(0, 0, 240)}", letters(18, QUIET), quick=False
        ),
    ]


def character_styles(look: Look) -> list[str]:
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
        style("Ledetekst", "Ledetekst", f'<w:b/><w:bCs/><w:color w:val="{look.ink}"/>', quick=True),
        style("Pladsholdertekst", "Placeholder Text", f'<w:color w:val="{QUIET}"/>'),
        style("Hyperlink", "Hyperlink", f'<w:color w:val="{look.accent}"/><w:u w:val="single"/>'),
    ]


def table_styles(look: Look) -> list[str]:
    margins = (
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    )
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{look.rule}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{look.rule}"/>'
        for side in ("top", "bottom", "insideH")
    )
    no_margins = margins.replace('w:w="40"', 'w:w="0"')
    header = f'<w:rPr><w:b/><w:bCs/><w:color w:val="{look.ink}"/></w:rPr>'
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/></w:tcPr>'
    return [
        '<w:style w:type="table" w:default="1" w:styleId="Tabel-Normal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{no_margins}</w:tblPr></w:style>',
        '<w:style w:type="table" w:styleId="Tabel-Gitter"><w:name w:val="Table Grid"/><w:basedOn w:val="Tabel-Normal"/>'
        f"<w:pPr>{spacing(0, 0, 252)}</w:pPr><w:tblPr><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow">{header}{shade}</w:tblStylePr></w:style>',
        '<w:style w:type="table" w:customStyle="1" w:styleId="Faktatabel"><w:name w:val="Faktatabel"/>'
        f'<w:basedOn w:val="Tabel-Normal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders>'
        f"{margins.replace(chr(34) + '40' + chr(34), chr(34) + '60' + chr(34))}</w:tblPr></w:style>",
    ]


def styles(look: Look) -> str:
    face = " ".join(f'w:{script}="{look.face}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    language = '<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {face}/>"
        f'<w:sz w:val="22"/><w:szCs w:val="22"/>{language}</w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spacing(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    listed = [
        *text_styles(look),
        *own_styles(look),
        *page_styles(look),
        *character_styles(look),
        *table_styles(look),
    ]
    return f"{HEAD}<w:styles {NAMESPACES}>{defaults}{''.join(listed)}</w:styles>"


def level(place: int, style: str, kind: str, mark: str, look: Look) -> str:
    """One level of a list; the outermost is tied to the list's style."""
    tied = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{tied}'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{(place + 1) * 397}" w:hanging="397"/></w:pPr>'
        f'<w:rPr><w:color w:val="{look.accent}"/></w:rPr></w:lvl>'
    )


def numbering(look: Look) -> str:
    def form(number: int, style: str, kind: str, marks: list[str]) -> str:
        levels = "".join(
            level(place, style if place == 0 else "", kind, mark, look) for place, mark in enumerate(marks)
        )
        depth = '<w:multiLevelType w:val="hybridMultilevel"/>'
        return f'<w:abstractNum w:abstractNumId="{number}">{depth}{levels}</w:abstractNum>'

    forms = [
        form(0, "Opstilling-punkttegn", "bullet", ["•", "–", "•", "–", "•"]),
        form(1, "Opstilling-talellerbogst", "decimal", [f"%{place}." for place in range(1, 6)]),
    ]
    nums = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>' for number in (1, 2))
    return f"{HEAD}<w:numbering {NAMESPACES}>{''.join(forms)}{nums}</w:numbering>"


def settings() -> str:
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="da-DK"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


_PANOSE = {
    "Calibri": "020F0502020204030204",
    "Arial": "020B0604020202020204",
    "Times New Roman": "02020603050405020304",
}


def fonts(look: Look) -> str:
    """The letter, and what it may be replaced by where it is missing."""
    family = "roman" if look.face == "Times New Roman" else "swiss"
    return (
        f'{HEAD}<w:fonts {NAMESPACES}><w:font w:name="{look.face}"><w:altName w:val="{look.instead}"/>'
        f'<w:panose1 w:val="{_PANOSE[look.face]}"/><w:charset w:val="00"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )
