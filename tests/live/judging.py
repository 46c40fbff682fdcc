"""What was written held up to what happened: the archive as it is stored, and the words of the Word files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from referatdesk.domain.codes import LinkKind
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.services.archive.workspace import Workspace
from tests.faults.home import ROOT
from tests.live import facts, sentences
from tests.live.board import ESTATE, HEARING, NEXT_MEETING
from tests.live.playing import Played

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXPORT_S = 120


@dataclass(slots=True)
class Judged:
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def hold(self, fact: str, is_so: object) -> None:
        if is_so:
            self.right += 1
        else:
            self.wrong.append(fact)


def judge(played: Played, style: str, folder: Path) -> Judged:
    """The home is lived in while this runs."""
    judged = Judged()
    seen = played.seen()
    for expected in (facts.OF_THE_MEETING, facts.OF_PEOPLE, facts.OF_DECISIONS):
        for fact, is_so in expected.items():
            judged.hold(fact, _holds(lambda is_so=is_so: is_so(seen)))
    judged.hold("the postponed item lies in the next meeting", _lies_in_the_next_meeting(played.archive))
    full = exported(played, "fuldt", folder / "fuldt.docx")
    said = played.said()
    for sentence in (*said.values(), *sentences.IN_EVERY_HOUSE, *sentences.IN_HOUSE[style]):
        judged.hold(f"Word: {sentence}", sentence in full)
    judged.hold("Word: the order", _in_order(full, sentences.ORDER_IN_HOUSE[style]))
    public = exported(played, "offentliggørelse", folder / "offentligt.docx")
    for sentence in (*sentences.NOT_PUBLISHED, *said.get(ESTATE, "").splitlines()):
        judged.hold(f"in the full version: {sentence}", sentence in full)
        judged.hold(f"not in the public version: {sentence}", sentence not in public)
    judged.hold(f"in the public version: {HEARING}", HEARING in public)
    return judged


def _holds(fact: object) -> bool:
    """What is not there at all is not so."""
    try:
        return bool(fact())  # type: ignore[operator]
    except (IndexError, StopIteration):
        return False


def _lies_in_the_next_meeting(archive: Path) -> bool:
    workspace = Workspace.view(archive, lambda call: call())
    try:
        next_one = next(row for row in workspace.meeting_rows() if row.date == NEXT_MEETING)
        records = workspace.records_of(next_one.id)
        item = next(one for one in records.all(AgendaItem) if one.title == HEARING)
        links = [one for one in records.all(ItemLink) if one.item_id == item.id]
        return [one.kind for one in links] == [LinkKind.POSTPONED_FROM] and records.find(
            Meeting, next_one.id
        ) is not None
    except StopIteration:
        return False
    finally:
        workspace.close()


def exported(played: Played, kind: str, to: Path) -> str:
    """What the program writes, as its words."""
    where = ("--archive", str(played.archive), "--meeting", played.meeting_id)
    command = [sys.executable, "-m", "referatdesk", "export", *where, "--kind", kind, "--to", str(to)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=EXPORT_S, check=False)
    if done.returncode:
        played.trouble.append(f"export: {done.stderr.strip()[-200:]}")
        return ""
    return words_of(to)


def words_of(document: Path) -> str:
    """A line for each paragraph."""
    with ZipFile(document) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return "\n".join("".join(_texts(paragraph)) for paragraph in body.iter(f"{WORD}p"))


def _texts(paragraph: etree._Element) -> Iterable[str]:
    for one in paragraph.iter(f"{WORD}t", f"{WORD}br"):
        yield (one.text or "") if one.tag == f"{WORD}t" else "\n"


def _in_order(words: str, parts: Iterable[str]) -> bool:
    places = [words.rfind(part) for part in parts]
    return -1 not in places and places == sorted(places)
