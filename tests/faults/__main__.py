"""Tries the promises, all or the lines named, and prints the table; exit code 1 where one is false."""

from __future__ import annotations

import argparse
import locale
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.faults import (
    acts_cut_short,
    bit_errors,
    clocks,
    double_starts,
    full_disk,
    kills,
    outsiders,
    planted,
    power_cuts,
    publications,
    refusals,
    system_calls,
    window,
)
from tests.faults.table import PROMISES, Row, Verdict, lines_of
from tests.faults.trials import Size

Script = Callable[[Size, Path], Iterator[Row]]
SCRIPTS: Mapping[str, tuple[frozenset[int], Script]] = {
    "power cuts": (frozenset({1, 2, 13}), power_cuts.lines),
    "kills": (frozenset({1}), kills.lines),
    "the window": (frozenset({1, 3}), window.lines),
    "system calls": (frozenset({4}), system_calls.lines),
    "a full disk": (frozenset({4}), full_disk.lines),
    "bad archives": (frozenset({5}), refusals.lines),
    "acts cut short": (frozenset({5, 6, 7, 13, 14}), acts_cut_short.lines),
    "wrong bits": (frozenset({7}), bit_errors.lines),
    "double starts": (frozenset({8}), double_starts.lines),
    "wrong clocks": (frozenset({9}), clocks.lines),
    "hostile files": (frozenset({10}), outsiders.lines),
    "public versions": (frozenset({11}), publications.lines),
    "planted words": (frozenset({12, 13, 14}), planted.lines),
}
"""By name: the lines that a script tries, and the script; it gets a folder of its own."""


def main() -> int:
    reader = argparse.ArgumentParser(prog="faults", description=__doc__)
    reader.add_argument("lines", nargs="*", type=int, choices=[[], *PROMISES], metavar="line", help="of the table")
    reader.add_argument("--quick", action="store_true", help="what takes seconds")
    given = reader.parse_args()
    locale.setlocale(locale.LC_ALL, "C.UTF-8")
    wanted = frozenset(given.lines or PROMISES)
    rows = tried(wanted, Size.QUICK if given.quick else Size.FULL)
    for line in lines_of(rows):
        say(line)
    return 1 if any(row.verdict is Verdict.FALSE for row in rows) else 0


def tried(wanted: frozenset[int], size: Size) -> list[Row]:
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        for number, (name, (lines, script)) in enumerate(SCRIPTS.items()):
            if not lines & wanted:
                continue
            began = time.monotonic()
            place = Path(folder) / f"{number}"
            place.mkdir()
            for row in script(size, place):
                if row.line in wanted:
                    rows.append(row)
                    say(f"… {row.line} {row.verdict}: {row.what}, {row.tried - row.failed} of {row.tried}")
            say(f"{name}: {time.monotonic() - began:.0f} s")
    return rows


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
