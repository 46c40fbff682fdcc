"""Phrases and names taken with a key or two while one types; nothing but an abbreviation is ever taken unasked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from referatdesk.domain.boards import Person
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.records import Records, board_of, style_of
from referatdesk.domain.writing import Snippet
from referatdesk.i18n.catalogue import _
from referatdesk.services.wording.clock import figures
from referatdesk.services.writing import snippets
from referatdesk.services.writing.snippets import TextKind
from referatdesk.ui.clock import now_text
from referatdesk.ui.desk import Desk
from referatdesk.ui.richtext.characters import qt_length
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.writing.pick_list import Choice, Habits, PickList
from referatdesk.ui.writing.placeholders import Placeholders

MOST_NAMES = 4
MOST_PHRASES = 8
LEAST_LETTERS = 3
LOOKS_BACK = 48
"""Letters before the caret that are looked at: no short name and no word of a name is longer."""

_ASKED = re.compile(r"(?:^|(?<=[\s(»“\"/]));([^\W_]+)$")
_NAME = re.compile(r"(?<![\w-])[A-ZÆØÅÄÖÉ][\w'-]{2,}$")
_LAST_WORD = re.compile(r"[^\W_]+$")
_ABBREVIATION = re.compile(r"(?<![\w.-])(?<!\d[ \u00a0])[^\W\d_]+(?= $)")
"""Behind a figure it is a measure: "250 ml"."""


class Names:
    """People's names by the letters that each part of them begins with, so that a key costs no search."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._ends: dict[str, list[str]] = {}
        for name in dict.fromkeys(" ".join(name.split()) for name in names):
            words = name.split(" ")
            for place, word in enumerate(words):
                if len(word) >= LEAST_LETTERS:
                    self._ends.setdefault(word[:LEAST_LETTERS].casefold(), []).append(" ".join(words[place:]))

    def ending(self, begun: str) -> list[str]:
        """What a word that was begun may become: the rest of a name from that word on."""
        ends = self._ends.get(begun[:LEAST_LETTERS].casefold(), ())
        fitting = (end for end in dict.fromkeys(ends) if end.casefold().startswith(begun.casefold()) and end != begun)
        return list(fitting)[:MOST_NAMES]


class Completer(QObject):
    """`kind` tells which kind of text an editor holds."""

    def __init__(self, desk: Desk, picks: PickList, kind: Callable[[RichTextEdit], TextKind], parent: QObject) -> None:
        super().__init__(parent)
        self._kind = kind
        self._desk = desk
        self._picks = picks
        self._names = Names()
        self._abbreviations: dict[str, str] = {}
        self.placeholders = Placeholders(self)
        self._watched: RichTextEdit | None = None
        self._is_dismissed = False
        picks.dismissed.connect(self._dismiss)

    def adopt(self, editor: RichTextEdit) -> None:
        editor.typed.connect(lambda sign: self._typed(editor, sign))

    def learn_from(self, records: Records) -> None:
        """The names and abbreviations of the archive as they are now, those of the meeting's people first."""
        here = (person.name for person in records.all(Attendance))
        self._names = Names([*here, *(person.full_name for person in records.all(Person))])
        self._abbreviations = snippets.abbreviations_of(records, self._board_id())

    def _board_id(self) -> str | None:
        workspace = self._desk.workspace
        return board_of(workspace, workspace.meeting).id if workspace.meeting is not None else None

    def phrases(self, editor: RichTextEdit) -> list[Snippet]:
        return snippets.phrases_of(self._desk.workspace, self._board_id(), self._kind(editor))

    # While one types

    def _typed(self, editor: RichTextEdit, sign: str) -> None:
        if not sign.isalnum():
            self._is_dismissed = False
        if sign == " ":
            self._write_out(editor)
        elif self._watched is None and sign.isalnum() and not self._is_dismissed:
            self._offer(editor)

    def _dismiss(self) -> None:
        """What was sent away comes back with the next word, not with the next letter."""
        self._is_dismissed = True

    def _offer(self, editor: RichTextEdit) -> None:
        before = _before_caret(editor)
        word = before[before.rfind(" ") + 1 :]
        if ";" not in word and word.islower():
            self._picks.close_list()  # nearly every key of a text
        elif asked := _ASKED.search(before):
            fitting = snippets.matching(self.phrases(editor), asked[1])
            choices = [
                _choice(one, partial(self._expand, editor, one, len(asked[0]))) for one in fitting[:MOST_PHRASES]
            ]
            self._open(editor, _("Phrases"), choices, Habits(closes_on_typing=False))
        elif found := _NAME.search(before):
            choices = [
                Choice(name, partial(self._take, editor, len(found[0]), name)) for name in self._names.ending(found[0])
            ]
            self._open(editor, _("Names"), choices, Habits(arrows=False, enter=False, closes_on_typing=False))
        else:
            self._picks.close_list()

    def _take(self, editor: RichTextEdit, begun: int, name: str) -> None:
        _replace(editor, begun, name)
        announce(editor, name)

    def _open(self, editor: RichTextEdit, name: str, choices: Sequence[Choice], habits: Habits) -> None:
        if not choices:
            self._picks.close_list()
            return
        shown = self._picks.choices()
        self._picks.open_at(editor, name, choices, habits)
        if shown[:1] != [choices[0].words]:
            announce(editor, choices[0].words)
        if self._watched is None:
            self._watched = editor
            editor.cursorPositionChanged.connect(self._reconsider)
            self._picks.closed.connect(self._unwatch)

    def _reconsider(self) -> None:
        if self._watched is not None:
            self._offer(self._watched)

    def _unwatch(self) -> None:
        if self._watched is not None:
            self._watched.cursorPositionChanged.disconnect(self._reconsider)
            self._picks.closed.disconnect(self._unwatch)
            self._watched = None

    def _write_out(self, editor: RichTextEdit) -> None:
        """A phrase by its exact name or an abbreviation before the space just typed; one undo leaves what was typed."""
        before = _before_caret(editor)
        asked = _ASKED.search(before[:-1])
        phrase = snippets.named(self.phrases(editor), asked[1]) if asked else None
        if phrase is not None and asked is not None:
            self._picks.close_list()
            self._expand(editor, phrase, len(asked[0]) + 1, behind=" ")
            return
        found = _ABBREVIATION.search(before)
        text = snippets.expanded(found[0], self._abbreviations) if found else None
        if text is not None and found is not None:
            _replace(editor, len(found[0]) + 1, text + " ")

    # By a key of their own

    def show_all(self, editor: RichTextEdit) -> None:
        """Every phrase, narrowed by what is typed; the first nine by their figure."""
        phrases = self.phrases(editor)

        def narrowed(letters: str) -> list[Choice]:
            fitting = snippets.matching(phrases, letters) if letters else phrases
            return [
                _choice(one, partial(self._expand, editor, one, 0), str(place) if place <= 9 else "")
                for place, one in enumerate(fitting, 1)
            ]

        self._picks.close_list()
        self._picks.open_at(editor, _("Phrases"), narrowed(""), Habits(filtered=narrowed))
        announce(editor, _("Phrases: type to narrow, a figure or Enter takes one"))

    def expand_word(self, editor: RichTextEdit) -> bool:
        """Puts in the phrase whose short name stands before the caret; False where there is none."""
        found = _LAST_WORD.search(_before_caret(editor))
        if found is None:
            return False
        phrase = snippets.named(self.phrases(editor), found[0])
        if phrase is not None:
            has_sign = _before_caret(editor)[: -len(found[0])].endswith(";")
            self._expand(editor, phrase, len(found[0]) + has_sign)
            return True
        text = snippets.expanded(found[0], self._abbreviations)
        if text is not None:
            _replace(editor, len(found[0]), text)
        return text is not None

    def insert(self, editor: RichTextEdit, phrase: Snippet) -> None:
        """The phrase at the caret, with the first place to fill in marked."""
        self._expand(editor, phrase, 0)

    def _expand(self, editor: RichTextEdit, phrase: Snippet, replaced: int, behind: str = "") -> None:
        text = snippets.filled(phrase.text, self._known(phrase))
        start, end = _replace(editor, replaced, text + behind)
        announce(editor, text)
        self.placeholders.begin(editor, start, end)

    def _known(self, phrase: Snippet) -> dict[str, str]:
        """What nobody needs to fill in."""
        records, meeting = self._desk.workspace, self._desk.workspace.meeting
        if meeting is None:
            return {}
        known = {"råd": board_of(records, meeting).name}
        if "{tid}" in phrase.text:
            known["tid"] = figures(now_text(), style_of(records, meeting))
        return known


def _choice(phrase: Snippet, act: Callable[[], None], key: str = "") -> Choice:
    """What is to be filled in is three dots, which are the full stop too."""
    words = snippets.PLACEHOLDER.sub("…", phrase.text).replace("….", "…")
    return Choice(words, act, key, f";{phrase.short}")


def _before_caret(editor: RichTextEdit) -> str:
    cursor = editor.textCursor()
    if cursor.hasSelection():
        return ""
    block = cursor.block()
    text, place = block.text(), cursor.position() - block.position()
    # Qt counts some signs as two; a little more than wanted does no harm.
    if len(text) != block.length() - 1:
        text = text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "replace")
        return text[-LOOKS_BACK:]
    return text[max(place - LOOKS_BACK, 0) : place]


def _replace(editor: RichTextEdit, before: int, text: str) -> tuple[int, int]:
    """Puts the text in place of so many letters before the caret, as one step; from where to where it stands."""
    cursor = editor.textCursor()
    start = cursor.selectionStart() - before
    if before:
        cursor.setPosition(start)
        cursor.setPosition(start + before, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
    editor.insert_text(text)
    return start, start + qt_length(text)
