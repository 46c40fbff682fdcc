"""Lists of people read: groups with their headings, runs, tables, and who was away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from referatdesk.documents.reading.draft import Doubt, DraftPerson
from referatdesk.documents.reading.head.atoms import RunLine
from referatdesk.documents.reading.head.first_names import first_names
from referatdesk.documents.reading.head.groups import (
    AWAY_LABEL,
    COLON_LABEL,
    PRESENT_LABEL,
    Group,
    known_group,
    possible_group,
)
from referatdesk.documents.reading.head.head_lines import header_fact
from referatdesk.documents.reading.head.listing import Listing
from referatdesk.documents.reading.head.people import read_run, run_cost
from referatdesk.documents.reading.head.people_table import is_people_table, table_people
from referatdesk.documents.reading.head.rows import Row, TableRows, parts_of
from referatdesk.documents.reading.head.weighing import word_of
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.domain.codes import AttendanceStatus

LIKE_PEOPLE = 0.75
"""Up to this cost a piece a text reads as people."""
LONGEST_LABEL = 90
LONGEST_SENTENCE = 300
LONGEST_LOOK = 2000
"""So much of a text tells whether it reads as people."""
NOBODY = re.compile(
    r"(?:-+|–|—|/|0|ingen(?: afbud| fravær(?:ende)?| var fraværende| meldte afbud)?|intet|nej"
    r"|ikke nogen|alle (?:var )?(?:til ?stede|mødt)|n/a)\s*[.!]?",
    re.IGNORECASE,
)
_ALL_PRESENT = re.compile(
    r"(?:alle|samtlige|hele (?:udvalget|rådet|byrådet|bestyrelsen|kommunalbestyrelsen|gruppen))"
    r"(?:\b[^.]{0,60}?\b(?:til ?stede|mødt|deltog))?"
    r"(?:[^.]{0,30}?\s(?:undtagen|på nær|bortset fra|med undtagelse af"
    r"|undtaget)\s+(?P<names>[^.]+?)(?:,? (?:som|der) [^.]*)?)?\.?",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:der (?:var|er|blev) |følgende (?:har |havde )?|udvalget modtog )?(?:meldt |modtaget |meddelt )?"
    r"(?:afbud|fravær) fra(?: følgende)?:?\s+",
    re.IGNORECASE,
)
_EXCUSE = re.compile(
    r",? (?:som|der|idet (?:han|hun|de|vedkommende)|da (?:han|hun|de|vedkommende)) "
    r"(?:er|var|har|havde|holdt|holder|måtte|skulle)\b[^,.;()]{0,120}",
    re.IGNORECASE,
)
"""Why somebody could not come, told behind the name: "…, som var på ferie"."""
_PREFIX = re.compile(
    rf"(?P<label>(?:{PRESENT_LABEL}|{AWAY_LABEL}|Medlemmer|Øvrige deltagere|Gæster))\s+(?=[A-ZÆØÅ(])", re.IGNORECASE
)
_INLINE = re.compile(
    r"(?<=[.:;,)\w])\s+(?=(?P<label>[A-ZÆØÅ][\wæøåÆØÅ/ .()-]{1,60}?)\s*:(?=\s|$))",
)


@dataclass(frozen=True, slots=True)
class ReadAttendance:
    """`unread` are the rows that name nobody; `nobody` the labels under which it stands that there is none."""

    people: tuple[DraftPerson, ...]
    doubts: tuple[Doubt, ...] = ()
    unread: tuple[Row, ...] = ()
    nobody: tuple[str, ...] = ()


@dataclass(slots=True)
class _Open:
    group: Group
    rows: list[Row] = field(default_factory=list)
    label: Row | None = None


@dataclass(slots=True)
class _Found:
    """What was read so far: people, rows that name nobody, rows that say all were there, labels of nobody."""

    listing: Listing
    unread: list[Row] = field(default_factory=list)
    everybody: list[Row] = field(default_factory=list)
    nobody: list[str] = field(default_factory=list)

    def result(self) -> ReadAttendance:
        people, doubts = self.listing.finished()
        doubts += tuple(Doubt("people.all_present", row.place, row.text) for row in self.everybody)
        doubts += tuple(Doubt("people.unread", row.place, row.text) for row in self.unread)
        return ReadAttendance(people, doubts, (*self.everybody, *self.unread), tuple(self.nobody))


def read_attendance(
    paragraphs: Sequence[SourceParagraph], known: Iterable[str] = ()
) -> tuple[tuple[DraftPerson, ...], tuple[Doubt, ...]]:
    """The people of an item or another list; `known` are names met before."""
    read = attendance_of(paragraphs, known)
    return read.people, read.doubts


def attendance_of(paragraphs: Sequence[SourceParagraph], known: Iterable[str] = ()) -> ReadAttendance:
    return attendance_in(parts_of(paragraphs), known)


def attendance_in(
    parts: Sequence[Row | TableRows], known: Iterable[str] = (), first: Group | None = None
) -> ReadAttendance:
    """The people of these parts; `first` is the group opened by a label already taken off."""
    found = _Found(Listing(tuple(known)))
    opened = _Open(first or Group())
    rows = _rows(parts)
    repeated = _repeated_labels(rows)
    for at, row in enumerate(rows):
        if isinstance(row, TableRows):
            opened.label = None
            _close(opened, found)
            found.unread += table_people(row, opened.group, found.listing)
            opened = _Open(opened.group)
            continue
        following = rows[at + 1] if at + 1 < len(rows) else None
        labelled = repeated.get(at) or label_in(row, following, is_first=at == 0)
        if labelled is None:
            opened.rows.append(row)
            continue
        _close(opened, found)
        group, value = labelled
        group = replace(group, inline=bool(value))
        opened = _Open(group, [replace(row, text=value, new=True)] if value else [], row)
    _close(opened, found)
    return found.result()


def _rows(parts: Sequence[Row | TableRows]) -> list[Row | TableRows]:
    """The rows, those divided that hold several labels."""
    rows: list[Row | TableRows] = []
    for part in parts:
        rows += inline_labels(part) if isinstance(part, Row) else [part]
    return rows


_NEXT_SENTENCE = re.compile(
    r"(?<=[.;])\s(?=(?:Derudover|Desuden|Endvidere|Herudover|Yderligere|Fra [\w-]+(?: [\w-]+)?)"
    r" (?:deltog|deltager|mødte)\b|(?:Der var )?(?:Afbud|afbud) fra\b|Fraværende\b)"
)


def inline_labels(row: Row) -> list[Row]:
    """A row cut in front of each label of people within it ("… Afbud: …")."""
    cuts = [0]
    for match in _INLINE.finditer(row.text):
        words = match["label"].split()
        # The label may be only the last words before the colon: "… Erik Dam Afbud: …".
        start = next(
            (
                at
                for at in range(len(words))
                if known_group(" ".join(words[at:])) is not None and words[at][0].isupper()
            ),
            None,
        )
        if start is not None:
            at = match.end() + sum(len(word) + 1 for word in words[:start])
            if ":" in row.text[cuts[-1] : at] or row.text[:at].rstrip()[-1:] in {".", ";"}:
                cuts.append(at)
    cuts = sorted({*cuts, *(match.start() + 1 for match in _NEXT_SENTENCE.finditer(row.text))})
    pieces = [row.text[start:end].strip(" ;") for start, end in zip(cuts, [*cuts[1:], None], strict=True)]
    return [replace(row, text=piece, new=row.new or at > 0) for at, piece in enumerate(pieces) if piece]


def _repeated_labels(rows: Sequence[Row | TableRows]) -> dict[int, tuple[Group, str]]:
    """Names of places or bodies that nothing is known of, before a colon and people, on several rows alike."""
    found: dict[int, tuple[Group, str]] = {}
    for at, row in enumerate(rows):
        label, colon, value = row.text.partition(":") if isinstance(row, Row) else ("", "", "")
        if colon and _is_proper(label) and possible_group(label) is None and reads_as_people(value.strip()):
            found[at] = (Group(label, general=False, organisation=label), value.strip())
    return found if len(found) > 1 else {}


def _is_proper(label: str) -> bool:
    """Whether it could be the name of a place or a body: few capitalised words, none of them a person's."""
    words = [word_of(word) for word in label.split()] if len(label) <= LONGEST_LABEL else []
    named = all(one.name or one.particle for one in words) and not any(one.given or one.title for one in words)
    return 0 < len(words) <= 3 and named and header_fact(f"{label}:") is None


def label_in(
    row: Row, following: Row | TableRows | None, *, inside: bool = True, is_first: bool = False
) -> tuple[Group, str] | None:
    """The group that a row opens, and the people on the row itself."""
    label, colon, value = row.text.partition(":")
    value = value.strip()
    if colon and len(label) <= LONGEST_LABEL and _is_label(label):
        return _with_colon(label, value, following)
    whole = known_group(row.text) if len(row.text) <= LONGEST_LABEL else None
    if whole is not None and "(" in row.text:
        # "Kommune (Fravær)" may be the end of a person whose line was broken.
        return (whole, "") if _names_somebody(following) else None
    if whole is not None and (inside or whole.general or whole.away or _names_somebody(following)):
        return whole, ""
    prefix = _PREFIX.match(row.text)
    if prefix is not None and row.text[0].isupper() and reads_as_people(_EXCUSE.sub("", row.text[prefix.end() :])):
        group = known_group(prefix["label"])
        return None if group is None else (group, row.text[prefix.end() :])
    return _bare_label(row, following, is_first) if inside else None


def _is_label(label: str) -> bool:
    """Whether no bracket stands in it but one for a plural, or one that says that those named were away."""
    group = possible_group(label)
    return "(" not in label.replace("(er)", "").replace("(e)", "") or (
        group is not None and (group.away or group.party is not None)
    )


def _with_colon(label: str, value: str, following: Row | TableRows | None) -> tuple[Group, str] | None:
    status = COLON_LABEL.get(label.casefold())
    known = known_group(label) if status is None else Group(label, status=status)
    if known is not None and (
        not value or NOBODY.fullmatch(value) or known.general or known.away or reads_as_people(value)
    ):
        return known, value
    group = possible_group(label)
    if group is None or (group.role is not None and value and group.organisation is None):
        return None
    if not value:
        return (group, "") if _names_somebody(following) else None
    return (group, value) if reads_as_people(value) else None


def _bare_label(row: Row, following: Row | TableRows | None, is_first: bool) -> tuple[Group, str] | None:
    """A heading without a colon: an organisation, alone and set off, over people."""
    apart = row.set_off or row.blank_before > 0 or is_first or isinstance(following, TableRows)
    if len(row.text) > LONGEST_LABEL or not apart or row.listed:
        return None
    group = possible_group(row.text)
    return (group, "") if group is not None and _names_somebody(following) else None


def _names_somebody(row: Row | TableRows | None) -> bool:
    if isinstance(row, TableRows):
        return is_people_table(row)
    return row is not None and (reads_as_people(row.text) or known_group(row.text.partition(":")[0]) is not None)


@lru_cache(maxsize=4096)
def reads_as_people(text: str) -> bool:
    return run_cost((text[:LONGEST_LOOK].rpartition(",")[0] if len(text) > LONGEST_LOOK else text,)) < LIKE_PEOPLE


def _close(opened: _Open, found: _Found) -> None:
    """The rows of a group read into the listing."""
    group, rows, opened.rows = opened.group, opened.rows, []
    if not rows:
        if opened.label is not None and (group.away or not group.general):
            found.unread.append(opened.label)
        return
    if NOBODY.fullmatch(" ".join(row.text for row in rows)):
        found.nobody.append(group.label)
        return
    lines: list[RunLine] = []
    for row in rows:
        everybody = _ALL_PRESENT.fullmatch(row.text) if len(row.text) <= LONGEST_SENTENCE else None
        if everybody is None:
            lines.append(_run_line(replace(row, text=_without_lead_in(row.text)), lines))
        else:
            _take_everybody(row, everybody["names"], group, found)
    known = [*found.listing.names, *(name for line in lines for name in first_names(line.text))]
    read = read_run(lines, known, group.away)
    found.listing.add(read, group)
    found.unread += [_row_of(one, rows) for one in read.unread]


def _without_lead_in(text: str) -> str:
    """The names without the words that lead up to them, and without why somebody could not come."""
    match = _LEAD_IN.match(text)
    return _EXCUSE.sub("", text if match is None else text[match.end() :])


def _take_everybody(row: Row, but: str | None, group: Group, found: _Found) -> None:
    """A row that says that all were there, or all but those named."""
    found.everybody.append(replace(row, text=f"{group.label}: {row.text}") if group.label else row)
    if but:
        away = Group(status=AttendanceStatus.ABSENT)
        found.listing.add(read_run([RunLine(but, row.place)], found.listing.names, away=True), away)


def _run_line(row: Row, above: Sequence[RunLine]) -> RunLine:
    is_open = bool(above) and above[-1].text.rstrip().endswith((",", " og", "-"))
    return RunLine(row.text, row.place, (row.new or row.blank_before > 0) and not (is_open and not row.listed))


def _row_of(line: RunLine, rows: Sequence[Row]) -> Row:
    return next(
        (row for row in rows if row.text == line.text and row.place == line.place),
        Row(text=line.text, place=line.place),
    )
