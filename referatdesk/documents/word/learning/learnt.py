"""What was learnt of finished minutes: the template, what each of their lines was taken for, and what is uncertain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from referatdesk.documents.reading.draft import Draft

KEPT = "fast"
"""The meaning of words that are the house's own and stay as they are."""
REMOVED = "væk"
"""The meaning of words that belong to the old meeting alone and leave nothing behind."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A line of the minutes and what it became: the name of a field or repeat, KEPT or REMOVED."""

    line: int
    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class LearningFinding:
    """Something that the maker of the template should look at.

    Codes: "head.kept", "margin.kept" (words that stay as they are), "head.removed", "text.removed" (words that went),
    "people.more" (a second list of people went), "items.none", "headings.none", "items.table" (nothing fills a column),
    "words.left" (words of the old meeting still stand in the template), "field.missing" (nothing shows where it goes;
    `text` says what), "section.dropped" (pages of another form), "title.number", "contents.typed", "agenda".
    """

    code: str
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Learnt:
    """The proposed template, the draft that the minutes were read to, and what there is to look at."""

    template: bytes
    draft: Draft
    taken: tuple[Taken, ...] = ()
    findings: tuple[LearningFinding, ...] = ()


@dataclass(slots=True)
class Ledger:
    """What is written down while learning. `wishes` are the user's word on single lines."""

    wishes: Mapping[int, str] = field(default_factory=dict)
    taken: dict[int, Taken] = field(default_factory=dict)
    findings: list[LearningFinding] = field(default_factory=list)

    def take(self, line: int, text: str, meaning: str) -> None:
        """The first word on a line stands."""
        if line:
            self.taken.setdefault(line, Taken(line, text, meaning))

    def find(self, code: str, text: str = "", line: int = 0) -> None:
        one = LearningFinding(code, text, line)
        if one not in self.findings:
            self.findings.append(one)
