"""Renews requirements.lock and requirements-test.lock from pyproject.toml; needs `uv` on the path.

    python packaging/lock.py            the newest versions that pyproject.toml allows
    python packaging/lock.py --keep     only what pyproject.toml made necessary

Both files hold for every platform and name no registry; pip checks each file it fetches against their hashes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN_LOCK = ROOT / "packaging" / "requirements.lock"
TEST_LOCK = ROOT / "packaging" / "requirements-test.lock"

OPTIONS = ("--universal", "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet")


def build_requirements(project: Path) -> str:
    """What builds the project itself: installed from the lock too, since the build fetches nothing on its own."""
    return "\n".join(tomllib.loads(project.read_text(encoding="utf-8"))["build-system"]["requires"])


def compiled(lock: Path, keep: bool, *more: str) -> None:
    project = ROOT / "pyproject.toml"
    python = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["requires-python"].lstrip(">=")
    command = ["uv", "pip", "compile", *OPTIONS, "--python-version", python, str(project), "-", *more, "-o", str(lock)]
    if not keep:
        command.append("--upgrade")
    subprocess.run(command, input=build_requirements(project), text=True, check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    reader = argparse.ArgumentParser(description="Renews the locked requirements.")
    reader.add_argument("--keep", action="store_true", help="keep versions that still fit")
    keep = reader.parse_args().keep
    compiled(RUN_LOCK, keep)
    compiled(TEST_LOCK, keep, "--extra", "test", "-c", str(RUN_LOCK))
    return 0


if __name__ == "__main__":
    sys.exit(main())
