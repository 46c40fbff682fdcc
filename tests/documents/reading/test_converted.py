"""Old formats, which LibreOffice turns into Word files."""

from __future__ import annotations

from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread

import pytest

from referatdesk.documents.office import converted, find_office
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.converted import read_converted

RTF = rb"{\rtf1\ansi\ansicpg1252 {\b Punkt 1: Budget}\par R\'e5det godkendte.\par}"
LINKED = """<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>Slut<draw:frame>
<draw:image xlink:href="{target}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
</office:text></office:body></office:document>"""


@pytest.fixture
def asked():
    """What is asked of a web server of this machine, whose address is the first entry."""
    asked: list[str] = []

    class Answer(StreamRequestHandler):
        def handle(self):
            asked.append(self.rfile.readline().decode())

    with ThreadingTCPServer(("127.0.0.1", 0), Answer) as server:
        asked.append(f"http://127.0.0.1:{server.server_address[1]}")
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield asked
        server.shutdown()
        thread.join()


def test_without_libreoffice_old_formats_are_refused(monkeypatch):
    monkeypatch.setattr("referatdesk.documents.reading.formats.converted.find_office", lambda: None)
    with pytest.raises(ReadingError) as error:
        read_converted(RTF, ".rtf")
    assert error.value.code == "needs_office"


@pytest.mark.office
def test_rtf_is_read_with_its_forms():
    paragraphs = read_converted(RTF, ".rtf").paragraphs
    assert [(one.text, one.all_bold) for one in paragraphs] == [("Punkt 1: Budget", True), ("Rådet godkendte.", False)]


@pytest.mark.office
def test_old_word_files_are_read(tmp_path):
    source = tmp_path / "referat.rtf"
    source.write_bytes(RTF)
    office = find_office()
    assert office is not None
    old = converted(office, source, "doc", 60)
    assert old is not None
    assert [one.text for one in read_converted(old, ".doc").paragraphs] == ["Punkt 1: Budget", "Rådet godkendte."]


@pytest.mark.office
def test_a_conversion_that_takes_too_long_is_ended():
    with pytest.raises(ReadingError) as error:
        read_converted(RTF, ".rtf", time_limit=0.01)
    assert error.value.code == "too_slow"


@pytest.mark.office
def test_what_a_document_points_at_outside_itself_is_not_fetched(tmp_path, asked):
    source = tmp_path / "kilde.fodt"
    source.write_text(LINKED.format(target=f"{asked[0]}/logo.png"), encoding="utf-8")
    office = find_office()
    assert office is not None
    made = converted(office, source, "docx", 60)
    assert made
    assert asked[1:] == []
