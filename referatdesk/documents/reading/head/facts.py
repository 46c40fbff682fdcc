"""What the lines of a head say of the meeting: day, time, place, numbers, board, sender."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from referatdesk.documents.reading.draft import Doubt, DraftHead
from referatdesk.documents.reading.head.head_lines import Entry, Fact
from referatdesk.documents.reading.head.title import board_in, is_only_kind, meeting_kind, names_board
from referatdesk.documents.reading.head.when import When, when_of
from referatdesk.domain.dates import MONTH_WORD, find_date, find_time

_VIRTUAL = re.compile(
    r"\b(?:virtuel\w*|online\w*|(?:ms )?teams\w*|video\w*|zoom|skype|webex|fjernmøde|hybrid\w*)\b", re.IGNORECASE
)
_WRITTEN = re.compile(
    rf"(?P<place>[A-ZÆØÅ][\w.-]+(?: [\w.-]+){{0,2}}?),? (?:(?:den"
    rf"|d\.) )?(?P<month>(?:\d{{1,2}}\. )?(?:{MONTH_WORD}) \d{{4}})\.?",
    re.IGNORECASE,
)
_OF_A_MEETING = re.compile(r"\w(?:råd|udvalg|bestyrelse|klynge|gruppe|forum)\w*s møde\b|\bmøde i ")
_POSTCODE = re.compile(r"(?<!\d)\d{4} [A-ZÆØÅ]")
_STREET = re.compile(
    r"(?:vej|gade|vænge|torv(?:et)?|allé|alle|plads(?:en)?|stræde|boulevard|parken) \d{1,3}\b", re.IGNORECASE
)
_PLACE_WORD = re.compile(
    r"\b(?:lokale|mødelokale|mødesal|byrådssal|rådhus|regionshus|kantine|bibliotek|kulturhus"
    r"|konference|hotel|auditori)\w*"
    r"|(?:salen|\w(?:huset|centret|skole|skolen|hospital|rådhus|sygehus))\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[\s,.]*(?:i|på) (?P<place>\S.{2,80}?)\.?")
_ASIDE = re.compile(r"\s*\([^()]*(?:\bkl\b|\d{4})[^()]*\)[\s.]*$")
_NUMBERS = re.compile(r"\s*/\s+|\s+/\s*|\s*[;,]\s*|\s+og\s+|\s+(?=[A-ZÆØÅ])")


LONGEST_NAME = 100
LONGEST_PLACE = 300


class HeadFacts:
    """The entries of a head by what they are about; remembers which of them a field holds in full."""

    def __init__(self, title: str, entries: Sequence[Entry], title_line: int = 0) -> None:
        self.title_line = title_line
        self.title = title
        self.entries = tuple(entries)
        self._held: set[int] = set()

    def of(self, fact: Fact) -> list[Entry]:
        return [one for one in self.entries if one.fact is fact]

    def first(self, *facts: Fact) -> Entry | None:
        return next((one for one in self.entries if one.fact in facts and one.lines), None)

    def value(self, *facts: Fact) -> str | None:
        """The value of the first entry of these facts, which is held from now on."""
        entry = self.first(*facts)
        return None if entry is None else self.hold(entry).value

    def hold(self, entry: Entry) -> Entry:
        self._held.add(id(entry))
        return entry

    def is_held(self, entry: Entry) -> bool:
        return id(entry) in self._held

    def below_title(self) -> Entry | None:
        """A short line without a label right below the title."""
        below = next((one for one in self.entries if one.place.line_from > self.title_line), None)
        if below is None or below.label or self.is_held(below) or len(below.value) > LONGEST_NAME:
            return None
        return below if find_date(below.value) is None and find_time(below.value) is None else None

    def loose(self) -> list[Entry]:
        """The lines without a label that nothing holds yet."""
        return [one for one in self.entries if not one.label and not self.is_held(one)]


def head_of(facts: HeadFacts) -> tuple[DraftHead, tuple[Doubt, ...]]:
    """The fields of the head; the lines and those who were there are for the caller to add."""
    written = _written(facts)
    when = when_of(facts.title, facts.entries, facts.loose())
    for entry in when.held:
        facts.hold(entry)
    place = _bare_place(facts.value(Fact.PLACE) or when.place or _loose_place(facts) or _place_in_title(facts.title))
    head = DraftHead(
        title=facts.title or None,
        board=_board(facts),
        kind=meeting_kind(facts.title, *(one.value for one in facts.entries if one.label.casefold() == "mødetype")),
        place=place,
        virtual=_is_virtual(facts, place),
        recorder=facts.value(Fact.RECORDER),
        written_place=written[0],
        written_month=written[1],
    )
    return _with_sender(_with_numbers(_with_when(head, when), facts), facts), when.doubts


def _with_when(head: DraftHead, when: When) -> DraftHead:
    return replace(
        head,
        date=when.date,
        date_raw=when.date_raw,
        start=when.start,
        end=when.end,
        start_actual=when.start_actual,
        end_actual=when.end_actual,
        time_raw=when.time_raw,
    )


def _board(facts: HeadFacts) -> str | None:
    entry = facts.first(Fact.BOARD)
    titled = board_in(facts.title)
    if (
        entry is not None
        and _is_name(entry.value)
        and (titled is None or not names_board(titled) or entry.value in titled)
    ):
        facts.hold(entry)
        return board_in(entry.value) or entry.value
    if titled is not None:
        return titled
    loose = next((one for one in facts.loose() if one.fact is not Fact.SENDER and names_board(one.value)), None)
    loose = loose or (_beside_title(facts) if is_only_kind(facts.title) else None)
    return None if loose is None else board_in(facts.hold(loose).value) or loose.value


def _is_name(value: str) -> bool:
    return any(sign.isalpha() for sign in value)


def _beside_title(facts: HeadFacts) -> Entry | None:
    """A line without a label right below the title, or the one that stands alone above it."""
    above = [one for one in facts.loose() if one.place.line_to < facts.title_line]
    above = [one for one in above if _OF_A_MEETING.search(one.value)] or above
    return facts.below_title() or (above[0] if len(above) == 1 and len(above[0].value) <= LONGEST_NAME else None)


def _written(facts: HeadFacts) -> tuple[str | None, str | None]:
    """Where and in which month the paper was written, on a line of its own; never the day of the meeting."""
    dated = find_date(facts.title) is not None or any(find_date(one.value) for one in facts.of(Fact.WHEN))
    for entry in facts.loose():
        match = _WRITTEN.fullmatch(entry.value)
        if match is not None and find_date(match["place"]) is None and (dated or find_date(entry.value) is None):
            facts.hold(entry)
            return match["place"].rstrip(","), match["month"]
    return None, None


def _loose_place(facts: HeadFacts) -> str | None:
    """A line without a label that names a room or says that nobody had to come."""
    for entry in facts.loose():
        value = entry.value
        if entry.fact is Fact.SENDER or len(value) > 120 or names_board(value) or find_date(value) is not None:
            continue
        if _VIRTUAL.search(value) or _PLACE_WORD.search(value):
            return facts.hold(entry).value
    return None


def _bare_place(place: str | None) -> str | None:
    """The place without a bracket behind it that tells hours or a year."""
    return place if place is None or len(place) > LONGEST_PLACE else _ASIDE.sub("", place)


def _place_in_title(title: str) -> str | None:
    """A room named behind day and hours: "… kl. 17.00 i byrådssalen"."""
    time = find_time(title)
    match = None if time is None else _BEHIND.fullmatch(title[time.stop :])
    return match["place"] if match is not None and _PLACE_WORD.search(match["place"]) else None


def _is_virtual(facts: HeadFacts, place: str | None) -> bool:
    return bool(_VIRTUAL.search(place or "") or _VIRTUAL.search(facts.title))


def _with_numbers(head: DraftHead, facts: HeadFacts) -> DraftHead:
    """The number of the case and that of the document, also where one line has both."""
    case, document = facts.first(Fact.CASE), facts.value(Fact.DOCUMENT)
    if case is None:
        return replace(head, doc_no=document)
    numbers = [one for one in _NUMBERS.split(facts.hold(case).value) if one]
    if "dok" in case.label.casefold() and len(numbers) == 2:
        return replace(head, case_no=numbers[0], doc_no=document or numbers[1])
    return replace(head, case_no=case.value, doc_no=document)


def _with_sender(head: DraftHead, facts: HeadFacts) -> DraftHead:
    """The block of the sender: a cell of its own beside the labels, or lines with an address."""
    initials = facts.value(Fact.INITIALS)
    block = [one for one in facts.entries if one.fact is Fact.SENDER and not facts.is_held(one)]
    loose = facts.loose()
    address = next((one for one in [*block, *loose] if _is_address(one.value)), None)
    unit = next((one for one in block if one is not address), None)
    if unit is None and address in loose[1:]:
        unit = loose[loose.index(address) - 1]
    return replace(
        head,
        sender_unit=facts.hold(unit).value if unit else None,
        sender_address=_address(address, loose, facts) if address else None,
        sender_initials=initials,
    )


def _address(first: Entry, loose: Sequence[Entry], facts: HeadFacts) -> str:
    """The address with the line below it that has the postcode."""
    below = loose[loose.index(first) + 1 : loose.index(first) + 2] if first in loose else []
    parts = [first, *(one for one in below if not _POSTCODE.search(first.value) and _POSTCODE.match(one.value))]
    return ", ".join(facts.hold(one).value for one in parts)


def _is_address(value: str) -> bool:
    return len(value) < 160 and bool(_POSTCODE.search(value) or _STREET.search(value)) and find_time(value) is None
