import pytest

from referatdesk.documents.reading.matters.presence import presence_of
from referatdesk.domain.codes import AttendanceStatus, SectionKind
from tests.documents.reading.matters_items import around, decided, item, section

ABSENT, DISQUALIFIED, LATE = AttendanceStatus.ABSENT, AttendanceStatus.DISQUALIFIED, AttendanceStatus.LATE
LEFT, REMOTE, STAND_IN = AttendanceStatus.LEFT_EARLY, AttendanceStatus.REMOTE, AttendanceStatus.SUBSTITUTING


def read(text, **fields):
    one = decided(text, **fields)
    return [(found.name, found.status, found.from_time, found.to_time) for found in presence_of(one, around(one))[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Vester deltog ikke i sagens behandling.", [("Ida Vester", ABSENT, None, None)]),
        ("Ida Vester (V) deltog ikke i behandlingen af punktet.", [("Ida Vester", ABSENT, None, None)]),
        (
            "Ida Vester og Erik Dam deltog ikke under punktet.",
            [("Ida Vester", ABSENT, None, None), ("Erik Dam", ABSENT, None, None)],
        ),
        ("I behandlingen deltog Ida Vester ikke under punktet.", [("Ida Vester", ABSENT, None, None)]),
        ("Sanne Brix var ikke til stede under behandlingen.", [("Sanne Brix", ABSENT, None, None)]),
        ("Palle Nørre var inhabil og forlod lokalet.", [("Palle Nørre", DISQUALIFIED, None, None)]),
        ("Palle Nørre (O) erklærede sig inhabil.", [("Palle Nørre", DISQUALIFIED, None, None)]),
        (
            "På grund af inhabilitet deltog Palle Nørre ikke i sagens behandling.",
            [("Palle Nørre", DISQUALIFIED, None, None)],
        ),
        (
            "Palle Nørre blev erklæret inhabil. Palle Nørre forlod lokalet kl. 14.20.",
            [("Palle Nørre", DISQUALIFIED, None, "14:20")],
        ),
        ("Erik Dam ankom kl. 14.10.", [("Erik Dam", LATE, "14:10", None)]),
        ("Erik Dam (A) ankom til mødet kl. 9:05 under punktet.", [("Erik Dam", LATE, "09:05", None)]),
        ("Kl. 14.10 ankom Erik Dam.", [("Erik Dam", LATE, "14:10", None)]),
        ("Bodil Krogh forlod mødet kl. 15.20.", [("Bodil Krogh", LEFT, None, "15:20")]),
        ("Bodil Krogh forlod mødet efter behandlingen af punkt 5.", [("Bodil Krogh", LEFT, None, None)]),
        ("Borgmester Merete Aaby forlod lokalet.", [("Merete Aaby", LEFT, None, None)]),
        ("Lærke Bang deltog som stedfortræder for Ida Vester under punktet.", [("Lærke Bang", STAND_IN, None, None)]),
        ("Sanne Brix deltog virtuelt under punktet.", [("Sanne Brix", REMOTE, None, None)]),
        ("Lærke Bang deltog som suppleant for Ida Vester.", [("Lærke Bang", STAND_IN, None, None)]),
        ("Tilforordnet for Erik Dam under dette punkt var Sanne Brix.", [("Sanne Brix", STAND_IN, None, None)]),
        ("Ida Vester var endnu ikke ankommet.", [("Ida Vester", ABSENT, None, None)]),
        (
            "Ida Vester gik kl. 20.15 og deltog derfor ikke i behandlingen af sagen.",
            [("Ida Vester", ABSENT, None, "20:15")],
        ),
        ("Tove Lind Hass deltog ikke i sagens behandling.", [("Tove Lind Hass", ABSENT, None, None)]),
    ],
)
def test_whose_presence_at_the_item_differs(text, expected):
    assert read(f"Godkendt. {text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Merete Aaby var ikke inhabil.",
        "Udvalget fandt, at Merete Aaby ikke var inhabil.",
        "Spørgsmålet om Merete Aabys inhabilitet blev drøftet.",
        "Spørgsmålet, om Ida Vester var inhabil, blev rejst.",
        "Ida Vester deltog i drøftelsen.",
        "Egeby Kommune deltog ikke i projektet.",
        "Forslaget ankom for sent.",
        "Palle Nørre deltog ikke i mødet den 3. januar.",
        "Ida Vester mødte borgerne.",
        "Formanden takkede af.",
        "Stedfortræderen for Erik Dam deltog i hele mødet.",
    ],
)
def test_other_sentences_say_nothing_of_presence(text):
    assert read(text) == []


def test_what_is_said_of_another_item_is_a_doubt():
    one = decided("Bodil Krogh forlod mødet under behandlingen af punkt 7.")
    presence, doubts = presence_of(one, around(one))
    assert presence == ()
    assert [(doubt.code, doubt.data["name"]) for doubt in doubts] == [("presence.other_item", "Bodil Krogh")]


def test_a_span_of_items_holds_for_each_of_them():
    assert read("Bodil Krogh deltog ikke i behandlingen af punkt 4-6.") == [("Bodil Krogh", ABSENT, None, None)]


def test_earlier_decisions_say_nothing_of_this_meeting():
    one = item(section(SectionKind.EARLIER_DECISIONS, "Ida Vester deltog ikke i sagens behandling."))
    assert presence_of(one, around(one)) == ((), ())
