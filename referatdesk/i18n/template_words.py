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
    "field.nested": later("The field “{field}” stands inside another field and would be lost."),
    "field.no_prefix": later("The content control “{field}” has the name of a field, but is not marked as one."),
    "field.unreachable": later("The field “{field}” stands in a note or a comment, where nothing is filled in."),
    "field.merge": later("The merge field “{field}” is Word's own: it stays in every file as it is."),
    "field.none": later("There is no field in the template, so every file would be the same."),
    "repeat.inside_itself": later("The repeat “{field}” stands inside itself."),
    "repeat.empty": later("The repeat “{field}” holds no field: it would print the same again and again."),
    "repeat.footnote": later("The repeat “{field}” holds a footnote, and a footnote can stand only once."),
    "condition.empty": later("There is nothing inside “{field}”."),
    "control.unsuitable": later(
        "The field “{field}” is a picture, a check box or another control that cannot hold text."
    ),
    "contents.misplaced": later("The table of contents stands where it cannot be written."),
    "contents.second": later("There are several tables of contents: only the first is written anew."),
    "change.tracked": later("The template has tracked changes: in the finished file they are accepted."),
    "token.left": later("“{field}” is still typed text, and would stand so in every file."),
    "style.missing": later("The template has no style called “{field}”."),
    "part.unsupported": later("The template holds something that must never reach a finished file: {field}."),
    "file.unreadable": later("The file is damaged, protected or put together in a way that could do harm."),
    "file.protected": later("The file is locked with a password."),
    "file.old_format": later("The file is in Word's old format (.doc)."),
    "file.strict": later("The file is saved as “Strict Open XML Document”, which cannot be filled in."),
    "file.several_documents": later("The file holds more than one document."),
    "file.not_word": later("The file is not a Word document."),
    "file.no_text": later("There is no text in the file."),
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
    "field.no_prefix": later("Write “{suggestion}” as the tag of the control."),
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
    "field.nested": later("Move it out of the other field."),
    "field.unreachable": later("Move it into the text."),
    "field.merge": later("Put a field of ours in its place if it should be filled in."),
    "repeat.inside_itself": later("Take the inner one away."),
    "repeat.empty": later("Put a field into it, or take the repeat away."),
    "repeat.footnote": later("Move the footnote out of the repeat, or write it as text."),
    "condition.empty": later("Write in it what is to be kept, or take it away."),
    "control.unsuitable": later("Use a plain text control or a rich text control."),
    "contents.misplaced": later("Let it stand alone in the text, outside repeats and without fields of ours in it."),
    "contents.second": later("Take the others away."),
    "change.tracked": later("Accept or reject them in Word."),
    "token.left": later("Make the template ready, so that typed fields become real ones."),
    "field.none": later("Insert fields, or write them as text: [[punkt.titel]]."),
    "style.missing": later("Make it in Word, under the style's English name."),
    "part.unsupported": later("Save the file as .docx without macros, embedded objects and links to other files."),
    "file.unreadable": later("Open it in Word, save it anew as .docx, and try again."),
    "file.protected": later("Open it in Word, take the password away, and save it anew."),
    "file.old_format": later("Open it in Word and save it as .docx or .dotx."),
    "file.strict": later("Open it in Word and save it as “Word Document (.docx)”."),
    "file.several_documents": later("Open it in Word, save it anew as .docx, and try again."),
    "file.not_word": later("Save it as .docx or .dotx."),
    "file.no_text": later("Look whether it is the right file."),
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


class Finding(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def nearby(self) -> str: ...
    @property
    def suggestion(self) -> str: ...


FINDINGS = _WHAT


def template_finding_words(finding: Finding) -> tuple[str, str, str]:
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
