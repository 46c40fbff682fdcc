"""Files made to harm, and files damaged by chance: each is read or refused with a reason, and nothing else happens."""

import subprocess
import sys
from functools import cache
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referatdesk.documents.reading import worker as worker_module
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.files import read_source
from referatdesk.documents.reading.reader import draft_of
from referatdesk.documents.reading.worker import ReadingWorker
from tests.documents.gate.hostile import packed
from tests.documents.reading.odt_minutes import odt, p, picture
from tests.documents.reading.word_minutes import saved, with_part
from tests.documents.reading.word_xml import body, r
from tests.documents.reading.word_xml import p as word_p
from tests.fuzz.damage import damaged
from tests.fuzz.seeds import seeds

SUFFIXES = ["docx", "txt", "odt", "pdf", "xyz"]
sound = cache(seeds)
by_chance = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def is_told_apart(path):
    """Whether the file is read to a draft or refused with a code that the program has."""
    try:
        draft_of(read_source(path))
    except ReadingError as error:
        return error.code in {
            "unreadable",
            "empty",
            "no_text",
            "scanned",
            "too_large",
            "protected",
            "broken",
            "unsafe",
            "mislabelled",
        }
    return True


@by_chance
@given(content=st.binary(max_size=600), start=st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xff\xfe"]))
def test_any_bytes_under_any_name_are_read_or_refused(tmp_path, content, start):
    for suffix in SUFFIXES:
        path = tmp_path / f"a.{suffix}"
        path.write_bytes(start + content)
        assert is_told_apart(path)


@by_chance
@given(number=st.integers(0, 2**32), name=st.sampled_from([name for name in sound() if not name.endswith(".pdf")]))
def test_a_damaged_file_is_read_or_refused(tmp_path, number, name):
    path = tmp_path / name
    path.write_bytes(damaged(sound()[name], number))
    assert is_told_apart(path)


@by_chance
@given(text=st.text(max_size=400))
def test_any_text_is_kept_in_the_paragraphs_of_its_file(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8", errors="ignore", newline="")
    try:
        source = read_source(path)
    except ReadingError:
        return
    kept = "".join(one.text for one in source.paragraphs)
    assert set(kept) >= {sign for sign in text if sign.isascii() and sign.isalnum()}


def refusal(path):
    with pytest.raises(ReadingError) as caught:
        read_source(path)
    return caught.value.code, caught.value.data.get("reason")


def test_a_word_file_with_a_name_that_leads_elsewhere_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(packed([("../../evil.xml", b"<a/>"), ("word/document.xml", b"<a/>")]))
    assert refusal(path) == ("unsafe", "names")


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels", "word/footer1.xml"])
def test_an_entity_in_any_part_that_is_read_is_refused(tmp_path, part):
    document = body(word_p(r("Hej")))
    document.sections[0].footer.paragraphs[0].text = "Egeby"
    hostile = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    assert refusal(with_part(saved(document, tmp_path), part, hostile)) == ("unsafe", "doctype")


def test_boxes_within_boxes_are_not_read_again_and_again(tmp_path):
    inner = word_p(r("Inderst"))
    for _ in range(15):
        inner = word_p(f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>")
    words = [one.text for one in read_source(saved(body(inner), tmp_path)).paragraphs]
    assert words == ["Inderst"]


def test_a_table_said_to_be_endlessly_wide_is_refused(tmp_path):
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr>{word_p(r("a"))}</w:tc>'
    rows = f"<w:tr>{wide}</w:tr>" * 1_200
    assert refusal(saved(body(f"<w:tbl>{rows}</w:tbl>"), tmp_path))[0] == "too_large"


def test_a_style_based_on_itself_ends_nothing(tmp_path):
    document = body(word_p(r("Hej"), properties='<w:pStyle w:val="Heading1"/>'))
    document.styles["Heading 1"].base_style = document.styles["Heading 2"]
    document.styles["Heading 2"].base_style = document.styles["Heading 1"]
    (line,) = read_source(saved(document, tmp_path)).paragraphs
    assert (line.text, line.heading) == ("Hej", 1)


def test_a_file_that_needs_more_memory_than_allowed_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(worker_module, "MAX_BYTES", 70_000_000)
    many = b"<w:p><w:pPr/><w:r><w:t>a</w:t></w:r></w:p>" * 40_000
    raw = saved(body(word_p(r("@"))), tmp_path)
    with ZipFile(raw) as package:
        main = package.read("word/document.xml")
    path = with_part(raw, "word/document.xml", main.replace(b"<w:body>", b"<w:body>" + many))
    worker = ReadingWorker(seconds=60)
    with pytest.raises(ReadingError) as caught:
        worker.read(path, lambda: False)
    assert caught.value.code in {"too_hungry", "crashed"}
    worker.close()


@pytest.mark.parametrize("table", ["<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"])
def test_a_table_of_nothing_is_read(tmp_path, table):
    lines = read_source(saved(body(table, word_p(r("Efter"))), tmp_path)).paragraphs
    assert lines[-1].text == "Efter"


WATCHED = """
import sys
from pathlib import Path
from referatdesk.documents.reading.formats.files import read_source
from referatdesk.documents.reading.reader import draft_of
path = Path(sys.argv[1])
sound = Path(sys.argv[2])
draft_of(read_source(sound))
seen = []

def watch(event, given):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "os.posix_spawn", "urllib.")):
        seen.append(event)
    if event == "open" and isinstance(given[0], int):
        return  # a handle of what was already opened, and watched then
    if event == "open" and given[0] != str(path) and not str(given[0]).endswith((".py", ".pyc", ".so")):
        seen.append(f"{event} {given[0]} {given[1]}")

sys.addaudithook(watch)
draft_of(read_source(path))
print(seen)
"""


def hostile_word(folder):
    outside = 'TargetMode="External"'
    kinds = ("image", "attachedTemplate", "oleObject", "frame", "subDocument", "aFChunk", "hyperlink", "settings")
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "".join(
        f'<Relationship Id="r{at}" Type="{base}/{kind}" Target="{target}" {outside}/>'
        for at, (kind, target) in enumerate((kind, target) for kind in kinds for target in ELSEWHERE)
    )
    blip = '<w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:blip r:embed="r0" r:link="r1"/></wp:inline>'
    field = '<w:fldSimple w:instr="INCLUDETEXT &quot;file:///etc/passwd&quot;"><w:r><w:t>Se</w:t></w:r></w:fldSimple>'
    chunk = '<w:altChunk r:id="r10"/>'
    document = body(word_p(r("Punkt 1: Sag"), f"<w:r>{blip}</w:drawing></w:r>", field), chunk)
    path = saved(document, folder)
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    rels = f'<Relationships xmlns="{names}">{listed}</Relationships>'
    return with_part(path, "word/_rels/document.xml.rels", rels.encode())


ELSEWHERE = ("http://192.0.2.1/x.png", "file:///etc/passwd", "\\\\192.0.2.1\\share\\x.dotm")


def hostile_odt(folder):
    path = folder / "other.odt"
    links = "".join(p(picture(target)) for target in ELSEWHERE)
    included = '<text:section><text:section-source xlink:href="http://192.0.2.1/x.odt"/></text:section>'
    path.write_bytes(odt(p("Punkt 1: Sag") + links + included))
    return path


@pytest.mark.parametrize("made", [hostile_word, hostile_odt])
def test_nothing_that_a_file_points_at_is_opened_or_fetched(tmp_path, made):
    path = made(tmp_path)
    (tmp_path / "sound").mkdir()
    same_kind = tmp_path / "sound" / f"sound{path.suffix}"
    same_kind.write_bytes(sound()["rich.docx" if path.suffix == ".docx" else "rich.odt"])
    command = [sys.executable, "-c", WATCHED, str(path), str(same_kind)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
