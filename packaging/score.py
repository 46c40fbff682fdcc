"""Holds reading and writing up to the scorers and truth files that lie beside the project, where they do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from environment import ROOT
from saying import heading, say

BESIDE = ROOT.parent / "shared"
TEMPLATES = ROOT / "resources" / "templates"
READ_TODAY = {"S004": "sagsfremstilling.docx"}
"""Samples whose layout can be read, and the template in which their house prints."""
MINUTES = ROOT / "tests" / "documents" / "minutes"
ENOUGH, ENOUGH_IN_A_FAMILY = 0.95, 0.90


def score(python: str, folder: Path) -> int:
    """Prints the scorers' tables; exit code 1 where a command or a scorer says no."""
    if not (BESIDE / "tools").is_dir():
        say("Ingen prøver at måle med ved siden af projektet.", "No samples to score with beside the project.")
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    results = [_score_one(python, folder, sample, TEMPLATES / name) for sample, name in READ_TODAY.items()]
    results += _score_minutes(python, folder / "minutes")
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


def _score_minutes(python: str, folder: Path) -> list[bool]:
    """The fictional minutes, one line each, with the families in which too little was understood."""
    heading("Fictional minutes: read")
    folder.mkdir(exist_ok=True)
    subprocess.run([sys.executable, str(MINUTES / "truth.py"), str(folder)], check=True)
    return [_score_document(python, truth) for truth in sorted(folder.glob("*.truth.json"))]


def _score_document(python: str, truth: Path) -> bool:
    name = truth.name.removesuffix(".truth.json")
    produced = truth.with_name(f"{name}.json")
    told = _program(python, "read", str(MINUTES / name), "--json")
    if told is None:
        say(f"{name:44} not read")
        return False
    produced.write_text(told, encoding="utf-8")
    command = [python, str(BESIDE / "tools" / "score_import.py"), str(truth), str(produced), "--json"]
    scored = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout)
    low = {
        family: share["f1"]
        for family, share in scored["families"].items()
        if share["weight"] and share["f1"] < ENOUGH_IN_A_FAMILY
    }
    told_low = "  ".join(f"{family} {share:.2f}" for family, share in low.items())
    say(f"{name:44} {scored['overall']:.3f}  {told_low}".rstrip())
    return scored["overall"] >= ENOUGH and not low


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
