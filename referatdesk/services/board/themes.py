"""Headings over several items of an agenda."""

from __future__ import annotations

from dataclasses import replace

from referatdesk.domain.changes import Change, altered, removed
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Theme
from referatdesk.domain.records import Records
from referatdesk.services.editing import edit
from referatdesk.services.order import inserted


def add_theme(records: Records, meeting_id: str, title: str, *, prefix: str | None = None) -> tuple[Change, str]:
    themes = [theme for theme in records.all(Theme) if theme.meeting_id == meeting_id]
    new = Theme(id=new_id(), meeting_id=meeting_id, title=title, prefix=prefix)
    return Change("theme.add", inserted(themes, new, len(themes)), title), new.id


def rename_theme(records: Records, theme_id: str, title: str) -> Change:
    return edit("theme.rename", records.get(Theme, theme_id), {"title": title}, title)


def remove_theme(records: Records, theme_id: str) -> Change:
    """Takes the heading away; its items stay."""
    theme = records.get(Theme, theme_id)
    freed = altered(
        (item, replace(item, theme_id=None)) for item in records.all(AgendaItem) if item.theme_id == theme_id
    )
    return Change("theme.remove", (*freed, *removed(theme)), theme.title)


def set_theme(records: Records, item_id: str, theme_id: str | None) -> Change:
    item = records.get(AgendaItem, item_id)
    return edit("theme.set", item, {"theme_id": theme_id}, item.title)
