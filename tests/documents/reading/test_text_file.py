import pytest

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.files import read_source
from referatdesk.documents.reading.formats.text_encoding import decoded
from referatdesk.documents.reading.formats.text_file import source_of_text

TEXT = "Møde på Ærø\nÅben dør – “citat”"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_in_any_common_encoding(encoding):
    assert decoded(TEXT.encode(encoding)) == TEXT


DANISH = "Mødet åbnes på Ærø. Øvrige sager: æbler og blåbær, Åse ønsker en opgørelse."


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp865", "cp850", "mac_roman"])
def test_the_encodings_of_old_programs_are_told_by_the_danish_letters_in_words(encoding):
    assert decoded(DANISH.encode(encoding)) == DANISH


def test_quotation_marks_of_windows_are_no_letters_of_dos():
    text = "Rådet’s ”ønske” – ‘ja’ … ældrerådet"
    assert decoded(text.encode("cp1252")) == text


def test_utf_8_with_a_damaged_byte_stays_utf_8():
    raw = DANISH.encode() * 3
    assert decoded(raw[:200] + b"\xff" + raw[200:]).startswith(DANISH)


@pytest.mark.parametrize("raw", [b"\xff\xfe" + bytes(range(256)) * 4, bytes(range(1, 32)) * 9])
def test_bytes_that_are_no_text_are_told_apart(raw):
    with pytest.raises(ReadingError) as caught:
        decoded(raw)
    assert caught.value.code == "unreadable"


def test_a_form_feed_ends_a_page():
    paragraphs = source_of_text("Et\n\fTo\nTre\f\nFire\n \f \nFem").paragraphs
    assert [(one.text, one.page_before) for one in paragraphs] == [
        ("Et", False),
        ("To", True),
        ("Tre", False),
        ("Fire", True),
        ("Fem", True),
    ]


def test_letters_in_two_signs_become_one():
    assert decoded("A\u030aben".encode()) == "Åben"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_numbered_as_an_editor_numbers_them(end):
    paragraphs = source_of_text(end.join(["", "Et", "", "", "To"])).paragraphs
    assert [(one.text, one.place.line_from, one.blank_before) for one in paragraphs] == [("Et", 2, 1), ("To", 5, 2)]


def test_the_width_of_broken_lines_is_known_only_where_lines_are_broken():
    words = "ord på dansk " * 60
    whole = source_of_text(f"{words}\n\n{words}\nKort linje\nEn til")
    lines = [words[start : start + 65].rsplit(" ", 1)[0] for start in range(0, 600, 65)]
    assert whole.width is None
    assert source_of_text("\n".join(lines)).width == max(len(line) for line in lines)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xyz", bytes(range(32)) * 40, "mislabelled"),
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n\t\n", "no_text"),
        ("a.txt", bytes(range(32)) * 40, "mislabelled"),
        ("a.docx", b"", "empty"),
        ("a.docx", b"Not a package at all", "mislabelled"),
        ("a.docx", b"PK\x03\x04 broken", "broken"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReadingError) as caught:
        read_source(path)
    assert caught.value.code == code


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(ReadingError) as caught:
        read_source(tmp_path / "none.txt")
    assert caught.value.code == "missing"
