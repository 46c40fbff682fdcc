"""What is written down of our own mistakes: the kind of error and the places in the code.

Messages are left out: they can hold text and names.
"""

from __future__ import annotations

import traceback
from pathlib import Path
from types import TracebackType


def places_of(trace: TracebackType | None) -> list[str]:
    """The places that the error came through, the innermost last."""
    frames = traceback.extract_tb(trace)
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]


def told(error: BaseException) -> str:
    """In one line, for a log."""
    return " < ".join([type(error).__name__, *reversed(places_of(error.__traceback__))])
