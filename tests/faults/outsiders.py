"""Line 10: files from outside are given to every command that reads them; time, memory and reach are measured."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults import trace
from tests.faults.home import ROOT, Home
from tests.faults.hostile_files import hostile_files
from tests.faults.prepared import prepare
from tests.faults.table import Row
from tests.faults.trials import Size
from tests.faults.words import MEETING

MOST_SECONDS = 10.0
MOST_BYTES = 400 * 1024 * 1024
COMMANDS = ("read", "import", "check", "export")
MEASURED = Path(__file__).with_name("measured.py")
WATCHED = "socket,connect,bind,sendto,openat,open,creat,rename,unlink,mkdir,link,symlink,execve"
REACHES = re.compile(r"\b(?:connect|bind|sendto)\(.*AF_INET|\bsocket\(AF_INET")
WRITES = re.compile(r'\b(?:openat|open|creat)\([^"]*"([^"]+)", [^)]*(?:O_WRONLY|O_RDWR|O_CREAT)[^)]*\) += \d+')
MAKES = re.compile(r'\b(?:rename|unlink|mkdir|link|symlink)\("([^"]+)".*= 0')


@dataclass(frozen=True, kw_only=True)
class Run:
    """How a command went that was given a file from outside."""

    code: int
    said: str
    seconds: float
    """By the clock of the processor, so that other work on the machine does not count."""
    memory: int
    calls: str


def run(home: Home, arguments: Sequence[str]) -> Run:
    log, note = home.folder / "calls.txt", home.folder / "taken.json"
    command = [*trace.command(log, "-e", f"trace={WATCHED}", "-s", "300", "--seccomp-bpf"), sys.executable]
    done = subprocess.run(
        [sys.executable, "-S", MEASURED, note, *command, "-m", "referatdesk", *arguments],
        cwd=ROOT,
        env=home.environment(),
        capture_output=True,
        check=True,
    )
    return Run(
        said=done.stderr.decode("utf-8", "replace"),
        calls=log.read_text("utf-8", "replace"),
        **json.loads(note.read_text("utf-8")),
    )


def complaints(home: Home, done: Run) -> Iterator[str]:
    if done.code not in {0, 1}:
        yield f"ends with {done.code}"
    if "Traceback" in done.said or (done.code == 1 and not done.said.strip()):
        yield f"says {done.said.strip()[-100:]!r}"
    if done.seconds > MOST_SECONDS:
        yield f"takes {done.seconds:.1f} s"
    if done.memory > MOST_BYTES:
        yield f"takes {done.memory / 2**20:.0f} MB"
    if REACHES.search(done.calls):
        yield "reaches for the network"
    if str(home.folder / "outside") in done.calls:
        yield "opens what it points at"
    allowed = (str(home.folder), "/dev/", "/proc/")
    written = {place for place in (*WRITES.findall(done.calls), *MAKES.findall(done.calls)) if place.startswith("/")}
    if elsewhere := sorted(place for place in written if not place.startswith(allowed)):
        yield f"writes outside: {elsewhere[0]}"


def ways(home: Home, file: Path, number: int) -> Iterator[tuple[str, ...]]:
    """Every command that reads such a file."""
    yield ("read", str(file), "--json")
    yield ("import", str(file), "--archive", str(home.disk / "nyt.referatdesk"))
    if file.suffix == ".docx":
        yield ("check", str(file))
        output = str(home.disk / f"ud-{number}.docx")
        yield ("export", "--archive", str(home.archive), "--meeting", MEETING, "--template", str(file), "--to", output)


def trial(folder: Path, chosen: Callable[[int], bool], commands: Sequence[str] = COMMANDS) -> Row:
    """The hostile files whose number is chosen."""
    row, slowest, largest = Row(10, "hostile files, each by every command that reads it"), 0.0, 0
    if not trace.is_possible():
        row.cannot = "strace is not there, or may not look on"
        return row
    home = prepare(Home(folder / "home"))
    secret = home.folder / "outside" / "hemmelig.txt"
    secret.parent.mkdir()
    secret.write_text("Punkt 1. En hemmelighed om Palle Nørre\n", encoding="utf-8")
    for number, (name, content) in enumerate(hostile_files(secret, chosen)):
        file = home.disk / name
        file.write_bytes(content)
        for arguments in (way for way in ways(home, file, number) if way[0] in commands):
            done = run(home, arguments)
            slowest, largest = max(slowest, done.seconds), max(largest, done.memory)
            row.count(f"{arguments[0]} {name}: {one}" for one in complaints(home, done))
        file.unlink()
    row.noted = f"at most {slowest:.1f} s and {largest / 2**20:.0f} MB"
    if [path.name for path in secret.parent.iterdir()] != [secret.name]:
        row.count(["something was planted outside"])
    shutil.rmtree(home.folder)
    return row


def lines(size: Size, folder: Path) -> Iterator[Row]:
    yield trial(folder, (lambda _number: True) if size is Size.FULL else (lambda number: number in {0, 3}))
