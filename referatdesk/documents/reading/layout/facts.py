"""What may stand right below the heading of an item: case, presenter, access, what the item is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from referatdesk.domain.codes import Access, Treatment
from referatdesk.domain.dates import DATE

_CASE_WORD = (
    r"(?:(?:(?-i:[A-ZÆØÅ])\w{1,11}[- ]|SBSYS|ESDH|KMD|GO)?(?:Sags ?nr|Sagsnummer"
    r"|Sags-?id|Sag|Sagsnr\./dok\.?nr|Sags- og dok\.?nr)"
    r"|J\.? ?nr|Journalnr|Journalnummer|ESDH-sag|Dok\.? ?nr|Dokument ?nr|Dokumentnummer|Brevid|Sagen|Ref\.? ?nr"
    r"|KLE(?:-nr)?)(?:\.? i (?-i:[A-ZÆØÅ])\w{1,11})?"
)
_NUMBER = r"(?:[A-ZÆØÅ]{1,5}[- ]?)?\d[\dA-ZÆØÅa-z]*(?:[-./_][\dA-ZÆØÅa-z]+)+|[A-ZÆØÅ]{1,5}-?\d{3,}|\d{5,}"
_CASE_LINE = re.compile(
    rf"(?:(?P<word>{_CASE_WORD})\.?\s*:?\s*)?(?P<numbers>(?:{_NUMBER})(?:(?:\s*[,;]\s*|\s+/\s+|\s+og\s+"
    rf"|\s+{_CASE_WORD}\.?\s*:?\s*)(?:{_NUMBER}))*)"
    r"(?:\s+(?P<initials>(?-i:[a-zæøå]{2,6})))?(?P<rest>(?:[,;]|\s?\|)?\s+(?:Sagsbehandler|Sagsansvarlig|Forvaltning"
    r"|Afdeling|Åben|Lukket)\b.*)?",
    re.IGNORECASE,
)
_CASE_LABEL = re.compile(rf"{_CASE_WORD}\.?\s*:?", re.IGNORECASE)
_CASE_IN_TITLE = re.compile(
    rf"\s*[(\[](?:{_CASE_WORD}\.?\s*:?\s*)?(?P<number>{_NUMBER})[)\]]$"
    rf"|\s*[-–,]?\s*{_CASE_WORD}\.?\s*:?\s*(?P<worded>{_NUMBER})$"
)
_HOURS = re.compile(r"\d{1,2}[.:]\d{2}-\d{1,2}[.:]\d{2}")
_ACCESSIBLE = r"(?:punkt|dagsordenspunkt|sag|dagsorden|behandling|møde|del)"
_CLOSED_WORD = rf"(?:lukket(?: {_ACCESSIBLE})?|lukkede punkter|fortroligt?(?: punkt)?)"
_OPEN_WORD = rf"(?:åbent?(?: {_ACCESSIBLE})?|åbne punkter)"
_PARTLY_WORD = r"(?:delvist? lukket|delvist? åbent?)"
_ACCESS_LINE = re.compile(
    rf"(?:(?:status|adgang|offentlighed|punkttype|sagstype)\s*:\s*)?"
    rf"[(\[]?(?:(?P<partly>{_PARTLY_WORD})|(?P<closed>{_CLOSED_WORD})|(?P<open>{_OPEN_WORD}))[)\]]?[.:]?",
    re.IGNORECASE,
)
_MARK_AROUND = re.compile(
    rf"^(?:[(\[](?:(?P<p1>{_PARTLY_WORD})|(?P<c1>{_CLOSED_WORD}|(?-i:L))|(?:{_OPEN_WORD}|(?-i:Å)))[)\]]\s*[-–:]?"
    rf"|(?P<c2>{_CLOSED_WORD})\s*[-–:](?=\s)|(?:{_OPEN_WORD})\s*[-–:](?=\s)|(?P<c3>(?-i:LUKKET))(?=\s))\s*"
    rf"|\s*(?:[(\[](?:(?P<p2>{_PARTLY_WORD})|(?P<c4>{_CLOSED_WORD}|(?-i:L))|(?:{_OPEN_WORD}|(?-i:Å)))[)\]]"
    rf"|\s[-–]\s(?P<c5>{_CLOSED_WORD})|\s[-–]\s{_OPEN_WORD}|\s(?P<c6>(?-i:LUKKET)))$",
    re.IGNORECASE,
)
_CLOSED_TITLE = re.compile(rf"{_CLOSED_WORD}[.:]?", re.IGNORECASE)
_PRESENTER_LINE = re.compile(
    r"\(?v/\s?\S.*|v\. ?(?=[^.]*(?-i:[A-ZÆØÅ]))[^.]*|ved:\s?\S.*|(?-i:Ved [A-ZÆØÅ])[^.]*|(?:oplægsholdere?"
    r"|forelægger|fremlægger|indlægsholder|oplæg(?: ved| v/)|fremlægges af"
    r"|præsenteres af|indledning v(?:ed|/)|indleder|ansvarlig for punktet)\s*:?\s+\S.*",
    re.IGNORECASE,
)
_PRESENTER_IN_TITLE = re.compile(r"(?:\s*[-–,]\s+|\s+)(?P<raw>\(?v/\s?\S.*|\(ved [^()]*\))$", re.IGNORECASE)
_TREATMENTS: tuple[tuple[Treatment, str], ...] = (
    (Treatment.DECISION, r"beslutning(?:spunkt|ssag)?|til beslutning|til godkendelse|B-punkt|B-sag|(?-i:B)"),
    (Treatment.DISCUSSION, r"drøftelse(?:spunkt)?|til drøftelse|temadrøftelse|til debat|D-punkt|(?-i:D)"),
    (Treatment.NOTE, r"til efterretning|efterretning(?:ssag)?|(?-i:E)"),
    (Treatment.INFORMATION, r"orientering(?:spunkt|ssag)?|til orientering|O-punkt|O-sag|(?-i:O)"),
)
_TREATMENT_WORD = "|".join(f"(?P<{kind.value}>{pattern})" for kind, pattern in _TREATMENTS)
_TREATMENT_IN_TITLE = re.compile(
    rf"\s*[(\[](?:{_TREATMENT_WORD})(?:\s*/\s*[BDEO])?[)\]]$|^[(\[](?:{_TREATMENT_WORD.replace('<', '<at_')})[)\]]\s+",
    re.IGNORECASE,
)
_TREATMENT_LINE = re.compile(
    rf"(?:behandling|punkttype|type|sagstype|punktet er)\s*:?\s+(?:{_TREATMENT_WORD})\.?"
    rf"|[(\[](?:{_TREATMENT_WORD.replace('<', '<in_')})[)\]]\.?"
    rf"|(?=til |\w+s?punkt$|\w+ssag$|[BDEO]-)(?:{_TREATMENT_WORD.replace('<', '<at_')})",
    re.IGNORECASE,
)
_TREATED = re.compile(_TREATMENT_WORD, re.IGNORECASE)
_PARTED = re.compile(r"(?<!nr)\.\s+|\s*[|·]\s*|\t")
MOST_FACTS = 5
_DURATION = re.compile(r"[(\[]?(?:ca\.? )?\d{1,3} ?(?:min(?:\.|utter)?|['’′])[)\]]?", re.IGNORECASE)
_SLOT = re.compile(r"kl\.? ?\d{1,2}[.:]\d{2}(?:\s*[-–]\s*(?:kl\.? ?)?\d{1,2}[.:]\d{2})?\.?", re.IGNORECASE)
_LATE = re.compile(
    r"[(\[]?(?:tillægsdagsorden|tillægspunkt|ekstra ?punkt|(?:sent |efter)(?:tilføjet|anmeldt|sendt)(?: punkt)?"
    r"|(?:punktet er )?(?:tilføjet|optaget) (?:på mødet|på dagsordenen|efter udsendelse.{0,40}))[)\]]?[.:]?",
    re.IGNORECASE,
)
_LATE_IN_TITLE = re.compile(
    r"\s*[(\[](?:tillægsdagsorden|tillægspunkt|ekstra ?punkt|tillæg|(?:sent |efter)(?:tilføjet|anmeldt"
    r"|sendt)(?: punkt)?)[)\]]"
    r"|^(?:tillægspunkt|tillægsdagsorden|ekstra ?punkt)\s*[-–:]\s*",
    re.IGNORECASE,
)
LONGEST_FACT = 160
LONGEST_CASE_LINE = 120


class FactKind(Enum):
    CASE = auto()
    ACCESS = auto()
    PRESENTER = auto()
    TREATMENT = auto()
    LATE = auto()
    DURATION = auto()


@dataclass(frozen=True, slots=True)
class ItemFact:
    """One such line; `value` is the number of the case or the words of the line."""

    kind: FactKind
    value: str
    access: Access = Access.OPEN
    treatment: Treatment | None = None


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """A title without what was printed round it, and what that said."""

    title: str
    access: Access | None = None
    treatment: Treatment | None = None
    presenter: str | None = None
    case_no: str | None = None
    late: bool = False


def case_numbers(text: str) -> str | None:
    """The numbers of a line that holds nothing but the numbers of a case."""
    match = _CASE_LINE.fullmatch(text) if len(text) <= LONGEST_CASE_LINE else None
    if match is None or DATE.fullmatch(text):
        return None
    return text[match.start("numbers") : match.end("initials") if match["initials"] else match.end("numbers")].strip()


def case_end(text: str) -> int | None:
    """Where the numbers of a case end in a line that goes on with other facts, None in any other line."""
    match = _CASE_LINE.fullmatch(text) if len(text) <= LONGEST_CASE_LINE else None
    return match.start("rest") if match is not None and match["rest"] else None


def is_case_label(text: str) -> bool:
    """Whether a line is the label of a case's number, which stands below it."""
    return bool(_CASE_LABEL.fullmatch(text))


def access_of(text: str) -> Access | None:
    """What a line says that is nothing but a word of access."""
    match = _ACCESS_LINE.fullmatch(text) if len(text) <= LONGEST_FACT else None
    if match is None:
        return None
    if match["partly"]:
        return Access.PARTLY
    return Access.CLOSED if match["closed"] else Access.OPEN


def is_presenter(text: str) -> bool:
    return len(text) <= LONGEST_FACT and bool(_PRESENTER_LINE.fullmatch(text))


def is_duration(text: str) -> bool:
    return bool(_DURATION.fullmatch(text))


def is_slot(text: str) -> bool:
    """Whether a line says nothing but when in the meeting an item is planned."""
    return bool(_SLOT.fullmatch(text))


def item_fact(text: str) -> ItemFact | None:
    """What a line right below a heading tells of its item, None where it is text; of several facts the first."""
    return next(iter(item_facts(text)), None)


def item_facts(text: str) -> tuple[ItemFact, ...]:
    """All that such a line tells; none where any piece of it is text."""
    if len(text) > LONGEST_FACT:
        return ()
    if (whole := _single_fact(text)) is not None:
        return (whole,)
    pieces = [piece.strip(" .") for piece in _PARTED.split(text) if piece.strip(" .")]
    facts = [_single_fact(piece) or _treated(piece) for piece in pieces] if 1 < len(pieces) <= MOST_FACTS else []
    told = tuple(fact for fact in facts if fact is not None)
    return told if len(told) == len(pieces) else ()


def _treated(piece: str) -> ItemFact | None:
    """A bare word of how the item is to be treated, which alone on a line would be a label."""
    match = _TREATED.fullmatch(piece)
    return None if match is None else ItemFact(FactKind.TREATMENT, piece, treatment=_treatment(match))


def _single_fact(text: str) -> ItemFact | None:
    if (access := access_of(text)) is not None:
        return ItemFact(FactKind.ACCESS, text, access=access)
    if (numbers := case_numbers(text)) is not None:
        return ItemFact(FactKind.CASE, numbers)
    if _PRESENTER_LINE.fullmatch(text) or _LATE.fullmatch(text):
        return ItemFact(FactKind.LATE if _LATE.fullmatch(text) else FactKind.PRESENTER, text)
    match = _TREATMENT_LINE.fullmatch(text)
    if match is not None and len(text) > 1:
        return ItemFact(FactKind.TREATMENT, text, treatment=_treatment(match))
    return ItemFact(FactKind.DURATION, text) if is_duration(text) else None


def _treatment(match: re.Match[str]) -> Treatment | None:
    groups = match.groupdict()
    said = {name.removeprefix("at_").removeprefix("in_") for name, value in groups.items() if value}
    return next((kind for kind, _ in _TREATMENTS if kind.value in said), None)


def title_facts(title: str) -> TitleFacts:
    """The title with what stands round it taken off; one that is nothing but a mark is kept."""
    late, case_no, presenter, treatment = False, None, None, None
    access = Access.CLOSED if _CLOSED_TITLE.fullmatch(title) else None
    if match := _LATE_IN_TITLE.search(title):
        title, late = _without(title, match), True
    if match := _PRESENTER_IN_TITLE.search(title):
        presenter, title = match["raw"], _without(title, match)
    if (match := _CASE_IN_TITLE.search(title)) and not _HOURS.fullmatch(match["number"] or match["worded"]):
        case_no, title = match["number"] or match["worded"], _without(title, match)
    for _ in range(2):
        if match := _TREATMENT_IN_TITLE.search(title):
            treatment, title = _treatment(match), _without(title, match)
        if (match := _MARK_AROUND.search(title)) and access is None:
            groups = match.groupdict()
            closed = any(value for name, value in groups.items() if name.startswith("c"))
            partly = any(value for name, value in groups.items() if name.startswith("p"))
            access = Access.CLOSED if closed else Access.PARTLY if partly else Access.OPEN
            title = _without(title, match)
    return TitleFacts(title, access, treatment, presenter, case_no, late)


def _without(title: str, match: re.Match[str]) -> str:
    return f"{title[: match.start()]}{title[match.end() :]}".strip(" -–:") or title
