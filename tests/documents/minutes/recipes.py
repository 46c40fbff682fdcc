"""How each house of the documents makes its Word file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """How one house makes its file. `headings`: style, numbered, bold, own or plain; `head`: lines, table or breaks."""

    headings: str = "style"
    labels: str = "style"
    real_lists: bool = True
    head: str = "lines"
    danish: bool = True
    spacing: bool = False
    header: str = ""
    boxed: str = ""
    change: tuple[str, str, str] | None = None
    comment: tuple[str, str] | None = None
    items_as_table: bool = False


RECIPES = {
    "politisk_klynge_uden_aar": Recipe(header="Sundhedsklyngesekretariatet"),
    "politisk_klynge_grupper": Recipe(headings="bold", labels="bold", spacing=True, danish=False),
    "byraad_afstemninger": Recipe(
        headings="own", labels="underline", real_lists=False, head="table", boxed="Klitved Kommune"
    ),
    "oekonomiudvalg_to_udvalg": Recipe(headings="numbered", header="Protokol – lukket kopi"),
    "lukkede_punkter": Recipe(headings="style", labels="bold", head="table", spacing=True),
    "beslutning_foerst": Recipe(headings="bold", labels="bold", real_lists=False, spacing=True),
    "regionsudvalg_stedfortraedere": Recipe(headings="numbered", danish=False, header="www.regionfjordland.example"),
    "chefforum_behandling": Recipe(
        headings="bold",
        labels="plain",
        head="breaks",
        change=("skal være mindre", "må gerne være mere", "skal være mindre"),
        comment=("nattevagterne får besked", "Er det ikke Bo, der gør det?"),
    ),
    "implementeringsgruppe_tabel": Recipe(items_as_table=True, head="lines", header="Implementeringsgruppen – internt"),
    "med_udvalg": Recipe(headings="numbered", labels="bold"),
    "patientudvalg_uden_numre": Recipe(headings="bold", labels="bold"),
    "sundhedsraad_2027": Recipe(headings="style", labels="bold", head="table", header="Sundhedsråd – udskrift"),
    "styregruppe_aktionsliste": Recipe(headings="bold", labels="bold", real_lists=False),
    "klynge_dagsorden": Recipe(headings="style", labels="style", header="Udkast til dagsorden"),
    "klynge_dagsorden_revideret": Recipe(headings="style", labels="style", header="Udkast til dagsorden"),
    "samordning_citerede_referater": Recipe(headings="numbered", labels="bold", spacing=True),
    "forretningsudvalg_kapitaler": Recipe(headings="own", labels="bold", head="table", header="Udskrift fra esdh"),
    "kontaktraad_kapitler": Recipe(headings="numbered", labels="bold", danish=False),
    "laegeligt_udvalg_temaer": Recipe(headings="style", labels="style", spacing=True),
    "plejehjem_store_bogstaver": Recipe(headings="bold", labels="bold", real_lists=False, danish=False),
}
