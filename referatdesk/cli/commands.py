"""The commands by name, each a function of what was given."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from referatdesk.cli.given import Given
from referatdesk.cli.kinds import KINDS, USUAL
from referatdesk.cli.phrases import named, opened, protect
from referatdesk.domain.changes import Change
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import board_of, style_of
from referatdesk.i18n.accessibility import finding_sentence, place_words
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.errors import error_words
from referatdesk.i18n.receipt_words import left_out_lines, searched_lines
from referatdesk.services import accessibility
from referatdesk.services.archive import exchange
from referatdesk.services.archive.events import Event, NoBackup, SaveFailed
from referatdesk.services.archive.workspace import MeetingRow, Workspace
from referatdesk.services.errors import UserError
from referatdesk.services.intake import importing, many
from referatdesk.services.output import exporting, receipts
from referatdesk.services.output.outputs import Kind, closed_items
from referatdesk.services.wording import head

FLUSH_SECONDS = 60.0


@contextmanager
def _opened(given: Given, may_create: bool = False) -> Iterator[Workspace]:
    """The archive, closed afterwards. Only what brings something in may make one; where all was refused, it leaves none
    behind. All others only read.
    """
    path = named(given.archive)
    make = may_create and not path.exists()
    workspace = opened(given, make=make, to_read=not may_create)
    unneeded = False
    try:
        yield workspace
    except BaseException:
        unneeded = make and not workspace.undo_steps
        raise
    finally:
        workspace.close()
        if unneeded:
            path.unlink()


def _rows(workspace: Workspace) -> Iterator[MeetingRow]:
    page = workspace.meeting_rows()
    while page:
        yield from page
        page = workspace.meeting_rows(after=page[-1])


def _title(workspace: Workspace, row: MeetingRow) -> str:
    """As it would be printed."""
    meeting = Meeting(id=row.id, board_id=row.board_id, date=row.date, title=row.title)
    return head.title(meeting, board_of(workspace, meeting), style_of(workspace, meeting))


def _store(workspace: Workspace, change: Change) -> None:
    events: list[Event] = []
    workspace.subscribe(events.append)
    workspace.apply(change)
    if not workspace.flush(FLUSH_SECONDS):
        raise UserError("archive.unsaved")
    for event in events:
        if isinstance(event, SaveFailed) and event.is_final:
            raise UserError(event.code)
        if isinstance(event, NoBackup):
            sys.stderr.write(_("No proven copy of the archive could be made before.") + "\n")


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _read(given: Given) -> None:
    draft = importing.read_draft(Path(given.source))
    _print_json(importing.neutral(draft) if given.as_json else importing.doubts(draft))


def _import(given: Given) -> None:
    source = Path(given.source)
    if source.is_dir():
        _import_folder(source, given)
        return
    read = importing.read_file(source, _never)
    original = importing.noted(source, read)
    with _opened(given, may_create=True) as workspace:
        change, meeting_id = importing.draft_to_change(workspace, read.draft, source=read.source, original=original)
        _store(workspace, change)
    print(meeting_id)


def _never() -> bool:
    return False


def _import_folder(folder: Path, given: Given) -> None:
    """What is certain goes in; every file is told with what became of it."""
    paths = many.files_in(folder)
    with _opened(given, may_create=True) as workspace:
        for result in many.read_folder(paths, many.snapshot(workspace), _never):
            if result.change is not None:
                _store(workspace, result.change)
            print("  ".join((result.path.relative_to(folder).as_posix(), *_told(result))), flush=True)


def _told(result: many.FileResult) -> Iterator[str]:
    match result.state:
        case many.FileState.CERTAIN:
            yield from ("indlæst", result.meeting_id or "")
        case many.FileState.DOUBTFUL:
            yield from ("tvivl", ", ".join(sorted({doubt.code for doubt in result.doubts})))
        case many.FileState.KNOWN:
            yield "findes allerede"
        case many.FileState.REFUSED:
            yield from ("afvist", _reason(result.error))


def _reason(error: UserError | None) -> str:
    return "" if error is None else error_words(error.code, error.data).split("\n")[0]


def _list(given: Given) -> None:
    with _opened(given) as workspace:
        rows = [
            {"id": row.id, "board": row.board_name, "date": row.date, "title": _title(workspace, row)}
            for row in _rows(workspace)
        ]
    if given.as_json:
        _print_json(rows)
        return
    for row in rows:
        print("  ".join(str(row[name] or "-") for name in ("id", "date", "board")))


def _export(given: Given) -> None:
    with _opened(given) as workspace:
        _export_meeting(workspace, given)
    _print_receipt(receipts.receipt_of(named(given.to)) if _kind(given) is Kind.PUBLICATION else None)


def _kind(given: Given) -> Kind:
    return Kind(KINDS[given.kind or USUAL])


def _receipt(given: Given) -> None:
    receipt = receipts.receipt_of(Path(given.source))
    _print_receipt(receipt)
    if receipt is None:
        print(_("It was not published from this computer, or it was changed since."))


def _print_receipt(receipt: receipts.Receipt | None) -> None:
    if receipt is not None:
        print("\n".join(left_out_lines(receipt, receipt.also_open)))
        print("\n".join(searched_lines(receipt.sentences, receipt.sha256)))


def _export_meeting(workspace: Workspace, given: Given) -> None:
    records = workspace.records_of(given.meeting)
    closed = closed_items(records, given.meeting)
    if closed and given.kind is None:
        raise UserError("export.kind_unsaid", count=len(closed))
    job = exporting.prepare(
        records, given.meeting, contents=workspace.content, template=given.template, kind=_kind(given)
    )
    exporting.export(job, named(given.to), overwrite=given.force)


def _check(given: Given) -> None:
    """One line for each finding; that something was found is no failure of the command."""
    found = accessibility.check_file(Path(given.source))
    if given.as_json:
        _print_json([accessibility.as_data(finding) for finding in found])
        return
    for finding in found:
        place = place_words(finding.place.where, finding.place.heading, finding.place.near)
        told, advice = finding_sentence(finding.code, finding.data)
        print(" ".join(filter(None, (f"{place}:" if place else "", told, advice))))
    if not found:
        print(_("Nothing keeps the file from being read by everybody, as far as a program can see."))


def _dump(given: Given) -> None:
    with _opened(given) as workspace:
        data = exchange.dump(workspace, given.meeting)
    sys.stdout.buffer.write(data)


def _load(given: Given) -> None:
    data = (
        sys.stdin.buffer.read(exchange.MAX_BYTES + 1)
        if given.source == "-"
        else exchange.content_of(Path(given.source))
    )
    with _opened(given, may_create=True) as workspace:
        _store(workspace, exchange.load(workspace, data))


def _example(given: Given) -> None:
    with TemporaryDirectory() as folder:
        _write_example(given, Path(folder) / "eksempel.referatdesk")


def _write_example(given: Given, path: Path) -> None:
    from referatdesk.services.example import fill_example  # noqa: PLC0415 - for a trial only

    with _opened(Given(archive=path), may_create=True) as workspace:
        fill_example(workspace)
        *_newer, read_in = _rows(workspace)
        _export_meeting(workspace, Given(meeting=read_in.id, to=given.to, force=given.force))


def _template(given: Given) -> None:
    from referatdesk.cli.template_commands import carry_out_template  # noqa: PLC0415 - for those who make templates

    carry_out_template(given)


def _backup(given: Given) -> None:
    from referatdesk.cli.backup_commands import carry_out_backup  # noqa: PLC0415 - seldom asked for

    carry_out_backup(given)


COMMANDS: Mapping[str, Callable[[Given], None]] = {
    "read": _read,
    "import": _import,
    "list": _list,
    "export": _export,
    "receipt": _receipt,
    "check": _check,
    "dump": _dump,
    "load": _load,
    "example": _example,
    "template": _template,
    "backup": _backup,
    "protect": protect,
}
