"""The papers listed with an item or with the meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from referatdesk.domain.changes import Change, altered, removed
from referatdesk.domain.codes import Access
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import Records
from referatdesk.services.editing import with_fields
from referatdesk.services.order import by_sort, inserted


def attachments_of(records: Records, meeting_id: str, item_id: str | None) -> list[Attachment]:
    """Those of the item, or of the meeting itself when the item is None."""
    listed = [one for one in records.all(Attachment) if one.meeting_id == meeting_id and one.item_id == item_id]
    return by_sort(listed)


def add_attachment(
    records: Records, item_id: str, title: str, *, number_text: str | None = None, file_name: str | None = None
) -> tuple[Change, str]:
    meeting_id = records.get(AgendaItem, item_id).meeting_id
    new = Attachment(
        id=new_id(),
        meeting_id=meeting_id,
        item_id=item_id,
        title=title.strip(),
        number_text=number_text,
        file_name=file_name,
    )
    listed = attachments_of(records, meeting_id, item_id)
    return Change("attachment.add", inserted(listed, new, len(listed)), new.title), new.id


def rename_attachment(records: Records, attachment_id: str, title: str) -> Change:
    return edit_attachment(records, attachment_id, title=title.strip())


def edit_attachment(records: Records, attachment_id: str, **fields: Any) -> Change:
    """Any fields; what is printed from them drops the line as it was printed before."""
    one = records.get(Attachment, attachment_id)
    after = with_fields(one, fields)
    printed_anew = (after.title, after.number_text) != (one.title, one.number_text)
    if printed_anew and "raw" not in fields:
        after = replace(after, raw=None)
    return Change("attachment.edit", altered([(one, after)]), one.title)


def close_attachment(records: Records, attachment_id: str, is_closed: bool) -> Change:
    """A closed paper is left out of the public version, whatever its item is."""
    one = records.get(Attachment, attachment_id)
    access = Access.CLOSED if is_closed else Access.OPEN
    return Change("attachment.access", altered([(one, replace(one, access=access))]), one.title)


def remove_attachment(records: Records, attachment_id: str) -> Change:
    one = records.get(Attachment, attachment_id)
    return Change("attachment.remove", removed(one), one.title)
