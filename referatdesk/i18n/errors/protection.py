"""The sentences for what can go wrong with a protected archive and its phrase."""

from __future__ import annotations

from referatdesk.i18n.catalogue import later

PROTECTION: dict[str, str] = {
    "archive.needs_phrase": later(
        "The archive is protected, and its key is not on this computer.\nNothing is changed. Open it with the twelve "
        "words of its recovery phrase."
    ),
    "archive.wrong_phrase": later(
        "This phrase does not open the archive.\nNothing is changed. Look whether it is the phrase of this archive. If "
        "it is, the beginning of the file may be damaged: its copies can be opened with the same phrase."
    ),
    "archive.not_made": later("No archive was made.\nNothing is changed."),
    "phrase.word": later(
        "Word {number}, “{word}”, is none of the words that phrases are made of.\nNothing is changed. Look at that "
        "word: the first four letters of it must be right."
    ),
    "phrase.count": later(
        "A recovery phrase has {wanted} words; here are {count}.\nNothing is changed. Look whether one is missing, or "
        "written twice."
    ),
    "phrase.mismatch": later(
        "The words do not belong together.\nNothing is changed. Each is a known word, but one of them is another than "
        "the one that was written down, or two have changed places."
    ),
    "protection.already": later(
        "The archive is protected already.\nNothing is changed. To give it a new phrase, say so with --new-phrase."
    ),
    "protection.copies": later(
        "The archive has its new phrase, but not all of its copies could be given it.\nThe archive itself is complete. "
        "Look in the folder of copies beside it, and give it a new phrase again once the disk answers."
    ),
    "protection.second_place": later(
        "The archive is protected, but the second place for copies is not there.\nCopies on it may still be read by "
        "anybody. Connect it, and give the archive a new phrase, or delete the old copies on it."
    ),
    "protection.failed": later(
        "The archive did not get the new phrase.\nNothing is lost: it opens as before. The words that you wrote down "
        "open nothing; throw them away. Make room on the disk, or look whether the drive is connected, and try again."
    ),
    "escrow.unreadable": later(
        "This file is no certificate.\nNothing is written. Ask for the certificate as a .cer, .crt or .pem file."
    ),
    "escrow.kind": later(
        "Nothing can be encrypted to this certificate.\nNothing is written. Ask for one with an RSA key, which is made "
        "for encryption."
    ),
    "escrow.private": later(
        "There is a private key in this file, which nobody should hand out.\nNothing is written. Ask for the "
        "certificate alone."
    ),
}
