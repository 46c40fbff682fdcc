"""What happened, written down by hand: how it must stand in the archive."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.live.board import (
    ADDED,
    AGENDA,
    AKSEL,
    ANY_OTHER,
    BENT,
    BUDGET,
    DORTE,
    ESTATE,
    GERDA,
    HANNE,
    HEARING,
    HOUSE,
    IDA,
    INGER,
    KARL,
    LAST_TIME,
    LONE,
    MERETE,
    MOGENS,
    NEWS,
    NIGHT_DOCTOR,
    NURSING,
    PALLE,
    RECRUITING,
    SANNE,
    SIGNE,
    TROELS,
    YOUNG,
)
from tests.live.looking import Seen
from tests.live.script import PROMISE
from tests.live.votes import DISSENT

ORDER = [
    AGENDA,
    LAST_TIME,
    NURSING,
    BUDGET,
    NIGHT_DOCTOR,
    HOUSE,
    YOUNG,
    RECRUITING,
    ESTATE,
    HEARING,
    NEWS,
    ADDED,
    ANY_OTHER,
]
BY_NAME = dict.fromkeys((MERETE, AKSEL, PALLE, INGER, IDA, MOGENS, DORTE), "for") | {
    SANNE: "against",
    LONE: "against",
    BENT: "abstain",
}
AMENDMENT = dict.fromkeys((MERETE, GERDA, INGER, MOGENS, AKSEL, IDA, PALLE, BENT, DORTE), "against") | dict.fromkeys(
    (SANNE, LONE), "for"
)
MAIN = dict.fromkeys(AMENDMENT, "for") | {LONE: "against"}

OF_THE_MEETING: Mapping[str, Callable[[Seen], object]] = {
    "begun at 13:00": lambda seen: seen.meeting.start_actual == "13:00",
    "over at 13:40": lambda seen: seen.meeting.end_actual == "13:40",
    "the items in the order in which they were treated": lambda seen: [item.title for item in seen.items()] == ORDER,
    "the numbers of the two items that changed places stay": lambda seen: (
        (seen.item(YOUNG).moved_from or seen.item(YOUNG).number_text) == "8"
        and (seen.item(RECRUITING).moved_from or seen.item(RECRUITING).number_text) == "7"
    ),
    "one item is added late": lambda seen: [item.title for item in seen.items() if item.added_late] == [ADDED],
    "one item is closed": lambda seen: [one.title for one in seen.items() if one.access.value == "closed"] == [ESTATE],
    "one item is postponed": lambda seen: (
        [one.title for one in seen.items() if one.status.value == "postponed"] == [HEARING]
    ),
    "every other item is done": lambda seen: (
        {one.title for one in seen.items() if one.status.value == "done"} == {*ORDER} - {HEARING}
    ),
    "a break from 13:33 to 13:34": lambda seen: (
        [(one.began[:5], (one.ended or "")[:5]) for one in seen.spent(None)] == [("13:33", "13:34")]
    ),
    "the third item from 13:05 to 13:10": lambda seen: (
        [(one.began[:5], (one.ended or "")[:5]) for one in seen.spent(NURSING)] == [("13:05", "13:10")]
    ),
}
OF_PEOPLE: Mapping[str, Callable[[Seen], object]] = {
    "24 people and two stand-ins": lambda seen: len(seen.people()) == 26,
    "Troels Vang has sent apologies": lambda seen: seen.person(TROELS).status.value == "absent_notified",
    "Signe Havreager has sent apologies": lambda seen: seen.person(SIGNE).status.value == "absent_notified",
    "Dorte Bak stands in for her": lambda seen: seen.person(DORTE).stands_in_for_id == seen.person(SIGNE).id,
    "Bent Overby came at 13:04": lambda seen: _moved(seen, LAST_TIME, BENT) == ("late", "13:04", None),
    "Hanne Rosing came at 13:07": lambda seen: _moved(seen, NURSING, HANNE) == ("late", "13:07", None),
    "Lone Kjærsig came at 13:11": lambda seen: _moved(seen, BUDGET, LONE) == ("late", "13:11", None),
    "Gerda Holm Friis left at 13:14": lambda seen: _moved(seen, NIGHT_DOCTOR, GERDA) == ("left_early", None, "13:14"),
    "Gerda Holm Friis was back at 13:20": lambda seen: _moved(seen, HOUSE, GERDA) == ("late", "13:20", None),
    "Palle Nørre was disqualified": lambda seen: _moved(seen, HOUSE, PALLE)[0] == "disqualified",
    "Karl Emil Strand stood in at that item": lambda seen: _moved(seen, HOUSE, KARL)[0] == "substituting",
}
OF_DECISIONS: Mapping[str, Callable[[Seen], object]] = {
    "the agenda is approved": lambda seen: _outcome(seen, AGENDA) == "approved",
    "the three points on nursing are approved": lambda seen: set(seen.outcomes(NURSING).values()) == {"approved"},
    "the points of the budget differ": lambda seen: (
        seen.outcomes(BUDGET) == {1: "approved", 2: "postponed", 3: "approved"}
    ),
    "the placing of the house is approved": lambda seen: _outcome(seen, HOUSE) == "approved",
    "the counselling is discussed": lambda seen: _outcome(seen, YOUNG) == "discussed",
    "the closed item is approved": lambda seen: _outcome(seen, ESTATE) == "approved",
    "the hearing is postponed": lambda seen: _outcome(seen, HEARING) == "postponed",
    "the vote by name": lambda seen: [seen.casts(vote) for vote in seen.votes(NIGHT_DOCTOR)] == [BY_NAME],
    "the amendment and the recommendation": lambda seen: (
        [(vote.subject.value, seen.casts(vote)) for vote in seen.votes(RECRUITING)]
        == [("amendment", AMENDMENT), ("main", MAIN)]
    ),
    "who moved the amendment": lambda seen: seen.votes(RECRUITING)[0].about == LONE,
    "the dissent": lambda seen: (
        [(one.kind.value, one.text, one.attendance_id) for one in seen.statements(NIGHT_DOCTOR)]
        == [("dissent", DISSENT, seen.person(SANNE).id)]
    ),
    "the promise": lambda seen: (
        [(one.text, one.due_precision.value) for one in seen.follow_ups(NURSING)] == [(PROMISE, "next_meeting")]
    ),
    "who promised": lambda seen: seen.follow_ups(NURSING)[0].responsible == ("Pernille Stenvad",),
    "read aloud at 13:09": lambda seen: _read_aloud(seen) == "13:09",
}


def _moved(seen: Seen, title: str, name: str) -> tuple[str, str | None, str | None]:
    noted = seen.at_item(title, name)
    return (noted.status.value, noted.from_time, noted.to_time) if noted else ("", None, None)


def _outcome(seen: Seen, title: str) -> str:
    decision = seen.decision(title)
    return decision.outcome.value if decision else ""


def _read_aloud(seen: Seen) -> str | None:
    decision = seen.decision(NURSING)
    return decision.read_aloud_at if decision else None
