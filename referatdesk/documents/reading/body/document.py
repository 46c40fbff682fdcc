"""A whole document read with the layout that was found in it: head, items, what no item holds, and the doubts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from referatdesk.documents.reading.body.around import Around, Findings, Lines
from referatdesk.documents.reading.body.attendance import with_attendance
from referatdesk.documents.reading.body.closing import Closing, closing_of
from referatdesk.documents.reading.body.items import numbers_of, read_items
from referatdesk.documents.reading.body.pieces import block_of
from referatdesk.documents.reading.draft import Doubt, Draft, DraftHead, DraftItem
from referatdesk.documents.reading.head.head import ReadHead, read_head
from referatdesk.documents.reading.head.title import is_title
from referatdesk.documents.reading.layout.contents import comparable
from referatdesk.documents.reading.layout.label_words import DECIDING
from referatdesk.documents.reading.layout.layout import Layout
from referatdesk.documents.reading.parts import Corrections, Part
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.names import name_key
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.richtext import Blocks

_AGENDA = re.compile(r"\b(?:dagsorden|indkaldelse|mødeindkaldelse|punkter til møde)\b", re.IGNORECASE)
_MINUTES = re.compile(r"referat|protokol|minutes|konklusion", re.IGNORECASE)
HEAD_PARTS = frozenset({Part.TITLE, Part.HEAD, Part.PEOPLE})


@dataclass(frozen=True, slots=True)
class SetAside:
    """Lines that the user put elsewhere than where they stand."""

    head: tuple[SourceParagraph, ...] = ()
    sign_off: tuple[SourceParagraph, ...] = ()
    unplaced: tuple[SourceParagraph, ...] = ()


def read_document(lines: Lines, layout: Layout, width: int | None, said: Corrections, aside: SetAside) -> Draft:
    """The draft of lines in which items were found. `said` is the user's word by the line of the file."""
    outline, findings = layout.outline, Findings()
    first = outline.first if outline.first is not None else len(lines)
    head_lines = [line for at, line in enumerate(lines[:first]) if at not in outline.contents]
    read = read_head(sorted([*head_lines, *aside.head], key=lambda line: line.place.line_from))
    _mark_head(head_lines, read, findings)
    around = _around(layout, read, width, said)
    closing = closing_of(lines, layout, people_known=bool(read.people))
    items, themes = read_items(lines, len(lines) - len(closing.lines), outline, around, findings)
    listed, unsure = closing.people(read.people)
    items, people, doubts = with_attendance(items, (*read.people, *listed), lines)
    findings.doubts.extend((*doubts, *unsure))
    closing.mark(findings)
    head = Closing((*aside.sign_off, *closing.lines)).head(_completed(read.head, items))
    for at in outline.contents:
        findings.mark(lines[at].place, Part.CONTENTS)
    unplaced = _kept((*aside.unplaced, *findings.unplaced), findings)
    unread = tuple(line for line in lines if line.place.line_from not in findings.parts)
    findings.doubts.extend(Doubt("text.unread", line.place, line.flat) for line in unread)
    return Draft(
        style="",
        head=head,
        is_agenda=around.is_agenda or _is_unwritten(items, read),
        people=people,
        themes=themes,
        items=items,
        contents=tuple(lines[at].text for at in sorted(outline.contents)),
        unplaced=(*unplaced, *_kept(unread, findings)),
        doubts=(
            *read.doubts,
            *findings.doubts,
            *_doubts_of(items, layout),
            *_number_doubts(items),
            *_contents_doubts(lines, layout, items),
        ),
        places=findings.places,
        parts=findings.parts,
    )


def _mark_head(lines: Sequence[SourceParagraph], read: ReadHead, findings: Findings) -> None:
    for line in lines:
        findings.mark(line.place, Part.TITLE if is_title(line.flat) or line.heading == 0 else Part.HEAD)
    for person in read.people:
        findings.mark(person.place, Part.PEOPLE)


def _around(layout: Layout, read: ReadHead, width: int | None, said: Corrections) -> Around:
    labels = [one.label for one in layout.seen if one.label is not None]
    proposes = any(label.kind is SectionKind.RECOMMENDATION for label in labels)
    titled = read.head.title or " ".join(one.flat for one in layout.seen[:3])
    says_agenda = bool(_AGENDA.search(titled)) and not _MINUTES.search(titled)
    only_proposes = proposes and not _MINUTES.search(titled)
    return Around(
        forms=layout.labels,
        width=width,
        names=frozenset(name_key(person.name) for person in read.people),
        date=read.head.date,
        board=read.head.board,
        is_agenda=not layout.labels.any and (says_agenda or only_proposes),
        decides_first=layout.decides_first,
        proposes=proposes,
        said=said,
    )


def _is_unwritten(items: Sequence[DraftItem], read: ReadHead) -> bool:
    """Whether the title says agenda and nothing is written yet under the labels of decisions."""
    title = read.head.title or ""
    decided = [section for item in items for one in (item, *item.children) for section in one.of_kind(*DECIDING)]
    return bool(_AGENDA.search(title)) and not _MINUTES.search(title) and not any(one.blocks for one in decided)


def _completed(head: DraftHead, items: Sequence[DraftItem]) -> DraftHead:
    """The head with what only the labels of the decisions tell: board and date where no title says them."""
    dated = [section for item in items for section in item.of_kind(*DECIDING) if section.date is not None]
    named = [section for section in dated if section.board is not None]
    board = head.board or (named[0].board if named else None)
    date = head.date or (dated[0].date if dated else None)
    return replace(head, board=board, date=date)


def _kept(lines: Sequence[SourceParagraph], findings: Findings) -> Blocks:
    blocks = tuple(block_of(line) for line in lines)
    for block, line in zip(blocks, lines, strict=True):
        findings.places[block.id] = line.place
        findings.mark(line.place, Part.UNPLACED)
    return blocks


def _doubts_of(items: Sequence[DraftItem], layout: Layout) -> list[Doubt]:
    """That all text is one item, because nothing showed where items begin."""
    return [] if layout.outline.sure else [Doubt("style.unknown", one.place, one.heading) for one in items]


def _number_doubts(items: Sequence[DraftItem]) -> list[Doubt]:
    """Leaps in the numbers; those that run on from meeting to meeting begin anywhere."""
    doubts: list[Doubt] = []
    last: int | None = None
    for item, number in numbers_of(items):
        if last is not None and number not in {last, last + 1}:
            doubts.append(Doubt("item.number_gap", item.place, item.heading, str(last + 1)))
        last = number
    return doubts


def _contents_doubts(lines: Lines, layout: Layout, items: Sequence[DraftItem]) -> list[Doubt]:
    """Entries of the list of contents that no heading repeats."""
    known = [one for item in items for one in (item, *item.children)]
    keys = [key for item in known for key in (comparable(item.title), comparable(item.heading))]
    keys += [comparable(lines[at].flat) for at in layout.outline.themes]
    doubts: list[Doubt] = []
    for at in sorted(layout.outline.contents)[1:]:
        entry = comparable(lines[at].text)
        bare = re.sub(r"^(?:punkt|pkt)?\d+", "", entry) or entry
        if bare and not any(key.startswith(bare) or bare in key or key in bare for key in keys if key):
            doubts.append(Doubt("contents.no_item", lines[at].place, lines[at].flat))
    return doubts
