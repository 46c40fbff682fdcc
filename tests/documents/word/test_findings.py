"""A template that cannot be used says so, and says where."""

import pytest

from referatdesk.documents.word.fields import FIELDS, REPEATS, ROOT
from referatdesk.documents.word.findings import TemplateError, TemplateFinding
from referatdesk.documents.word.package import Package, unsupported_parts
from referatdesk.documents.word.template import check_template, compile_template
from tests.documents.word.building import SHIPPED, control, line, paragraph, parts_of, run, word_file, zipped


def found(body, changed=None):
    return check_template(word_file(body, changed))


def test_the_template_that_comes_with_the_program_is_sound():
    assert check_template(SHIPPED.read_bytes()) == ()


def test_an_unknown_field_is_named_with_the_nearest_spelling_and_the_words_beside_it():
    template = paragraph(run("Mødested: "), control("møde.stdt", run()))
    assert found(template) == (TemplateFinding("field.unknown", "møde.stdt", "Mødested: x", "møde.sted"),)


def test_an_unknown_condition_and_a_stranger_are_named():
    template = control("hvis.møde.stdt", paragraph(run("Sted"))) + line("xyzzy")
    assert [(one.field, one.suggestion) for one in found(template)] == [
        ("hvis.møde.stdt", "hvis.møde.sted"),
        ("xyzzy", ""),
    ]


def test_a_field_outside_its_repeat_is_told_where_it_belongs():
    assert found(paragraph(run("Titel "), control("punkt.titel", run()))) == (
        TemplateFinding("field.outside_repeat", "punkt.titel", "Titel x", "punkter"),
    )


def test_a_repeat_outside_the_one_it_belongs_to_is_told_so():
    assert [(one.code, one.suggestion) for one in found(control("afsnit", paragraph(run())))] == [
        ("field.outside_repeat", "punkter")
    ]


def test_a_repeat_inside_itself_is_no_repeat():
    inner = control("punkter", line("punkt.titel"))
    assert [one.code for one in found(control("punkter", inner))] == ["repeat.inside_itself"]


def test_a_field_round_a_row_is_misplaced():
    row = control("møde.sted", f"<w:tr><w:tc><w:tcPr/>{paragraph(run('Sted'))}</w:tc></w:tr>")
    assert [one.code for one in found(f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl>")] == ["field.misplaced"]


def test_a_template_without_a_field_is_none():
    plain = dict.fromkeys(HEADERS, "<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>")
    assert found(paragraph(run("Intet")), plain) == (TemplateFinding("field.none"),)


HEADERS = ("word/header1.xml", "word/header2.xml", "word/footer1.xml", "word/footer2.xml")


def test_a_missing_style_is_named_in_english_as_word_stores_it():
    styles = parts_of(SHIPPED.read_bytes())["word/styles.xml"].decode()
    changed = {"word/styles.xml": styles.replace('w:val="Quote"', 'w:val="Pænt"')}
    rich = control("punkter", control("afsnit", line("afsnit.tekst")))
    assert found(rich, changed) == (TemplateFinding("style.missing", "Quote"),)


def test_styles_are_found_by_name_whatever_their_ids_and_case():
    styles = parts_of(SHIPPED.read_bytes())["word/styles.xml"].decode()
    changed = {"word/styles.xml": styles.replace('w:val="heading 3"', 'w:val="Heading 3"').replace("Citat", "x17")}
    assert found(control("punkter", control("afsnit", line("afsnit.tekst"))), changed) == ()


def test_a_tag_may_be_written_in_capitals_and_with_loose_accents():
    assert found(line("MØDE.STED") + line("mo\u0308de.sted".replace("o\u0308", "ø"))) == ()
    assert found(control("punkter", line("punkt.resume\u0301"))) == ()


@pytest.mark.parametrize("content", [b"", b"intet", b"PK\x03\x04", zipped({"a.txt": b"x"})])
def test_what_is_no_word_file_is_refused(content):
    with pytest.raises(TemplateError) as raised:
        compile_template(content)
    assert {one.code for one in raised.value.findings} <= {"file.unreadable", "file.not_word"}


def test_a_document_type_is_refused():
    parts = parts_of(word_file(line("møde.titel")))
    hostile = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + parts["word/document.xml"]
    assert check_template(zipped(parts | {"word/document.xml": hostile})) == (TemplateFinding("file.unreadable"),)


def test_what_unpacks_to_far_too_much_is_refused():
    parts = parts_of(word_file(line("møde.titel")))
    assert check_template(zipped(parts | {"word/media/a.bin": bytes(160_000_000)})) == (
        TemplateFinding("file.too_large"),
    )


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "https://ond.example/skabelon.dotm"),
        ("image", "https://ond.example/pixel.png"),
        ("oleObject", "embeddings/ole.bin"),
    ],
)
def test_active_and_remote_content_is_refused(kind, target):
    parts = parts_of(word_file(line("møde.titel")))
    name = "word/_rels/document.xml.rels"
    where = ' TargetMode="External"' if "://" in target else ""
    relation = (
        f'<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}"{where}/></Relationships>'
    )
    changed = parts[name].replace(b"</Relationships>", relation.encode())
    assert check_template(zipped(parts | {name: changed})) == (TemplateFinding("part.unsupported", target),)


@pytest.mark.parametrize("kind", ["image", "font", "styles"])
@pytest.mark.parametrize("mode", ['TargetMode="External"', 'TargetMode="external"', ""])
@pytest.mark.parametrize("part", ["document", "fontTable"])
@pytest.mark.parametrize("target", ["https://ond.example/x", "file:///C:/x.png", r"\\ond\x.png"])
def test_what_lies_elsewhere_is_refused_in_every_part_whatever_its_mode_says(kind, mode, part, target):
    parts = parts_of(word_file(line("møde.titel")))
    name = f"word/_rels/{part}.xml.rels"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    kept = parts.get(name, f'<Relationships xmlns="{space}"></Relationships>'.encode())
    place = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="x" Type="{place}/{kind}" Target="{target}" {mode}/></Relationships>'
    changed = kept.replace(b"</Relationships>", relation.encode())
    assert TemplateFinding("part.unsupported", target.lstrip("/")) in unsupported_parts(
        Package(parts | {name: changed})
    )


def test_a_file_with_macros_is_refused():
    parts = parts_of(word_file(line("møde.titel")))
    types = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert [one.code for one in check_template(zipped(parts | {"[Content_Types].xml": types}))] == ["part.unsupported"]


def test_every_field_belongs_to_a_scope_and_is_described():
    assert {spec.scope for spec in FIELDS.values()} <= {ROOT, *REPEATS}
    assert all(spec.description and spec.example for spec in FIELDS.values())
    assert all(set(spec.parents) <= {ROOT, *REPEATS} for spec in REPEATS.values())
