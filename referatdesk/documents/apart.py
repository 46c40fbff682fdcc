"""Word files from outside worked on in a process of its own, which can be stopped and takes nothing along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

import msgspec

from referatdesk.documents.apart_process import Outcome, Task, Work, serve
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.parts import Corrections
from referatdesk.documents.reading.worker import START_SECONDS, Child
from referatdesk.documents.word.findings import TemplateError

__all__ = ["Work", "done_apart"]

T = TypeVar("T")

SECONDS = 8.5
MAX_BYTES = 400_000_000


def _never() -> bool:
    return False


def done_apart(
    work: Work,
    content: bytes,
    kind: type[T],
    *,
    corrections: Corrections | None = None,
    wishes: Mapping[int, str] | None = None,
    cancelled: Callable[[], bool] = _never,
) -> T:
    """What the work comes to, of that kind.

    Raises TemplateError as the work itself does, and ReadingError, also "too_slow", "too_hungry", "crashed" and
    "cancelled".
    """
    task = Task(content, dict(corrections or {}), dict(wishes or {}))
    child = Child(partial(serve, work), MAX_BYTES)
    try:
        child.message(START_SECONDS, cancelled)
        child.ask(msgspec.json.encode(task))
        outcome = msgspec.json.decode(child.message(SECONDS, cancelled), type=Outcome)
    finally:
        child.end()
    if outcome.findings is not None:
        raise TemplateError(outcome.findings)
    if outcome.code:
        raise ReadingError(outcome.code, **outcome.data)
    return msgspec.json.decode(outcome.value, type=kind)
