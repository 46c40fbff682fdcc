"""Random meetings exported in every way, and every file searched for the words that were planted in them.

The searching here is its own, of plain bytes and of what Word and a reader of PDF make of them, so that a fault of the
program's search does not hide what it missed. `whole_proof()` is 500 meetings by every template, each as a PDF too.
Copies in full and for review are made only as the control: the same search must find the words in them.
"""

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pypdfium2
from lxml import etree

from referatdesk.services.output.exporting import build, build_pdf, prepare
from referatdesk.services.output.outputs import Kind
from tests.services.planted_meetings import STYLES, planted_meeting

CREATED = datetime(2027, 2, 5, 9, 0, tzinfo=UTC)
WORKING = re.compile(
    rb"w:rsid|w:ins |w:del |w:comment|w:vanish|w:docVar|printerSettings|attachedTemplate|<dc:creator|lastModifiedBy|"
    rb"customXml|thumbnail|eferatdesk|/tmp/|/home/|<Application>|<Template>|<Company>|<Manager>"
)
"""What a finished file never has: traces of who wrote it, on which machine, from which template."""
PDF_WORKING = re.compile(rb"/Author|/JavaScript|/EmbeddedFile|/Creator|/Producer")


@dataclass
class Tally:
    """What became of the meetings; every list but the counts is to be empty."""

    meetings: int = 0
    files: int = 0
    planted: int = 0
    found: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)
    controls: int = 0
    """Meetings of which the copies in full and for review held every planted word that they have a place for."""

    @property
    def holds(self) -> bool:
        return self.controls == self.meetings and not (self.found or self.missing or self.traces)


def count(meetings: int, *, first: int = 0, pdf_every: int = 0) -> Tally:
    """Meetings made from the numbers that follow `first`, in Word; every so many of them as a PDF too."""
    tally = Tally()
    for seed in range(first, first + meetings):
        try_meeting(seed, tally, as_pdf=bool(pdf_every) and seed % pdf_every == 0)
    return tally


def whole_proof(meetings: int = 500, *, first: int = 0) -> Tally:
    """Every meeting by every template that comes with the program, and as a PDF: takes a quarter of an hour."""
    tally = Tally()
    for seed in range(first, first + meetings):
        try_meeting(seed, tally, as_pdf=True, templates=STYLES)
    return tally


def try_meeting(seed: int, tally: Tally, *, as_pdf: bool = False, templates: tuple[str, ...] = ()) -> None:
    planted = planted_meeting(seed)
    tally.meetings += 1
    tally.planted += len(planted.secret)
    copies = {kind: _whole_copy(planted, kind) for kind in (Kind.FULL, Kind.REVIEW)}
    lacking = {
        f"{kind} lacks {word}" for kind, words in copies.items() for word in planted.printed if word not in words
    }
    tally.controls += not lacking
    tally.missing += [f"{seed}: the copy {told}" for told in sorted(lacking)]
    job = prepare(planted.records, "m", created=CREATED)
    both = [word for word in planted.open_words if word in copies[Kind.REVIEW]]
    _judge(build(job, number_pages=False), planted, f"{seed}.docx", tally, needs=both)
    for template in templates:
        other = prepare(planted.records, "m", created=CREATED, template=template)
        _judge(build(other, number_pages=False), planted, f"{seed}-{template}.docx", tally)
    if as_pdf:
        _judge(build_pdf(job, number_pages=False), planted, f"{seed}.pdf", tally)


def _whole_copy(planted, kind):
    return words_in_word(build(prepare(planted.records, "m", created=CREATED, kind=kind), number_pages=False))


def _judge(content, planted, name, tally, needs=()):
    tally.files += 1
    is_pdf = name.endswith(".pdf")
    everything = words_in_pdf(content) if is_pdf else words_in_word(content)
    tally.found += [f"{name}: {word}" for word in sorted(planted.secret) if word in everything]
    tally.missing += [f"{name}: {word}" for word in sorted(needs) if word not in everything]
    raw = content if is_pdf else b"\n".join(parts_in(content).values())
    tally.traces += [f"{name}: {trace!r}" for trace in {*(PDF_WORKING if is_pdf else WORKING).findall(raw)}]


def parts_in(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_in_word(content):
    """All of every part as it lies there, and its text with the marks taken out, so that no run hides a word."""
    parts = parts_in(content)
    raw = "\n".join(part.decode("utf-8", "ignore") for part in parts.values())
    plain = [
        "".join(map(str, etree.fromstring(part).itertext()))
        for name, part in parts.items()
        if name.endswith((".xml", ".rels"))
    ]
    return "\n".join((raw, *plain, *parts))


def words_in_pdf(content):
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    text = "\n".join(pages)
    return "\n".join((text, re.sub(r"[-\u00ad\ufffe]?\s+", "", text), content.decode("latin-1")))
