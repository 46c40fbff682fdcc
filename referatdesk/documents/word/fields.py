"""The vocabulary of templates: every field and repeat, where it may stand, and what it is in Danish.

The names are Danish because they are read and written by the people who make templates. A later tool shows this table.
"""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass

TAG_PREFIX = "rd:"
CONDITION_PREFIX = "hvis."
ROOT = "møde"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field: the scope it belongs to (ROOT or a repeat), whether its value is rich text, and words for a person."""

    name: str
    scope: str
    description: str
    example: str
    rich: bool = False


@dataclass(frozen=True, slots=True)
class RepeatSpec:
    """A repeat and the scopes in which it may stand."""

    name: str
    parents: tuple[str, ...]
    description: str


REPEATS = {
    spec.name: spec
    for spec in (
        RepeatSpec("oplysninger", (ROOT,), "Øvrige linjer i mødets hoved"),
        RepeatSpec("grupper", (ROOT,), "Deltagerne samlet i grupper"),
        RepeatSpec("deltagere", (ROOT, "grupper"), "Hver deltager"),
        RepeatSpec("punkter", (ROOT,), "Hvert punkt på dagsordenen"),
        RepeatSpec("oplægsholdere", ("punkter",), "Hver oplægsholder ved punktet"),
        RepeatSpec("afsnit", ("punkter",), "Hvert afsnit i punktet, i punktets egen rækkefølge"),
        RepeatSpec("bilag", (ROOT, "punkter", "afsnit"), "Hvert bilag: mødets, punktets eller bilagsafsnittets"),
    )
}

SECTION_NAMES = (
    "resumé",
    "sagsfremstilling",
    "baggrund",
    "problemstilling",
    "løsning",
    "økonomi",
    "klimavurdering",
    "konsekvenser",
    "lovgrundlag",
    "høring",
    "indstilling",
    "beslutning",
    "referat",
    "tidligere",
    "kompetence",
    "andet",
)
"""Kinds of sections that may stand as a field of their own in an item ("punkt.indstilling")."""


def _section_fields() -> list[FieldSpec]:
    return [
        FieldSpec(
            f"punkt.{name}", "punkter", f"Punktets afsnit af slagsen {name}", "Sundhedsrådet drøftede sagen.", rich=True
        )
        for name in SECTION_NAMES
    ]


FIELDS = {
    spec.name: spec
    for spec in (
        FieldSpec("møde.titel", ROOT, "Referatets overskrift", "REFERAT Sundhedsråd Østfjord d. 04-02-2027"),
        FieldSpec("møde.udvalg", ROOT, "Udvalgets navn", "Sundhedsråd Østfjord"),
        FieldSpec("møde.dato", ROOT, "Dag uden klokkeslæt", "Torsdag d. 4. februar 2027"),
        FieldSpec("møde.tid", ROOT, "Klokkeslæt", "kl. 17:30"),
        FieldSpec("møde.tidspunkt", ROOT, "Dag og klokkeslæt", "Torsdag d. 4. februar 2027 kl. 17:30"),
        FieldSpec("møde.sted", ROOT, "Mødested", "Rådhuset, lokale 2"),
        FieldSpec("møde.link", ROOT, "Link til et virtuelt møde", "https://moede.example"),
        FieldSpec(
            "møde.deltagere", ROOT, "Alle deltagere i ét stykke", "Merete Aaby, V, Palle Nørre, Egeby Kommune (Fravær)"
        ),
        FieldSpec("møde.fraværende", ROOT, "De fraværende i ét stykke", "Palle Nørre, Egeby Kommune"),
        FieldSpec("møde.referent", ROOT, "Den eller de, der fører referatet", "Ida Vester"),
        FieldSpec("møde.mødeleder", ROOT, "Den, der leder mødet", "Merete Aaby"),
        FieldSpec("møde.sagsnr", ROOT, "Mødets sagsnummer", "27/104"),
        FieldSpec("møde.doknr", ROOT, "Mødets dokumentnummer", "27/104-3"),
        FieldSpec("møde.afsender", ROOT, "Afsenderens enhed og adresse", "Sundhedssekretariatet"),
        FieldSpec("møde.skrevet", ROOT, "Sted og måned for affattelsen", "Egeby, februar 2027"),
        FieldSpec("møde.underskrift", ROOT, "Afsluttende linje", "Referat: Ida Vester"),
        FieldSpec(
            "møde.indhold",
            ROOT,
            "Overskrift over indholdsfortegnelsen; tom, når huset ingen har",
            "Indholdsfortegnelse",
        ),
        FieldSpec("oplysning.navn", "oplysninger", "Linjens ledetekst", "Emne"),
        FieldSpec("oplysning.værdi", "oplysninger", "Linjens indhold", "Nabohjælp"),
        FieldSpec("gruppe.navn", "grupper", "Gruppens navn", "Medlemmer"),
        FieldSpec("gruppe.deltagere", "grupper", "Gruppens deltagere i ét stykke", "Merete Aaby, V, Sanne Brix, A"),
        FieldSpec("deltager.navn", "deltagere", "Navn", "Palle Nørre"),
        FieldSpec("deltager.titel", "deltagere", "Titel", "direktør"),
        FieldSpec("deltager.enhed", "deltagere", "Enhed", "Sundhed og Omsorg"),
        FieldSpec("deltager.organisation", "deltagere", "Organisation", "Egeby Kommune"),
        FieldSpec("deltager.parti", "deltagere", "Parti", "V"),
        FieldSpec("deltager.mail", "deltagere", "Mailadresse", "palle@egeby.example"),
        FieldSpec("deltager.fremmøde", "deltagere", "Fremmøde, når det skal siges", "(Fravær)"),
        FieldSpec("punkt.overskrift", "punkter", "Nummer og titel i husets form", "Punkt 1: Nabohjælp"),
        FieldSpec("punkt.underoverskrift", "punkter", "Det samme for et underpunkt", "Punkt 1.1: Oplæg"),
        FieldSpec("punkt.nummer", "punkter", "Nummeret alene", "1"),
        FieldSpec("punkt.titel", "punkter", "Titlen alene", "Nabohjælp"),
        FieldSpec("punkt.sagsnr", "punkter", "Sagsnummer", "27/310"),
        FieldSpec("punkt.doknr", "punkter", "Dokumentnummer", "27/310-2"),
        FieldSpec("punkt.tema", "punkter", "Temaets linje ved temaets første punkt", "Tema: Nærhed"),
        FieldSpec("punkt.oplægsholdere", "punkter", "Oplægsholderne i ét stykke", "v/ Ida Vester"),
        FieldSpec("punkt.fraværende", "punkter", "De fraværende ved punktet", "Palle Nørre, Egeby Kommune"),
        *_section_fields(),
        FieldSpec("oplægsholder.tekst", "oplægsholdere", "Oplægsholderens linje", "v/ Ida Vester, sekretær"),
        FieldSpec(
            "afsnit.overskrift", "afsnit", "Afsnittets overskrift", "Beslutning i Sundhedsråd Østfjord den 04-02-2027"
        ),
        FieldSpec("afsnit.underoverskrift", "afsnit", "Det samme i et underpunkt", "Referat"),
        FieldSpec("afsnit.etiket", "afsnit", "Ledetekst på samme linje som indholdet", "Fraværende"),
        FieldSpec("afsnit.linje", "afsnit", "Indholdet på ledetekstens linje", "Palle Nørre, Egeby Kommune", rich=True),
        FieldSpec("afsnit.tekst", "afsnit", "Afsnittets tekst", "Rådet drøftede forslaget.", rich=True),
        FieldSpec("bilag.titel", "bilag", "Bilagets linje", "Kommissorium.pdf"),
        FieldSpec("bilag.nummer", "bilag", "Bilagets nummer", "Bilag 1"),
    )
}


def normal_name(tag: str) -> str | None:
    """The name in a control's tag, or None where the tag is not one of ours."""
    tag = unicodedata.normalize("NFC", tag).strip()
    return tag[len(TAG_PREFIX) :].strip().lower() if tag.lower().startswith(TAG_PREFIX) else None


def nearest_name(name: str) -> str:
    """The known name that is spelt most like this one, or ""."""
    bare = name.removeprefix(CONDITION_PREFIX)
    close = difflib.get_close_matches(bare, [*FIELDS, *REPEATS], n=1, cutoff=0.6)
    prefix = CONDITION_PREFIX if name != bare else ""
    return prefix + close[0] if close else ""
