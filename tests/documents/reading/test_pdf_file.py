"""What is read out of a PDF: the text as it was before it was laid out on pages."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from referatdesk.documents.reading.formats.pdf_file import read_pdf_file
from referatdesk.documents.reading.source import SourceText
from tests.documents.reading.pdf_pages import LEFT, SIGNS, SIZE, WIDTH, PdfPage, pdf_of

LONG = (
    "Forvaltningen oplyste, at der er afsat en pulje til formålet, og at borgerne i Egeby Kommune og Klitved Kommune "
    "følges særskilt i de tværgående forløb, som rådet har drøftet på sine seneste møder i foråret."
)
LONGER = f"{LONG} Merete Aaby spurgte til den videre proces, og hun fik oplyst, at sagen kommer igen på næste møde."
NAMES = ("Ida Vester", "Erik Dam", "Bodil Krogh", "Merete Aaby Holm")


@pytest.fixture
def read(tmp_path: Path):
    def reading(*pages: PdfPage, extra: str = "") -> SourceText:
        path = tmp_path / "referat.pdf"
        path.write_bytes(pdf_of(pages, extra))
        return read_pdf_file(path)

    return reading


def texts(source: SourceText) -> list[str]:
    return [one.text for one in source.paragraphs]


def only_table(source: SourceText) -> list[list[list[str]]]:
    (found,) = [one for one in source.paragraphs if one.table is not None]
    assert found.table is not None
    return [[[block.text for block in cell.blocks] for cell in row] for row in found.table.rows]


def test_lines_become_the_paragraphs_that_they_were(read):
    page = PdfPage()
    page.paragraph(LONG)
    page.paragraph(LONGER)
    source = read(page)
    assert texts(source) == [LONG, LONGER]
    assert all(one.whole for one in source.paragraphs)
    assert source.paragraphs[1].place.line_from == source.paragraphs[0].place.line_to + 1


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph_without_any_gap(read):
    page = PdfPage()
    page.paragraph(LONG)
    for line in ("Beslutning", "Godkendt.", "Palle Nørre deltog ikke."):
        page.line(line)
    assert texts(read(page)) == [LONG, "Beslutning", "Godkendt.", "Palle Nørre deltog ikke."]


def test_empty_lines_above_are_counted(read):
    page = PdfPage()
    page.paragraph(LONG)
    page.y += 2.4 * SIZE
    page.paragraph(LONGER, gap=0)
    assert [one.blank_before for one in read(page).paragraphs] == [0, 2]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (
            "Rådet for Østfjord ønsker nu en ny aftale om de fælles genoptrænings-",
            "forløb.",
            "fælles genoptræningsforløb.",
        ),
        ("Rådet for Østfjord ønsker nu en ny aftale om forløb til alle KOL-", "patienter.", "alle KOL-patienter."),
        (
            "Rådet for Østfjord ønsker nu en ny aftale mellem sundheds-",
            "og omsorgsudvalget.",
            "sundheds- og omsorgsudvalget.",
        ),
        ("Rådet for Østfjord ønsker nu snarest en ny aftale om vejen mellem Egeby-", "Klitved.", "Egeby-Klitved."),
        ("Rådet for Østfjord ønsker nu en ny aftale om arbejdet i følge-", "gruppen.", "arbejdet i følge-gruppen."),
    ],
)
def test_a_word_broken_at_its_hyphen_is_whole_again_and_keeps_a_hyphen_of_its_own(read, above, below, whole):
    page = PdfPage()
    page.paragraph(f"{LONGER} Følge-gruppen blev nævnt.")
    for left, right in (("sund-", "hed"), ("møde-", "rækken"), ("psyki-", "atrien")):
        page.y += 6
        page.line(f"Et ord som dette deles her, for linjen er fuld, og det gælder ordet {left}")
        page.line(f"{right} i denne sætning.")
    page.y += 6
    page.line(above)
    page.line(below)
    assert texts(read(page))[-1].endswith(whole)


def test_two_columns_are_read_one_after_the_other(read):
    page = PdfPage()
    page.line("Referat i to spalter", size=16)
    top = page.y
    page.paragraph(LONG, signs=34)
    page.paragraph("Venstre slutter her.", signs=34)
    page.y = top
    page.paragraph(LONGER, x=320, signs=34)
    assert texts(read(page)) == ["Referat i to spalter", LONG, "Venstre slutter her.", LONGER]


def test_a_paragraph_that_a_page_cuts_is_one(read):
    pages = PdfPage(), PdfPage()
    pages[0].paragraph(LONGER)
    lines = textwrap.wrap(LONGER, SIGNS)
    pages[0].y += 6
    for page, printed in zip(pages, (lines[:2], lines[2:]), strict=True):
        for line in printed:
            page.line(f"{line} ")
    assert texts(read(*pages)) == [LONGER, LONGER]


def test_a_paragraph_that_ends_with_its_page_stays_apart_from_the_next(read):
    pages = PdfPage(), PdfPage()
    pages[0].paragraph(LONGER)
    pages[1].paragraph(LONG)
    assert texts(read(*pages)) == [LONGER, LONG]


def test_a_paragraph_that_opens_a_page_says_so(read):
    pages = PdfPage(), PdfPage()
    pages[0].paragraph(LONG)
    pages[1].paragraph(LONGER)
    assert [one.page_before for one in read(*pages).paragraphs] == [False, True]


def test_running_headers_and_page_numbers_are_margins(read):
    pages = [PdfPage(y=100) for _ in range(3)]
    for number, page in enumerate(pages, 1):
        page.words(LEFT, 40, "Sundhedsråd Østfjord")
        page.words(LEFT, 820, f"Egeby Kommune   Side {number} af 3")
        page.paragraph(f"{NAMES[number]} var enig. {LONGER}")
    source = read(*pages)
    assert source.margins == ("Sundhedsråd Østfjord", "Egeby Kommune")
    assert texts(source) == [f"{NAMES[number]} var enig. {LONGER}" for number in (1, 2, 3)]


def test_text_that_merely_stands_alike_on_its_pages_stays(read):
    pages = [PdfPage() for _ in range(4)]
    for number, page in enumerate(pages, 1):
        page.line(f"{number * 3}. Orientering")
        page.paragraph(LONG)
        page.line("Beslutning")
        page.line("Godkendt.")
    source = read(*pages)
    assert source.margins == ()
    assert texts(source).count("Godkendt.") == 4


def test_a_lone_page_number_is_no_text(read):
    page = PdfPage()
    page.paragraph(LONG)
    page.words(WIDTH / 2, 815, "Side 1")
    assert texts(read(page)) == [LONG]


def test_larger_letters_are_headings_and_the_largest_alone_is_the_title(read):
    page = PdfPage()
    page.line("Referat", size=20)
    for number in (1, 2):
        page.line(f"{number}. Budget", size=14)
        page.line("Indstilling", size=12)
        page.paragraph(LONG)
    source = read(page)
    assert [one.heading for one in source.paragraphs] == [0, 1, 2, None, 1, 2, None]


def test_bold_and_italic_words_are_runs(read):
    page = PdfPage(y=100)
    page.words(LEFT, 100, "Godkendt", font="bold")
    page.words(LEFT + 54, 100, "som")
    page.words(LEFT + 78, 100, "indstillet", font="italic")
    (paragraph,) = read(page).paragraphs
    assert [(run.text, run.bold, run.italic) for run in paragraph.runs] == [
        ("Godkendt", True, False),
        (" som ", False, False),
        ("indstillet", False, True),
    ]


def test_a_link_keeps_its_address(read):
    page = PdfPage(y=100)
    page.words(LEFT, 100, "Læs mere")
    page.link(LEFT + 28, 90, LEFT + 60, 104, "https://egeby.example/sag")
    (paragraph,) = read(page).paragraphs
    assert [(run.text, run.link) for run in paragraph.runs] == [("Læs ", None), ("mere", "https://egeby.example/sag")]


def test_a_comment_is_kept_with_its_place(read):
    page = PdfPage()
    page.paragraph(LONG)
    page.paragraph(LONGER)
    page.comment(page.y, "Husk bilag", "Ida Vester")
    source = read(page)
    (comment,) = source.comments
    assert (comment.text, comment.author, comment.at) == ("Husk bilag", "Ida Vester", "2026-01-05T09:30:00")
    assert comment.place == source.paragraphs[1].place


def grid(page: PdfPage, xs: list[float], ys: list[float]) -> None:
    for x in xs:
        page.rule(x, ys[0], x, ys[-1])
    for y in ys:
        page.rule(xs[0], y, xs[-1], y)


def test_a_drawn_table_keeps_its_cells_and_their_paragraphs(read):
    page = PdfPage()
    grid(page, [72, 200, 400], [100, 120, 160])
    page.words(78, 112, "Navn")
    page.words(206, 112, "Til stede")
    page.words(78, 134, "Merete Aaby")
    page.words(206, 134, "Ja")
    page.words(206, 150, "Fra kl. 10")
    assert only_table(read(page)) == [[["Navn"], ["Til stede"]], [["Merete Aaby"], ["Ja", "Fra kl. 10"]]]


def test_merged_cells_stand_in_the_first_of_them(read):
    page = PdfPage()
    for y in (100, 120, 140):
        page.rule(72, y, 400, y)
    for x in (72, 400):
        page.rule(x, 100, x, 140)
    page.rule(200, 120, 200, 140)
    page.words(78, 112, "Regnskab for hele perioden i kroner")
    page.words(78, 132, "Løn")
    page.words(206, 132, "100")
    assert only_table(read(page)) == [[["Regnskab for hele perioden i kroner"], []], [["Løn"], ["100"]]]


def test_a_table_that_a_page_cuts_is_one_and_its_repeated_head_stands_once(read):
    pages = PdfPage(), PdfPage()
    for number, page in enumerate(pages):
        grid(page, [72, 250, 450], [100 + 20 * row for row in range(8)])
        for row in range(7):
            page.words(78, 112 + 20 * row, f"Post {7 * number + row}" if row else "Post")
            page.words(256, 112 + 20 * row, f"{row} kr." if row else "Beløb")
    assert [row[0][0] for row in only_table(read(*pages))] == [
        "Post",
        *(f"Post {number}" for number in (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13)),
    ]


def test_a_table_of_rules_across_has_the_columns_of_its_words(read):
    page = PdfPage()
    for y in (100, 120, 140, 160):
        page.rule(72, y, 450, y)
    for row, cells in enumerate((("Post", "2025", "2026"), ("Løn", "10", "11"), ("Drift", "20", "21"))):
        for column, text in enumerate(cells):
            page.words(78 + 130 * column, 114 + 20 * row, text)
    assert only_table(read(page)) == [
        [["Post"], ["2025"], ["2026"]],
        [["Løn"], ["10"], ["11"]],
        [["Drift"], ["20"], ["21"]],
    ]


def test_cells_without_rules_that_hold_several_lines_are_a_table(read):
    page = PdfPage()
    page.words(72, 100, "Sted")
    page.words(200, 100, "Rådhuset")
    page.words(72, 115, "Deltagere")
    for at, name in enumerate(("Merete Aaby", "Aksel Ravn Lund", "Sanne Brix")):
        page.words(200, 115 + 15 * at, name)
    page.words(72, 160, "Afbud")
    page.words(200, 160, "Palle Nørre")
    assert only_table(read(page)) == [
        [["Sted"], ["Rådhuset"]],
        [["Deltagere"], ["Merete Aaby", "Aksel Ravn Lund", "Sanne Brix"]],
        [["Afbud"], ["Palle Nørre"]],
    ]


def test_a_label_and_its_value_on_one_line_keep_their_tab(read):
    page = PdfPage()
    page.words(72, 100, "Tid:")
    page.words(200, 100, "5. januar 2026")
    assert texts(read(page)) == ["Tid:\t5. januar 2026"]


def test_a_list_mark_stays_with_its_words_and_the_item_is_whole(read):
    page = PdfPage()
    page.paragraph(LONG)
    page.y += 6
    first = "Det første punkt er så langt, at det løber over på den næste linje og endda lidt videre."
    page.words(80, page.y + 12, "•")
    page.paragraph(first, x=98, gap=0, signs=70)
    page.words(80, page.y + 12, "•")
    page.paragraph("Det andet", x=98, gap=0)
    source = read(page)
    assert texts(source)[1:] == [f"• {first}", "• Det andet"]
    assert source.paragraphs[1].indent > 0


def test_a_sign_of_a_symbol_font_in_front_is_a_bullet(read):
    page = PdfPage()
    page.words(80, 100, "\xb7", font="symbol")
    page.words(98, 100, "Et punkt")
    assert texts(read(page)) == ["• Et punkt"]


def test_a_footnote_stands_where_it_is_referred_to(read):
    page = PdfPage()
    page.words(72, 100, "Puljen")
    page.words(108, 96, "1", size=6)
    page.words(116, 100, "er fordelt.")
    page.words(72, 120, "Næste afsnit.")
    page.words(72, 760, "1", size=8)
    page.words(80, 760, "Jf. rådets møde i maj.", size=8)
    source = read(page)
    assert [(one.text, one.note) for one in source.paragraphs] == [
        ("Puljen er fordelt.", False),
        ("Jf. rådets møde i maj.", True),
        ("Næste afsnit.", False),
    ]


def test_entries_of_a_contents_list_stay_apart(read):
    page = PdfPage()
    for number, name in enumerate(("Godkendelse af dagsorden", "Budget", "Eventuelt"), 1):
        page.line(f"{number}. {name} ".ljust(73, ".") + f" {number}")
    assert len(texts(read(page))) == 3


def test_words_that_run_upwards_are_kept_after_the_page(read):
    page = PdfPage()
    page.paragraph(LONG)
    page.words(30, 500, "Journal 12/345", turned=True)
    assert texts(read(page)) == [LONG, "Journal 12/345"]


def test_a_page_lying_on_its_side_is_read_upright(read):
    page = PdfPage(turn=90)
    for at, text in enumerate(("Første linje.", "Anden linje.")):
        page.words(100 + 14 * at, 700, text, turned=True)
    assert texts(read(page)) == ["Første linje.", "Anden linje."]


def test_words_drawn_out_of_order_are_read_as_they_stand(read):
    page = PdfPage()
    for at in (3, 0, 4, 1, 2):
        page.words(72, 100 + 20 * at, f"Linje {at + 1}.")
    assert texts(read(page)) == [f"Linje {number}." for number in range(1, 6)]


def test_headings_are_those_that_a_tagged_file_names(read):
    page = PdfPage()
    page.line("1. Budget")
    page.line("Stort skrevet", size=16)
    page.paragraph(LONG)
    page.tagged("H1", 0)
    page.tagged("P", 1)
    page.tagged("P", 2, 3, 4)
    assert [one.heading for one in read(page).paragraphs] == [1, None, None]


def test_paragraphs_of_a_tagged_file_end_where_it_says_so(read):
    page = PdfPage()
    for _ in range(3):
        first = len(page.drawn)
        page.paragraph(LONGER, gap=0)
        page.tagged("P", *range(first, len(page.drawn)))
    page.line("Rådet drøftede sagen og tog den til efterretning med de bemærkninger. ")
    page.line("Ida Vester deltog ikke.")
    page.tagged("P", len(page.drawn) - 2)
    page.tagged("P", len(page.drawn) - 1)
    assert texts(read(page))[3:] == [
        "Rådet drøftede sagen og tog den til efterretning med de bemærkninger.",
        "Ida Vester deltog ikke.",
    ]


def test_a_picture_stands_in_the_text_with_the_words_for_it(read):
    page = PdfPage()
    page.paragraph(LONG)
    page.picture(72, page.y + 20, 200, 100)
    page.y += 140
    page.paragraph(LONGER)
    page.tagged("Figure", 3)
    source = read(page)
    picture = source.paragraphs[1].picture
    assert [one.text for one in source.paragraphs] == [LONG, "", LONGER]
    assert picture is not None
    assert (picture.media_type, picture.alt, picture.data[:4]) == ("image/png", "Kort over Egeby", b"\x89PNG")


def test_a_logo_on_every_page_is_no_picture_of_the_text(read):
    pages = PdfPage(), PdfPage()
    for page in pages:
        page.picture(72, 300, 100, 50)
        page.paragraph(LONG)
    assert [one.picture for one in read(*pages).paragraphs] == [None, None]


def test_names_of_one_length_below_each_other_are_no_text_in_a_narrow_column(read):
    page = PdfPage()
    names = ["Merete Aaby", "Sanne Brixx", "Palle Nørre", "Bodil Krogh", "Ida Vestere"]
    for name in names:
        page.line(name)
    assert texts(read(page)) == names


def test_words_that_begin_left_of_their_cell_are_in_it(read):
    page = PdfPage()
    grid(page, [72, 200, 400], [100, 120, 140])
    page.words(78, 112, "Navn")
    page.words(196, 112, "Kommune")
    page.words(78, 132, "Ida")
    page.words(206, 132, "Egeby")
    assert only_table(read(page)) == [[["Navn"], ["Kommune"]], [["Ida"], ["Egeby"]]]
