import pytest

from referatdesk.documents.reading.body.attachments import read_attachments, says_nothing
from referatdesk.documents.reading.source import Place, SourceParagraph
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Run


def line(text, at=1, **fields):
    return SourceParagraph(runs=(Run(text),), place=Place(at, at), **({"whole": True} | fields))


def read(*texts, **fields):
    return read_attachments([line(text, at, **fields) for at, text in enumerate(texts, start=1)], None)


@pytest.mark.parametrize(
    ("texts", "papers"),
    [
        (["Kommissorium", "Høringssvar"], [(None, "Kommissorium"), (None, "Høringssvar")]),
        (["Bilag 1: Kommissorium", "Bilag 2: Budget"], [("Bilag 1", "Kommissorium"), ("Bilag 2", "Budget")]),
        (["Bilag 1 - Kommissorium"], [("Bilag 1", "Kommissorium")]),
        (["Bilag 1 – Kommissorium"], [("Bilag 1", "Kommissorium")]),
        (["Bilag 1. Kommissorium"], [("Bilag 1", "Kommissorium")]),
        (["Bilag 1 Kommissorium"], [("Bilag 1", "Kommissorium")]),
        (["Bilag 2a: Kort"], [("Bilag 2a", "Kort")]),
        (["Bilag 1_Kommissorium.pdf"], [("Bilag 1", "Kommissorium.pdf")]),
        (["- Kommissorium", "- Budget"], [(None, "Kommissorium"), (None, "Budget")]),
        (["1. Kommissorium", "2. Budget"], [("1.", "Kommissorium"), ("2.", "Budget")]),
        (["1) Kommissorium"], [("1)", "Kommissorium")]),
        (["• Budget 2027"], [(None, "Budget 2027")]),
        (["Budget 2027.xlsx"], [(None, "Budget 2027.xlsx")]),
        (["Bilag 1: Kommissorium; Bilag 2: Budget"], [("Bilag 1", "Kommissorium"), ("Bilag 2", "Budget")]),
        (["Bilag 1: Kommissorium, Bilag 2: Budget"], [("Bilag 1", "Kommissorium"), ("Bilag 2", "Budget")]),
        (["Bilag 1: Kommissorium Bilag 2: Budget"], [("Bilag 1", "Kommissorium"), ("Bilag 2", "Budget")]),
        (
            ["1. Kommissorium 2. Budget 3. Høringssvar"],
            [("1.", "Kommissorium"), ("2.", "Budget"), ("3.", "Høringssvar")],
        ),
        (["Kommissorium.pdf, Budget.xlsx"], [(None, "Kommissorium.pdf"), (None, "Budget.xlsx")]),
        (["Kommissorium.pdf Budget.xlsx"], [(None, "Kommissorium.pdf"), (None, "Budget.xlsx")]),
        (
            ["Brev fra Sanne Brix; Svar fra Egeby Kommune"],
            [(None, "Brev fra Sanne Brix"), (None, "Svar fra Egeby Kommune")],
        ),
        (["Kommissorium\nBudget"], [(None, "Kommissorium"), (None, "Budget")]),
        (["Lovens § 3, stk. 2; vejledning"], [(None, "Lovens § 3, stk. 2; vejledning")]),
        (["Svar på spørgsmål om bilag 2 i sagen"], [(None, "Svar på spørgsmål om bilag 2 i sagen")]),
    ],
)
def test_papers_are_read_in_every_form_of_list(texts, papers):
    found, others, _ = read(*texts)
    assert [(one.number, one.title) for one in found] == papers
    assert others == ()


def test_a_file_is_named_and_a_list_mark_is_told():
    (paper,), _, _ = read("- Budget.xlsx")
    assert (paper.file_name, paper.listed, paper.raw) == ("Budget.xlsx", True, "- Budget.xlsx")


def test_a_numbered_list_of_a_word_file_keeps_its_numbers():
    (paper,), _, _ = read("Budget", list_kind=BlockKind.NUMBERED, marker="2.")
    assert (paper.number, paper.title, paper.raw) == ("2.", "Budget", "2. Budget")


@pytest.mark.parametrize(
    "text",
    ["Ingen", "Ingen bilag.", "Der er ingen bilag til punktet.", "-", "Intet"],
)
def test_a_list_can_say_that_there_are_none(text):
    assert says_nothing(text)
    assert read(text)[0] == ()


@pytest.mark.parametrize("text", ["Bilagene kan ses på kommunens hjemmeside.", "Bilag eftersendes, når de er klar."])
def test_a_sentence_about_the_papers_is_kept_as_text(text):
    found, others, _ = read(text)
    assert found == ()
    assert [one.text for one in others] == [text]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            "Brev til Sundhedsrådet fra Foreningen Socialt Udsatte Lighed i sundhed – forslag til en indsats (2027)",
            "Lighed i sundhed – forslag til en indsats (2027)",
        ),
        (
            "Oversigt over alle henvendelser fra borgerne i det forløbne år Notat om den videre proces og tidsplanen",
            "Notat om den videre proces og tidsplanen",
        ),
        ("Kommissorium for gruppen, Budget 2027", "Budget 2027"),
    ],
)
def test_a_line_that_seems_to_hold_two_papers_is_a_doubt(text, second):
    found, _, doubts = read(text)
    assert len(found) == 1
    assert [(doubt.code, doubt.proposal) for doubt in doubts] == [("attachment.merged", second)]


@pytest.mark.parametrize(
    "text",
    [
        "Høringssvar fra Ida Vester om den fremtidige organisering af arbejdet med sundhed i Egeby Kommune og omegn",
        "Referat af møde i Sundhedsråd Østfjord den 4. februar 2027 om fordeling af midler og om den videre proces",
        "Kommissorium for styregruppe, arbejdsgruppe og sekretariat",
    ],
)
def test_a_long_title_is_one_paper_without_a_doubt(text):
    found, _, doubts = read(text)
    assert len(found) == 1
    assert doubts == ()
