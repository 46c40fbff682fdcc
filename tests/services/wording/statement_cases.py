"""Statements and the paragraphs that are printed of them; written out by hand."""

from referatdesk.domain.codes import StatementKind

KIND = StatementKind
STATEMENTS = (
    (
        KIND.DISSENT,
        "Aksel Ravn Lund",
        "Fristen er for kort.",
        "beslutningsprotokollen",
        None,
        ("Aksel Ravn Lund ønskede følgende afvigende mening tilført beslutningsprotokollen: Fristen er for kort.",),
    ),
    (
        KIND.DISSENT,
        "Aksel Ravn Lund",
        "Fristen er for kort",
        "referatet",
        None,
        ("Aksel Ravn Lund ønskede følgende afvigende mening tilført referatet: Fristen er for kort.",),
    ),
    (
        KIND.DISSENT,
        "A og V",
        "”Planen bør sendes i høring.”",
        "beslutningsprotokollen",
        "Region Fjordland",
        (
            "A og V ønskede følgende afvigende mening tilført beslutningsprotokollen: ”Planen bør sendes i høring.”",
            "Den afvigende mening medsendes, når sagen sendes til Region Fjordland.",
        ),
    ),
    (
        KIND.DISSENT,
        "A og V",
        "”Planen bør vente”",
        "referatet",
        None,
        ("A og V ønskede følgende afvigende mening tilført referatet: ”Planen bør vente.”",),
    ),
    (
        KIND.DISSENT,
        "A og V",
        "”Planen bør vente”.",
        "referatet",
        None,
        ("A og V ønskede følgende afvigende mening tilført referatet: ”Planen bør vente”.",),
    ),
    (
        KIND.DISSENT,
        "A og V",
        "Borgerne kalder planen »en gave«",
        "referatet",
        None,
        ("A og V ønskede følgende afvigende mening tilført referatet: Borgerne kalder planen »en gave«.",),
    ),
    (
        KIND.DISSENT,
        "A og V",
        "”Planen bør vente.\nHøringen er for kort”",
        "referatet",
        None,
        (
            "A og V ønskede følgende afvigende mening tilført referatet: ”Planen bør vente.",
            "Høringen er for kort.”",
        ),
    ),
    (
        KIND.DISSENT,
        "Ida Vester",
        "Fristen er for kort.\n\nDen bør være tre måneder",
        "beslutningsprotokollen",
        None,
        (
            "Ida Vester ønskede følgende afvigende mening tilført beslutningsprotokollen: Fristen er for kort.",
            "Den bør være tre måneder.",
        ),
    ),
    (
        KIND.PROTOCOL_NOTE,
        "Sanne Brix",
        "Partiet ønsker flere stier.",
        "beslutningsprotokollen",
        None,
        ("Sanne Brix ønskede følgende tilført beslutningsprotokollen: Partiet ønsker flere stier.",),
    ),
    (
        KIND.PROTOCOL_NOTE,
        "Sanne Brix",
        "Hvem betaler?",
        "referatet",
        None,
        ("Sanne Brix ønskede følgende tilført referatet: Hvem betaler?",),
    ),
    (
        KIND.MINORITY,
        "V",
        "Sagen bør udsættes.",
        "beslutningsprotokollen",
        None,
        ("V afgav følgende mindretalsudtalelse: Sagen bør udsættes.",),
    ),
    (KIND.RESERVATION, "Palle Nørre", "", "beslutningsprotokollen", None, ("Palle Nørre tog forbehold.",)),
    (
        KIND.RESERVATION,
        "Palle Nørre",
        "Gruppen skal høres først.",
        "beslutningsprotokollen",
        None,
        ("Palle Nørre tog følgende forbehold: Gruppen skal høres først.",),
    ),
    (
        KIND.VOTE_REASON,
        "Merete Aaby",
        "Jeg stemte imod, fordi bilaget manglede.",
        "beslutningsprotokollen",
        None,
        ("Merete Aaby afgav følgende stemmeforklaring: Jeg stemte imod, fordi bilaget manglede.",),
    ),
    (
        KIND.HALT,
        "Merete Aaby",
        "",
        "beslutningsprotokollen",
        None,
        ("Merete Aaby begærede sagen indbragt for kommunalbestyrelsen efter § 23 i kommunestyrelsesloven.",),
    ),
    (
        KIND.HALT,
        "Merete Aaby",
        "",
        "beslutningsprotokollen",
        "byrådet",
        ("Merete Aaby begærede sagen indbragt for byrådet efter § 23 i kommunestyrelsesloven.",),
    ),
    (
        KIND.HALT,
        "Merete Aaby",
        "Udgiften er for stor",
        "beslutningsprotokollen",
        "kommunalbestyrelsen",
        (
            "Merete Aaby begærede sagen indbragt for kommunalbestyrelsen efter § 23 i kommunestyrelsesloven med "
            "følgende begrundelse: Udgiften er for stor.",
        ),
    ),
    (
        KIND.DISSENT,
        "Merete Aaby",
        "Merete Aaby ønskede en anden plan.",
        "beslutningsprotokollen",
        None,
        (
            "Merete Aaby ønskede følgende afvigende mening tilført beslutningsprotokollen: Merete Aaby ønskede en "
            "anden plan.",
        ),
    ),
    (
        KIND.DISSENT,
        "Merete Aaby",
        "Merete Aaby ønskede tilført protokollen, at planen burde vente.",
        "beslutningsprotokollen",
        None,
        ("Merete Aaby ønskede tilført protokollen, at planen burde vente.",),
    ),
    (KIND.DISSENT, "Merete Aaby", "  ", "beslutningsprotokollen", None, ()),
)
"""Kind, whose it is, the words, what it is entered in, whom the case goes to, and the paragraphs that are printed."""
