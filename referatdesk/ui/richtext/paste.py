"""One way in for everything that is pasted or dropped: the clipboard's content to blocks."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from referatdesk.domain.richtext import Blocks, is_blank
from referatdesk.ui.richtext.plain_reader import blocks_from_plain

LONGEST = 5_000_000
MOST_TAGS = 150_000
"""What is read of HTML, in characters and tags: some hundred pages. More is taken as plain text."""


def can_paste(source: QMimeData) -> bool:
    """Whether there are words in it. Files dropped on the text are not: they belong to the window."""
    if any(url.isLocalFile() for url in source.urls()):
        return False
    return source.hasHtml() or source.hasText()


def blocks_from_mime(source: QMimeData) -> Blocks:
    """What is on the clipboard, cleaned; nothing if it holds no words."""
    if not can_paste(source):
        return ()
    html = source.html() if source.hasHtml() else ""
    if len(html) <= LONGEST and html.count("<") <= MOST_TAGS:
        from referatdesk.ui.richtext.html_reader import blocks_from_html  # noqa: PLC0415 - the first paint does not wait

        blocks = blocks_from_html(html)
        if not is_blank(blocks):
            return blocks
    return plain_from_mime(source)


def plain_from_mime(source: QMimeData) -> Blocks:
    """The words alone, for pasting without form."""
    return blocks_from_plain(source.text()) if can_paste(source) and source.text() else ()
