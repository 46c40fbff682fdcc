"""The sentences for what a user can do something about: what happened, that nothing is lost, and what to do.

The window and the command line tell the same errors, so their words stand here, by the codes that services raise.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from referatdesk.i18n.catalogue import _, later
from referatdesk.i18n.protection import PROTECTION

_ARCHIVE: dict[str, str] = {
    "archive.missing": later(
        "The archive is not where it was.\nNothing is changed. It may lie on a disk or a drive that is not connected: "
        "connect it and try again, or open the archive from its new place."
    ),
    "archive.unplugged": later(
        "The drive that the archive lies on is not connected.\nNothing is changed. Connect the drive or the network, "
        "and try again."
    ),
    "archive.exists": later(
        "There is already a file of that name.\nIt is left as it is. Choose another name, or open it instead."
    ),
    "archive.foreign": later(
        "This file is not an archive of Referatdesk.\nIt is left as it is. Archives end in .referatdesk."
    ),
    "archive.newer": later(
        "This archive was made by a newer version of Referatdesk.\nIt is left as it is. Update Referatdesk to open it."
    ),
    "archive.damaged": later(
        "The archive is damaged.\nThe file is left as it is. Repair it: the newest sound copy is looked for, and what "
        "can be read of the file, and you choose. Keep the damaged file."
    ),
    "archive.locked": later(
        "Another program has hold of the archive.\nNothing is changed. It may be a backup or a virus scanner: wait a "
        "moment and try again, or look whether the archive is open elsewhere."
    ),
    "archive.held": later(
        "{user} has the archive open on {machine}, since {since}.\nNothing is changed. To write in it here, it must be "
        "closed there first."
    ),
    "archive.held_here": later(
        "You have the archive open in another window, since {since}.\nNothing is changed. Go on in that window, or "
        "close it first."
    ),
    "archive.read_only": later(
        "The archive cannot be written to.\nNothing is lost. The file or its folder is read-only: open it for reading "
        "only, allow writing, or copy the archive to another folder and open it there."
    ),
    "archive.only_view": later("The archive is open for reading only.\nNothing is changed."),
    "archive.shown_elsewhere": later("The archive is open in another window, which is in front now.\nGo on there."),
    "archive.replaced": later(
        "Another file lies in the place of the archive.\nNothing is written into it. What you wrote is kept in the "
        "window: save a copy elsewhere."
    ),
    "archive.no_permission": later(
        "You may not open or write in that place.\nNothing is changed. Choose another folder, or ask whoever looks "
        "after the computer."
    ),
    "archive.full": later(
        "The disk is full.\nWhat you wrote is kept in the window. Make room on the disk, and it is saved by itself."
    ),
    "archive.io": later(
        "The disk did not answer.\nWhat you wrote is kept in the window, and saving is tried again. Check that the "
        "drive is connected."
    ),
    "archive.unsaved": later(
        "The last of what you wrote is not on the disk yet.\nThe window stays open so that nothing is lost. Make room "
        "on the disk or connect the drive, and try again."
    ),
    "move.left": later(
        "The old file could not be touched.\nThe archive is moved and open in its new place. Take “{path}” away "
        "yourself, so that nobody opens the old one."
    ),
    "archive.rejected": later(
        "The archive did not take the last change.\nWhat was saved before is untouched, and the change is kept in a "
        "file beside the archive. Copy what you wrote last, and open the archive anew."
    ),
}

_BACKUPS: dict[str, str] = {
    "backup.missing": later("There is no copy of that name.\nNothing is changed. See which copies there are."),
    "backup.failed": later(
        "No proven copy of the archive could be made.\nNothing is changed. Make room on the disk, or look whether the "
        "folder of copies can be written to, and try again."
    ),
    "backup.no_folder": later(
        "The folder of copies does not answer.\nNothing is changed. Look whether its disk is connected."
    ),
    "backup.no_second": later(
        "Nothing can be written in that place.\nNothing is changed. Choose another folder, or connect the drive again."
    ),
    "backup.flawed": later(
        "Not everything in the file holds together.\nThe file is left as it is. Put an earlier copy in its place, or "
        "recover what can be read."
    ),
}

_READING: dict[str, str] = {
    "reading.missing": later("The file is not there any more.\nNothing is changed. Choose it again."),
    "reading.unreadable": later(
        "The file cannot be read.\nNothing is changed. Open it in the program it comes from, save it anew as .docx, "
        "and try again."
    ),
    "reading.empty": later("The file is empty.\nNothing is changed."),
    "reading.no_text": later("There is no text in the file.\nNothing is changed. Look whether it is the right file."),
    "reading.scanned": later(
        "The pages of the file are pictures: it is scanned, and there is no text in it.\nNothing is changed. Ask for "
        "the document itself, or have the text recognised by another program first."
    ),
    "reading.too_large": later(
        "The file is too large to be minutes.\nNothing is changed. Divide it, or save it without its pictures, and try "
        "again."
    ),
    "reading.protected": later(
        "The file is protected by a password.\nNothing is changed. Save it without a password and try again."
    ),
    "reading.broken": later(
        "The file is damaged.\nNothing is changed. Open it in Word, which can mend some damage, save it anew, and try "
        "again."
    ),
    "reading.unsafe": later(
        "The file is put together in a way that could do harm, and was not opened.\nNothing is changed. Ask whoever "
        "sent it, or copy the text into a new document."
    ),
    "reading.mislabelled": later(
        "The file is of another kind than its name says.\nNothing is changed. Save it anew as .docx in the program it "
        "comes from, and try again."
    ),
    "reading.not_word": later(
        "There is no text document in the file.\nNothing is changed. Word, LibreOffice, PDF and plain text can be read."
    ),
    "reading.needs_office": later(
        "Old Word files (.doc) and .rtf are read with the help of LibreOffice, which is not on this computer.\nNothing "
        "is changed. Save the file as .docx and try again, or have LibreOffice installed."
    ),
    "reading.too_slow": later(
        "Reading the file took too long and was stopped.\nNothing is changed. Divide the file, or save it anew as "
        ".docx, and try again."
    ),
    "reading.too_hungry": later(
        "Reading the file took too much memory and was stopped.\nNothing is changed. Divide the file, or save it "
        "without its pictures, and try again."
    ),
    "reading.crashed": later(
        "Reading the file failed.\nNothing is changed. Save the file anew as .docx and try again."
    ),
    "reading.altered": later("The file was changed while it was being read.\nNothing is changed. Read it once more."),
    "reading.mistake": later(
        "Something in Referatdesk went wrong with this file.\nNothing of it is in the archive, and the others are read "
        "all the same. Save it anew as .docx and try again, or take its minutes down by hand."
    ),
    "reading.cancelled": later("Reading was stopped.\nNothing is changed."),
}

_FILES: dict[str, str] = {
    "file.unreadable": later("The file cannot be opened.\nNothing is changed. Look at its name and its place."),
    "file.altered": later(
        "The kept file is no longer as it was when it was read in.\nThe meeting itself is untouched. Look for the file "
        "where it came from."
    ),
    "template.missing": later(
        "The Word template is not there.\nYour minutes are safe. Choose another template, or put the file back."
    ),
    "template.broken": later(
        "The Word template cannot be used.\nYour minutes are safe. Choose another template, or mend this one in Word."
    ),
    "template.not_word": later(
        "A template is a Word file that ends in .docx or .dotx.\nNothing is changed. Save it as such in Word, and try "
        "again."
    ),
    "template.no_tokens": later(
        "There is nothing typed in the template to be made into fields.\nNothing is changed. Write for example "
        "[[punkt.titel]] where the title of an item belongs."
    ),
    "preview.needs_office": later(
        "The pages can only be shown with the help of LibreOffice, which is not on this computer.\nOpen the filled "
        "Word file instead."
    ),
    "preview.failed": later(
        "The pages could not be made.\nNothing is changed. Open the filled Word file instead, or try again."
    ),
    "target.exists": later("There is already a file of that name.\nIt is left as it is. Choose another name."),
    "target.changed": later(
        "The file was changed after it was exported.\nIt is left as it is, with all that was written in it. Choose "
        "another name, or say that it may be replaced."
    ),
    "target.in_use": later(
        "The file is open in another program.\nYour minutes are safe. Close it there, in Word for example, and export "
        "again."
    ),
    "target.full": later("The disk is full.\nYour minutes are safe. Make room, or export to another disk."),
    "target.denied": later("You may not write there.\nYour minutes are safe. Choose another folder."),
    "target.no_folder": later("The folder is not there.\nYour minutes are safe. Choose another folder."),
    "target.is_folder": later("There is a folder of that name.\nYour minutes are safe. Choose another name."),
    "target.bad_name": later(
        "The file cannot have that name.\nYour minutes are safe. Choose a name of letters, digits and blanks."
    ),
    "target.too_long": later(
        "The name of the file with all its folders is too long.\nYour minutes are safe. Choose a shorter name, or a "
        "folder nearer to the top."
    ),
    "target.read_only": later(
        "Nothing can be written there: the place is read-only.\nYour minutes are safe. Choose another folder."
    ),
    "target.unreachable": later(
        "The place does not answer: it may be a drive or a network that is not connected.\nYour minutes are safe. "
        "Connect it and export again, or choose a folder on this computer."
    ),
    "target.failed": later(
        "The file could not be written.\nYour minutes are safe. Try again, or choose another folder."
    ),
}

_OUTPUTS: dict[str, str] = {
    "public.closed_text": later(
        "Something of closed item {item} stands in the finished file, {where}.\nNothing is written. Look whether the "
        "template holds it, or a text that is open, take it out there, and export again."
    ),
    "public.withheld_text": later(
        "Something that only the members may read stands in the finished file, {where}.\nNothing is written. Look "
        "whether the template holds it, or a text that is open, take it out there, and export again."
    ),
    "public.cpr": later(
        "A number that looks like a personal number (CPR) stands in the finished file, {where}.\nNothing is written. "
        "Look whether the template holds it, take it out there, and export again."
    ),
    "public.mail": later(
        "A private mail address stands in the finished file, {where}.\nNothing is written. Look whether the template "
        "holds it, take it out there, or say at the board that it may be published, and export again."
    ),
    "public.telephone": later(
        "A private telephone number stands in the finished file, {where}.\nNothing is written. Look whether the "
        "template holds it, take it out there, or say at the board that it may be published, and export again."
    ),
    "export.stopped": later("The export was stopped.\nNothing is written, and your minutes are safe."),
    "pdf.no_program": later(
        "There is neither Word nor LibreOffice on this computer to make the PDF.\nYour minutes are safe. Export to "
        "Word, open the file on a computer with Word, and choose “Save as” and “PDF” there, with “Document structure "
        "tags for accessibility” and “Create bookmarks using headings” chosen under “Options”."
    ),
    "pdf.too_slow": later(
        "Making the PDF took too long and was stopped.\nYour minutes are safe. Try again, or export to Word and save "
        "as PDF there."
    ),
    "pdf.failed": later(
        "The PDF could not be made.\nYour minutes are safe. Try again, or export to Word and save as PDF there."
    ),
}

_PLACES: dict[str, str] = {
    "text": later("in its text"),
    "margin": later("at the top or the foot of its pages"),
    "note": later("in a note"),
    "comment": later("in a comment"),
    "property": later("in its properties"),
    "picture": later("in what a picture tells beside itself"),
    "hidden": later("where Word does not show it"),
}

_CHECKING: dict[str, str] = {
    "check.not_word": later("The file is no Word file.\nNothing is changed. Files that end in .docx can be checked."),
    "check.too_large": later("The file is too large to be checked.\nNothing is changed. Divide it, and try again."),
    "check.active": later(
        "The file holds macros and was not opened.\nNothing is changed. Save it as .docx in Word and try again."
    ),
    "check.damaged": later(
        "The file is damaged, or locked by a password.\nNothing is changed. Open it in Word, save it anew as .docx, "
        "and try again."
    ),
}

_LOADED: dict[str, str] = {
    "load.too_large": later("The file is larger than any meeting saved by Referatdesk.\nNothing is changed."),
    "load.not_json": later("This is not a meeting saved by Referatdesk.\nNothing is changed."),
    "load.unknown_format": later(
        "This meeting was saved by another version of Referatdesk.\nNothing is changed. Update it and try again."
    ),
    "load.invalid": later(
        "Something in the saved meeting does not fit.\nNothing is changed. Save it anew and try again."
    ),
    "load.incomplete": later(
        "A part of the saved meeting is missing.\nNothing is changed. Save it anew and try again."
    ),
    "load.meeting_exists": later("The meeting is in this archive already.\nIt is left as it is."),
    "load.differs": later(
        "The board, its style or a person is another one in this archive.\nNothing is changed, and the meeting was not "
        "loaded."
    ),
}

_REST: dict[str, str] = {
    "export.kind_unsaid": later(
        "The meeting has closed items ({count}), and it was not said who the document is for.\nNothing is written. Say "
        "--kind offentliggørelse for a document without them, or --kind fuldt for all of it."
    ),
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
    "item.into_itself": later("“{title}” cannot be moved into itself.\nNothing is changed."),
    "undo.outdated": later(
        "This step cannot be taken back: what it changed has been changed again since.\nNothing is changed."
    ),
}

ERRORS: dict[str, str] = {
    **_ARCHIVE,
    **_BACKUPS,
    **_READING,
    **_FILES,
    **_OUTPUTS,
    **_CHECKING,
    **_LOADED,
    **_REST,
    **PROTECTION,
}

_ANY_ERROR = later("That could not be done.\nNothing is lost. Try again.")


def error_words(code: str, data: Mapping[str, object]) -> str:
    """A sentence of what happened; after a line end, what it means and what to do."""
    return _(ERRORS.get(code, _ANY_ERROR)).format_map(_Shown(data))


class _Shown(dict[str, object]):
    """Paths by their names, moments by day and clock; what an error did not carry stays out of the sentence."""

    def __getitem__(self, name: str) -> object:
        value = super().get(name, "")
        if name == "where":
            return _(_PLACES.get(str(value), _PLACES["text"]))
        if isinstance(value, datetime):
            return _("{value:%d.%m.%Y} at {value:%H.%M}").format(value=value)
        return value.name if isinstance(value, Path) else value
