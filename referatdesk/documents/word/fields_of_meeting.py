"""The fields of a meeting's head and of the people in it."""

from __future__ import annotations

from referatdesk.documents.word.specs import ROOT, FieldSpec

_HEAD = (
    FieldSpec("møde.titel", ROOT, "Referatets overskrift", "REFERAT Sundhedsråd Østfjord d. 04-02-2027"),
    FieldSpec("møde.udvalg", ROOT, "Udvalgets navn", "Sundhedsråd Østfjord"),
    FieldSpec("møde.slags", ROOT, "Mødets slags, når det ikke er et ordinært møde", "Ekstraordinært møde"),
    FieldSpec("møde.dato", ROOT, "Dag uden klokkeslæt", "Torsdag d. 4. februar 2027"),
    FieldSpec("møde.tid", ROOT, "Klokkeslæt", "kl. 17:30 – 19:00"),
    FieldSpec("møde.tidspunkt", ROOT, "Dag og klokkeslæt", "Torsdag d. 4. februar 2027 kl. 17:30"),
    FieldSpec("møde.start", ROOT, "Hvornår mødet begyndte", "kl. 17:30"),
    FieldSpec("møde.slut", ROOT, "Hvornår mødet sluttede", "kl. 19:00"),
    FieldSpec("møde.hævet", ROOT, "Sætningen om, hvornår mødet blev hævet", "Mødet blev hævet kl. 19:00."),
    FieldSpec(
        "møde.rækkefølge",
        ROOT,
        "Sætninger om punkter, der ikke blev behandlet i dagsordenens rækkefølge",
        "Punkt 5 blev behandlet før punkt 3.",
    ),
    FieldSpec("møde.sted", ROOT, "Mødested", "Rådhuset, lokale 2"),
    FieldSpec("møde.link", ROOT, "Link til et virtuelt møde", "https://moede.example"),
    FieldSpec("møde.vært", ROOT, "Mødets vært", "Egeby Kommune"),
    FieldSpec("møde.referent", ROOT, "Den eller de, der fører referatet", "Ida Vester"),
    FieldSpec("møde.mødeleder", ROOT, "Den, der leder mødet", "Merete Aaby"),
    FieldSpec("møde.sagsnr", ROOT, "Mødets sagsnummer", "27/104"),
    FieldSpec("møde.doknr", ROOT, "Mødets dokumentnummer", "27/104-3"),
    FieldSpec("møde.journalnr", ROOT, "Sagsnummer og dokumentnummer på én linje", "27/104 / 27/104-3"),
    FieldSpec("møde.afsender", ROOT, "Afsenderens enhed, adresse og initialer", "Sundhedssekretariatet"),
    FieldSpec("møde.afsenderenhed", ROOT, "Afsenderens enhed", "Sundhedssekretariatet"),
    FieldSpec("møde.afsenderadresse", ROOT, "Afsenderens adresse", "Rådhustorvet 1, 9990 Egeby"),
    FieldSpec("møde.initialer", ROOT, "Afsenderens initialer", "IV"),
    FieldSpec("møde.skrevet", ROOT, "Sted og måned for affattelsen", "Egeby februar 2027"),
    FieldSpec("møde.skrevetsted", ROOT, "Stedet, hvor referatet er skrevet", "Egeby"),
    FieldSpec("møde.skrevetmåned", ROOT, "Måneden, hvor referatet er skrevet", "februar 2027"),
    FieldSpec("møde.underskrift", ROOT, "Afsluttende linje, som den er skrevet på mødet", "Referat IV og PN"),
    FieldSpec(
        "møde.referentinitialer",
        ROOT,
        "Referentens initialer, når mødet ikke har sin egen afsluttende linje",
        "IV og PN",
    ),
    FieldSpec(
        "møde.indhold", ROOT, "Overskrift over indholdsfortegnelsen; tom, når huset ingen har", "Indholdsfortegnelse"
    ),
)
_ATTENDANCE = (
    FieldSpec(
        "møde.deltagere", ROOT, "Alle deltagere i ét stykke", "Merete Aaby, V, Palle Nørre, Egeby Kommune (Fravær)"
    ),
    FieldSpec("møde.tilstede", ROOT, "De fremmødte i ét stykke", "Merete Aaby, V, Sanne Brix, A"),
    FieldSpec("møde.fraværende", ROOT, "De fraværende i ét stykke", "Palle Nørre, Egeby Kommune"),
    FieldSpec(
        "møde.deltageroverskrift",
        ROOT,
        "Overskrift over deltagerne; tom, når de står i et punkt på dagsordenen",
        "Deltagere",
    ),
    FieldSpec("oplysning.navn", "oplysninger", "Linjens ledetekst", "Emne"),
    FieldSpec("oplysning.værdi", "oplysninger", "Linjens indhold", "Nabohjælp"),
    FieldSpec("gruppe.navn", "grupper", "Gruppens navn", "Medlemmer"),
    FieldSpec("gruppe.deltagere", "grupper", "Gruppens deltagere i ét stykke", "Merete Aaby, V, Sanne Brix, A"),
    FieldSpec(
        "deltager.linje", "deltagere", "Deltageren på én linje i husets form", "Palle Nørre, Egeby Kommune (afbud)"
    ),
    FieldSpec("deltager.navn", "deltagere", "Navn", "Palle Nørre"),
    FieldSpec("deltager.titel", "deltagere", "Titel", "direktør"),
    FieldSpec("deltager.enhed", "deltagere", "Enhed", "Sundhed og Omsorg"),
    FieldSpec("deltager.organisation", "deltagere", "Organisation", "Egeby Kommune"),
    FieldSpec("deltager.parti", "deltagere", "Parti", "V"),
    FieldSpec("deltager.mail", "deltagere", "Mailadresse", "palle@egeby.example"),
    FieldSpec("deltager.rolle", "deltagere", "Rolle på mødet", "mødeleder"),
    FieldSpec("deltager.stedfortræder", "deltagere", "Hvem deltageren er der for", "(i stedet for Sanne Brix)"),
    FieldSpec("deltager.fremmøde", "deltagere", "Fremmøde, når det skal siges", "(Fravær)"),
    FieldSpec("deltager.årsag", "deltagere", "Årsag til fravær, når den er oplyst", "ferie"),
)

MEETING_FIELDS = (*_HEAD, *_ATTENDANCE)
