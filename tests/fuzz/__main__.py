"""Reads damaged files until the time is over, and tells what went wrong."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.worker import SECONDS, ReadingWorker
from tests.fuzz.damage import damaged
from tests.fuzz.mixed import mixed
from tests.fuzz.seeds import seeds

KEPT = Path(__file__).resolve().parents[2] / "build" / "fuzz"
FAULTS = frozenset({"crashed", "too_slow", "too_hungry"})
TELL_SECONDS = 60.0
MIXED_EVERY = 3


def main() -> int:
    reader = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    reader.add_argument("minutes", nargs="?", type=float, default=10.0)
    reader.add_argument("--from", dest="first", type=int, default=int(time.time()), help="the number of the first file")
    given = reader.parse_args()
    found = run(given.minutes * 60, given.first)
    return 1 if found else 0


def run(seconds: float, first: int) -> Counter[str]:
    """The faults by what they are, each told when it is met for the first time."""
    listed = list(seeds().items())
    worker = ReadingWorker()
    codes: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    until, told = time.monotonic() + seconds, time.monotonic()
    number = first
    with TemporaryDirectory() as folder:
        while time.monotonic() < until:
            name, content = listed[number % len(listed)]
            if number % MIXED_EVERY == 0:
                name, made = "mixed.txt", mixed(number).encode()
            else:
                made = damaged(content, number)
            path = Path(folder) / name
            path.write_bytes(made)
            code, fault = outcome(worker, path)
            codes[code] += 1
            if fault:
                faults[fault] += 1
                if faults[fault] == 1:
                    keep(made, f"{number}-{name}", fault)
            if time.monotonic() - told > TELL_SECONDS:
                told = time.monotonic()
                say(f"{codes.total()} files: {dict(codes)}, faults: {dict(faults)}")
            number += 1
    worker.close()
    say(f"end: {codes.total()} files: {dict(codes)}, faults: {dict(faults)}")
    return faults


def outcome(worker: ReadingWorker, path: Path) -> tuple[str, str]:
    """The code, and what the fault is where it is one."""
    try:
        worker.read(path, lambda: False)
    except ReadingError as error:
        if error.code == "too_slow" and work_seconds(path) <= SECONDS:
            return "busy machine", ""
        words = " ".join(str(value) for value in error.data.values()) if error.code in FAULTS else ""
        return error.code, f"{error.code} {words}".strip() if error.code in FAULTS else ""
    return "read", ""


def work_seconds(path: Path) -> float:
    """How long the file takes by the clock of the processor, so that other work on the machine does not count."""
    patient = ReadingWorker(seconds=20 * SECONDS)
    before = {one.pid for one in psutil.Process().children()}
    try:
        patient.read(path, lambda: False)
    except ReadingError:
        return 20 * SECONDS
    started = [one for one in psutil.Process().children() if one.pid not in before]
    spent = [one.cpu_times() for one in started]
    patient.close()
    return sum(one.user + one.system for one in spent)


def keep(content: bytes, name: str, fault: str) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / name).write_bytes(content)
    say(f"FAULT {fault}: build/fuzz/{name}")


def say(line: str) -> None:
    sys.stdout.write(f"{datetime.now().astimezone():%H:%M:%S} {line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
