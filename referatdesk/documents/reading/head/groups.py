"""Headings over people: what they say of those below them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from referatdesk.documents.reading.head.weighing import word_of
from referatdesk.documents.reading.words.organisations import is_party, is_whole_organisation, looks_like_organisation
from referatdesk.documents.reading.words.titles import meeting_role
from referatdesk.domain.codes import AttendanceStatus, Role

PRESENT_LABEL = (
    r"(?:møde)?deltager(?:e|liste|kreds|ne)?|mødedeltagelse|deltagende|(?:følgende "
    r"|i mødet )?deltog(?: i mødet)?|i mødet deltager"
    r"|(?:følgende )?(?:var |er )?(?:til ?stede|tilstedeværende)(?: var| på mødet| fra starten)?"
    r"|navneopråb|med var|med på mødet|mødt(?:e)?(?: var)?|fremmødt(?:e)?|fremmøde|følgende var til stede|som deltog"
    r"|hvem (?:var|er|deltog|kom)(?: med| her| til ?stede)?"
    r"|inviterede?|indkaldt(?:e)?|indbudte?|deltagelse|participants?|attendees|present"
    r"|(?:svar|høringssvar|bemærkninger) modtaget fra|følgende har svaret|har svaret"
    r"|(?:derudover|desuden|endvidere|herudover|yderligere|tillige|i mødet|som gæst(?:er)?|fra [\w-]+(?: [\w-]+)?)"
    r" (?:deltog|deltager|mødte|deltog også|deltager også|var til ?stede)(?: desuden| endvidere| også)?"
)
COLON_LABEL = {"med": AttendanceStatus.PRESENT, "ikke med": AttendanceStatus.ABSENT}
"""Labels that are such only before a colon."""
AWAY_LABEL = (
    r"(?:der var |følgende (?:havde |har )?|har |havde )?(?:meldt |med "
    r"|meddelt )?afbud(?: til mødet)?(?: ?/ ?frav[æ]r(?:ende)?)?(?: fra| var)?"
    r"|frav[æ]r(?:ende)?(?: ?(?:/|og|eller) ?afbud| med(?:delt)? afbud| uden (?:afbud|forfald)"
    r"| (?:medlem(?:mer)?|deltagere?|repræsentanter?)| var| fra)*"
    r"|(?:hvem )?kunne ikke (?:komme|deltage|være med)"
    r"|apologies|absent|(?:har )?ikke (?:svaret|afgivet svar)|intet svar(?: fra)?"
    r"|(?:ikke|ej) til ?stede(?: var)?|ikke mødt(?:e)?|ikke fremmødt(?:e)?|udeblevet|udeblivelser"
    r"|forfald|lovligt forfald|forhindret|forhindrede|afmeldt(?:e)?|ikke deltagende|deltog ikke"
)
_PRESENT = re.compile(PRESENT_LABEL, re.IGNORECASE)
_AWAY = re.compile(AWAY_LABEL, re.IGNORECASE)
_REMOTE = re.compile(
    r"(?:deltog|deltager|til stede|med)?\s*(?:virtuelt|online|digitalt|(?:via|på|over) (?:teams"
    r"|video|skype|zoom|link))",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"(?:deltog|til stede|deltager)\s+(?:delvist|(?:under|i|ved) (?:dele|en del) af mødet)"
    r"|delvist til ?stede|delvis deltagelse",
    re.IGNORECASE,
)
_GROUP_WORD = re.compile(
    r"medlemmer(?:ne)?$|deltager(?:e|ne)?$|deltagelse$|repræsentant(?:er|erne)$|formænd"
    r"|formandskab|^administra|forvaltningen$|sekretariat|^gæster|^observatør"
    r"|suppleant(?:er|erne)?$|stedfortrædere|tilforordnede|ledelse|medarbejder|^[abc]-sid|^side"
    r"|kommunerne$|politiker|embeds|niveau$"
    r"|^øvrige|^andre|^faste|^eksterne|^interne|direktion|borgmestre$|rådmænd|læger(?:ne)?$"
    r"|^ad hoc|organisationerne$|brugere$|pårørende|regionen$|kommunalbestyrelsen$|byrådet$"
    r"|regionsrådet$|siden$|parter|patienter"
    r"|fagudvalg|personale$|beboere$|forældre$|oplægsholdere|^indbudt|^inviteret|valgte?$|^udpegede|tillids|arbejdsmiljø"
    r"|^gruppe|direktører|chefer$|ledere$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:fra|for|(?:[\wæøå]+ )?(?:repræsentanter|deltagere|medlemmer"
    r"|udpegede?)(?: udpeget)? (?:fra|for|af)|udpeget af)\s+",
    re.IGNORECASE,
)
_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"formænd(?:ene)?|formandskab(?:et)?", re.IGNORECASE), Role.CHAIR),
    (
        re.compile(r"sekretariat\w*|sekretariatsbistand|sekretærer|sekretariatsbetjening", re.IGNORECASE),
        Role.SECRETARIAT,
    ),
    (re.compile(r"observatør\w*|tilhørere", re.IGNORECASE), Role.OBSERVER),
    (re.compile(r"(?:inviterede |eksterne )?gæst\w*", re.IGNORECASE), Role.GUEST),
    (re.compile(r"oplægsholder\w*", re.IGNORECASE), Role.PRESENTER),
    (re.compile(r"suppleant\w*|stedfortræder\w*|mødte? suppleanter", re.IGNORECASE), Role.SUBSTITUTE),
    (re.compile(r".*\badministra\w*.*|.*\bforvaltning\w*.*|embeds\w+|.*\bembedsniveau", re.IGNORECASE), Role.ADMIN),
    (re.compile(r"(?:\w+ )?medlemmer(?:ne)?(?: af .*)?|\w*udvalgsmedlemmer|rådsmedlemmer", re.IGNORECASE), Role.MEMBER),
    (re.compile(r"referent\w*", re.IGNORECASE), Role.MINUTE_TAKER),
)
_PARTY_LETTER = re.compile(r"(?:liste|gruppe|parti)\s+(?P<letter>[A-ZÆØÅ])|(?P<before>[A-ZÆØÅ])-gruppen", re.IGNORECASE)
MOST_WORDS = 9
LONGEST_LABEL = 90
_AWAY_BEHIND = re.compile(rf"\s*(?:,|\(|[–-]\s|/)\s*(?P<away>{AWAY_LABEL})\)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over people as printed, without its colon. `general` ones only say that here are people."""

    label: str = ""
    general: bool = True
    status: AttendanceStatus = AttendanceStatus.PRESENT
    role: Role | None = None
    organisation: str | None = None
    party: str | None = None
    inline: bool = False
    """Whether its people follow on the line of the heading."""

    @property
    def away(self) -> bool:
        return self.status in {
            AttendanceStatus.ABSENT,
            AttendanceStatus.ABSENT_NOTIFIED,
            AttendanceStatus.ABSENT_UNNOTIFIED,
        }


@lru_cache(maxsize=1024)
def known_group(label: str) -> Group | None:
    """The group that a heading opens by its words alone."""
    text = " ".join(label.strip(" :.?–-").split()) if len(label) <= LONGEST_LABEL else ""
    if _PRESENT.fullmatch(text):
        return Group(text)
    if _AWAY.fullmatch(text):
        return Group(text, status=_away_status(text))
    if _REMOTE.fullmatch(text):
        return Group(text, general=False, status=AttendanceStatus.REMOTE)
    if _PARTLY.fullmatch(text):
        return Group(text, general=False, status=AttendanceStatus.PARTIAL)
    return _worded_group(text) or _group_away(text)


def _group_away(text: str) -> Group | None:
    """A group whose heading also says that those named were not there: "Egeby Kommune, afbud"."""
    match = _AWAY_BEHIND.search(text)
    group = None if match is None else possible_group(text[: match.start()])
    if match is None or group is None or group.general or group.away:
        return None
    return replace(group, label=text, status=_away_status(match["away"]))


def _worded_group(text: str) -> Group | None:
    words = text.split()
    if not 0 < len(words) <= MOST_WORDS or not text[0].isupper() or text[-1] in ",;.":
        return None
    if any(word_of(word).given for word in words) or any(sign.isdigit() for sign in text):
        return None
    if _holds_names(text):
        return None
    if not any(_GROUP_WORD.search(word.strip("(),")) for word in words) and not _FROM.match(text):
        return None
    role = next((role for pattern, role in _ROLES if pattern.fullmatch(text)), None)
    return Group(text, general=False, role=role, organisation=_organisation(text))


def _holds_names(text: str) -> bool:
    """Whether two words of a name stand in it, or a comma that no "og" follows."""
    if "," in text and " og " not in text.rpartition(",")[2]:
        return True
    words = [word_of(word.strip("(),")) for word in text.split()]
    plain = [one.name and not (one.organisation or one.title or one.subject or one.abbreviation) for one in words]
    named = any(one and two for one, two in pairwise(plain[1:]))
    return named and not _FROM.match(text) and not any(one.organisation for one in words)


@lru_cache(maxsize=1024)
def possible_group(label: str) -> Group | None:
    """The group that a heading may open where people follow: an organisation, a party or any few words."""
    known = known_group(label)
    if known is not None:
        return known
    text = " ".join(label.strip(" :.–-").split())
    words = text.split()
    if not 0 < len(words) <= MOST_WORDS or any(word_of(word).given for word in words):
        return None
    letter = _PARTY_LETTER.fullmatch(text)
    if letter is not None or is_party(text):
        return Group(text, general=False, party=letter["letter"] or letter["before"] if letter else text)
    party = re.fullmatch(
        r"(?:(?:liste|gruppe)\s+)?(?P<letter>[A-ZÆØÅ]\d?)\s*[-–.:,(]+\s*(?P<name>[^()]+)\)?"
        r"|(?P<first>[^()]{2,40}) \((?P<behind>[A-ZÆØÅ]\d?)\)",
        text,
        re.IGNORECASE,
    )
    if party is not None and is_party((party["name"] or party["first"]).strip()):
        return Group(text, general=False, party=party["letter"] or party["behind"])
    role = meeting_role(text)
    if looks_like_organisation(text) or role is not None:
        return Group(text, general=False, role=role, organisation=_organisation(text))
    return None


def _away_status(text: str) -> AttendanceStatus:
    flat = text.casefold()
    if "uden afbud" in flat or "uden forfald" in flat or flat.startswith("udeb"):
        return AttendanceStatus.ABSENT_UNNOTIFIED
    notified = (
        flat.startswith(("afbud", "forfald", "lovligt", "forhindre", "afmeldt", "meldt", "der var afbud"))
        or "med afbud" in flat
    )
    if "/" in flat or " og " in flat or " eller " in flat:
        notified = flat.startswith("afbud") and not re.search(r"frav", flat)
    return (
        AttendanceStatus.ABSENT_NOTIFIED
        if notified or (" afbud" in f" {flat}" and "frav" not in flat)
        else AttendanceStatus.ABSENT
    )


def _organisation(text: str) -> str | None:
    """The one organisation that a heading names, None where it names several or none."""
    if re.search(r"\b(?:udpeget|valgt)\b", text, re.IGNORECASE):
        return None
    rest = _FROM.sub("", text, count=1)
    first = rest.split()[0] if rest else ""
    plural = re.search(
        r"(?:kommunerne|kommuner|regionerne|organisationerne|foreninger|sygehuse|hospitaler|medlemmer(?:ne)?)$",
        rest,
        re.IGNORECASE,
    )
    if (
        not first[:1].isupper()
        or plural
        or not is_whole_organisation(rest)
        or rest.casefold() in {"region", "kommune", "kommunen", "regionen", "psykiatrien", "praksis"}
    ):
        return None
    return rest
