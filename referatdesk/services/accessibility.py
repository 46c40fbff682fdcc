"""What keeps a Word file from being read by everybody: the rules run over a file, and what they found as data."""

from __future__ import annotations

from pathlib import Path

from referatdesk.documents.accessibility.finding import Finding, Place, Where
from referatdesk.documents.word.findings import TemplateError
from referatdesk.services.errors import UserError

__all__ = ["Finding", "Place", "Where", "as_data", "check_file"]

_REFUSALS = {"file.not_word": "check.not_word", "file.too_large": "check.too_large", "part.unsupported": "check.active"}


def check_file(path: Path) -> list[Finding]:
    """The findings, by rule.

    Raises UserError "file.unreadable", "check.not_word", "check.too_large", "check.active" or "check.damaged".
    """
    from referatdesk.documents.accessibility.checking import check_word_file  # noqa: PLC0415 - lxml waits until then

    try:
        return check_word_file(path.read_bytes())
    except OSError as error:
        raise UserError("file.unreadable", path=path) from error
    except TemplateError as error:
        raise UserError(_REFUSALS.get(error.findings[0].code, "check.damaged"), path=path) from error


def as_data(finding: Finding) -> dict[str, object]:
    """A finding for another program."""
    place = finding.place
    return {
        "code": finding.code,
        "part": place.where.value,
        "heading": place.heading,
        "near": place.near,
        **{name: value for name, value in finding.data.items() if name not in {"code", "part", "heading", "near"}},
    }
