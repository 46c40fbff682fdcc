"""The words that Danish houses print over the sections of an item."""

from __future__ import annotations

import re

from referatdesk.domain.codes import SectionKind

_CORE: tuple[tuple[SectionKind, str], ...] = (
    (
        SectionKind.SUMMARY,
        r"(?:kort )?(?:sags)?resum[eé](?: af sagen)?|sammendrag|kort fortalt|kort om sagen|sagen kort|i korte træk"
        r"|summary",
    ),
    (
        SectionKind.CASE_TEXT,
        r"(?:sags)?fremstilling(?: af sagen)?|sagsbeskrivelse|beskrivelse(?: af sagen)?|redegørelse"
        r"|sagens indhold|indhold|sagen",
    ),
    (
        SectionKind.CLIMATE,
        r"klima(?:vurdering|konsekvenser)?|klima[- ]? ?og miljø(?:vurdering|mæssige konsekvenser)?"
        r"|bæredygtighed(?:svurdering)?",
    ),
    (
        SectionKind.RECOMMENDATION,
        r"(?:[\w-]+s )?indstilling(?:er|en)?(?: fra .{1,60}| til .{1,60})?|forslag til beslutning"
        r"|beslutningsforslag|anbefaling(?:er|en)?|recommendations?",
    ),
    (
        SectionKind.ATTACHMENTS,
        r"bilag(?:sliste|sfortegnelse|soversigt|smateriale)?(?: til (?:punktet|sagen))?|(?:vedlagte|vedhæftede"
        r"|åbne|lukkede) bilag"
        r"|vedlagt(?:e dokumenter)?|vedhæftet|sagens dokumenter|dokumenter|mødemateriale"
        r"|materiale(?: til punktet)?|bilag og links|attachments?|appendi(?:x|ces)",
    ),
    (
        SectionKind.MINUTES,
        r"referat(?: af (?:punktet|drøftelse[nr]?|behandlingen|mødet))?|drøftelse(?:n|r|rne)?(?: på mødet| i udvalget)?"
        r"|(?:møde)?behandling(?:en)?(?: på mødet)?|fra mødet|på mødet|mødets forløb"
        r"|(?:det|hvad) (?:talte|snakkede) vi om|(?:det|hvad) drøftede vi|vi (?:talte|snakkede) om"
        r"|opsamling(?: på drøftelsen)?|refereret|debat(?:ten)?|discussions?",
    ),
    (
        SectionKind.DECISION,
        r"(?:[\w§-]+(?:s|ets|ens) )?beslutning(?:er|en|erne)?(?: på mødet| og opfølgning| og aftaler)?"
        r"|(?:[\w-]+ )?afgørelse|(?:[\w-]+ )?konklusion(?:er|en)?|resultat(?:et)?(?: af (?:behandlingen|afstemningen))?"
        r"|afstemning(?:en|er)?|decisions?|conclusions?|resolutions?|agreed"
        r"|vedtage(?:lse|t)|protokollat|(?:referat|drøftelse) ?(?:/|og|&) ?(?:beslutning(?:er)?|konklusion(?:er)?)"
        r"|beslutning(?:er)? ?(?:/|og|&) ?(?:referat|drøftelse)|beslutningsreferat|aftaler?"
        r"|(?:det blev )?aftalt(?: på mødet)?"
        r"|besluttet|(?:[\w-]+(?:et|en|ne|råd)|(?-i:[A-ZÆØÅ]{2,8})|vi|mødet) (?:besluttede|vedtog|aftalte|konkluderede)"
        r"|(?:det|hvad) (?:aftalte|besluttede) vi|vores (?:aftaler|beslutninger)",
    ),
)
_OTHERS: tuple[tuple[SectionKind, str], ...] = (
    (
        SectionKind.BACKGROUND,
        r"(?:sagens )?baggrund(?:en)?(?: for (?:sagen|punktet))?|anledning|baggrund og (?:formål|indhold)"
        r"|indledning|status|background",
    ),
    (SectionKind.PROBLEM, r"problem(?:stilling(?:en)?)?"),
    (SectionKind.SOLUTION, r"løsning(?:sforslag|en)?"),
    (
        SectionKind.ECONOMY,
        r"økonomi(?:ske (?:konsekvenser|forhold)|en)?|økonomi og (?:finansiering|personale)|finansiering"
        r"|bevillingsmæssige (?:konsekvenser|forhold)|økonomi/personale",
    ),
    (SectionKind.CONSEQUENCES, r"(?:(?:\w+mæssige|andre|øvrige)(?: og \w+mæssige)? )?konsekvenser(?: for .{1,60})?"),
    (
        SectionKind.LEGAL,
        r"lovgrundlag(?:et)?(?: mv\.?| m\.v\.?)?|lovgivning|retsgrundlag|juridiske (?:forhold|konsekvenser)"
        r"|jura|retligt grundlag",
    ),
    (SectionKind.HEARING, r"høring(?:er|ssvar)?|høring og inddragelse|inddragelse og høring|partshøring"),
    (
        SectionKind.EARLIER_DECISIONS,
        r"tidligere (?:beslutning(?:er)?|behandling(?:er)?|politiske? behandling)|politisk behandling"
        r"|beslutningshistorik|historik|sagens tidligere behandling",
    ),
    (SectionKind.COMPETENCE, r"(?:beslutnings)?kompetence(?:forhold|n)?"),
    (
        SectionKind.OTHER,
        r"beslutningstema|supplerende sagsfremstilling|sagens gang|borgerinddragelse|inddragelse|bemærkninger"
        r"|noter|opfølgning"
        r"|(?:det )?videre forløb|(?:den )?videre proces|videre (?:behandling|sagsgang)"
        r"|næste skridt|kommunikation|formål(?: med punktet)?|personale"
        r"|(?:administrationens|forvaltningens|direktionens) (?:bemærkninger|vurdering)|vurdering|sagsbehandler"
        r"|(?:særligt )?(?:inviterede|indbudte)(?: deltagere| gæster)?|deltagere? (?:i|under) (?:punktet|sagen)"
        r"|(?:kort )?(?:orientering|gennemgang|status|præsentation) v/ ?.{2,70}"
        r"|ansvarlig(?:e)?|deadline|frist|initialer|(?:in)?habilitet|(?:ændrings|under)forslag"
        r"|tilført (?:til )?protokollen|protokol(?:tilførsel|bemærkning(?:er)?)|særstandpunkt(?:er)?"
        r"|spørgsmål(?: til drøftelse)?|til drøftelse|handling(?:er)?|aktion(?:er)?|opgaver"
        r"|supplerende oplysninger|videre sagsgang|svar|høringssvar|mindretalsudtalelser?"
        r"|action (?:points?|items?)|actions?"
        r"|next steps?|follow-?up",
    ),
)
STEMS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE), kind_is_core)
    for kinds, kind_is_core in ((_CORE, True), (_OTHERS, False))
    for kind, pattern in kinds
)
RECOMMENDS = re.compile(
    r"(?:[\w-]+(?:en|et|ne|råd|chef|direktør) (?:indstiller|anbefaler|foreslår)|det (?:indstilles|anbefales|foreslås))"
    r"(?: til .{1,60})?(?:,? at)?[,:]?",
    re.IGNORECASE,
)
"""A sentence left open, under which the points of a recommendation stand."""
CORE_KINDS = frozenset(kind for kind, _ in _CORE)
DECIDING = frozenset({SectionKind.DECISION, SectionKind.MINUTES})
LONGEST_STEM = 80
MOST_PIECES = 4
_COUNTED = re.compile(r"\s*\(\d{1,3}\)$")
"""How many follow ("Bilag (2)")."""
_BETWEEN = re.compile(r"\s*[/&,]\s*|\s+(?:og|samt)\s+")
_HEAVIEST = (SectionKind.DECISION, SectionKind.MINUTES)


def kind_of_words(stem: str) -> tuple[SectionKind, bool] | None:
    """What a label of these words opens, and whether hardly anything but a label reads so."""
    if len(stem) > LONGEST_STEM:
        return None
    stem = _COUNTED.sub("", stem)
    return _kind_of_one(stem) or _kind_of_several(stem)


def _kind_of_one(stem: str) -> tuple[SectionKind, bool] | None:
    return next(((kind, core) for kind, pattern, core in STEMS if pattern.fullmatch(stem)), None)


def _kind_of_several(stem: str) -> tuple[SectionKind, bool] | None:
    """A label made of labels ("Drøftelse/beslutning/ansvarlig"): what is decided under it counts most."""
    pieces = _BETWEEN.split(stem)
    found = [_kind_of_one(piece) for piece in pieces] if 1 < len(pieces) <= MOST_PIECES else []
    kinds = [one for one in found if one is not None]
    if not kinds or len(kinds) < len(pieces):
        return None
    return next((one for kind in _HEAVIEST for one in kinds if one[0] is kind), kinds[0])


_TELLING: tuple[tuple[SectionKind, str], ...] = (
    (SectionKind.RECOMMENDATION, r"indstil|anbefal"),
    (SectionKind.DECISION, r"beslut|vedt[ao]g|vedtage|afgør|konklu|aftalt"),
    (SectionKind.MINUTES, r"referat|refere|drøft|opsamling|behandl"),
    (SectionKind.ATTACHMENTS, r"bilag|vedhæft"),
    (SectionKind.ECONOMY, r"økonomi|finansier"),
    (SectionKind.BACKGROUND, r"baggrund"),
)


def kind_told(stem: str) -> SectionKind:
    """What a label that only one house has seems to open."""
    return next((kind for kind, words in _TELLING if re.search(words, stem, re.IGNORECASE)), SectionKind.OTHER)
