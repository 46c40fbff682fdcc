"""An editor on the screen, and texts to put into it."""

import pytest

from referatdesk.domain.codes import BlockKind, CaptionPosition
from referatdesk.domain.richtext import Block, Cell, Run, Table, paragraph
from referatdesk.ui.richtext.editor import RichTextEdit


@pytest.fixture(autouse=True)
def _an_empty_clipboard(qapp):
    """What a test made and left on the clipboard would be destroyed after Python has ended."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def editor(qtbot, qapp):
    """An editor by itself, whatever look earlier tests gave the application."""
    qapp.setStyleSheet("")
    made = RichTextEdit()
    qtbot.addWidget(made)
    made.resize(640, 480)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


@pytest.fixture
def everything():
    """A text with every kind of line in it."""
    return (
        paragraph("Økonomi", BlockKind.SUBHEADING),
        Block(
            id="mixed",
            runs=(
                Run("Egeby Kommune søger "),
                Run("300.000 kr.", bold=True),
                Run(" til "),
                Run("hjemmebesøg", italic=True),
                Run(", se "),
                Run("planen", link="https://egeby.example/plan"),
                Run(" og "),
                Run("bilag 2", underline=True),
                Run(".\nNy linje 😀 e\u0301 100\u00a0kr.\ttab"),
            ),
        ),
        paragraph("Det indstilles, at", BlockKind.SUBHEADING, 1),
        paragraph("planen godkendes", BlockKind.NUMBERED, marker="1)"),
        paragraph("under forudsætning af svar", BlockKind.LETTERED, 1),
        paragraph("og af midler", BlockKind.LETTERED, 1),
        paragraph("udvalget orienteres", BlockKind.NUMBERED, marker="2)"),
        paragraph("løst punkt", BlockKind.BULLET),
        paragraph("dybt punkt", BlockKind.BULLET, 4),
        paragraph("Vi bakker op om planen.", BlockKind.QUOTE),
        paragraph(""),
        table_block("Tabel 1. Fordeling", widths=(0.5, 0.25, 0.25)),
        table_block(None, CaptionPosition.AFTER, header_rows=0),
        table_block("", CaptionPosition.AFTER),
    )


def table_block(caption=None, position=CaptionPosition.BEFORE, header_rows=1, widths=()):
    rows = (
        (cell("Kommune"), cell("Beløb"), cell("Andel")),
        (cell("Egeby"), cell("300.000 kr."), Cell((paragraph("halvt", BlockKind.BULLET), paragraph("")))),
        (cell("Klitved"), Cell(), Cell((paragraph(""),))),
    )
    value = Table(rows=rows, header_rows=header_rows, widths=widths, caption=caption, caption_position=position)
    return Block(id=paragraph("").id, kind=BlockKind.TABLE, table=value)


def cell(text):
    return Cell((paragraph(text),))
