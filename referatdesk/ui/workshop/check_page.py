"""What a template holds, what the minutes would lack, and what is wrong with it and where."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.i18n.template_words import MISSING, Finding, template_finding_words
from referatdesk.services.template import template_check, templates
from referatdesk.services.template.template_check import TemplateReport
from referatdesk.ui.icons import icon
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.widgets.sign import Sign
from referatdesk.ui.workshop.bench import Bench
from referatdesk.ui.workshop.lines import LineRole, LinesView
from referatdesk.ui.workshop.page import Page

SIGN = 20


class CheckPage(Page):
    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        self._sign = Sign(SIGN, self)
        self._words = label("", self, kind="strong")
        self.convert = button(_("Make typed fields real"), self._convert, self, look="primary")
        self.rows = LinesView(_("What the template holds"), self)
        self._model = QStandardItemModel(self)
        self.rows.setModel(self._model)
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        line.addWidget(self.convert)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, SPACE.medium, 0, 0)
        box.addLayout(line)
        box.addWidget(self.rows, 1)
        self.main = self.rows
        bench.chosen.connect(self._show)
        bench.checked.connect(self._show)
        self._show()

    def _show(self) -> None:
        report = self._bench.report
        self._model.clear()
        self.convert.setVisible(report is not None and bool(report.tokens))
        self._sign.setVisible(report is not None)
        if report is None:
            template = self._bench.template
            self._words.setText(
                _("Looking through the template …") if template else _("Choose a template, or add one.")
            )
            return
        has_wrong_tokens = _has_wrong_tokens(report)
        self.convert.setEnabled(not has_wrong_tokens)
        self.convert.setToolTip(_("Mend the faults first") if has_wrong_tokens else "")
        self._say(report)
        for row in _rows(report):
            self._model.appendRow(row)
        self.rows.setCurrentIndex(self._model.index(0, 0))

    def _say(self, report: TemplateReport) -> None:
        sign, tone = ("error", "bad") if report.findings else ("saved", "good")
        self._sign.show_sign(sign, tone)
        words = _summary(report)
        self._words.setText(words)
        if self.isVisible():
            announce(self, words)

    def _convert(self) -> None:
        """A template of the program is changed in a copy; one of the house in its own file."""
        template = self._bench.template
        if template is not None:
            self._bench.desk.attempt(
                lambda: self._bench.list_anew(
                    templates.replace_template(
                        template, template_check.prepared(template_check.content_of(template.path))
                    ).name
                )
            )


def _has_wrong_tokens(report: TemplateReport) -> bool:
    return any(one.code.startswith("token.") or "[[" in one.nearby for one in report.findings)


def _summary(report: TemplateReport) -> str:
    count = len(report.findings)
    if count:
        return ngettext(
            "{count} fault keeps it from being used", "{count} faults keep it from being used", count
        ).format(count=count)
    if report.tokens:
        words = ngettext(
            "It can be used; {count} field is typed as text",
            "It can be used; {count} fields are typed as text",
            report.tokens,
        )
        return words.format(count=report.tokens)
    return _("The template can be used")


def _rows(report: TemplateReport) -> list[QStandardItem]:
    rows = [_fault_row(one, "error", "bad") for one in report.findings]
    rows += [_fault_row(one, "warning", "warn") for one in report.warnings]
    rows += [
        _row(_("The minutes would lack: {what}").format(what=_(MISSING[code])), "", "warning", "warn")
        for code in report.missing
    ]
    if report.lost_sections:
        kinds = ", ".join(report.lost_sections)
        rows.append(_row(_("Sections of these kinds have no place"), kinds, "warning", "warn"))
    for words, names in (
        (_("Fields"), report.fields),
        (_("Repeats"), report.repeats),
        (_("Kept only when filled"), tuple(name.removeprefix("hvis.") for name in report.conditions)),
    ):
        if names:
            rows.append(_row(words, ", ".join(names), "check", "good"))
    return rows


def _fault_row(finding: Finding, sign: str, tone: str) -> QStandardItem:
    what, advice, place = template_finding_words(finding)
    return _row(what, "\n".join(part for part in (place, advice) if part), sign, tone)


def _row(words: str, below: str, sign: str, tone: str) -> QStandardItem:
    row = QStandardItem(icon(sign, tone), words)
    row.setData(below, LineRole.BELOW)
    row.setData(f"{words} {below}", Qt.ItemDataRole.AccessibleTextRole)
    row.setEditable(False)
    return row
