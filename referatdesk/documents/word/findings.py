"""What is wrong with a template, as codes and data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TemplateFinding:
    """One fault: its code, the field or style it is about, the text beside it, and the nearest name that is known.

    Codes: "field.unknown", "field.outside_repeat", "field.misplaced", "field.none", "style.missing",
    "part.unsupported", "file.unreadable", "file.not_word", "file.too_large".
    """

    code: str
    field: str = ""
    nearby: str = ""
    suggestion: str = ""


class TemplateError(Exception):
    """The template cannot be used; `findings` say why."""

    def __init__(self, findings: Iterable[TemplateFinding]) -> None:
        self.findings = tuple(findings)
        super().__init__(", ".join(finding.code for finding in self.findings))
