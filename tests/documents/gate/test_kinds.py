import pytest

from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.gate.kinds import Kind, kind_of
from referatdesk.documents.gate.relations import relations_in, safe_link

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def stream(name):
    return name.encode("utf-16-le") + bytes(40)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04", Kind.PACKAGE),
        (b"%PDF-1.7", Kind.PDF),
        (b"\r\n junk \n%PDF-1.4", Kind.PDF),
        (b"{\\rtf1 Hej}", Kind.RTF),
        (OLE + bytes(600) + stream("WordDocument"), Kind.OLD_WORD),
        (OLE + bytes(600) + stream("Workbook"), Kind.SPREADSHEET),
        (OLE + bytes(600) + stream("PowerPoint Document"), Kind.SLIDES),
        (OLE + bytes(600) + stream("__properties_version1.0"), Kind.MAIL),
        (OLE + bytes(600), Kind.UNKNOWN),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Kind.PICTURE),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", Kind.PICTURE),
        (b"MZ\x90\x00\x03\x00\x00\x00", Kind.PROGRAM),
        (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
        (b"\n<!doctype HTML><html>", Kind.HTML),
        (b'<?xml version="1.0"?><a/>', Kind.XML),
        ("Referat fra mødet".encode(), Kind.TEXT),
        ("Referat fra mødet".encode("utf-16"), Kind.TEXT),
        ("Referat fra mødet".encode("utf-16-be"), Kind.TEXT),
        (b"MZ er et forkortet ord", Kind.TEXT),
        ("BM: mødet åbnes".encode(), Kind.TEXT),
        (bytes(range(256)) * 8, Kind.UNKNOWN),
    ],
)
def test_a_file_is_what_its_bytes_say(content, kind):
    assert kind_of(content) is kind


def code_of(content):
    with pytest.raises(GateError) as caught:
        kind_of(content)
    return caught.value.code


def test_no_bytes_at_all_are_an_empty_file():
    assert code_of(b"") == "empty"


def test_locked_word_files_new_and_old_are_protected():
    old = OLE + bytes(504) + b"\xec\xa5" + bytes(8) + b"\x00\x01" + bytes(90) + stream("WordDocument")
    assert (code_of(OLE + stream("EncryptedPackage")), code_of(old)) == ("protected", "protected")


RELATIONS = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://192.0.2.1/t.dotm" TargetMode="External"/>
<Relationship Id="r2" Type="http://x/image" Target="../../../../etc/passwd"/>
<Relationship Id="r3" Type="http://x/styles" Target="/word/styles.xml"/></Relationships>"""


def test_what_a_part_points_at_is_told_and_stays_inside_the_package():
    assert [(one.name, one.target, one.external) for one in relations_in(RELATIONS, "word/document.xml")] == [
        ("attachedTemplate", "http://192.0.2.1/t.dotm", True),
        ("image", "etc/passwd", False),
        ("styles", "word/styles.xml", False),
    ]


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "HTTP://example.org", "mailto:egeby@example.org"])
def test_pages_and_mails_are_safe_to_be_led_to(address):
    assert safe_link(f" {address} ") == address


@pytest.mark.parametrize(
    "address", ["", "file:///etc/passwd", "javascript:alert(1)", "\\\\host\\a", "ms-word:ofe|u|x", "https://a\nb", "x"]
)
def test_nothing_else_is(address):
    assert safe_link(address) is None
