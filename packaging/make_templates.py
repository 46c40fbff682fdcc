"""Makes the Word templates in `resources/templates`: run it after changing one here, and commit what it writes.

    python packaging/make_templates.py

A template is an ordinary Word file that anybody may open and change afterwards. It is written by hand, part by part,
so that it holds nothing but what it needs: no theme, no unused parts, nobody's name.
"""

from __future__ import annotations

from word_looks import Look, fonts, numbering, settings, styles
from word_parts import (
    HEAD,
    MARGIN_SIGN,
    NAMESPACES,
    ROOT,
    TAB,
    WORD,
    R,
    content_types,
    contents,
    field,
    numbered,
    paragraph,
    relations,
    repeat,
    run,
    text,
    when,
    word_field,
)

from referatdesk.documents.word.archive import entry, packed
from referatdesk.documents.word.properties import core_properties
from referatdesk.documents.word.values import Properties

LABEL_COLUMN, VALUE_COLUMN = 2098, 7200
"""Widths of the table of facts, in twips."""


# --- the head -------------------------------------------------------------------------------------------------------


def fact(label: str, name: str, closing: str = "") -> str:
    """A line of the head. `closing` is a sign that the house sets behind the value."""
    return paragraph("Oplysning", run(label, "Ledetekst"), TAB, field(name), *([run(closing)] if closing else []))


def other_facts(colon: str = "") -> str:
    label = [field("oplysning.navn", style="Ledetekst"), *([run(colon, "Ledetekst")] if colon else [])]
    return repeat("oplysninger", paragraph("Oplysning", *label, TAB, field("oplysning.værdi")))


def row(label: str, name: str, header: bool = False) -> str:
    """A row of the table of facts."""
    mark = "<w:tblHeader/>" if header else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph("Celle", content)}</w:tc>'
        for width, content in ((LABEL_COLUMN, run(label, "Ledetekst")), (VALUE_COLUMN, field(name)))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{cells}</w:tr>"


def other_rows() -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph("Celle", content)}</w:tc>'
        for width, content in (
            (LABEL_COLUMN, field("oplysning.navn", style="Ledetekst")),
            (VALUE_COLUMN, field("oplysning.værdi")),
        )
    )
    return repeat("oplysninger", f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")


def facts_table(*rows: str) -> str:
    look = (
        '<w:tblLook w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
    )
    grid = f'<w:gridCol w:w="{LABEL_COLUMN}"/><w:gridCol w:w="{VALUE_COLUMN}"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Faktatabel"/><w:tblW w:w="{LABEL_COLUMN + VALUE_COLUMN}" w:type="dxa"/>'
        f"{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def attendance_heading() -> str:
    return paragraph("Overskrift1", field("møde.deltageroverskrift"))


def groups(colon: str, style: str) -> str:
    named = [field("gruppe.navn"), *([run(colon)] if colon else [])]
    return repeat(
        "grupper", paragraph("Overskrift2", *named), repeat("deltagere", paragraph(style, field("deltager.linje")))
    )


# --- the agenda -----------------------------------------------------------------------------------------------------


def agenda(people: str, papers: str = "afsnit.bilagsliste") -> str:
    """Every item. `people` is printed in the item that tells who was there; `papers` is the list of attachments."""
    section = repeat(
        "afsnit",
        paragraph("Overskrift2", field("afsnit.overskrift")),
        paragraph("Overskrift3", field("afsnit.underoverskrift")),
        paragraph("Afsnitslinje", field("afsnit.etiket", style="Ledetekst"), run(" "), field("afsnit.linje")),
        text("afsnit.tekst", "Brdtekst"),
        text(papers, "Brdtekst"),
    )
    return repeat(
        "punkter",
        paragraph("Tema", field("punkt.tema")),
        paragraph("Overskrift1", field("punkt.overskrift")),
        paragraph("Overskrift2", field("punkt.underoverskrift")),
        paragraph("Sagsnummer", field("punkt.sagsnr")),
        repeat("oplægsholdere", paragraph("Oplgsholder", field("oplægsholder.tekst"))),
        people,
        section,
    )


def sign_off() -> str:
    return paragraph("Underskrift", field("møde.underskrift"))


def letter() -> list[str]:
    """Who sends it, and where and when it was written: lines at the right, over the title."""
    return [
        paragraph("Afsender", field("møde.afsenderenhed")),
        paragraph("Afsender", field("møde.afsenderadresse")),
        paragraph("Afsender", run("Init.: "), field("møde.initialer")),
        paragraph("Skrevet", field("møde.skrevet")),
    ]


def listed_contents() -> str:
    return when("møde.indhold", contents())


RUN_IN_ITEM = paragraph("Brdtekst", field("punkt.deltagere"))


def sagsfremstilling() -> str:
    """Case text, recommendation and decision under labels of their own; those present in one run."""
    return "".join(
        [
            *letter(),
            paragraph("Titel", field("møde.titel")),
            fact("Mødedato", "møde.tidspunkt"),
            fact("Mødested", "møde.sted"),
            fact("Link", "møde.link"),
            when("møde.deltageroverskrift", fact("Mødedeltagere", "møde.deltagere")),
            fact("Referent", "møde.referent"),
            fact("Sagsnr.", "møde.journalnr"),
            other_facts(),
            listed_contents(),
            agenda(RUN_IN_ITEM),
            sign_off(),
        ]
    )


def tema() -> str:
    """Themes with talks and what was said of them; only the absent are listed."""
    return "".join(
        [
            *letter(),
            paragraph("Titel", field("møde.titel")),
            fact("Tidspunkt:", "møde.tidspunkt", "."),
            fact("Sted:", "møde.sted"),
            fact("Link:", "møde.link"),
            fact("Sagsnr.:", "møde.journalnr"),
            other_facts(":"),
            when("møde.deltageroverskrift", fact("Deltagere:", "møde.tilstede"), fact("Afbud:", "møde.fraværende")),
            listed_contents(),
            agenda(RUN_IN_ITEM),
            sign_off(),
            paragraph("Underskrift", run("Referat "), field("møde.referentinitialer")),
        ]
    )


def deltagerpunkt() -> str:
    """Who was there as an item of the agenda, in groups with titles and addresses; no other head than the title."""
    people = groups(":", "Opstilling-punkttegn")
    return "".join(
        [
            *letter(),
            paragraph("Titel", field("møde.titel")),
            fact("Tid:", "møde.tid"),
            fact("Sted:", "møde.sted"),
            fact("Link:", "møde.link"),
            fact("Sagsnr.:", "møde.journalnr"),
            fact("Referent:", "møde.referent"),
            other_facts(":"),
            when("møde.deltageroverskrift", attendance_heading(), people),
            listed_contents(),
            agenda(people),
            sign_off(),
        ]
    )


def brevhoved() -> str:
    """A letter's head: the sender at the right, the facts in a table, those present in one of its cells."""
    rows = [
        row("Møde", "møde.udvalg", header=True),
        when("møde.tidspunkt", row("Tid", "møde.tidspunkt")),
        when("møde.sted", row("Sted", "møde.sted")),
        when("møde.link", row("Link", "møde.link")),
        when("møde.deltageroverskrift", when("møde.tilstede", row("Deltagere", "møde.tilstede"))),
        when("møde.deltageroverskrift", when("møde.fraværende", row("Afbud", "møde.fraværende"))),
        when("møde.journalnr", row("Sagsnr./Dok.nr.", "møde.journalnr")),
        when("møde.referent", row("Referent", "møde.referent")),
        other_rows(),
    ]
    return "".join(
        [
            *letter(),
            paragraph("Titel", field("møde.titel")),
            facts_table(*rows),
            listed_contents(),
            agenda(RUN_IN_ITEM),
            sign_off(),
        ]
    )


def grupper() -> str:
    """Those present in groups, a line each, the absent among them; attachments numbered from 1 in every item."""
    people = groups("", "Deltager")
    return "".join(
        [
            *letter(),
            paragraph("Titel", field("møde.titel")),
            paragraph("Undertitel", field("møde.udvalg")),
            fact("Mødedato:", "møde.dato"),
            fact("Mødet påbegyndt:", "møde.start"),
            fact("Mødet afsluttet:", "møde.slut"),
            fact("Mødested:", "møde.sted"),
            fact("Link:", "møde.link"),
            fact("Sagsnr.:", "møde.journalnr"),
            fact("Referent:", "møde.referent"),
            other_facts(":"),
            when("møde.deltageroverskrift", attendance_heading(), people),
            listed_contents(),
            agenda(people, "afsnit.bilagsnumre"),
            sign_off(),
        ]
    )


# --- the file -------------------------------------------------------------------------------------------------------


def document(body: str) -> str:
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
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"


def first_header() -> str:
    return f"{HEAD}<w:hdr {NAMESPACES}>{paragraph('Brevhoved', field('møde.udvalg', MARGIN_SIGN))}</w:hdr>"


def header(dated: bool) -> str:
    """The title; with the day where the title does not tell it."""
    day = [TAB, field("møde.dato", MARGIN_SIGN)] if dated else []
    told = [field("møde.titel", MARGIN_SIGN), *day]
    return f"{HEAD}<w:hdr {NAMESPACES}>{paragraph('Sidehoved', *told)}</w:hdr>"


def footer() -> str:
    pages = [run("Side "), word_field("PAGE", "1"), run(" af "), word_field("NUMPAGES", "1")]
    return f"{HEAD}<w:ftr {NAMESPACES}>{paragraph('Sidefod', field('møde.udvalg', MARGIN_SIGN), TAB, *pages)}</w:ftr>"


def word_file(body: str, look: Look, dated: bool) -> bytes:
    parts = {
        "word/document.xml": document(body),
        "word/styles.xml": styles(look),
        "word/numbering.xml": numbering(look),
        "word/settings.xml": settings(),
        "word/fontTable.xml": fonts(look),
        "word/header1.xml": header(dated),
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
    entries = [
        entry(name, numbered(part, 1000 * place).encode()) for place, (name, part) in enumerate(whole.items(), 1)
    ]
    return packed([*entries, entry("docProps/core.xml", core_properties(Properties("Skabelon til referat")))])


TEMPLATES = {
    "sagsfremstilling": (sagsfremstilling, Look("1B3A4B", "1F5673", "B7C6CF", "EAF0F3")),
    "tema": (
        tema,
        Look("24402F", "2E6B4F", "B9CCC1", "E9F1EC", ruled_items=False, banded_themes=True, label_width=1417),
    ),
    "deltagerpunkt": (
        deltagerpunkt,
        Look("3A2340", "6B2D5C", "CDBFCB", "F3EDF2", face="Arial", instead="Liberation Sans", label_width=1304),
    ),
    "brevhoved": (
        brevhoved,
        Look("262626", "404040", "A6A6A6", "EFEFEF", face="Arial", instead="Liberation Sans", ruled_items=False),
    ),
    "grupper": (
        grupper,
        Look(
            "12343B", "0B5C66", "B5CBCE", "E8F1F2", face="Times New Roman", instead="Liberation Serif", label_width=2211
        ),
    ),
}
UNDATED = {"tema", "brevhoved", "grupper"}
"""Houses whose titles do not tell the day."""


def main() -> None:
    for slug, (body, look) in TEMPLATES.items():
        target = ROOT / "resources" / "templates" / f"{slug}.docx"
        target.write_bytes(word_file(body(), look, slug in UNDATED))
        print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
