"""Forms of the text that has the caret."""

from __future__ import annotations

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.records import style_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.wording.clock import at_time
from referatdesk.ui.clock import now_text
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.richtext.editor import RichTextEdit


class TextCommands(Commands):
    def bold(self) -> None:
        self._with(RichTextEdit.toggle_bold)

    def italic(self) -> None:
        self._with(RichTextEdit.toggle_italic)

    def underline(self) -> None:
        self._with(RichTextEdit.toggle_underline)

    def is_bold(self) -> bool:
        editor = self.view.editor_in_focus()
        return editor is not None and editor.is_bold()

    def is_italic(self) -> bool:
        editor = self.view.editor_in_focus()
        return editor is not None and editor.is_italic()

    def is_underline(self) -> bool:
        editor = self.view.editor_in_focus()
        return editor is not None and editor.is_underline()

    def link(self) -> None:
        editor = self.view.editor_in_focus()
        if editor is not None:
            self.desk.ask.text(_("Address of the link (empty removes it)"), lambda address: self._link(editor, address))

    def _link(self, editor: RichTextEdit, address: str) -> None:
        editor.setFocus()
        editor.set_link(address.strip() or None)

    def bullets(self) -> None:
        self._list(BlockKind.BULLET)

    def numbers(self) -> None:
        self._list(BlockKind.NUMBERED)

    def letters(self) -> None:
        self._list(BlockKind.LETTERED)

    def _list(self, kind: BlockKind) -> None:
        self._with(lambda editor: editor.make_list(kind))

    def indent(self) -> None:
        self._with(RichTextEdit.indent)

    def outdent(self) -> None:
        self._with(RichTextEdit.outdent)

    def subheading(self) -> None:
        self._with(lambda editor: editor.set_subheading(None if editor.is_subheading() else 0))

    def quote(self) -> None:
        self._with(RichTextEdit.set_quote)

    def table(self) -> None:
        self._with(lambda editor: editor.insert_table(3, 3))

    def time(self) -> None:
        """As the house writes it, with a blank behind it to write on."""
        meeting = self.workspace.meeting
        if meeting is not None:
            stamp = at_time(now_text(), style_of(self.workspace, meeting)) + " "
            self._with(lambda editor: editor.insert_text(stamp))

    def _with(self, act: object) -> None:
        editor = self.view.editor_in_focus()
        if editor is not None and callable(act):
            act(editor)
