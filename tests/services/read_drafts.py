"""Drafts as a reader would hand them over, made by hand: nothing here reads a file."""

from itertools import count

from referatdesk.documents.reading.draft import Draft, DraftAttachment, DraftHead, DraftItem, DraftSection
from referatdesk.documents.reading.source import Place
from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.meetings import HeaderLine
from referatdesk.domain.richtext import Block, plain_runs

BOARD = "Sundhedsråd Østfjord"
_ids = count(1)


def at(line):
    return Place(line, line)


def block(text, kind=BlockKind.PARAGRAPH, marker=None):
    return Block(id=f"read{next(_ids):08}", kind=kind, runs=plain_runs(text), marker=marker)


def section(kind, *texts, label=None, line=1, **more):
    return DraftSection(kind=kind, label=label, place=at(line), blocks=tuple(block(text) for text in texts), **more)


def points(*texts, label="Indstilling", line=1):
    return DraftSection(
        kind=SectionKind.RECOMMENDATION,
        label=label,
        place=at(line),
        blocks=tuple(block(text, BlockKind.NUMBERED, f"{number}.") for number, text in enumerate(texts, 1)),
    )


def papers(*titles, line=1):
    listed = tuple(DraftAttachment(title=title, raw=title, place=at(line), listed=True) for title in titles)
    return DraftSection(kind=SectionKind.ATTACHMENTS, label="Bilag", place=at(line), attachments=listed)


def item(title, *sections, figure=None, **more):
    given = {"place": at(1), "heading": f"{figure}. {title}" if figure else title, **more}
    number = f"{figure}." if figure else None
    return DraftItem(title=title, figure=figure, number=number, sections=tuple(sections), **given)


def draft(*items, date="2027-03-04", is_agenda=False, **more):
    """A meeting of the fictional board; `head` replaces facts of its head."""
    facts = {"title": f"Møde i {BOARD}", "board": BOARD, "date": date, **more.pop("head", {})}
    lines = (HeaderLine("Dato", date or ""),)
    given = {"style": "sagsfremstilling", **more}
    return Draft(head=DraftHead(lines=lines, **facts), items=tuple(items), is_agenda=is_agenda, **given)
