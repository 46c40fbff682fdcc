"""Lines 12, 13 and 14: what was written is searched for, byte by byte, where it must not be."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from referatdesk.services.archive.erasing import erase_history, erase_meeting
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.item.texts import set_blocks
from referatdesk.storage.files import journal_of
from referatdesk.storage.keys import Key
from tests.faults import trace
from tests.faults.home import ROOT, Home
from tests.faults.prepared import KEY, at_once, prepare
from tests.faults.table import Row
from tests.faults.trials import Size
from tests.faults.words import MEETING, PLACES, word
from tests.faults.writers import LiveWriter, whole_session

WORDS = 60
NAMES = ("Merete Aaby", "Aksel Ravn Lund", "Ida Vester", "Sundhedsråd Østfjord", "Lægehus i Egeby", "Palle Nørre")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
ARCHIVES = (".referatdesk", ".referatdesk-journal", ".unsaved")
OLD_MINUTES = ROOT / "resources" / "example" / "referat-2027-02-04.txt"
SECONDS = 60.0


def planted() -> dict[str, list[bytes]]:
    """By what it is, the bytes in which it may stand somewhere."""
    said = (*NAMES, *(word(number) for number in range(1, WORDS + 1)))
    return {one: [one.encode(encoding) for encoding in ENCODINGS] for one in said}


def found_in(content: bytes, wanted: dict[str, list[bytes]]) -> list[str]:
    return [one for one, spelt in wanted.items() if any(bytes_ in content for bytes_ in spelt)]


def search(folder: Path, may_hold: Callable[[Path], bool]) -> Iterator[str]:
    """Every file that holds a planted word or has one in its name, but those that may."""
    wanted = planted()
    for path in sorted(folder.rglob("*")):
        held = found_in(path.name.encode(), wanted)
        if path.is_file() and not path.is_symlink() and not may_hold(path):
            held += found_in(path.read_bytes(), wanted)
        if held:
            yield f"{held[0]!r} in {path.relative_to(folder)}"


def is_archive(path: Path) -> bool:
    """An archive, a copy of one, or what waits to be written into one."""
    return path.name.endswith(ARCHIVES) or ".unsaved-" in path.name


def eventful(home: Home, key: Key | None) -> None:
    """Everything that leaves traces: sessions, kills, failing calls, bad files, outputs, a command that is refused."""
    protected = ("--protected",) if key is not None else ()
    prepare(home, key)
    whole_session(home, "--words", "20", "--leave", *protected)
    killed = LiveWriter(home, "--first", "21", *protected)
    killed.hear_until(lambda told: len(told.typed) >= 20, SECONDS)
    killed.end()
    if trace.is_possible():
        failing = trace.command(home.folder / "calls.txt", "-e", "trace=pwrite64", "-e")
        for when in ("200..300", "40+"):
            before = [*failing, f"inject=pwrite64:error=EIO:when={when}"]
            whole_session(home, "--first", "41", "--words", "20", "--leave", *protected, before=before)
        (home.folder / "calls.txt").unlink()
    for arguments in (
        ("list", "--archive", str(home.archive)),
        ("dump", "--archive", str(home.archive), "--meeting", "not there"),
        ("import", str(OLD_MINUTES), "--archive", str(home.disk / "nyt.referatdesk")),
        ("import", str(home.archive), "--archive", str(home.archive)),
        ("read", str(home.archive), "--json"),
    ):
        command = [sys.executable, "-m", "referatdesk", *arguments]
        subprocess.run(command, cwd=ROOT, env=home.environment(), capture_output=True, check=False)


def traces(folder: Path) -> Row:
    row = Row(12, "planted words and names searched for in the whole home, outside archives")
    home = Home(folder)
    eventful(home, None)
    files = [path for path in home.folder.rglob("*") if path.is_file()]
    row.count(search(home.folder, is_archive))
    control = sum(bool(found_in(path.read_bytes(), planted())) for path in files if is_archive(path))
    row.noted = f"{len(files)} files, the control found them in {control} archives and copies"
    if not control:
        row.count(["the control found nothing"])
    return row


def stolen(folder: Path) -> Row:
    row = Row(13, "planted words and names searched for in raw protected archives, copies, spill and all else")
    home = Home(folder)
    eventful(home, KEY)
    whole = [path for path in home.folder.rglob("*") if path.is_file()]
    row.count(search(home.folder, lambda path: path.name.startswith("nyt")))
    spilt = sum(".unsaved" in path.name for path in whole)
    copies = sum(path.suffix == ".referatdesk" and "backups" in path.parts for path in whole)
    if trace.is_possible() and not spilt:
        row.count(["the control: nothing was spilt"])
    row.noted = f"{len(whole)} files, {copies} copies, {spilt} with what could not be saved"
    return row


def with_archive(home: Home, act: Callable[[Workspace], None]) -> None:
    with home.lived_in():
        workspace = Workspace.open(home.archive, at_once)
        act(workspace)
        workspace.close()


def left_of(home: Home, wanted: dict[str, list[bytes]]) -> list[str]:
    """What is left in the archive's own bytes, and in the journal beside it."""
    beside = journal_of(home.archive)
    return found_in(home.archive.read_bytes() + (beside.read_bytes() if beside.exists() else b""), wanted)


def erased_meeting(home: Home) -> Iterator[str]:
    """The names of the board's members stay: they are the board's."""
    wanted = {word(number): planted()[word(number)] for number in range(1, WORDS + 1)}
    if len(left_of(home, wanted)) < WORDS:
        yield "the control did not find all words"
    with_archive(home, lambda workspace: erase_meeting(workspace, MEETING))
    yield from (f"{one} is left" for one in left_of(home, wanted))


def erased_text(home: Home) -> Iterator[str]:
    """One text is taken away and the history with it; what stands in the others stays."""
    item_id, section_id = PLACES[0]
    gone = {word(number): planted()[word(number)] for number in range(1, 40)}
    kept = {word(number): planted()[word(number)] for number in range(40, WORDS + 1)}

    def act(workspace: Workspace) -> None:
        workspace.open_meeting(MEETING)
        workspace.apply(set_blocks(workspace, item_id, section_id, ()))
        if not workspace.flush(SECONDS):
            raise RuntimeError("could not be saved")
        erase_history(workspace)

    with_archive(home, act)
    yield from (f"{one} is left" for one in left_of(home, gone))
    if missing := len(kept) - len(left_of(home, kept)):
        yield f"{missing} words gone that should stay"


def lines(size: Size, folder: Path) -> Iterator[Row]:
    yield traces(folder / "plain")
    yield stolen(folder / "protected")
    for what, act in (
        (
            "a meeting deleted for good: its words searched for in the file, its free pages and its journal",
            erased_meeting,
        ),
        ("a text deleted, and the history: the same search", erased_text),
    ):
        row = Row(14, what)
        for number in range(10 if size is Size.FULL else 1):
            home = prepare(Home(folder / f"{act.__name__}-{number}"), words=WORDS)
            row.count(act(home))
            shutil.rmtree(home.folder)
        yield row
