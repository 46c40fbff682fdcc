"""A Word file with every field, repeat and condition as a ready control, to copy from into a template."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from referatdesk.documents.word.archive import entry, packed
from referatdesk.documents.word.fields import (
    CONDITION_PREFIX,
    FIELDS,
    REPEATS,
    ROOT,
    TAG_PREFIX,
    FieldSpec,
    RepeatSpec,
)
from referatdesk.documents.word.names import CONTENT_TYPES, CORE_RELATION, CORE_TYPE, RELATIONSHIPS, W15, R, W
from referatdesk.documents.word.properties import core_properties
from referatdesk.documents.word.values import Properties

_TITLE = "Felter til en skabelon"
_LEAD = (
    "Kopiér et felt herfra og sæt det ind i jeres egen skabelon. Feltet fyldes, når referatet skrives. Et felt uden "
    "indhold efterlader intet: ingen ledetekst, intet tomt afsnit."
)
_END = (
    "I stedet for felter kan de samme navne skrives som tekst i dobbelte kantede parenteser, fx [[møde.sted]], og "
    "gøres til felter bagefter."
)
_COLUMNS = ("Felt", "Kun hvis udfyldt", "Hvad det er", "Eksempel")
_WIDTHS = (3100, 1500, 2500, 2546)
_TEXT_WIDTH = sum(_WIDTHS)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{_MC}" xmlns:w15="{W15}" mc:Ignorable="w15"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "styles": "styles", "settings": "settings"}


def sheet() -> bytes:
    """The .docx."""
    core = core_properties(Properties(_TITLE)).decode()
    inner = [(f"rId{place}", f"{R}/{name}", f"{name}.xml") for place, name in enumerate(list(_PARTS)[1:], 1)]
    outer = [("rId1", f"{R}/officeDocument", "word/document.xml"), ("rId2", CORE_RELATION, "docProps/core.xml")]
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(outer),
        "word/_rels/document.xml.rels": _relations(inner),
        "word/document.xml": _Sheet().document(),
        "word/styles.xml": _styles(),
        "word/settings.xml": f'{_HEAD}<w:settings {_NAMESPACES}><w:themeFontLang w:val="da-DK"/></w:settings>',
        "docProps/core.xml": core,
    }
    return packed(entry(name, part.encode()) for name, part in parts.items())


class _Sheet:
    """The document; it counts its controls, for each has a number of its own."""

    def __init__(self) -> None:
        self._controls = 1000

    def document(self) -> str:
        groups = "".join(self._group(spec) for spec in REPEATS.values())
        meeting = self._fields(ROOT)
        page = (
            '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1130" w:bottom="1134" '
            'w:left="1130" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
        )
        body = (
            _paragraph(_TITLE, "Title")
            + _paragraph(_LEAD)
            + _paragraph("Mødet", "Heading1")
            + meeting
            + groups
            + _paragraph(_END)
        )
        return f"{_HEAD}<w:document {_NAMESPACES}><w:body>{body}{page}</w:body></w:document>"

    def _group(self, spec: RepeatSpec) -> str:
        places = [f"“{parent}”" for parent in spec.parents if parent != ROOT]
        inside = f" Kan stå i {' og '.join(places)}." if places else ""
        like = f" Felterne er de samme som i “{spec.like}”." if spec.like else ""
        item = self._control("", _paragraph("Det, der står her, gentages."), "<w15:repeatingSectionItem/>")
        return (
            _paragraph(f"Gentag {spec.name}", "Heading1")
            + _paragraph(f"{spec.description}.{inside}{like}", keep=True)
            + self._control(spec.name, item, "<w15:repeatingSection/>")
            + self._fields(spec.name)
        )

    def _fields(self, scope: str) -> str:
        rows = "".join(self._row(spec) for spec in FIELDS.values() if spec.scope == scope)
        if not rows:
            return ""
        head = "".join(
            _cell(_paragraph(words, "TableHead"), width) for words, width in zip(_COLUMNS, _WIDTHS, strict=True)
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
        look = (
            f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{_TEXT_WIDTH}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/></w:tblPr>'
        )
        header = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{header}{rows}</w:tbl>"

    def _row(self, spec: FieldSpec) -> str:
        kind = "<w:richText/>" if spec.rich else "<w:text/>"
        field = self._control(spec.name, _run(f"[{spec.name}]"), kind)
        condition = self._control(CONDITION_PREFIX + spec.name, _run("Kun hvis …"), "<w:richText/>")
        contents = (_line(field), _line(condition), _paragraph(spec.description), _paragraph(spec.example))
        cells = (_cell(content, width) for content, width in zip(contents, _WIDTHS, strict=True))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"

    def _control(self, name: str, content: str, kind: str) -> str:
        self._controls += 1
        named = f'<w:alias w:val="{escape(name)}"/><w:tag w:val="{escape(TAG_PREFIX + name)}"/>' if name else ""
        properties = f'{named}<w:id w:val="{self._controls}"/>{kind}'
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words, quote=False)}</w:t></w:r>' if words else ""


def _line(content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{content}</w:p>'


def _paragraph(words: str, style: str = "", *, keep: bool = False) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = named + ("<w:keepNext/>" if keep else "")
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{_run(words)}</w:p>"


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _styles() -> str:
    face = " ".join(f'w:{script}="Calibri"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {face}/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        '<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B7C6CF"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    listed = [
        _style("Normal", "Normal", '<w:spacing w:after="80"/>', "", ' w:default="1"'),
        _style("Title", "Title", '<w:outlineLvl w:val="0"/>', '<w:b/><w:color w:val="1B3A4B"/><w:sz w:val="40"/>'),
        _style(
            "Heading1",
            "heading 1",
            '<w:keepNext/><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="0"/>',
            '<w:b/><w:color w:val="1F5673"/><w:sz w:val="28"/>',
        ),
        _style("TableText", "Felttekst", '<w:spacing w:before="20" w:after="20"/>', ""),
        _style("TableHead", "Feltoverskrift", '<w:keepNext/><w:spacing w:before="40" w:after="40"/>', "<w:b/>"),
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>',
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>",
    ]
    return f"{_HEAD}<w:styles {_NAMESPACES}>{defaults}{''.join(listed)}</w:styles>"


def _style(style_id: str, name: str, paragraph: str, run: str, more: str = "") -> str:
    based = "" if style_id == "Normal" else '<w:basedOn w:val="Normal"/>'
    letters = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="paragraph"{more} w:styleId="{style_id}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr>{letters}</w:style>"
    )


def _relations(listed: Iterable[tuple[str, str, str]]) -> str:
    each = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in listed)
    return f'{_HEAD}<Relationships xmlns="{RELATIONSHIPS}">{each}</Relationships>'


def _types() -> str:
    parts = {f"word/{name}.xml": f"{_WORD}.{kind}+xml" for name, kind in _PARTS.items()} | {
        "docProps/core.xml": CORE_TYPE
    }
    each = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    package = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_HEAD}<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" ContentType="{package}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{each}</Types>'
    )
