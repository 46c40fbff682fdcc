"""The fields of the agenda: themes, items, their sections, and what the items led to."""

from __future__ import annotations

from collections.abc import Iterator

from referatdesk.documents.word.specs import FieldSpec

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

_EXAMPLES = {
    "resumé": "Forslag om nabohjælp i Egeby.",
    "økonomi": "Udgiften er 20.000 kr.",
    "klimavurdering": "Forslaget har ingen betydning for klimaet.",
    "indstilling": "Det indstilles, at Sundhedsråd Østfjord godkender forslaget.",
    "beslutning": "Godkendt.",
    "referat": "Rådet drøftede forslaget.",
}


def _by_kind() -> Iterator[FieldSpec]:
    for name in SECTION_NAMES:
        words = _EXAMPLES.get(name, "Rådet får forelagt sagen.")
        yield FieldSpec(f"punkt.{name}", "punkter", f"Punktets afsnit af slagsen {name}", words, rich=True)
        yield FieldSpec(
            f"punkt.{name}.overskrift",
            "punkter",
            f"Overskriften over punktets {name}, som huset skriver den",
            _label(name),
        )
        yield FieldSpec(f"afsnit.{name}", "afsnit", f"Afsnittets tekst, når det er af slagsen {name}", words, rich=True)


def _label(name: str) -> str:
    return "Beslutning i Sundhedsråd Østfjord den 04-02-2027" if name == "beslutning" else name.capitalize()


_ITEMS = (
    FieldSpec("tema.linje", "temaer", "Temaets linje; tom for punkter uden tema", "Tema: Nærhed"),
    FieldSpec("tema.titel", "temaer", "Temaets titel alene", "Nærhed"),
    FieldSpec("punkt.overskrift", "punkter", "Nummer og titel i husets form", "Punkt 1: Nabohjælp"),
    FieldSpec("punkt.underoverskrift", "punkter", "Det samme for et underpunkt", "Punkt 1.1: Oplæg"),
    FieldSpec(
        "punkt.forløb",
        "punkter",
        "Sætningen om et punkt, der kom på dagsordenen på mødet",
        "Punktet blev sat på dagsordenen på mødet.",
    ),
    FieldSpec("punkt.nummer", "punkter", "Nummeret alene", "1"),
    FieldSpec("punkt.titel", "punkter", "Titlen alene", "Nabohjælp"),
    FieldSpec("punkt.sagsnr", "punkter", "Sagsnummer", "27/310"),
    FieldSpec("punkt.doknr", "punkter", "Dokumentnummer", "27/310-2"),
    FieldSpec("punkt.adgang", "punkter", "Om punktet er lukket", "Lukket punkt"),
    FieldSpec("punkt.behandling", "punkter", "Hvad punktet er til", "Til drøftelse"),
    FieldSpec("punkt.tidsramme", "punkter", "Den tid, der er sat af", "15 min."),
    FieldSpec("punkt.tema", "punkter", "Temaets linje ved temaets første punkt", "Tema: Nærhed"),
    FieldSpec("punkt.oplægsholdere", "punkter", "Oplægsholderne i ét stykke", "v/ Ida Vester"),
    FieldSpec(
        "punkt.deltagere",
        "punkter",
        "Alle deltagere i ét stykke i det punkt, der siger, hvem der var der",
        "Merete Aaby",
    ),
    FieldSpec("punkt.fraværende", "punkter", "De fraværende ved punktet", "Palle Nørre, Egeby Kommune"),
    FieldSpec(
        "punkt.fremmøde", "punkter", "Hvem der kom, gik eller var inhabil, i ét stykke", "Palle Nørre forlod mødet."
    ),
    FieldSpec(
        "punkt.bilagsliste", "punkter", "Punktets bilag som liste, nummereret når de er det", "Notat.pdf", rich=True
    ),
    FieldSpec("punkt.bilagsnumre", "punkter", "Punktets bilag som nummereret liste", "1. Notat.pdf", rich=True),
    FieldSpec("oplægsholder.tekst", "oplægsholdere", "Oplægsholderens linje", "v/ Ida Vester, sekretær"),
    FieldSpec("oplægsholder.navn", "oplægsholdere", "Oplægsholderens navn", "Ida Vester"),
)
_SECTIONS = (
    FieldSpec(
        "afsnit.overskrift", "afsnit", "Afsnittets overskrift", "Beslutning i Sundhedsråd Østfjord den 04-02-2027"
    ),
    FieldSpec("afsnit.underoverskrift", "afsnit", "Det samme i et underpunkt", "Referat"),
    FieldSpec("afsnit.etiket", "afsnit", "Ledetekst på samme linje som indholdet", "Fraværende"),
    FieldSpec("afsnit.linje", "afsnit", "Indholdet på ledetekstens linje", "Palle Nørre, Egeby Kommune", rich=True),
    FieldSpec("afsnit.tekst", "afsnit", "Afsnittets tekst", "Rådet drøftede forslaget.", rich=True),
    FieldSpec(
        "afsnit.bilagsliste",
        "afsnit",
        "Bilagsafsnittets bilag som liste, nummereret når de er det",
        "Notat.pdf",
        rich=True,
    ),
    FieldSpec("afsnit.bilagsnumre", "afsnit", "Bilagsafsnittets bilag som nummereret liste", "1. Notat.pdf", rich=True),
    FieldSpec("bilag.titel", "bilag", "Bilagets linje", "Kommissorium.pdf"),
    FieldSpec("bilag.nummer", "bilag", "Bilagets nummer", "Bilag 1"),
)
_OUTCOMES = (
    FieldSpec("indstilling.nummer", "indstillinger", "Nummer eller bogstav", "a"),
    FieldSpec("indstilling.tekst", "indstillinger", "Ordlyden", "godkender forslaget", rich=True),
    FieldSpec("indstilling.stiller", "indstillinger", "Hvem der indstiller", "Direktionen"),
    FieldSpec("indstilling.udfald", "indstillinger", "Hvad det blev til", "Godkendt"),
    FieldSpec("beslutning.udvalg", "beslutninger", "Udvalget, der besluttede", "Sundhedsråd Østfjord"),
    FieldSpec("beslutning.dato", "beslutninger", "Dagen for beslutningen", "04-02-2027"),
    FieldSpec("beslutning.punkt", "beslutninger", "Nummer og titel på punktet", "Punkt 1: Nabohjælp"),
    FieldSpec("beslutning.overskrift", "beslutninger", "Afsnittets overskrift", "Beslutning i Rådet den 04-02-2027"),
    FieldSpec("beslutning.tekst", "beslutninger", "Beslutningens ord", "Godkendt.", rich=True),
    FieldSpec("beslutning.udfald", "beslutninger", "Udfaldet med ét ord", "Godkendt"),
    FieldSpec(
        "beslutning.forbehold", "beslutninger", "Betingelser for beslutningen", "Under forudsætning af bevilling"
    ),
    FieldSpec("afstemning.emne", "afstemninger", "Hvad der blev stemt om", "Ændringsforslag"),
    FieldSpec("afstemning.tal", "afstemninger", "Stemmerne i ét stykke", "9 for, 5 imod, 1 undlod at stemme"),
    FieldSpec("afstemning.for", "afstemninger", "Stemmer for", "9"),
    FieldSpec("afstemning.imod", "afstemninger", "Stemmer imod", "5"),
    FieldSpec("afstemning.undlod", "afstemninger", "Undlod at stemme", "1"),
    FieldSpec("afstemning.resultat", "afstemninger", "Hvad afstemningen gav", "Vedtaget"),
    FieldSpec(
        "afstemning.tekst",
        "afstemninger",
        "Hele afstemningen, som huset skriver den",
        "9 stemte for, 5 stemte imod, og 1 undlod at stemme.",
    ),
    FieldSpec("stemme.hvem", "stemmer", "Hvem der stemte", "Sanne Brix"),
    FieldSpec("stemme.valg", "stemmer", "Hvad der blev stemt", "imod"),
    FieldSpec("udtalelse.slags", "udtalelser", "Udtalelsens slags", "Protokolbemærkning"),
    FieldSpec("udtalelse.hvem", "udtalelser", "Hvem udtalelsen er fra", "Sanne Brix, A"),
    FieldSpec("udtalelse.tekst", "udtalelser", "Udtalelsens ord", "Partiet kan ikke støtte forslaget."),
    FieldSpec(
        "udtalelse.linje",
        "udtalelser",
        "Hele udtalelsen, som huset skriver den",
        "Sanne Brix tog forbehold.",
    ),
    FieldSpec("fremmødenote.hvem", "fremmødenoter", "Hvem noten gælder", "Palle Nørre"),
    FieldSpec("fremmødenote.tekst", "fremmødenoter", "Hele noten", "Palle Nørre forlod mødet kl. 18.10."),
    FieldSpec("opfølgning.hvad", "opfølgninger", "Opgaven", "Sender et notat om cykelstien"),
    FieldSpec("opfølgning.hvem", "opfølgninger", "Den eller de ansvarlige", "Ida Vester"),
    FieldSpec("opfølgning.hvornår", "opfølgninger", "Fristen", "1. marts 2027"),
    FieldSpec("opfølgning.punkt", "opfølgninger", "Nummer og titel på punktet", "Punkt 1: Nabohjælp"),
)

ITEM_FIELDS = (*_ITEMS, *_by_kind(), *_SECTIONS, *_OUTCOMES)
