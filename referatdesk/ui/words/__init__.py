"""The words of the window for the codes from below: states and kinds, acts, errors, findings and trouble with the disk.

Each table maps a code to an English text; the catalogue has the Danish one. The tests hold every table complete.
"""

from referatdesk.ui.words.acts import change_words
from referatdesk.ui.words.codes import word
from referatdesk.ui.words.errors import error_words, trouble_words
from referatdesk.ui.words.findings import finding_words

__all__ = ["change_words", "error_words", "finding_words", "trouble_words", "word"]
