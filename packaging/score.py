"""Holds reading and writing up to the scorers and truth files that lie beside the project, where they do."""

from __future__ import annotations

import subprocess
from pathlib import Path

from environment import ROOT
from saying import heading, say

BESIDE = ROOT.parent / "shared"
TEMPLATES = ROOT / "resources" / "templates"
READ_TODAY = {"S004": "sagsfremstilling.docx"}
"""Samples whose layout can be read, and the template in which their house prints."""


def score(python: str, folder: Path) -> int:
    """Prints the scorers' tables; exit code 1 where a command or a scorer says no."""
    if not (BESIDE / "tools").is_dir():
        say("Ingen prøver at måle med ved siden af projektet.", "No samples to score with beside the project.")
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    results = [_score_one(python, folder, sample, TEMPLATES / name) for sample, name in READ_TODAY.items()]
    return 0 if all(results) else 1


def _score_one(python: str, folder: Path, sample: str, template: Path) -> bool:
    text, truth = BESIDE / "samples" / f"{sample}.txt", BESIDE / "tools" / "truth" / f"{sample}.json"
    heading(f"{sample}: read")
    produced = folder / f"{sample}.json"
    told = _program(python, "read", str(text), "--json")
    if told is None:
        return False
    produced.write_text(told, encoding="utf-8")
    read = _scorer(python, "score_import.py", str(truth), str(produced), "-v")

    heading(f"{sample}: import and export")
    archive, written = folder / f"{sample}.referatdesk", folder / f"{sample}.docx"
    archive.unlink(missing_ok=True)
    meetings = _program(python, "import", str(text), "--archive", str(archive))
    if meetings is None:
        return False
    meeting = meetings.split()[0]
    to = ("--to", str(written), "--force")
    if _program(python, "export", "--archive", str(archive), "--meeting", meeting, *to) is None:
        return False
    render = ("--template", str(template), "--render", str(folder / sample), "-v")
    return _scorer(python, "score_export.py", str(truth), str(written), *render) and read


def _program(python: str, *arguments: str) -> str | None:
    """What the program prints; None where it refused, which it has then said itself."""
    done = subprocess.run(
        [python, "-m", "referatdesk", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout if done.returncode == 0 else None


def _scorer(python: str, name: str, *arguments: str) -> bool:
    return subprocess.run([python, str(BESIDE / "tools" / name), *arguments], cwd=ROOT, check=False).returncode == 0
