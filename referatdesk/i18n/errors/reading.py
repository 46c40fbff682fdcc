"""The sentences for files that are read: minutes and agendas, files kept with them, meetings saved, files checked."""

from __future__ import annotations

from referatdesk.i18n.catalogue import later

READING: dict[str, str] = {
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
    "file.unreadable": later("The file cannot be opened.\nNothing is changed. Look at its name and its place."),
    "file.altered": later(
        "The kept file is no longer as it was when it was read in.\nThe meeting itself is untouched. Look for the file "
        "where it came from."
    ),
    "check.not_word": later("The file is no Word file.\nNothing is changed. Files that end in .docx can be checked."),
    "check.too_large": later("The file is too large to be checked.\nNothing is changed. Divide it, and try again."),
    "check.active": later(
        "The file holds macros and was not opened.\nNothing is changed. Save it as .docx in Word and try again."
    ),
    "check.damaged": later(
        "The file is damaged, or locked by a password.\nNothing is changed. Open it in Word, save it anew as .docx, "
        "and try again."
    ),
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
