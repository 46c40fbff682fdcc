"""The repeats of templates: what may stand any number of times, and where."""

from __future__ import annotations

from referatdesk.documents.word.specs import ROOT, RepeatSpec

REPEATS = {
    spec.name: spec
    for spec in (
        RepeatSpec("oplysninger", (ROOT,), "Øvrige linjer i mødets hoved", "Emne: Nabohjælp"),
        RepeatSpec("grupper", (ROOT, "punkter"), "Deltagerne samlet i grupper", "Fra kommunerne, Fra regionen"),
        RepeatSpec("deltagere", (ROOT, "grupper"), "Hver deltager", "Merete Aaby, Palle Nørre"),
        RepeatSpec("tilstede", (ROOT, "grupper"), "Hver fremmødt deltager", "Merete Aaby", like="deltagere"),
        RepeatSpec("fraværende", (ROOT, "punkter"), "Hver fraværende", "Palle Nørre", like="deltagere"),
        RepeatSpec("temaer", (ROOT,), "Hvert tema med sine punkter", "Tema: Nærhed"),
        RepeatSpec(
            "punkter",
            (ROOT, "temaer"),
            "Hvert punkt på dagsordenen; underpunkter følger efter deres punkt",
            "Punkt 1: Nabohjælp",
        ),
        RepeatSpec(
            "hovedpunkter",
            (ROOT, "temaer"),
            "Hvert punkt uden underpunkterne, som da får deres egen gentagelse inde i punktet",
            "Punkt 1: Nabohjælp",
            like="punkter",
        ),
        RepeatSpec("underpunkter", ("punkter",), "Hvert underpunkt i et hovedpunkt", "1.1 Oplæg", like="punkter"),
        RepeatSpec("oplægsholdere", ("punkter",), "Hver oplægsholder ved punktet", "v/ Ida Vester, sekretær"),
        RepeatSpec("afsnit", ("punkter",), "Hvert afsnit i punktet, i punktets egen rækkefølge", "Indstilling"),
        RepeatSpec("indstillinger", ("punkter",), "Hvert punkt i indstillingen", "godkender forslaget"),
        RepeatSpec("beslutninger", (ROOT, "punkter"), "Hver beslutning: mødets eller punktets", "Godkendt."),
        RepeatSpec("afstemninger", ("punkter",), "Hver afstemning ved punktet", "9 for, 5 imod, 1 undlod"),
        RepeatSpec(
            "stemmer", ("afstemninger",), "Hver stemme, der er noteret ved navn eller parti", "Sanne Brix: imod"
        ),
        RepeatSpec(
            "udtalelser",
            ("punkter",),
            "Hver mindretalsudtalelse, protokoltilførsel eller hvert forbehold",
            "Sanne Brix ønsker tilført protokollen: …",
        ),
        RepeatSpec(
            "fremmødenoter",
            ("punkter",),
            "Hver, der kom, gik eller var inhabil ved punktet",
            "Palle Nørre forlod mødet kl. 18.10",
        ),
        RepeatSpec(
            "opfølgninger",
            (ROOT, "punkter"),
            "Hver opgave, der blev aftalt: på mødet eller ved punktet",
            "Sekretariatet sender et notat inden 1. marts 2027",
        ),
        RepeatSpec(
            "bilag", (ROOT, "punkter", "afsnit"), "Hvert bilag: mødets, punktets eller bilagsafsnittets", "Notat.pdf"
        ),
    )
}
