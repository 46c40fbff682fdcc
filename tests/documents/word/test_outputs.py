"""A template is cleaned for publication: what tells of people, machines and programs goes, what is printed stays."""

import pytest

from referatdesk.documents.word.cleaning import cleaned
from referatdesk.documents.word.findings import TemplateError
from referatdesk.documents.word.package import Package
from referatdesk.documents.word.template import compile_template
from tests.documents.word.building import (
    NAMESPACES,
    PROPERTIES,
    SHIPPED,
    line,
    meeting,
    paragraph,
    parts_of,
    run,
    word_file,
    zipped,
)
from tests.documents.word.office_templates import OFFICES

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SECRETS = (b"Egeby IT", b"Palle", b"FORVALTNING-PRINT-7", b"00AB12CD", b"sagsbehandler", b"SharePoint", b"tenant")
EXTENDED = (
    f'<Properties xmlns="{OFFICE}/extended-properties"><Template>C:\\Brugere\\Palle\\brev.dotx</Template>'
    "<Application>Microsoft Office Word</Application><Company>Egeby IT</Company></Properties>"
)
CUSTOM = (
    f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="sagsbehandler"><vt:lpwstr>Palle</vt:lpwstr>'
    '</property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Journal"><vt:lpwstr>27/104'
    "</vt:lpwstr></property></Properties>"
)
SETTINGS = (
    f'<w:settings {NAMESPACES}><w:activeWritingStyle w:appName="MSWord" w:lang="da-DK" w:vendorID="64" w:dllVersion="6"'
    ' w:checkStyle="1"/><w:defaultTabStop w:val="1304"/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>'
    '<w:docVars><w:docVar w:name="sagsbehandler" w:val="Palle"/></w:docVars><w14:docId w14:val="00AB12CD"/>'
    "</w:settings>"
)
BODY = (
    f'<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"><w:bookmarkStart w:id="7" w:name="_GoBack"/>{run("Brev")}'
    '<w:bookmarkEnd w:id="7"/><w:proofErr w:type="spellStart"/>'
    f'<w:bookmarkStart w:id="8" w:name="Adresse"/>{run("&lt;w:p w:rsidR=&quot;&gt;")}<w:bookmarkEnd w:id="8"/></w:p>'
)


def telltale(body=BODY, settings=SETTINGS):
    """A template with all that an office and its programs leave in a file."""
    parts = parts_of(word_file(body + line("møde.udvalg"), {"word/settings.xml": settings}))
    more = {
        "docProps/app.xml": EXTENDED,
        "docProps/custom.xml": CUSTOM,
        "docProps/thumbnail.xml": "<billede>Palle</billede>",
        "docMetadata/LabelInfo.xml": "<label>tenant</label>",
        "customXml/item1.xml": "<p>SharePoint</p>",
        "word/printerSettings/printerSettings1.xml": "<p>FORVALTNING-PRINT-7</p>",
        "word/people.xml": f'<w15:people {NAMESPACES}><w15:person w15:author="Palle"/></w15:people>',
    }
    root = (
        ("extended-properties", f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ("custom-properties", f"{OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
        ("thumbnail", f"{PACKAGE}/relationships/metadata/thumbnail", "docProps/thumbnail.xml"),
        ("label", "http://schemas.microsoft.com/office/2020/02/relationships/labels", "docMetadata/LabelInfo.xml"),
    )
    inner = (
        ("xml", f"{OFFICE}/relationships/customXml", "../customXml/item1.xml"),
        ("printer", f"{OFFICE}/relationships/printerSettings", "printerSettings/printerSettings1.xml"),
        ("people", "http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
    )
    parts |= {name: text.encode() for name, text in more.items()}
    add(parts, "_rels/.rels", root)
    add(parts, "word/_rels/document.xml.rels", inner)
    overrides = "".join(f'<Override PartName="/{name}" ContentType="application/xml"/>' for name in more)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", f"{overrides}</Types>".encode())
    return zipped(parts)


def add(parts, name, relations):
    lines = "".join(f'<Relationship Id="{one}" Type="{kind}" Target="{target}"/>' for one, kind, target in relations)
    parts[name] = parts[name].replace(b"</Relationships>", f"{lines}</Relationships>".encode())


def test_nothing_of_the_people_the_machines_and_the_programs_is_left():
    before, after = parts_of(telltale()), parts_of(cleaned(telltale()))
    assert all(any(secret in part for part in before.values()) for secret in SECRETS)
    left = {(secret, name) for name, part in after.items() for secret in SECRETS if secret in part}
    assert left == set()
    assert not [name for name in after if name.startswith(("docProps/app", "docProps/custom", "customXml", "docMeta"))]
    assert b"Microsoft" not in b"".join(part for name, part in after.items() if name.startswith("docProps"))


def test_comments_of_the_office_are_not_published():
    office = OFFICES["much worked on"]().file
    before, after = parts_of(office), parts_of(cleaned(office))
    assert b"commentReference" in before["word/document.xml"]
    assert b"<w:comment" not in after["word/document.xml"]
    assert "word/comments.xml" in before.keys() - after.keys()
    assert "word/footnotes.xml" in after


def test_no_part_is_named_that_is_gone_and_none_left_that_nothing_leads_to():
    after = Package(parts_of(cleaned(telltale())))
    for source in ("", after.main):
        assert {one.target for one in after.relations(source) if not one.external} <= after.parts.keys()
    declared = after.tree("[Content_Types].xml").xpath("//*/@PartName")
    assert {name.lstrip("/") for name in declared} <= after.parts.keys()


def test_the_words_and_the_bookmarks_of_the_template_stay():
    body = parts_of(cleaned(telltale()))["word/document.xml"].decode()
    assert "_GoBack" not in body
    assert '&lt;w:p w:rsidR="&gt;' in body
    assert '<w:bookmarkStart w:id="8" w:name="Adresse"/>' in body
    assert body.count("<w:bookmarkEnd ") == 1


def test_what_a_field_prints_stays():
    fields = paragraph('<w:fldSimple w:instr=" DOCPROPERTY Journal "><w:r><w:t>27/104</w:t></w:r></w:fldSimple>') + (
        paragraph('<w:fldSimple w:instr=" DOCPROPERTY  Company "><w:r><w:t>Egeby IT</w:t></w:r></w:fldSimple>')
    )
    after = parts_of(cleaned(telltale(fields)))
    assert b"27/104" in after["docProps/custom.xml"]
    assert b"Palle" not in after["docProps/custom.xml"]
    assert b"<Company>Egeby IT</Company>" in after["docProps/app.xml"]
    assert b"Palle" not in after["docProps/app.xml"]


def test_words_that_came_from_a_part_of_data_stay_and_the_data_goes():
    bound = '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/p" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>{}</w:sdtContent>'
    body = bound.replace("{}", paragraph(run("Journal 27"))) + "</w:sdt>"
    after = parts_of(cleaned(telltale(body)))
    assert "customXml/item1.xml" not in after
    assert b"dataBinding" not in after["word/document.xml"]
    assert b"Journal 27" in after["word/document.xml"]


def test_a_template_without_any_of_it_comes_out_byte_for_byte():
    assert cleaned(SHIPPED.read_bytes()) == SHIPPED.read_bytes()


def test_a_cleaned_template_is_filled_as_before():
    values = meeting(udvalg="Sundhedsråd Østfjord")
    content = compile_template(cleaned(telltale())).fill(values, PROPERTIES).content
    assert "Sundhedsråd Østfjord" in parts_of(content)["word/document.xml"].decode()


def test_what_is_no_word_file_is_refused_as_any_template():
    with pytest.raises(TemplateError):
        cleaned(b"ikke en Word-fil")
