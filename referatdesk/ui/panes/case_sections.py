"""The case text of an item: a chip for each section, and the sections that are folded out below them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from referatdesk.domain.codes import SectionKind
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.meetings import ItemText, Section
from referatdesk.domain.records import style_of
from referatdesk.domain.richtext import is_blank, plain_text
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.events import Applied
from referatdesk.ui.desk import Desk
from referatdesk.ui.panes.attachments import AttachmentsBox
from referatdesk.ui.panes.printed import absentees_words, section_words
from referatdesk.ui.panes.section_menu import SectionMenu
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.text_binding import TextBinding
from referatdesk.ui.theme import mark
from referatdesk.ui.widgets.chip_row import ChipRow
from referatdesk.ui.widgets.fold_chip import FoldChip
from referatdesk.ui.widgets.tab_order import takes_tab

EDITOR_LINES = (2, 14)
LEAST_AREA = 78
"""A heading and a line of text."""


class SectionBox(QWidget):
    """One section folded out: its label and its text, or what stands in its place."""

    def __init__(self, desk: Desk, item_id: str, section: Section, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = section.kind
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 8)
        heading = QLabel(label, self)
        mark(heading, type="strong")
        box.addWidget(heading)
        if section.kind is SectionKind.ATTACHMENTS and not section.blocks:
            box.addWidget(AttachmentsBox(desk, item_id, self))
        elif section.kind is SectionKind.ABSENTEES and not section.blocks:
            box.addWidget(self._absentees(desk, item_id))
        else:
            editor = RichTextEdit(self)
            editor.setAccessibleName(label)
            editor.fit_height(*EDITOR_LINES)
            TextBinding(editor, desk).show(item_id, section.id)
            box.addWidget(editor)
            heading.setBuddy(editor)

    def focusable(self) -> list[QWidget]:
        return [widget for widget in self.findChildren(QWidget) if takes_tab(widget)]

    def _absentees(self, desk: Desk, item_id: str) -> QLabel:
        line = QLabel(absentees_words(desk.workspace, item_id) or _("Nobody"), self)
        line.setWordWrap(True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return line


class CaseSections(QWidget):
    """Which sections are open is remembered for each item. `folded` tells that it changed, `regrown` that another width
    made the chips need other lines, `left` that Escape was pressed in one.
    """

    folded = Signal()
    regrown = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item_id = ""
        self._open_at: dict[str, set[SectionKind]] = {}
        self._shown: list[tuple[str, SectionKind, str | None, bool]] = []
        self._chips = ChipRow(self)
        self._is_bare = False
        self._page = QWidget()
        self._page.setProperty("look", "page")
        self._page.installEventFilter(self)
        self._wanted = self._least = 0
        self._boxes = QVBoxLayout(self._page)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._page)
        self.area.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)  # folded, the chips are all of it
        box.addWidget(self._chips)
        box.addWidget(self.area, 1)
        desk.watch(self, self._heard)

    def wanted_height(self) -> int:
        """What the chips and all that is folded out below them need."""
        layout = self.layout()
        chips = 0 if self._chips.isHidden() else self._chips.height_in(self.width())
        if not self.any_open or layout is None:
            return chips
        return chips + max(layout.spacing(), 0) + self._page.sizeHint().height()

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.minimumHeight() != self._least:
            self._least = self.minimumHeight()
            self.regrown.emit()
        return is_done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text that grows by a line gets the line."""
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest and self.any_open:
            wanted = self.wanted_height()
            if wanted != self._wanted:
                self._wanted = wanted
                self.folded.emit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def any_open(self) -> bool:
        return not self.area.isHidden()

    @property
    def _open(self) -> set[SectionKind]:
        return self._open_at.setdefault(self._item_id, set())

    def show_item(self, item_id: str) -> None:
        """Built anew where it is another item, or where a redo brought the item back with its sections."""
        is_other = item_id != self._item_id
        self._item_id = item_id
        if is_other or [_signature(section) for section in self._sections()] != self._shown:
            self._rebuild()

    def set_low(self, is_low: bool, *, bare: bool, kept: bool) -> None:
        """One row of chips, or bare of them. What is folded out is `kept` in sight without the keyboard, or not."""
        self.area.setMinimumHeight(LEAST_AREA if kept else 1)
        self._is_bare = bare
        self._chips.hold_to_a_line(is_low)
        self._chips.setVisible(bool(self._shown) and not bare)
        self.setVisible(not bare or self.any_open)

    def chips(self) -> list[FoldChip]:
        return self._chips.chips()

    def open_first(self) -> None:
        """Folds out the case text, else the first section that says something, and puts the caret into it.

        Where one is open, the caret goes there.
        """
        if not self.any_open and self._shown:
            self._toggle(self._likeliest(), True)
        first = next(iter(self._section_boxes()), None)
        if first is not None:
            self._write_in(first.kind)

    def _likeliest(self) -> SectionKind:
        sections = self._sections()
        written = [section.kind for section in sections if not is_blank(section.blocks)]
        kinds = written or [section.kind for section in sections]
        return SectionKind.CASE_TEXT if SectionKind.CASE_TEXT in kinds else kinds[0]

    def open_section(self, section_id: str) -> None:
        """Folds a section out where it is folded in."""
        kind = next((section.kind for section in self._sections() if section.id == section_id), None)
        if kind is not None and kind not in self._open:
            self._toggle(kind, True)

    def focusable(self) -> list[QWidget]:
        """What Tab goes through, in reading order."""
        return [*self._chips.focusable(), *(widget for box in self._section_boxes() for widget in box.focusable())]

    def _section_boxes(self) -> list[SectionBox]:
        widgets = [item.widget() for place in range(self._boxes.count()) if (item := self._boxes.itemAt(place))]
        return [widget for widget in widgets if isinstance(widget, SectionBox)]

    def _write_in(self, kind: SectionKind, name: str = "") -> bool:
        """Puts the caret into a section, and the section on the screen; False where nothing can be written there."""
        inside = [widget for box in self._section_boxes() if box.kind is kind for widget in box.focusable()]
        target = next((widget for widget in inside if name in ("", widget.accessibleName())), None)
        if target is None:
            return False
        target.setFocus()
        QTimer.singleShot(0, target, lambda: self.area.ensureWidgetVisible(target))
        return True

    def _written_in(self) -> tuple[SectionKind, str] | None:
        """The section that has the keyboard, and the name of the field in it."""
        widget = QApplication.focusWidget()
        found = (box.kind for box in self._section_boxes() if widget is not None and box.isAncestorOf(widget))
        kind = next(found, None)
        return (kind, widget.accessibleName()) if kind is not None and widget is not None else None

    def _rebuild(self) -> None:
        written_in = self._written_in()
        sections = self._sections()
        self._shown = [_signature(section) for section in sections]
        for box in self._section_boxes():
            self._boxes.removeWidget(box)
            _drop(box)
        self._chips.show_chips([self._chip(section) for section in sections])
        opened = [section for section in sections if section.kind in self._open]
        for place, section in enumerate(opened):
            box = SectionBox(self._desk, self._item_id, section, self._label(section), self._page)
            self._boxes.insertWidget(place, box)
            box.show()
        self._chips.setVisible(bool(sections) and not self._is_bare)
        self.area.setVisible(bool(opened))
        self.setVisible(not self._is_bare or bool(opened))
        if written_in is not None:
            self._write_in(*written_in)
        self.folded.emit()

    def _sections(self) -> list[Section]:
        text = self._desk.workspace.find(ItemText, self._item_id) if self._item_id else None
        if text is None:
            return []
        first_of_kind = (next(iter(text.of_kind(kind)), None) for kind in self._kinds_below())
        below = {section.id for section in first_of_kind if section is not None}
        return [section for section in text.sections if section.id not in below]

    def _kinds_below(self) -> set[SectionKind]:
        """Those of which the first section has a pane of its own; another board's decision, say, has none."""
        workspace = self._desk.workspace
        if workspace.meeting is None:
            return set()
        style = style_of(workspace, workspace.meeting)
        return {style.decision_kind, *([SectionKind.MINUTES] if style.has_two_panes else [])}

    def _chip(self, section: Section) -> FoldChip:
        chip = FoldChip(self._label(section).rstrip(":"), self._count(section), self._chips)
        chip.setChecked(section.kind in self._open)
        chip.toggled.connect(partial(self._toggle, section.kind))
        preview = plain_text(section.blocks)
        chip.setToolTip(preview[:400])
        SectionMenu(self._desk, self._item_id, section, chip)
        return chip

    def _label(self, section: Section) -> str:
        return section_words(self._desk.workspace, section)

    def _count(self, section: Section) -> int:
        if section.kind is not SectionKind.ATTACHMENTS:
            return 0
        return sum(paper.item_id == self._item_id for paper in self._desk.workspace.all(Attachment))

    def _toggle(self, kind: SectionKind, opened: bool) -> None:
        self._desk.settle()
        (self._open.add if opened else self._open.discard)(kind)
        self._rebuild()
        if not self._write_in(kind):
            kinds = [shown for _id, shown, *_rest in self._shown]
            self._chips.focus_on(kinds.index(kind))

    def _heard(self, event: object) -> None:
        """New, gone or renamed sections are shown anew; words in them reach their editors by their own bindings."""
        if not isinstance(event, Applied) or not self._item_id:
            return
        for pair in event.change.pairs:
            text_changed = isinstance(pair.record, ItemText) and pair.record.id == self._item_id
            if text_changed and pair.after is not None:
                if [_signature(section) for section in self._sections()] != self._shown:
                    self._rebuild()
            elif isinstance(pair.record, Attachment) and (pair.before is None or pair.after is None):
                self._rebuild()
                return


def _signature(section: Section) -> tuple[str, SectionKind, str | None, bool]:
    ruled = section.kind in {SectionKind.ATTACHMENTS, SectionKind.ABSENTEES}
    return section.id, section.kind, section.label, bool(section.blocks) if ruled else False


def _drop(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
