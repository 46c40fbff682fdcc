import pytest

from referatdesk.documents.reading.matters.statements import statements_of
from referatdesk.domain.codes import StatementKind
from tests.documents.reading.matters_items import around, decided

DISSENT, NOTE, MINORITY = StatementKind.DISSENT, StatementKind.PROTOCOL_NOTE, StatementKind.MINORITY
RESERVATION, HALT, REASON = StatementKind.RESERVATION, StatementKind.HALT, StatementKind.VOTE_REASON


def read(text):
    one = decided(text)
    statements, _ = statements_of(one, around(one))
    return [(found.kind, found.who, found.text) for found in statements]


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        ("Lærke Bang (Ø) kan ikke tiltræde indstillingen, idet skolerne ikke er hørt.", DISSENT, ("Lærke Bang",)),
        ("Enhedslisten kan ikke tiltræde indstillingen.", DISSENT, ("Enhedslisten",)),
        ("Ida Vester og Erik Dam kunne ikke godkende forslaget.", DISSENT, ("Ida Vester", "Erik Dam")),
        ("Liste Ø kan ikke støtte forslaget.", DISSENT, ("Liste Ø",)),
        ("Ø og F kan ikke tilslutte sig indstillingen.", DISSENT, ("Ø", "F")),
        ("Palle Nørre ønskede sin afvigende mening tilført protokollen.", DISSENT, ("Palle Nørre",)),
        ("Bodil Krogh kan ikke tage orienteringen til efterretning.", DISSENT, ("Bodil Krogh",)),
        ("Palle Nørre ønskede tilført protokollen, at sagen burde være belyst bedre.", NOTE, ("Palle Nørre",)),
        ("Protokolbemærkning fra Liste Ø: Vi ønsker flere hænder.", NOTE, ("Liste Ø",)),
        ("Venstre ønskede ført til protokols, at udgiften er for høj.", NOTE, ("Venstre",)),
        ("Sanne Brix afgav mindretalsudtalelse.", MINORITY, ("Sanne Brix",)),
        ("Mindretalsudtalelse fra Sanne Brix (F) og Erik Dam (Ø) vedlægges.", MINORITY, ("Sanne Brix", "Erik Dam")),
        ("Et mindretal (Dansk Folkeparti) anbefaler model 1.", MINORITY, ("Dansk Folkeparti",)),
        ("Erik Dam opretholdt sit forbehold.", RESERVATION, ("Erik Dam",)),
        (
            "Erik Dam begærede, jf. styrelseslovens § 23, sagens punkt 1 indbragt for byrådet til afgørelse.",
            HALT,
            ("Erik Dam",),
        ),
        ("Aksel Ravn Lund tog forbehold.", RESERVATION, ("Aksel Ravn Lund",)),
        ("Venstre tog forbehold for finansieringen.", RESERVATION, ("Venstre",)),
        ("Ida Vester (A) tager foreløbigt forbehold.", RESERVATION, ("Ida Vester",)),
        ("Palle Nørre begærede sagen indbragt for byrådet.", HALT, ("Palle Nørre",)),
        ("Palle Nørre (O) ønsker sagen indbragt for kommunalbestyrelsen, jf. § 23.", HALT, ("Palle Nørre",)),
        ("Erik Dam benyttede sin standsningsret.", HALT, ("Erik Dam",)),
        ("Sanne Brix stemte imod, idet forslaget er for dyrt.", REASON, ("Sanne Brix",)),
    ],
)
def test_what_somebody_had_entered_is_read_with_kind_and_name(sentence, kind, who):
    assert read(f"Godkendt.\n{sentence}") == [(kind, who, sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "Godkendt med forbehold for byrådets beslutning.",
        "Godkendt uden protokolbemærkninger.",
        "Palle Nørre ønskede ikke sagen indbragt for byrådet.",
        "Beslutningsprotokollen blev underskrevet.",
        "Udvalget kan ikke godkende ansøgningen.",
        "Der blev taget forbehold i budgettet for 2026.",
        "Referatet blev godkendt.",
        "Skolen kan ikke støtte sig til gamle tal.",
        "Ida Vester orienterede om sagen.",
    ],
)
def test_other_sentences_are_no_statements(text):
    assert read(text) == []


def test_words_to_be_entered_reach_over_the_block_behind_the_colon():
    text = "Lærke Bang (Ø) ønskede følgende protokolleret:\nVi er imod. Skolerne bør høres.\nSagen sendes ud."
    assert read(text) == [
        (
            NOTE,
            ("Lærke Bang",),
            "Lærke Bang (Ø) ønskede følgende protokolleret:\nVi er imod. Skolerne bør høres.",
        )
    ]


def test_a_quotation_is_entered_to_its_end():
    text = "Erik Dam ønskede følgende ført til protokols: ”Vi er imod. Det er for dyrt.” Derefter sluttede punktet."
    (found,) = read(text)
    assert found[2].endswith("Det er for dyrt.”")


def test_each_of_two_statements_has_its_own_words():
    text = "Venstre tog forbehold. Enhedslisten kan ikke tiltræde indstillingen."
    assert [(kind, who) for kind, who, _ in read(text)] == [(RESERVATION, ("Venstre",)), (DISSENT, ("Enhedslisten",))]


def test_whose_a_note_is_becomes_a_doubt_where_it_is_not_said():
    one = decided("Det blev ført til protokols, at planen følges.")
    statements, doubts = statements_of(one, around(one))
    assert [one.who for one in statements] == [()]
    assert [doubt.code for doubt in doubts] == ["statement.who"]
