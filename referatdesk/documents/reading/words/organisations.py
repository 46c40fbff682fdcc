"""Words that tell an organisation, a part of one, or a party."""

from __future__ import annotations

import re
from functools import lru_cache

_PARTIES = frozenset(
    {
        "up",
        "løsgænger",
        "uden for partierne",
        "udenfor partierne",
        "uden for parti",
        "udenfor parti",
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
        "radikale",
        "det radikale venstre",
        "de radikale",
        "sf",
        "sf - socialistisk folkeparti",
        "socialistisk folkeparti",
        "slesvigsk parti",
        "schleswigsche partei",
        "socialdemokratiet",
        "socialdemokraterne",
        "socialdemokrat",
        "venstre",
        "borgerlisten",
        "lokallisten",
    }
)
TWO_LETTER_PARTIES = frozenset({"SF", "DF", "EL", "LA", "RV", "DD", "NB", "KD", "KF", "SP", "UP", "BL", "LL"})
_LISTS = re.compile(r"(?:liste|parti)\s+[A-ZÆØÅ]{1,2}\d{0,2}|\w*listen(?: \w+)?", re.IGNORECASE)
_PARTY_LETTERS = re.compile(r"[A-ZÆØÅ]{1,2}\d{0,2}\.?")
_SHORT_ORGANISATIONS = frozenset(
    {
        "KL",
        "DH",
        "FH",
        "DR",
        "AC",
        "RH",
        "RM",
        "RN",
        "RS",
        "HK",
        "LO",
        "HR",
        "IT",
        "AS",
        "PLO",
        "DSR",
        "FOA",
        "3F",
        "HMU",
    }
)

_END = re.compile(
    r"(?:kommune(?:n|r|rne|s)?|kommuners|region(?:en|er|s|erne)?|byråd(?:et)?|klynge(?:n)?|praksis|forening(?:en)?"
    r"|forbund(?:et)?|hospital(?:et)?|hospitaler|hospitalsenhed(?:en)?|sygehus(?:et)?|sygehusenhed(?:en)?|råd(?:et)?"
    r"|psykiatri(?:en)?|forvaltning(?:en)?|afdeling(?:en)?|sekretariat(?:et)?|udvalg(?:et)?|center(?:et)?|centret"
    r"|organisation(?:en|er|erne)?|selskab(?:et)?|styrelse(?:n)?|universitet(?:et)?|klinik(?:ken)?|lægevagt(?:en)?"
    r"|apotek(?:et)?|netværk(?:et)?|patienter|ældresagen|skole(?:n)?|fonden|forum|nettet|laboratorie(?:t)?"
    r"|bestyrelse(?:n)?|samvirke(?:t)?|laug(?:et)?|landsforening(?:en)?|menighed(?:en)?"
    r"|distrikt(?:et)?|plejehjem(?:met)?"
    r"|politi(?:et)?|højskole(?:n)?|kreds(?:en)?|(?<=\w)stedet|(?<=\w)huset|værksted(?:et)?|klubben|caf[ée]en|hjemmet|biblioteket"
    r"|museet|teatret|stemme)$",
    re.IGNORECASE,
)
_WORDS = frozenset(
    {"net", "stab", "staben", "enhed", "enheden", "koncern", "sagen", "pårørende", "danmark", "kontor", "kontoret"}
    | {"fællesskab", "fællesskabet", "a/s", "aps", "i/s", "p/s", "fmba"}
)
_TOP = re.compile(
    r"kommune(?:n|r|rne|s)?$|^region(?:en|s)?$|^regions|hospital|sygehus|universitet|psykiatrien|^plo\b|^kl$"
    r"|forening(?:en)?$|forbund(?:et)?$|organisation(?:en|er|erne)?$|patienter$|sagen$|a/s$|aps$|praksis$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"afdeling|center|centret|forvaltning|sekretariat|stab|enhed|kontor|klinik|afsnit|team|område|myndighed|magistrat",
    re.IGNORECASE,
)
_SUBJECTS = frozenset(
    [
        "administration",
        "administrationen",
        "arbejdsmarked",
        "beskæftigelse",
        "borgerservice",
        "borgere",
        "byggeri",
        "byudvikling",
        "børn",
        "dagtilbud",
        "digitalisering",
        "direktion",
        "direktionen",
        "drift",
        "erhverv",
        "familie",
        "forebyggelse",
        "forskning",
        "fritid",
        "fællesskaber",
        "handicap",
        "hr",
        "it",
        "indkøb",
        "jobcenter",
        "jura",
        "kommunikation",
        "kultur",
        "kvalitet",
        "landdistrikter",
        "ledelsesstøtte",
        "miljø",
        "myndighed",
        "natur",
        "omsorg",
        "personale",
        "planlægning",
        "plan",
        "pleje",
        "politik",
        "politisk",
        "rehabilitering",
        "sammenhæng",
        "samarbejde",
        "skole",
        "skoler",
        "social",
        "socialområdet",
        "strategi",
        "sundhed",
        "sundhedsfremme",
        "sundhedsområdet",
        "sygepleje",
        "teknik",
        "træning",
        "turisme",
        "udbud",
        "uddannelse",
        "udvikling",
        "unge",
        "voksne",
        "ældre",
        "økonomi",
        "analyse",
        "data",
        "direktionssekretariatet",
        "ledelse",
    ]
)
_ABBREVIATION = re.compile(r"[A-ZÆØÅ]{3,7}(?:-[\wæøåÆØÅ.-]+)*")


def is_party(text: str) -> bool:
    """One or two capital letters, with a figure or not, or the name of a party or a list."""
    if text.casefold().strip(" .") in _PARTIES or _LISTS.fullmatch(text.strip(" .")):
        return True
    return bool(_PARTY_LETTERS.fullmatch(text)) and text not in _SHORT_ORGANISATIONS


@lru_cache(maxsize=4096)
def is_organisation_word(word: str) -> bool:
    return word in _SHORT_ORGANISATIONS or word.casefold() in _WORDS or _END.search(word) is not None


def is_abbreviation(word: str) -> bool:
    """Three to seven capital letters, alone or with more behind a hyphen: often an organisation ("PLO-Fjordland")."""
    return _ABBREVIATION.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def looks_like_organisation(text: str) -> bool:
    if _ABBREVIATION.match(text) and is_abbreviation(text.split(maxsplit=1)[0]):
        return True
    return any(is_organisation_word(word.strip("().,")) for word in text.split())


def is_subject(word: str) -> bool:
    """A word that names what a department deals with, never a person."""
    return word.casefold().rstrip("-") in _SUBJECTS or word.endswith("-")


def is_whole_organisation(text: str) -> bool:
    """Whether it is an organisation of its own rather than a part of one."""
    words = text.replace("(", " ").replace(")", " ").split()
    if not words or _PART.match(words[0]):
        return False
    return any(_TOP.search(word.strip(".,")) for word in words) or is_abbreviation(words[0])
