"""Review copies: every filled field is known by a control, a hidden bookmark and the manifest."""

import re
from hashlib import sha256

import pytest
from lxml import etree

from referatdesk.documents.word.findings import TemplateFinding
from referatdesk.documents.word.template import check_template, compile_template
from referatdesk.documents.word.values import Identity, Properties, Scope
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Block, Cell, Table
from tests.documents.word.building import (
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
    section,
    text,
    word_file,
    words,
    zipped,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ITEMS = control("punkter", line("punkt.titel") + control("afsnit", control("afsnit.tekst", paragraph(run()))))
TWO = items(item("Nabohjælp", [section(text("Rådet drøftede", "forslaget & flere"))]), item("Eventuelt"))
TABLE = Block(id="t", kind=BlockKind.TABLE, table=Table(rows=((Cell(text("Ja")), Cell(text("Nej"))),)))


def review(body, values, identity=Identity.CONTROLS):
    return compile_template(word_file(body)).fill(values, PROPERTIES, identity=identity)


def manifest(content):
    parts = parts_of(content)
    listed = etree.fromstring(parts["customXml/item1.xml"])
    return {int(one.get("number")): dict(one.attrib) for one in listed}


def bookmarked(root):
    """The words between start and end of each of our bookmarks, paragraphs parted by line ends."""
    found = {}
    for start in root.iter(f"{W}bookmarkStart"):
        if not start.get(f"{W}name").startswith("_rd"):
            continue
        said = []
        after = False
        for one in root.iter():
            after = after or one is start
            if one.tag == f"{W}bookmarkEnd" and one.get(f"{W}id") == start.get(f"{W}id"):
                break
            if after and one.tag == f"{W}p" and said:
                said.append("\n")
            if after and one.tag == f"{W}t":
                said.append(one.text)
        found[start.get(f"{W}name")] = "".join(said)
    return found


def document(content):
    return etree.fromstring(parts_of(content)["word/document.xml"])


def test_a_publication_copy_holds_nothing_of_the_program():
    content = review(ITEMS, TWO, Identity.NONE).content
    assert not [name for name in parts_of(content) if name.startswith("customXml")]
    assert not re.search("rd|w:sdt|bookmark", body_of(content).replace("wordprocessing", ""))


def test_a_review_copy_for_word_has_a_locked_control_and_a_hidden_bookmark_round_each_field():
    content = review(ITEMS, TWO).content
    root = document(content)
    tags = [one.get(f"{W}val") for one in root.iter(f"{W}tag")]
    assert tags == ["rd.1:punkt.titel", "rd.2:afsnit.tekst", "rd.3:punkt.titel"]
    assert {one.get(f"{W}val") for one in root.iter(f"{W}lock")} == {"sdtLocked"}
    assert bookmarked(root) == {
        "_rd1": "Nabohjælp",
        "_rd2": "Rådet drøftede\nforslaget & flere",
        "_rd3": "Eventuelt",
    }


def test_a_review_copy_for_libreoffice_has_bookmarks_and_no_control():
    root = document(review(ITEMS, TWO, Identity.BOOKMARKS).content)
    assert next(root.iter(f"{W}sdt"), None) is None
    assert list(bookmarked(root)) == ["_rd1", "_rd2", "_rd3"]


def test_the_manifest_names_field_and_record_and_keeps_the_hash_of_the_words():
    values = items(Scope({"punkt.titel": "Åben & lukket"}, record="punkt-7"))
    filled = review(control("punkter", line("punkt.titel")), values)
    assert manifest(filled.content) == {
        1: {
            "number": "1",
            "name": "punkt.titel",
            "record": "punkt-7",
            "hash": sha256("Åben & lukket".encode()).hexdigest(),
        }
    }
    assert [(one.number, one.bookmark, one.record) for one in filled.identified] == [(1, "_rd1", "punkt-7")]


@pytest.mark.parametrize("identity", [Identity.BOOKMARKS, Identity.CONTROLS])
def test_the_hash_is_that_of_the_words_between_the_marks(identity):
    lists = (Block(id="a", kind=BlockKind.BULLET, runs=text("et < to")[0].runs), *text("slut"))
    values = items(item("Et\u00a0punkt", [section(lists), section(text("x"))]))
    filled = review(ITEMS, values, identity).content
    said = bookmarked(document(filled))
    assert {f"_rd{number}": one["hash"] for number, one in manifest(filled).items()} == {
        name: sha256(text.encode()).hexdigest() for name, text in said.items()
    }


def test_a_field_in_a_header_is_identified_too():
    content = review(line("møde.titel"), meeting(titel="Referat", udvalg="Rådet")).content
    assert "møde.udvalg" in {one["name"] for one in manifest(content).values()}
    numbers = re.findall(r'bookmarkStart w:id="(\d+)"', "".join(body_of(content, one) for one in margins(content)))
    assert len(numbers) == len(set(numbers)) > 0


def margins(content):
    return [name for name in parts_of(content) if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", name)]


def test_a_table_at_the_end_of_a_control_is_followed_by_a_paragraph():
    values = items(item("Nabohjælp", [section((TABLE,)), section(text("Slut"))]))
    xml = body_of(review(ITEMS, values).content)
    assert re.search(r'</w:tbl><w:p><w:bookmarkEnd w:id="\d+"/></w:p></w:sdtContent>', xml)
    assert re.search(r'<w:sdtContent><w:bookmarkStart w:id="\d+" w:name="_rd\d"/><w:tbl>', xml)


def test_all_copies_say_the_same_words():
    printed = {words(body_of(review(ITEMS, TWO, identity).content))[0] for identity in Identity}
    assert printed == {"Nabohjælp"}
    lines = [[one for one in words(body_of(review(ITEMS, TWO, identity).content)) if one] for identity in Identity]
    assert lines[0] == lines[1] == lines[2]


def test_a_review_copy_is_no_template():
    content = review(line("møde.titel"), meeting(titel="Referat")).content
    parts = parts_of(content)
    assert "rd.1:møde.titel" in parts["word/document.xml"].decode()
    assert check_template(content) == (TemplateFinding("field.none"),)


def test_a_template_made_of_finished_minutes_gets_no_number_and_no_name_twice():
    first = review(line("møde.titel"), meeting(titel="Referat")).content
    parts = parts_of(first)
    document = parts["word/document.xml"].decode().replace("<w:sectPr", f"{line('møde.sted')}<w:sectPr", 1)
    template = compile_template(zipped(parts | {"word/document.xml": document.encode()}))
    after = parts_of(template.fill(meeting(sted="Egeby"), Properties("Nyt"), identity=Identity.CONTROLS).content)
    relations = re.findall(r' Id="([^"]+)"', after["word/_rels/document.xml.rels"].decode())
    assert len(relations) == len(set(relations))
    assert {"customXml/item1.xml", "customXml/item2.xml"} <= set(after)
    for what in (r'bookmarkStart w:id="(\d+)"', r'<w:id w:val="(\d+)"'):
        numbers = re.findall(what, after["word/document.xml"].decode())
        assert len(numbers) == len(set(numbers)) > 1
