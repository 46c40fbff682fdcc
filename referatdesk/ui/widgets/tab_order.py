"""The order in which Tab goes through widgets that come and go: the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops there once the page is shown; a part that hands the focus on to the whole does not count."""
    stops = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(stops) and widget.focusProxy() is None and not _put_away(widget)


def _put_away(widget: QWidget) -> bool:
    """Hidden on purpose; what is only not shown yet counts as hidden for Qt too."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def put_in_order(widgets: Iterable[QWidget]) -> None:
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def read_in_order(split: QSplitter) -> None:
    """A splitter puts each new part below those before it, so that a screen reader would meet the last one first."""
    places = range(split.count())
    for part in (*(split.widget(place) for place in places), *(split.handle(place) for place in places)):
        if part is not None:
            part.raise_()
