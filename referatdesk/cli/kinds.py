"""The kinds of copy by the words that may be written for them; the values are those of `services.outputs.Kind`."""

from __future__ import annotations

USUAL = "fuldt"
KINDS = {
    "offentliggørelse": "publication",
    USUAL: "full",
    "gennemsyn": "review",
    "gennemsyn-libreoffice": "review_libreoffice",
    "offentliggoerelse": "publication",
    "publication": "publication",
    "full": "full",
    "review": "review",
    "review-libreoffice": "review_libreoffice",
}
HELP = (
    "offentliggørelse (uden lukkede punkter og private oplysninger; en kvittering skrives ud), fuldt (det hele, til "
    "mødets deltagere; det gælder uden --kind, når mødet ikke har lukkede punkter), gennemsyn (det hele, til Word: "
    "rettelser og bemærkninger kan læses tilbage) eller gennemsyn-libreoffice; også på engelsk: publication, full, "
    "review, review-libreoffice"
)
