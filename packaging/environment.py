"""The project's own `.venv`, made from the hashed lock, and the validator's `node_modules`.

A stamp is written last. Without one the environment is half made and is made anew; with an old one it is brought up to
date. So an interrupted set-up goes on, and a finished one costs nothing.
"""

from __future__ import annotations

import compileall
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

from saying import say, stop

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
LOCKS = {
    "run": ROOT / "packaging" / "requirements.lock",
    "test": ROOT / "packaging" / "requirements-test.lock",
}
VALIDATOR = ROOT / "packaging" / "validator"
VALIDATOR_STAMP = VALIDATOR / "node_modules" / ".set-up"


def _digest(*files: Path) -> str:
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def _foundation() -> str:
    """What an environment cannot be carried over from: another Python, another place."""
    return f"{platform.python_implementation()} {platform.python_version()} {sys.base_prefix} {ROOT}"


def _wanted(kind: str) -> str:
    return _digest(LOCKS[kind], ROOT / "pyproject.toml")


def venv_program(name: str) -> Path:
    return VENV / ("Scripts" if os.name == "nt" else "bin") / (name + (".exe" if os.name == "nt" else ""))


def _stamp() -> dict[str, Any]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and stamp.get("foundation") == _foundation() else {}


def _make() -> None:
    if VENV.exists():
        shutil.rmtree(VENV)
    venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(VENV)


def _pip(*arguments: str) -> None:
    command = [str(venv_program("python")), "-m", "pip", "--disable-pip-version-check", "--no-input", "-q", "install"]
    if subprocess.run([*command, *arguments], cwd=ROOT, check=False).returncode != 0:
        stop(
            "Pakkerne kunne ikke hentes; se ovenfor. Samme kommando fortsætter, hvor den slap.",
            "The packages could not be fetched; see above. The same command goes on from here.",
        )


def python_for(kind: str) -> str:
    """The environment's Python, with the packages of that kind ("run" or "test") and the project itself installed."""
    stamp = _stamp()
    installed = stamp.get("installed", {})
    if not stamp:
        say("Gør .venv klar / making .venv …")
        _make()
        installed = {}
    if installed.get(kind) != _wanted(kind):
        STAMP.unlink(missing_ok=True)
        say("Henter Python-pakker / fetching Python packages …")
        _pip("--only-binary", ":all:", "--no-deps", "--require-hashes", "-r", str(LOCKS[kind]))
        _pip("--no-deps", "--no-index", "--no-build-isolation", "-e", ".")
        # The lock of the tests holds all that the program's does, in the same versions.
        both = ("run", "test") if kind == "test" else ("run",)
        fresh = {"foundation": _foundation(), "installed": {name: _wanted(name) for name in both}}
        STAMP.write_text(json.dumps(fresh, indent=2) + "\n", encoding="utf-8")
    compile_ahead("referatdesk")
    return str(venv_program("python"))


def compile_ahead(folder: str) -> None:
    """Compiles what has changed there: where Python may not keep what it compiles, every start would do it anew."""
    compileall.compile_dir(ROOT / folder, quiet=2)


def validator_runs_here() -> bool:
    """The validator is pinned by hash for this one platform."""
    return sys.platform.startswith("linux") and platform.machine() == "x86_64"


def bring_validator() -> None:
    wanted = _digest(VALIDATOR / "package-lock.json")
    if VALIDATOR_STAMP.exists() and VALIDATOR_STAMP.read_text(encoding="utf-8") == wanted:
        return
    say("Henter dokumentvalidatoren / fetching the document validator …")
    npm = shutil.which("npm") or "npm"
    command = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel", "error"]
    if subprocess.run(command, cwd=VALIDATOR, stdout=subprocess.DEVNULL, check=False).returncode != 0:
        stop("Validatoren kunne ikke hentes; se ovenfor.", "The validator could not be fetched; see above.")
    VALIDATOR_STAMP.write_text(wanted, encoding="utf-8")
