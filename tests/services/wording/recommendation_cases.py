"""Recommendations and what was made of them, beside the words that a house prints; written by hand.

A case is the form of the house, the points as "mark outcome addition" (a mark of "-" is none, an outcome of "?" is
open), and the paragraphs. A case of the whole has no points but what was made of it.
"""

SENTENCE, LETTERED, BARE = "sentence", "lettered", "bare"

POINTS = [
    # one sentence that names the points
    (SENTENCE, ["1 approved"], ["Indstillingen blev godkendt."]),
    (SENTENCE, ["- approved"], ["Indstillingen blev godkendt."]),
    (SENTENCE, ["1 approved", "2 approved"], ["Indstillingen blev godkendt."]),
    (SENTENCE, ["1 approved", "2 ?"], ["Indstilling 1 blev godkendt."]),
    (SENTENCE, ["1 ?", "2 approved"], ["Indstilling 2 blev godkendt."]),
    (SENTENCE, ["1 ?", "2 ?"], []),
    (SENTENCE, ["1 approved", "2 approved", "3 ?"], ["Indstilling 1 og 2 blev godkendt."]),
    (
        SENTENCE,
        ["1 approved", "3 approved", "7 approved", "9 approved", "10 ?"],
        ["Indstilling 1, 3, 7 og 9 blev godkendt."],
    ),
    (
        SENTENCE,
        ["a approved", "b approved", "c approved", "e approved", "f ?"],
        ["Indstilling a–c og e blev godkendt."],
    ),
    (SENTENCE, ["i approved", "ii approved", "iii approved", "iv ?"], ["Indstilling i–iii blev godkendt."]),
    (SENTENCE, ["1 approved som indstillet"], ["Indstillingen blev godkendt som indstillet."]),
    (
        SENTENCE,
        ["1 approved som det fremgår af bilag 1"],
        ["Indstillingen blev godkendt, som det fremgår af bilag 1."],
    ),
    (
        SENTENCE,
        ["1 approved", "2 approved", "3 postponed"],
        ["Indstilling 1 og 2 blev godkendt. Indstilling 3 blev udsat."],
    ),
    (
        SENTENCE,
        ["1 postponed", "2 approved", "3 postponed"],
        ["Indstilling 1 og 3 blev udsat. Indstilling 2 blev godkendt."],
    ),
    (
        SENTENCE,
        ["1 approved", "2 approved", "3 approved", "4 rejected"],
        ["Indstilling 1–3 blev godkendt. Indstilling 4 blev ikke godkendt."],
    ),
    (
        SENTENCE,
        ["1 approved", "2 approved", "3 approved", "4 noted", "5 approved"],
        ["Indstilling 1–3 og 5 blev godkendt. Indstilling 4 blev taget til efterretning."],
    ),
    (
        SENTENCE,
        ["1 approved", "2 noted", "3 approved", "4 noted", "5 approved"],
        ["Indstilling 1, 3 og 5 blev godkendt. Indstilling 2 og 4 blev taget til efterretning."],
    ),
    (
        SENTENCE,
        [*(f"{number} approved" for number in range(1, 4)), "4 ?", *(f"{number} approved" for number in range(5, 9))],
        ["Indstilling 1–3 og 5–8 blev godkendt."],
    ),
    (
        SENTENCE,
        ["a approved", "b approved", "c postponed til næste møde"],
        ["Indstilling a og b blev godkendt. Indstilling c blev udsat til næste møde."],
    ),
    (
        SENTENCE,
        ["- approved", "- approved", "- postponed"],
        ["Indstillingspunkt 1 og 2 blev godkendt. Indstillingspunkt 3 blev udsat."],
    ),
    (SENTENCE, ["- ?", "- discussed"], ["Indstillingspunkt 2 blev drøftet."]),
    (SENTENCE, ["3 approved", "4 ?", "5 approved"], ["Indstilling 3 og 5 blev godkendt."]),
    # what is said further
    (
        SENTENCE,
        ["1 approved_changed at fristen er 1. maj"],
        ["Indstillingen blev godkendt med den ændring, at fristen er 1. maj."],
    ),
    (SENTENCE, ["1 approved_changed"], ["Indstillingen blev godkendt med ændringer."]),
    (
        SENTENCE,
        ["1 approved", "2 approved_changed at fristen er 1. maj"],
        ["Indstilling 1 blev godkendt. Indstilling 2 blev godkendt med den ændring, at fristen er 1. maj."],
    ),
    (
        SENTENCE,
        ["1 approved", "2 approved idet midlerne findes i 2027"],
        ["Indstilling 1 blev godkendt. Indstilling 2 blev godkendt, idet midlerne findes i 2027."],
    ),
    (
        SENTENCE,
        ["1 approved idet midlerne findes i 2027", "2 approved idet midlerne findes i 2027"],
        ["Indstillingen blev godkendt, idet midlerne findes i 2027."],
    ),
    (
        SENTENCE,
        ["1 approved_changed med følgende ændring: ny frist", "2 rejected idet der mangler midler"],
        [
            "Indstilling 1 blev godkendt med følgende ændring: ny frist. "
            "Indstilling 2 blev ikke godkendt, idet der mangler midler."
        ],
    ),
    (
        SENTENCE,
        ["1 approved_changed idet Aksel Ravn Lund retter bilaget", "2 ?"],
        ["Indstilling 1 blev godkendt med ændringer, idet Aksel Ravn Lund retter bilaget."],
    ),
    (
        SENTENCE,
        ["1 approved at sagen følges tæt", "2 ?"],
        ["Indstilling 1 blev godkendt med den bemærkning, at sagen følges tæt."],
    ),
    (SENTENCE, ["1 postponed til næste møde"], ["Sagen blev udsat til næste møde."]),
    (
        SENTENCE,
        ["1 approved", "2 postponed da høringen ikke er afsluttet"],
        ["Indstilling 1 blev godkendt. Indstilling 2 blev udsat, da høringen ikke er afsluttet."],
    ),
    (
        SENTENCE,
        ["1 approved", "2 referred til Egeby Byråd"],
        ["Indstilling 1 blev godkendt. Indstilling 2 blev sendt videre til Egeby Byråd."],
    ),
    (
        SENTENCE,
        ["1 approved", "2 returned til Klitved Kommune"],
        ["Indstilling 1 blev godkendt. Indstilling 2 blev sendt tilbage til Klitved Kommune."],
    ),
    (
        SENTENCE,
        ["1 approved", "2 decided at ordningen prøves i et år"],
        ["Indstilling 1 blev godkendt. Om indstilling 2 blev det besluttet, at ordningen prøves i et år."],
    ),
    (SENTENCE, ["1 approved", "2 decided"], ["Indstilling 1 blev godkendt."]),
    # the whole is the case where nothing proposed is answered
    (SENTENCE, ["1 postponed", "2 postponed"], ["Sagen blev udsat."]),
    (SENTENCE, ["1 discussed"], ["Sagen blev drøftet."]),
    (SENTENCE, ["1 noted", "2 noted"], ["Sagen blev taget til efterretning."]),
    (SENTENCE, ["1 referred til Egeby Byråd"], ["Sagen blev sendt videre til Egeby Byråd."]),
    (SENTENCE, ["1 withdrawn"], ["Sagen blev taget af dagsordenen."]),
    (SENTENCE, ["1 rejected", "2 rejected"], ["Indstillingen blev ikke godkendt."]),
    (SENTENCE, ["1 recommended", "2 recommended"], ["Indstillingen blev anbefalet."]),
    (SENTENCE, ["1 adopted"], ["Indstillingen blev vedtaget."]),
    (SENTENCE, ["1 lapsed", "2 lapsed"], ["Indstillingen bortfaldt."]),
    (SENTENCE, ["1 approved", "2 lapsed"], ["Indstilling 1 blev godkendt. Indstilling 2 bortfaldt."]),
    (
        SENTENCE,
        ["1 recommended", "2 discussed", "3 recommended"],
        ["Indstilling 1 og 3 blev anbefalet. Indstilling 2 blev drøftet."],
    ),
    # an answer to each, by letter or by the figure it is printed with
    (LETTERED, ["a approved", "b postponed"], ["a) Godkendt.", "b) Udsat."]),
    (LETTERED, ["a approved", "b approved"], ["a) Godkendt.", "b) Godkendt."]),
    (LETTERED, ["1 approved", "2 rejected"], ["1. Godkendt.", "2. Ikke godkendt."]),
    (LETTERED, ["- approved", "- ?", "- noted"], ["a) Godkendt.", "c) Taget til efterretning."]),
    (LETTERED, ["a approved"], ["Godkendt."]),
    (LETTERED, ["a ?", "b ?"], []),
    (
        LETTERED,
        ["a approved_changed at fristen er 1. maj", "b postponed til næste møde", "c decided at sagen venter"],
        [
            "a) Godkendt med den ændring, at fristen er 1. maj.",
            "b) Udsat til næste møde.",
            "c) Det blev besluttet, at sagen venter.",
        ],
    ),
    (
        LETTERED,
        ["a approved idet bilaget rettes", "b approved_changed"],
        ["a) Godkendt, idet bilaget rettes.", "b) Godkendt med ændringer."],
    ),
    (LETTERED, ["a lapsed", "b referred til Egeby Byråd"], ["a) Bortfaldet.", "b) Sendt videre til Egeby Byråd."]),
    # the bare outcome
    (BARE, ["1 approved"], ["Godkendt."]),
    (BARE, ["1 approved", "2 approved", "3 approved"], ["Godkendt."]),
    (BARE, ["1 noted", "2 noted"], ["Taget til efterretning."]),
    (BARE, ["1 approved", "2 ?"], ["Indstilling 1 godkendt."]),
    (
        BARE,
        ["1 approved", "2 approved", "3 postponed"],
        ["Indstilling 1 og 2 godkendt. Indstilling 3 udsat."],
    ),
    (
        BARE,
        ["- approved", "- rejected idet der mangler midler"],
        ["Indstillingspunkt 1 godkendt. Indstillingspunkt 2 ikke godkendt, idet der mangler midler."],
    ),
    (
        BARE,
        ["1 approved_changed at fristen er 1. maj", "2 approved_changed at fristen er 1. maj"],
        ["Godkendt med den ændring, at fristen er 1. maj."],
    ),
    (BARE, ["1 approved idet bilaget rettes"], ["Godkendt, idet bilaget rettes."]),
    (BARE, ["1 approved", "2 lapsed"], ["Indstilling 1 godkendt. Indstilling 2 bortfaldet."]),
]

WHOLES = [
    # (form, what the item is about, what was made of it)
    (SENTENCE, "AGENDA", "approved", ["Dagsordenen blev godkendt."]),
    (
        SENTENCE,
        "AGENDA",
        "approved_changed at punkt 7 behandles før punkt 4",
        ["Dagsordenen blev godkendt med den ændring, at punkt 7 behandles før punkt 4."],
    ),
    (SENTENCE, "MINUTES", "approved", ["Referatet blev godkendt."]),
    (SENTENCE, "MINUTES", "noted", ["Referatet blev taget til efterretning."]),
    (SENTENCE, "AGENDA", "discussed", ["Dagsordenen blev drøftet."]),
    (SENTENCE, "AGENDA", "withdrawn", ["Taget af dagsordenen."]),
    (SENTENCE, "MINUTES", "postponed til næste møde", ["Udsat til næste møde."]),
    (
        SENTENCE,
        "MINUTES",
        "approved med rettelser til punkt 3",
        ["Referatet blev godkendt med rettelser til punkt 3."],
    ),
    (SENTENCE, "BRIEFING", "noted", ["Orienteringen blev taget til efterretning."]),
    (SENTENCE, "BRIEFING", "discussed", ["Drøftet."]),
    (SENTENCE, "RECOMMENDATION", "approved", ["Godkendt."]),
    (SENTENCE, "RECOMMENDATION", "postponed", ["Udsat."]),
    (SENTENCE, "RECOMMENDATION", "decided", []),
    (
        SENTENCE,
        "RECOMMENDATION",
        "decided at ordningen prøves i et år",
        ["Det blev besluttet, at ordningen prøves i et år."],
    ),
    (
        SENTENCE,
        "RECOMMENDATION",
        "agreed at gruppen mødes igen i maj",
        ["Det blev aftalt, at gruppen mødes igen i maj."],
    ),
    (LETTERED, "AGENDA", "approved", ["Godkendt."]),
    (BARE, "MINUTES", "approved", ["Godkendt."]),
    (BARE, "BRIEFING", "noted", ["Taget til efterretning."]),
]

ADDITIONS = [
    # (outcome, what was typed, how it is kept)
    ("approved", ", idet midlerne findes i 2027.", "idet midlerne findes i 2027"),
    ("approved", "Idet midlerne findes i 2027", "idet midlerne findes i 2027"),
    ("approved", "midlerne findes i 2027", "med bemærkningen: midlerne findes i 2027"),
    ("approved", "med forbehold for  Region Fjordlands svar", "med forbehold for Region Fjordlands svar"),
    ("approved_changed", " at fristen er 1. maj ", "at fristen er 1. maj"),
    ("approved_changed", "ny frist 1. maj", "med følgende ændring: ny frist 1. maj"),
    ("postponed", "til næste møde", "til næste møde"),
    ("postponed", "næste møde", "til næste møde"),
    ("postponed", "Udsat til næste møde", "til næste møde"),
    ("postponed", "1. maj", "til 1. maj"),
    ("postponed", "udsat", None),
    ("approved", "Godkendt som indstillet", "som indstillet"),
    ("approved", "som indstillet", "som indstillet"),
    ("rejected", "godkendt blev kun punkt 1", "med bemærkningen: godkendt blev kun punkt 1"),
    ("postponed", "manglende høring", "med bemærkningen: manglende høring"),
    ("referred", "Egeby Byråd", "til Egeby Byråd"),
    ("decided", "ordningen prøves i et år", "at ordningen prøves i et år"),
    ("approved_changed", "at ", None),
    ("approved", "", None),
    ("approved", " . ", None),
]
