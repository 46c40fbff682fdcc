"""What keeps a Word file from being read by everybody: the rules run over a file, and what they found as data."""

from __future__ import annotations

from pathlib import Path

from referatdesk.documents.accessibility.finding import Finding, Place, Where
from referatdesk.documents.gate.door import content_of
from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.word.findings import TemplateError
from referatdesk.services.errors import UserError

__all__ = ["Finding", "Place", "Where", "as_data", "check_file"]

_REFUSALS = {"file.not_word": "check.not_word", "file.too_large": "check.too_large", "part.unsupported": "check.active"}


def check_file(path: Path) -> list[Finding]:
    """The findings, by rule.

    Raises UserError "file.unreadable", "check.not_word", "check.too_large", "check.active", "check.damaged", or as
    reading does where it takes too long. Not for the window's own thread.
    """
    from referatdesk.documents.apart import Work, done_apart  # noqa: PLC0415 - waits until then

    try:
        return done_apart(Work.CHECK, content_of(path), list[Finding])
    except OSError as error:
        raise UserError("file.unreadable", path=path) from error
    except TemplateError as error:
        raise UserError(_REFUSALS.get(error.findings[0].code, "check.damaged"), path=path) from error
    except GateError as error:
        raise UserError("check.too_large", path=path) from error
    except ReadingError as error:
        raise UserError(f"reading.{error.code}", **error.data) from error


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
