"""Spelling, phrases, finding and the command line."""

from __future__ import annotations

from referatdesk.domain.records import board_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.writing import snippets
from referatdesk.services.writing.snippets import TextKind
from referatdesk.ui.commands.base import Commands


class WritingCommands(Commands):
    def find(self) -> None:
        self.view.writing.finder().open_bar(replacing=False)

    def replace(self) -> None:
        self.view.writing.finder().open_bar(replacing=True)

    def phrases(self) -> None:
        editor = self.view.editor_in_focus()
        if editor is not None:
            self.view.writing.completer.show_all(editor)

    def expand(self) -> None:
        editor = self.view.editor_in_focus()
        if editor is not None and not self.view.writing.completer.expand_word(editor):
            words = _("No phrase has that short name. {key} lists them all.")
            self.window.toast(words.format(key=self.key_of("writing.phrases")))

    def keep_phrase(self) -> None:
        editor, meeting = self.view.editor_in_focus(), self.workspace.meeting
        text = editor.textCursor().selectedText().strip() if editor is not None else ""
        if meeting is None or not text:
            self.window.toast(_("Select the sentence first."))
            return
        board_id = board_of(self.workspace, meeting).id
        listed = snippets.phrases_of(self.workspace, board_id, TextKind.DECISION)

        def keep(short: str) -> None:
            self.desk.attempt(lambda: self.desk.do(snippets.add_snippet(self.workspace, board_id, text, short)))

        self.desk.ask.text(_("Short name of the phrase"), keep, snippets.proposed_short(text, listed))

    def own_phrases(self) -> None:
        from referatdesk.ui.dialogs.phrases import PhrasesDialog  # noqa: PLC0415 - when first asked for

        PhrasesDialog(self.desk, self.window).open()

    def line(self) -> None:
        self.view.writing.command_line(lambda action_id: self.window.actions_by_id[action_id].trigger()).open_line()

    def next_error(self) -> None:
        self.view.writing.next_error()

    def own_words(self) -> None:
        from referatdesk.ui.dialogs.own_words import OwnWordsDialog  # noqa: PLC0415 - when first asked for

        OwnWordsDialog(self.desk, self.window).open()

    def suggest(self) -> None:
        self.view.writing.suggest()
