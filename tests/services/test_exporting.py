"""A meeting to a Word file. REFERATDESK_RENEW=1 writes the reference files anew: look at what git says has changed."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest

from referatdesk.domain.changes import RECORD_TYPES
from referatdesk.domain.codes import Access, SectionKind
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.domain.records import RecordSet
from referatdesk.services.errors import UserError
from referatdesk.services.output.exporting import build, export, prepare, refusal, template_path
from referatdesk.services.output.outputs import Kind
from tests.documents.word.building import SHIPPED, control, line, parts_of, run, word_file
from tests.services.printed_meeting import CREATED, block, item, printed_meeting, section

REFERENCE = Path(__file__).resolve().parent / "reference"
PRINTED = (
    "word/document.xml",
    "word/numbering.xml",
    "word/header1.xml",
    "word/footer1.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
)
BEGINS = re.compile("(?=<w:(?:p|tbl|tr|tc|r|num|abstractNum|lvl|sectPr)[ >])|(?=<Relationship )|(?=<dc)")


def job(**choices):
    return prepare(printed_meeting(), "m", created=CREATED, **choices)


@pytest.fixture
def content():
    return build(job(), number_pages=False)


def by_lines(xml):
    """A part with an element a line, so that a difference can be read."""
    return BEGINS.sub("\n", xml.decode()) + "\n"


@pytest.mark.parametrize(
    ("template", "name"),
    [
        *(("sagsfremstilling", name) for name in PRINTED),
        *((other, "word/document.xml") for other in ("brevhoved", "deltagerpunkt", "grupper", "tema")),
    ],
)
def test_every_part_is_as_the_reference_has_it(template, name):
    reference = REFERENCE / template / f"{Path(name).name}.txt"
    printed = by_lines(parts_of(build(job(template=template), number_pages=False))[name])
    if os.environ.get("REFERATDESK_RENEW"):
        reference.parent.mkdir(parents=True, exist_ok=True)
        reference.write_text(printed, encoding="utf-8")
    assert printed == reference.read_text(encoding="utf-8")


def test_the_other_parts_are_the_templates_own(content):
    before, after = parts_of(SHIPPED.read_bytes()), parts_of(content)
    assert list(before) == list(after)
    same = {"word/styles.xml", "word/settings.xml", "word/fontTable.xml", "[Content_Types].xml", "_rels/.rels"}
    assert all(before[name] == after[name] for name in same)


def test_nothing_of_the_program_is_left_in_the_file(content):
    assert all(b'"rd:' not in part and b"eferatdesk" not in part for part in parts_of(content).values())


def test_equal_records_give_equal_bytes(content):
    assert build(job(), number_pages=False) == content


def test_a_file_that_stands_there_is_refused_before_any_work(tmp_path):
    target = tmp_path / "referat.docx"
    target.write_bytes(b"gammelt")
    with pytest.raises(UserError) as raised:
        export(job(template="findes ikke.docx"), target)
    assert (raised.value.code, raised.value.data) == ("target.exists", {"path": target})
    assert target.read_bytes() == b"gammelt"


def test_the_file_is_replaced_when_that_is_what_was_meant(tmp_path, content):
    target = tmp_path / "referat.docx"
    target.write_bytes(b"gammelt")
    assert export(job(), target, overwrite=True, number_pages=False) == target
    assert target.read_bytes() == content


def test_what_was_exported_before_is_replaced_and_what_was_changed_since_is_not(tmp_path):
    target = export(job(), tmp_path / "referat.docx", number_pages=False)
    first = target.read_bytes()
    assert refusal(target) == ""
    export(job(template=str(SHIPPED)), target, number_pages=False)
    target.write_bytes(first + b" rettet i Word")
    assert refusal(target) == "target.changed"
    with pytest.raises(UserError) as raised:
        export(job(template="findes ikke.docx"), target)
    assert (raised.value.code, raised.value.data) == ("target.changed", {"path": target})
    assert target.read_bytes() == first + b" rettet i Word"
    assert export(job(), target, overwrite=True, number_pages=False).read_bytes() == first
    assert refusal(target) == ""


def test_a_file_of_somebody_elses_is_not_replaced_unasked(tmp_path):
    target = tmp_path / "referat.docx"
    assert refusal(target) == ""
    target.write_bytes(b"fra Palle")
    assert refusal(target) == "target.exists"
    assert refusal(tmp_path / "væk" / "referat.docx") == "target.no_folder"


def test_the_properties_say_what_it_is_of_whom_and_how_far(content):
    said = parts_of(content)["docProps/core.xml"].decode()
    assert "<dc:title>REFERAT Sundhedsråd Østfjord d. 04-02-2027</dc:title>" in said
    assert "<dc:subject>Sundhedsråd Østfjord</dc:subject>" in said
    assert "<dc:language>da-DK</dc:language>" in said
    assert "<cp:contentStatus>Kladde</cp:contentStatus>" in said
    assert ">2027-02-05T09:00:00Z</dcterms:created>" in said
    assert "creator" not in said


def with_access(access):
    records = printed_meeting()
    item = next(iter(records.all(AgendaItem)))
    return RecordSet([replace(one, access=access) if one is item else one for one in all_of(records)])


def all_of(records):
    return [one for kind in RECORD_TYPES for one in records.all(kind)]


@pytest.mark.parametrize("access", [Access.CLOSED, Access.PARTLY])
def test_a_closed_item_is_published_without_and_reviewed_with(access):
    records = with_access(access)
    public, full = (
        build(prepare(records, "m", created=CREATED, kind=kind), number_pages=False)
        for kind in (Kind.PUBLICATION, Kind.REVIEW)
    )
    assert b"Forslag om nabohj" not in parts_of(public)["word/document.xml"]
    assert b"Forslag om nabohj" in parts_of(full)["word/document.xml"]


@pytest.mark.parametrize("kind", [Kind.REVIEW, Kind.REVIEW_LIBREOFFICE])
def test_a_copy_for_review_finds_its_way_back(kind):
    parts = parts_of(build(job(kind=kind), number_pages=False))
    body = parts["word/document.xml"]
    assert b'w:name="_rd1"' in body
    assert (b"sdtLocked" in body) is (kind is Kind.REVIEW)
    assert b"urn:referatdesk:review" in parts["customXml/item1.xml"]


def test_a_copy_for_publication_is_made_of_a_cleaned_template(tmp_path):
    own = tmp_path / "egen.docx"
    body = f'<w:p w:rsidR="00AB12CD">{control("møde.udvalg", run())}</w:p>'
    own.write_bytes(word_file(body))
    published, reviewed = (
        parts_of(build(job(template=str(own), kind=kind)))["word/document.xml"]
        for kind in (Kind.PUBLICATION, Kind.REVIEW)
    )
    assert b"rsid" not in published
    assert b"rsid" in reviewed


class Watched:
    """Counts what it is told, and says stop after so many tellings."""

    def __init__(self, patience):
        self.told = []
        self._patience = patience

    @property
    def cancelled(self):
        return len(self.told) >= self._patience

    def report(self, done, of):
        self.told.append((done, of))


@pytest.mark.parametrize(("name", "steps"), [("referat.docx", 2), ("referat.pdf", 3)])
def test_a_stopped_export_writes_nothing_whenever_it_is_stopped(tmp_path, name, steps):
    for patience in range(steps + 1):
        with pytest.raises(UserError, match=r"export\.stopped"):
            export(job(), tmp_path / name, progress=Watched(patience))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.office
def test_a_pdf_tells_how_far_it_is_and_holds_nothing_of_the_program(tmp_path):
    watched = Watched(99)
    target = export(job(kind=Kind.REVIEW), tmp_path / "referat.pdf", progress=watched)
    assert watched.told == [(0, 3), (1, 3), (2, 3)]
    report = page.validate_pdf(target, profile="ua1")
    assert [failure.message for failure in report.failures] == []
    assert export(job(kind=Kind.REVIEW), target) == target


def test_a_template_may_be_a_file_of_the_users_own(tmp_path):
    own = tmp_path / "egen.docx"
    own.write_bytes(word_file(line("møde.udvalg")))
    target = export(job(template=str(own)), tmp_path / "ud.docx")
    assert b"Sundhedsr\xc3\xa5d \xc3\x98stfjord" in parts_of(target.read_bytes())["word/document.xml"]


def test_a_name_is_a_template_that_comes_with_the_program():
    assert template_path("sagsfremstilling.docx") == template_path("sagsfremstilling") == SHIPPED


def test_a_name_that_does_not_come_with_the_program_is_a_file_in_the_folder_where_one_is(tmp_path, monkeypatch):
    (tmp_path / "egen.docx").write_bytes(word_file(line("møde.udvalg")))
    monkeypatch.chdir(tmp_path)
    assert template_path("egen.docx").resolve() == tmp_path / "egen.docx"


def test_a_missing_template_and_a_broken_one_are_told_apart(tmp_path):
    broken = tmp_path / "brudt.docx"
    broken.write_bytes(word_file(line("møde.stdt")))
    with pytest.raises(UserError, match=r"template\.missing"):
        export(job(template=str(tmp_path / "væk.docx")), tmp_path / "ud.docx")
    with pytest.raises(UserError) as raised:
        export(job(template=str(broken)), tmp_path / "ud.docx")
    assert raised.value.code == "template.broken"
    assert [one.field for one in raised.value.data["findings"]] == ["møde.stdt"]
    assert not (tmp_path / "ud.docx").exists()


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(UserError, match=r"target\.no_folder"):
        export(job(), tmp_path / "væk" / "ud.docx", number_pages=False)


@pytest.mark.office
def test_the_contents_name_the_pages_that_libreoffice_prints(tmp_path):
    target = export(job(), tmp_path / "referat.docx")
    body = parts_of(target.read_bytes())["word/document.xml"].decode()
    fields = re.findall(r" PAGEREF \w+ .*?</w:hyperlink>", body)
    assert [re.findall(r"<w:t>(\d+)</w:t>", one) for one in fields] == [["1"], ["1"], ["2"]]


def long_meeting(items):
    """The printed meeting with so many items more."""
    others = []
    for number in range(items):
        name = f"item-{number}"
        words = block(f"{name}-words", "Udvalget har drøftet sagen og ønsker at følge den tæt. " * 9)
        others += [
            item(name, number + 10, f"Sag nummer {number}"),
            ItemText(id=name, meeting_id="m", sections=(section(SectionKind.CASE_TEXT, "Sagsfremstilling", words),)),
        ]
    return printed_meeting(*others)


@pytest.mark.office
def test_five_hundred_items_become_a_pdf_whose_contents_know_their_pages_and_can_be_stopped(tmp_path):
    long_job = prepare(long_meeting(500), "m", created=CREATED)
    with pytest.raises(UserError, match=r"export\.stopped"):
        export(long_job, tmp_path / "stoppet.pdf", progress=Watched(2))
    watched = Watched(99)
    target = export(long_job, tmp_path / "referat.pdf", progress=watched)
    assert watched.told == [(0, 3), (1, 3), (2, 3)]
    assert list(tmp_path.iterdir()) == [target]
    with pikepdf.open(target) as pdf:
        printed = len(pdf.pages)
        outline = pdf.open_outline()
        with outline:
            titles = [one.title for top in outline.root for one in (top, *top.children)]
    assert printed > 50
    assert "Punkt 502: Sag nummer 499" in titles


def test_words_xml_is_not_read_in_before_the_first_export():
    code = "import sys, referatdesk.services.output.exporting as _; print({'lxml', 'babel', 'docx'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "set()\n"
