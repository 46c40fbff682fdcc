"""Pictures lose what they tell beside themselves, and keep every pixel."""

import struct
import zlib

import pytest

from referatdesk.documents.picture_facts import facts_in, without_facts

SECRET = b"Palle N\xf8rre 55.4 N"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*more, behind=b""):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(more) + pixels + chunk(b"IEND", b"") + behind


def segment(mark, data):
    return bytes((0xFF, mark)) + struct.pack(">H", len(data) + 2) + data


def exif(turned):
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, turned, 0)
    return b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4) + SECRET


SCAN = b"\xff\xda\x00\x02" + b"\x12\xff\x00\x34" + b"\xff\xd9"
JFIF = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")


def jpeg(*more, behind=b""):
    return b"\xff\xd8" + JFIF + b"".join(more) + segment(0xDB, bytes(65)) + SCAN + behind


def gif(*more, behind=b""):
    picture = b"\x2c" + bytes(8) + b"\0" + b"\x02\x02\x44\x01\0"
    return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0, 0, 0) + b"".join(more) + picture + b"\x3b" + behind


def tiff():
    text = 8 + 2 + 2 * 12 + 4
    entries = struct.pack("<HHII", 256, 3, 1, 7) + struct.pack("<HHII", 315, 2, len(SECRET), text)
    return b"II*\0" + struct.pack("<IH", 8, 2) + entries + bytes(4) + SECRET


TELLING = {
    "png text": (png(chunk(b"tEXt", b"Author\0" + SECRET)), png()),
    "png packed text": (png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(SECRET))), png()),
    "png time and exif": (png(chunk(b"eXIf", SECRET), chunk(b"tIME", SECRET[:7])), png()),
    "behind a png": (png(behind=SECRET), png()),
    "jpeg exif": (jpeg(segment(0xE1, exif(1))), jpeg()),
    "jpeg comment": (jpeg(segment(0xFE, SECRET)), jpeg()),
    "jpeg xmp and iptc": (
        jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET), segment(0xED, SECRET)),
        jpeg(),
    ),
    "behind a jpeg": (jpeg(behind=SECRET), jpeg()),
    "gif comment": (gif(b"\x21\xfe" + bytes((len(SECRET),)) + SECRET + b"\0"), gif()),
    "behind a gif": (gif(behind=SECRET), gif()),
}


@pytest.mark.parametrize("name", TELLING)
def test_it_is_taken_out_and_was_seen_before(name):
    telling, plain = TELLING[name]
    assert any("Palle" in text for text in facts_in(telling))
    assert without_facts(telling) == plain
    assert not any("Palle" in text for text in facts_in(plain))
    assert without_facts(plain) == plain


def test_a_photograph_that_lies_on_its_side_still_stands_upright():
    made = without_facts(jpeg(segment(0xE1, exif(6))))
    assert SECRET not in made
    assert struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) in made
    assert without_facts(made) == made


def test_the_texts_of_a_tiff_are_zeros_and_nothing_is_moved():
    made = without_facts(tiff())
    assert len(made) == len(tiff())
    assert made == tiff().replace(SECRET, bytes(len(SECRET)))


@pytest.mark.parametrize("content", [b"", b"BM", b"\xff\xd8\xff", b"GIF89a", b"II*\0", png()[:20], jpeg()[:9]])
def test_a_damaged_picture_is_no_mistake(content):
    without_facts(content)
    facts_in(content)
