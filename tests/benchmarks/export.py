"""Export of 5, 50 and 500 items against docxtpl with pure Jinja, and against the floor of building with lxml.

All three begin with the same text in memory and end with the bytes of a Word file. docxtpl prints the very words that
ours prints, with its own RichText for what is bold, but its lists do not begin anew. The floor builds the very body
that ours has, one SubElement after the other, serialises it once and zips it, with all other parts, at the same level.
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
from docxtpl import DocxTemplate, RichText
from lxml import etree

from referatdesk.documents.word.archive import LEVEL
from referatdesk.documents.word.names import w
from referatdesk.domain.records import RecordSet
from referatdesk.services.output.exporting import Export, build, prepare
from tests.benchmarks import export_material
from tests.benchmarks.report import Ratio, ratio_of

ROUNDS = {5: 15, 50: 11, 500: 5}
GOALS = {50: (1 / 5, 0.8), 500: (1 / 5, None)}
"""The largest ratios to docxtpl and to the floor that are good enough."""
TEN_TIMES, MEGABYTES = 12, 25
BODY = "word/document.xml"
LISTS = {"Opstilling-punkttegn": "List Bullet", "Opstilling-talellerbogst": "List Number"}
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
    jobs: dict[int, Export] = {}
    for items, rounds in ROUNDS.items():
        meeting = meeting_of(items)
        ways: list[Callable[[], bytes]] = [
            lambda of=meeting: build(of.job, number_pages=False),
            lambda of=meeting: build(prepare(of.records, of.id), number_pages=False),
            lambda of=meeting: by_docxtpl(template, of.rival),
            lambda of=meeting: by_lxml(of.floor),
        ]
        ours, gathered, docxtpl, floor = interleaved(ways, rounds)
        jobs[items] = meeting.job
        goals = GOALS.get(items, (None, None))
        yield ratio_of(f"export: {items} items, against docxtpl", ours, docxtpl, goals[0])
        yield ratio_of(f"export: {items} items, against lxml alone", ours, floor, goals[1])
        yield ratio_of(f"export: {items} items, gathering included, against docxtpl", gathered, docxtpl, None)
        yield ratio_of(f"export: {items} items, gathering included, against lxml alone", gathered, floor, None)
    sizes: list[Callable[[], bytes]] = [lambda of=jobs[size]: build(of, number_pages=False) for size in (500, 50)]
    long, short = interleaved(sizes, ROUNDS[50])
    yield ratio_of("export: 500 items against 50", long, short, TEN_TIMES)
    peak = most_memory(lambda: build(prepare(meeting.records, meeting.id), number_pages=False))
    yield Ratio("export: extra memory at 500 items, of 25 MB", peak / MEGABYTES, 1, f"({peak:.1f} MB)")


def meeting_of(items: int) -> Meeting:
    with TemporaryDirectory() as folder:
        records, meeting_id = export_material.meeting_of(Path(folder) / "export.referatdesk", items)
    job = prepare(records, meeting_id)
    ours = build(job, number_pages=False)
    rival, floor = for_docxtpl(ours), floor_of(ours)
    said = words_in(ours)
    assert words_in(by_docxtpl(rival_template(), rival)) == said, "docxtpl says other words"
    assert words_in(by_lxml(floor)) == said, "the floor says other words"
    return Meeting(meeting_id, records, job, rival, floor)


def words_in(file: bytes) -> str:
    return "".join(run["text"] for _, runs in paragraphs_in(file) for run in runs)


def paragraphs_in(file: bytes) -> list[tuple[str, list[dict[str, Any]]]]:
    """The style of each paragraph, and its runs."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        root = etree.fromstring(archive.read(BODY))
    return [(style_of(one), list(runs_of(one))) for one in root.iter(w("p"))]


def runs_of(paragraph: etree._Element) -> Iterator[dict[str, Any]]:
    for run in paragraph.iter(w("r")):
        if text := "".join(one.text or "" for one in run.iter(w("t"))):
            yield {"text": text, "bold": run.find(f"{w('rPr')}/{w('b')}") is not None}


def style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"), "")


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
    lines = (
        (None, "{%p for line in lines %}"),
        (None, "{%p if line.kind == 'List Number' %}"),
        ("List Number", "{{r line.text }}"),
        (None, "{%p elif line.kind == 'List Bullet' %}"),
        ("List Bullet", "{{r line.text }}"),
        (None, "{%p else %}"),
        (None, "{{r line.text }}"),
        (None, "{%p endif %}"),
        (None, "{%p endfor %}"),
    )
    for style, line in (
        *of("head", lines),
        (None, "{%p for item in items %}"),
        ("Heading 1", "{{ item.heading }}"),
        *of("item.lines", lines),
        (None, "{%p for section in item.sections %}"),
        ("Heading 2", "{{ section.heading }}"),
        *of("section.lines", lines),
        (None, "{%p endfor %}"),
        (None, "{%p endfor %}"),
    ):
        document.add_paragraph(line, style)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def of(what: str, lines: Sequence[tuple[str | None, str]]) -> Iterator[tuple[str | None, str]]:
    return ((style, line.replace(" in lines ", f" in {what} ")) for style, line in lines)


def for_docxtpl(ours: bytes) -> Mapping[str, Any]:
    """The words of our own file, as its items and sections."""
    head: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    lines = head
    for style, runs in paragraphs_in(ours):
        heading = "".join(run["text"] for run in runs)
        if style == "Overskrift1":
            items.append({"heading": heading, "lines": (lines := []), "sections": []})
        elif style == "Overskrift2":
            items[-1]["sections"].append({"heading": heading, "lines": (lines := [])})
        elif runs:
            lines.append({"kind": LISTS.get(style, ""), "runs": runs})
    return {"head": head, "items": items}


def by_docxtpl(template: bytes, values: Mapping[str, Any]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(rich(values), autoescape=True)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def rich(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The words as docxtpl wants them: part of what it takes, for all begin with the same text."""
    return {
        "head": rich_lines(values["head"]),
        "items": [
            {
                **item,
                "lines": rich_lines(item["lines"]),
                "sections": [{**one, "lines": rich_lines(one["lines"])} for one in item["sections"]],
            }
            for item in values["items"]
        ],
    }


def rich_lines(lines: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [{"kind": line["kind"], "text": rich_text(line["runs"])} for line in lines]


def rich_text(runs: Sequence[Mapping[str, Any]]) -> RichText:
    text = RichText()
    for run in runs:
        text.add(run["text"], bold=run["bold"])
    return text


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
