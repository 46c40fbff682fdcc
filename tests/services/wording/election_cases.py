"""Elections, and what is printed of them in every form of a house; written out by hand."""

from referatdesk.domain.voting import Candidate

ELECTIONS = (
    (
        "næstformand",
        (Candidate("Ida Vester", 8, True), Candidate("Palle Nørre", 3)),
        0,
        "Ida Vester blev valgt til næstformand med 8 stemmer. Palle Nørre fik 3 stemmer.",
    ),
    (
        None,
        (Candidate("Ida Vester", 8, True), Candidate("Palle Nørre", 1)),
        0,
        "Ida Vester blev valgt med 8 stemmer. Palle Nørre fik 1 stemme.",
    ),
    (
        "formand",
        (Candidate("Sanne Brix", 1), Candidate("Ida Vester", 6, True), Candidate("Palle Nørre", 3)),
        1,
        "Ida Vester blev valgt til formand med 6 stemmer. Palle Nørre fik 3 stemmer, og Sanne Brix fik 1 stemme. "
        "1 stemmeseddel var blank.",
    ),
    (
        "formand",
        (
            Candidate("Ida Vester", 5, True),
            Candidate("Sanne Brix", 2),
            Candidate("Palle Nørre", 1),
            Candidate("Merete Aaby", 0),
        ),
        2,
        "Ida Vester blev valgt til formand med 5 stemmer. Sanne Brix fik 2 stemmer, Palle Nørre fik 1 stemme, og "
        "Merete Aaby fik ingen stemmer. 2 stemmesedler var blanke.",
    ),
    (
        "næstformand",
        (Candidate("Ida Vester", 5, True), Candidate("Palle Nørre", 5)),
        0,
        "Ida Vester og Palle Nørre fik hver 5 stemmer. Ved lodtrækning blev Ida Vester valgt til næstformand.",
    ),
    (
        "næstformand",
        (Candidate("Ida Vester", 4), Candidate("Palle Nørre", 4, True), Candidate("Sanne Brix", 1)),
        0,
        "Ida Vester og Palle Nørre fik hver 4 stemmer. Sanne Brix fik 1 stemme. "
        "Ved lodtrækning blev Palle Nørre valgt til næstformand.",
    ),
    (
        "næstformand",
        (Candidate("Ida Vester", 5), Candidate("Palle Nørre", 5)),
        0,
        "Ida Vester og Palle Nørre fik hver 5 stemmer. Valget skal afgøres ved lodtrækning.",
    ),
    (
        "næstformand",
        (Candidate("Ida Vester", None, True),),
        0,
        "Ida Vester blev valgt til næstformand uden afstemning.",
    ),
    (
        "næstformand",
        (Candidate("Ida Vester", None, True),),
        2,
        "Ida Vester blev valgt til næstformand. 2 stemmesedler var blanke.",
    ),
    (
        "formand",
        (Candidate("Ida Vester", None, True), Candidate("Palle Nørre")),
        0,
        "Ida Vester blev valgt til formand.",
    ),
    (
        "Næstformand",
        (Candidate("Ida Vester", 9, True),),
        0,
        "Ida Vester blev valgt til næstformand med 9 stemmer.",
    ),
    (
        "Egeby Havns bestyrelse",
        (Candidate("Ida Vester", 9, True),),
        0,
        "Ida Vester blev valgt til Egeby Havns bestyrelse med 9 stemmer.",
    ),
    *(
        (asked, (Candidate("Ida Vester", 9, True),), 0, f"Ida Vester blev valgt {told} med 9 stemmer.")
        for asked, told in (
            ("ind i bestyrelsen", "til bestyrelsen"),
            ("Valg til bestyrelsen", "til bestyrelsen"),
            ("til bestyrelsen", "til bestyrelsen"),
            ("valg af formand", "til formand"),
            ("Valg af Formand", "til formand"),
            ("valg som tilforordnet", "som tilforordnet"),
            ("medlem af bestyrelsen", "til medlem af bestyrelsen"),
            ("i bestyrelsen", "i bestyrelsen"),
            ("valgkredsens formand", "til valgkredsens formand"),
        )
    ),
    (
        "som tilforordnet",
        (Candidate("Ida Vester", 9, True),),
        0,
        "Ida Vester blev valgt som tilforordnet med 9 stemmer.",
    ),
)
"""Office, candidates, blank votes, and what is printed in every form."""
