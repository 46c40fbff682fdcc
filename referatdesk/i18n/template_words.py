"""The sentences for what is wrong with a template, where, and what to do; and for what it lacks.

The window and the command line tell them alike.
"""

from __future__ import annotations

from typing import Protocol

from referatdesk.i18n.catalogue import _, later

_WHAT: dict[str, str] = {
    "field.unknown": later("No field is called “{field}”."),
    "field.outside_repeat": later("The field “{field}” stands outside the repeat that it belongs to."),
    "field.misplaced": later("The field “{field}” goes round a whole row of a table; it belongs in a cell."),
    "field.none": later("There is no field in the template, so every file would be the same."),
    "style.missing": later("The template has no style called “{field}”."),
    "part.unsupported": later("The template holds something that must never reach a finished file: {field}."),
    "file.unreadable": later("The file is damaged, protected or put together in a way that could do harm."),
    "file.not_word": later("The file is not a Word document."),
    "file.too_large": later("The file is too large for a template."),
    "token.brackets": later("“{field}” has the wrong brackets: a field stands between two square ones on each side."),
    "token.nested": later("A field stands inside another: “{field}”."),
    "token.not_field": later("“{field}” is a repeat, and does not stand alone."),
    "token.not_repeat": later("“{field}” is a field, and cannot be repeated."),
    "token.unclosed": later("“{field}” begins, and nothing says where it ends."),
    "token.unopened": later("“{field}” ends something that was not begun."),
    "token.crossed": later("“{field}” begins in one place and ends in another that does not match."),
    "token.empty": later("There is nothing between “{field}” and its end."),
    "token.not_alone": later("“{field}” goes round whole paragraphs, but stands in the middle of a text."),
    "token.unreachable": later("“{field}” stands in a footnote or an endnote, where nothing is filled in."),
}
_ADVICE: dict[str, str] = {
    "field.outside_repeat": later("Move it in between [[gentag {suggestion}]] and [[slut {suggestion}]]."),
    "token.not_field": later("Write [[{suggestion}]] where it begins, and its end where it ends."),
    "token.not_repeat": later("Perhaps “{suggestion}” is what should be repeated?"),
    "token.unclosed": later("Write {suggestion} where it ends."),
    "token.crossed": later("Put {suggestion} in the same text, cell or table as its beginning."),
    "token.not_alone": later("Put it, and {suggestion}, each in a paragraph of its own."),
    "token.unopened": later("Did you mean {suggestion}?"),
    "token.brackets": later("Write {suggestion}."),
}
_NEAREST = later("Did you mean “{suggestion}”?")
_PLAIN_ADVICE: dict[str, str] = {
    "field.unknown": later("Look it up in the list of fields."),
    "field.misplaced": later("Put it into the cell."),
    "field.none": later("Insert fields, or write them as text: [[punkt.titel]]."),
    "style.missing": later("Make it in Word, under the style's English name."),
    "part.unsupported": later("Save the file as .docx without macros, embedded objects and links to other files."),
    "file.unreadable": later("Open it in Word, save it anew as .docx, and try again."),
    "file.not_word": later("Save it as .docx or .dotx."),
    "file.too_large": later("Make its pictures smaller."),
    "token.brackets": later("Write it as [[punkt.titel]]."),
    "token.nested": later("Take one of them away."),
    "token.empty": later("Write between them what is to be repeated or kept."),
    "token.unopened": later("Take it away, or write the beginning."),
    "token.unreachable": later("Move it into the text."),
}
_PLACE = later("Near: “{nearby}”")

MISSING: dict[str, str] = {
    "board": later("the name of the board"),
    "date": later("the date of the meeting"),
    "people": later("who was there"),
    "items": later("the titles of the items"),
    "texts": later("the texts of the items"),
    "papers": later("the attachments"),
    "absentees": later("who was absent"),
}


class _Finding(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def nearby(self) -> str: ...
    @property
    def suggestion(self) -> str: ...


FINDINGS = _WHAT


def template_finding_words(finding: _Finding) -> tuple[str, str, str]:
    """What is wrong, what to do, and the text beside the place ("" where there is none)."""
    data = {"field": _typed(finding.field), "nearby": finding.nearby, "suggestion": _typed(finding.suggestion)}
    what = _(_WHAT.get(finding.code, "{field}: " + finding.code)).format_map(data)
    return what, _advice(finding.code, data), _(_PLACE).format_map(data) if finding.nearby else ""


def _typed(name: str) -> str:
    """A name as it is typed in a token: "hvis punkt.sagsnr"."""
    return f"hvis {name.removeprefix('hvis.')}" if name.startswith("hvis.") else name


def _advice(code: str, data: dict[str, str]) -> str:
    if data["suggestion"]:
        return _(_ADVICE.get(code, _NEAREST)).format_map(data)
    return _(_PLAIN_ADVICE[code]) if code in _PLAIN_ADVICE else ""
