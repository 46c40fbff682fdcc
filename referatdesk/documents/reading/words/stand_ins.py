"""Notes beside a name that tell who stood in for whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from referatdesk.domain.codes import SubstitutionKind

_STOOD_IN: tuple[tuple[str, SubstitutionKind], ...] = (
    (
        r"(?:er |som |mødte |møder |deltog |deltager |til ?stede )*i\s?(?:stedet|st\.) ?f(?:or|\.)",
        SubstitutionKind.IN_PLACE_OF,
    ),
    (r"(?:er |som )*tilforordnet for", SubstitutionKind.APPOINTED_FOR),
    (
        r"(?:er |som |mødte |møder |mødt |deltog |deltager |personlig )*"
        r"(?:stedfortræder|stedfortr\.|stedfortrædende|stedfortræderen|vikar"
        r"|vikarierende|fungerende|afløser|substitut) for",
        SubstitutionKind.DEPUTY,
    ),
    (
        r"(?:er |som |mødte |møder |mødt |deltog |deltager |personlig |[1-9]\. ?)*(?:suppleant|suppl\."
        r"|supp\.|indkaldt) for",
        SubstitutionKind.ALTERNATE,
    ),
    (
        r"(?:mødte|møder|mødt|deltog|deltager|mødte op|repræsenterede|repræsenterer|afløste|afløser"
        r"|erstatter|erstattede"
        r"|indtrådt|indtrådte) (?:for|i stedet for|på vegne af)|(?:afløste|afløser|erstatter|erstattede|repræsenterede)"
        r"|på vegne af|for",
        SubstitutionKind.IN_PLACE_OF,
    ),
)
_STANDS_IN = tuple((re.compile(rf"(?:{pattern})\s+", re.IGNORECASE), kind) for pattern, kind in _STOOD_IN)
_REPLACED = re.compile(
    r"(?:(?:personlig )?(?:stedfortræder|suppleant|afløser|vikar)(?: var| er)?(?:\s*[:=]\s*|\s+(?!for\b))"
    r"|som (?:stedfortræder|suppleant) (?:deltog|deltager|mødte|indtrådte):? "
    r"|i stedet (?:deltog|deltager|mødte|møder|mødt|for)?:?\s*"
    r"|i hans sted \w+ |i hendes sted \w+ "
    r"|(?:erstattet|afløst|repræsenteret) (?:af|ved) )",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"i stedet|som (?:stedfortræder|suppleant)|i hans|i hendes|erstattet|afløst|repræsenteret", re.IGNORECASE
)
_CAME_BEHIND = re.compile(r" (?:deltog|deltager|mødte|møder|mødt|var til ?stede)(?: i stedet)?$", re.IGNORECASE)
_REPLACED_BEHIND = re.compile(
    r"\s+(?:(?:deltog|deltager|mødte|møder|mødt|er)\s+)?(?:i stedet|som (?:stedfortræder|suppleant))", re.IGNORECASE
)
_STAND_IN_FIRST = frozenset(
    [
        "i",
        "istedet",
        "er",
        "som",
        "mødte",
        "møder",
        "mødt",
        "deltog",
        "deltager",
        "til",
        "tilstede",
        "tilforordnet",
        "personlig",
        "stedfortræder",
        "stedfortr.",
        "stedfortrædende",
        "stedfortræderen",
        "vikar",
        "vikarierende",
        "fungerende",
        "afløser",
        "substitut",
        "suppleant",
        "suppl.",
        "supp.",
        "indkaldt",
        "repræsenterede",
        "repræsenterer",
        "afløste",
        "erstatter",
        "erstattede",
        "indtrådt",
        "indtrådte",
        "på",
        "for",
        "1.",
        "2.",
        "3.",
        "4.",
    ]
)
LONGEST_NOTE = 160


@dataclass(frozen=True, slots=True)
class StandIn:
    """The other name in a note: whom the person stands in for, or (`replaced`) who stood in for the person.

    `came` says that whoever stood in surely was there; `raw` is the note.
    """

    name: str
    kind: SubstitutionKind | None = None
    replaced: bool = False
    came: bool = False
    raw: str = ""


def may_be_stand_in(first_word: str) -> bool:
    return first_word.casefold().rstrip(":,") in _STAND_IN_FIRST


@lru_cache(maxsize=4096)
def stand_in_of(note: str) -> StandIn | None:
    """The other name in a note about a stand-in; whether it is a name is for the caller to judge."""
    flat = " ".join(note.split()).strip(" .,")
    if len(flat) > LONGEST_NOTE:
        return None
    for pattern, kind in _STANDS_IN:
        match = pattern.match(flat)
        if match is not None and match.end() < len(flat):
            return StandIn(flat[match.end() :], kind)
    match = _REPLACED.match(flat)
    if match is not None and match.end() < len(flat):
        came = _CAME_BEHIND.search(flat)
        name = flat[match.end() : came.start() if came is not None else None]
        return StandIn(name, None, True, came is not None or _CAME.match(flat) is not None, flat)
    behind = _REPLACED_BEHIND.search(flat)
    if behind is not None and behind.end() == len(flat) and behind.start() > 0:
        return StandIn(flat[: behind.start()], None, True, True, flat)
    return None
