"""All keys on one page."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.actions import MENU_NAMES, of_menu
from referatdesk.ui.theme import dress, mark


class KeysDialog(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        dress(self)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(1, 1)
        row = 0
        for menu, name in MENU_NAMES.items():
            heading = QLabel(_(name).replace("&", ""), page)
            mark(heading, type="strong")
            grid.addWidget(heading, row, 0, 1, 2)
            row += 1
            for spec in of_menu(menu):
                if spec.keys:
                    native = QKeySequence.SequenceFormat.NativeText
                    keys = "  ".join(QKeySequence(key).toString(native) for key in spec.keys)
                    grid.addWidget(QLabel(keys, page), row, 0)
                    grid.addWidget(QLabel(_(spec.text).replace("&", "").rstrip("…"), page), row, 1)
                    row += 1
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(area)
        box.addWidget(buttons)
        self.resize(460, 480)
