"""Rewind over the item: a line of time, the text as it was beside what it is now, and ways to bring it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from referatdesk.domain.codes import Outcome, SectionKind
from referatdesk.domain.decisions import Decision, PointOutcome
from referatdesk.domain.meetings import ItemText
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services.archive.events import Applied, MeetingOpened
from referatdesk.services.rewind.past_compared import Part, compared, touched
from referatdesk.services.rewind.rewinding import Version, at, rewinding
from referatdesk.services.word_differences import Fate
from referatdesk.ui.panes.printed import section_words
from referatdesk.ui.rewind.bringing import BringingBack
from referatdesk.ui.rewind.moments import act_words, version_words
from referatdesk.ui.rewind.past_text import PastText
from referatdesk.ui.rewind.time_line import TimeLine
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.widgets.panel import Panel
from referatdesk.ui.words.codes import word

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

SHOWN = (ItemText, Decision, PointOutcome)
SAID = frozenset({SectionKind.MINUTES, SectionKind.DECISION})
REST_MS = 400
"""The past is read again so long after the item was changed."""


class RewindPane(Panel):
    """Covers the item's pane without stopping the meeting; it goes when the work below is taken up again."""

    def __init__(self, window: MainWindow) -> None:
        self._covered = window.view.item
        super().__init__(_("As it was"), self._covered)
        self.setObjectName("rewind")
        self._window = window
        self._desk = window.desk
        self._item_id = ""
        self._versions: Sequence[Version] = ()
        self._written: frozenset[str] = frozenset()
        self._from_decision = self._covered.decision.editor.hasFocus()
        self.time = TimeLine(self)
        self.text = PastText(self)
        self._reading = QTimer(self, singleShot=True, interval=REST_MS)
        self._reading.timeout.connect(self._read)
        self._build()
        self._connect()
        self._covered.installEventFilter(self)
        self._cover()

    def _build(self) -> None:
        self.moment = label("", self, kind="title")
        self.act = label("", self, tone="muted")
        self.legend = QLabel(self)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.moment, 1)
        head.addWidget(button(_("Close (Esc)"), self.leave, self, look="quiet"))
        box = QVBoxLayout()
        box.setSpacing(SPACE.hair)
        box.addLayout(head)
        box.addWidget(self.act)
        box.addLayout(self._line())
        box.addWidget(self.text, 1)
        box.addWidget(self.legend)
        self.back = BringingBack(self._window, self.text, self)
        self.compares = QCheckBox(_("Compare with now"), self)
        self.compares.setChecked(True)
        self.back.add(self.compares)
        box.addWidget(self.back)
        self.set_content(box)

    def _line(self) -> QHBoxLayout:
        self.first = label("", self, tone="muted", kind="small")
        now = label(_("now"), self, tone="muted", kind="small")
        line = QHBoxLayout()
        for widget, share in ((self.first, 0), (self.time, 1), (now, 0)):
            line.addWidget(widget, share)
        for end in (self.first, now):
            end.setWordWrap(False)
        return line

    def _connect(self) -> None:
        self.time.valueChanged.connect(self._show_version)
        self.time.stepped.connect(self.text.step)
        self.time.taken.connect(self.back.bring)
        self.compares.toggled.connect(self._show_version)
        way_out = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave)
        way_out.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._window.view.item_shown.connect(self.show_item)
        self._desk.watch(self, self._heard)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_went)

    # Coming, following and going

    def show_item(self, item_id: str) -> None:
        """Reads the past of an item, aside; the last version but one is shown first: what was just changed."""
        if item_id and item_id != self._item_id:
            self._item_id = item_id
            self._versions = ()
            self.back.forget()
            self.text.show_parts([], compares=False)
            self._say(_("Looking back …"), "")
            self._read()
        elif not item_id:
            self.leave()

    def open(self) -> None:
        self.show()
        self.raise_()
        self.time.setFocus()

    def leave(self) -> None:
        """The keyboard goes back to where it was, unless it is elsewhere by now."""
        focus = QApplication.focusWidget()
        had_keyboard = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self.deleteLater()
        if had_keyboard and self._from_decision:
            self._covered.focus_decision()
        elif had_keyboard:
            self._covered.focus_minutes()

    def _read(self) -> None:
        self._desk.settle()
        if self._desk.workspace.find(ItemText, self._item_id) is None:
            self.leave()
            return
        past = rewinding(self._desk.workspace, self._item_id)
        self._desk.jobs.run(
            _("Looking back …"),
            lambda _progress: past.versions(),
            lambda versions: self._take(past.item_id, versions),
            self._desk.ask.tell_exception,
            self,
            shown=False,
        )

    def _take(self, item_id: str, versions: Sequence[Version]) -> None:
        if item_id != self._item_id:
            return
        here = self._versions[self.time.value()].time if self._versions else None
        self._versions, self._written = versions, touched(versions)
        place = at(versions, here) if here is not None else max(len(versions) - 2, 0)
        self.time.set_versions(versions, place)
        self.first.setText(version_words(versions[0], datetime.now(UTC)).partition(" · ")[0])
        self._show_version()

    def _heard(self, event: object) -> None:
        if isinstance(event, MeetingOpened):
            self.leave()
        elif isinstance(event, Applied) and any(
            isinstance(pair.record, SHOWN) and self._item_id in {pair.record.id, getattr(pair.record, "item_id", "")}
            for pair in event.change.pairs
        ):
            self._reading.start()

    def _focus_went(self, _before: QWidget | None, widget: QWidget | None) -> None:
        """Nobody writes in what cannot be seen."""
        if widget is None or not self.isVisible():
            return
        if self._covered.isAncestorOf(widget) and not self.isAncestorOf(widget):
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._covered and event.type() == QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self._covered.rect())

    # What is shown

    @property
    def version(self) -> Version | None:
        return self._versions[self.time.value()] if self._versions else None

    def _show_version(self) -> None:
        version = self.version
        if version is None:
            return
        parts = self._parts(version)
        compares = self.compares.isChecked() and version is not self._versions[-1]
        self.back.forget()
        self.text.show_parts([(self._label(part), part) for part in parts], compares=compares)
        self._say(self._moment(version), self._made(version))
        self._tell_differences(parts, version)
        self.back.show_version(version, is_now=version is self._versions[-1])

    def _parts(self, version: Version) -> list[Part]:
        """What was written in this item; the papers that it began with are not what one comes back for."""
        found = [part for part in compared(version.text, self._versions[-1].text) if part.lines]
        return [part for part in found if part.section.id in self._written or part.section.kind in SAID]

    def _label(self, part: Part) -> str:
        return section_words(self._desk.workspace, part.section)

    def _moment(self, version: Version) -> str:
        if version is self._versions[-1]:
            return _("As it is now")
        return version_words(version, datetime.now(UTC))

    def _made(self, version: Version) -> str:
        if len(self._versions) == 1:
            return _("This item has no history: it is as it was when it came into the archive.")
        outcome = next((one.outcome for one in version.decisions if one.outcome is not Outcome.UNCLASSIFIED), None)
        facts = [
            _("Version {place} of {count}").format(place=self.time.value() + 1, count=len(self._versions)),
            act_words(version),
            word(outcome) if outcome is not None else "",
        ]
        return " · ".join(fact for fact in facts if fact)

    def _say(self, moment: str, made: str) -> None:
        self.moment.setText(moment)
        self.act.setText(made)
        self.act.setVisible(bool(made))

    def _tell_differences(self, parts: Sequence[Part], version: Version) -> None:
        gone, new = (sum(part.words(fate) for part in parts) for fate in (Fate.GONE, Fate.NEW))
        lost = ngettext("{count} word has gone since", "{count} words have gone since", gone).format(count=gone)
        come = ngettext("{count} word has come since", "{count} words have come since", new).format(count=new)
        compares = self.compares.isChecked() and version is not self._versions[-1]
        struck, lined = _("<s>struck out</s>: {words}"), _("<u>underlined</u>: {words}")
        self.legend.setText(f"{struck.format(words=lost)}  ·  {lined.format(words=come)}" if compares else "")
        self.legend.setVisible(compares)
        spoken = [self.moment.text(), *((lost, come) if compares else ())]
        announce(self.time, ". ".join(spoken))
