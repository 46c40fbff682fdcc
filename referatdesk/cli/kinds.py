"""The kinds of copy by the words that may be written for them; the values are those of `services.outputs.Kind`."""

from __future__ import annotations

USUAL = "offentliggørelse"
KINDS = {
    USUAL: "publication",
    "gennemsyn": "review",
    "gennemsyn-libreoffice": "review_libreoffice",
    "offentliggoerelse": "publication",
    "publication": "publication",
    "review": "review",
    "review-libreoffice": "review_libreoffice",
}
HELP = (
    f"{USUAL} (uden lukkede punkter og private oplysninger, og med intet af programmet i filen; en kvittering skrives "
    "ud), gennemsyn (det hele, til Word: rettelser og bemærkninger kan læses tilbage) eller gennemsyn-libreoffice; "
    "også på engelsk: publication, review, review-libreoffice"
)
