"""Where each house prints who came, went and was away for a part of the meeting: all of it, and once."""

from dataclasses import replace

import pytest

from referatdesk.domain.codes import AttendanceForm, AttendanceStatus, PresenceForm, SectionKind
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.meetings import ItemAttendance, ItemText
from referatdesk.domain.richtext import plain_text
from referatdesk.services.board.house_styles import builtin_style
from referatdesk.services.gathering.meeting import gather
from tests.services.printed_meeting import DISQUALIFIED, PEOPLE, block, printed_meeting, section

STYLE = replace(builtin_style("sagsfremstilling"), time_pattern="HH.mm")
LEFT = ItemAttendance(
    id="l", meeting_id="m", item_id="one", attendance_id="p0", status=AttendanceStatus.LEFT_EARLY, to_time="18:10"
)
AWAY = "Merete Aaby deltog ikke i behandlingen af punkt 1.1 og 2."
WENT = "Kl. 18.10 forlod Merete Aaby mødet."
SANNE = "Sanne Brix deltog ikke i behandlingen af punkt 2 på grund af inhabilitet."


def house(*forms, form=AttendanceForm.RUN, line=True):
    sections = tuple(one for one in STYLE.sections if line or one.kind is not SectionKind.ABSENTEES)
    return replace(STYLE, presence_forms=forms, attendance_form=form, sections=sections)


def without_lines():
    """The texts of the items without a line of absentees of their own."""
    return (
        ItemText(
            id="one", meeting_id="m", sections=(section(SectionKind.DECISION, "Beslutning", block("d", "Godkendt.")),)
        ),
        ItemText(id="below", meeting_id="m"),
        ItemText(id="two", meeting_id="m", sections=(section(SectionKind.DECISION, "Beslutning"),)),
    )


def printed(*records):
    return gather(printed_meeting(*records), "m")


def sections(scope):
    whole = [(one.fields["afsnit.linje"], one.fields["afsnit.tekst"]) for one in scope.repeats["afsnit"]]
    return [plain_text((*line, *text)) for line, text in whole]


def item(values, number):
    return next(one for one in values.repeats["punkter"] if one.fields["punkt.nummer"] == number)


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (AttendanceForm.RUN, "møde.deltagere"),
        (AttendanceForm.LIST, "møde.deltagere"),
        (AttendanceForm.CELL, "møde.tilstede"),
        (AttendanceForm.ABSENTEES, "møde.fraværende"),
    ],
)
def test_below_the_list_in_houses_that_tell_it_there(form, field):
    values = printed(house(PresenceForm.HEAD, form=form), LEFT)
    assert values.fields[field].splitlines()[-2:] == [AWAY, SANNE]
    assert values.fields[field].count("Merete Aaby deltog ikke") == 1


def test_below_the_groups_too_whichever_field_a_template_prints_there():
    last = printed(house(PresenceForm.HEAD), LEFT).repeats["grupper"][-1]
    assert last.fields["gruppe.navn"] == ""
    for name in ("deltager.linje", "deltager.navn"):
        assert [one.fields[name] for one in last.repeats["deltagere"]] == [AWAY, SANNE]


def test_nothing_below_the_list_in_other_houses():
    values = printed(house(PresenceForm.ITEM_LINE, PresenceForm.RUNNING), LEFT)
    assert "deltog ikke" not in values.fields["møde.deltagere"]


def test_in_the_minutes_in_houses_that_tell_it_there_behind_what_was_decided():
    values = printed(house(PresenceForm.RUNNING, line=False), LEFT, *without_lines())
    assert sections(item(values, "1"))[0] == f"Godkendt.\n{WENT}"
    assert sections(item(values, "2"))[0] == "Sanne Brix var inhabil og deltog ikke i behandlingen af punktet."


def test_who_comes_is_told_in_front_of_what_was_decided():
    came = replace(LEFT, status=AttendanceStatus.LATE, from_time="17:40", to_time=None)
    values = printed(house(PresenceForm.RUNNING, line=False), came, *without_lines())
    assert sections(item(values, "1"))[0] == "Kl. 17.40 ankom Merete Aaby.\nGodkendt."


def test_what_somebody_has_written_already_is_not_told_once_more():
    decided = section(SectionKind.DECISION, "Beslutning", block("d", f"Godkendt. {WENT}"))
    text = ItemText(id="one", meeting_id="m", sections=(decided,))
    values = printed(house(PresenceForm.RUNNING, line=False), LEFT, *without_lines(), text)
    assert sections(item(values, "1"))[0] == f"Godkendt. {WENT}"


def test_what_the_text_that_was_read_says_is_not_told_once_more():
    read = replace(LEFT, shown_on_item=False, reason_text="Merete Aaby gik kl. 18.10.")
    for forms in ((PresenceForm.RUNNING,), (PresenceForm.HEAD,)):
        values = printed(house(*forms, line=False), read, *without_lines())
        assert "Merete Aaby deltog ikke" not in values.fields["møde.deltagere"]
        assert sections(item(values, "1"))[0] == "Godkendt."


def test_a_line_of_absentees_that_was_read_is_not_told_once_more_in_a_sentence():
    away = replace(LEFT, status=AttendanceStatus.ABSENT, to_time=None)
    for forms in ((PresenceForm.RUNNING,), (PresenceForm.HEAD,)):
        values = printed(house(*forms, line=False), away)
        assert "Merete Aaby" in sections(item(values, "1"))[-1]
        assert "Merete Aaby deltog ikke" not in values.fields["møde.deltagere"]
        assert not any("Merete Aaby deltog ikke" in words for words in sections(item(values, "1")))


def test_the_line_under_the_items_after_it_in_houses_that_have_one():
    values = printed(house(PresenceForm.ITEM_LINE), LEFT)
    assert "Merete Aaby" not in sections(item(values, "1"))[-1]
    assert sections(item(values, "2"))[-1] == "Merete Aaby, V, Palle Nørre, Egeby Kommune, Sanne Brix, A (inhabil)"


def test_a_house_without_a_section_for_it_gets_the_line_where_somebody_was_away_who_was_at_the_meeting():
    values = printed(house(PresenceForm.ITEM_LINE, line=False), LEFT, *without_lines())
    assert len(sections(item(values, "1"))) == 2
    under = item(values, "2").repeats["afsnit"][-1]
    assert under.fields["afsnit.etiket"] == "Fraværende:"
    assert plain_text(under.fields["afsnit.linje"]).startswith("Merete Aaby, V, ")


def test_a_ruling_of_the_board_is_told_in_the_minutes():
    ruling = Disqualification(
        id="r", meeting_id="m", item_id="two", attendance_id="p2", disqualified=True, left_room=True
    )
    values = printed(house(PresenceForm.RUNNING, line=False), DISQUALIFIED, ruling, *without_lines())
    told = "Sanne Brix erklærede sig inhabil og forlod lokalet under behandlingen af punktet."
    assert sections(item(values, "2"))[0] == told


def test_who_sent_apologies_and_came_is_not_among_the_absent():
    came = replace(LEFT, attendance_id="p1", status=AttendanceStatus.LATE, from_time="17:50", to_time=None)
    values = printed(house(PresenceForm.ITEM_LINE), came)
    assert values.fields["møde.fraværende"] == ""
    assert "Palle Nørre, Egeby Kommune (ankom kl. 17.50)" in values.fields["møde.deltagere"]
    assert PEOPLE[1].status is AttendanceStatus.ABSENT_NOTIFIED
