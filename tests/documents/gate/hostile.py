"""Packages made to harm, byte by byte where no library would write them."""

import io
import struct
import zipfile
import zlib


def packed(parts, *, method=zipfile.ZIP_DEFLATED):
    """A zip file of (name, content) pairs in order; a name may stand twice."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts:
            archive.writestr(named(name), content)
    return file.getvalue()


def named(name):
    """An entry whose name is written as it is, with backslashes and colons."""
    entry = zipfile.ZipInfo("x")
    entry.filename = name
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def overlapping(count):
    """A zip file whose entries are all the same packed bytes: small on the disk, without end once unpacked."""
    content = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = b"a" * 900_000
    body = content.compress(raw) + content.flush()
    shared = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, zlib.crc32(raw), len(body), len(raw), 5, 0)
    local = b"PK\x03\x04" + shared + b"a.xml" + body
    central = b"".join(
        b"PK\x01\x02" + struct.pack("<H", 20) + shared + struct.pack("<HHHII", 0, 0, 0, 0, 0) + f"{at:05}".encode()
        for at in range(count)
    )
    return local + central + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(central), len(local), 0)


def locked(content):
    """The same zip file, its entries said to be encrypted."""
    return content.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


def png_head(width, height):
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height) + b"\x08\x00\x00\x00\x00"
