"""Whatever a meeting says stands in its file: every sign once in each of its places, in order, and nothing else."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from referatdesk.documents.word.template import compile_template
from referatdesk.documents.word.values import Identity
from referatdesk.domain.codes import BlockKind, CaptionPosition
from tests.conftest import VALIDATOR
from tests.documents.word.any_meeting import PICTURES, meetings
from tests.documents.word.building import NAMESPACES, PROPERTIES, control, line, paragraph, parts_of, run, word_file
from tests.documents.word.text_boxes import text_box
from tests.documents.word.validity import W, faults

TABLE, TABLE_ENDS = object(), object()
HEADER = f"<w:hdr {NAMESPACES}>{paragraph(run('Hoved: '), control('møde.titel', run()))}</w:hdr>"


def cell(*content):
    return f"<w:tc><w:tcPr/>{paragraph(*content)}</w:tc>"


def field(name):
    return control(name, run())


ROW = f"<w:tr>{cell(field('deltager.navn'))}{cell(field('deltager.parti'))}</w:tr>"
PERSONS = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell(run('Navn'))}{cell(run('Parti'))}</w:tr>"
    f"{control('deltagere', ROW)}</w:tbl>"
)
SECTION = (
    paragraph(field("afsnit.overskrift"), style="Overskrift2")
    + paragraph(field("afsnit.etiket"), run(" "), field("afsnit.linje"))
    + control("afsnit.tekst", paragraph(run()))
    + control("bilag", paragraph(run("Bilag: "), field("bilag.titel")))
)
ITEM = (
    paragraph(field("punkt.nummer"), run(" – "), field("punkt.titel"), style="Overskrift1")
    + paragraph(run("Sagsnr. "), field("punkt.sagsnr"), run("!"))
    + control("hvis.punkt.beslutning", paragraph(run("Beslutning:")))
    + control("punkt.beslutning", paragraph(run()))
    + control("afsnit", SECTION)
)
TEMPLATE = compile_template(
    word_file(
        paragraph(run("Sted: "), field("møde.sted"))
        + text_box(line("møde.udvalg"))
        + PERSONS
        + control("punkter", ITEM),
        {"word/header1.xml": HEADER},
    )
)


@settings(max_examples=150)
@given(meetings, st.sampled_from(Identity))
def test_every_sign_stands_once_in_each_of_its_places_and_in_order(meeting, identity):
    content = TEMPLATE.fill(meeting, PROPERTIES, pictures=PICTURES, identity=identity).content
    assert faults(content) == []
    document, header = (etree.fromstring(parts_of(content)[f"word/{name}.xml"]) for name in ("document", "header1"))
    expected, found = list(with_room(printed(meeting))), paragraphs(document)
    if identity is not Identity.NONE:
        expected, found = ([one for one in lines if one] for lines in (expected, found))
    assert found == expected
    assert paragraphs(header) == (list(on_line("Hoved: ", meeting.fields["møde.titel"])) or [""])
    described = [one.get("descr") for one in document.iter("{*}docPr") if one.get("name") != "Tekstfelt"]
    assert described == list(descriptions(meeting))


@pytest.mark.validator
@settings(max_examples=6, phases=[Phase.generate])
@given(meetings, st.sampled_from(Identity))
def test_the_validator_finds_nothing_in_any_meeting(meeting, identity):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "referat.docx"
        path.write_bytes(TEMPLATE.fill(meeting, PROPERTIES, pictures=PICTURES, identity=identity).content)
        said = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False)
    assert '"ok": true' in said.stdout, said.stdout


def paragraphs(root):
    """The words of each paragraph of its own, text boxes apart."""
    return ["".join(signs(one)) for one in root.iter(f"{W}p")]


def signs(element):
    for one in element:
        if one.tag == f"{W}t":
            yield one.text or ""
        elif one.tag in (f"{W}tab", f"{W}br"):
            yield "\t" if one.tag == f"{W}tab" else "\n"
        elif one.tag not in (f"{W}txbxContent", f"{W}pPr"):
            yield from signs(one)


def is_legal(sign):
    return sign in "\t\n\r" or not (sign < " " or "\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff")


def shown(text):
    """A text as it can be printed; line ends of any kind are one sign."""
    return "".join(filter(is_legal, re.sub("\r\n?|[\u2028\u2029\x0b]", "\n", text)))


def says(text):
    return any(is_legal(sign) and not sign.isspace() for sign in text or "")


def on_line(*pieces):
    """A paragraph of literals and of values, which come second, fourth …; none without a value."""
    if any(says(value) for value in pieces[1::2]):
        yield "".join(shown(one) for index, one in enumerate(pieces) if index % 2 == 0 or says(one))


def printed(meeting):
    yield from on_line("Sted: ", meeting.fields["møde.sted"])
    yield ""
    yield from 2 * (list(on_line("", meeting.fields["møde.udvalg"])) or [""])
    yield from of_people(meeting.repeats["deltagere"])
    for one in meeting.repeats["punkter"]:
        yield from of_item(one)


def of_people(people):
    if people:
        yield from (TABLE, "Navn", "Parti")
        for one in people:
            for name in ("deltager.navn", "deltager.parti"):
                yield shown(one.fields[name]) if says(one.fields[name]) else ""
        yield TABLE_ENDS


def with_room(lines):
    """The lines with an empty one where tables would meet, and behind a table that comes last."""
    listed = [*lines, TABLE]
    for one, following in pairwise(listed):
        if one is not TABLE and one is not TABLE_ENDS:
            yield one
        elif one is TABLE_ENDS and following is TABLE:
            yield ""


def of_item(item):
    values = item.fields
    yield from on_line("", values["punkt.nummer"], " – ", values["punkt.titel"])
    yield from on_line("Sagsnr. ", values["punkt.sagsnr"], "!")
    if any(block_says(one) for one in values["punkt.beslutning"]):
        yield "Beslutning:"
        yield from blocks(values["punkt.beslutning"])
    for one in item.repeats["afsnit"]:
        yield from of_section(one)


def of_section(section):
    values = section.fields
    yield from on_line("", values["afsnit.overskrift"])
    said = [one for one in values["afsnit.linje"] if block_says(one)]
    label = shown(values["afsnit.etiket"]) if says(values["afsnit.etiket"]) else ""
    goes_on = bool(said) and said[0].kind is BlockKind.PARAGRAPH
    if label or goes_on:
        yield f"{label} {shown(said[0].text) if goes_on else ''}"
    if said:
        rest = values["afsnit.linje"]
        yield from blocks(rest[rest.index(said[0]) + 1 :] if goes_on else rest, alone=True)
    yield from blocks(values["afsnit.tekst"], alone=True)
    for one in section.repeats["bilag"]:
        yield from on_line("Bilag: ", one.fields["bilag.titel"])


def blocks(listed, alone=False):
    if alone and not any(block_says(one) for one in listed):
        return
    for one in listed:
        if one.table is not None:
            yield from of_table(one.table)
        elif is_shown(one):
            yield ""
        elif says(one.text):
            yield shown(one.text)


def of_table(table):
    columns = max((len(row) for row in table.rows), default=0)
    caption = [shown(table.caption)] if says(table.caption) else []
    yield from caption if table.caption_position is CaptionPosition.BEFORE else ()
    yield from (TABLE,) if columns else ()
    for row in table.rows:
        for one in row:
            yield from list(blocks(one.blocks)) or [""]
        yield from [""] * (columns - len(row))
    yield from (TABLE_ENDS,) if columns else ()
    yield from caption if table.caption_position is CaptionPosition.AFTER else ()


def block_says(block):
    if block.table is not None:
        within = any(block_says(one) for row in block.table.rows for cell in row for one in cell.blocks)
        return within or says(block.table.caption)
    return is_shown(block) or says(block.text)


def is_shown(block):
    return block.picture is not None and block.picture.file_id in PICTURES


def descriptions(meeting):
    for item in meeting.repeats["punkter"]:
        texts = [item.fields["punkt.beslutning"]]
        for section in item.repeats["afsnit"]:
            texts += [section.fields["afsnit.linje"], section.fields["afsnit.tekst"]]
        for one in (one for text in texts for one in walked(text)):
            if is_shown(one):
                yield re.sub("\r\n?|[\t\n]", " ", "".join(filter(is_legal, one.text)))


def walked(listed):
    for one in listed:
        yield one
        if one.table is not None:
            for row in one.table.rows:
                for place in row:
                    yield from walked(place.blocks)
