"""The title of minutes: a word for what they are, the board, and the day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from referatdesk.documents.reading.head.head_lines import header_fact
from referatdesk.documents.reading.head.rows import Row
from referatdesk.domain.codes import MeetingKind
from referatdesk.domain.dates import MONTH_WORD, find_date, find_time

_KIND_OF_PAPER = (
    r"(?:udkast til\s+|kladde til\s+|revideret\s+)?"
    r"(?:(?:åben|åbent|åbne|lukket|kort|godkendt|foreløbigt|endeligt|offentligt)\s+)?"
    r"(?:(?:beslutnings|møde|kort|proces)?referat|(?:beslutnings|møde|forhandlings)?protokol"
    r"|(?:beslutnings|møde)?dagsorden"
    r"|ref\.(?= (?:\w*møde|fra|af|vedr))"
    r"|mødenoter|noter(?= fra \w*møde)"
    r"|(?:møde)?indkaldelse|mødenotat|beslutningslog|minutes|agenda|skriftlig (?:behandling|procedure|høring))"
)
_TITLE = re.compile(rf"{_KIND_OF_PAPER}(?:\s+(?:og|med)\s+referat)?(?:\s*[-–:,]\s*|\s+|$)", re.IGNORECASE)
_ONLY_KIND = re.compile(rf"(?:revideret |ny )?{_KIND_OF_PAPER}(?:\s+(?:og|med)\s+referat)?\s*[-–:]*", re.IGNORECASE)
_OPEN_KIND = re.compile(rf"{_KIND_OF_PAPER}\s+(?:af|fra|for|til)(?:\s+møde(?:t)?(?:\s+i)?)?\s*[-–:]*", re.IGNORECASE)
_KIND_BEHIND = re.compile(
    rf"\s*(?:[-–,:]\s*|\s){_KIND_OF_PAPER}(?:\s+(?:fra|af|for|til))?(?:\s+møde[t]?)?[\s,–-]*$", re.IGNORECASE
)
_NUMBER_BEHIND = re.compile(r"[\s,–-]+møde\s+(?:nr\.?\s*)?\d{1,3}$", re.IGNORECASE)
_MONTH_BEHIND = re.compile(rf" i (?:{MONTH_WORD})(?: \d{{4}})?$", re.IGNORECASE)
_NOT_THIS = re.compile(r"\b(?:sidste|seneste|forrige|tidligere|foregående)\b", re.IGNORECASE)
_MEETING_OF = re.compile(
    r"(?:\w+\s+){0,3}?(?:bestyrelses|udvalgs|råds|byråds|klynge|styregruppe|med-?|hoved)?møde\s+"
    r"(?:nr\.?\s*\d{1,3}(?:[/.-]\d{2,4})?\s+)?(?:i|for|med)\s+\S",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    r"[\s,–:-]*(?:\b(?:den|d\.|på|afholdt(?: den)?|fra|dato|holdt(?: den)?))?[\s,–:-]*$",
    re.IGNORECASE,
)
_MEETING_WORD = re.compile(r"(?P<board>[A-ZÆØÅ]\w{3,}?)s?møde", re.IGNORECASE)
_LEADING = frozenset({"af", "på", "fra", "for", "til", "over", "vedr.", "vedrørende", "i", "nr.", "-", "–", ":"})
_BETWEEN = frozenset(
    [
        "det",
        "den",
        "et",
        "de",
        "ordinært",
        "ordinære",
        "ekstraordinært",
        "ekstraordinære",
        "konstituerende",
        "politisk",
        "politiske",
        "virtuelt",
        "virtuelle",
        "fælles",
        "fysisk",
        "fysiske",
        "åbent",
        "åbne",
        "lukket",
        "digitalt",
        "nr.",
        "administrativt",
        "strategisk",
        "skriftligt",
        "1.",
        "afholdt",
        "afviklet",
        "første",
    ]
)
_MEETING = frozenset({"møde", "mødet", "fællesmøde", "udvalgsmøde", "bestyrelsesmøde", "rådsmøde", "møder"})
_AFTER_MEETING = frozenset({"i", "på", "for", "med", "mellem", "af", "hos", "nr."})
_BOARD_WORD = re.compile(
    r"(?:udvalg(?:et)?|råd(?:et)?|klynge(?:n)?|\w*gruppe(?:n)?|forum|bestyrelse(?:n)?"
    r"|kommunalbestyrelse(?:n)?|organisation(?:en)?|forening(?:en)?"
    r"|nævn(?:et)?|kommission(?:en)?|magistrat(?:en)?|direktion(?:en)?|netværk(?:et)?|med|hmu|lmu"
    r"|smu|kkr|klu|\w*board(?:et)?|team(?:et)?|kreds(?:en)?|laug(?:et)?)$",
    re.IGNORECASE,
)
_KINDS = (
    (re.compile(r"ekstraordinær", re.IGNORECASE), MeetingKind.EXTRAORDINARY),
    (re.compile(r"konstituerende", re.IGNORECASE), MeetingKind.CONSTITUTING),
    (re.compile(r"fællesmøde|fælles møde", re.IGNORECASE), MeetingKind.JOINT),
    (re.compile(r"\bseminar|temadag|døgnmøde|studietur", re.IGNORECASE), MeetingKind.SEMINAR),
    (re.compile(r"skriftlig (?:behandling|procedure|votering|høring)", re.IGNORECASE), MeetingKind.WRITTEN),
    (re.compile(r"\b(?:videomøde|virtuelt møde|teamsmøde|onlinemøde)", re.IGNORECASE), MeetingKind.VIRTUAL),
    (re.compile(r"\bordinær(?:t|e)?\b", re.IGNORECASE), MeetingKind.ORDINARY),
)
LONGEST_TITLE = 400
LONGEST_BOARD = 120


def is_title(flat: str) -> bool:
    if not flat or len(flat) > LONGEST_TITLE or not flat[0].isupper() or _NOT_THIS.search(flat):
        return False
    return _TITLE.match(flat) is not None or (_KIND_BEHIND.search(flat) is not None and find_date(flat) is not None)


def meeting_kind(*texts: str) -> MeetingKind | None:
    """What sort of meeting the words say it was; None where they say nothing."""
    return next((kind for text in texts for pattern, kind in _KINDS if pattern.search(text)), None)


_NUMBERED_MEETING = re.compile(
    r"(?:\w+ (?:fra|af) )?(?:det )?(?:(?-i:[a-zæøå]+) )?(?:bestyrelses|udvalgs|råds|styregruppe|gruppe)?møde(?:t)?"
    r"(?: (?:nr\. ?)?\d{1,3}(?:[/.-]\d{2,4})?)?",
    re.IGNORECASE,
)
"""A title that says which meeting of a row it was, and not whose."""


def is_only_kind(title: str) -> bool:
    """Whether a title only says what paper it is, so that the board's name stands beside it."""
    return _ONLY_KIND.fullmatch(title) is not None or tells_only_number(title)


def tells_only_number(title: str) -> bool:
    return len(title) <= LONGEST_BOARD and _NUMBERED_MEETING.fullmatch(title) is not None and " " in title


def names_board(text: str) -> bool:
    """Whether a line could be the name of a board, and nothing else."""
    words = text.split() if len(text) <= LONGEST_TITLE else []
    if (
        not 0 < len(words) <= 12
        or text.count(" / ") > 1
        or not text[0].isupper()
        or text.endswith((".", ":"))
        or header_fact(text) is not None
    ):
        return False
    return any(_BOARD_WORD.search(word.strip("(),")) for word in words)


def title_span(rows: Sequence[Row]) -> tuple[int, int]:
    """From which to which row the title goes; no rows where there is none."""
    at = _title_at(rows)
    if at is None:
        return 0, 0
    end = at + 1
    while end < len(rows) and _title_goes_on(rows[at:end], rows[end]):
        end += 1
    return at, end


def _title_at(rows: Sequence[Row]) -> int | None:
    first_fact = next((at for at, row in enumerate(rows) if header_fact(row.text)), len(rows))
    tests = (
        (lambda row: is_title(row.text), len(rows)),
        (lambda row: row.heading == 0, len(rows)),
        (lambda row: tells_only_number(row.text), first_fact),
        (lambda row: len(row.text) <= LONGEST_TITLE and _MEETING_OF.match(row.text) is not None, first_fact),
        (lambda row: names_board(_undated(row.text)) and find_date(row.text) is not None, first_fact),
        (
            lambda row: (
                len(row.text) <= LONGEST_TITLE and find_date(row.text) is not None and find_time(row.text) is None
            ),
            first_fact,
        ),
        (lambda row: names_board(row.text) or _MEETING_WORD.fullmatch(row.text) is not None, first_fact),
    )
    for test, end in tests:
        at = next((at for at, row in enumerate(rows[:end]) if test(row)), None)
        if at is not None:
            return at
    return None


def _undated(text: str) -> str:
    found = find_date(text) if len(text) <= LONGEST_TITLE else None
    return text if found is None else _BEFORE_DATE.sub("", text[: found.start])


def _title_goes_on(title: Sequence[Row], row: Row) -> bool:
    if header_fact(row.text) is not None or len(title) >= 4 or len(row.text) >= 150:
        return False
    if row.heading == 0 and title[-1].heading == 0:
        return True
    text = " ".join(one.text for one in title)
    if find_date(text) is not None or find_time(row.text) is not None:
        return False
    if _OPEN_KIND.fullmatch(text) is not None:
        return True
    if is_only_kind(text):
        return False
    near = row.blank_before == 0 and not row.new
    return near and (find_date(row.text) is None or row.text[0].islower())


def board_in(title: str) -> str | None:
    """The name of the board, without the words for the paper, the meeting and the day around it."""
    if len(title) > LONGEST_TITLE:
        return None
    if tells_only_number(title):
        return None
    titled = find_date(title)
    match = _TITLE.match(title)
    if titled is not None and (match is None or titled.start >= match.end()):
        before, behind = title[: titled.start], title[titled.end :]
    elif titled is not None:
        before, behind = title, ""
    else:
        time = find_time(title)
        before, behind = (title[: time.at], "") if time is not None else (title, "")
    board = _bare_board(before)
    if board:
        return board
    time = find_time(behind)
    rest = re.sub(r"^[\s,–-]*(?:(?:i|for)\s+)?", "", behind[time.stop :] if time is not None else behind)
    return _bare_board(rest) if names_board(_bare_board(rest)) else None


def _bare_board(text: str) -> str:
    match = _TITLE.match(text)
    named = _BEFORE_DATE.sub("", _MONTH_BEHIND.sub("", text[match.end() :] if match is not None else text))
    words = _NUMBER_BEHIND.sub("", _KIND_BEHIND.sub("", named)).split()
    words = words[_after_meeting(words) :]
    if len(words) > 1 and words[-1].casefold().strip(",") in _MEETING:
        words = [*words[:-2], words[-2].removesuffix("s")]
    name = " ".join(words).strip(" ,–-:")
    alone = _MEETING_WORD.fullmatch(name)
    name = alone["board"] if alone is not None else name
    name = re.sub(r"\s*\((?:åben|åbent|lukket)\)$", "", name)
    is_name = any(sign.isalpha() for sign in name) and name.casefold() not in _MEETING
    return name if is_name and len(name) <= LONGEST_BOARD else ""


def _after_meeting(words: Sequence[str]) -> int:
    """Where the name begins behind words such as "af ordinært møde i"."""
    plain = [word.casefold().strip(",") for word in words]
    at = 0
    while at < len(plain) and plain[at] in _LEADING:
        at += 1
    end = at
    while end < len(plain) and (plain[end] in _BETWEEN or re.fullmatch(r"\d{1,3}(?:[./]\d{2,4}|\.)?", plain[end])):
        end += 1
    if end < len(plain) and plain[end] in _MEETING:
        end += 1
        while end < len(plain) and (
            plain[end] in _AFTER_MEETING or re.fullmatch(r"\d{1,3}(?:[./]\d{2,4})?", plain[end])
        ):
            end += 1
        return end
    return at
