"""All rules over one Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from referatdesk.documents.accessibility import (
    of_file,
    of_headings,
    of_paragraphs,
    of_pictures,
    of_tables,
    of_words,
)
from referatdesk.documents.accessibility.finding import Finding
from referatdesk.documents.accessibility.opened import Opened, opened
from referatdesk.documents.word.package import read_package

Rule = Callable[[Opened], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    of_file.title,
    of_file.language,
    of_headings.none_at_all,
    of_headings.order,
    of_headings.empty,
    of_headings.posed,
    of_paragraphs.empty,
    of_paragraphs.typed_lists,
    of_tables.header_row,
    of_tables.merged,
    of_tables.nested,
    of_pictures.described,
    of_pictures.inline,
    of_words.links,
    of_words.contrast,
    of_file.changes,
    of_file.comments,
)


def check_word_file(content: bytes) -> list[Finding]:
    """What was found, by rule. Raises TemplateError for what is no .docx or .dotx, or is refused by the gate."""
    document = opened(read_package(content))
    return [finding for rule in RULES for finding in rule(document)]
