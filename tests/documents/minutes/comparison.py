"""How much of a document's truth was read, by subject: 1.0 where all is as the truth says and nothing is added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any

Data = dict[str, Any]
WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
NUMBER = re.compile(r"\d[\d.]*|\b[A-ZÆØÅ]\b")
MARK = re.compile(r"\s*(?:[-–•·➢]\s*|o\s+|\(?\d{1,3}[.)]\s+|\(?[a-zæøå][.)]\s+)")


def compared(truth: Data, read: Data, text: str, held: object) -> dict[str, float]:
    """By part of the minutes, and `kept`: the share of the printed words that are somewhere in what is held."""
    notes = truth.get("accept", {})
    expected, found = _needed(truth, truth, notes), _needed(read, truth, notes)
    shares = {part: _likeness(told(expected), told(found)) for part, told in PARTS.items()}
    return shares | {"kept": _kept(text, held)}


def key(text: object) -> str:
    """The words alone: case, white space, signs and the marks of lists do not matter."""
    return " ".join(WORD.findall(MARK.sub("", str(text or ""), count=1).casefold())).replace(":", ".")


def _needed(neutral: Data, truth: Data, notes: Data) -> Data:
    """Without what may be missing, and with the truth's own answer where another one is right too."""
    noted = {
        key(title): (item, note)
        for item, note in _with_notes(truth, notes)
        for title in [item["title"], *note.get("title_accept", [])]
    }
    in_passing = {name for name, note in notes.get("attendees", {}).items() if note.get("optional")}
    items = (_needed_item(item, *noted.get(key(item.get("title")), (item, {}))) for item in _flat(neutral["items"]))
    return {
        "meeting": _settled(neutral.get("meeting", {}), truth["meeting"], notes.get("meeting", {})),
        "attendees": [one for one in neutral.get("attendees", []) if one.get("name") not in in_passing],
        "items": [item for item in items if item],
    }


def _with_notes(truth: Data, notes: Data) -> Iterator[tuple[Data, Data]]:
    for at, item in enumerate(_flat(truth["items"]), 1):
        yield item, notes.get("items", {}).get(str(at), {})


def _needed_item(item: Data, truth: Data, note: Data) -> Data:
    """Empty where the whole item may be missing."""
    if note.get("optional"):
        return {}
    decision = item.get("decision")
    if note.get("decision_null_ok"):
        decision = None
    elif key(decision) in {key(other) for other in note.get("decision_accept", [])}:
        decision = truth.get("decision")
    return item | {"title": truth.get("title"), "decision": decision}


def _settled(meeting: Data, truth: Data, notes: Data) -> Data:
    def settled(name: str) -> object:
        others = {key(other) for other in notes.get(name, {}).get("accept", [])}
        return truth.get(name) if key(meeting.get(name)) in others else meeting.get(name)

    return {name: settled(name) for name in ("body", "date")}


def _flat(items: Iterable[Data]) -> Iterator[Data]:
    for item in items:
        yield item
        yield from _flat(item.get("children", []))


def _number(item: Data) -> str:
    found = NUMBER.search(item.get("number") or "")
    return found[0].strip(".") if found else ""


def _each(name: str) -> Callable[[Data], list[str]]:
    """A list of every item, its parts under the item's place."""
    return lambda told: [f"{at} {key(one)}" for at, item in enumerate(told["items"]) for one in item.get(name, [])]


def _labels(told: Data) -> list[str]:
    items = enumerate(told["items"])
    return [f"{at} {key(section.get('label'))}" for at, item in items for section in item.get("sections", [])]


def _decisions(told: Data) -> list[str]:
    texts = ((at, item.get("decision")) for at, item in enumerate(told["items"]))
    return [f"{at} {' '.join(map(key, text.splitlines()))}" for at, text in texts if text]


def _votes(told: Data) -> list[str]:
    items = enumerate(told["items"])
    return [f"{at} {vote.get('for')}-{vote.get('against')}" for at, item in items for vote in item.get("votes", [])]


PARTS: dict[str, Callable[[Data], list[str]]] = {
    "board": lambda told: [key(told["meeting"]["body"])],
    "date": lambda told: [str(told["meeting"]["date"])],
    "numbers": lambda told: [_number(item) for item in told["items"]],
    "titles": lambda told: [key(item["title"]) for item in told["items"]],
    "people": lambda told: sorted(key(one["name"]) for one in told["attendees"]),
    "presence": lambda told: sorted(f"{key(one['name'])} {one.get('status', 'present')}" for one in told["attendees"]),
    "labels": _labels,
    "points": _each("indstilling_points"),
    "decisions": _decisions,
    "attachments": _each("attachments"),
    "votes": _votes,
}


def _likeness(expected: list[str], found: list[str]) -> float:
    return round(SequenceMatcher(None, expected, found, autojunk=False).ratio(), 4)


def _kept(text: str, held: object) -> float:
    printed = Counter(word for line in text.split("\n") for word in key(line).split() if len(word) > 2)
    lost = printed - Counter(word for told in _strings(held) for word in key(told).split())
    return round(1 - lost.total() / printed.total(), 4)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if not name.endswith("id"):
                yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
