"""How a house style prints, shown on an invented meeting; and the forms to choose from, each shown as it prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.codes import AttendanceForm, AttendanceStatus, PointsForm, PresenceForm, VoteForm
from referatdesk.domain.meetings import AgendaItem, Attendance, Meeting
from referatdesk.services.wording.head import day, time, title
from referatdesk.services.wording.items import item_heading
from referatdesk.services.wording.people import absence_line, attendance_run
from referatdesk.ui.widgets.pick_field import Choices
from referatdesk.ui.words.codes import word

_MEETING = Meeting(id="sample", board_id="sample", date="2027-02-04", start_planned="13:00", end_planned="15:30")
_ITEM = AgendaItem(id="sample", meeting_id="sample", title="Velkomst")
_ABSENTEE = Attendance(
    id="sample",
    meeting_id="sample",
    name="Sanne Brix",
    title="Udvalgsmedlem",
    organisation="Egeby Kommune",
    status=AttendanceStatus.ABSENT_NOTIFIED,
)

FORMS: dict[str, tuple[Any, ...]] = {
    "title_pattern": ("{board} {date}", "REFERAT {board} d. {date}", "Referat – {board}, {date}", "Referat: {board}"),
    "title_date_pattern": ("d. MMMM y", "dd-MM-y", "dd.MM.y", "d/M y"),
    "header_date_pattern": (
        "EEEE 'den' d. MMMM y",
        "EEEE 'd.' d. MMMM y",
        "EEEE d. MMMM y",
        "d. MMMM y",
        "dd-MM-y",
        "dd.MM.y",
    ),
    "label_date_pattern": ("dd-MM-y", "d. MMMM y", "dd.MM.y", "d/M y"),
    "time_pattern": ("HH.mm", "HH:mm", "H.mm", "'kl.' HH.mm"),
    "range_dash": (" – ", "-", " til "),
    "item_heading": ("{number}. {title}", "Punkt {number}: {title}", "{number}) {title}", "{number} – {title}"),
    "attendance_form": tuple(AttendanceForm),
    "absence_suffix": ("(afbud)", "(Fravær)", "– afbud", "(fraværende)"),
    "absence_pattern": ("{name}, {organisation}", "{name} ({organisation})", "{name}"),
    "presence_forms": tuple(forms for count in (1, 2, 3) for forms in combinations(PresenceForm, count)),
    "points_form": tuple(PointsForm),
    "vote_form": tuple(VoteForm),
}
"""The forms that houses use; a style's own form stands among them even when it is none of these."""


def _label_date(style: HouseStyle, board: Board) -> str:
    return title(_MEETING, board, replace(style, title_pattern="{date}", title_date_pattern=style.label_date_pattern))


_PRINTED: dict[str, Callable[[HouseStyle, Board], str]] = {
    "title_pattern": lambda style, board: title(_MEETING, board, style),
    "title_date_pattern": lambda style, board: title(_MEETING, board, style),
    "header_date_pattern": lambda style, _board: day(_MEETING, style),
    "label_date_pattern": _label_date,
    "time_pattern": lambda style, _board: time(_MEETING, style),
    "range_dash": lambda style, _board: time(_MEETING, style),
    "item_heading": lambda style, _board: item_heading(_ITEM, "1", style),
    "attendance_form": lambda style, _board: word(style.attendance_form),
    "absence_suffix": lambda style, _board: attendance_run([_ABSENTEE], style),
    "absence_pattern": lambda style, _board: absence_line([_ABSENTEE], style),
    "presence_forms": lambda style, _board: " + ".join(map(word, style.presence_forms)),
    "points_form": lambda style, _board: word(style.points_form),
    "vote_form": lambda style, _board: word(style.vote_form),
}


def choices(field: str, style: HouseStyle, board: Board) -> Choices:
    """The forms of a field, each as this style would print with it."""
    own = getattr(style, field)
    forms = FORMS[field] if own in FORMS[field] else (own, *FORMS[field])
    return [(_PRINTED[field](replace(style, **{field: form}), board), form) for form in forms]
