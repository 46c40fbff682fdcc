"""The process that works on Word files from outside: what it can be asked, and its answers over a pipe."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.parts import Correction
from referatdesk.documents.reading.worker_process import READY, ended_at_last, place_of, settle_in
from referatdesk.documents.word.findings import TemplateError, TemplateFinding

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


class Work(StrEnum):
    CHECK = "check"
    """Whether everybody can read it."""
    HOLD = "hold"
    """What a template holds, and its styles."""
    PREPARE = "prepare"
    """Typed tokens as controls."""
    COMPILE = "compile"
    """Only whether it can be done."""
    LEARN = "learn"
    FINISHED = "finished"
    """Whether it has no field at all."""


@dataclass(frozen=True, slots=True)
class Task:
    """`corrections` and `wishes` are the user's word on lines that something is learnt from."""

    work: Work
    content: bytes
    corrections: dict[int, Correction] = field(default_factory=dict)
    wishes: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The value as JSON; or the findings that stand against it; or the code and data of the error."""

    value: str = "null"
    findings: tuple[TemplateFinding, ...] | None = None
    code: str = ""
    data: dict[str, str | int] = field(default_factory=dict)


def serve(pipe: Connection[Any, Any], max_bytes: int, folder: str) -> None:
    """Does one task."""
    works = _works()
    settle_in(max_bytes, folder)
    pipe.send_bytes(READY)
    try:
        asked = pipe.recv_bytes()
    except (EOFError, OSError):
        return
    with ended_at_last():
        outcome = _outcome(works, asked)
    pipe.send_bytes(outcome)


def _works() -> Mapping[Work, Callable[[Task], object]]:
    """Everything that any of them needs is imported before memory is limited."""
    from referatdesk.documents.accessibility.checking import check_word_file  # noqa: PLC0415
    from referatdesk.documents.word.finished import looks_finished  # noqa: PLC0415
    from referatdesk.documents.word.holding import paragraph_styles, read_holding  # noqa: PLC0415
    from referatdesk.documents.word.learning.learning import learn  # noqa: PLC0415
    from referatdesk.documents.word.template import compile_template  # noqa: PLC0415
    from referatdesk.documents.word.tokens import convert_tokens  # noqa: PLC0415

    def compiled(task: Task) -> None:
        made = convert_tokens(task.content)
        if made.findings:
            raise TemplateError(made.findings)
        compile_template(made.content)

    def held(task: Task) -> object:
        holding = read_holding(task.content)
        try:
            return holding, paragraph_styles(task.content)
        except TemplateError:
            return holding, ()

    return {
        Work.CHECK: lambda task: check_word_file(task.content),
        Work.HOLD: held,
        Work.PREPARE: lambda task: convert_tokens(task.content),
        Work.COMPILE: compiled,
        Work.LEARN: lambda task: learn(task.content, task.corrections, task.wishes),
        Work.FINISHED: lambda task: looks_finished(task.content),
    }


def _outcome(works: Mapping[Work, Callable[[Task], object]], asked: bytes) -> bytes:
    try:
        task = msgspec.json.decode(asked, type=Task)
        outcome = Outcome(value=msgspec.json.encode(works[task.work](task)).decode())
    except TemplateError as error:
        outcome = Outcome(findings=error.findings)
    except (ReadingError, GateError) as error:
        data = {name: value if isinstance(value, int) else str(value) for name, value in error.data.items()}
        outcome = Outcome(code=error.code, data=data)
    except (MemoryError, RecursionError):
        outcome = Outcome(code="too_hungry")
    except Exception as error:  # noqa: BLE001 - a fault of ours ends the work on this file, and is told with its place
        outcome = Outcome(code="crashed", data={"error": type(error).__name__, "at": place_of(error)})
    return msgspec.json.encode(outcome)
