"""`referatdesk backup …`: the copies of an archive listed, made, checked, put back, and a damaged archive recovered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from referatdesk.cli.given import Given
from referatdesk.cli.phrases import named, opened, unlocked
from referatdesk.i18n.backup_words import flaw_words, reason_words
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive import backups, repairing
from referatdesk.services.archive.backups import Backup, Difference, MeetingRow, Place, Reason
from referatdesk.services.archive.keeping import copy_now
from referatdesk.services.archive.repairing import Ready
from referatdesk.services.errors import UserError

DAMAGE = frozenset({"archive.damaged", "archive.foreign"})


def _place(given: Given) -> Place:
    path = named(given.archive)
    if path.exists():
        unlocked(given)
    return backups.place_of(path)


def _chosen(place: Place, given: Given) -> Path:
    """A copy by its file, or by its bare name in the folder of copies."""
    path = Path(given.source)
    listed = {one.path.name: one.path for one in backups.listed(place)}
    found = path if path.is_file() else listed.get(given.source)
    if found is None:
        raise UserError("backup.missing", name=given.source)
    return found


def _list(given: Given) -> None:
    rows = [_row(one) for one in backups.listed(_place(given))]
    if given.as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        print("  ".join(str(part) for part in (row["name"], row["size"], row["reason"])))


def _row(one: Backup) -> dict[str, object]:
    return {
        "name": one.path.name,
        "newest_act": one.seq,
        "at": one.at.isoformat(sep=" ", timespec="minutes"),
        "reason": reason_words(one.reason),
        "size": one.path.stat().st_size,
    }


def _make(given: Given) -> None:
    workspace = opened(given)
    try:
        failed = copy_now(workspace.keeping, Reason.WISH)
    finally:
        workspace.close()
    if failed:
        raise UserError("backup.failed", why=failed)
    print(backups.listed(_place(given))[0].path.name)


def _check(given: Given) -> None:
    place = _place(given)
    flaws = repairing.full_check(_chosen(place, given), place.key)
    for flaw in flaws:
        print(flaw_words(flaw))
    if flaws:
        raise UserError("backup.flawed")
    print(_("Everything in the file holds together."))


def _diff(given: Given) -> None:
    place = _place(given)
    here, there = (backups.look(path, place.key, _go_on) for path in (place.archive, _chosen(place, given)))
    _print_lines(_difference_lines(backups.difference(there, here)))


def _difference_lines(found: Difference) -> Iterator[str]:
    for words, rows in (
        ("kun i kopien", found.only_one),
        ("kun i arkivet", found.only_other),
        ("forskelligt", found.altered),
    ):
        yield from (f"{words}  {_meeting(row)}" for row in rows)


def _meeting(row: MeetingRow) -> str:
    return "  ".join(part or "-" for part in (row.id, row.date, row.board_name))


def _restore(given: Given) -> None:
    """What stands there is kept first: a sound archive as a proven copy, a damaged one as it is under another name."""
    place = _place(given)
    copy = _chosen(place, given)
    ready = _ready_beside_sound(given, place, copy)
    if ready is None and place.archive.exists():
        print(repairing.replace_damaged(place, repairing.prepare(place, copy).path).name)
    else:
        repairing.replace_kept(place, (ready or repairing.prepare(place, copy)).path)


def _ready_beside_sound(given: Given, place: Place, copy: Path) -> Ready | None:
    """What may take the place of a sound archive, which has a proven copy now; None where there is none.

    It is made ready while nobody else can write to the archive: what was saved after its copy would be gone.
    """
    if not place.archive.exists():
        return None
    try:
        workspace = opened(given)
    except UserError as error:
        if error.code in DAMAGE or repairing.can_repair(place.archive, error.code):
            return None
        raise
    ready: Ready | None = None
    try:
        failed = copy_now(workspace.keeping, Reason.RESTORE)
        if failed is None:
            ready = repairing.prepare(place, copy, workspace.keeping.newest_seq)
    finally:
        saved = workspace.close()
        if ready is not None and not saved:
            repairing.forget(ready.path)
    if failed in DAMAGE:
        return None
    if failed or not saved:
        raise UserError("backup.failed", why=failed or "archive.unsaved")
    return ready


def _recover(given: Given) -> None:
    """The damaged file is not touched. What the newest sound copy has and the new archive has not is listed."""
    place = _place(given)
    target = named(given.to)
    if target.exists():
        raise UserError("archive.exists", path=target)
    if not place.archive.exists():
        raise UserError("archive.missing", path=place.archive)
    done = repairing.recover_into(place, target, _go_on).done
    print(f"poster  {done.records}")
    for words, count in (
        ("kunne ikke læses", len(done.mended.unreadable)),
        ("erstattet", len(done.mended.stand_ins)),
        ("handlinger i historikken, der ikke kunne læses", done.mended.acts),
        ("filer, der ikke var hele", done.mended.contents),
        ("ikke gemt før, nu med", done.taken_in),
        ("ikke gemt før, passer ikke ind", done.left_out),
    ):
        if count:
            print(f"{words}  {count}")
    newest = repairing.newest_sound(place, _go_on)
    if newest is not None:
        copy, new = (backups.look(path, place.key, _go_on) for path in (newest.path, target))
        print(f"sammenlignet med  {newest.path.name}")
        _print_lines(_compared_lines(place, newest.path, target, backups.difference(copy, new)))


def _compared_lines(place: Place, copy: Path, new: Path, found: Difference) -> Iterator[str]:
    for words, rows in (("mangler", found.only_one), ("forskelligt", found.altered)):
        for row in rows:
            yield f"{words}  {_meeting(row)}"
            for line in repairing.item_lines_between(copy, new, place.key, row.id):
                if line.is_missing or line.is_altered:
                    yield f"    {line.number or '-'}  {'mangler' if line.is_missing else 'forskelligt'}  {line.title}"
    yield from (f"kun i det nye  {_meeting(row)}" for row in found.only_other)


def _print_lines(lines: Iterator[str]) -> None:
    for line in lines:
        print(line)


def _go_on() -> None:
    """Ctrl+C ends what takes long by itself."""


_ACTIONS: Mapping[str, Callable[[Given], None]] = {
    "list": _list,
    "make": _make,
    "check": _check,
    "diff": _diff,
    "restore": _restore,
    "recover": _recover,
}


def carry_out_backup(given: Given) -> None:
    _ACTIONS[given.action](given)
