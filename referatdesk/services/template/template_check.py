"""A template looked through: what it holds, what a reader of the minutes would miss, and what is wrong where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from referatdesk.documents.gate import door
from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.word.fields import CONDITION_PREFIX, FIELDS, REPEATS, SECTION_NAMES
from referatdesk.documents.word.findings import TemplateError, TemplateFinding
from referatdesk.services.errors import UserError

if TYPE_CHECKING:
    from referatdesk.documents.apart import Work
    from referatdesk.documents.word.holding import StyleLook

T = TypeVar("T")

_TEXTS = "afsnit.tekst"
_WANTED: dict[str, re.Pattern[str]] = {
    code: re.compile(pattern)
    for code, pattern in {
        "board": r"møde\.udvalg|møde\.titel",
        "date": r"møde\.(dato|tidspunkt|titel)",
        "people": r".*deltagere|tilstede|møde\.tilstede|deltager\..*",
        "items": r"punkt\.(titel|overskrift)",
        "texts": rf"afsnit\.tekst|(punkt|afsnit)\.({'|'.join(SECTION_NAMES)})",
        "papers": r".*bilag.*",
        "absentees": r".*fraværende|deltager\.(fremmøde|linje)|(møde|gruppe|punkt)\.deltagere",
    }.items()
}
"""By code: what a template of minutes names one of, or people will ask where it is."""


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """`fields`, `repeats` and `conditions` are names of the vocabulary; `tokens` counts what is typed, not a control.

    `missing` are codes of what the minutes would lack; `lost_sections` the kinds of section that would not be printed.
    `findings` keep it from being used; `warnings` do not.
    """

    fields: tuple[str, ...]
    repeats: tuple[str, ...]
    conditions: tuple[str, ...]
    tokens: int
    missing: tuple[str, ...]
    lost_sections: tuple[str, ...]
    findings: tuple[TemplateFinding, ...]
    warnings: tuple[TemplateFinding, ...]
    styles: tuple[StyleLook, ...]


def content_of(path: Path) -> bytes:
    """Raises UserError "template.missing", or "template.broken" for a file that is too large."""
    try:
        return door.content_of(path)
    except OSError as error:
        raise UserError("template.missing", path=path) from error
    except GateError as error:
        raise UserError("template.broken", path=path, findings=(TemplateFinding("file.too_large"),)) from error


def check(content: bytes) -> TemplateReport:
    """Raises UserError as reading does where it takes too long. Not for the window's own thread."""
    from referatdesk.documents.apart import Work  # noqa: PLC0415 - waits for the first template
    from referatdesk.documents.word.holding import Holding  # noqa: PLC0415 - as above
    from referatdesk.documents.word.holding import StyleLook as Look  # noqa: PLC0415 - as above

    held, styles = _done(Work.HOLD, content, tuple[Holding, tuple[Look, ...]])
    fields = tuple(name for name in held.names if name in FIELDS)
    repeats = tuple(name for name in held.names if name in REPEATS)
    known = [*fields, *repeats]
    return TemplateReport(
        fields=fields,
        repeats=repeats,
        conditions=tuple(name for name in held.names if name.startswith(CONDITION_PREFIX)),
        tokens=held.tokens,
        missing=tuple(code for code, wanted in _WANTED.items() if not any(map(wanted.fullmatch, known)))
        if held.names
        else (),
        lost_sections=_lost(fields),
        findings=tuple(one for one in held.findings if not one.is_warning),
        warnings=tuple(one for one in held.findings if one.is_warning),
        styles=styles,
    )


def _lost(fields: Sequence[str]) -> tuple[str, ...]:
    """Where sections are printed kind by kind: the kinds that have no place."""
    placed = {name.removesuffix(".overskrift").partition(".")[2] for name in fields} & set(SECTION_NAMES)
    return () if _TEXTS in fields or not placed else tuple(name for name in SECTION_NAMES if name not in placed)


def try_out(content: bytes) -> None:
    """Whether the template can be used within the limits that hold for files from outside.

    Raises TemplateError, and UserError as `check` does.
    """
    from referatdesk.documents.apart import Work  # noqa: PLC0415 - as above

    _done(Work.COMPILE, content, type(None))


def _done(work: Work, content: bytes, kind: type[T]) -> T:
    from referatdesk.documents.apart import done_apart  # noqa: PLC0415 - as above

    try:
        return done_apart(work, content, kind)
    except ReadingError as error:
        raise UserError(f"reading.{error.code}", **error.data) from error


def prepared(content: bytes) -> bytes:
    """The template with its typed tokens as controls.

    Raises UserError "template.broken" (data `findings`) for wrong tokens, "template.no_tokens" where there is none.
    """
    from referatdesk.documents.apart import Work  # noqa: PLC0415 - as above
    from referatdesk.documents.word.tokens import Converted  # noqa: PLC0415 - as above

    try:
        made = _done(Work.PREPARE, content, Converted)
    except TemplateError as error:
        raise UserError("template.broken", findings=error.findings) from error
    if made.findings:
        raise UserError("template.broken", findings=made.findings)
    if not made.tokens:
        raise UserError("template.no_tokens")
    return made.content
