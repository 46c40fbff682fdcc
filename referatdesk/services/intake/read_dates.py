"""In which pattern a house prints its days and times, found by printing what was read in every pattern there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from referatdesk.documents.reading.draft import DraftSection
from referatdesk.i18n.dates import format_clock, format_day

_WEEKDAYS = ("", "EEEE 'den' ", "EEEE 'd.' ", "EEEE ", "EEEE, 'den' ", "EEEE, ", "'den' ", "'d.' ")
_DAYS = (
    *("d. MMMM y", "d. MMMM, y", "dd. MMMM y", "d. MMM y", "d.MMMM y", "d MMMM y"),
    *("dd-MM-y", "d-M-y", "dd-MM-yy", "d-M-yy", "dd.MM.y", "d.M.y", "dd.MM.yy", "d.M.yy"),
    *("dd/MM/y", "d/M/y", "dd/MM-y", "d/M-y", "dd/MM-yy", "d/M-yy", "d/M y", "d/M yy", "dd/MM y", "d.M-y", "y-MM-dd"),
)
_DAYS_WITHOUT_YEAR = ("d. MMMM", "dd. MMMM", "d. MMM", "d/M", "dd/MM", "d.M", "dd.MM", "dd-MM", "d-M")
_TIMES = ("HH.mm", "HH:mm", "H.mm", "H:mm")
_DASHES = (" – ", "-", " - ", "–", " til ", " — ", " -", "- ")


def date_patterns(*first: str) -> tuple[str, ...]:
    """Every pattern of a day, the given ones first."""
    every = (*first, *(f"{weekday}{day}" for weekday, day in product(_WEEKDAYS, _DAYS)))
    return tuple(dict.fromkeys(every))


def within_words(patterns: Sequence[str]) -> tuple[str, ...]:
    """Those of a day inside a sentence, where "den" and "d." in front of it are words of the sentence."""
    return tuple(pattern for pattern in patterns if not pattern.startswith("'"))


def printed_day(text: str, day: str | None, patterns: Sequence[str]) -> tuple[str, str] | None:
    """The pattern in which a day is printed in a text, and the words that it prints there; the longest there is."""
    if not text or day is None:
        return None
    best: tuple[str, str] | None = None
    lowered = text.casefold()
    for pattern in _DAYS_WITHOUT_YEAR if day.startswith("--") else patterns:
        printed = format_day(day, pattern).casefold()
        at = lowered.find(printed)
        if at >= 0 and printed != day and (best is None or len(printed) > len(best[1])) and _alone(text, at, printed):
            best = pattern, text[at : at + len(printed)]
    return best


def _alone(text: str, at: int, printed: str) -> bool:
    """No digit goes on before or behind: "2-03-2027" is no day in "12-03-2027"."""
    before, behind = text[at - 1 : at] if at else "", text[at + len(printed) : at + len(printed) + 1]
    return not before.isdigit() and not behind.isdigit()


def printed_range(text: str, start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """The pattern of the times in a text, and what stands between start and end; None for what is not seen."""
    if not text or start is None:
        return None, None
    for pattern, dash in product(_TIMES, _DASHES):
        if end is not None and f"{format_clock(start, pattern)}{dash}{format_clock(end, pattern)}" in text:
            return pattern, dash
    return next((pattern for pattern in _TIMES if format_clock(start, pattern) in text), None), None


def label_pattern(section: DraftSection, patterns: Sequence[str]) -> str:
    """A label with the board and the day that stand in it as names to be filled in."""
    label = section.label or ""
    printed = printed_day(label, section.date, patterns)
    return with_board(label if printed is None else label.replace(printed[1], "{date}"), section.board)


def with_board(text: str, board: str | None) -> str:
    """The text with "{board}" for the board's name, in whatever case that is printed."""
    at = text.casefold().find(board.casefold()) if board else -1
    return text if at < 0 or not board else f"{text[:at]}{{board}}{text[at + len(board) :]}"


def most_met(values: Iterable[str]) -> str | None:
    listed = list(values)
    return max(dict.fromkeys(listed), key=listed.count) if listed else None
