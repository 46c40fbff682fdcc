"""Votes, and what each house prints of them: every case in every form, written out by hand."""

from dataclasses import dataclass

from referatdesk.domain.codes import VoteChoice, VoteForm, VoteSubject
from referatdesk.domain.decisions import Vote
from referatdesk.domain.voting import Count, result_of
from referatdesk.services.wording.camps import Voice
from referatdesk.services.wording.votes import Voted

NUMBERS, NAMES, PARTIES, MAJORITY = VoteForm.NUMBERS, VoteForm.NAMES, VoteForm.PARTIES, VoteForm.MAJORITY
FOR, AGAINST, ABSTAIN, AWAY = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTAIN, VoteChoice.NOT_PRESENT
PARTY = {"Merete": "A", "Aksel": "A", "Tove": "A", "Sanne": "V", "Palle": "V", "Karl": "B", "Ida": "C"}
NAME = {
    "Merete": "Merete Aaby",
    "Aksel": "Aksel Ravn Lund",
    "Tove": "Tove Holm Skov",
    "Sanne": "Sanne Brix",
    "Palle": "Palle Nørre",
    "Karl": "Karl Emil Dyhr",
    "Ida": "Ida Vester",
    "Gry": "Gry Hedelund",
}


@dataclass(frozen=True)
class Case:
    name: str
    told: Voted
    printed: dict[VoteForm, str]


def by_name(subject=VoteSubject.MAIN, about=None, casting=None, **choices):
    """A vote in which everybody who is not named was for; Gry, who has no party, only where she is named."""
    chosen = {**dict.fromkeys(PARTY, FOR), **choices}
    voices = tuple(Voice(choice, NAME[who], PARTY.get(who)) for who, choice in chosen.items())
    numbers = {side: sum(one.choice is side for one in voices) for side in VoteChoice}
    return _voted(Count(*numbers.values()), subject, about, casting, voices)


def by_number(*numbers, subject=VoteSubject.MAIN, about=None, casting=None):
    return _voted(Count(*numbers), subject, about, casting)


def by_list(**lists):
    """Parties that voted as one: A=(FOR, 7)."""
    voices = tuple(Voice(choice, None, party, votes) for party, (choice, votes) in lists.items())
    numbers = {side: sum(one.votes for one in voices if one.choice is side) for side in VoteChoice}
    return _voted(Count(*numbers.values()), VoteSubject.MAIN, None, None, voices)


def _voted(count, subject, about, casting, voices=()):
    vote = Vote(
        id="v",
        meeting_id="m",
        item_id="i",
        decision_id="d",
        subject=subject,
        about=about,
        votes_for=count.votes_for,
        votes_against=count.votes_against,
        abstentions=count.abstentions,
        not_voting=count.not_voting,
        result=result_of(count, casting),
    )
    return Voted(vote, voices)


CASES = (
    Case(
        "all for",
        by_name(),
        dict.fromkeys(VoteForm, "Enstemmigt godkendt."),
    ),
    Case(
        "all against",
        by_number(0, 9),
        dict.fromkeys(VoteForm, "Enstemmigt forkastet."),
    ),
    Case(
        "two parties against each other",
        by_name(Sanne=AGAINST, Palle=AGAINST),
        {
            NUMBERS: "5 stemte for, og 2 stemte imod (Sanne Brix og Palle Nørre).",
            NAMES: "For stemte Merete Aaby, Aksel Ravn Lund, Tove Holm Skov, Karl Emil Dyhr og Ida Vester. "
            "Imod stemte Sanne Brix og Palle Nørre.",
            PARTIES: "For stemte A, B og C (5). Imod stemte V (2).",
            MAJORITY: "Et flertal bestående af A, B og C stemte for. Et mindretal bestående af V stemte imod.",
        },
    ),
    Case(
        "one against and one who abstains",
        by_name(Karl=AGAINST, Ida=ABSTAIN),
        {
            NUMBERS: "5 stemte for, 1 stemte imod (Karl Emil Dyhr), og 1 undlod at stemme (Ida Vester).",
            NAMES: "For stemte Merete Aaby, Aksel Ravn Lund, Tove Holm Skov, Sanne Brix og Palle Nørre. "
            "Imod stemte Karl Emil Dyhr. Ida Vester undlod at stemme.",
            PARTIES: "For stemte A og V (5). Imod stemte B (1). C undlod at stemme (1).",
            MAJORITY: "Et flertal bestående af A og V stemte for. B stemte imod. C undlod at stemme.",
        },
    ),
    Case(
        "nobody against, two abstain",
        by_name(Sanne=ABSTAIN, Palle=ABSTAIN),
        {
            NUMBERS: "5 stemte for, og 2 undlod at stemme (Sanne Brix og Palle Nørre).",
            NAMES: "For stemte Merete Aaby, Aksel Ravn Lund, Tove Holm Skov, Karl Emil Dyhr og Ida Vester. "
            "Sanne Brix og Palle Nørre undlod at stemme.",
            PARTIES: "For stemte A, B og C (5). V undlod at stemme (2).",
            MAJORITY: "Et flertal bestående af A, B og C stemte for. V undlod at stemme.",
        },
    ),
    Case(
        "one goes against her own",
        by_name(Tove=AGAINST, Sanne=AGAINST, Palle=AGAINST),
        {
            NUMBERS: "4 stemte for, og 3 stemte imod (Tove Holm Skov, Sanne Brix og Palle Nørre).",
            NAMES: "For stemte Merete Aaby, Aksel Ravn Lund, Karl Emil Dyhr og Ida Vester. "
            "Imod stemte Tove Holm Skov, Sanne Brix og Palle Nørre.",
            PARTIES: "For stemte A (bortset fra Tove Holm Skov), B og C (4). "
            "Imod stemte V og Tove Holm Skov fra A (3).",
            MAJORITY: "Et flertal bestående af A (bortset fra Tove Holm Skov), B og C stemte for. "
            "Et mindretal bestående af V og Tove Holm Skov fra A stemte imod.",
        },
    ),
    Case(
        "a party that is split in two",
        by_name(Palle=AGAINST),
        {
            NUMBERS: "6 stemte for, og 1 stemte imod (Palle Nørre).",
            NAMES: "For stemte Merete Aaby, Aksel Ravn Lund, Tove Holm Skov, Sanne Brix, Karl Emil Dyhr og Ida Vester. "
            "Imod stemte Palle Nørre.",
            PARTIES: "For stemte A, B, C og Sanne Brix fra V (6). Imod stemte Palle Nørre fra V.",
            MAJORITY: "Et flertal bestående af A, B, C og Sanne Brix fra V stemte for. Palle Nørre fra V stemte imod.",
        },
    ),
    Case(
        "somebody without a party, and one who had left the room",
        by_name(Gry=AGAINST, Ida=AWAY),
        {
            NUMBERS: "6 stemte for, 1 stemte imod (Gry Hedelund), og 1 deltog ikke i afstemningen (Ida Vester).",
            NAMES: "For stemte Merete Aaby, Aksel Ravn Lund, Tove Holm Skov, Sanne Brix, Palle Nørre og "
            "Karl Emil Dyhr. Imod stemte Gry Hedelund. Ida Vester deltog ikke i afstemningen.",
            PARTIES: "For stemte A, V og B (6). Imod stemte Gry Hedelund. Ida Vester deltog ikke i afstemningen.",
            MAJORITY: "Et flertal bestående af A, V og B stemte for. Gry Hedelund stemte imod. "
            "Ida Vester deltog ikke i afstemningen.",
        },
    ),
    Case(
        "lost",
        by_name(Merete=AGAINST, Aksel=AGAINST, Tove=AGAINST, Karl=AGAINST),
        {
            NUMBERS: "3 stemte for (Sanne Brix, Palle Nørre og Ida Vester), og 4 stemte imod. "
            "Indstillingen blev dermed forkastet.",
            NAMES: "For stemte Sanne Brix, Palle Nørre og Ida Vester. Imod stemte Merete Aaby, Aksel Ravn Lund, "
            "Tove Holm Skov og Karl Emil Dyhr. Indstillingen blev dermed forkastet.",
            PARTIES: "For stemte V og C (3). Imod stemte A og B (4). Indstillingen blev dermed forkastet.",
            MAJORITY: "Et flertal bestående af A og B stemte imod. Et mindretal bestående af V og C stemte for. "
            "Indstillingen blev dermed forkastet.",
        },
    ),
    Case(
        "a tie lapses",
        by_name(Merete=AGAINST, Aksel=AGAINST, Tove=AGAINST, Ida=ABSTAIN),
        {
            NUMBERS: "3 stemte for (Sanne Brix, Palle Nørre og Karl Emil Dyhr), 3 stemte imod (Merete Aaby, "
            "Aksel Ravn Lund og Tove Holm Skov), og 1 undlod at stemme (Ida Vester). "
            "Forslaget bortfaldt på grund af stemmelighed.",
            NAMES: "For stemte Sanne Brix, Palle Nørre og Karl Emil Dyhr. Imod stemte Merete Aaby, Aksel Ravn Lund og "
            "Tove Holm Skov. Ida Vester undlod at stemme. "
            "Forslaget bortfaldt på grund af stemmelighed.",
            PARTIES: "For stemte V og B (3). Imod stemte A (3). C undlod at stemme (1). "
            "Forslaget bortfaldt på grund af stemmelighed.",
            MAJORITY: "For stemte V og B (3). Imod stemte A (3). C undlod at stemme (1). "
            "Forslaget bortfaldt på grund af stemmelighed.",
        },
    ),
    Case(
        "a tie by numbers",
        by_number(5, 5),
        dict.fromkeys(VoteForm, "Forslaget bortfaldt på grund af stemmelighed (5 for, 5 imod)."),
    ),
    Case(
        "a tie that the chair decides",
        by_name(Merete=AGAINST, Aksel=AGAINST, Tove=AGAINST, Ida=ABSTAIN, casting=FOR),
        {
            NUMBERS: "3 stemte for (Sanne Brix, Palle Nørre og Karl Emil Dyhr), 3 stemte imod (Merete Aaby, "
            "Aksel Ravn Lund og Tove Holm Skov), og 1 undlod at stemme (Ida Vester). "
            "Formandens stemme var udslagsgivende, og indstillingen blev godkendt.",
            NAMES: "For stemte Sanne Brix, Palle Nørre og Karl Emil Dyhr. Imod stemte Merete Aaby, Aksel Ravn Lund og "
            "Tove Holm Skov. Ida Vester undlod at stemme. "
            "Formandens stemme var udslagsgivende, og indstillingen blev godkendt.",
            PARTIES: "For stemte V og B (3). Imod stemte A (3). C undlod at stemme (1). "
            "Formandens stemme var udslagsgivende, og indstillingen blev godkendt.",
            MAJORITY: "For stemte V og B (3). Imod stemte A (3). C undlod at stemme (1). "
            "Formandens stemme var udslagsgivende, og indstillingen blev godkendt.",
        },
    ),
    Case(
        "a tie that the chair decides against",
        by_name(Merete=AGAINST, Aksel=AGAINST, Tove=AGAINST, Ida=AWAY, casting=AGAINST),
        {
            NUMBERS: "3 stemte for (Sanne Brix, Palle Nørre og Karl Emil Dyhr), 3 stemte imod (Merete Aaby, "
            "Aksel Ravn Lund og Tove Holm Skov), og 1 deltog ikke i afstemningen (Ida Vester). "
            "Formandens stemme var udslagsgivende, og indstillingen blev forkastet.",
            NAMES: "For stemte Sanne Brix, Palle Nørre og Karl Emil Dyhr. Imod stemte Merete Aaby, Aksel Ravn Lund og "
            "Tove Holm Skov. Ida Vester deltog ikke i afstemningen. "
            "Formandens stemme var udslagsgivende, og indstillingen blev forkastet.",
            PARTIES: "For stemte V og B (3). Imod stemte A (3). Ida Vester deltog ikke i afstemningen. "
            "Formandens stemme var udslagsgivende, og indstillingen blev forkastet.",
            MAJORITY: "For stemte V og B (3). Imod stemte A (3). Ida Vester deltog ikke i afstemningen. "
            "Formandens stemme var udslagsgivende, og indstillingen blev forkastet.",
        },
    ),
    Case(
        "a tie by numbers that the chair decides",
        by_number(5, 5, 1, casting=FOR),
        dict.fromkeys(
            VoteForm,
            "5 stemte for, 5 stemte imod, og 1 undlod at stemme. "
            "Formandens stemme var udslagsgivende, og indstillingen blev godkendt.",
        ),
    ),
    Case(
        "a tie of parties counted as one",
        by_list(A=(FOR, 4), V=(AGAINST, 3), C=(AGAINST, 1)),
        {
            NUMBERS: "4 stemte for (A), og 4 stemte imod (V og C). Forslaget bortfaldt på grund af stemmelighed.",
            NAMES: "For stemte A. Imod stemte V og C. Forslaget bortfaldt på grund af stemmelighed.",
            PARTIES: "For stemte A (4). Imod stemte V og C (4). Forslaget bortfaldt på grund af stemmelighed.",
            MAJORITY: "For stemte A (4). Imod stemte V og C (4). Forslaget bortfaldt på grund af stemmelighed.",
        },
    ),
    Case(
        "an amendment that lapses while most abstain",
        by_name(
            VoteSubject.AMENDMENT,
            "Sanne Brix",
            Merete=AGAINST,
            Aksel=ABSTAIN,
            Tove=ABSTAIN,
            Palle=ABSTAIN,
            Karl=ABSTAIN,
            Ida=ABSTAIN,
        ),
        {
            NUMBERS: "Ændringsforslag fra Sanne Brix: 1 stemte for (Sanne Brix), 1 stemte imod (Merete Aaby), og 5 "
            "undlod at stemme (Aksel Ravn Lund, Tove Holm Skov, Palle Nørre, Karl Emil Dyhr og Ida Vester). "
            "Ændringsforslaget bortfaldt på grund af stemmelighed.",
            NAMES: "Ændringsforslag fra Sanne Brix: For stemte Sanne Brix. Imod stemte Merete Aaby. Aksel Ravn Lund, "
            "Tove Holm Skov, Palle Nørre, Karl Emil Dyhr og Ida Vester undlod at stemme. "
            "Ændringsforslaget bortfaldt på grund af stemmelighed.",
            PARTIES: "Ændringsforslag fra Sanne Brix: For stemte Sanne Brix fra V. Imod stemte Merete Aaby fra A. "
            "A (bortset fra Merete Aaby), B, C og Palle Nørre fra V undlod at stemme (5). "
            "Ændringsforslaget bortfaldt på grund af stemmelighed.",
            MAJORITY: "Ændringsforslag fra Sanne Brix: For stemte Sanne Brix fra V. Imod stemte Merete Aaby fra A. "
            "A (bortset fra Merete Aaby), B, C og Palle Nørre fra V undlod at stemme (5). "
            "Ændringsforslaget bortfaldt på grund af stemmelighed.",
        },
    ),
    Case(
        "an amendment that the chair decides",
        by_number(4, 4, subject=VoteSubject.AMENDMENT, about="formanden", casting=FOR),
        dict.fromkeys(
            VoteForm,
            "Ændringsforslag fra formanden: 4 stemte for, og 4 stemte imod. "
            "Formandens stemme var udslagsgivende, og ændringsforslaget blev vedtaget.",
        ),
    ),
    Case(
        "one point of the recommendation in a tie",
        by_number(4, 4, 1, about="indstillingens punkt 2"),
        dict.fromkeys(
            VoteForm,
            "Indstillingens punkt 2: Punktet bortfaldt på grund af stemmelighed (4 for, 4 imod, 1 undlod at stemme).",
        ),
    ),
    Case(
        "an amendment that is lost",
        by_name(
            VoteSubject.AMENDMENT, "Sanne Brix", Merete=AGAINST, Aksel=AGAINST, Tove=AGAINST, Karl=AGAINST, Ida=AGAINST
        ),
        {
            NUMBERS: "Ændringsforslag fra Sanne Brix: 2 stemte for (Sanne Brix og Palle Nørre), og 5 stemte imod. "
            "Ændringsforslaget blev dermed forkastet.",
            NAMES: "Ændringsforslag fra Sanne Brix: For stemte Sanne Brix og Palle Nørre. Imod stemte Merete Aaby, "
            "Aksel Ravn Lund, Tove Holm Skov, Karl Emil Dyhr og Ida Vester. Ændringsforslaget blev dermed forkastet.",
            PARTIES: "Ændringsforslag fra Sanne Brix: For stemte V (2). Imod stemte A, B og C (5). "
            "Ændringsforslaget blev dermed forkastet.",
            MAJORITY: "Ændringsforslag fra Sanne Brix: Et flertal bestående af A, B og C stemte imod. "
            "Et mindretal bestående af V stemte for. Ændringsforslaget blev dermed forkastet.",
        },
    ),
    Case(
        "an amendment that nobody is for",
        by_number(0, 6, 1, subject=VoteSubject.AMENDMENT, about="om en kortere frist"),
        {
            NUMBERS: "Ændringsforslag om en kortere frist: Ingen stemte for, 6 stemte imod, og 1 undlod at stemme. "
            "Ændringsforslaget blev dermed forkastet.",
            NAMES: "Ændringsforslag om en kortere frist: Ingen stemte for, 6 stemte imod, og 1 undlod at stemme. "
            "Ændringsforslaget blev dermed forkastet.",
            PARTIES: "Ændringsforslag om en kortere frist: Ingen stemte for, 6 stemte imod, og 1 undlod at stemme. "
            "Ændringsforslaget blev dermed forkastet.",
            MAJORITY: "Ændringsforslag om en kortere frist: Et flertal på 6 stemte imod. 1 undlod at stemme. "
            "Ændringsforslaget blev dermed forkastet.",
        },
    ),
    Case(
        "an amendment that all are for",
        by_number(7, 0, subject=VoteSubject.AMENDMENT, about="Ida Vester"),
        dict.fromkeys(VoteForm, "Ændringsforslag fra Ida Vester: Enstemmigt vedtaget."),
    ),
    Case(
        "the debate is closed",
        by_number(6, 3, subject=VoteSubject.PROCEDURE, about="lukning af debatten"),
        {
            NUMBERS: "Afstemning om lukning af debatten: 6 stemte for, og 3 stemte imod. "
            "Forslaget blev dermed vedtaget.",
            NAMES: "Afstemning om lukning af debatten: 6 stemte for, og 3 stemte imod. Forslaget blev dermed vedtaget.",
            PARTIES: "Afstemning om lukning af debatten: 6 stemte for, og 3 stemte imod. "
            "Forslaget blev dermed vedtaget.",
            MAJORITY: "Afstemning om lukning af debatten: Et flertal på 6 stemte for, og et mindretal på 3 stemte "
            "imod. Forslaget blev dermed vedtaget.",
        },
    ),
    Case(
        "a postponement that lapses",
        by_number(4, 4, subject=VoteSubject.PROCEDURE, about="udsættelse af sagen"),
        dict.fromkeys(
            VoteForm,
            "Afstemning om udsættelse af sagen: Forslaget bortfaldt på grund af stemmelighed (4 for, 4 imod).",
        ),
    ),
    Case(
        "one point of the recommendation",
        by_number(3, 4, about="indstillingens punkt 2"),
        {
            NUMBERS: "Indstillingens punkt 2: 3 stemte for, og 4 stemte imod. Punktet blev dermed forkastet.",
            NAMES: "Indstillingens punkt 2: 3 stemte for, og 4 stemte imod. Punktet blev dermed forkastet.",
            PARTIES: "Indstillingens punkt 2: 3 stemte for, og 4 stemte imod. Punktet blev dermed forkastet.",
            MAJORITY: "Indstillingens punkt 2: Et flertal på 4 stemte imod, og et mindretal på 3 stemte for. "
            "Punktet blev dermed forkastet.",
        },
    ),
    Case(
        "two points of the recommendation",
        by_number(3, 4, about="indstillingens punkt 1 og 3"),
        {
            **dict.fromkeys(
                VoteForm,
                "Indstillingens punkt 1 og 3: 3 stemte for, og 4 stemte imod. Punkterne blev dermed forkastet.",
            ),
            MAJORITY: "Indstillingens punkt 1 og 3: Et flertal på 4 stemte imod, og et mindretal på 3 stemte for. "
            "Punkterne blev dermed forkastet.",
        },
    ),
    Case(
        "a row of points in a tie",
        by_number(4, 4, about="indstillingens punkt a–c"),
        dict.fromkeys(
            VoteForm, "Indstillingens punkt a–c: Punkterne bortfaldt på grund af stemmelighed (4 for, 4 imod)."
        ),
    ),
    Case(
        "one point with a change of it",
        by_number(5, 4, 0, about="punkt 2 om en kortere og lettere frist", casting=FOR),
        {
            **dict.fromkeys(
                VoteForm,
                "Punkt 2 om en kortere og lettere frist: 5 stemte for, og 4 stemte imod. Punktet blev dermed godkendt.",
            ),
            MAJORITY: "Punkt 2 om en kortere og lettere frist: Et flertal på 5 stemte for, og et mindretal på 4 "
            "stemte imod. Punktet blev dermed godkendt.",
        },
    ),
    Case(
        "parties counted as one",
        by_list(A=(FOR, 4), B=(FOR, 1), V=(FOR, 2), C=(AGAINST, 2)),
        {
            NUMBERS: "7 stemte for, og 2 stemte imod (C).",
            NAMES: "For stemte A, B og V. Imod stemte C.",
            PARTIES: "For stemte A, B og V (7). Imod stemte C (2).",
            MAJORITY: "Et flertal bestående af A, B og V stemte for. Et mindretal bestående af C stemte imod.",
        },
    ),
    Case(
        "one alone against many",
        by_number(6, 1, 1),
        {
            NUMBERS: "6 stemte for, 1 stemte imod, og 1 undlod at stemme.",
            NAMES: "6 stemte for, 1 stemte imod, og 1 undlod at stemme.",
            PARTIES: "6 stemte for, 1 stemte imod, og 1 undlod at stemme.",
            MAJORITY: "Et flertal på 6 stemte for, og 1 stemte imod. 1 undlod at stemme.",
        },
    ),
    Case(
        "one alone for, by name",
        by_name(Merete=ABSTAIN, Aksel=ABSTAIN, Tove=ABSTAIN, Sanne=ABSTAIN, Palle=ABSTAIN, Karl=ABSTAIN),
        {
            NUMBERS: "1 stemte for (Ida Vester), og 6 undlod at stemme.",
            NAMES: "For stemte Ida Vester. Merete Aaby, Aksel Ravn Lund, Tove Holm Skov, Sanne Brix, Palle Nørre og "
            "Karl Emil Dyhr undlod at stemme.",
            PARTIES: "For stemte C (1). A, V og B undlod at stemme (6).",
            MAJORITY: "For stemte C (1). A, V og B undlod at stemme (6).",
        },
    ),
    Case(
        "an amendment by somebody with an office",
        by_number(7, 0, subject=VoteSubject.AMENDMENT, about="formanden"),
        dict.fromkeys(VoteForm, "Ændringsforslag fra formanden: Enstemmigt vedtaget."),
    ),
    Case(
        "an amendment by what it wants",
        by_number(7, 0, subject=VoteSubject.AMENDMENT, about="kortere frist."),
        dict.fromkeys(VoteForm, "Ændringsforslag om kortere frist: Enstemmigt vedtaget."),
    ),
    Case(
        "an amendment that begins as a sentence does",
        by_number(0, 7, subject=VoteSubject.AMENDMENT, about="Om en kortere frist"),
        dict.fromkeys(VoteForm, "Ændringsforslag om en kortere frist: Enstemmigt forkastet."),
    ),
    Case(
        "an amendment by its number",
        by_number(7, 0, subject=VoteSubject.AMENDMENT, about="2"),
        dict.fromkeys(VoteForm, "Ændringsforslag 2: Enstemmigt vedtaget."),
    ),
    Case(
        "a procedure that is asked about as one speaks",
        by_number(7, 0, subject=VoteSubject.PROCEDURE, about="om udsættelse af sagen"),
        dict.fromkeys(VoteForm, "Afstemning om udsættelse af sagen: Enstemmigt vedtaget."),
    ),
    Case(
        "everybody abstains",
        by_number(0, 0, 5),
        dict.fromkeys(VoteForm, "5 undlod at stemme."),
    ),
    Case(
        "one for, the others abstain",
        by_number(1, 0, 3, about="punkt 1"),
        {
            NUMBERS: "Punkt 1: 1 stemte for, og 3 undlod at stemme. Punktet blev dermed godkendt.",
            NAMES: "Punkt 1: 1 stemte for, og 3 undlod at stemme. Punktet blev dermed godkendt.",
            PARTIES: "Punkt 1: 1 stemte for, og 3 undlod at stemme. Punktet blev dermed godkendt.",
            MAJORITY: "Punkt 1: 1 stemte for, og 3 undlod at stemme. Punktet blev dermed godkendt.",
        },
    ),
)
