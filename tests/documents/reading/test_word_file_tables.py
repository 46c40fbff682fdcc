import io

import docx

from referatdesk.documents.reading.formats.files import read_source
from referatdesk.domain.codes import BlockKind
from tests.documents.reading.word_minutes import saved, with_body
from tests.documents.reading.word_xml import (
    body,
    item,
    level,
    numbering,
    p,
    png,
    r,
    source,
    texts,
)


class TestTables:
    def cells(self, table):
        return [["|".join(block.text for block in cell.blocks) for cell in row] for row in table.rows]

    def row(self, *cells):
        return f"<w:tr>{''.join(cells)}</w:tr>"

    def cell(self, *paragraphs, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"

    def test_merged_cells_keep_their_words_in_the_first(self, tmp_path):
        table = (
            self.row(self.cell(p(r("a")), properties='<w:gridSpan w:val="2"/>'), self.cell(p(r("b"))))
            + self.row(
                self.cell(p(r("c")), properties='<w:vMerge w:val="restart"/>'),
                self.cell(p(r("d"))),
                self.cell(p(r("e"))),
            )
            + self.row(self.cell(p(), properties="<w:vMerge/>"), self.cell(p(r("f"))), self.cell(p(r("g"))))
        )
        (read,) = source(body(f"<w:tbl>{table}</w:tbl>"), tmp_path).paragraphs
        assert self.cells(read.table) == [["a", "", "b"], ["c", "d", "e"], ["", "f", "g"]]

    def test_rows_and_cells_in_controls_are_read(self, tmp_path):
        held = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
        first = self.row(held.format(self.cell(p(r("a")))), self.cell(p(r("b"))))
        table = first + held.format(self.row(self.cell(p(r("c"))), self.cell(p(r("d")))))
        (read,) = source(body(f"<w:tbl>{table}</w:tbl>"), tmp_path).paragraphs
        assert self.cells(read.table) == [["a", "b"], ["c", "d"]]

    def test_a_frame_of_one_column_round_text_is_no_table(self, tmp_path):
        table = self.row(self.cell(p(r("Indstilling")), p(r("Direktionen indstiller"))))
        document = body(f"<w:tbl>{table}</w:tbl>")
        assert [(one.text, one.table) for one in source(document, tmp_path).paragraphs] == [
            ("Indstilling", None),
            ("Direktionen indstiller", None),
        ]

    def test_a_line_in_a_box_of_its_own_is_no_table(self, tmp_path):
        document = body(f"<w:tbl>{self.row(self.cell(p(r('Punkt 1: Orientering'))))}</w:tbl>", p(r("Tekst")))
        assert texts(document, tmp_path) == ["Punkt 1: Orientering", "Tekst"]
        assert all(one.table is None for one in source(document, tmp_path).paragraphs)

    def test_a_column_of_single_lines_stays_a_table(self, tmp_path):
        rows = "".join(self.row(self.cell(p(r(words)))) for words in ("Navn", "Ida Vester", "Palle Nørre"))
        (read,) = source(body(f"<w:tbl>{rows}</w:tbl>"), tmp_path).paragraphs
        assert self.cells(read.table) == [["Navn"], ["Ida Vester"], ["Palle Nørre"]]

    def test_a_table_in_a_table_keeps_its_words(self, tmp_path):
        inner = f"<w:tbl>{self.row(self.cell(p(r('x'))), self.cell(p(r('y'))))}</w:tbl>"
        table = self.row(self.cell(p(r("a"))), self.cell(inner, p(r("b"))))
        (read,) = source(body(f"<w:tbl>{table}</w:tbl>"), tmp_path).paragraphs
        assert self.cells(read.table) == [["a", "x\ty|b"]]

    def test_lists_in_cells_keep_their_marks(self, tmp_path):
        document = body(f"<w:tbl>{self.row(self.cell(item('Godkender')), self.cell(p(r('b'))))}</w:tbl>")
        numbering(document, level("lowerLetter", "%1)"))
        (read,) = source(document, tmp_path).paragraphs
        block = read.table.rows[0][0].blocks[0]
        assert (block.kind, block.marker, block.text) == (BlockKind.LETTERED, "a)", "Godkender")

    def test_a_picture_in_a_cell_follows_its_table(self, tmp_path):
        document = docx.Document()
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text = "Logo"
        table.cell(0, 1).paragraphs[0].add_run().add_picture(io.BytesIO(png()))
        read = source(document, tmp_path).paragraphs
        assert [(one.table is not None, one.picture is not None) for one in read] == [(True, False), (False, True)]
        assert len({one.place.line_from for one in read}) == 2


def test_each_kind_of_word_file_is_read_whatever_it_is_called(tmp_path):
    path = saved(with_body("<w:p><w:r><w:t>Skabelon</w:t></w:r></w:p>"), tmp_path)
    for name in ("a.dotx", "a.docm", "a.doc", "a.pdf", "a"):
        (tmp_path / name).write_bytes(path.read_bytes())
        assert [one.text for one in read_source(tmp_path / name).paragraphs] == ["Skabelon"]
