"""Notes beside a name: who was away, came late or left early."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.dates import find_time

_ITEM = r"(?:behandlingen af )?(?:dagsordens)?(?:punkt(?:et|erne)?|pkt|sag(?:en|erne)?)\b\.?.*"
_STATUSES: tuple[tuple[str, AttendanceStatus], ...] = (
    (r"(?:ind)?kaldt,?(?: men)? mødte ikke(?: op)?", AttendanceStatus.CALLED_NOT_MET),
    (
        r"(?:(?:fravær(?:ende)?|udeblev(?:et)?|afbud) )?uden (?:forudgående )?(?:lovligt forfald"
        r"|afbud)|ikke (?:meldt )?afbud",
        AttendanceStatus.ABSENT_UNNOTIFIED,
    ),
    (
        rf"(?:deltog ikke|ikke til ?stede|fravær(?:ende)?|afbud|inhabil) (?:i|under|ved|til|på|fra kl\b"
        rf"|kl\b|efter|indtil) ?{_ITEM}",
        AttendanceStatus.PARTIAL,
    ),
    (
        r"(?:fravær(?:ende)?|afbud) (?:fra|til|efter|indtil|i|under) (?:kl\.?|pkt|punkt|de )?.*\d.*",
        AttendanceStatus.PARTIAL,
    ),
    (
        r"(?:(?:har |havde |er |var )?(?:meldt |melder |sendt |med )?|fravær(?:ende)? (?:med|pga\.?|grundet) )"
        r"(?:afbud|framelding|frameldt|afmeldt|forhindret|forfald|orlov|barsel|sygemeldt|ferie)\b.*",
        AttendanceStatus.ABSENT_NOTIFIED,
    ),
    (
        r"(?:er |var )?(?:fravær(?:ende)?|fraværd|ikke til ?stede|ikke mødt|deltog ikke|deltager ikke"
        r"|ej mødt|ej til ?stede"
        r"|mødte ikke|udeblev(?:et)?|syg|sygdom)\b.*",
        AttendanceStatus.ABSENT,
    ),
    (
        r"(?:(?:deltog|deltager|med|mødte|er med) )?(?:virtuelt|online|digitalt|(?:via|på"
        r"|over) (?:ms )?(?:teams|video|skype|zoom"
        r"|telefon|link|skærm)\w*|teams|videolink|fjerndeltagelse|hybridt)\b.*",
        AttendanceStatus.REMOTE,
    ),
    (
        rf"(?:(?:deltog|deltager|til ?stede|med|var med|mødte) )?(?:kun |delvist |alene )?(?:i|under"
        rf"|ved|til|på|for)?\s*{_ITEM}",
        AttendanceStatus.PARTIAL,
    ),
    (r"(?:deltog|deltager|til stede) (?:delvist|kun)\b.*|delvist", AttendanceStatus.PARTIAL),
    (
        r"(?:ankom|mødte|kom|ankommer|tilsluttede sig|tiltrådte|indtrådte|deltog|deltager|til ?stede|med|fremmødt) ?"
        r"(?:til mødet |mødet |senere |ind |først )*(?:kl\b\.?|klokken|fra|efter|under|ved|med|omkring"
        r"|senere|i|først).*"
        r"|ankom .*|kom senere|forsinket.*|(?:fra|fr\.|efter) (?:ca\. )?(?:kl\b\.?|klokken|punkt|pkt|\d).*",
        AttendanceStatus.LATE,
    ),
    (
        r"(?:forlod|gik|forlader|går|udtrådte|fratrådte|forlod mødet|måtte gå) ?.*"
        r"|(?:til|indtil|frem til) (?:ca\. )?(?:kl\b\.?|klokken|punkt|pkt|\d).*"
        r"|(?:deltog|deltager|til ?stede|med) (?:til|indtil|frem til).*",
        AttendanceStatus.LEFT_EARLY,
    ),
    (r"vakant|ubesat|ledig(?: plads)?|ikke besat|vakance", AttendanceStatus.VACANT),
    (r"(?:var |er )?(?:til ?stede|mødt|deltog|fremmødt|deltager|present|ja)", AttendanceStatus.PRESENT),
)
_STATUS = tuple((re.compile(pattern, re.IGNORECASE), status) for pattern, status in _STATUSES)
_FIRST = frozenset(
    [
        "afbud",
        "afmeldt",
        "ankom",
        "ankommer",
        "barsel",
        "delvist",
        "deltager",
        "deltog",
        "digitalt",
        "efter",
        "ej",
        "er",
        "fjerndeltagelse",
        "forfald",
        "forhindret",
        "forlader",
        "forlod",
        "forsinket",
        "fra",
        "framelding",
        "frameldt",
        "fratrådte",
        "fravær",
        "fraværd",
        "fraværende",
        "frem",
        "fremmødt",
        "fr.",
        "gik",
        "går",
        "har",
        "havde",
        "hybridt",
        "i",
        "ikke",
        "indkaldt",
        "indtil",
        "indtrådte",
        "inhabil",
        "kaldt",
        "kl",
        "kl.",
        "klokken",
        "kom",
        "kun",
        "ledig",
        "med",
        "meldt",
        "mødt",
        "mødte",
        "måtte",
        "online",
        "orlov",
        "over",
        "pkt",
        "pkt.",
        "punkt",
        "punkterne",
        "på",
        "sygemeldt",
        "syg",
        "sygdom",
        "teams",
        "til",
        "tilstede",
        "tilsluttede",
        "tiltrådte",
        "ubesat",
        "udeblev",
        "udeblevet",
        "uden",
        "udtrådte",
        "under",
        "vakance",
        "vakant",
        "var",
        "ved",
        "via",
        "videolink",
        "virtuelt",
        "ferie",
        "alene",
    ]
)
_LEAVES = re.compile(
    r"\b(?:forlod|forlader|gik|går|indtil|frem til|udtrådte|fratrådte|måtte gå|til(?= (?:ca\. )?(?:kl\b|\d)))",
    re.IGNORECASE,
)
LONGEST_NOTE = 160


@dataclass(frozen=True, slots=True)
class PresenceNote:
    """What a note says of somebody's presence; times as "HH:MM"."""

    status: AttendanceStatus
    arrived_at: str | None = None
    left_at: str | None = None


def may_be_presence(first_word: str) -> bool:
    return first_word.casefold().rstrip(":,") in _FIRST


@lru_cache(maxsize=4096)
def presence_in(note: str) -> PresenceNote | None:
    """What the words of a note, without its brackets, say of presence; None where they say nothing of it."""
    flat = " ".join(note.split()).strip(" .,")
    if not flat or len(flat) > LONGEST_NOTE:
        return None
    status = next((status for pattern, status in _STATUS if pattern.fullmatch(flat)), None)
    if status is None:
        return _span_of(flat)
    leaves = _LEAVES.search(flat)
    before, after = (flat[: leaves.start()], flat[leaves.start() :]) if leaves else (flat, "")
    came, went = find_time(before), find_time(after)
    if came is not None and came.end is not None:
        return PresenceNote(status, came.start, came.end)
    if status is AttendanceStatus.LEFT_EARLY and came is not None:
        status = AttendanceStatus.PARTIAL
    return PresenceNote(status, came.start if came else None, went.start if went else None)


def _span_of(flat: str) -> PresenceNote | None:
    """A bare span of the clock: "kl. 13.00-14.30"."""
    time = find_time(flat)
    if (
        time is None
        or time.at > 3
        or time.end is None
        or re.search(r"[^\W\d]{3}", flat.casefold().replace("klokken", ""))
    ):
        return None
    return PresenceNote(AttendanceStatus.PARTIAL, time.start, time.end)
