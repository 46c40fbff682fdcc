"""The sentences for what keeps a Word file from being read by everybody; the window and the command line tell the same.

Each says what it is and, after a line end, what to do in Word.
"""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.i18n.catalogue import _, later

_FILE: dict[str, str] = {
    "title.missing": later("The file has no title.\nWrite one under File, Info, Title."),
    "language.missing": later(
        "The file does not say in which language it is.\nMark all the text and choose Danish under Review, Language."
    ),
    "language.other": later(
        "The file says that its language is {language}.\nMark all the text and choose Danish under Review, Language."
    ),
    "changes.unresolved": later(
        "There are tracked changes: {count}.\nAccept or reject them under Review before the file goes out."
    ),
    "comments.left": later("There are comments beside the text: {count}.\nRemove them before the file goes out."),
}
_HEADINGS: dict[str, str] = {
    "heading.none": later(
        "There is no heading in the whole text.\nGive the headings the styles Heading 1, Heading 2 and so on."
    ),
    "heading.first": later("The first heading is at level {level}.\nBegin with Heading 1."),
    "heading.jump": later(
        "A heading at level {level} follows one at level {before}.\nUse the level next below, so that none is left out."
    ),
    "heading.empty": later("A heading at level {level} has no words.\nRemove it, or write it."),
    "heading.posed": later(
        "“{words}” is bold and looks like a heading, but is none.\nGive it a heading style, or let it be usual text."
    ),
}
_TEXT: dict[str, str] = {
    "paragraph.empty": later(
        "Empty lines make room: {count}.\nRemove them, and set the spacing of the style before or after instead."
    ),
    "list.typed": later(
        "“{words}” begins with a typed “{mark}” and is no real list.\nUse the bullets or numbers of Word."
    ),
    "link.empty": later("A link has no words.\nWrite where it leads, or remove it."),
    "link.says_nothing": later("The link “{words}” does not say where it leads.\nLet its words name the page."),
    "link.address": later("The link shows a long address: {words}\nLet its words name the page instead."),
    "contrast.low": later(
        "The colour {colour} can hardly be seen on {ground}: {ratio} to 1, and 4,5 is the least.\nChoose a darker "
        "colour for the text or a lighter one behind it."
    ),
}
_TABLES: dict[str, str] = {
    "table.no_header": later(
        "A table does not say which row is its heading.\nMark the first row and choose Repeat Header Rows under Layout."
    ),
    "table.merged": later(
        "A table has merged cells: {count}.\nDivide them, so that every cell belongs to one column and one row."
    ),
    "table.nested": later("A table stands inside another.\nMake two tables of it, or one."),
}
_PICTURES: dict[str, str] = {
    "picture.no_alt": later(
        "A picture has no text for those who cannot see it.\nClick it with the right button and choose Edit Alt Text, "
        "or mark it as decoration."
    ),
    "picture.alt_is_file": later(
        "The text of a picture is only the name of a file: {words}\nWrite what can be seen in it."
    ),
    "picture.floating": later(
        "A picture or text box floats beside the text.\nClick it and choose In Line with Text under Layout Options."
    ),
}

FINDINGS: dict[str, str] = {**_FILE, **_HEADINGS, **_TEXT, **_TABLES, **_PICTURES}

_PARTS: dict[str, str] = {
    "header": later("In the header"),
    "footer": later("In the footer"),
    "notes": later("In the notes"),
}


def finding_sentence(code: str, data: Mapping[str, object]) -> tuple[str, str]:
    """What was found, and what to do."""
    shown = {name: _("the paper") if value == "auto" else value for name, value in data.items()}
    found, _end, advice = _(FINDINGS[code]).format_map(shown).partition("\n")
    return found, advice


def place_words(where: str, heading: str, near: str) -> str:
    """Where it was found; empty for what is true of the whole file."""
    said = []
    if where in _PARTS:
        said.append(_(_PARTS[where]))
    if heading:
        said.append(_("Under “{heading}”").format(heading=heading))
    if near and near != heading:
        said.append(_("At “{near}”").format(near=near))
    return " · ".join(said)
