"""Every built-in template, filled with all there is and with nothing: Word's gates, accessibility and PDF/UA."""

from dataclasses import replace

import page
import pytest

from referatdesk.config.places import resource
from referatdesk.domain.boards import Board
from referatdesk.domain.changes import altered
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.meetings import ItemText, Meeting
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import Block, Picture, plain_runs
from referatdesk.services.board.house_styles import builtin_style
from referatdesk.services.output.exporting import build, build_pdf, prepare
from referatdesk.services.output.outputs import Kind
from tests.documents.word.building import parts_of, word_file
from tests.documents.word.gates import sdk_faults, word_faults
from tests.services.printed_meeting import CREATED, block, printed_meeting
from tests.services.test_pictures import CONTENTS, file

TEMPLATES = sorted(path.stem for path in resource("templates").glob("*.docx"))
RICH = (
    Block(id="picture", kind=BlockKind.PICTURE, runs=plain_runs("Kort over Egeby"), picture=Picture("f", 30, 20)),
    *(block(f"level {level}", f"Trin {level}", BlockKind.NUMBERED, level) for level in range(5)),
    *(block(f"bullet {level}", f"Led {level}", BlockKind.BULLET, level) for level in range(5)),
    block("sub", "Økonomi & drift", BlockKind.SUBHEADING),
    block("quote", "Det er < 5 > 4 “godt”", BlockKind.QUOTE),
    block("last", "1. kvartal gik godt."),
)


def full_meeting():
    """The printed meeting with every kind of block in one of its texts."""
    records = printed_meeting(file())
    text = next(one for one in records.all(ItemText) if any(section.blocks for section in one.sections))
    first = next(section for section in text.sections if section.blocks)
    rich = tuple(replace(one, blocks=(*one.blocks, *RICH)) if one is first else one for one in text.sections)
    records.apply(altered([(text, replace(text, sections=rich))]))
    return records


def bare_meeting():
    """A meeting of which nothing is known."""
    board = Board(id="board", name="Sundhedsråd Østfjord", house_style_id="sagsfremstilling")
    return RecordSet([builtin_style("sagsfremstilling"), board, Meeting(id="m", board_id="board")])


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Every template with every meeting as every kind of copy, by name."""
    folder = tmp_path_factory.mktemp("gates")
    paths = {}
    for template in TEMPLATES:
        for meeting_name, records in (("fuldt", full_meeting()), ("tomt", bare_meeting())):
            for kind in Kind:
                job = prepare(records, "m", contents=CONTENTS, template=template, created=CREATED, kind=kind)
                path = folder / f"{template} {meeting_name} {kind}.docx"
                path.write_bytes(build(job, number_pages=False))
                paths[path.name] = path
    return paths


def test_no_gate_but_the_slow_one_finds_anything(written):
    assert len(written) == len(TEMPLATES) * 2 * len(Kind)
    assert {name: found for name, path in written.items() if (found := word_faults(path))} == {}


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_templates_themselves_pass_every_gate(template):
    assert word_faults(resource("templates", f"{template}.docx")) == []


def test_nothing_of_the_program_is_left_in_a_copy_that_is_not_for_review(written):
    finished = tuple(f" {kind}.docx" for kind in (Kind.PUBLICATION, Kind.FULL))
    for name, path in written.items():
        parts = parts_of(path.read_bytes())
        whole = b"".join(parts.values())
        is_marked = b'w:name="_rd' in whole and any(part.startswith("customXml/") for part in parts)
        if name.endswith(finished):
            assert not is_marked, name
            assert not any(sign in whole for sign in (b'"rd', b'"_rd', b"eferatdesk", b"w:rsid", b"<Application>")), (
                name
            )
        else:
            assert is_marked, name


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_sign_that_was_typed_before_a_paper_is_not_printed_beside_that_of_the_list(template):
    typed = Attachment(
        id="a2", meeting_id="m", item_id="one", sort=1, title="Kort", raw="- Bilag 2.1: Kort", number_text="2.1"
    )
    job = prepare(printed_meeting(typed), "m", template=template, created=CREATED)
    body = parts_of(build(job, number_pages=False))["word/document.xml"].decode()
    assert ">Bilag 2.1: Kort<" in body


@pytest.mark.validator
def test_the_open_xml_sdk_finds_nothing(written):
    fullest = [path for name, path in written.items() if name.endswith(f"fuldt {Kind.REVIEW}.docx")]
    assert sdk_faults([*fullest, *(resource("templates", f"{template}.docx") for template in TEMPLATES)]) == {}


@pytest.mark.validator
def test_the_gates_see_a_fault(tmp_path):
    path = tmp_path / "fejl.docx"
    path.write_bytes(word_file('<w:p><w:hyperlink r:id="rIdNone"><w:bogus/></w:hyperlink></w:p>'))
    gates = {fault.partition(":")[0] for fault in word_faults(path)}
    assert {"audit", "integrity", "accessibility"} <= gates
    assert sdk_faults([path]).keys() == {"fejl.docx"}


@pytest.mark.office
@pytest.mark.parametrize("template", TEMPLATES)
def test_the_pdf_conforms_to_pdf_ua(template):
    job = prepare(full_meeting(), "m", contents=CONTENTS, template=template, created=CREATED)
    report = page.validate_pdf_bytes(build_pdf(job, number_pages=False), profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
