"""The sentences for templates, for the files that are written, and for what must not stand in them."""

from __future__ import annotations

from referatdesk.i18n.catalogue import later

EXPORTING: dict[str, str] = {
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
    "export.kind_unsaid": later(
        "The meeting has closed items ({count}), and it was not said who the document is for.\nNothing is written. Say "
        "--kind offentliggørelse for a document without them, or --kind fuldt for all of it."
    ),
}
