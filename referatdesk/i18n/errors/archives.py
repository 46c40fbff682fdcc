"""The sentences for what can go wrong with the archive as a file, and with its copies."""

from __future__ import annotations

from referatdesk.i18n.catalogue import later

ARCHIVES: dict[str, str] = {
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
