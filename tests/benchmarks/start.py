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
        probes = {
            "floor": ["bare_window.py"],
            "imports": ["bare_window.py", "imports"],
            "ours": ["our_window.py", str(path)],
        }
        times: dict[str, list[float]] = {name: [] for name in probes}
        memory: dict[str, list[float]] = {name: [] for name in probes}
        for round_ in range(ROUNDS + 1):
            for name, command in probes.items():
                seconds, pss = _probe(command, home)
                if round_:
                    times[name].append(seconds * 1000)
                    memory[name].append(pss)
        yield ratio_of("start: window painted, against the bare window", times["ours"], times["floor"], 1.6)
        same = ratio_of(
            "start: memory (PSS), bare window with the same imports", memory["ours"], memory["imports"], 1.4, "MB"
        )
        yield same
        writer = _writer_times(path, Path(folder))
        if writer:
            yield ratio_of("start: window painted, against Writer opening a document", times["ours"], writer, 0.45)


def _probe(command: Sequence[str], home: dict[str, str]) -> tuple[float, float]:
    """Seconds from spawn to the painted window, and the memory then in MB."""
    started = time.monotonic()
    environment = {**os.environ, **home, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, str(PROBES / command[0]), *command[1:]],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
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
    while _shown(document):
        continue  # the window of the last round
    started = time.monotonic()
    options = [f"-env:UserInstallation={profile.as_uri()}", "--norestore", "--nologo", "--nodefault"]
    office = subprocess.Popen(
        ["soffice", *options, str(document)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    seconds = 0.0
    while not seconds and time.monotonic() - started < 60:
        seconds = time.monotonic() - started if _shown(document) else 0.0
    while subprocess.run(["pkill", "-9", "-f", str(profile)], check=False).returncode == 0:
        continue
    office.wait()
    return seconds


def _shown(document: Path) -> bool:
    search = ["xdotool", "search", "--onlyvisible", "--name", document.name]
    return bool(subprocess.run(search, capture_output=True, check=False).stdout.strip())
