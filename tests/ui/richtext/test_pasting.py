"""Everything that comes in from a clipboard becomes blocks of ours, and everything that goes out can be read."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.domain.codes import BlockKind, CaptionPosition
from referatdesk.domain.richtext import Block, Cell, Run, paragraph, walk
from referatdesk.ui.richtext.html_reader import blocks_from_html
from referatdesk.ui.richtext.html_writer import html_of
from referatdesk.ui.richtext.paste import blocks_from_mime
from referatdesk.ui.richtext.plain_reader import blocks_from_plain
from tests.ui.richtext.clipboards import BROWSER, LIBREOFFICE, WORD_LIST, WORD_TABLE
from tests.ui.richtext.conftest import table_block

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def said(blocks):
    return [(block.kind.value, block.level, block.text) for block in blocks]


def mime(html=None, text=None, urls=()):
    made = QMimeData()
    if html is not None:
        made.setHtml(html)
    if text is not None:
        made.setText(text)
    if urls:
        made.setUrls([QUrl(url) for url in urls])
    return made


def on_clipboard(made):
    QApplication.clipboard().setMimeData(made)


def test_word_s_lists_headings_and_paragraphs_are_read():
    assert said(blocks_from_html(WORD_LIST)) == [
        ("subheading", 0, "Sagsfremstilling"),
        ("paragraph", 0, "Egeby Kommune søger 300.000\u00a0kr. til hjemmebesøg, jf. planen og drevet."),
        ("bullet", 0, "Første punkt"),
        ("bullet", 1, "Indre punkt"),
        ("numbered", 0, "at planen godkendes"),
        ("lettered", 1, "med forbehold"),
        ("numbered", 2, "af midlerne"),
        ("paragraph", 0, "Tid:\t13.00\nSted:  Egeby Bibliotek"),
    ]


def test_word_s_forms_are_kept_and_its_fonts_dropped():
    runs = blocks_from_html(WORD_LIST)[1].runs
    assert runs == (
        Run("Egeby Kommune søger "),
        Run("300.000\u00a0kr.", bold=True),
        Run(" til "),
        Run("hjemmebesøg", italic=True),
        Run(", jf. "),
        Run("planen", link="https://egeby.example/plan"),
        Run(" og drevet."),
    )


def test_word_s_lists_are_known_by_their_marks_where_the_style_sheet_is_missing():
    body = WORD_LIST[WORD_LIST.index("<body") :]
    assert said(blocks_from_html(body))[2:7] == said(blocks_from_html(WORD_LIST))[2:7]


def test_word_s_table_becomes_a_table_with_a_header_where_its_first_row_is_bold():
    caption, block = blocks_from_html(WORD_TABLE)
    assert caption.text == "Tabel 1"
    assert block.table.header_rows == 1
    assert block.table.widths == (0.75, 0.25)
    assert [[said(cell.blocks) for cell in row] for row in block.table.rows] == [
        [[("paragraph", 0, "Kommune")], [("paragraph", 0, "Beløb")]],
        [[("paragraph", 0, "Egeby"), ("paragraph", 0, "Klitved")], []],
    ]
    assert block.table.rows[0][0].blocks[0].runs == (Run("Kommune"),)


def test_libreoffice_s_clipboard_is_read():
    blocks = blocks_from_html(LIBREOFFICE)
    assert said(blocks) == [
        ("subheading", 1, "Økonomi"),
        ("paragraph", 0, "Forslaget koster to millioner, se Ida."),
        ("numbered", 0, "at rammen godkendes"),
        ("lettered", 1, "for 2027"),
        ("lettered", 1, "for 2028\nmed samme vilkår"),
        ("numbered", 0, "at sagen sendes videre"),
        ("bullet", 0, "løst"),
        ("quote", 0, "Vi er glade for planen."),
        ("table", 0, "År\tRamme\n2027\t1 mio."),
    ]
    assert blocks[0].runs == (Run("Økonomi"),)
    assert blocks[1].runs[3:] == (
        Run("millioner", underline=True),
        Run(", se "),
        Run("Ida", link="mailto:ida@egeby.example"),
        Run("."),
    )
    assert blocks[-1].table.header_rows == 1


def test_a_browser_s_clipboard_is_read_without_what_is_hidden_or_runs():
    blocks = blocks_from_html(BROWSER)
    assert said(blocks) == [
        ("paragraph", 0, "Byrådet besluttede\u00a0enstemmigt at udsætte punktet."),
        ("bullet", 0, "første"),
        ("bullet", 1, "indre"),
        ("bullet", 0, "anden"),
        ("paragraph", 0, "klik"),
        ("paragraph", 0, "nylinje & mere"),
    ]
    assert blocks[0].runs[1] == Run("besluttede", bold=True)
    assert blocks[0].runs[5] == Run("udsætte", bold=True)
    assert all(run.link is None for block in blocks for run in block.runs)


def test_cells_that_span_leave_rows_of_equal_length():
    html = (
        "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td></tr>"
        "<tr><td>d</td><td>e</td><td>f</td></tr></table>"
    )
    (block,) = blocks_from_html(html)
    assert block.text == "a\tb\t\n\tc\t\nd\te\tf"


def test_a_table_of_one_cell_is_only_its_words():
    assert said(blocks_from_html("<table><tr><td><p>a</p><ul><li>b</ul></td></tr></table>")) == [
        ("paragraph", 0, "a"),
        ("bullet", 0, "b"),
    ]


def test_a_table_within_a_table_becomes_lines_of_the_cell():
    html = "<table><tr><td>x</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
    (block,) = blocks_from_html(html)
    assert [one.text for one in block.table.rows[0][1].blocks] == ["a", "b"]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<![",
        "<![endif",
        "<![CDATA[x",
        "<!--",
        "<!DOCTYPE",
        "<?xml",
        "&#xFFFFFFFFF;&#0;&bogus;",
        "</td></table></li></p>",
        "<td><tr><table><li><td>",
        "<table><caption><td></caption></table>",
        "<table>" * 3000,
        "<b>" * 50_000 + "x",
        "<ul><li>" * 2000 + "dyb",
        "<td colspan=99999999999999999999 rowspan=²>x</td>",
        "<table><tr>" + "<td colspan=60 rowspan=2000>x" * 200,
        "<col width=1e999 span=-3>",
        "<p style='mso-list:l0 level99999999999999 lfo1'>x",
        "<p style='mso-tab-count:x'>y<p style='mso-tab-count: 99999999'>z",
        "<p style='font-weight:99999999999999999999'>x",
        "<!--StartFragment--><!--EndFragment--><!--StartFragment-->",
        "<a href='http://[::1'>x</a>",
        "<script>" * 100,
        "<a " * 30_000,
        "<!--" * 30_000,
        "@list l0:level1 " * 30_000,
        "<ul><li>" + "<p>x</p>" * 5_000,
        "\x00\ud800\ufffe",
    ],
    ids=lambda html: html[:24].encode("ascii", "replace").decode(),
)
def test_broken_or_hostile_html_never_fails(html):
    for block in walk(blocks_from_html(html)):
        assert block.level <= 4


PIECES = [
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<th>",
    "<thead>",
    "</thead>",
    "<caption>",
    "</caption>",
    "<col>",
    "<ul>",
    "</ul>",
    "<ol>",
    "<li>",
    "</li>",
    "<p>",
    "</p>",
    "<h2>",
    "</h2>",
    "<b>",
    "</b>",
    "<br>",
    "<pre>",
    "</pre>",
    "x",
    "y&nbsp;",
    "<!--StartFragment-->",
    "<!--EndFragment-->",
    "<o:p>",
    "</o:p>",
    "<![if",
    "<![endif]>",
    "<div>",
    "</div>",
    "<blockquote>",
    "<style>",
    "</style>",
    "<!",
    "<a",
]


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=30,
    ).map("".join)
)
def test_no_order_of_tags_makes_reading_fail(html):
    ids = [block.id for block in walk(blocks_from_html(html))]
    assert len(ids) == len(set(ids))


def test_typed_marks_in_plain_text_are_lists():
    text = "Dagsorden\r\n\r\n- et\n    - indre\n• to\n1. først\n2) så\na) a\nb) b\n·\tfra Word\no\tindre fra Word\n"
    assert said(blocks_from_plain(text)) == [
        ("paragraph", 0, "Dagsorden"),
        ("bullet", 0, "et"),
        ("bullet", 1, "indre"),
        ("bullet", 0, "to"),
        ("numbered", 0, "først"),
        ("numbered", 0, "så"),
        ("lettered", 0, "a"),
        ("lettered", 0, "b"),
        ("bullet", 0, "fra Word"),
        ("bullet", 0, "indre fra Word"),
    ]


def test_dates_sentences_and_single_lines_are_no_lists():
    assert said(blocks_from_plain("Mødet holdes\n1. marts 2027\no hej\n-5 grader")) == [
        ("paragraph", 0, "Mødet holdes"),
        ("paragraph", 0, "1. marts 2027"),
        ("paragraph", 0, "o hej"),
        ("paragraph", 0, "-5 grader"),
    ]
    assert said(blocks_from_plain("- et punkt")) == [("paragraph", 0, "- et punkt")]


def test_what_is_copied_here_is_pasted_here_as_it_was(everything):
    copied = blocks_from_html(html_of(everything))
    assert [unnamed(block) for block in copied] == [unnamed(block) for block in everything]


def unnamed(block):
    """A block without ids and without printed marks, which belong to the list they were read in."""
    table = block.table
    if table is not None:
        rows = tuple(tuple(Cell(tuple(unnamed(one) for one in cell.blocks)) for cell in row) for row in table.rows)
        position = table.caption_position if table.caption is not None else CaptionPosition.BEFORE
        table = replace(table, rows=rows, caption_position=position)
    return replace(block, id="", marker=None, table=table)


def test_spaces_and_tabs_survive_copying():
    blocks = (Block(id="a", runs=(Run(" to  ord\t "), Run(" \n slut ", bold=True))), paragraph("x"))
    assert blocks_from_html(html_of(blocks))[0].runs == blocks[0].runs


def test_captions_and_widths_survive_copying():
    block = table_block("Tabel 2", CaptionPosition.AFTER, header_rows=2, widths=(0.5, 0.3, 0.2))
    (copied,) = blocks_from_html(html_of((block,)))
    table = copied.table
    assert (table.caption, table.caption_position) == ("Tabel 2", CaptionPosition.AFTER)
    assert (table.header_rows, table.widths) == (2, (0.5, 0.3, 0.2))


def test_words_copied_out_of_a_line_are_pasted_into_the_middle_of_another(editor):
    editor.set_blocks((paragraph("Økonomi og plan", BlockKind.SUBHEADING), paragraph("før efter")))
    select(editor, 8, 11)
    editor.copy()
    select(editor, 20, 20)
    editor.paste()
    assert said(editor.blocks()) == [("subheading", 0, "Økonomi og plan"), ("paragraph", 0, "før og efter")]


def select(editor, start, end):
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def test_several_lines_are_copied_as_html_and_as_marked_plain_text(editor):
    editor.set_blocks(
        (paragraph("Det indstilles"), paragraph("et", BlockKind.NUMBERED), paragraph("to", BlockKind.LETTERED, 1))
    )
    editor.selectAll()
    editor.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text() == "Det indstilles\n1. et\n\ta) to"
    assert '<p>Det indstilles</p><ol><li>et<ol type="a"><li>to</li></ol></li></ol>' in data.html()


def test_selected_cells_are_copied_as_a_table(editor):
    editor.set_blocks((paragraph("før"), table_block("Tabel")))
    document = editor.document()
    first = document.findBlockByNumber(2)
    cursor = editor.textCursor()
    cursor.setPosition(first.position())
    table = cursor.currentTable()
    cursor.setPosition(table.cellAt(1, 1).lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.copy()
    (block,) = blocks_from_html(QApplication.clipboard().mimeData().html())
    assert block.text == "Kommune\tBeløb\nEgeby\t300.000 kr."
    assert block.table.header_rows == 1


def test_a_table_within_the_selection_is_copied_whole_and_once(editor):
    editor.set_blocks((paragraph("før"), table_block("Tabel"), paragraph("efter")))
    editor.selectAll()
    editor.copy()
    blocks = blocks_from_html(QApplication.clipboard().mimeData().html())
    assert [block.kind.value for block in blocks] == ["paragraph", "table", "paragraph"]
    assert blocks[1].table.caption == "Tabel"


def test_ctrl_v_cleans_and_keeps_form(editor):
    on_clipboard(mime(html=WORD_LIST, text="·\tFørste punkt"))
    QTest.keyClick(editor, Qt.Key.Key_V, CTRL)
    assert said(editor.blocks()) == said(blocks_from_html(WORD_LIST))
    editor.undo()
    assert editor.blocks() == ()


def test_ctrl_shift_v_takes_the_words_alone(editor):
    on_clipboard(mime(html="<p><b>Fed</b> tekst</p>", text="Fed tekst"))
    QTest.keyClick(editor, Qt.Key.Key_V, CTRL | SHIFT)
    assert editor.blocks()[0].runs == (Run("Fed tekst"),)


def test_what_is_typed_after_pasted_words_has_no_foreign_font(editor):
    on_clipboard(mime(html="<p style='font-family:Courier;font-size:30pt;color:red'>Rødt</p>"))
    editor.paste()
    QTest.keyClicks(editor, " og sort")
    form = editor.textCursor().charFormat()
    assert editor.blocks()[0].runs == (Run("Rødt og sort"),)
    assert not form.hasProperty(form.Property.FontFamilies)
    assert form.foreground().style() is Qt.BrushStyle.NoBrush


def test_an_empty_clipboard_and_one_of_pictures_change_nothing(editor, everything):
    editor.set_blocks(everything)
    picture = QMimeData()
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    picture.setImageData(image)
    for made in (QMimeData(), picture, mime(html="<img src='x.png'>"), mime(html="", text="")):
        on_clipboard(made)
        editor.paste()
        editor.paste_plain()
        editor.insertFromMimeData(made)
    assert editor.blocks() == everything
    assert not editor.can_undo()


def test_files_that_are_dropped_are_left_to_the_window(editor):
    assert not editor.canInsertFromMimeData(mime(text="file:///tmp/plan.docx", urls=["file:///tmp/plan.docx"]))
    assert editor.canInsertFromMimeData(mime(text="https://egeby.example", urls=["https://egeby.example"]))


def test_html_beyond_all_measure_is_taken_as_plain_text(monkeypatch):
    monkeypatch.setattr("referatdesk.ui.richtext.paste.LONGEST", 10)
    assert said(blocks_from_mime(mime(html="<p><b>for langt</b></p>", text="for langt"))) == [
        ("paragraph", 0, "for langt")
    ]


def test_what_is_dropped_goes_through_the_same_way_in(editor):
    editor.set_blocks((paragraph("Tekst"),))
    data = mime(html="<ul><li>punkt</li></ul>")
    where = QPointF(editor.cursorRect(editor.textCursor()).center())
    end = QTextCursor(editor.document())
    end.movePosition(QTextCursor.MoveOperation.End)
    where = QPointF(editor.cursorRect(end).center() + QPoint(2, 0))
    event = QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    editor.dropEvent(event)
    assert said(editor.blocks()) == [("paragraph", 0, "Tekst"), ("bullet", 0, "punkt")]


def test_signs_that_nobody_sees_are_not_pasted():
    (block,) = blocks_from_html("<p>kommunal&shy;besty\u200brelsen\ufeff</p>")
    assert block.text == "kommunalbestyrelsen"


def test_changes_that_word_tracks_are_pasted_as_accepted_and_without_their_comments():
    html = (
        '<p class=MsoNormal>Rådet <del cite="mailto:x">forkastede</del><ins cite="mailto:x">godkendte</ins> planen'
        "<span class=MsoCommentReference><a class=msocomanchor>[MB1]</a></span>.</p>"
        "<div style='mso-element:comment-list'><p class=MsoCommentText>Skal det med?</p></div>"
    )
    assert [block.text for block in blocks_from_html(html)] == ["Rådet godkendte planen."]
