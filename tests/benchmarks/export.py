"""Export of 5, 50 and 500 items against docxtpl with pure Jinja, and against the floor of building with lxml.

All three begin with the same text in memory and end with the bytes of a Word file. The floor builds the very body that
ours has, one SubElement after the other, serialises it once and zips it, with all other parts, at the same level.
"""

from __future__ import annotations

import gc
import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
from docxtpl import DocxTemplate
from lxml import etree

from referatdesk.documents.word.archive import LEVEL
from referatdesk.documents.word.values import Scope, Value
from referatdesk.domain.records import RecordSet
from referatdesk.services.exporting import Export, build, prepare
from referatdesk.services.workspace import Workspace
from tests.benchmarks import material
from tests.benchmarks.report import Ratio, ratio_of

ROUNDS = {5: 15, 50: 11, 500: 5}
OF_DOCXTPL, OF_FLOOR, TEN_TIMES, MEGABYTES = 1 / 5, 0.8, 12, 25
BODY = "word/document.xml"
Node = tuple[str, dict[str, str], str | None, "Sequence[Node]"]


@dataclass(frozen=True)
class Meeting:
    """One meeting as each of the rivals wants it."""

    id: str
    records: RecordSet
    job: Export
    rival: Mapping[str, Any]
    floor: Floor


@dataclass(frozen=True)
class Floor:
    """The body of our own file as nodes, and its other parts as they are."""

    namespaces: Mapping[str | None, str]
    root: Node
    parts: Mapping[str, bytes]


def measure() -> Iterator[Ratio]:
    template = rival_template()
    ours_by_size: dict[int, list[float]] = {}
    for items, rounds in ROUNDS.items():
        meeting = meeting_of(items)
        ways: list[Callable[[], bytes]] = [
            lambda of=meeting: build(of.job, number_pages=False),
            lambda of=meeting: build(prepare(of.records, of.id), number_pages=False),
            lambda of=meeting: by_docxtpl(template, of.rival),
            lambda of=meeting: by_lxml(of.floor),
        ]
        ours, gathered, docxtpl, floor = interleaved(ways, rounds)
        ours_by_size[items] = ours
        goals = (OF_DOCXTPL, OF_FLOOR) if items == 50 else (None, None)
        yield ratio_of(f"export: {items} items, against docxtpl", ours, docxtpl, goals[0])
        yield ratio_of(f"export: {items} items, against lxml alone", ours, floor, goals[1])
        yield ratio_of(f"export: {items} items, gathering included, against docxtpl", gathered, docxtpl, None)
        yield ratio_of(f"export: {items} items, gathering included, against lxml alone", gathered, floor, None)
    yield ratio_of("export: 500 items against 50", ours_by_size[500], ours_by_size[50], TEN_TIMES)
    peak = most_memory(lambda: build(prepare(meeting.records, meeting.id), number_pages=False))
    yield Ratio("export: extra memory at 500 items, of 25 MB", peak / MEGABYTES, 1, f"({peak:.1f} MB)")


def meeting_of(items: int) -> Meeting:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.referatdesk"
        meeting_id = material.archive(path, 1, items=items, words=4)
        workspace = Workspace.open(path, material.at_once)
        records = workspace.records_of(meeting_id)
        workspace.close()
    job = prepare(records, meeting_id)
    rival, floor = for_docxtpl(job.values), floor_of(build(job, number_pages=False))
    assert words_in(by_docxtpl(rival_template(), rival)) >= items, "docxtpl left items out"
    assert words_in(by_lxml(floor)) >= items, "the floor left items out"
    return Meeting(meeting_id, records, job, rival, floor)


def words_in(file: bytes) -> int:
    """How often the words stand in the file that every item has in its title."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return archive.read(BODY).decode().count("Fælles vagtordning, del ")


def interleaved(ways: Sequence[Callable[[], bytes]], rounds: int) -> list[list[float]]:
    """The milliseconds of each way, after one warm-up."""
    times: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds + 1):
        for way, listed in zip(ways, times, strict=True):
            gc.collect()
            began = time.perf_counter()
            way()
            listed.append((time.perf_counter() - began) * 1000)
    return [listed[1:] for listed in times]


def most_memory(act: Callable[[], object]) -> float:
    """The most megabytes that were in use above those before."""
    gc.collect()
    tracemalloc.start()
    act()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1024 / 1024


def rival_template() -> bytes:
    document = docx.Document()
    for style, line in (
        ("Title", "{{ title }}"),
        (None, "{{ day }}"),
        (None, "{%p for item in items %}"),
        ("Heading 1", "{{ item.heading }}"),
        (None, "{%p for section in item.sections %}"),
        ("Heading 2", "{{ section.heading }}"),
        (None, "{%p for line in section.lines %}"),
        (None, "{{ line }}"),
        (None, "{%p endfor %}"),
        (None, "{%p endfor %}"),
        (None, "{%p endfor %}"),
    ):
        document.add_paragraph(line, style)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def for_docxtpl(values: Scope) -> Mapping[str, Any]:
    return {
        "title": values.fields["møde.titel"],
        "day": values.fields["møde.tidspunkt"],
        "items": [
            {
                "heading": item.fields["punkt.overskrift"],
                "sections": [
                    {"heading": one.fields["afsnit.overskrift"], "lines": lines_of(one.fields["afsnit.tekst"])}
                    for one in item.repeats["afsnit"]
                ],
            }
            for item in values.repeats["punkter"]
        ],
    }


def lines_of(text: Value) -> list[str]:
    return [block.text for block in text or () if not isinstance(block, str)]


def by_docxtpl(template: bytes, values: Mapping[str, Any]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(values)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def floor_of(file: bytes) -> Floor:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts.pop(BODY))
    return Floor(root.nsmap, node_of(root), parts)


def node_of(element: etree._Element) -> Node:
    return element.tag, dict(element.attrib), element.text, [node_of(one) for one in element]


def by_lxml(floor: Floor) -> bytes:
    tag, attributes, _, below = floor.root
    root = etree.Element(tag, attributes, nsmap=floor.namespaces)
    grow(root, below)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, content in floor.parts.items():
            archive.writestr(name, content)
        archive.writestr(BODY, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    return file.getvalue()


def grow(parent: etree._Element, nodes: Sequence[Node]) -> None:
    for tag, attributes, text, below in nodes:
        element = etree.SubElement(parent, tag, attributes)
        element.text = text
        if below:
            grow(element, below)
