"""What must stand in the Word file, written down by hand: lines as they are printed, in each house's own words."""

from __future__ import annotations

from tests.live.board import ESTATE, HEARING
from tests.live.script import ADDED_NOTE, BREAK_NOTE, END_NOTE, ORDER_NOTE, PROMISE
from tests.live.votes import DISSENT

IN_EVERY_HOUSE = (
    PROMISE,
    ORDER_NOTE,
    ADDED_NOTE,
    "Referatet blev godkendt uden bemærkninger.",
    "Taget til efterretning.",
    f"Sanne Brix ønskede følgende afvigende mening tilført beslutningsprotokollen: {DISSENT}",
)
IN_HOUSE = {
    "sagsfremstilling": (
        "Torsdag d. 4. februar 2027 kl. 13:00 – 13:40",
        "Troels Vang, regionsrådsmedlem, V, Region Fjordland (Fravær)",
        "Signe Havreager, borgmester, C, Lynghøj Kommune (Fravær)",
        "Dorte Bak, C, Lynghøj Kommune (stedfortræder for Signe Havreager)",
        "Karl Emil Strand, C, Region Fjordland (stedfortræder for Palle Nørre) (punkt 6)",
        "Bent Overby, regionsrådsmedlem, C, Region Klitland (ankom kl. 13:04)",
        "Hanne Rosing, praktiserende læge, PLO (ankom kl. 13:07)",
        "Lone Kjærsig, regionsrådsmedlem, B, Region Klitland (ankom kl. 13:11)",
        BREAK_NOTE.format(":"),
        END_NOTE.format(":"),
        "Gerda Holm Friis, regionsrådsmedlem, A, Region Fjordland (forlod mødet kl. 13:14, tilbage kl. 13:20)",
        "Palle Nørre, Region Fjordland (inhabil)",
        "Dagsordenen blev godkendt.",
        "Indstillingen blev godkendt.",
        "Indstillingspunkt 1 og 3 blev godkendt. Indstillingspunkt 2 blev udsat.",
        "Sagen blev drøftet.",
        "Sagen blev udsat.",
        "7 stemte for, 2 stemte imod (Sanne Brix og Lone Kjærsig), og 1 undlod at stemme (Bent Overby).",
        "Ændringsforslag fra Lone Kjærsig: 2 stemte for (Sanne Brix og Lone Kjærsig), og 9 stemte imod. "
        "Ændringsforslaget blev dermed forkastet.",
        "10 stemte for, og 1 stemte imod (Lone Kjærsig).",
        f"Punkt 9: {ESTATE}",
        f"Punkt 10: {HEARING}",
    ),
    "to ruder": (
        "4. februar 2027 kl. 13.00-13.40",
        "Troels Vang, Region Fjordland",
        "Dorte Bak – C Lynghøj Kommune (stedfortræder for Signe Havreager)",
        "Palle Nørre deltog ikke i behandlingen af punkt 6 på grund af inhabilitet.",
        "Karl Emil Strand deltog som stedfortræder for Palle Nørre i behandlingen af punkt 6.",
        "Bent Overby deltog ikke i behandlingen af punkt 1.",
        "Lone Kjærsig deltog ikke i behandlingen af punkt 1–3.",
        "Hanne Rosing deltog ikke i behandlingen af punkt 1 og 2.",
        BREAK_NOTE.format("."),
        END_NOTE.format("."),
        "Kl. 13.04 ankom Bent Overby.",
        "Kl. 13.07 ankom Hanne Rosing.",
        "Kl. 13.11 ankom Lone Kjærsig.",
        "Kl. 13.14 forlod Gerda Holm Friis mødet.",
        "Kl. 13.20 vendte Gerda Holm Friis tilbage til mødet.",
        "Palle Nørre erklærede sig inhabil og forlod lokalet under behandlingen af punktet.",
        "a) Godkendt.",
        "b) Udsat.",
        "Drøftet.",
        "For stemte Merete Aaby, Aksel Ravn Lund, Palle Nørre, Inger Skytte, Ida Vester, Mogens Klitgård og Dorte Bak. "
        "Imod stemte Sanne Brix og Lone Kjærsig. Bent Overby undlod at stemme.",
        "Ændringsforslag fra Lone Kjærsig: For stemte Sanne Brix og Lone Kjærsig. Imod stemte Merete Aaby, "
        "Aksel Ravn Lund, Palle Nørre, Gerda Holm Friis, Inger Skytte, Bent Overby, Ida Vester, Mogens Klitgård og "
        "Dorte Bak. Ændringsforslaget blev dermed forkastet.",
        "Imod stemte Lone Kjærsig.",
        f"9. {ESTATE}",
        f"10. {HEARING}",
    ),
}
NOT_PUBLISHED = (ESTATE, "14.250.000")
ORDER_IN_HOUSE = {
    "sagsfremstilling": ("Punkt 6: ", "Punkt 8: ", "Punkt 7: ", "Punkt 9: "),
    "to ruder": ("6. Plac", "8. Rådg", "7. Rekr", "9. Køb"),
}
