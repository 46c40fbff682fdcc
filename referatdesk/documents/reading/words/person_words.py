"""What single words in a run of people tell: a name, a party, an organisation, a role, an absence."""

from __future__ import annotations

import re
from functools import lru_cache

from referatdesk.domain.codes import AttendanceStatus

_PARTIES = frozenset(
    {
        "up",
        "løsgænger",
        "uden for partierne",
        "udenfor partierne",
        "uden parti",
        "alternativet",
        "centrum-demokraterne",
        "danmarksdemokraterne",
        "dansk folkeparti",
        "det konservative folkeparti",
        "de konservative",
        "konservative",
        "kristendemokraterne",
        "enhedslisten",
        "liberal alliance",
        "moderaterne",
        "nye borgerlige",
        "radikale venstre",
        "det radikale venstre",
        "sf",
        "sf - socialistisk folkeparti",
        "socialistisk folkeparti",
        "slesvigsk parti",
        "socialdemokratiet",
        "socialdemokraterne",
        "venstre",
        "borgerlisten",
        "lokallisten",
    }
)
_PARTY_LETTERS = re.compile(r"(?:liste\s+)?[A-ZÆØÅ]{1,2}\d{0,2}\.?", re.IGNORECASE)
_SHORT_ORGANISATIONS = frozenset({"KL", "DH", "FH", "SD", "DR", "AC", "RH", "RM", "RN", "RS"})

_ORGANISATION_END = re.compile(
    r"(?:kommune(?:n|r|rne|s)?|region(?:en|er|s)?|byråd(?:et)?|klynge(?:n)?|praksis|forening(?:en)?|forbund(?:et)?"
    r"|hospital(?:et)?|hospitalsenhed(?:en)?|sygehus(?:et)?|sygehusenhed(?:en)?|psykiatri(?:en)?|forvaltning(?:en)?"
    r"|afdeling(?:en)?|sekretariat(?:et)?|udvalg(?:et)?|center(?:et)?|centret|organisation(?:en|er)?|selskab(?:et)?"
    r"|styrelse(?:n)?|universitet(?:et)?|klinik(?:ken)?|lægevagt(?:en)?|apotek(?:et)?|netværk(?:et)?|patienter"
    r"|sundhedsråd(?:et)?|seniorråd(?:et)?|ældreråd(?:et)?|ældresagen)$",
    re.IGNORECASE,
)
_ORGANISATION_WORDS = frozenset(
    {"råd", "rådet", "net", "nettet", "stab", "enhed", "enheden", "koncern", "sagen", "pårørende", "danmark", "skole"}
    | {"skolen", "kontor", "kontoret", "fællesskab", "fonden", "forum", "a/s", "aps", "i/s"}
)
_ABBREVIATION = re.compile(r"[A-ZÆØÅ]{3,7}(?:[-/ ][\wæøåÆØÅ.-]+)*")
_ROLE_WORD = re.compile(
    r"(?:(?:med|næst|vice|for|amts|region\w*|rådmand|borger\w*|kommunal\w*|social\w*|sundheds\w*|ældre\w*|vice\w*|vicekommunal\w*"
    r"|læge\w*|center\w*|område\w*|afdelings\w*|kontor\w*|sekretariats\w*|koncern\w*|hospitals\w*|sygehus\w*)?"
    r"(?:formand|forkvinde|forperson|mester|direktør|chef|leder|konsulent|sekretær|referent|læge|rådmand|medlem|koordinator"
    r"|sygeplejerske|fuldmægtig|specialkonsulent|observatør|gæst|mødeleder|vært|suppleant|stedfortræder))(?:\b.*)?",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    {
        "af",
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "du",
        "el",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
        "y",
    }
)
_NAME_WORD = re.compile(r"[A-ZÆØÅÀ-ÖØ-Þ]\w*(?:['’´`.-]\w+)*\.?")
_NOT_NAMES = frozenset(
    {
        "afbud",
        "beslutning",
        "danske",
        "det",
        "for",
        "fra",
        "fravær",
        "fraværende",
        "ingen",
        "med",
        "medlemmer",
        "møde",
        "mødet",
        "punkt",
        "punktet",
        "sagen",
        "samt",
        "til",
        "under",
        "ved",
    }
)

_ABSENCES: tuple[tuple[str, AttendanceStatus], ...] = (
    (
        r"(?:fravær(?:ende)?|udeblev(?:et)?|afbud) uden (?:forudgående )?afbud|ikke (?:meldt )?afbud",
        AttendanceStatus.ABSENT_UNNOTIFIED,
    ),
    (r"uden afbud", AttendanceStatus.ABSENT_UNNOTIFIED),
    (
        r"(?:meldt |har meldt |fravær med |fraværende med )?(?:afbud|framelding|frameldt)\b.*",
        AttendanceStatus.ABSENT_NOTIFIED,
    ),
    (
        r"(?:fravær|fraværende|fraværd|ikke til stede|ikke tilstede|deltog ikke|ej mødt|udeblevet|udeblev)\b.*",
        AttendanceStatus.ABSENT,
    ),
    (r"(?:indkaldt,? )mødte ikke", AttendanceStatus.CALLED_NOT_MET),
    (
        r"(?:deltog |deltager )?(?:virtuelt|online|via teams|på teams|digitalt|via video|på video)",
        AttendanceStatus.REMOTE,
    ),
    (r"(?:ankom|mødte|kom) .*", AttendanceStatus.LATE),
    (r"(?:forlod|gik) .*", AttendanceStatus.LEFT_EARLY),
    (r"(?:deltog|deltager) (?:delvist|kun|i punkt|under|til|fra) ?.*", AttendanceStatus.PARTIAL),
    (r"vakant|ubesat", AttendanceStatus.VACANT),
    (r"til ?stede|mødt", AttendanceStatus.PRESENT),
)
_ABSENCE = tuple((re.compile(rf"\(\s*{pattern}\s*\)", re.IGNORECASE), status) for pattern, status in _ABSENCES)


def name_key(name: str) -> str:
    """The form in which two printed names are compared."""
    return " ".join(re.findall(r"[\w'’-]+", name.casefold()))


def is_party(text: str) -> bool:
    """One or two capital letters, with a figure or not, or the name of a party."""
    if text.casefold().strip(" .") in _PARTIES:
        return True
    return bool(_PARTY_LETTERS.fullmatch(text)) and text.upper() == text and text not in _SHORT_ORGANISATIONS


@lru_cache(maxsize=4096)
def looks_like_organisation(text: str) -> bool:
    if text in _SHORT_ORGANISATIONS or _ABBREVIATION.fullmatch(text):
        return True
    words = [word.strip("().,").casefold() for word in text.split()]
    return any(word in _ORGANISATION_WORDS or _ORGANISATION_END.search(word) for word in words)


def is_role(text: str) -> bool:
    """A title or an office, with what it is of; another person's name after it makes it none."""
    match = _ROLE_WORD.match(text)
    return match is not None and not looks_like_name(text.partition(" ")[2])


def is_glued(text: str) -> bool:
    """Whether a name stands right behind an organisation, as where the line break between two people is lost."""
    words = text.split()
    last = max((at for at, word in enumerate(words) if looks_like_organisation(word.strip("(),"))), default=None)
    return last is not None and looks_like_name(" ".join(words[last + 1 :]))


@lru_cache(maxsize=4096)
def looks_like_name(text: str) -> bool:
    """Two to six capitalised words with particles and initials among them, none of them an organisation's."""
    words = text.split()
    if not 2 <= len(words) <= 7 or looks_like_organisation(text) or words[0].casefold() in _NOT_NAMES:
        return False
    if len(words[0]) == 1 and not words[0].endswith("."):
        return False
    if not (_NAME_WORD.fullmatch(words[0]) and _NAME_WORD.fullmatch(words[-1])):
        return False
    return all(word.casefold() in _PARTICLES or _NAME_WORD.fullmatch(word) for word in words)


def absence_in(text: str) -> AttendanceStatus | None:
    """The status that a bracketed note in the text stands for, None where it has none."""
    for note in re.findall(r"\([^()]*\)", text):
        for pattern, status in _ABSENCE:
            if pattern.fullmatch(note):
                return status
    return None
