"""The sentences of learning a template from old minutes: what a line was taken for, and what to look at.

The window and the command line tell them alike.
"""

from __future__ import annotations

from typing import Protocol

from referatdesk.i18n.catalogue import _, later

_FINDINGS: dict[str, str] = {
    "head.kept": later(
        "These words stay as they are. Take them away if they belong to the old meeting alone: “{text}”"
    ),
    "margin.kept": later("These words stay at the top or the foot of every page: “{text}”"),
    "field.missing": later("Nothing in the minutes shows where this goes: {text}"),
    "head.removed": later("These words belonged to the old meeting and were taken out: “{text}”"),
    "items.none": later("No items were found, so nothing in the text could be made into fields."),
    "headings.none": later("The items have no headings of their own. They will be printed in bold above the text."),
    "items.table": later("The items are rows of a table. Nothing is known to fill this column with: “{text}”"),
    "text.removed": later("These words belong to no item and were taken out: “{text}”"),
    "words.left": later("Words of the old meeting still stand in the template: “{text}”"),
    "people.more": later("All who were there stand in one place now. This further list was taken out: “{text}”"),
    "section.dropped": later(
        "The pages change form in the middle of the text. All pages now have the form of the first of them."
    ),
    "title.number": later("The title says a number of the old meeting, and is written anew each time: “{text}”"),
    "contents.typed": later("The contents were typed by hand. Now Word makes them of the headings: “{text}”"),
    "agenda": later("This is an agenda. Minutes that are finished teach more: “{text}”"),
}
_MEANINGS: dict[str, str] = {
    "fast": later("Fixed text"),
    "væk": later("Taken out"),
    "indholdsfortegnelse": later("Contents"),
}


class _Finding(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def text(self) -> str: ...


LEARNING_FINDINGS = _FINDINGS


def learning_finding_words(finding: _Finding) -> str:
    return _(_FINDINGS[finding.code]).format(text=finding.text)


def meaning_words(meaning: str, description: str) -> str:
    """What a line became, in words; `description` is that of the field where it is one."""
    return _(_MEANINGS[meaning]) if meaning in _MEANINGS else description or meaning
