"""Templates made wrong in every way that offices know: each is told, with its field and the words beside the place."""

import pytest

from referatdesk.documents.word.findings import TemplateFinding
from referatdesk.documents.word.template import check_template, compile_template
from tests.documents.word.building import (
    NAMESPACES,
    PROPERTIES,
    body_of,
    control,
    item,
    items,
    line,
    meeting,
    paragraph,
    parts_of,
    run,
    word_file,
    words,
    zipped,
)

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
GOOD = line("møde.titel") + control("punkter", line("punkt.titel"))
PLACE = paragraph(run("Mødested"))
SIGN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def code(instruction):
    return f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'


def word_field(instruction):
    return SIGN.format("begin") + code(instruction) + SIGN.format("separate") + run("x") + SIGN.format("end")


def row(*cells):
    return f"<w:tr>{''.join(cells)}</w:tr>"


def cell(content):
    return f"<w:tc><w:tcPr/>{content}</w:tc>"


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>{paragraph()}"


def tagged(tag, content, more=""):
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
CONTENTS = paragraph(word_field(r"TOC \o &quot;1-2&quot;"))
DELETED = (
    '<w:del w:id="90" w:author="Ida" w:date="2027-01-01T00:00:00Z"><w:r><w:delText>Gammel</w:delText></w:r></w:del>'
)

IN_THE_TEXT = {
    "misspelt field": (control("møde.stdt", PLACE), "field.unknown", "møde.stdt", "møde.sted"),
    "field of nobody": (control("xyzzy", PLACE), "field.unknown", "xyzzy", ""),
    "blank inside a name": (control("møde. sted", PLACE), "field.unknown", "møde. sted", "møde.sted"),
    "odd dash in a name": (control("møde–sted", PLACE), "field.unknown", "møde–sted", "møde.sted"),
    "misspelt repeat": (control("punkterne", PLACE), "field.unknown", "punkterne", "punkter"),
    "misspelt condition": (control("hvis.møde.stdt", PLACE), "field.unknown", "hvis.møde.stdt", "hvis.møde.sted"),
    "field outside its repeat": (control("punkt.titel", PLACE), "field.outside_repeat", "punkt.titel", "punkter"),
    "condition outside its repeat": (
        control("hvis.punkt.sagsnr", PLACE),
        "field.outside_repeat",
        "hvis.punkt.sagsnr",
        "punkter",
    ),
    "repeat outside its repeat": (control("afsnit", PLACE), "field.outside_repeat", "afsnit", "punkter"),
    "repeat inside itself": (
        control("punkter", PLACE + control("punkter", line("punkt.titel"))),
        "repeat.inside_itself",
        "punkter",
        "",
    ),
    "repeat without a field": (control("punkter", PLACE), "repeat.empty", "punkter", ""),
    "repeat without content": (PLACE + control("punkter", ""), "repeat.empty", "punkter", ""),
    "condition without content": (PLACE + control("hvis.møde.sted", ""), "condition.empty", "hvis.møde.sted", ""),
    "field round a row": (table(control("møde.sted", row(cell(PLACE)))), "field.misplaced", "møde.sted", ""),
    "repeat round a cell": (
        table(row(control("deltagere", cell(PLACE + line("deltager.navn"))))),
        "field.misplaced",
        "deltagere",
        "",
    ),
    "condition round a cell": (
        table(row(cell(PLACE), control("hvis.møde.sted", cell(line("møde.sted"))))),
        "field.misplaced",
        "hvis.møde.sted",
        "",
    ),
    "rows repeated outside a table": (
        PLACE + control("deltagere", row(cell(line("deltager.navn")))),
        "field.misplaced",
        "deltagere",
        "",
    ),
    "paragraphs repeated inside a line": (
        paragraph(run("Mødested"), control("deltagere", line("deltager.navn"))),
        "field.misplaced",
        "deltagere",
        "",
    ),
    "field inside another field": (
        control("møde.sted", paragraph(run("Mødested"), control("møde.dato", run()))),
        "field.nested",
        "møde.dato",
        "",
    ),
    "repeat inside a field": (
        control("møde.sted", PLACE + control("deltagere", line("deltager.navn"))),
        "field.nested",
        "deltagere",
        "",
    ),
    "tag without what marks it": (tagged("møde.sted", PLACE), "field.no_prefix", "møde.sted", "rd:møde.sted"),
    "picture as a field": (control("møde.sted", PLACE, "<w:picture/>"), "control.unsuitable", "møde.sted", ""),
    "check box as a field": (control("møde.sted", PLACE, "<w14:checkbox/>"), "control.unsuitable", "møde.sted", ""),
    "footnote in a repeat": (
        control("punkter", paragraph(run("Mødested"), NOTE) + line("punkt.titel")),
        "repeat.footnote",
        "punkter",
        "",
    ),
    "contents in a repeat": (control("punkter", line("punkt.titel") + CONTENTS), "contents.misplaced", "", ""),
    "field inside the contents": (
        paragraph(SIGN.format("begin"), code("TOC"), SIGN.format("separate"))
        + line("møde.sted")
        + paragraph(SIGN.format("end")),
        "contents.misplaced",
        "",
        "",
    ),
    "typed field left": (paragraph(run("Mødested [[mø"), run("de.sted]]")), "token.left", "møde.sted", ""),
    "typed repeat left": (paragraph(run("Mødested [[gentag punkter]]")), "token.left", "gentag punkter", ""),
    "merge field": (paragraph(run("Mødested"), word_field("MERGEFIELD Sted")), "field.merge", "Sted", ""),
    "two tables of contents": (PLACE + CONTENTS + CONTENTS, "contents.second", "", ""),
    "tracked deletion": (paragraph(run("Mødested"), DELETED), "change.tracked", "", ""),
    "field in deleted words": (
        paragraph(run("Mødested"), DELETED.replace("<w:r>", f"{control('møde.sted', run())}<w:r>")),
        "change.tracked",
        "",
        "",
    ),
}


@pytest.mark.parametrize("name", IN_THE_TEXT)
def test_a_fault_in_the_text_is_told_with_its_field_and_its_place(name):
    body, fault, field, suggestion = IN_THE_TEXT[name]
    found = check_template(word_file(GOOD + body))
    assert {one.code for one in found} == {fault}
    assert (found[0].field, found[0].suggestion) == (field, suggestion)
    assert all(one.nearby for one in found)


def with_relation(kind, target, where="word/_rels/document.xml.rels"):
    parts = parts_of(word_file(GOOD))
    relation = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    return parts | {where: parts[where].replace(b"</Relationships>", relation.encode())}


def part_of_its_own(name, kind, root, content):
    parts = with_relation(kind, f"{name}.xml")
    types = parts["[Content_Types].xml"].replace(
        b"</Types>",
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{name}+xml"/></Types>'.encode(),
    )
    part = f"<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()
    return zipped(parts | {"[Content_Types].xml": types, f"word/{name}.xml": part})


def replaced(part, old, new):
    parts = parts_of(word_file(GOOD))
    assert old in parts[part]
    return zipped(parts | {part: parts[part].replace(old, new)})


def without(part):
    parts = parts_of(word_file(GOOD))
    del parts[part]
    return zipped(parts)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
FOOTNOTE = f'<w:footnote w:id="2">{line("møde.sted", "Mødested")}</w:footnote>'
COMMENT = f'<w:comment w:id="0" w:author="Ida">{line("møde.sted", "Mødested")}</w:comment>'
OF_THE_FILE = {
    "nothing at all": (b"", "file.not_word", ""),
    "no zip": (b"intet", "file.unreadable", ""),
    "half a zip": (word_file(GOOD)[:5000], "file.unreadable", ""),
    "locked with a password": (OLE + "EncryptedPackage\0".encode("utf-16-le"), "file.protected", ""),
    "old format": (OLE + "WordDocument\0".encode("utf-16-le"), "file.old_format", ""),
    "pdf": (b"%PDF-1.7\n", "file.unreadable", ""),
    "another zip": (zipped({"a.txt": b"x"}), "file.not_word", ""),
    "no document": (without("word/document.xml"), "file.not_word", ""),
    "no list of types": (without("[Content_Types].xml"), "file.not_word", ""),
    "document cut short": (replaced("word/document.xml", b"</w:body>", b""), "file.unreadable", ""),
    "settings cut short": (replaced("word/settings.xml", b"</w:settings>", b""), "file.unreadable", ""),
    "strict": (
        replaced(
            "_rels/.rels",
            f"{OFFICE}/officeDocument".encode(),
            STRICT := b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
        ),
        "file.strict",
        "",
    ),
    "two documents": (
        zipped(with_relation("officeDocument", "word/document.xml", "_rels/.rels")),
        "file.several_documents",
        "",
    ),
    "macros": (
        replaced(
            "[Content_Types].xml",
            b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            b"vnd.ms-word.document.macroEnabled.main",
        ),
        "part.unsupported",
        "word/document.xml",
    ),
    "other text taken in": (zipped(with_relation("aFChunk", "andet.html")), "part.unsupported", "andet.html"),
    "part of a larger document": (zipped(with_relation("subDocument", "del.docx")), "part.unsupported", "del.docx"),
    "field in a footnote": (
        part_of_its_own("footnotes", "footnotes", "footnotes", FOOTNOTE),
        "field.unreachable",
        "møde.sted",
    ),
    "field in a comment": (
        part_of_its_own("comments", "comments", "comments", COMMENT),
        "field.unreachable",
        "møde.sted",
    ),
}


@pytest.mark.parametrize("name", OF_THE_FILE)
def test_a_fault_of_the_file_is_told(name):
    content, fault, field = OF_THE_FILE[name]
    assert [(one.code, one.field) for one in check_template(content)] == [(fault, field)]


def test_a_warning_does_not_keep_a_template_from_being_used():
    compiled = compile_template(word_file(GOOD + paragraph(run("Flet"), word_field("MERGEFIELD Sted"))))
    assert compiled.warnings == (TemplateFinding("field.merge", "Sted", "Fletx"),)
    assert "MERGEFIELD" in body_of(compiled.fill(meeting(titel="R"), PROPERTIES).content)


TITLED = '<w:sdt><w:sdtPr><w:alias w:val="rd:møde.sted"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
ODD_BUT_RIGHT = {
    "capitals": tagged("RD:Møde.Sted", PLACE),
    "blanks round the name": tagged(" rd: møde.sted\u00a0", PLACE),
    "named in the title": TITLED.format(PLACE),
    "date control": control("møde.sted", PLACE, "<w:date/>"),
    "list to choose from": control("møde.sted", PLACE, "<w:dropDownList/>"),
    "bound to data": control("møde.sted", PLACE, '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>'),
    "locked": control("møde.sted", PLACE, '<w:lock w:val="sdtContentLocked"/>'),
    "goes when it is written in": control("møde.sted", PLACE, "<w:temporary/>"),
    "without content": control("møde.sted", ""),
    "without a place for content": '<w:sdt><w:sdtPr><w:tag w:val="rd:møde.sted"/></w:sdtPr></w:sdt>',
    "inside itself": control("møde.sted", control("møde.sted", PLACE)),
    "several paragraphs": control("møde.sted", PLACE + PLACE),
    "inserted in a tracked change": paragraph(f'<w:ins w:id="9" w:author="Ida">{control("møde.sted", run())}</w:ins>'),
    "in a link": paragraph(f'<w:hyperlink w:anchor="a">{control("møde.sted", run())}</w:hyperlink>'),
    "in a smart tag": paragraph(f'<w:smartTag w:element="place">{control("møde.sted", run())}</w:smartTag>'),
    "in a control of others": tagged("journal", control("møde.sted", PLACE)),
    "the same id twice": control("møde.dato", PLACE, '<w:id w:val="7"/>')
    + control("møde.sted", PLACE, '<w:id w:val="7"/>'),
}


@pytest.mark.parametrize("name", ODD_BUT_RIGHT)
def test_what_is_odd_but_clear_is_filled(name):
    xml = body_of(compile_template(word_file(ODD_BUT_RIGHT[name])).fill(meeting(sted="Egeby"), PROPERTIES).content)
    assert [one for one in words(xml) if one] == ["Egeby"]
    assert "rd:" not in xml


def test_repeats_on_a_line_and_of_rows_are_filled():
    on_line = paragraph(run("Punkter: "), control("punkter", control("punkt.titel", run()) + run("; ")))
    assert words(
        body_of(compile_template(word_file(on_line)).fill(items(item("A"), item("B")), PROPERTIES).content)
    ) == ["Punkter: A; B; "]
