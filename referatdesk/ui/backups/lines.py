"""Copies and what they hold, in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale

from referatdesk.i18n.backup_words import reason_words
from referatdesk.i18n.catalogue import _, language_in_use, ngettext
from referatdesk.services.archive.backups import Backup, Difference, Held, MeetingRow
from referatdesk.ui.days import day_words
from referatdesk.ui.words.trouble import second_place_words

LISTED = 12
"""So many meetings are named where they are counted."""


def copy_words(copy: Backup, meetings: int | None) -> str:
    """Two lines: when and why; what is in it."""
    size = QLocale(language_in_use()).formattedDataSize(
        copy.path.stat().st_size if copy.path.exists() else 0, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )
    held = meetings_words(meetings) if meetings is not None else _("cannot be opened with the archive's key")
    return f"{made_words(copy)}\n{held} · {size}"


def made_words(copy: Backup) -> str:
    """When and why a copy was made."""
    when = day_words(copy.at.date().isoformat())
    if copy.reason is not None:
        when = _("{day} at {time}").format(day=when, time=copy.at.strftime("%H.%M"))
    return f"{when} – {reason_words(copy.reason)}"


def meetings_words(count: int) -> str:
    return ngettext("{count} meeting", "{count} meetings", count).format(count=count)


def moment_words(iso: str) -> str:
    """A moment of the journal, in local time."""
    if not iso:
        return ""
    moment = datetime.fromisoformat(iso).astimezone()
    return _("{day} at {time}").format(day=day_words(moment.date().isoformat()), time=moment.strftime("%H.%M"))


def held_words(held: Held) -> str:
    words = meetings_words(len(held.meetings))
    newest = moment_words(held.newest)
    return _("{meetings}, last changed {moment}").format(meetings=words, moment=newest) if newest else words


def difference_words(found: Difference) -> str:
    """What the copy has and the archive has not, and the other way round."""
    lines = []
    for rows, words in (
        (found.only_one, _("Only in the copy: {meetings}")),
        (found.altered, _("Other in the copy: {meetings}")),
        (found.only_other, _("Not in the copy: {meetings}")),
    ):
        if rows:
            lines.append(words.format(meetings=named(rows)))
    return "\n".join(lines) or _("The copy holds the same meetings as the archive.")


def named(rows: tuple[MeetingRow, ...]) -> str:
    """Meetings by board and day, the first of them only where there are many."""
    names = [row_words(row) for row in rows[:LISTED]]
    more = len(rows) - LISTED
    if more > 0:
        names.append(ngettext("{count} more", "{count} more", more).format(count=more))
    return "; ".join(names)


def row_words(row: MeetingRow) -> str:
    return ", ".join(filter(None, (row.title or row.board_name, day_words(row.date))))


def second_words(place: str, code: str | None, *, is_told: bool) -> str:
    """What is known of the copy in the second place."""
    if not place:
        return _("Copies lie on this computer only. A second place, such as a memory stick, keeps them if it is lost.")
    if not is_told:
        return _("The newest copy is brought there as soon as the place answers.")
    return _("The newest copy lies there too.") if code is None else second_place_words(code)
