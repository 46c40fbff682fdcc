"""A template proposed from finished minutes, with the house style that goes with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from referatdesk.documents.gate.door import content_of
from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.parts import Correction
from referatdesk.documents.word.fields import FIELDS, REPEATS, ROOT
from referatdesk.documents.word.findings import TemplateError
from referatdesk.documents.word.learning.learnt import KEPT, REMOVED, LearningFinding, Taken
from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.changes import Change
from referatdesk.domain.ids import new_id
from referatdesk.domain.reading import Part
from referatdesk.domain.records import Records
from referatdesk.services.board.boards import edit_style
from referatdesk.services.board.house_styles import builtin_style
from referatdesk.services.errors import UserError
from referatdesk.services.intake.importing import STANDARD_STYLE
from referatdesk.services.intake.read_style import style_of_draft
from referatdesk.services.template.templates import HouseTemplate, add_template

__all__ = ["KEPT", "REMOVED", "Proposal", "adopt", "choices", "description", "keep", "looks_finished", "propose"]

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_NAMELESS = "Skabelon"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A template that may be kept, the style to print with it, and what its maker should look at.

    `board` is the name that the minutes gave, "" where they gave none; `taken` says what became of each line.
    """

    template: bytes
    style: HouseStyle
    board: str
    taken: tuple[Taken, ...]
    findings: tuple[LearningFinding, ...]
    first_item: int = 0
    """The line of the first item; those above it are the head."""


def propose(path: Path, said: Mapping[int, Part | str] | None = None) -> Proposal:
    """What finished minutes teach.

    `said` is the user's word on single lines: what a line is (a Part), or what becomes of one in the head: KEPT,
    REMOVED or the name of a field.

    Raises UserError "reading.…" where the file cannot be read and "template.broken" (data `findings`) where it is no
    Word file, or one that may not be let in. Not for the window's own thread.
    """
    from referatdesk.documents.apart import Work, done_apart  # noqa: PLC0415 - waits for the first file
    from referatdesk.documents.word.learning.learnt import Learnt  # noqa: PLC0415 - as above

    corrections = {line: Correction(one) for line, one in (said or {}).items() if isinstance(one, Part)}
    wishes = {line: one for line, one in (said or {}).items() if not isinstance(one, Part)}
    try:
        learnt = done_apart(Work.LEARN, content_of(path), Learnt, corrections=corrections, wishes=wishes)
    except TemplateError as error:
        raise UserError("template.broken", path=path, findings=error.findings) from error
    except (ReadingError, GateError) as error:
        raise UserError(f"reading.{error.code}", **error.data) from error
    except FileNotFoundError as error:
        raise UserError("reading.missing", name=path.name) from error
    except OSError as error:
        raise UserError("reading.unreadable", reason="access") from error
    draft = learnt.draft
    board = (draft.head.board or "").strip()
    base = builtin_style(draft.style or STANDARD_STYLE)
    style = style_of_draft(draft, board or path.stem, base)
    # An id of its own: the built-in styles belong to the program.
    first = min((item.place.line_from for item in draft.items), default=0)
    return Proposal(learnt.template, replace(style, id=new_id()), board, learnt.taken, learnt.findings, first)


def looks_finished(path: Path) -> bool:
    """Whether a Word file has no field at all, as finished minutes have; False also where it cannot be read."""
    from referatdesk.documents.apart import Work, done_apart  # noqa: PLC0415 - waits for the first file

    try:
        return done_apart(Work.FINISHED, content_of(path), bool)
    except (ReadingError, GateError, OSError):
        return False


def choices() -> list[tuple[str, str]]:
    """The fields that a line of the head may become: name and description."""
    return [(spec.name, spec.description) for spec in FIELDS.values() if spec.scope == ROOT and not spec.rich]


def description(meaning: str) -> str:
    """What the field or repeat of that name is, "" where there is none of that name."""
    known = FIELDS.get(meaning) or REPEATS.get(meaning)
    return known.description if known is not None else ""


def keep(proposal: Proposal, name: str) -> HouseTemplate:
    """The proposed template as one of the house, called so; raises UserError where it cannot be written."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{_NOT_IN_NAMES.sub('-', name).strip(' .') or _NAMELESS}.docx")
        path.write_bytes(proposal.template)
        return add_template(path)


def adopt(records: Records, style_id: str, proposal: Proposal, template: HouseTemplate) -> Change:
    """The style prints as the minutes did, with their template; its name stays."""
    told = {field.name: getattr(proposal.style, field.name) for field in fields(proposal.style)}
    kept = {"id", "name", "template"}
    changed = {name: value for name, value in told.items() if name not in kept}
    return edit_style(records, style_id, **changed, template=template.name)
