import pytest

from referatdesk.documents.reading.draft import DraftAttachment
from referatdesk.documents.reading.matters.links import links_of
from referatdesk.documents.reading.matters.papers import papers_of
from referatdesk.domain.codes import LinkKind, SectionKind
from tests.documents.reading.matters_items import PLACE, around, decided, item, section

BY, ADVISED, TO, FROM = LinkKind.DECIDED_BY, LinkKind.RECOMMENDED_BY, LinkKind.POSTPONED_TO, LinkKind.POSTPONED_FROM
SENT, BACK, FOLLOWS, ITEM = LinkKind.REFERRED_TO, LinkKind.REPORT_BACK_TO, LinkKind.FOLLOWS_UP, LinkKind.REFERS_ITEM
PAPER, QUOTES = LinkKind.REFERS_ATTACHMENT, LinkKind.QUOTES


def read(one):
    return [(link.kind, link.board, link.date, link.item) for link in links_of(one, around(one))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sundhedsudvalget besluttede den 22. oktober 2026, at sagen drøftes.",
            (BY, "Sundhedsudvalget", "2026-10-22", None),
        ),
        (
            "Sundhedsklynge Østfjord – Politisk Niveau besluttede på møde den 4. april 2026, at der arbejdes videre.",
            (BY, "Sundhedsklynge Østfjord – Politisk Niveau", "2026-04-04", None),
        ),
        (
            "Teknik- og Miljøudvalget anbefalede den 3. januar 2027 planen.",
            (ADVISED, "Teknik- og Miljøudvalget", "2027-01-03", None),
        ),
        (
            "På mødet den 4. april 2026 besluttede Sundhedsklyngen at udsætte punktet.",
            (BY, "Sundhedsklyngen", "2026-04-04", None),
        ),
        ("Byrådet godkendte på sit møde den 3. maj rammen.", (BY, "Byrådet", "--05-03", None)),
        ("Svarene skal meldes tilbage til Sundhedsudvalget.", (BACK, "Sundhedsudvalget", None, None)),
        ("Opfølgning på mødet den 5. januar 2027.", (FOLLOWS, None, "2027-01-05", None)),
        ("Sagen er udsat fra mødet den 5. januar 2027.", (FROM, None, "2027-01-05", None)),
        ("Der henvises til dagsordenspunkt 4.", (ITEM, None, None, "4")),
        ("Det blev drøftet tidligere (punkt 3).", (ITEM, None, None, "3")),
        ("Skolerne er hørt, jf. punkt 7.", (ITEM, None, None, "7")),
        ("Tallene fremgår (se bilag 1).", (PAPER, None, None, None)),
        ("Tallene fremgår af bilag 1 og 2.", (PAPER, None, None, None)),
    ],
)
def test_the_case_text_points_at_meetings_boards_items_and_papers(text, expected):
    assert read(item(section(SectionKind.CASE_TEXT, text))) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sagen udsat til næste møde.", (TO, None, None, None)),
        ("Punktet blev udsat til mødet den 4. marts 2027.", (TO, None, "2027-03-04", None)),
        ("Henvist til Økonomiudvalget.", (SENT, "Økonomiudvalget", None, None)),
        ("Sagen oversendes til Teknik- og Miljøudvalget.", (SENT, "Teknik- og Miljøudvalget", None, None)),
    ],
)
def test_the_decision_says_where_the_case_goes(text, expected):
    assert read(decided(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Rådet godkendte planen.",
        "Punkt 5 handler om budgettet.",
        "Se punkt 5.",
        "Se punkt 3 i kommissoriet.",
        "Indstillingens punkt 2 blev godkendt.",
        "Brevet sendes til borgerne.",
        "Mødet flyttes til den 4. maj.",
        "Udvalget besluttede, at der holdes møde den 4. maj 2027.",
        "Opfølgning på projektet.",
        "Godkendt, idet sag 117 er udsat til næste møde.",
        "Bilagene er vedlagt.",
    ],
)
def test_other_sentences_point_at_nothing(text):
    assert read(decided(text)) == []


def test_quoted_minutes_are_a_link_and_their_words_are_not_read():
    one = item(section(SectionKind.CASE_TEXT, "“ Punktet blev udsat, jf. punkt 3.\nTil drøftelse."))
    assert read(one) == [(QUOTES, None, None, None)]


def test_the_same_link_is_told_once():
    assert read(decided("Se bilag 1, jf. punkt 3.\nSe igen bilag 1, jf. punkt 3.")) == [
        (ITEM, None, None, "3"),
        (PAPER, None, None, None),
    ]


def titles(one):
    return [paper.title for paper in papers_of(one, around(one))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Powerpoint-præsentationen er vedlagt referatet.", "Powerpoint-præsentationen"),
        ("Præsentationen vedlægges referatet.", "Præsentationen"),
        ("Slides fra oplægget eftersendes.", "Slides fra oplægget"),
        ("Notat om lægedækning blev omdelt på mødet.", "Notat om lægedækning"),
        ("Oplægget sendes ud sammen med referatet.", "Oplægget"),
        ("Vedlagt er noter fra drøftelsen.", "Noter fra drøftelsen"),
        ("Den nye tidsplan er vedhæftet.", "Den nye tidsplan"),
    ],
)
def test_a_paper_that_is_only_mentioned_is_read_from_the_text(text, title):
    assert titles(decided(f"Drøftet.\n{text}")) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Præsentationen er ikke vedlagt.",
        "Ida Vester uddelte blomster.",
        "Hjælpen er omdelt mellem kommunerne.",
        "Rådet drøftede notatet.",
        "Planen følges.",
    ],
)
def test_other_sentences_mention_no_paper(text):
    assert titles(decided(text)) == []


def test_where_papers_are_listed_the_case_text_mentions_those_again():
    paper = DraftAttachment(title="Kommissorium", raw="Kommissorium", place=PLACE)
    listed = section(SectionKind.ATTACHMENTS, "", attachments=(paper,))
    case = section(SectionKind.CASE_TEXT, "Kommissoriet er vedlagt som bilag.")
    assert titles(item(case, listed)) == []
    assert titles(item(case)) == ["Kommissoriet"]
