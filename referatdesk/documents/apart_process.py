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


MAX_TEMPLATE_MARKS = 200_000
"""All tags of a template: it is filled where it cannot be stopped, in a time that goes by its size."""


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

    content: bytes
    corrections: dict[int, Correction] = field(default_factory=dict)
    wishes: dict[int, str] = field(default_factory=dict)


Doer = Callable[[Task], object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The value as JSON; or the findings that stand against it; or the code and data of the error."""

    value: str = "null"
    findings: tuple[TemplateFinding, ...] | None = None
    code: str = ""
    data: dict[str, str | int] = field(default_factory=dict)


def serve(work: Work, pipe: Connection[Any, Any], max_bytes: int, folder: str) -> None:
    """Does one task."""
    do = _DOERS[work]()
    settle_in(max_bytes, folder)
    pipe.send_bytes(READY)
    try:
        asked = pipe.recv_bytes()
    except (EOFError, OSError):
        return
    with ended_at_last():
        outcome = _outcome(do, asked)
    pipe.send_bytes(outcome)


def _checking() -> Doer:
    from referatdesk.documents.accessibility.checking import check_word_file  # noqa: PLC0415 - by its own process only

    return lambda task: check_word_file(task.content)


def _holding() -> Doer:
    from referatdesk.documents.word.holding import paragraph_styles, read_holding  # noqa: PLC0415 - as above

    def held(task: Task) -> object:
        holding = read_holding(task.content)
        try:
            return holding, paragraph_styles(task.content)
        except TemplateError:
            return holding, ()

    return held


def _preparing() -> Doer:
    from referatdesk.documents.word.tokens import convert_tokens  # noqa: PLC0415 - as above

    return lambda task: convert_tokens(task.content)


def _compiling() -> Doer:
    from referatdesk.documents.word.package import read_package  # noqa: PLC0415 - as above
    from referatdesk.documents.word.template import compile_template  # noqa: PLC0415 - as above
    from referatdesk.documents.word.tokens import convert_tokens  # noqa: PLC0415 - as above

    def compiled(task: Task) -> None:
        if sum(part.count(b"<") for part in read_package(task.content).parts.values()) > MAX_TEMPLATE_MARKS:
            raise TemplateError([TemplateFinding("file.too_large")])
        made = convert_tokens(task.content)
        if made.findings:
            raise TemplateError(made.findings)
        compile_template(made.content)

    return compiled


def _learning() -> Doer:
    from referatdesk.documents.word.learning.learning import learn  # noqa: PLC0415 - as above

    return lambda task: learn(task.content, task.corrections, task.wishes)


def _looking() -> Doer:
    from referatdesk.documents.word.finished import looks_finished  # noqa: PLC0415 - as above

    return lambda task: looks_finished(task.content)


_DOERS: Mapping[Work, Callable[[], Doer]] = {
    Work.CHECK: _checking,
    Work.HOLD: _holding,
    Work.PREPARE: _preparing,
    Work.COMPILE: _compiling,
    Work.LEARN: _learning,
    Work.FINISHED: _looking,
}
"""Each imports what it needs before memory is limited."""


def _outcome(do: Doer, asked: bytes) -> bytes:
    try:
        value = do(msgspec.json.decode(asked, type=Task))
        outcome = Outcome(value=msgspec.json.encode(value).decode())
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
