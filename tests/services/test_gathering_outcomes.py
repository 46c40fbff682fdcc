"""What the items led to, who came and went, themes and sub-items: all that a template can ask for beside the text."""

from dataclasses import replace

import pytest

from referatdesk.documents.word.fields import FIELDS, REPEATS, ROOT
from referatdesk.domain.boards import Person
from referatdesk.domain.codes import (
    Access,
    AttendanceStatus,
    BlockKind,
    ItemKind,
    MeetingKind,
    Outcome,
    Role,
    SectionKind,
    StatementKind,
    SubstitutionKind,
    Treatment,
    VoteChoice,
    VoteResult,
    VoteSubject,
)
from referatdesk.domain.decisions import (
    Decision,
    FollowUp,
    PointOutcome,
    RecommendationPoint,
    Statement,
    Vote,
    VoteCast,
)
from referatdesk.domain.meetings import AgendaItem, ItemAttendance, ItemText
from referatdesk.domain.richtext import plain_text
from referatdesk.services.gathering.meeting import gather
from tests.services.printed_meeting import MEETING, PAPERS, PEOPLE, TEXTS, block, item, printed_meeting, section

SECTION = TEXTS[0].sections[4]
DECIDED = Decision(
    id="d", meeting_id="m", item_id="one", section_id=SECTION.id, outcome=Outcome.APPROVED, conditions="Hvis der er råd"
)
POINT = RecommendationPoint(id="p", meeting_id="m", item_id="one", block_id="i2", proposer="Direktionen")
CAME_OF_IT = PointOutcome(
    id="o", meeting_id="m", item_id="one", decision_id="d", point_id="p", outcome=Outcome.APPROVED_CHANGED
)
VOTE = Vote(
    id="v",
    meeting_id="m",
    item_id="one",
    decision_id="d",
    subject=VoteSubject.AMENDMENT,
    votes_for=9,
    votes_against=5,
    abstentions=0,
    result=VoteResult.CARRIED,
)
CASTS = (
    VoteCast(id="c1", meeting_id="m", vote_id="v", attendance_id="p2", choice=VoteChoice.AGAINST),
    VoteCast(id="c2", meeting_id="m", vote_id="v", party="V", choice=VoteChoice.FOR),
)
STATED = Statement(
    id="s",
    meeting_id="m",
    item_id="one",
    attendance_id="p2",
    kind=StatementKind.PROTOCOL_NOTE,
    text="Partiet ønsker flere stier.",
)
PROMISED = FollowUp(
    id="f",
    meeting_id="m",
    item_id="one",
    text="Sender et notat",
    responsible=("Ida Vester", "Palle Nørre"),
    due="2027-03-01",
)
LEFT = ItemAttendance(
    id="l",
    meeting_id="m",
    item_id="one",
    attendance_id="p0",
    status=AttendanceStatus.LEFT_EARLY,
    to_time="18:10",
    shown_on_item=False,
)
WHOLE = (DECIDED, POINT, CAME_OF_IT, VOTE, *CASTS, STATED, PROMISED, LEFT)


def first(*others):
    return gather(printed_meeting(*others), "m").repeats["punkter"][0]


def only(scope, repeat):
    (found,) = scope.repeats[repeat]
    return found.fields


def test_a_point_is_told_with_its_number_its_words_and_what_came_of_it():
    point = only(first(*WHOLE), "indstillinger")
    assert plain_text(point.pop("indstilling.tekst")) == "Godkender forslaget."
    assert point == {
        "indstilling.nummer": "1",
        "indstilling.stiller": "Direktionen",
        "indstilling.udfald": "Godkendt med ændringer",
    }


def test_points_with_letters_keep_them():
    lettered = tuple(
        replace(one, kind=BlockKind.LETTERED) if one.id == "i2" else one for one in TEXTS[0].sections[3].blocks
    )
    text = replace(TEXTS[0], sections=(replace(TEXTS[0].sections[3], blocks=lettered),))
    assert only(first(POINT, text), "indstillinger")["indstilling.nummer"] == "a"


def test_a_decision_is_told_with_board_and_date_at_the_item_and_at_the_meeting():
    told = only(first(*WHOLE), "beslutninger")
    assert plain_text(told["beslutning.tekst"]) == "Godkendt."
    assert told["beslutning.overskrift"] == "Beslutning i Sundhedsråd Østfjord den 04-02-2027"
    assert (told["beslutning.udvalg"], told["beslutning.dato"]) == ("Sundhedsråd Østfjord", "04-02-2027")
    assert (told["beslutning.udfald"], told["beslutning.forbehold"]) == ("Godkendt", "Hvis der er råd")
    assert only(gather(printed_meeting(*WHOLE), "m"), "beslutninger")["beslutning.punkt"] == "Punkt 1: Nabohjælp"


def test_a_vote_is_told_in_numbers_and_by_name():
    (vote,) = first(*WHOLE).repeats["afstemninger"]
    assert vote.fields["afstemning.tal"] == "9 for, 5 imod, 0 undlod at stemme"
    assert (vote.fields["afstemning.emne"], vote.fields["afstemning.resultat"]) == ("Ændringsforslag", "Vedtaget")
    assert (vote.fields["afstemning.for"], vote.fields["afstemning.undlod"]) == ("9", "0")
    cast = [(one.fields["stemme.hvem"], one.fields["stemme.valg"]) for one in vote.repeats["stemmer"]]
    assert cast == [("Sanne Brix, A", "imod"), ("V", "for")]


def test_a_number_that_was_not_said_is_not_made_up():
    fields = only(first(replace(VOTE, votes_for=None, abstentions=None)), "afstemninger")
    assert fields["afstemning.tal"] == "5 imod"
    assert fields["afstemning.for"] is None


def test_a_statement_names_its_kind_and_whose_it_is():
    assert only(first(*WHOLE), "udtalelser") == {
        "udtalelse.slags": "Protokolbemærkning",
        "udtalelse.hvem": "Sanne Brix, A",
        "udtalelse.tekst": "Partiet ønsker flere stier.",
        "udtalelse.linje": "Sanne Brix ønskede følgende tilført referatet: Partiet ønsker flere stier.",
    }


def test_a_promise_says_who_does_what_by_when():
    told = {
        "opfølgning.hvad": "Sender et notat",
        "opfølgning.hvem": "Ida Vester og Palle Nørre",
        "opfølgning.hvornår": "1. marts 2027",
        "opfølgning.punkt": "Punkt 1: Nabohjælp",
    }
    assert only(first(*WHOLE), "opfølgninger") == told
    assert only(gather(printed_meeting(*WHOLE), "m"), "opfølgninger") == told
    assert only(first(replace(PROMISED, due_raw="snarest")), "opfølgninger")["opfølgning.hvornår"] == "snarest"


def test_who_came_and_went_is_noted_at_the_item():
    assert first(*WHOLE).fields["punkt.fremmøde"] == "Kl. 18:10 forlod Merete Aaby mødet."
    said = replace(LEFT, reason_text="Merete Aaby gik kl. 18.10.")
    assert only(first(said), "fremmødenoter")["fremmødenote.tekst"] == "Merete Aaby gik kl. 18.10."


def titles(scopes):
    return [(one.fields["punkt.titel"], titles(one.repeats.get("underpunkter", ()))) for one in scopes]


def test_sub_items_stand_inside_their_item_or_follow_it():
    values = gather(printed_meeting(), "m").repeats
    assert titles(values["hovedpunkter"]) == [("Nabohjælp", [("Oplæg om stier", [])]), ("Eventuelt", [])]
    assert titles(values["punkter"]) == [("Nabohjælp", []), ("Oplæg om stier", []), ("Eventuelt", [])]


def test_items_stand_under_their_theme_and_those_of_none_apart():
    loose = item("three", 2, "Tak for i dag")
    themes = gather(printed_meeting(loose, ItemText(id="three", meeting_id="m")), "m").repeats["temaer"]
    assert [(one.fields["tema.linje"], titles(one.repeats["punkter"])) for one in themes] == [
        ("Tema: Nærhed", [("Nabohjælp", []), ("Oplæg om stier", []), ("Eventuelt", [])]),
        (None, [("Tak for i dag", [])]),
    ]
    assert titles(themes[0].repeats["hovedpunkter"])[0] == ("Nabohjælp", [("Oplæg om stier", [])])


def test_a_section_can_be_asked_for_by_kind_with_its_heading():
    fields = first().fields
    assert plain_text(fields["punkt.beslutning"]) == "Godkendt."
    assert fields["punkt.beslutning.overskrift"] == "Beslutning i Sundhedsråd Østfjord den 04-02-2027"
    told = [one.fields.get("afsnit.beslutning") for one in first().repeats["afsnit"]]
    assert [plain_text(one) for one in told if one] == ["Godkendt."]


@pytest.mark.parametrize(
    ("numbers", "kind", "words"),
    [
        ((None, None), BlockKind.BULLET, ["Forslag til nabohjælp.pdf", "Kort over stier"]),
        (("1", "2"), BlockKind.NUMBERED, ["Forslag til nabohjælp.pdf", "Kort over stier"]),
        (("1.", "3."), BlockKind.PARAGRAPH, ["1. Forslag til nabohjælp.pdf", "3. Kort over stier"]),
        (("Bilag 1", "Bilag 2"), BlockKind.BULLET, ["Bilag 1: Forslag til nabohjælp.pdf", "Bilag 2: Kort over stier"]),
    ],
)
def test_papers_are_a_list_that_counts_where_they_are_counted(numbers, kind, words):

    papers = [replace(one, number_text=number) for one, number in zip(PAPERS[:2], numbers, strict=True)]
    blocks = first(*papers).fields["punkt.bilagsliste"]
    assert [(one.kind, one.text) for one in blocks] == [(kind, line) for line in words]


def scopes(scope):
    yield scope
    for listed in scope.repeats.values():
        for one in listed:
            yield from scopes(one)


def everything():
    """A meeting with something of all kinds, so that every field of the vocabulary has somebody who fills it."""
    meeting = replace(
        MEETING,
        kind=MeetingKind.EXTRAORDINARY,
        end_planned="19:00",
        end_actual="19:05",
        join_link="https://moede.example",
        host="Egeby Kommune",
        case_no="27/104",
        doc_no="27/104-3",
        sender_unit="Sundhedssekretariatet",
        sender_address="Rådhustorvet 1",
        sender_initials="IV",
        written_place="Egeby",
        written_month="februar 2027",
        sign_off=None,
    )
    whole = tuple(
        section(kind, kind.value.capitalize(), block(f"x{kind}", "Noget."))
        for kind in SectionKind
        if kind not in {SectionKind.ABSENTEES, SectionKind.ATTACHMENTS}
    )
    told = item(
        "one",
        0,
        "Nabohjælp",
        theme_id="t",
        case_no="27/310",
        doc_no="27/310-2",
        access=Access.CLOSED,
        treatment=Treatment.DECISION,
        minutes_planned=15,
        moved_from="3",
        presenters=(replace(printed_meeting().get(AgendaItem, "one").presenters[0], name="Ida Vester"),),
    )
    deputy = {"stands_in_for_id": "p1", "substitution": SubstitutionKind.IN_PLACE_OF}
    people = (
        replace(PEOPLE[0], title="vært og mødeleder", roles=(Role.MEETING_LEADER,), group_label="Medlemmer"),
        replace(PEOPLE[1], reason_text="ferie", unit="Sundhed", email="palle@egeby.example", group_label="Afbud"),
        replace(PEOPLE[3], person_id="ida", title="sekretær", **deputy),
    )
    last = item("two", 1, "Deltagere", kind=ItemKind.ATTENDANCE)
    late = item("late", 2, "Ny aftale", added_late=True)
    records = [
        meeting,
        told,
        replace(TEXTS[0], sections=(*whole, *TEXTS[0].sections[3:])),
        *people,
        Person(id="ida", full_name="Ida Vester", initials="IV"),
        last,
        late,
        ItemText(id=late.id, meeting_id="m"),
        replace(TEXTS[2], sections=()),
        replace(DECIDED, section_id=TEXTS[0].sections[4].id),
        *WHOLE[1:],
    ]
    signed = replace(meeting, sign_off="Referat IV")
    elsewhere = replace(last, kind=ItemKind.ITEM)
    return gather(printed_meeting(*records), "m"), gather(printed_meeting(*records, signed, elsewhere), "m")


def test_no_field_stands_in_the_vocabulary_that_nobody_fills():
    filled = {
        name for values in everything() for scope in scopes(values) for name, value in scope.fields.items() if value
    }
    assert set(FIELDS) - filled == set()


def test_every_field_and_repeat_that_is_filled_stands_in_the_vocabulary_at_its_place():
    def told(scope, name):
        assert {FIELDS[field].scope for field in scope.fields} <= {name}
        for repeat, listed in scope.repeats.items():
            assert name in REPEATS[repeat].parents
            for one in listed:
                told(one, REPEATS[repeat].scope)

    for values in everything():
        told(values, ROOT)
