"""The pages of the workshop, and the ways to a new template: what is added here is in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from referatdesk.i18n.catalogue import _, later
from referatdesk.services.template import template_learning, templates
from referatdesk.ui.workshop.bench import Bench
from referatdesk.ui.workshop.check_page import CheckPage
from referatdesk.ui.workshop.fields_page import FieldsPage
from referatdesk.ui.workshop.learning import learn_from, learn_from_minutes
from referatdesk.ui.workshop.looks_page import LooksPage
from referatdesk.ui.workshop.preview_page import PreviewPage
from referatdesk.ui.workshop.style_page import HouseStylePage

Make = Callable[[Bench, QWidget], QWidget]


@dataclass(frozen=True, slots=True)
class PageSpec:
    title: str
    make: Make


@dataclass(frozen=True, slots=True)
class Adder:
    """A button below the list of templates; what it makes is told to the bench by `list_anew`."""

    words: str
    sign: str
    act: Callable[[Bench], None]


def add_word_file(bench: Bench) -> None:
    bench.desk.ask.file_to_open(_("Choose a Word template"), _("Word files (*.docx *.dotx)"), partial(add_file, bench))


def add_file(bench: Bench, path: Path) -> None:
    """Copies the file into the house's own folder, and chooses it; finished minutes may be learnt from instead."""
    if not template_learning.looks_finished(path):
        _copy(bench, path)
        return
    question = _("There is no field in {name}. What should be done with it?").format(name=path.name)
    choices = [(_("Learn a template from it"), learn_from), (_("Add it as it is"), _copy)]
    bench.desk.ask.choice(question, choices, lambda act: act(bench, path))


def _copy(bench: Bench, path: Path) -> None:
    bench.desk.attempt(lambda: bench.list_anew(templates.add_template(path).name))


PAGES: tuple[PageSpec, ...] = (
    PageSpec(later("Check"), CheckPage),
    PageSpec(later("Pages"), PreviewPage),
    PageSpec(later("Fields"), FieldsPage),
    PageSpec(later("Styles"), LooksPage),
    PageSpec(later("House style"), HouseStylePage),
)
ADDERS: tuple[Adder, ...] = (
    Adder(later("Add a Word file…"), "add", add_word_file),
    Adder(later("Learn from old minutes…"), "import", learn_from_minutes),
)
