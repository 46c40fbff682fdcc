import struct
import zipfile

import pytest

from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.gate.zipped import MAX_ENTRIES, MAX_FILE_BYTES, Zipped
from tests.documents.gate.hostile import locked, overlapping, packed, png_head


def refusal(content):
    with pytest.raises(GateError) as caught:
        Zipped(content)
    return caught.value.code, caught.value.data.get("reason")


def test_parts_are_read_by_name_in_the_order_of_the_file():
    zipped = Zipped(packed([("b.xml", b"<b/>"), ("word/a.xml", b"<a/>")]))
    assert zipped.names == ("b.xml", "word/a.xml")
    assert (zipped.read("word/a.xml"), zipped.read("none.xml")) == (b"<a/>", None)


def test_folders_are_no_parts_and_backslashes_part_them_too():
    zipped = Zipped(packed([("word/", b""), ("word\\a.xml", b"<a/>")]))
    assert zipped.names == ("word/a.xml",)


@pytest.mark.parametrize(
    "name",
    ["../a.xml", "word/../../a.xml", "/etc/passwd", "\\\\server\\a", "..\\a.xml", "C:/a.xml", "a//b.xml", "./a.xml"],
)
def test_a_name_that_leads_elsewhere_is_refused(name):
    assert refusal(packed([(name, b"x")])) == ("unsafe", "names")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("other", ["word/a.xml", "WORD/A.XML", "word\\a.xml"])
def test_a_name_that_stands_twice_is_refused(other):
    assert refusal(packed([("word/a.xml", b"<a/>"), (other, b"<b/>")])) == ("unsafe", "doubled")


def test_a_part_that_unpacks_to_far_more_than_it_holds_is_refused():
    assert refusal(packed([("a.xml", b" " * 20_000_000)]))[0] == "too_large"


def test_parts_that_together_unpack_to_too_much_are_refused():
    dense = bytes(range(256)) * 8 + b" " * 20_000
    parts = [(f"{at}.bin", (dense * 1_400)[:30_000_000]) for at in range(6)]
    assert refusal(packed(parts))[0] == "too_large"


def test_too_many_parts_are_refused():
    assert refusal(packed([(f"{at}", b"") for at in range(MAX_ENTRIES + 1)]))[0] == "too_large"


def test_a_file_of_too_many_bytes_is_refused_unopened():
    assert refusal(b"PK\x03\x04" + bytes(MAX_FILE_BYTES))[0] == "too_large"


def test_parts_that_share_their_bytes_are_refused():
    assert refusal(overlapping(100)) == ("unsafe", "overlap")


def test_a_part_packed_in_a_rare_way_is_refused():
    content = packed([("a.xml", b"<a/>")])
    assert refusal(content.replace(struct.pack("<H", 8) + content[10:12], struct.pack("<H", 12) + content[10:12])) == (
        "unsafe",
        "packing",
    )


def test_a_locked_package_is_protected():
    assert refusal(locked(packed([("a.xml", b"<a/>")])))[0] == "protected"


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.95])
def test_a_file_that_ends_too_early_is_broken(cut):
    content = packed([("a.xml", bytes(range(256)) * 40)])
    assert refusal(content[: int(len(content) * cut)]) == ("broken", "zip")


def test_a_part_whose_bytes_were_changed_is_broken():
    content = bytearray(packed([("a.xml", bytes(range(256)) * 40)]))
    content[60] ^= 0xFF
    zipped = Zipped(bytes(content))
    with pytest.raises(GateError) as caught:
        zipped.read("a.xml")
    assert caught.value.code == "broken"


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("word/media/a.png", png_head(100_000, 100_000)),
        ("a.GIF", b"GIF89a" + struct.pack("<HH", 65_000, 65_000)),
        ("a.jpeg", b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 65_000, 65_000) + bytes(9)),
        ("a.bmp", b"BM" + bytes(16) + struct.pack("<ii", 40_000, -40_000)),
        ("a.tif", b"II*\0\x08\0\0\0\x02\0" + struct.pack("<HHIIHHII", 256, 4, 1, 90_000, 257, 4, 1, 90_000)),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\xff\xff\xff\xff\xff\xff"),
    ],
)
def test_a_picture_that_would_fill_the_memory_is_refused(name, start):
    assert refusal(packed([(name, start)])) == ("unsafe", "picture")


def test_pictures_of_every_usual_size_come_in():
    names = Zipped(packed([("a.png", png_head(9_000, 12_000)), ("b.jpg", b"\xff\xd8\xff"), ("c.tif", b"II*\0")])).names
    assert len(names) == 3


def test_an_entry_outside_the_directory_does_not_exist():
    hidden = packed([("b.xml", b"<b/>")])
    shown = packed([("a.xml", b"<a/>")], method=zipfile.ZIP_STORED)
    assert Zipped(hidden + shown).names == ("a.xml",)
