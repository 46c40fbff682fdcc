"""A new board prints as its first document does."""

import re
from dataclasses import replace

import pytest

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.documents.reading.formats.files import read_source
from referatdesk.documents.reading.reader import read_draft
from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.codes import AttendanceStatus, SectionKind
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import is_blank, plain_text
from referatdesk.services.board.house_styles import STANDARD_STYLE, builtin_style
from referatdesk.services.intake.importing import Answers, draft_to_change
from referatdesk.services.intake.read_style import style_of_draft
from referatdesk.services.output.exporting import build, prepare
from referatdesk.services.output.outputs import Kind
from referatdesk.services.wording.head import title
from tests.documents.minutes.floors import printed_files
from tests.services.read_drafts import BOARD, at, block, draft, item, points, section

BASE = builtin_style("sagsfremstilling")


def style(*items, **more):
    return style_of_draft(draft(*items, **more), BOARD, BASE)


def forms(found, standard=True):
    return [(form.kind, form.label) for form in found.sections if form.standard is standard]


def imported(read):
    records = RecordSet()
    change, meeting_id = draft_to_change(records, read, answers=Answers(board_name=read.head.board or BOARD))
    records.apply(change.pairs)
    return records, meeting_id


def test_minutes_under_one_label_are_written_in_one_pane():
    referat = section(SectionKind.MINUTES, "Vi talte om vagten.", label="Referat", colon=True)
    found = style(item("Vagten", referat, figure="1"), item("Taxa", referat, figure="2"))
    assert not found.has_two_panes
    assert found.decision_kind is SectionKind.MINUTES
    assert (found.form(SectionKind.MINUTES).label, found.form(SectionKind.MINUTES).colon) == ("Referat", True)


def test_minutes_and_decision_apart_are_written_in_two_panes():
    talked = section(SectionKind.MINUTES, "Der var to forslag.", label="Drøftelse")
    found = style(item("Vagten", talked, section(SectionKind.DECISION, "Udsat.", label="Konklusion"), figure="1"))
    assert found.has_two_panes
    assert forms(found) == [(SectionKind.MINUTES, "Drøftelse"), (SectionKind.DECISION, "Konklusion")]


def test_sections_stand_in_printed_order_and_those_of_few_items_do_not_stand_ready():
    whole = (
        section(SectionKind.DECISION, "Godkendt.", label="Beslutning"),
        section(SectionKind.CASE_TEXT, "Vagten er åben.", label="Sagen"),
    )
    rare = section(SectionKind.ECONOMY, "Ingen.", label="Penge")
    found = style(item("A", *whole), item("B", whole[0], rare, whole[1]), item("C", *whole))
    assert forms(found) == [(SectionKind.DECISION, "Beslutning"), (SectionKind.CASE_TEXT, "Sagen")]
    kinds = [form.kind for form in found.sections]
    assert kinds.index(SectionKind.DECISION) < kinds.index(SectionKind.ECONOMY) < kinds.index(SectionKind.CASE_TEXT)
    assert (SectionKind.ECONOMY, "Penge") in forms(found, standard=False)


def test_an_agenda_leaves_the_decision_to_the_built_in_style():
    found = style(item("Vagten", section(SectionKind.CASE_TEXT, "Vagten er åben.")), is_agenda=True)
    assert found.form(SectionKind.DECISION) in BASE.sections
    assert found.form(SectionKind.CASE_TEXT).label is None


def test_what_another_board_decided_is_no_section_of_this_house():
    earlier = section(SectionKind.EARLIER_DECISIONS, "Anbefalet.", label="Beslutning i Fjordrådet", earlier=True)
    found = style(item("Vagten", earlier, section(SectionKind.DECISION, "Godkendt.", label="Beslutning")))
    assert found.form(SectionKind.EARLIER_DECISIONS) is None


def test_board_and_day_in_a_label_follow_the_meeting():
    label = f"Beslutning fra {BOARD} den 4. marts 2027"
    dated = section(SectionKind.DECISION, "Godkendt.", label=label, board=BOARD, date="2027-03-04")
    found = style(item("Vagten", dated))
    assert found.form(SectionKind.DECISION).label == "Beslutning fra {board} den {date}"
    assert found.label_date_pattern == "d. MMMM y"


@pytest.mark.parametrize(
    ("number", "between", "pattern"),
    [
        ("Punkt 4", ": ", "Punkt {number}: {title}"),
        ("4", ". ", "{number}. {title}"),
        ("4", ") ", "{number}) {title}"),
        ("4", " – ", "{number} – {title}"),
        ("Sag nr. 4", " - ", "Sag nr. {number} - {title}"),
    ],
)
def test_headings_keep_the_form_of_their_numbers(number, between, pattern):
    read = item("Vagten", figure="4", heading=f"{number}{between}Vagten")
    assert style(replace(read, number=number)).item_heading == pattern


def test_items_without_numbers_get_none():
    assert style(item("Vagten"), item("Taxa")).item_heading == "{title}"


@pytest.mark.parametrize(
    ("printed", "pattern", "date_pattern"),
    [
        (f"Referat – {BOARD}, 4. marts 2027", "Referat – {board}, {date}", "d. MMMM y"),
        (f"{BOARD.upper()} 04.03.27", "{board} {date}", "dd.MM.yy"),
        (f"DAGSORDEN {BOARD} d. 4/3-2027", "REFERAT {board} d. {date}", "d/M-y"),
        (f"Referat af ekstraordinært møde i {BOARD}", "Referat af møde i {board}", BASE.title_date_pattern),
        ("Referat", BASE.title_pattern, BASE.title_date_pattern),
        (f"{BOARD}, møde nr. 14", BASE.title_pattern, BASE.title_date_pattern),
    ],
)
def test_the_title_is_a_pattern_of_board_and_day(printed, pattern, date_pattern):
    found = style(item("Vagten"), head={"title": printed})
    assert (found.title_pattern, found.title_date_pattern) == (pattern, date_pattern)


def test_the_next_title_is_printed_as_the_first_was():
    records, _ = imported(draft(item("Vagten"), head={"title": f"Referat – {BOARD}, 4. marts 2027"}))
    (board_style,), (meeting,) = records.all(HouseStyle), records.all(Meeting)
    following = Meeting(id="next", board_id=meeting.board_id, date="2027-04-08")
    assert meeting.title is None
    assert title(following, records.get(Board, meeting.board_id), board_style) == f"Referat – {BOARD}, 8. april 2027"


@pytest.mark.parametrize(
    ("raw", "pattern", "capital"),
    [
        ("Torsdag den 4. marts 2027", "EEEE 'den' d. MMMM y", True),
        ("torsdag d. 4. marts 2027", "EEEE 'd.' d. MMMM y", False),
        ("04.03.2027", "dd.MM.y", BASE.capital_weekday),
    ],
)
def test_the_day_of_the_head_keeps_its_form(raw, pattern, capital):
    found = style(item("Vagten"), head={"date_raw": raw})
    assert (found.header_date_pattern, found.capital_weekday) == (pattern, capital)


def test_the_hours_keep_their_form():
    found = style(item("Vagten"), head={"time_raw": "kl. 9.30 til 12.00", "start": "09:30", "end": "12:00"})
    assert (found.time_pattern, found.range_dash) == ("H.mm", " til ")


def test_the_words_above_the_points_are_the_lead_in_where_most_have_them():
    def recommended(words):
        listed = points("godkender planen.", "beder om en status.")
        return replace(listed, blocks=(block(words), *listed.blocks))

    shared = recommended(f"Det foreslås, at {BOARD}")
    assert style(item("A", shared), item("B", shared)).lead_in == "Det foreslås, at {board}"
    own = recommended("Direktøren for Vej foreslår, at")
    assert style(item("A", shared), item("B", own), item("C", recommended("Chefen vil, at"))).lead_in is None


def test_words_that_once_stand_alone_are_no_lead_in_since_they_would_not_be_printed():
    alone = section(SectionKind.RECOMMENDATION, "Det indstilles:", label="Indstilling")
    leading = section(SectionKind.RECOMMENDATION, "Det indstilles:", "at vente.", label="Indstilling")
    assert style(item("A", alone), item("B", leading), item("C", leading)).lead_in is None


def test_absentees_are_told_as_they_were():
    away = DraftPerson(
        name="Palle Nørre", place=at(3), organisation="Egeby Kommune", status=AttendanceStatus.ABSENT_NOTIFIED
    )
    there = [DraftPerson(name=name, place=at(line)) for line, name in ((1, "Merete Aaby"), (2, "Ida Vester"))]
    line = section(SectionKind.ABSENTEES, label="Afbud", people=(away,), people_raw=("Palle Nørre (Egeby Kommune)",))
    found = style(item("Vagten", line), people=(*there, replace(away, status_raw="– afbud")))
    assert (found.absence_pattern, found.absence_suffix) == ("{name} ({organisation})", "– afbud")
    assert found.attendance_form == "list"


def test_a_style_like_the_built_in_one_is_the_built_in_one():
    assert style(head={"title": None}) == BASE


def printed_lines(read):
    """The labels and the text of every item as read, in printed order, without what is printed by rule."""
    for one in read.all_items():
        yield one.title
        for part in one.sections:
            listed = part.attachments or part.kind is SectionKind.ABSENTEES
            if is_blank(part.blocks) and not listed:
                continue
            yield from (part.label,) if part.label else ()
            yield from (paper.title for paper in part.attachments)
            yield from (re.sub(r"^[-•] ", "", line) for line in part.people_raw)
            yield from plain_text(part.blocks).split("\n")


def words(text):
    """Without the places where a line may break."""
    return " ".join(text.replace("\u00ad", "").split())


@pytest.mark.parametrize("path", printed_files(), ids=lambda path: path.name)
def test_what_was_read_is_printed_again_with_its_own_labels(path, tmp_path):
    read = read_draft(path)
    records, meeting_id = imported(read)
    target = tmp_path / "a.docx"
    target.write_bytes(build(prepare(records, meeting_id, kind=Kind.REVIEW), number_pages=False))
    text = words(" ".join(one.flat for one in read_source(target).paragraphs))
    lost, behind = [], text.find(words(read.items[0].title))
    for line in filter(None, map(words, printed_lines(read))):
        found = text.find(line, behind)
        lost += [line] if found < 0 else []
        behind = max(behind, found)
    assert lost == []


@pytest.mark.parametrize("path", printed_files(), ids=lambda path: path.name)
def test_every_deciding_section_of_a_document_has_its_pane(path):
    read = read_draft(path)
    records, _ = imported(read)
    (found,) = records.all(HouseStyle)
    deciding = {SectionKind.MINUTES, SectionKind.DECISION}
    kinds = {part.kind for part in read.sections() if part.kind in deciding and not part.earlier}
    assert kinds <= {form.kind for form in found.sections}
    assert found.has_two_panes == (kinds == deciding)
    assert found.template == builtin_style(read.style or STANDARD_STYLE).template
