"""Reading a Word file of ten pages against mammoth, and five hundred files one after the other with flat memory.

Ours is the whole way: the file into paragraphs and those into a meeting with its doubts. Mammoth only makes HTML of it.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import docx
import mammoth
import psutil

from referatdesk.documents.reading.reader import read_draft
from referatdesk.documents.reading.worker import ReadingWorker
from tests.benchmarks.material import SENTENCE
from tests.benchmarks.report import Ratio, ratio_of

ROUNDS = 15
PAGES, ITEMS_A_PAGE = 10, 1
OF_MAMMOTH = 2.0
FILES, GROWTH = 500, 1.1
PEOPLE = "Ida Vester, Egeby Kommune, Palle Nørre, Klitved Kommune, Sanne Brix, Region Fjordland"


def measure() -> Iterator[Ratio]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "referat.docx"
        ten_pages(path)
        assert len(read_draft(path).items) == PAGES * ITEMS_A_PAGE, "items were not found"
        ours, theirs = interleaved(lambda: read_draft(path), lambda: by_mammoth(path))
        yield ratio_of("reading: ten pages of Word, against mammoth", ours, theirs, OF_MAMMOTH)
        yield flat_memory(path)


def ten_pages(path: Path) -> None:
    """About three thousand signs a page, as minutes have them."""
    document = docx.Document()
    document.add_heading("Referat af møde i Sundhedsråd Østfjord den 4. maj 2027", 0)
    document.add_paragraph("Mødedato: 4. maj 2027 kl. 13.00")
    document.add_paragraph(f"Deltagere: {PEOPLE}")
    for number in range(1, PAGES * ITEMS_A_PAGE + 1):
        document.add_heading(f"Punkt {number}: Fælles vagtordning, del {number}", 1)
        document.add_heading("Sagsfremstilling", 2)
        for _ in range(6):
            line = document.add_paragraph(SENTENCE * 3)
            line.add_run("Udgiften er 1,2 mio. kr.").bold = True
        document.add_heading("Indstilling", 2)
        document.add_paragraph("Direktionen indstiller, at rådet")
        for words in ("godkender vagtordningen", "drøfter den nye opgørelse", "tager orienteringen til efterretning"):
            document.add_paragraph(words, style="List Number")
        table = document.add_table(rows=4, cols=3)
        for cell in (cell for row in table.rows for cell in row.cells):
            cell.text = "Egeby 11 %"
        document.add_heading("Beslutning", 2)
        document.add_paragraph("Indstillingen blev godkendt.")
        document.add_page_break()
    document.save(path)


def by_mammoth(path: Path) -> str:
    with path.open("rb") as file:
        return str(mammoth.convert_to_html(file).value)


def interleaved(one: Callable[[], object], other: Callable[[], object]) -> tuple[list[float], list[float]]:
    pairs = [(milliseconds(one), milliseconds(other)) for _ in range(ROUNDS + 1)][1:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def milliseconds(act: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def flat_memory(path: Path) -> Ratio:
    """What both processes hold at the end against what they held after a tenth of the files."""
    worker = ReadingWorker()
    held: list[int] = []
    took: list[float] = []
    for _ in range(FILES):
        took.append(milliseconds(lambda: worker.read(path, lambda: False)))
        held.append(sum(one.memory_info().rss for one in (psutil.Process(), *psutil.Process().children())))
    worker.close()
    early, late = median(held[FILES // 20 : FILES // 10]), median(held[-FILES // 20 :])
    detail = (
        f"({late / 1e6:.0f} MB against {early / 1e6:.0f} MB, most {max(held) / 1e6:.0f}, {median(took):.0f} ms a file)"
    )
    return Ratio(f"reading: memory after {FILES} files against {FILES // 10}", late / early, GROWTH, detail)
