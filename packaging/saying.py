"""What the set-up says: Danish first, English after it."""

from __future__ import annotations

import sys
from typing import NoReturn


def say(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)


def heading(text: str) -> None:
    say("", f"── {text} " + "─" * max(0, 76 - len(text)))


def stop(*lines: str) -> NoReturn:
    """Ends the command with exit code 1."""
    print(*lines, sep="\n", file=sys.stderr, flush=True)
    raise SystemExit(1)
