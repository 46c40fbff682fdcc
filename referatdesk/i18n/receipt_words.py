"""What a public version does without and what it was searched for; the window and the command line tell the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.i18n.lists import format_words


class Left(Protocol):
    """What was left out: the numbers of items, and how many of all else."""

    @property
    def items(self) -> Sequence[str]: ...
    @property
    def titled(self) -> Sequence[str]: ...
    @property
    def attachments(self) -> int: ...
    @property
    def people(self) -> int: ...
    @property
    def details(self) -> int: ...
    @property
    def private(self) -> Mapping[Any, int]: ...


def left_out_lines(left: Left, also_open: int) -> list[str]:
    """A line for each kind of thing that is left out; the closed items always."""
    return [_closed(left.items), *_told(left.titled), *_others(left), *_private(left.private), *_open(also_open)]


def _closed(items: Sequence[str]) -> str:
    if not items:
        return _("No closed items to leave out")
    words = ngettext(
        "{count} closed item left out: item {numbers}", "{count} closed items left out: items {numbers}", len(items)
    )
    return words.format(count=len(items), numbers=format_words(items))


def _told(titled: Sequence[str]) -> Iterator[str]:
    if titled:
        words = ngettext(
            "{count} item that is not open is told by its neutral title: item {numbers}",
            "{count} items that are not open are told by their neutral titles: items {numbers}",
            len(titled),
        )
        yield words.format(count=len(titled), numbers=format_words(titled))


def _others(left: Left) -> Iterator[str]:
    if left.attachments:
        yield ngettext("{count} attachment left out", "{count} attachments left out", left.attachments).format(
            count=left.attachments
        )
    if left.people:
        yield ngettext(
            "{count} person left out who came for closed items only",
            "{count} people left out who came for closed items only",
            left.people,
        ).format(count=left.people)
    if left.details:
        yield ngettext(
            "{count} detail for the members only left out (reason for absence, note, initials, link to the meeting)",
            "{count} details for the members only left out (reasons for absence, notes, initials, link to the meeting)",
            left.details,
        ).format(count=left.details)


def _private(private: Mapping[str, int]) -> Iterator[str]:
    told = {
        "cpr": lambda count: ngettext("{count} personal number (CPR)", "{count} personal numbers (CPR)", count),
        "mail": lambda count: ngettext("{count} mail address", "{count} mail addresses", count),
        "telephone": lambda count: ngettext("{count} telephone number", "{count} telephone numbers", count),
        "joining": lambda count: ngettext("{count} link or code to get in", "{count} links or codes to get in", count),
    }
    words = [told[kind](count).format(count=count) for kind, count in sorted(private.items()) if count]
    if words:
        told_so = _("Taken out, with a mark in brackets where it stood in a text: {things}")
        yield told_so.format(things=format_words(words))


def _open(also_open: int) -> Iterator[str]:
    if also_open:
        yield ngettext(
            "{count} sentence of closed items stands in open ones too, and stays there",
            "{count} sentences of closed items stand in open ones too, and stay there",
            also_open,
        ).format(count=also_open)


def searched_lines(sentences: int, sha256: str) -> list[str]:
    """What the finished file was searched for, and by what it can be known again."""
    words = ngettext(
        "The finished file was read again and searched for {count} closed or private sentence, and for personal "
        "numbers, private addresses and telephones: nothing found",
        "The finished file was read again and searched for {count} closed or private sentences, and for personal "
        "numbers, private addresses and telephones: nothing found",
        sentences,
    )
    return [words.format(count=sentences), _("Mark of the file (SHA-256): {mark}").format(mark=sha256)]
