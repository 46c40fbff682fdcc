"""What is wrong with a template, as codes and data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_WARNINGS = frozenset({"field.merge", "change.tracked", "contents.second"})


@dataclass(frozen=True, slots=True)
class TemplateFinding:
    """One fault: its code, the field or style it is about, the text beside it, and the nearest name that is known.

    Of fields: "field.unknown", "field.outside_repeat", "field.misplaced" (round a row, or a repeat or condition where
    it cannot stand), "field.nested" (inside another field), "field.no_prefix", "field.unreachable" (in a note or a
    comment), "field.merge" (Word's own merge field), "field.none". Of what goes round others:
    "repeat.inside_itself", "repeat.empty", "repeat.footnote", "condition.empty". Of controls and contents:
    "control.unsuitable", "contents.misplaced", "contents.second", "token.left". Of the file: "style.missing",
    "change.tracked", "part.unsupported", "file.unreadable", "file.protected", "file.not_word", "file.old_format",
    "file.strict", "file.several_documents", "file.too_large", "file.no_text".
    """

    code: str
    field: str = ""
    nearby: str = ""
    suggestion: str = ""

    @property
    def is_warning(self) -> bool:
        """Whether the template can be used all the same."""
        return self.code in _WARNINGS


class TemplateError(Exception):
    """The template cannot be used; `findings` say why."""

    def __init__(self, findings: Iterable[TemplateFinding]) -> None:
        self.findings = tuple(findings)
        super().__init__(", ".join(finding.code for finding in self.findings))
