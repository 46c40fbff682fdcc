"""A meeting goes from one archive to another and stays the same meeting."""

import json
from dataclasses import replace

import pytest

from referatdesk.domain.boards import Board, Membership, Organisation, Person
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Change, added, altered
from referatdesk.domain.codes import BlockKind, CaptionPosition, Precision, SectionKind
from referatdesk.domain.meetings import AgendaItem, HeaderLine, ItemText, Meeting, Presenter, Section
from referatdesk.domain.reading import SourceFile
from referatdesk.domain.richtext import Block, Cell, Run, Table
from referatdesk.services.archive import exchange
from referatdesk.services.archive.exchange import dump, load
from referatdesk.services.errors import UserError
from referatdesk.services.file_contents import content_of
from referatdesk.storage.rows import table_name
from tests.services.desk import Desk, state_of
from tests.services.fictional_archive import DOCUMENT, MEETING, everything


def rich_blocks():
    inner = Block(id="c1", runs=(Run("Ærø – “3 × ½” ☂ 𝒜", italic=True), Run("\nnæste linje")))
    table = Table(
        rows=((Cell((inner,)), Cell()), (Cell((replace(inner, id="c2"),)), Cell((inner, inner)))),
        widths=(0.25, 0.75),
        caption="Tabel 1: Åbningstider",
        caption_position=CaptionPosition.AFTER,
    )
    runs = (Run("Se "), Run("planen", bold=True, underline=True, link="https://klitved.example/plan?a=1&b=æ"))
    return (
        Block(id="b1", kind=BlockKind.LETTERED, runs=runs, level=2, marker="c)"),
        Block(id="b2", kind=BlockKind.TABLE, table=table),
        Block(id="b3", kind=BlockKind.QUOTE, runs=(Run("\t\u00a0citat\u2028"),)),
    )


@pytest.fixture
def desk(tmp_path):
    """A meeting with every kind of record, every sort of text, and a head in which nothing is ordinary."""
    one = Desk(tmp_path / "fra.referatdesk").fill()
    text = one.workspace.text("one")
    section = Section(id="rich", kind=SectionKind.OTHER, label="Åben drøftelse", inline=True, blocks=rich_blocks())
    item = one.workspace.get(AgendaItem, "three")
    presenters = (Presenter("v/ Ida Vester", name="Ida Vester"), Presenter("v/ Erik Dam"))
    head = replace(
        MEETING,
        date="--05-10",
        date_precision=Precision.MONTH,
        title="",
        stated_none=("absent",),
        header_lines=(HeaderLine("Mødeform", "Fysisk – og “Teams”"),),
    )
    changes = [
        (text, replace(text, sections=(*text.sections, section))),
        (item, replace(item, presenters=presenters)),
        (MEETING, head),
    ]
    one.workspace.apply(Change("text.edit", altered(changes)))
    yield one
    one.close()


@pytest.fixture
def other(tmp_path):
    one = Desk(tmp_path / "til.referatdesk")
    yield one
    one.close()


def loaded(other, data):
    other.workspace.apply(load(other.workspace, data))
    other.save()


def test_dumped_loaded_and_dumped_again_is_byte_for_byte_the_same(desk, other):
    data = dump(desk.workspace, "meeting")
    desk.save()
    assert dump(desk.workspace, "meeting") == data
    loaded(other, data)
    assert dump(other.workspace, "meeting") == data


def test_the_meeting_arrives_with_every_record(desk, other):
    loaded(other, dump(desk.workspace, "meeting"))
    here, there = (everything(one.workspace.records_of("meeting")) for one in (desk, other))
    for kind in RECORD_TYPES:
        if kind not in SHARED_TYPES:
            assert there[kind] == here[kind]
            assert here[kind], kind


def test_a_kept_file_goes_along_with_its_content(desk, other):
    loaded(other, dump(desk.workspace, "meeting"))
    assert other.workspace.content(DOCUMENT.sha256) == DOCUMENT.data


def test_a_meeting_whose_kept_file_was_lost_goes_all_the_same(desk, other):
    whole = json.loads(dump(desk.workspace, "meeting"))
    del whole["contents"]
    loaded(other, json.dumps(whole).encode())
    (file,) = other.workspace.records_of("meeting").all(SourceFile)
    with pytest.raises(UserError) as caught:
        content_of(file, other.workspace.content)
    assert caught.value.code == "file.altered"
    assert json.loads(dump(other.workspace, "meeting")) == whole


@pytest.mark.parametrize(
    "contents",
    [
        {DOCUMENT.sha256: "bm9nZXQgYW5kZXQ="},
        {DOCUMENT.sha256: "ikke base64"},
        {DOCUMENT.sha256: 5},
        {"ab" * 32: "aGVzdGU="},
        ["aGVzdGU="],
    ],
    ids=["other", "odd", "number", "nobody's", "list"],
)
def test_contents_that_are_not_what_they_are_called_are_refused(contents, desk, other):
    whole = json.loads(dump(desk.workspace, "meeting")) | {"contents": contents}
    error = refusal(other, json.dumps(whole).encode())
    assert (error.code, error.data) == ("load.invalid", {"kind": "contents"})


def test_only_the_shared_records_that_it_needs_go_along(desk, other):
    loaded(other, dump(desk.workspace, "meeting"))
    shared = state_of(other.workspace, SHARED_TYPES)
    assert shared[Board].keys() == {"board"}
    assert shared[Person].keys() == {"merete", "aksel"}
    assert shared[Organisation].keys() == {"egeby"}
    assert not shared[Membership]


def test_records_of_other_meetings_stay_at_home(desk):
    before = dump(desk.workspace, "meeting")
    desk.workspace.apply(Change("meeting.add", added(replace(MEETING, id="other"))))
    assert dump(desk.workspace, "meeting") == before


def test_loading_is_one_step(desk, other):
    loaded(other, dump(desk.workspace, "meeting"))
    assert [step.label for step in other.workspace.undo_steps] == ["meeting.load"]
    other.workspace.undo()
    assert other.workspace.meeting_rows() == []


def test_a_second_meeting_of_the_board_uses_what_is_there(desk, other):
    loaded(other, dump(desk.workspace, "meeting"))
    desk.workspace.apply(Change("meeting.add", added(replace(MEETING, id="second"))))
    loaded(other, dump(desk.workspace, "second"))
    assert {row.id for row in other.workspace.meeting_rows()} == {"meeting", "second"}


def refusal(other, data):
    before = state_of(other.workspace)
    with pytest.raises(UserError) as caught:
        load(other.workspace, data)
    assert state_of(other.workspace) == before
    return caught.value


def test_a_meeting_that_is_there_already_is_refused(desk):
    error = refusal(desk, dump(desk.workspace, "meeting"))
    assert (error.code, error.data) == ("load.meeting_exists", {"meeting_id": "meeting"})


def test_a_shared_record_that_is_another_one_here_is_refused(desk, other):
    loaded(other, dump(desk.workspace, "meeting"))
    board = desk.workspace.get(Board, "board")
    second = replace(MEETING, id="second")
    changes = (*altered([(board, replace(board, name="Sundhedsråd Vestfjord"))]), *added(second))
    desk.workspace.apply(Change("board.edit", changes))
    error = refusal(other, dump(desk.workspace, "second"))
    assert (error.code, error.data) == ("load.differs", {"kind": "board", "id": "board"})


def test_a_meeting_that_is_not_there_cannot_be_dumped(desk):
    with pytest.raises(UserError) as caught:
        dump(desk.workspace, "gone")
    assert caught.value.code == "meeting.missing"


def spoilt(desk, spoil):
    whole = json.loads(dump(desk.workspace, "meeting"))
    spoil(whole)
    return json.dumps(whole).encode()


SPOILT = {
    "another format": (lambda whole: whole.update(format="referatdesk-dump-2"), "load.unknown_format"),
    "no format": (lambda whole: whole.pop("format"), "load.unknown_format"),
    "no records": (lambda whole: whole.pop("records"), "load.invalid"),
    "something more": (lambda whole: whole.update(more=1), "load.invalid"),
    "records of no kind": (lambda whole: whole["records"].update(speech=[]), "load.invalid"),
    "a record alone": (lambda whole: whole["records"].update(theme={}), "load.invalid"),
    "a wrong value": (lambda whole: whole["records"]["meeting"][0].update(status="cancelled"), "load.invalid"),
    "a missing title": (lambda whole: whole["records"]["agenda_item"][0].pop("title"), "load.invalid"),
    "an unknown field": (lambda whole: whole["records"]["agenda_item"][0].update(colour="red"), "load.invalid"),
    "a number too big": (lambda whole: whole["records"]["money_amount"][0].update(amount_ore=2**63), "load.invalid"),
    "an unknown field deep inside": (
        lambda whole: whole["records"]["item_text"][0]["sections"][0].update(colour="red"),
        "load.invalid",
    ),
    "no meeting": (lambda whole: whole["records"].pop("meeting"), "load.incomplete"),
    "a meeting of another id": (lambda whole: whole.update(meeting="other"), "load.incomplete"),
    "one id twice": (lambda whole: whole["records"]["theme"].append(whole["records"]["theme"][0]), "load.incomplete"),
    "no board": (lambda whole: whole["records"].pop("board"), "load.incomplete"),
    "no house style": (lambda whole: whole["records"].pop("house_style"), "load.incomplete"),
    "no items": (lambda whole: whole["records"].pop("agenda_item"), "load.incomplete"),
    "an item of another meeting": (
        lambda whole: whole["records"]["agenda_item"][0].update(meeting_id="other"),
        "load.incomplete",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_dump_that_is_not_whole_is_refused(name, desk, other):
    spoil, code = SPOILT[name]
    assert refusal(other, spoilt(desk, spoil)).code == code


@pytest.mark.parametrize(
    "data", [b"", b"{", b"Referat", b"[]", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"format":"\xed\xa0\x80"}']
)
def test_what_is_no_dump_is_refused(data, other):
    assert refusal(other, data).code == "load.not_json"


def test_fields_that_are_left_out_have_their_defaults(other):
    records = {
        "house_style": [{"id": "s", "name": "Klitstilen", "template": "klit.docx"}],
        "board": [{"id": "b", "name": "Klitved Råd", "house_style_id": "s"}],
        "meeting": [{"id": "m", "board_id": "b"}],
    }
    loaded(other, json.dumps({"format": "referatdesk-dump-1", "meeting": "m", "records": records}).encode())
    assert other.workspace.records_of("m").get(Meeting, "m") == Meeting(id="m", board_id="b")


def test_records_stand_by_kind_in_reading_order(desk):
    whole = json.loads(dump(desk.workspace, "meeting"))
    order = [table_name(kind) for kind in RECORD_TYPES]
    assert list(whole["records"]) == [name for name in order if name in whole["records"]]
    assert [item["sort"] for item in whole["records"]["agenda_item"]] == [0, 0, 1, 2, 3]
    assert {text["id"] for text in whole["records"]["item_text"]} == {one.id for one in desk.workspace.all(ItemText)}


def test_what_is_no_meeting_by_its_size_is_refused_before_it_is_made(other, monkeypatch, tmp_path):
    head = b'{"format": "referatdesk-dump-1", "meeting": "m", "records": {"meeting": ['
    assert refusal(other, head + b"{}," * 600_000 + b"{}]}}").code == "load.too_large"
    assert refusal(other, head + b"[" * 50 + b"]" * 50 + b"]}}").code == "load.too_large"
    monkeypatch.setattr(exchange, "MAX_BYTES", 10)
    assert refusal(other, head).code == "load.too_large"
    (tmp_path / "møde.json").write_bytes(head)
    with pytest.raises(UserError, match=r"load\.too_large"):
        exchange.content_of(tmp_path / "møde.json")
