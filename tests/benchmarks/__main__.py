"""Runs the benchmarks that are named, or all, and prints their ratios."""

from __future__ import annotations

import importlib
import sys

NAMES = ("start", "keys", "archives", "export", "reading", "folder", "protection", "live")


def main(names: list[str]) -> int:
    for name in names or NAMES:
        for ratio in importlib.import_module(f"tests.benchmarks.{name}").measure():
            sys.stdout.write(ratio.line() + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
