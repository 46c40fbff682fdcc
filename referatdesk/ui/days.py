"""Days as the window shows them, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale

from referatdesk.i18n.catalogue import language_in_use


def short_day_words(date: str | None) -> str:
    """An ISO day in few signs: "4. feb. 2027"; one that is no whole day as `day_words` has it."""
    day = QDate.fromString(date or "", "yyyy-MM-dd")
    return QLocale(language_in_use()).toString(day, "d. MMM yyyy") if day.isValid() else day_words(date)


def day_words(date: str | None) -> str:
    """An ISO date as people read it: "fre. 4. februar 2027"; one without a year, or without a day, keeps the rest."""
    if not date:
        return ""
    locale = QLocale(language_in_use())
    if date.startswith("--"):
        day = QDate.fromString(f"2000{date[1:]}", "yyyy-MM-dd")
        return locale.toString(day, "d. MMMM") if day.isValid() else date
    month = QDate.fromString(date, "yyyy-MM")
    if month.isValid():
        return locale.toString(month, "MMMM yyyy")
    day = QDate.fromString(date, "yyyy-MM-dd")
    return locale.toString(day, "ddd d. MMMM yyyy") if day.isValid() else date
