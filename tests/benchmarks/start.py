"""From the start of the process to a painted window that has taken a key, against the bare floor and Writer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import material
from tests.benchmarks.report import Ratio, ratio_of

ROUNDS = 9
PROBES = Path(__file__).parent / "probes"


def measure() -> Iterator[Ratio]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "start.referatdesk"
        material.archive(path, meetings=40, items=30, words=4)
        home = {"REFERATDESK_HOME": folder}
        ours: list[float] = []
        floor: list[float] = []
        our_memory: list[float] = []
        floor_memory: list[float] = []
        for round_ in range(ROUNDS + 1):
            for times, memory, probe, arguments in (
                (floor, floor_memory, "bare_window.py", []),
                (ours, our_memory, "our_window.py", [str(path)]),
            ):
                seconds, pss = _probe(probe, arguments, home)
                if round_:
                    times.append(seconds * 1000)
                    memory.append(pss)
        yield ratio_of("start: window painted, against the bare window", ours, floor, 1.6)
        yield ratio_of("start: memory (PSS), against the bare window", our_memory, floor_memory, 1.4, "MB")
        writer = [] if os.environ.get("NOW") else _writer_times(path, Path(folder))
        if writer:
            yield ratio_of("start: window painted, against Writer opening a document", ours, writer, 0.45)


def _probe(script: str, arguments: Sequence[str], home: dict[str, str]) -> tuple[float, float]:
    """Seconds from spawn to the painted window, and the memory then in MB."""
    started = time.monotonic()
    environment = {**os.environ, **home, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, str(PROBES / script), *arguments], env=environment, capture_output=True, text=True, check=True
    )
    painted, pss = done.stdout.split()[-2:]
    return float(painted) - started, float(pss)


def _writer_times(archive: Path, folder: Path) -> list[float]:
    """Writer opening a document of 30 items until its window stands there; empty without Writer and a screen."""
    if not (shutil.which("soffice") and shutil.which("xdotool") and os.environ.get("DISPLAY")):
        return []
    document = folder / "maaling.docx"
    listed = subprocess.run(
        [sys.executable, "-m", "referatdesk", "list", "--archive", str(archive), "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    meeting = listed.stdout.split('"id": "')[1].split('"')[0]
    command = ["export", "--archive", str(archive), "--meeting", meeting, "--to", str(document), "--force"]
    subprocess.run([sys.executable, "-m", "referatdesk", *command], check=True, capture_output=True)
    times = [_writer_once(document, folder / "profile") for _ in range(4)]
    return [seconds * 1000 for seconds in times[1:] if seconds]


def _writer_once(document: Path, profile: Path) -> float:
    started = time.monotonic()
    options = [f"-env:UserInstallation={profile.as_uri()}", "--norestore", "--nologo", "--nodefault"]
    office = subprocess.Popen(
        ["soffice", *options, str(document)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    search = ["xdotool", "search", "--onlyvisible", "--name", document.name]
    seconds = 0.0
    while time.monotonic() - started < 60 and office.poll() is None:
        if subprocess.run(search, capture_output=True, check=False).stdout.strip():
            seconds = time.monotonic() - started
            break
    subprocess.run(["pkill", "-9", "-f", str(profile)], capture_output=True, check=False)
    office.wait()
    return seconds
