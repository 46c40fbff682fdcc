"""The copies that minutes can be exported as, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from referatdesk.i18n.catalogue import _
from referatdesk.services.output.outputs import Kind
from referatdesk.ui.widgets.pick_field import Choices

WORD, PDF = ".docx", ".pdf"


@dataclass(frozen=True, slots=True)
class Copy:
    """What it is for, and the ending of its file."""

    kind: Kind
    suffix: str

    @property
    def filters(self) -> str:
        return _("PDF files (*.pdf)") if self.suffix == PDF else _("Word files (*.docx)")

    @property
    def mark(self) -> str:
        """What the names of its files end in: a copy with closed items is not to be taken for one without."""
        if self.kind is Kind.PUBLICATION:
            return ""
        return _(" - in full") if self.kind is Kind.FULL else _(" - for review")

    def proposed(self, typed: Path) -> Path:
        """The path with this ending and mark instead of those of another copy."""
        path = self.path(typed)
        stem = path.stem
        for _words, other in copy_choices():
            if isinstance(other, Copy):
                stem = stem.removesuffix(other.mark)
        return path.with_name(f"{stem}{self.mark}{path.suffix}")

    def path(self, typed: Path) -> Path:
        """The path with this ending instead of that of another copy."""
        known = typed.suffix.casefold() in {WORD, PDF}
        return typed.with_suffix(self.suffix) if known else typed.with_name(typed.name + self.suffix)


def copy_choices() -> Choices:
    return [
        (_("For publication, Word"), Copy(Kind.PUBLICATION, WORD)),
        (_("For publication, PDF"), Copy(Kind.PUBLICATION, PDF)),
        (_("In full for those who take part, Word"), Copy(Kind.FULL, WORD)),
        (_("In full for those who take part, PDF"), Copy(Kind.FULL, PDF)),
        (_("For review in Word, can be read in again"), Copy(Kind.REVIEW, WORD)),
        (_("For review in LibreOffice"), Copy(Kind.REVIEW_LIBREOFFICE, WORD)),
    ]


def usual_copy() -> Copy:
    return Copy(Kind.PUBLICATION, WORD)
