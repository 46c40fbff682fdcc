"""The agenda of a meeting as values of its template.

Sections come in the item's own order. The list of attachments, the line of absentees and the list of those present are
rows and rules, printed where their sections or items stand; papers of an item that has no section for them are printed
where the house prints them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from referatdesk.documents.word.values import Scope, Value
from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.meetings import AgendaItem, Section, Theme
from referatdesk.domain.richtext import Block, Blocks, is_blank, plain_runs
from referatdesk.services.gathering.course import of_item
from referatdesk.services.gathering.outcomes import outcome_repeats
from referatdesk.services.gathering.people import attendance_run, groups, persons
from referatdesk.services.gathering.presence import around_minutes, presence_run, with_presence
from referatdesk.services.gathering.sources import Sources
from referatdesk.services.item.sections import new_section, placed
from referatdesk.services.wording import items
from referatdesk.services.wording.patterns import filled

SECTION_FIELDS = {
    SectionKind.SUMMARY: "resumé",
    SectionKind.CASE_TEXT: "sagsfremstilling",
    SectionKind.BACKGROUND: "baggrund",
    SectionKind.PROBLEM: "problemstilling",
    SectionKind.SOLUTION: "løsning",
    SectionKind.ECONOMY: "økonomi",
    SectionKind.CLIMATE: "klimavurdering",
    SectionKind.CONSEQUENCES: "konsekvenser",
    SectionKind.LEGAL: "lovgrundlag",
    SectionKind.HEARING: "høring",
    SectionKind.RECOMMENDATION: "indstilling",
    SectionKind.DECISION: "beslutning",
    SectionKind.MINUTES: "referat",
    SectionKind.EARLIER_DECISIONS: "tidligere",
    SectionKind.COMPETENCE: "kompetence",
    SectionKind.OTHER: "andet",
}
_LIST_NUMBER = re.compile(r"(\d{1,3})[.)]?")
_MARK = re.compile(r"^\s*\d{1,3}[.)]\s+")
_TYPED_BULLET = re.compile(r"\A[-–—•·▪*]\s+")


def agenda_repeats(sources: Sources) -> dict[str, list[Scope]]:
    """The items in reading order; those that stand below none, with the others inside them; and by theme."""
    printed = list(_agenda(sources))
    known = {item.id for item, _ in printed}
    below: dict[str, list[_Printed]] = defaultdict(list)
    for item, scope in printed:
        if item.parent_id in known:
            below[item.parent_id or ""].append((item, scope))
    tops = [(item, _with_those_below(item, scope, below)) for item, scope in printed if item.parent_id not in known]
    return {
        "punkter": [scope for _, scope in printed],
        "hovedpunkter": [scope for _, scope in tops],
        "temaer": list(_themes(sources, tops)),
    }


def papers_of(listed: Sequence[Attachment]) -> list[Scope]:
    return [
        Scope({"bilag.titel": items.attachment_line(one), "bilag.nummer": one.number_text}, record=one.id)
        for one in listed
    ]


_Printed = tuple[AgendaItem, Scope]


def _agenda(sources: Sources) -> Iterator[_Printed]:
    themes = {one.id: one for one in sources.records.all(Theme)}
    known = {item.id for item in sources.agenda}
    theme_id: str | None = None
    for item in sources.agenda:
        is_below = item.parent_id in known
        begun = themes.get(item.theme_id or "") if item.theme_id != theme_id and not is_below else None
        theme_id = theme_id if is_below else item.theme_id
        yield item, _item(sources, item, begun, is_below)


def _with_those_below(item: AgendaItem, scope: Scope, below: Mapping[str, Sequence[_Printed]]) -> Scope:
    inside = [_with_those_below(one, own, below) for one, own in below.get(item.id, ())]
    return replace(scope, repeats={**scope.repeats, "underpunkter": inside})


def _themes(sources: Sources, tops: Sequence[_Printed]) -> Iterator[Scope]:
    """Items that follow each other under one theme, or under none."""
    themes = {one.id: one for one in sources.records.all(Theme)}
    for theme_id, members in groupby(tops, key=lambda one: one[0].theme_id):
        listed = [scope for _, scope in members]
        theme = themes.get(theme_id or "")
        fields: dict[str, Value] = {
            "tema.linje": items.theme_line(theme) if theme else None,
            "tema.titel": theme.title if theme else None,
        }
        yield Scope(fields, {"punkter": list(_read_on(listed)), "hovedpunkter": listed}, theme.id if theme else "")


def _read_on(listed: Sequence[Scope]) -> Iterator[Scope]:
    """Each followed by those inside it, which are then not printed inside once more."""
    for scope in listed:
        yield replace(scope, repeats={**scope.repeats, "underpunkter": []})
        yield from _read_on(scope.repeats["underpunkter"])


def _item(sources: Sources, item: AgendaItem, theme: Theme | None, is_below: bool) -> Scope:
    heading = sources.heading(item)
    papers = sources.papers.get(item.id, ())
    lists = {"bilagsliste": _listed(papers), "bilagsnumre": _numbered(papers)}
    sections = [_section(sources, item, one, is_below, lists) for one in _printed_sections(sources, item)]
    printed = [(kind, scope) for kind, scope in sections if scope is not None]
    presenters = [items.presenter_line(one) for one in item.presenters]
    says_nothing = all(is_blank(one.blocks) for one in sources.records.text(item.id).sections)
    tells_people = item is sources.attendance_item and says_nothing
    fields: dict[str, Value] = {
        "punkt.overskrift": None if is_below else heading,
        "punkt.underoverskrift": heading if is_below else None,
        "punkt.forløb": of_item(sources, item),
        "punkt.nummer": sources.numbers.get(item.id),
        "punkt.titel": items.item_title(item),
        "punkt.sagsnr": item.case_no,
        "punkt.doknr": item.doc_no,
        "punkt.adgang": items.access_words(item),
        "punkt.behandling": items.treatment_words(item),
        "punkt.tidsramme": items.time_set_aside(item),
        "punkt.tema": items.theme_line(theme) if theme else None,
        "punkt.oplægsholdere": "\n".join(presenters),
        "punkt.deltagere": attendance_run(sources) if tells_people else None,
        "punkt.fraværende": sources.absence_line(item),
        "punkt.fremmøde": presence_run(sources, item),
        **{f"punkt.{name}": listed for name, listed in lists.items()},
    }
    repeats = {
        "oplægsholdere": [
            Scope({"oplægsholder.tekst": items.presenter_line(one), "oplægsholder.navn": one.name})
            for one in item.presenters
        ],
        "grupper": groups(sources) if tells_people else [],
        "fraværende": persons(sources.absent(item), sources),
        "afsnit": [scope for _, scope in printed],
        "bilag": papers_of(papers),
        **outcome_repeats(sources, item),
    }
    return Scope(fields | _by_kind(printed), repeats, item.id)


def _by_kind(printed: Sequence[tuple[SectionKind, Scope]]) -> dict[str, Value]:
    """The sections that can be asked for by kind, with their headings."""
    found: dict[str, Value] = {}
    for kind, scope in printed:
        if name := SECTION_FIELDS.get(kind):
            found[f"punkt.{name}"] = scope.fields["afsnit.tekst"]
            own = (scope.fields[f"afsnit.{label}"] for label in ("overskrift", "underoverskrift", "etiket"))
            found[f"punkt.{name}.overskrift"] = next((label for label in own if label), None)
    return found


def _printed_sections(sources: Sources, item: AgendaItem) -> Sequence[Section]:
    """The item's sections, and one for its papers and for presence where it has none for them."""
    sections = sources.records.text(item.id).sections
    if sources.papers.get(item.id) and not any(section.kind is SectionKind.ATTACHMENTS for section in sections):
        sections = placed(sections, new_section(sources.style, SectionKind.ATTACHMENTS), sources.style)
    return with_presence(sources, item, sections)


def _section(
    sources: Sources, item: AgendaItem, section: Section, is_below: bool, lists: Mapping[str, Blocks]
) -> tuple[SectionKind, Scope | None]:
    """The values of one section; None where it has nothing to print. `lists` are those of the item's papers."""
    blocks = _text_of(sources, item, section)
    listed = sources.papers.get(item.id, ()) if section.kind is SectionKind.ATTACHMENTS and is_blank(blocks) else ()
    if is_blank(blocks) and not listed:
        return section.kind, None
    decided = next((one for one in sources.decisions.get(item.id, ()) if one.section_id == section.id), None)
    label = items.section_label(section, sources.meeting, sources.board, sources.style, decided)
    on_line = blocks[:1] if section.inline else ()
    fields: dict[str, Value] = {
        "afsnit.overskrift": None if section.inline or is_below else label,
        "afsnit.underoverskrift": label if is_below and not section.inline else None,
        "afsnit.etiket": label if section.inline else None,
        "afsnit.linje": on_line,
        "afsnit.tekst": blocks[len(on_line) :],
        **{f"afsnit.{name}": papers if listed else () for name, papers in lists.items()},
    }
    if name := SECTION_FIELDS.get(section.kind):
        fields[f"afsnit.{name}"] = fields["afsnit.tekst"]
    form = sources.style.form(section.kind)
    set_in = (form.style if form else None) or ""
    return section.kind, Scope(fields, {"bilag": papers_of(listed)}, section.id, set_in)


def _listed(listed: Sequence[Attachment]) -> Blocks:
    """A bullet each; papers that are printed with the numbers of a list are numbered."""
    if any(_LIST_NUMBER.fullmatch(one.number_text or "") for one in listed):
        return _numbered(listed)
    return tuple(_entry(one, items.attachment_line(one), BlockKind.BULLET) for one in listed)


def _numbered(listed: Sequence[Attachment]) -> Blocks:
    """Papers counted from 1 by the list itself; those with other numbers keep them as they stand."""
    numbers = [
        match[1] if (match := _LIST_NUMBER.fullmatch(one.number_text or "")) else one.number_text for one in listed
    ]
    if any(number is not None and number != str(place) for place, number in enumerate(numbers, 1)):
        return tuple(_entry(one, items.attachment_line(one), BlockKind.PARAGRAPH) for one in listed)
    return tuple(_entry(one, _MARK.sub("", one.raw or one.title, count=1), BlockKind.NUMBERED) for one in listed)


def _entry(paper: Attachment, words: str, kind: BlockKind) -> Block:
    """The list has its own sign, so one that was typed in front goes."""
    return Block(id=paper.id, kind=kind, runs=plain_runs(_TYPED_BULLET.sub("", words)))


def _text_of(sources: Sources, item: AgendaItem, section: Section) -> Blocks:
    blocks = section.blocks
    if section.kind is SectionKind.ABSENTEES and is_blank(blocks):
        return _line(sources.absence_line(item))
    if section.kind is SectionKind.RECOMMENDATION and _only_leads_in(blocks, sources):
        return ()
    before, after = around_minutes(sources, item, section)
    return (*before, *(() if (before or after) and is_blank(blocks) else blocks), *after)


def _line(words: str) -> Blocks:
    return (Block(id="", runs=plain_runs(words)),) if words else ()


def _only_leads_in(blocks: Blocks, sources: Sources) -> bool:
    """Whether a recommendation holds nothing but the opening that stands ready for its points."""
    opening = filled(sources.style.lead_in or "", board=sources.board.name)
    said = [block.text.strip() for block in blocks if block.table is not None or block.text.strip()]
    return bool(opening) and said == [opening]
