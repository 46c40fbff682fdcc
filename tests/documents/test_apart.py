"""Work on Word files from outside is done where it can be stopped: what harms is refused, the rest comes through."""

import io
import tempfile
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import psutil
import pytest

from referatdesk.documents import apart
from referatdesk.documents.accessibility.checking import check_word_file
from referatdesk.documents.accessibility.finding import Finding
from referatdesk.documents.apart import Work, done_apart
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.word.findings import TemplateError
from referatdesk.documents.word.learning.learnt import Learnt
from tests.documents.gate.hostile import packed
from tests.documents.word.building import line, paragraph, run, word_file

CELL = "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
TYPED = "<w:p><w:r><w:t>[[</w:t></w:r></w:p>"


def with_body(text):
    """A Word file whose body is that text, as it stands."""
    with ZipFile(io.BytesIO(word_file(line("@")))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main = parts["word/document.xml"].decode()
    start, end = main.index("<w:body>") + len("<w:body>"), main.index("</w:body>")
    parts["word/document.xml"] = (main[:start] + text + main[end:]).encode()
    return packed(parts.items())


def code_of(work, content, kind=object):
    with pytest.raises(ReadingError) as caught:
        done_apart(work, content, kind)
    return caught.value.code


def test_what_is_found_comes_through():
    content = word_file(paragraph(run("Se her"), style="Overskrift1") + "<w:p/><w:p/>")
    found = done_apart(Work.CHECK, content, list[Finding])
    assert found == check_word_file(content)
    assert found


def test_why_a_file_is_not_let_in_comes_through():
    for work in (Work.CHECK, Work.PREPARE, Work.COMPILE, Work.LEARN):
        with pytest.raises(TemplateError) as caught:
            done_apart(work, b"PK\x03\x04", object)
        assert caught.value.findings[0].code == "file.unreadable"


@pytest.mark.parametrize(
    ("work", "body"),
    [
        (Work.CHECK, f"<w:tbl><w:tr>{CELL * 60_000}</w:tr></w:tbl>"),
        (Work.PREPARE, TYPED * 60_000),
    ],
)
def test_what_takes_for_ever_is_stopped(monkeypatch, work, body):
    monkeypatch.setattr(apart, "SECONDS", 0.3)
    assert code_of(work, with_body(body)) == "too_slow"
    assert not any("spawn_main" in " ".join(one.cmdline()) for one in psutil.Process().children())


def test_what_takes_all_memory_is_stopped(monkeypatch):
    monkeypatch.setattr(apart, "MAX_BYTES", 40_000_000)
    # Uneven, so that no packer makes it look like a bomb.
    body = "".join(f'<w:p w:rsidR="{number * 7919 % 2**32:08X}"/>' for number in range(190_000))
    assert code_of(Work.CHECK, with_body(body)) in {"too_hungry", "crashed"}


def test_a_user_s_word_on_a_line_comes_along():
    content = word_file(
        paragraph(run("Sundhedsråd Østfjord")) + paragraph(run("1. Budget")) + paragraph(run("Godkendt."))
    )
    learnt = done_apart(Work.LEARN, content, Learnt, wishes={1: "fast"})
    assert learnt.template.startswith(b"PK")


def test_who_has_no_more_patience_need_not_wait():
    with pytest.raises(ReadingError) as caught:
        done_apart(Work.CHECK, word_file(line("Sag")), object, cancelled=lambda: True)
    assert caught.value.code == "cancelled"


def test_nothing_of_it_stays_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    partial(done_apart, Work.FINISHED, word_file(line("Sag")), bool)()
    assert list(Path(tmp_path).iterdir()) == []


def test_a_template_that_would_take_for_ever_to_fill_is_refused():
    with pytest.raises(TemplateError) as caught:
        done_apart(Work.COMPILE, with_body("<w:p/>" * 250_000), object)
    assert caught.value.findings[0].code == "file.too_large"
