"""Runs the checks one after the other, each under its heading, and sums them up."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from saying import heading, say

NO_TESTS_COLLECTED = 5
COUNTED = re.compile(r"(\d+) (passed|failed|skipped|xfailed|xpassed|errors?)\b")


@dataclass(frozen=True)
class Check:
    """One command; `tests` says that it is pytest, whose counts are then added up."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    tests: bool = False


@dataclass(frozen=True)
class Outcome:
    check: Check
    passed: bool
    seconds: float
    counts: Counter[str]


def run_all(checks: Sequence[Check], folder: Path) -> list[Outcome]:
    return [_run(check, folder) for check in checks]


def _run(check: Check, folder: Path) -> Outcome:
    heading(check.name)
    began = time.monotonic()
    environment = {**os.environ, **check.environment}
    last = ""
    with subprocess.Popen(
        check.command,
        cwd=folder,
        env=environment,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        for line in process.stdout or ():
            say(line.rstrip("\n"))
            last = line if check.tests and COUNTED.search(line) else last
    counts = Counter(
        {word.rstrip("s") if word == "errors" else word: int(number) for number, word in COUNTED.findall(last)}
    )
    passed = process.returncode == 0 or (check.tests and process.returncode == NO_TESTS_COLLECTED)
    return Outcome(check, passed, time.monotonic() - began, counts)


def summed_up(outcomes: Sequence[Outcome], skipped: Sequence[str]) -> bool:
    """Prints the table, what was left out, and all tests in one line as pytest writes it; whether everything passed."""
    heading("Resultat / result")
    for outcome in outcomes:
        counts = ", ".join(f"{number} {word}" for word, number in outcome.counts.items())
        say(f"  {'ok  ' if outcome.passed else 'FEJL'}  {outcome.check.name:<44} {outcome.seconds:7.1f} s  {counts}")
    for name in skipped:
        say(f"  ----  {name:<44} sprunget over / skipped")
    total = sum((outcome.counts for outcome in outcomes), Counter[str]())
    seconds = sum(outcome.seconds for outcome in outcomes if outcome.check.tests)
    counts = ", ".join(f"{number} {word}" for word, number in total.items()) or "no tests ran"
    passed = all(outcome.passed for outcome in outcomes)
    say("", f"{'Alt i orden' if passed else 'Der er fejl'} / {'all passed' if passed else 'something failed'}")
    say(f"{counts} in {seconds:.2f}s")
    return passed
