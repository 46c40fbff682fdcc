"""The sentences for boards, meetings and items that cannot be changed as was asked."""

from __future__ import annotations

from referatdesk.i18n.catalogue import later

RECORDS: dict[str, str] = {
    "change.outdated": later(
        "It was changed somewhere else in the meantime.\nNothing is lost. Look at what it says now, and try again."
    ),
    "meeting.missing": later("The meeting is not in the archive any more.\nNothing else is changed."),
    "board.has_meetings": later(
        "{board} has meetings and cannot be removed.\nNothing is changed. Remove its meetings first."
    ),
    "import.no_board": later(
        "The minutes do not say which board they are of.\nNothing is changed. Write the board's name at the top, and "
        "read them in again."
    ),
    "item.minutes": later(
        "“{typed}” is not a number of minutes.\nNothing is changed. Write a figure, 15 for instance."
    ),
    "item.join_closed": later(
        "“{title}” cannot be treated together with an item that is not closed as it is: they would be one text.\n"
        "Nothing is changed. Treat them one after the other, or close both first."
    ),
    "item.one_text": later(
        "“{title}” is treated together with another item, so both of them are closed or none is.\n"
        "Nothing is changed. Take them apart first, by “Treated together” in the menu Course."
    ),
    "item.into_itself": later("“{title}” cannot be moved into itself.\nNothing is changed."),
    "snippet.short": later(
        "“{short}” cannot be the short name of a phrase.\n"
        "Write letters and figures without a space, “god” for instance."
    ),
    "snippet.taken": later("Another phrase has the short name “{short}”.\nNothing is changed. Choose another one."),
    "undo.outdated": later(
        "This step cannot be taken back: what it changed has been changed again since.\nNothing is changed."
    ),
}
