"""Turns a neutral truth with its notes of what else is right into the form that the scorer beside the project reads.

A document's JSON is `referat-neutral-1` with two keys more: `layout`, one line about how the house prints, and
`accept`, parallel to the rest, with what a careful reader may also say: `meeting` by field, `attendees` by name,
`items` by their place among all items counted from 1 (`sections` in them likewise), and the lists `optional_text`,
`must_not_contain` and `traps`; `docx` adds to these lists what holds for the Word file only.

    python3 tests/documents/minutes/truth.py FOLDER     writes FOLDER/<slug>.<txt or docx>.truth.json for every file
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MEETING_FIELDS = ("title", "body", "date", "start", "end", "place", "case_number", "recorder", "sign_off")
PERSON_FIELDS = ("organisation", "role", "group", "email", "party", "substitute_for")
LISTS = ("optional_text", "must_not_contain", "traps")
FORMS = ("txt", "docx")
ITEM_FIELDS = ("theme", "presenter", "case_number")
ITEM_NOTES = ("optional", "fold_into", "children_ok", "title_accept", "decision_null_ok")
SECTION_NOTES = ("optional", "label_accept", "first6_accept", "subheads", "paragraphs_ok", "list_items_ok")
LIST_MARK = re.compile(r"^\s*(?:[-–•·]\s*|\(?\d{1,3}[.)]\s+|\(?[a-zæøå][.)]\s+)", re.IGNORECASE)
BOARD_AND_DATE = re.compile(r"(Beslutning|Referat|Konklusion) \w.* den ")

Data = dict[str, Any]


def truth_of(document: Path, form: str = "txt") -> Data:
    """The `referat-truth-1` of `<slug>.json`, for the file of that form; the words are those of `<slug>.txt`."""
    neutral = json.loads(document.read_text(encoding="utf-8"))
    notes, source = neutral.get("accept", {}), document.with_suffix(".txt").resolve()
    items = list(_flat(neutral["items"]))
    people = neutral.get("attendees", [])
    return {
        "schema": "referat-truth-1",
        "id": f"{document.stem}.{form}",
        "layout": neutral["layout"],
        "source": {"file": str(source), "sha256": hashlib.sha256(source.read_bytes()).hexdigest()},
        "meeting": _fields(neutral["meeting"], MEETING_FIELDS, notes.get("meeting", {})),
        "header_fields": neutral["meeting"].get("header_fields", []),
        "attendees": [_person(person, notes.get("attendees", {}).get(person["name"], {})) for person in people],
        "items": [_item(item, notes.get("items", {}).get(str(at), {})) for at, item in enumerate(items, 1)],
        "counts": {"attendees": len(people), "items": len(items)},
        **{key: notes.get(key, []) + notes.get(form, {}).get(key, []) for key in LISTS},
    }


def _flat(items: list[Data]) -> Iterator[Data]:
    for item in items:
        yield item
        yield from _flat(item.get("children", []))


def _fields(values: Data, names: tuple[str, ...], notes: Data) -> Data:
    return {name: {"value": values.get(name)} | notes.get(name, {}) for name in names}


def _person(person: Data, notes: Data) -> Data:
    optional = {"optional": True} if notes.get("optional") else {}
    known = {"name": person["name"], "status": person.get("status", "present")}
    return known | _fields(person, PERSON_FIELDS, notes) | optional


def _item(item: Data, notes: Data) -> Data:
    sections = [
        _section(section, notes.get("sections", {}).get(str(at), {})) for at, section in enumerate(item["sections"], 1)
    ]
    points, papers = item.get("indstilling_points", []), item.get("attachments", [])
    decision = item.get("decision")
    alternatives = [_edges([text]) for text in notes.get("decision_accept", [])]
    return {
        "number": item.get("number"),
        "number_key": _number_key(item.get("number")),
        "number_accept": [number for number in (item.get("number"), *notes.get("number_accept", [])) if number],
        "title": item["title"],
        **_fields(item, ITEM_FIELDS, notes),
        "closed": item.get("closed", False),
        "sections": sections,
        "indstilling_points": len(points),
        "indstilling_points_ok": notes.get("indstilling_points_ok", _points_range(item, points)),
        "points": [_edges([text]) for text in points],
        "attachments": len(papers),
        "attachments_ok": notes.get("attachments_ok", [len(papers), len(papers)]),
        "attachment_list": [_edges([text]) for text in papers],
        "decision": _edges([decision]) if decision else None,
        "decision_accept": alternatives,
        "tables": [_shape(block["rows"]) for section in item["sections"] for block in _tables(section)],
        "absent": item.get("absent", []),
        "votes": item.get("votes", []),
        **{name: notes[name] for name in ITEM_NOTES if name in notes},
    }


def _number_key(number: str | None) -> str | None:
    found = re.search(r"\d[\d.]*[a-z]?|\b[A-Z]\b", number or "")
    return found[0].strip(".") if found else None


def _points_range(item: Data, points: list[str]) -> list[int]:
    """A recommendation of one sentence may be seen as its only point or as none."""
    blocks = [block for section in item["sections"] if section["kind"] == "proposal" for block in section["blocks"]]
    alone = len(points) == len(blocks) == 1 and blocks[0]["type"] == "paragraph"
    return [0 if alone else len(points), len(points)]


def _section(section: Data, notes: Data) -> Data:
    blocks = section["blocks"]
    kinds = [block["type"] for block in blocks]
    paragraphs, listed, headings = (kinds.count(kind) for kind in ("paragraph", "list_item", "heading"))
    subheads = [block["text"] for block in blocks if block["type"] == "heading"]
    given = {"label_accept": _other_labels(section)} | ({"subheads": subheads} if subheads else {})
    return {
        "label": section["label"],
        "kind": section["kind"],
        "paragraphs": paragraphs,
        "paragraphs_ok": [paragraphs, paragraphs + headings + notes.get("breaks", 0)],
        "list_items": listed,
        "list_items_ok": [listed, listed + notes.get("empty_bullets", 0)],
        **_edges([_text(block) for block in blocks]),
        **given,
        **{name: notes[name] for name in SECTION_NOTES if name in notes},
    }


def _other_labels(section: Data) -> list[str]:
    label = section["label"]
    if label is None:
        return ["Sagsfremstilling"]
    stem = BOARD_AND_DATE.match(label)
    return [stem[1]] if stem else []


def _text(block: Data) -> str:
    return "\n".join("\t".join(row) for row in block["rows"]) if block["type"] == "table" else block["text"]


def _edges(texts: list[str]) -> Data:
    """First and last six words; the marks of lists do not count."""
    words = [word for line in "\n".join(texts).split("\n") for word in LIST_MARK.sub("", line, count=1).split()]
    return {"first6": " ".join(words[:6]), "last6": " ".join(words[-6:])}


def _tables(section: Data) -> list[Data]:
    return [block for block in section["blocks"] if block["type"] == "table"]


def _shape(rows: list[list[str]]) -> Data:
    return {"rows": len(rows), "cols": max(len(row) for row in rows)}


def write_all(folder: Path) -> None:
    for document in sorted(HERE.glob("*.json")):
        for form in FORMS:
            if document.with_suffix(f".{form}").exists():
                text = json.dumps(truth_of(document, form), ensure_ascii=False, indent=1)
                (folder / f"{document.stem}.{form}.truth.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
