"""Words that tell a person's title or office, and what part in the meeting an office gives."""

from __future__ import annotations

import re
from functools import lru_cache

from referatdesk.domain.codes import Role

_TITLE = re.compile(
    r"[\wæøå./&-]*(?:formand|forkvinde|forperson|formandskab|borgmester|direktør|chef|leder"
    r"|konsulent|sekretær|referent|læge"
    r"|rådmand|medlem|koordinator|sygeplejerske|fuldmægtig|observatør|gæst|vært|suppleant|stedfortræder|repræsentant"
    r"|overlæge|jurist|advokat|mægler|revisor|håndværker|præst|politibetjent|rektor|viceinspektør|inspektør|pædagog|lærer|terapeut|jordemoder"
    r"|psykolog|professor|lektor"
    r"|assistent|medarbejder|specialist|planlægger|ingeniør|arkitekt|økonom|controller|analytiker|tovholder|tillidsmand"
    r"|ordfører|præsident|generalsekretær|kasserer|bestyrer|forstander|dirigent|ordstyrer|apoteker|farmaceut|praktikant"
    r"|student|studentermedhjælper|elev|rådgiver|manager|partner|ejer|udvikler|visitator|formænd|journalist|redaktør"
    r"|oplægsholder|kontorelev|regionsdirektør|tandlæge|diætist|bioanalytiker|portør"
    r"|sosu-assistent|mediator|provst|biskop)"
    r"(?:en|er|e|n|s)?",
    re.IGNORECASE,
)
_SHORT = frozenset(
    {
        "fmd",
        "fmd.",
        "nfmd",
        "nfmd.",
        "ref.",
        "tr",
        "ftr",
        "amr",
        "ltr",
        "dir.",
        "afd.leder",
        "ceo",
        "cfo",
        "sekr.",
        "tr-suppleant",
    }
    | {"sekretariat", "sekretariatet", "fællestillidsrepræsentant", "ac-tap", "tap", "phd", "ph.d.", "ph.d.-studerende"}
)
_BEFORE_TITLE = re.compile(
    r"\w+(?:ende|lig|ige|lige|eret|isk|iske|tidligere)|kst\.?|fg\.?|konst\.?|tidl\.?|adm\.?|vice"
    r"|[1-9]\.|første|anden|ny|nye|faglig"
    r"|ass\.?|senior|junior|ph\.d\.?",
    re.IGNORECASE,
)
_MEETING_ROLES = (
    (re.compile(r"med(?:formand|forperson|forkvinde|formænd)\w*"), Role.CO_CHAIR),
    (
        re.compile(r"(?:[1-9]\.\s*)?(?:vice|næst)(?:formand|forperson|forkvinde|formænd)\w*|nfmd\.?|n[æa]stfmd\.?"),
        Role.VICE_CHAIR,
    ),
    (
        re.compile(
            r"(?:formand|forperson|forkvinde|udvalgsformand|rådsformand|formænd\w*|formandskab\w*"
            r"|fmd\.?)(?:en)?"
        ),
        Role.CHAIR,
    ),
    (re.compile(r"(?:mødeleder|ordstyrer|dirigent)(?:e|en)?"), Role.MEETING_LEADER),
    (re.compile(r"(?:møde)?vært(?:er|en)?"), Role.HOST),
    (
        re.compile(r"(?:referent(?:er|en)?|ref\.?|protokolfører|referatskriver|mødesekretær|pennefører)"),
        Role.MINUTE_TAKER,
    ),
    (re.compile(r"(?:sekretariat(?:et)?\w*|sekretariatsbetjening|sekretær|udvalgssekretær|sekr\.?)"), Role.SECRETARIAT),
    (re.compile(r"(?:observatør(?:er)?|tilhører(?:e)?)"), Role.OBSERVER),
    (re.compile(r"(?:gæst(?:er)?|inviterede?|indbudte?)"), Role.GUEST),
    (re.compile(r"(?:oplægsholder(?:e)?|foredragsholder(?:e)?)"), Role.PRESENTER),
    (re.compile(r"(?:suppleant(?:er)?|stedfortræder(?:e)?|afløser(?:e)?|vikar)"), Role.SUBSTITUTE),
    (re.compile(r"(?:medlem(?:mer)?|menigt medlem|udvalgsmedlem(?:mer)?)"), Role.MEMBER),
)


@lru_cache(maxsize=4096)
def is_title_word(word: str) -> bool:
    return word.casefold() in _SHORT or _TITLE.fullmatch(word) is not None


def is_before_title(word: str) -> bool:
    """A word that stands in front of a title and belongs to it: "ledende", "konst.", "1."."""
    return _BEFORE_TITLE.fullmatch(word) is not None


def meeting_role(text: str) -> Role | None:
    """The part in the meeting that an office means, None for a title such as "direktør"."""
    flat = text.casefold().strip(" .:")
    return next(
        (role for pattern, role in _MEETING_ROLES if pattern.fullmatch(flat) or pattern.fullmatch(flat + ".")), None
    )


def meeting_roles(text: str) -> tuple[Role, ...]:
    """The parts that a note such as "vært og mødeleder" names; none where one word of it is no such part."""
    found = [meeting_role(piece) for piece in re.split(r"\s+og\s+|\s*[,/&]\s*", text.strip())]
    return tuple(role for role in found if role is not None) if all(found) else ()
