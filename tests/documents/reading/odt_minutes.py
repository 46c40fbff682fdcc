"""OpenDocument texts written as XML."""

import io
import zipfile

from tests.documents.reading.word_xml import png

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("draw", "drawing"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
TYPE = "application/vnd.oasis.opendocument.text"


def odt(text, *, styles="", automatic="", margins="", manifest="", pictures=None):
    """The bytes of a file whose text is that XML."""
    parts = {
        "mimetype": TYPE.encode(),
        "content.xml": (
            f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
        ).encode(),
        "styles.xml": (
            f"<office:document-styles {NAMESPACES}><office:styles>{styles}</office:styles><office:master-styles>"
            f"<style:master-page>{margins}</style:master-page></office:master-styles></office:document-styles>"
        ).encode(),
        "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>".encode(),
        **(pictures or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def p(words, style=""):
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{words}</text:p>"


def h(words, level=1, style=""):
    named = f' text:style-name="{style}"' if style else ""
    return f'<text:h text:outline-level="{level}"{named}>{words}</text:h>'


def listed(*items, style="L1", more=""):
    inside = "".join(f"<text:list-item>{one}</text:list-item>" for one in items)
    return f'<text:list text:style-name="{style}"{more}>{inside}</text:list>'


def numbers(name, *levels):
    """A list style; a level is its number format, prefix and suffix."""
    inside = "".join(
        f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" style:num-prefix="{before}" '
        f'style:num-suffix="{after}" text:display-levels="{at}"/>'
        for at, (form, before, after) in enumerate(levels, start=1)
    )
    return f'<text:list-style style:name="{name}">{inside}</text:list-style>'


def row(*cells):
    inside = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
    return f"<table:table-row>{inside}</table:table-row>"


def picture(path="Pictures/a.png", words="Kort over Klitved"):
    return f'<draw:frame><draw:image xlink:href="{path}"/><svg:desc>{words}</svg:desc></draw:frame>'


def rich():
    """One file with all that the reader knows."""
    region = '<text:changed-region text:id="c1"><text:insertion/></text:changed-region>'
    changes = f"<text:tracked-changes>{region}</text:tracked-changes>"
    changed = 'Rådet <text:change-start text:change-id="c1"/>godkendte<text:change-end text:change-id="c1"/> sagen'
    note = "<text:note><text:note-body><text:p>Se notatet</text:p></text:note-body></text:note>"
    comment = "<office:annotation><dc:creator>Ida Vester</dc:creator><text:p>Passer det?</text:p></office:annotation>"
    return odt(
        changes
        + p("Referat af møde i Sundhedsråd Østfjord den 4. maj 2027", "Title")
        + h("Punkt 1: Dagsorden")
        + p(f"{changed}{note}{comment}")
        + listed(p("Første") + listed(p("Under")), p("Anden"))
        + f"<table:table>{row(p('Sag'), p('Frist'))}{row(p('Budget'), p('maj'))}</table:table>"
        + p(f"Se {picture()}<text:s text:c='3'/><text:tab/><text:line-break/>slut")
        + f"<text:section>{p('I et afsnit')}</text:section>",
        automatic=numbers("L1", ("1", "", "."), ("a", "", ")")),
        margins=f"<style:footer>{p('Side <text:page-number>1</text:page-number>')}</style:footer>",
        pictures={"Pictures/a.png": png()},
    )
