"""The sheet: what Fusion and the palette cannot say. It speaks of properties, and of controls within dressed windows.

Words that a widget may be marked with:
- `tone`: muted, accent, good, warn, bad: the colour of a label's words;
- `type`: small, strong, title, display: the size and weight of its letters;
- `look` of a frame: panel, card, well, rule, toast (with a tone); of a button: primary, quiet, danger; of a list:
  boxed, or offered below a line in a window of its own;
- `wrong`: a field whose content is not understood.
"""

from __future__ import annotations

from string import Template

from msgspec.structs import asdict

from referatdesk.config.places import resource
from referatdesk.config.settings import Theme
from referatdesk.ui.theme.values import RADIUS, Colours, TypeScale

_TYPE = Template("""
*[type="small"] { font-size: ${small}pt; }
*[type="strong"] { font-weight: 600; }
*[type="title"] { font-size: ${title}pt; font-weight: 600; }
*[type="display"] { font-size: ${display}pt; font-weight: 600; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
""")

_GROUNDS = Template("""
QFrame[look="panel"] { background: $panel; border: 1px solid $line; border-radius: ${r_panel}px; }
QFrame[look="card"] { background: $panel; border: 1px solid $line; border-radius: ${r_card}px; }
QFrame[look="well"] { background: $raised; border: none; border-radius: ${r_card}px; }
QFrame[look="toast"] { background: $panel; border: 1px solid $edge; border-left: 4px solid $accent;
    border-radius: ${r_card}px; }
QFrame[look="toast"][tone="good"] { border-left-color: $good; }
QFrame[look="toast"][tone="warn"] { border-left-color: $warn; }
QFrame[look="toast"][tone="bad"] { border-left-color: $bad; }
QFrame[look="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QDialog[dressed="true"] { background: $panel; }
[dressed="true"] QScrollArea, [dressed="true"] QScrollArea > QWidget > QWidget[look="page"] {
    background: transparent; border: none; }
[dressed="true"] QScrollArea[look="pages"] { border: 2px solid transparent; border-radius: ${r_card}px; }
[dressed="true"] QScrollArea[look="pages"]:focus { border-color: $focus; }
[dressed="true"] QSplitter::handle { background: transparent; }
[dressed="true"] QSplitter::handle:hover { background: $selection; }
[dressed="true"] QStatusBar { background: $window; border-top: 1px solid $line; }
[dressed="true"] QStatusBar::item { border: none; }
[dressed="true"] QToolBar { background: $window; border: none; padding: 4px 8px; spacing: 4px; }
[dressed="true"] QToolBar::separator { background: $line; width: 1px; margin: 4px 6px; }
""")

_BUTTONS = Template("""
[dressed="true"] QPushButton { background: $panel; color: $text; border: 1px solid $edge;
    border-radius: ${r_control}px; padding: 5px 14px; min-height: 20px; }
[dressed="true"] QPushButton:hover { background: $raised; }
[dressed="true"] QPushButton:pressed { background: $hover; }
[dressed="true"] QPushButton:focus { border: 2px solid $focus; padding: 4px 13px; }
[dressed="true"] QPushButton:disabled { color: $disabled; border-color: $line; background: $raised; }
[dressed="true"] QPushButton[look="primary"] { background: $accent; color: $accent_text; border-color: $accent; }
[dressed="true"] QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
[dressed="true"] QPushButton[look="primary"]:focus { border: 3px solid $text; padding: 3px 12px; }
[dressed="true"] QPushButton[look="primary"]:disabled { background: $hover; color: $disabled; border-color: $hover; }
[dressed="true"] QPushButton[look="danger"] { color: $bad; border-color: $bad; }
[dressed="true"] QPushButton[look="danger"]:hover { background: $bad_soft; }
[dressed="true"] QPushButton[look="quiet"] { background: transparent; border-color: transparent; padding: 5px 10px; }
[dressed="true"] QPushButton[look="quiet"]:hover { background: $hover; }
[dressed="true"] QPushButton[look="quiet"]:focus { border: 2px solid $focus; padding: 4px 9px; }
[dressed="true"] QPushButton[look="quiet"]:disabled { background: transparent; border-color: transparent; }
[dressed="true"] QToolButton { background: transparent; border: 2px solid transparent;
    border-radius: ${r_control}px; padding: 3px; color: $text; }
[dressed="true"] QToolButton:hover { background: $hover; }
[dressed="true"] QToolButton:pressed { background: $line; }
[dressed="true"] QToolButton:checked { background: $selection; }
[dressed="true"] QToolButton:focus { border-color: $focus; }
[dressed="true"] QToolButton:disabled { color: $disabled; background: transparent; }
[dressed="true"] QToolButton::menu-indicator { image: none; }
[dressed="true"] QCheckBox, [dressed="true"] QRadioButton { spacing: 8px; padding: 3px 4px;
    border: 2px solid transparent; border-radius: ${r_control}px; }
[dressed="true"] QCheckBox:focus, [dressed="true"] QRadioButton:focus { border-color: $focus; }
[dressed="true"] QCheckBox:disabled, [dressed="true"] QRadioButton:disabled { color: $disabled; }
[dressed="true"] QCheckBox::indicator, [dressed="true"] QAbstractItemView::indicator { width: 16px; height: 16px;
    border: 1px solid $edge; border-radius: 4px; background: $field; }
[dressed="true"] QCheckBox::indicator:checked, [dressed="true"] QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$controls/check.svg"); }
[dressed="true"] QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $edge;
    border-radius: 8px; background: $field; }
[dressed="true"] QRadioButton::indicator:checked { background: $field; border: 5px solid $accent;
    width: 8px; height: 8px; border-radius: 9px; }
""")

_FIELDS = Template("""
[dressed="true"] QLineEdit, [dressed="true"] QAbstractSpinBox, [dressed="true"] QComboBox,
[dressed="true"] QPlainTextEdit { background: $field; color: $text; placeholder-text-color: $muted;
    border: 1px solid $edge; border-radius: ${r_control}px; padding: 4px 8px; min-height: 20px;
    selection-background-color: $marked; selection-color: $marked_text; }
[dressed="true"] QLineEdit:focus, [dressed="true"] QAbstractSpinBox:focus, [dressed="true"] QComboBox:focus,
[dressed="true"] QPlainTextEdit:focus { border: 2px solid $focus; padding: 3px 7px; }
[dressed="true"] QTextEdit { background: $field; color: $text; placeholder-text-color: $muted; border: 1px solid $line;
    border-radius: ${r_control}px; padding: 3px; font-size: ${reading}pt;
    selection-background-color: $marked; selection-color: $marked_text; }
[dressed="true"] QTextEdit:focus { border: 2px solid $focus; padding: 2px; }
[dressed="true"] QLineEdit:disabled, [dressed="true"] QAbstractSpinBox:disabled,
[dressed="true"] QComboBox:disabled { color: $disabled; border-color: $line; background: $raised; }
[dressed="true"] QLineEdit[readOnly="true"] { background: $raised; border-color: $line; }
[dressed="true"] QLineEdit[wrong="true"] { border: 2px solid $bad; padding: 3px 7px; }
[dressed="true"] QAbstractSpinBox QLineEdit, [dressed="true"] QComboBox QLineEdit,
[dressed="true"] QAbstractItemView QLineEdit { border: none; padding: 0; min-height: 0; background: $field; }
[dressed="true"] QComboBox { padding-right: 26px; combobox-popup: 0; }
[dressed="true"] QComboBox::drop-down { border: none; width: 24px; subcontrol-position: center right; }
[dressed="true"] QComboBox::down-arrow { image: url("$controls/down.svg"); width: 14px; height: 14px; }
[dressed="true"] QAbstractSpinBox::up-button { border: none; width: 22px; subcontrol-position: top right; }
[dressed="true"] QAbstractSpinBox::down-button { border: none; width: 22px; subcontrol-position: bottom right; }
[dressed="true"] QAbstractSpinBox::up-arrow { image: url("$controls/up.svg"); width: 11px; height: 11px; }
[dressed="true"] QAbstractSpinBox::down-arrow { image: url("$controls/down.svg"); width: 11px; height: 11px; }
[dressed="true"] QSlider { min-height: 24px; border: 2px solid transparent; border-radius: ${r_control}px; }
[dressed="true"] QSlider:focus { border-color: $focus; }
[dressed="true"] QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; margin: 0 6px; }
[dressed="true"] QSlider::sub-page:horizontal { height: 4px; background: $accent; border-radius: 2px; margin: 0 6px; }
[dressed="true"] QSlider::handle:horizontal { width: 16px; height: 16px; margin: -6px -6px; border-radius: 8px;
    background: $accent; }
[dressed="true"] QProgressBar { background: $hover; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }
[dressed="true"] QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")

_LISTS = Template("""
[dressed="true"] QTableView, [dressed="true"] QComboBox QAbstractItemView, [dressed="true"] QListView[look="boxed"] {
    background: $panel; color: $text; border: 1px solid $line; border-radius: ${r_card}px;
    selection-background-color: $selection; selection-color: $text; outline: none; gridline-color: $line; }
[dressed="true"] QTableView:focus, [dressed="true"] QListView[look="boxed"]:focus { border-color: $focus; }
[dressed="true"] QComboBox QAbstractItemView { border-radius: 0; padding: 0; }
[dressed="true"] QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; }
[dressed="true"] QComboBox QAbstractItemView::item:selected { background: $selection; color: $text;
    border-left: 3px solid $accent; }
[dressed="true"] QTableView { padding: 1px; }
[dressed="true"] QTableView::item { padding: 0 6px; border: 1px solid transparent; border-bottom: 1px solid $line; }
[dressed="true"] QTableView::item:selected { background: $selection; color: $text; }
[dressed="true"] QTableView::item:focus { border: 2px solid $focus; border-radius: 4px; padding: 0 5px; }
[dressed="true"] QListView[look="boxed"]::item { padding: 6px 8px; color: $text; }
[dressed="true"] QListView[look="boxed"]::item:hover { background: $raised; }
[dressed="true"] QListView[look="boxed"]::item:selected { background: $selection; border-left: 3px solid $accent; }
QListView[look="offered"] { background: $panel; color: $text; border: 1px solid $edge; outline: none; }
QListView[look="offered"]::item { padding: 6px 8px; color: $text; border-left: 3px solid transparent; }
QListView[look="offered"]::item:hover { background: $raised; }
QListView[look="offered"]::item:selected { background: $selection; color: $text; border-left: 3px solid $accent; }
[dressed="true"] QListView[look="plain"] { background: transparent; border: none; outline: none; }
[dressed="true"] QHeaderView { background: transparent; border: none; }
[dressed="true"] QHeaderView::section { background: $raised; color: $muted; border: none;
    border-bottom: 1px solid $line; padding: 5px 8px; font-size: ${small}pt; }
[dressed="true"] QTableCornerButton::section { background: $raised; border: none; }
[dressed="true"] QCalendarWidget QWidget#qt_calendar_navigationbar { background: $panel; }
[dressed="true"] QCalendarWidget QToolButton { font-weight: 600; padding: 4px 8px; }
[dressed="true"] QCalendarWidget QTableView { border: none; font-size: ${small}pt; }
[dressed="true"] QCalendarWidget QTableView::item { border: none; padding: 0; }
[dressed="true"] QCalendarWidget QTableView::item:selected { background: $accent; color: $accent_text; }
[dressed="true"] QTabWidget::pane { border: none; border-top: 1px solid $line; }
[dressed="true"] QTabBar { qproperty-drawBase: 0; }
[dressed="true"] QTabBar::tab { background: transparent; color: $muted; padding: 8px 14px; border: none;
    border-bottom: 3px solid transparent; }
[dressed="true"] QTabBar::tab:hover { color: $text; background: $raised; }
[dressed="true"] QTabBar::tab:selected { color: $text; border-bottom: 3px solid $accent; }
[dressed="true"] QTabBar::tab:selected:focus { background: $selection; border: 2px solid $focus;
    border-bottom: 3px solid $focus; border-radius: 4px; padding: 6px 12px 8px 12px; }
[dressed="true"] QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
[dressed="true"] QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
[dressed="true"] QScrollBar::handle { background: $edge; border-radius: 3px; min-height: 28px; min-width: 28px; }
[dressed="true"] QScrollBar::handle:hover { background: $muted; }
[dressed="true"] QScrollBar::add-line, [dressed="true"] QScrollBar::sub-line { width: 0; height: 0; }
[dressed="true"] QScrollBar::add-page, [dressed="true"] QScrollBar::sub-page { background: transparent; }
""")

_MENUS = Template("""
[dressed="true"] QMenuBar { background: $window; padding: 2px 6px; }
[dressed="true"] QMenuBar::item { padding: 5px 10px; border-radius: ${r_control}px; background: transparent; }
[dressed="true"] QMenuBar::item:selected, [dressed="true"] QMenuBar::item:pressed { background: $hover; }
[dressed="true"] QMenu { background: $panel; border: 1px solid $line; padding: 5px; }
[dressed="true"] QMenu::item { padding: 4px 26px 4px 10px; border-radius: ${r_control}px;
    border: 1px solid transparent; }
[dressed="true"] QMenu::item:selected { background: $selection; color: $text; border-color: $focus; }
[dressed="true"] QMenu::item:disabled { color: $disabled; }
[dressed="true"] QMenu::icon { padding-left: 6px; }
[dressed="true"] QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px; }
""")


def sheet_of(name: Theme, colours: Colours, sizes: TypeScale) -> str:
    words = {
        **{name: colour.name() for name, colour in asdict(colours).items()},
        **{size: f"{points:g}" for size, points in asdict(sizes).items()},
        **{f"r_{kind}": str(pixels) for kind, pixels in asdict(RADIUS).items()},
        "controls": resource("icons", "controls", name.value).as_posix(),
    }
    parts = (_TYPE, _GROUNDS, _BUTTONS, _FIELDS, _LISTS, _MENUS)
    return "".join(part.substitute(words) for part in parts)
