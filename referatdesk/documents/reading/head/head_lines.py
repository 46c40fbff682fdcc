"""Lines of label and value in the head of minutes, with a colon between the two or without."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from referatdesk.documents.reading.head.groups import AWAY_LABEL, PRESENT_LABEL
from referatdesk.documents.reading.head.rows import Row
from referatdesk.documents.reading.source import Place
from referatdesk.domain.dates import find_date


class Fact(Enum):
    """What a line of the head is about."""

    WHEN = auto()
    START = auto()
    END = auto()
    STARTED = auto()
    ENDED = auto()
    PLACE = auto()
    PEOPLE = auto()
    ABSENT = auto()
    RECORDER = auto()
    LEADER = auto()
    CASE = auto()
    DOCUMENT = auto()
    BOARD = auto()
    INITIALS = auto()
    SENDER = auto()
    WRITTEN = auto()
    TITLE = auto()
    OTHER = auto()


_LABELS: tuple[tuple[Fact, str], ...] = (
    (
        Fact.WHEN,
        r"mødedato(?:en)?(?:,? ?(?:/|og|,) ?-?(?:møde)?(?:tid(?:spunkt)?|sted))*|mødetidspunkt|mødetid"
        r"|mødedag|mødets dato|dato for møde(?:t)?"
        r"|tidspunkt(?: og (?:møde)?sted)?|tid(?:spunkt)? ?(?:/|og|,|&) ?(?:møde)?sted|dato(?: ?(?:/"
        r"|og|,|&) ?(?:tid(?:spunkt)?|sted|kl\.?|klokkeslæt))*"
        r"|tid(?: og dato)?|dag(?: og tid)?|hvornår|klokkeslæt|kl\.|afholdt(?: den)?|møde(?:t)? den"
        r"|mødet (?:blev )?afholdt(?: den)?",
    ),
    (
        Fact.STARTED,
        r"mødet (?:blev )?(?:påbegyndt|startede|begyndte|åbnet|startet|åbnede|sat)|møde påbegyndt|faktisk start",
    ),
    (
        Fact.ENDED,
        r"mødet (?:blev )?(?:afsluttet|sluttede|hævet|slut|sluttet|hævedes|afsluttedes)"
        r"|møde (?:afsluttet|hævet|slut)|faktisk slut",
    ),
    (Fact.START, r"start(?:tidspunkt|tid)?|mødestart|begynder|fra kl\.?"),
    (Fact.END, r"slut(?:tidspunkt|tid)?|mødeslut|forventet slut|slutter|til kl\.?"),
    (Fact.PLACE, r"mødested(?:et)?|mødelokale|lokale|sted(?:et)?|adresse|hvor|mødets sted|sted for møde(?:t)?"),
    (
        Fact.ABSENT,
        rf"(?:{AWAY_LABEL})",
    ),
    (
        Fact.PEOPLE,
        rf"(?:{PRESENT_LABEL}|deltagere fra administrationen|(?:øvrige|andre|administrative|eksterne|faste) deltagere"
        r"|medlemmer|fra (?:administrationen|forvaltningen)|gæster|observatører)",
    ),
    (
        Fact.RECORDER,
        r"referent(?:er|\(er\))?|mødesekretær|sekretær|protokolfører|referatskriver|pennefører|ref\."
        r"|notes(?: by)?|minutes (?:by|taken by)"
        r"|referat (?:ved|v/|af)|referat er (?:udarbejdet|skrevet) af|referatet er (?:udarbejdet"
        r"|skrevet|ført) af",
    ),
    (
        Fact.LEADER,
        r"chair(?:man|person)?|mødeleder(?:e)?|mødeledelse|ordstyrer|dirigent|formand(?:en)?|næstformand|forperson"
        r"|forkvinde|medformand|(?:møde)?vært|mødeansvarlig|formandskab",
    ),
    (
        Fact.CASE,
        r"(?:sags?(?:nr|nummer|id)|sags? ?(?:nr|nummer|id)|journal ?(?:nr|nummer)|j\. ?nr|jour\.? ?nr"
        r"|sag|esdh-?sag|acadre(?:-?nr)?)\.?(?: ?[/,] ?dok(?:ument)?\.? ?(?:nr\.?|nummer))?",
    ),
    (Fact.DOCUMENT, r"(?:dok(?:ument)?\.? ?-?(?:nr|nummer|id)|brevid|brev-?id|d-?nr)\.?"),
    (
        Fact.BOARD,
        r"udvalg(?:et)?|mødeforum|forum|(?:(?:ekstra)?ordinært )?møde(?: i)?|mødetitel"
        r"|navn på (?:udvalg|møde)|mødets navn|gruppe|råd|organ|mødegruppe|mødenavn",
    ),
    (Fact.INITIALS, r"init(?:ialer)?\.?"),
    (Fact.SENDER, r"afsender|udsendt af|forvaltning|afdeling"),
    (
        Fact.OTHER,
        r"mødetype|mødenr\.?|møde nr\.?|mødenummer|bemærkninger|emne|vedr\.?|vedrørende|kopi(?: til)?"
        r"|cc|sendt til|udsendt(?: den)?|udsendes til|telefon|tlf\.?|e-?mail|mail|næste møde"
        r"|dagsorden(?: udsendt)?|referat udsendt|forplejning|kontakt(?:person)?|sagsbehandler"
        r"|journaliseret(?: som)?|godkendt(?: den)?|link|mødelink|version|status|formål|klassifikation"
        r"|medbring|forberedelse|til|til orientering|distribution",
    ),
)
_NEEDS_COLON = frozenset({Fact.LEADER, Fact.BOARD, Fact.SENDER, Fact.START, Fact.END})
_WEAK = frozenset(
    [
        "adresse",
        "afdeling",
        "afholdt",
        "dag",
        "dagsorden",
        "emne",
        "forvaltning",
        "godkendt",
        "hvor",
        "hvornår",
        "kl.",
        "kopi",
        "cc",
        "link",
        "mail",
        "møde",
        "sag",
        "status",
        "tid",
        "til",
        "udsendt",
        "version",
        "vedr",
        "vedr.",
        "vedrørende",
        "formål",
        "inviteret",
        "deltog",
        "sted",
        "sekretær",
        "fra",
        "mødt",
        "gæster",
        "medlemmer",
        "deltagelse",
    ]
)
"""Words that open sentences too: labels only before a colon, a tab or a value that could be no sentence."""
_ROOM = frozenset({"lokale", "mødelokale"})
"""Words that are part of a room's own name ("Mødelokale D2")."""
SHORTEST_WORD = 4
_GAP = r"(?P<gap>\s*:\s*|\s+[–-]\s+|\s+|$)"
_LABEL = tuple((fact, re.compile(rf"(?P<label>{pattern}){_GAP}", re.IGNORECASE)) for fact, pattern in _LABELS)
_ANY_LABEL = re.compile(r"(?P<label>[A-ZÆØÅ][\w./&() -]{1,38}?)\s*:(?!//)(?:\s+|$)(?P<value>.*)")
_INSIDE = re.compile(r"[\s;,|]\s*(?=[A-ZÆØÅ][\w./ -]{1,30}:)")
_SENTENCE_WORD = re.compile(r"(?:er|var|blev|skal|har|havde|kan|vil|samt|som|der|et|en)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A label of the head with the lines of its value."""

    fact: Fact
    label: str
    lines: tuple[str, ...]
    place: Place

    @property
    def value(self) -> str:
        return " ".join(line for line in self.lines if line).strip()


def header_fact(flat: str) -> tuple[Fact, str, str] | None:
    """The fact, label and value of a line of the head, None where it begins with no known label."""
    if not flat[:1].isupper():
        return None
    for fact, pattern in _LABEL:
        match = pattern.match(flat)
        if match is None or (
            not match["gap"].strip() and match.end() < len(flat) and not _stands_alone(fact, match, flat)
        ):
            continue
        value = flat[match.end() :].strip()
        is_day = fact is Fact.BOARD and find_date(value) is not None
        return (Fact.WHEN if is_day else fact), match["label"].strip(), value
    return None


def _stands_alone(fact: Fact, match: re.Match[str], flat: str) -> bool:
    """Whether a label without a colon is one: the value that follows could not go on a sentence."""
    label, behind = match["label"].casefold(), flat[match.end() :]
    names_room = label in _ROOM and len(behind.split(maxsplit=1)[0]) < SHORTEST_WORD
    if fact in _NEEDS_COLON or names_room:
        return False
    if label.endswith("nr.") and re.match(r"\d{1,4}\S{0,6} (?:i|for) [^\W\d]", behind):
        return False
    return label not in _WEAK and not _SENTENCE_WORD.match(flat, match.end())


def other_fact(flat: str) -> tuple[Fact, str, str] | None:
    """A label that nothing is known of, before a colon."""
    match = _ANY_LABEL.fullmatch(flat)
    if match is None or len(match["label"].split()) > 4:
        return None
    return Fact.OTHER, match["label"].strip(), match["value"].strip()


def cell_fact(cell: str) -> tuple[Fact, str] | None:
    """The fact and label that the cell of a table is, as in the first column of a letterhead."""
    text = cell.strip().rstrip(": ")
    for fact, pattern in _LABEL:
        match = pattern.fullmatch(text)
        if match is not None and text[:1].isupper():
            return fact, text
    return (Fact.OTHER, text) if cell.strip().endswith(":") and len(text.split()) <= 5 else None


def inline_facts(row: Row) -> list[Row]:
    """A row cut in front of each label within it ("Dato: … Tid: … Sted: …")."""
    cuts = [0]
    for match in _INSIDE.finditer(row.text):
        found = header_fact(row.text[match.end() :])
        if (
            found is not None
            and found[0] not in {Fact.PEOPLE, Fact.ABSENT}
            and row.text[match.end() + len(found[1]) :].lstrip()[:1] == ":"
        ):
            cuts.append(match.end())
    opening = header_fact(row.text)
    if len(cuts) == 1 or opening is None or opening[0] in {Fact.PEOPLE, Fact.ABSENT}:
        return [row]
    pieces = [row.text[start:end].strip(" ;,|") for start, end in zip(cuts, [*cuts[1:], None], strict=True)]
    return [replace(row, text=piece, new=row.new or at > 0) for at, piece in enumerate(pieces) if piece]
