"""An item in words: its heading, its presenters, the labels of its sections, its papers."""

from __future__ import annotations

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.codes import Access, Treatment
from referatdesk.domain.decisions import Attachment, Decision
from referatdesk.domain.meetings import AgendaItem, Meeting, Presenter, Section, Theme
from referatdesk.i18n.dates import format_day
from referatdesk.services.wording.patterns import filled

_ACCESS = {Access.CLOSED: "Lukket punkt", Access.PARTLY: "Delvist lukket punkt"}
_TREATMENTS = {
    Treatment.DECISION: "Til beslutning",
    Treatment.DISCUSSION: "Til drøftelse",
    Treatment.INFORMATION: "Til orientering",
    Treatment.NOTE: "Til efterretning",
}


def item_title(item: AgendaItem) -> str:
    prefix = f"{item.title_prefix}: " if item.title_prefix else ""
    return f"{prefix}{item.title}{':' if item.title_colon else ''}"


def item_heading(item: AgendaItem, number: str | None, style: HouseStyle) -> str:
    """Number and title as the house prints them; the title alone where there is no number."""
    if number is None:
        return item_title(item)
    return filled(style.item_heading, number=number, title=item_title(item))


def theme_line(theme: Theme) -> str:
    return f"{theme.prefix}: {theme.title}" if theme.prefix else theme.title


def presenter_line(presenter: Presenter) -> str:
    return presenter.raw


def attachment_line(paper: Attachment) -> str:
    if paper.raw or not paper.number_text:
        return paper.raw or paper.title
    number = paper.number_text.rstrip(".)")
    return f"{number}. {paper.title}" if number.isdecimal() else f"{paper.number_text}: {paper.title}"


def access_words(item: AgendaItem) -> str:
    return _ACCESS.get(item.access, "")


def treatment_words(item: AgendaItem) -> str:
    return _TREATMENTS.get(item.treatment, "") if item.treatment else ""


def time_set_aside(item: AgendaItem) -> str:
    return f"{item.minutes_planned} min." if item.minutes_planned else ""


def section_label(section: Section, meeting: Meeting, board: Board, style: HouseStyle, decided: Decision | None) -> str:
    """The label with board and date filled in: the decision's own, else the meeting's."""
    if not section.label:
        return ""
    name = (decided.board_name if decided else None) or board.name
    date = (decided.date if decided else None) or meeting.date
    label = section.label
    if date is None:
        label = label.removesuffix("den {date}").removesuffix("{date}").rstrip()
    printed = filled(label, board=name, date=format_day(date, style.label_date_pattern) if date else "")
    return f"{printed}:" if section.colon else printed
