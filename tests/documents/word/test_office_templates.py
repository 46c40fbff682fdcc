"""Templates as offices make them are filled right, and what is not ours in them stays byte for byte."""

import io
import re
import subprocess

import docx
import pytest
from lxml import etree

from referatdesk.documents.word.template import check_template, compile_template
from referatdesk.documents.word.values import Scope
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Block, Run
from tests.conftest import VALIDATOR
from tests.documents.word.building import PROPERTIES, parts_of, text
from tests.documents.word.office_templates import OFFICES
from tests.documents.word.test_any_meeting import paragraphs
from tests.documents.word.validity import W, faults

POINT = Block(id="n", kind=BlockKind.NUMBERED, runs=(Run("godkender planen"),))


def person(name, party=None, organisation=None):
    fields = {"deltager.navn": name, "deltager.parti": party, "deltager.organisation": organisation}
    return Scope(fields)


def item(title, case_no=None, papers=(), decision=(), sections=()):
    fields = {"punkt.titel": title, "punkt.sagsnr": case_no, "punkt.beslutning": decision}
    return Scope(fields, {"bilag": [Scope({"bilag.titel": one}) for one in papers], "afsnit": sections})


def section(heading, *blocks):
    return Scope({"afsnit.overskrift": heading, "afsnit.tekst": text(*blocks)})


MEMBERS = [person("Merete Aaby", "V", "Egeby Kommune"), person("Palle Nørre", None, "Klitved Kommune")]
MEETING = Scope(
    {
        "møde.titel": "Referat & bilag",
        "møde.udvalg": "Sundhedsråd Østfjord",
        "møde.sted": "Rådhuset",
        "møde.tid": "kl. 17",
    },
    {
        "deltagere": MEMBERS,
        "grupper": [
            Scope({"gruppe.navn": "Medlemmer"}, {"deltagere": MEMBERS}),
            Scope({"gruppe.navn": "Gæster"}, {"deltagere": []}),
        ],
        "punkter": [
            item(
                "Nabohjælp",
                "27/310",
                ("Kort.pdf", "Plan.pdf"),
                text("Rådet", POINT),
                [section("Indstilling", "At rådet", POINT), section("Beslutning", "Godkendt.")],
            ),
            item("Eventuelt", None, (), text("Intet."), [section("Indstilling", POINT)]),
        ],
    },
)
PRINTED = {
    "letterhead": ["Referat & bilag", "Nabohjælp", "Eventuelt"],
    "cover page": [
        *("Egeby Kommune", "Referat & bilag", "Nabohjælp", "Eventuelt"),
        *("Navn", "Fra", "Merete Aaby", "Egeby Kommune", "Palle Nørre", "Klitved Kommune"),
        *("Nabohjælp", "Rådet", "godkender planen", "Eventuelt", "Intet."),
    ],
    "numbered headings": [
        *("Nabohjælp", "Indstilling", "At rådet", "godkender planen", "Beslutning", "Godkendt."),
        *("Eventuelt", "Indstilling", "godkender planen"),
    ],
    "tables and boxes": [
        *("Rådhuset", "Rådhuset", "Hvor og hvornår", "Rådhuset", "kl. 17"),
        *("Mødet holdes Rådhuset af Sundhedsråd Østfjord.", "Medlemmer:", "Merete Aaby", "V", "Palle Nørre", "Gæster:"),
        *("Sag 27/310", "Kort.pdf", "Plan.pdf"),
    ],
    "much worked on": [
        *("Mødested: Rådhuset", "Udvalg: Sundhedsråd Østfjord", "Se note", "Nabohjælp", "Eventuelt"),
    ],
}
CHANGING = re.compile(r"word/document\.xml|word/numbering\.xml|docProps/core\.xml|\[Content_Types\]\.xml")


def made(name):
    file = OFFICES[name]().file
    return file, compile_template(file).fill(MEETING, PROPERTIES).content


@pytest.mark.parametrize("name", OFFICES)
def test_it_is_filled_right_and_the_file_is_sound(name):
    _, content = made(name)
    document = etree.fromstring(parts_of(content)["word/document.xml"])
    assert [one for one in paragraphs(document) if one] == PRINTED[name]
    assert faults(content) == []
    assert b"rd:" not in parts_of(content)["word/document.xml"]
    assert docx.Document(io.BytesIO(content)).sections


@pytest.mark.parametrize("name", OFFICES)
def test_parts_that_are_not_ours_come_out_byte_for_byte(name):
    file, content = made(name)
    before, after = parts_of(file), parts_of(content)
    assert list(before) == [one for one in after if one in before]
    changed = {one for one in before if before[one] != after[one] and not CHANGING.fullmatch(one)}
    with_fields = {
        one for one in before if re.fullmatch(r"word/(header|footer)\d\.xml", one) and b'"rd:' in before[one]
    }
    assert changed == with_fields
    types = b"template.main+xml" in before["[Content_Types].xml"]
    assert types or before["[Content_Types].xml"] == after["[Content_Types].xml"]


@pytest.mark.validator
@pytest.mark.parametrize("name", OFFICES)
def test_the_validator_finds_nothing(name, tmp_path):
    path = tmp_path / "referat.docx"
    path.write_bytes(made(name)[1])
    said = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False)
    assert '"ok": true' in said.stdout, said.stdout


def test_only_tracked_changes_are_worth_a_word():
    found = {name: {one.code for one in check_template(make().file)} for name, make in OFFICES.items()}
    assert found.pop("much worked on") == {"change.tracked"}
    assert set(map(frozenset, found.values())) == {frozenset()}


def test_a_letterhead_keeps_its_logo_and_each_page_its_head():
    _, content = made("letterhead")
    parts = parts_of(content)
    first, rest = (etree.fromstring(parts[f"word/header{number}.xml"]) for number in (8, 9))
    assert paragraphs(first) == ["  Sundhedsråd Østfjord"]
    assert b'r:embed="rId1"' in parts["word/header8.xml"]
    assert b"media/logo.png" in parts["word/_rels/header8.xml.rels"]
    assert paragraphs(rest) == ["Fortsat: Referat & bilag"]
    assert parts["word/footer9.xml"].count(b"instrText") == 4
    assert b"<w:titlePg/>" in parts["word/document.xml"]


def test_a_section_that_ends_where_the_contents_end_still_ends_there():
    document = parts_of(made("cover page")[1])["word/document.xml"].decode()
    assert re.findall(r'w:w="(\d+)" w:h="\d+"', document) == ["11906", "16838", "11906"]
    assert document.index("PAGEREF" if "PAGEREF" in document else "_Toc000000001") < document.index("<w:sectPr")


def test_headings_are_numbered_by_word_and_lists_by_themselves():
    parts = parts_of(made("numbered headings")[1])
    document, numbering = etree.fromstring(parts["word/document.xml"]), parts["word/numbering.xml"].decode()
    lists = [one.get(f"{W}val") for one in document.iter(f"{W}numId")]
    assert len(lists) == len(set(lists)) == 2
    abstracts = dict(re.findall(r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)"', numbering))
    assert "70" not in {abstracts[one] for one in lists}
    assert abstracts["70"] == "70"


def test_a_group_without_people_leaves_no_table():
    document = parts_of(made("tables and boxes")[1])["word/document.xml"]
    assert document.count(b"<w:tbl>") == 3


def test_no_name_of_somebody_who_changed_the_template_is_left_in_the_text():
    parts = parts_of(made("much worked on")[1])
    assert b"Ida Vester" not in parts["word/document.xml"]
    assert b'<w:bookmarkEnd w:id="3"/>' in parts["word/document.xml"]
