"""A template learnt from finished minutes prints another meeting in their looks, and nothing of the old one."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from referatdesk.documents.reading.formats.files import read_source
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.reader import read_draft
from referatdesk.documents.word.findings import TemplateError
from referatdesk.documents.word.learning.learning import learn
from referatdesk.documents.word.learning.learnt import KEPT, REMOVED
from referatdesk.documents.word.learning.spans import flat, worded
from referatdesk.documents.word.learning.walked import walk
from referatdesk.documents.word.template import check_template, compile_template
from referatdesk.documents.word.values import Properties
from referatdesk.domain.records import RecordSet
from referatdesk.services.board.house_styles import builtin_styles
from referatdesk.services.gathering.meeting import gather
from referatdesk.services.intake.importing import draft_to_change
from referatdesk.services.output.exporting import build, prepare
from referatdesk.services.template.template_learning import propose
from tests.documents.word.building import parts_of, zipped
from tests.documents.word.other_meeting import (
    BOARD,
    W,
    filled_with_other_meeting,
    missing,
    printed_lines,
)
from tests.documents.word.validity import faults
from tests.services.printed_meeting import CREATED, printed_meeting

MINUTES = sorted((Path(__file__).parents[1] / "minutes").glob("*.docx"))
OF_THE_MEETING = {
    Part.ITEM,
    Part.SUBITEM,
    Part.TEXT,
    Part.DECISION,
    Part.POINT,
    Part.ATTACHMENT,
    Part.PRESENTER,
    Part.CASE,
    Part.SUBHEADING,
    Part.QUOTE,
    Part.SIGN_OFF,
    Part.UNPLACED,
}
names = pytest.mark.parametrize("path", MINUTES, ids=lambda path: path.stem)


@cache
def proposed(path):
    return propose(path)


@cache
def printed(path):
    proposal = proposed(path)
    return tuple(printed_lines(filled_with_other_meeting(proposal.template, proposal.style)))


def seen(one):
    """A paragraph as it was read, but for the numbers given to the blocks of its cells."""
    return one.place, one.text, one.marker, one.style, one.blank_before, one.contents


def words_of_old_meeting(path):
    """The lines that tell of the meeting itself, and the names of those who were there."""
    draft, source = read_draft(path), read_source(path)
    lines = {
        flat(one.text)
        for one in source.paragraphs
        if one.table is None and draft.parts.get(one.place.line_from) in OF_THE_MEETING
    }
    labels = {section.label for section in draft.sections()}
    told = {one for one in lines if len(one) > 9 and one.rstrip(":") not in labels}
    return told | {person.name for person in draft.people}


@names
def test_every_line_is_known_by_the_paragraph_that_says_it(path):
    old = walk(path.read_bytes())
    assert [seen(one) for one in old.source.paragraphs] == [seen(one) for one in read_source(path).paragraphs]
    for one in old.source.paragraphs:
        if one.table is None and one.picture is None and not one.note:
            assert flat(one.text) == flat(worded(old.elements[one.place.line_from]))


@names
def test_another_meeting_stands_in_it_whole_and_in_order(path):
    assert missing(printed(path)) == []
    assert any(BOARD in line for line in printed(path)[:3])


@cache
def meeting_with_sub_items():
    """Records of a meeting that was read: chapters with sub-items, case numbers and papers, and all of its words."""
    draft = read_draft(next(path for path in MINUTES if path.stem == "kontaktraad_kapitler"))
    records = RecordSet()
    change, meeting_id = draft_to_change(records, draft)
    records.apply(change.pairs)
    told = [
        words
        for item in draft.all_items()
        for words in (
            item.title,
            *(block.text for section in item.sections for block in section.blocks if block.table is None),
            *(paper.title for section in item.sections for paper in section.attachments),
        )
    ]
    return gather(records, meeting_id), [flat(words) for words in (*told, *(one.name for one in draft.people))]


@names
def test_sub_items_and_people_of_any_meeting_have_their_place(path):
    values, told = meeting_with_sub_items()
    lines = printed_lines(compile_template(proposed(path).template).fill(values, Properties("Prøve")).content)
    text = " ".join(lines)
    assert [words for words in told if words not in text] == []


@names
def test_nothing_of_the_old_meeting_is_left(path):
    old = words_of_old_meeting(path)
    assert [line for line in printed(path) if any(words in line for words in old)] == []
    template = " ".join(printed_lines(proposed(path).template))
    assert [words for words in old if words in template] == []


@names
def test_no_label_stands_without_what_it_leads_to(path):
    lines = printed(path)
    facts = [line for line in lines if re.search(r"(?:Dato|Tid|Sted|Referent|Sag)[^:]{0,12}:$", line, re.IGNORECASE)]
    beside = [lines[at + 1] for at, line in enumerate(lines[:-1]) if line in facts]
    assert all(not line.endswith(":") for line in beside)


@names
def test_template_and_result_are_sound_files(path):
    proposal = proposed(path)
    assert check_template(proposal.template) == ()
    assert faults(proposal.template) == []
    assert faults(filled_with_other_meeting(proposal.template, proposal.style)) == []


@names
def test_the_house_keeps_its_looks(path):
    before, after = parts_of(path.read_bytes()), parts_of(proposed(path).template)
    kept = [name for name in before if re.search(r"(?:theme\d|numbering|fontTable)\.xml$", name) and name in after]
    assert all(after[name] == before[name] for name in kept)
    old, new = (etree.fromstring(parts["word/styles.xml"]).findall(f"{W}style") for parts in (before, after))
    assert [etree.tostring(one) for one in new[: len(old)]] == [etree.tostring(one) for one in old]
    pages = [etree.fromstring(parts["word/document.xml"]).findall(f".//{W}pgMar")[-1] for parts in (before, after)]
    assert pages[0].attrib == pages[1].attrib


@names
def test_what_became_of_each_line_is_told(path):
    taken = {one.line: one.meaning for one in proposed(path).taken}
    draft = read_draft(path)
    told = [number for number, part in draft.parts.items() if part in OF_THE_MEETING and number in taken]
    assert told or any(one.code == "items.table" for one in proposed(path).findings)
    removed = [one for one in proposed(path).taken if one.meaning == REMOVED]
    assert {one.text for one in removed} <= {one.text for one in proposed(path).findings} | {
        one.text.rstrip(":") for one in removed
    }


@pytest.mark.parametrize("style", builtin_styles(), ids=lambda style: style.id)
def test_what_was_learnt_of_our_own_export_prints_another_meeting_in_its_looks(style, tmp_path):
    records = printed_meeting(replace(style, id="sagsfremstilling"))
    first = tmp_path / "referat.docx"
    first.write_bytes(build(prepare(records, "m", created=CREATED, template=style.template), number_pages=False))
    proposal = propose(first)
    second = tmp_path / "andet.docx"
    second.write_bytes(filled_with_other_meeting(proposal.template, proposal.style))
    lines = printed_lines(second.read_bytes())
    assert missing(lines) == []
    assert [line for line in lines if any(words in line for words in words_of_old_meeting(first))] == []
    read = read_draft(second)
    assert read.head.date[-5:] == "10-07"
    assert [item.title for item in read.items] == ["Uddybning af sejlrenden", "Bøjer ved nordmolen", "Lods på vagt"]
    assert "word/header1.xml" in parts_of(second.read_bytes())


def test_the_lines_of_a_changed_text_are_those_of_the_reader(tmp_path):
    body = (
        "<w:p><w:r><w:t>Referat af møde i </w:t></w:r>"
        '<w:ins w:author="Ida" w:id="1"><w:r><w:t>Rådet</w:t></w:r></w:ins>'
        '<w:del w:author="Ida" w:id="2"><w:r><w:delText>Udvalget</w:delText></w:r></w:del></w:p>'
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Dato: 4. februar 2027</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    content = with_body(body)
    path = tmp_path / "referat.docx"
    path.write_bytes(content)
    old = walk(content)
    assert [one.text for one in old.source.paragraphs] == ["Referat af møde i Rådet", "Dato: 4. februar 2027"]
    assert [one.text for one in read_source(path).paragraphs] == [one.text for one in old.source.paragraphs]


def with_body(body):
    parts = parts_of(MINUTES[0].read_bytes())
    text = parts["word/document.xml"].decode()
    section = re.search(r"<w:sectPr.*?</w:sectPr>(?=</w:body>)", text, re.DOTALL)
    changed = re.sub(
        r"(<w:body>).*(</w:body>)", lambda _: f"<w:body>{body}{section[0]}</w:body>", text, flags=re.DOTALL
    )
    return zipped(parts | {"word/document.xml": changed.encode()})


def simple(*lines):
    return with_body("".join(f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in lines))


ITEMS = ("Punkt 1: Nabohjælp", "Referat", "Rådet drøftede forslaget.", "Punkt 2: Trafik", "Referat", "Udsat.")


def test_the_user_has_the_last_word_on_a_line():
    lines = ("Referat af møde i Rådet", "Dato: 4. februar 2027", "Vi ses 7 mand stærkt", *ITEMS)
    learnt = learn(simple(*lines))
    assert {one.line: one.meaning for one in learnt.taken}[3] == REMOVED
    kept = learn(simple(*lines), wishes={3: KEPT})
    assert "Vi ses 7 mand stærkt" in " ".join(printed_lines(kept.template))
    given = learn(simple(*lines), wishes={3: "møde.sted"})
    assert {one.line: one.meaning for one in given.taken}[3] == "møde.sted"


def test_an_agenda_is_told_to_be_none_finished():
    found = learn(
        simple("Dagsorden for møde i Rådet", "Dato: 4. februar 2027", "Punkt 1: Nabohjælp", "Punkt 2: Trafik")
    )
    assert "agenda" in [one.code for one in found.findings]


def test_minutes_without_items_say_so():
    learnt = learn(simple("Kære alle", "Her kommer en seddel."))
    assert learnt.findings[0].code == "items.none"
    assert [one.code for one in check_template(learnt.template)] == ["field.none"]


def test_what_only_the_old_meeting_pointed_at_is_gone():
    picture = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rIdOld"/></w:drawing>'
        "</w:r></w:p>"
    )
    parts = parts_of(simple("Referat af møde i Rådet", *ITEMS))
    above = '<w:p><w:r><w:t xml:space="preserve">Udsat.'
    text = parts["word/document.xml"].decode().replace(above, f"{picture}{above}")
    assert picture in text
    relations = parts["word/_rels/document.xml.rels"].decode()
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relation = f'<Relationship Id="rIdOld" Type="{image}" Target="media/old.png"/></Relationships>'
    changed = {
        "word/document.xml": text.encode(),
        "word/_rels/document.xml.rels": relations.replace("</Relationships>", relation).encode(),
        "word/media/old.png": b"\x89PNG\r\n\x1a\n",
    }
    after = parts_of(learn(zipped(parts | changed)).template)
    assert "word/media/old.png" not in after
    assert b"rIdOld" not in after["word/_rels/document.xml.rels"]


def test_what_is_no_word_file_is_refused():
    with pytest.raises(TemplateError):
        learn(b"PK\x03\x04 nothing")


def test_old_words_in_a_footer_are_told():
    parts = parts_of(simple("Referat af møde i Rådet", "Deltagere: Merete Aaby, Palle Nørre", *ITEMS))
    footer = next(name for name in parts if re.search(r"footer\d*\.xml$", name))
    changed = (
        parts[footer].decode().replace("</w:ftr>", "<w:p><w:r><w:t>Skrevet af Palle Nørre</w:t></w:r></w:p></w:ftr>")
    )
    learnt = learn(zipped(parts | {footer: changed.encode()}))
    assert ("words.left", "Skrevet af Palle Nørre") in [(one.code, one.text) for one in learnt.findings]


@names
def test_what_is_learnt_speaks_danish(path):
    styles = etree.fromstring(parts_of(proposed(path).template)["word/styles.xml"])
    spoken = {one.get(f"{W}val") for one in styles.iter(f"{W}lang")}
    assert spoken == {"da-DK"}
    assert styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang") is not None
