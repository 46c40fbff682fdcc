"""What each command of packaging/dev.py does once the machine is ready."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import environment
import system_packages
from checks import Check, run_all, summed_up
from environment import ROOT
from saying import say
from score import score

BUILD = ROOT / "build"
EXAMPLE = BUILD / "eksempel.docx"
# Without -noreset the server starts anew when the last window goes, and turns away whoever comes just then.
ON_XVFB = ("xvfb-run", "-a", "-s", "-screen 0 1920x1080x24 -noreset")
SLOW_TESTS = {
    "office": "tests that open documents in LibreOffice",
    "screen": "tests of the real window under Xvfb",
    "validator": "tests with the Open XML SDK validator",
}


def main(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    task = TASKS.get(command)
    if task is None or (rest and command not in TAKES_ARGUMENTS and not (command == "test" and rest == ["--quick"])):
        say("dev.py run [arguments] | test [--quick] | score | bench [name …] | fuzz [minutes] | faults … | live …")
        say("dev.py pictures …")
        return 2
    try:
        return task(rest)
    except KeyboardInterrupt:
        return 130


def call(*command: str) -> int:
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def ready_for_tests() -> str:
    """The Python of the environment, with everything on the machine that the slow tests call."""
    system_packages.bring(system_packages.missing_for_the_program)
    system_packages.bring(system_packages.missing_for_the_tests)
    python = environment.python_for("test")
    if environment.validator_runs_here():
        environment.bring_validator()
    return python


def has_screen() -> bool:
    if not system_packages.on_linux():
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    system_packages.bring(system_packages.missing_for_the_program)
    python = environment.python_for("run")
    if arguments:
        return call(python, "-m", "referatdesk", *arguments)
    if has_screen():
        return call(python, "-m", "referatdesk", "--example")
    say(
        "Her er ingen skærm: eksempelmødet skrives i stedet som Word-fil.",
        "There is no screen here: the example meeting is written as a Word file instead.",
    )
    BUILD.mkdir(exist_ok=True)
    EXAMPLE.unlink(missing_ok=True)
    code = call(python, "-m", "referatdesk", "example", "--to", str(EXAMPLE))
    if code == 0:
        say(f"Word-fil / Word file: {EXAMPLE.relative_to(ROOT)}")
    return code


def test(arguments: list[str]) -> int:
    if arguments:
        system_packages.bring(system_packages.missing_for_the_program)
        python, skipped = environment.python_for("test"), list(SLOW_TESTS)
    else:
        python, skipped = ready_for_tests(), not_possible_here()
    outcomes = run_all(checks(python, skipped), ROOT)
    return 0 if summed_up(outcomes, [SLOW_TESTS[marker] for marker in skipped]) else 1


def not_possible_here() -> list[str]:
    """Slow tests that this system cannot run: they are prepared for Linux."""
    if not system_packages.on_linux():
        return list(SLOW_TESTS)
    return [] if environment.validator_runs_here() else ["validator"]


def checks(python: str, skipped: list[str]) -> list[Check]:
    listed = [
        Check("ruff: rules", [python, "-m", "ruff", "check", "--no-cache", "."]),
        Check("ruff: form", [python, "-m", "ruff", "format", "--no-cache", "--check", "."]),
        Check("mypy: types", [python, "-m", "mypy"]),
        Check("import-linter: rooms", [str(environment.venv_program("lint-imports")), "--no-cache", "--no-logo"]),
    ]
    complete = {"REFERATDESK_TESTS": "complete"} if not skipped else {}
    without = " and ".join(f"not {marker}" for marker in sorted({*skipped, "screen"}))
    offscreen = {**complete, "QT_QPA_PLATFORM": "offscreen"}
    listed.append(Check("pytest: offscreen", [python, "-m", "pytest", "-m", without], offscreen, tests=True))
    if "screen" not in skipped:
        on_xvfb = [*ON_XVFB, python, "-m", "pytest", "-m", "screen"]
        listed.append(Check("pytest: on a screen", on_xvfb, {**complete, "QT_QPA_PLATFORM": "xcb"}, tests=True))
    return listed


def score_samples(_arguments: list[str]) -> int:
    return score(ready_for_tests(), BUILD / "score")


def bench(arguments: list[str]) -> int:
    python = ready_for_tests()
    environment.compile_ahead("tests/benchmarks")
    screen = ON_XVFB if system_packages.on_linux() and not os.environ.get("DISPLAY") else ()
    return call(*screen, python, "-m", "tests.benchmarks", *arguments)


def fuzz(arguments: list[str]) -> int:
    return call(ready_for_tests(), "-m", "tests.fuzz", *arguments)


def faults(arguments: list[str]) -> int:
    python = ready_for_tests()
    screen = ON_XVFB if system_packages.on_linux() and not os.environ.get("DISPLAY") else ()
    return call(*screen, python, "-m", "tests.faults", *arguments)


def live(arguments: list[str]) -> int:
    return call(ready_for_tests(), "-m", "tests.live", *arguments)


def pictures(arguments: list[str]) -> int:
    return call(ready_for_tests(), str(ROOT / "packaging" / "pictures.py"), *arguments)


TASKS = {
    "run": run,
    "test": test,
    "score": score_samples,
    "bench": bench,
    "fuzz": fuzz,
    "faults": faults,
    "live": live,
    "pictures": pictures,
}
TAKES_ARGUMENTS = {"run", "bench", "fuzz", "faults", "live", "pictures"}
