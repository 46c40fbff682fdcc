"""What each line of a document's text is, by its truth: what the Word files are made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["blank", "title", "fact", "item", "label", "run_in", "subheading", "listed", "row", "text"]
Data = dict[str, Any]
LISTED = re.compile(r"(\s*)(\S{1,4}(?: [a-z]\))?)[ \t]+(.+)")
CONTENTS = re.compile(r"\t\d+$")
LONGEST_AROUND_A_TITLE = 50


@dataclass(frozen=True)
class Line:
    """One line; `mark` is what stands before `text`: a list's mark, a label, a heading's number."""

    kind: Kind
    text: str
    mark: str = ""
    level: int = 0

    @property
    def cells(self) -> list[str]:
        return self.text.split("\t")


def lines_of(text: str, neutral: Data) -> list[Line]:
    return list(_Reader(neutral).read(text))


class _Reader:
    def __init__(self, neutral: Data) -> None:
        self.meeting = neutral["meeting"]
        self.aside = set(neutral.get("accept", {}).get("optional_text", []))
        self.coming = list(_levels(neutral["items"], 1))
        self.item: Data | None = None

    def read(self, text: str) -> Iterator[Line]:
        for printed in text.split("\n"):
            yield self._line(printed)

    def _line(self, printed: str) -> Line:
        if not printed.strip():
            return Line("blank", "")
        if printed in self.aside:
            return Line("row" if "\t" in printed and not CONTENTS.search(printed) else "text", printed)
        heading = self._heading(printed)
        if heading is not None:
            return heading
        return self._in_head(printed) if self.item is None else self._in_item(printed, self.item)

    def _heading(self, printed: str) -> Line | None:
        if not self.coming:
            return None
        level, item = self.coming[0]
        number, title = item.get("number") or "", item["title"]
        if title not in printed or len(printed) > len(title) + LONGEST_AROUND_A_TITLE or number not in printed:
            return None
        if not number and printed != title:
            return None
        self.item = item
        self.coming.pop(0)
        mark = re.match(rf"\W*{re.escape(number)}[.:)]?\s+", printed) if number else None
        at = mark.end() if mark else 0
        return Line("item", printed[at:], printed[:at].strip(), level)

    def _in_head(self, printed: str) -> Line:
        if printed == self.meeting["title"]:
            return Line("title", printed)
        for fact in self.meeting.get("header_fields", []):
            label, value = fact["label"], fact["value"]
            if label and printed.startswith(label) and printed.endswith(value):
                return Line("fact", value, printed[: len(printed) - len(value)])
        return Line("row" if "\t" in printed else "text", printed)

    def _in_item(self, printed: str, item: Data) -> Line:
        blocks = [block for section in item["sections"] for block in section["blocks"]]
        if any(printed.split("\t") == row for block in blocks for row in block.get("rows", [])):
            return Line("row", printed)
        for section in item["sections"]:
            label = section["label"] or ""
            if label and printed.rstrip(":") == label.rstrip(":"):
                return Line("label", printed)
            first = section["blocks"][0].get("text", "") if section["blocks"] else ""
            if label and first and re.fullmatch(rf"{re.escape(label)}[:\s]\s*{re.escape(first)}", printed):
                return Line("run_in", first, printed[: len(label) + 1])
        if any(block["type"] == "heading" and block["text"] == printed for block in blocks):
            return Line("subheading", printed)
        return _listed(printed, blocks) or Line("text", printed)


def _listed(printed: str, blocks: list[Data]) -> Line | None:
    found = LISTED.fullmatch(printed)
    texts = [block["text"] for block in blocks if block["type"] == "list_item"]
    if found is None or not any(text.startswith(found[3]) for text in texts):
        return None
    return Line("listed", found[3], found[2], 2 if found[1] else 1)


def _levels(items: list[Data], level: int) -> Iterator[tuple[int, Data]]:
    for item in items:
        yield level, item
        yield from _levels(item.get("children", []), level + 1)
