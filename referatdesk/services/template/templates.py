"""The templates of the house: those that come with the program, and files that were added to its own folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from referatdesk.config.places import resource, templates_folder
from referatdesk.config.running import note_beside
from referatdesk.documents.word.files import WriteError, write_file
from referatdesk.services.errors import UserError
from referatdesk.services.template.template_check import content_of

SUFFIXES = (".docx", ".dotx")


@dataclass(frozen=True, slots=True)
class HouseTemplate:
    """`name` is what a house style stores; a template that comes with the program is never written over."""

    name: str
    path: Path
    is_shipped: bool

    @property
    def title(self) -> str:
        stem = Path(self.name).stem
        return stem.replace("-", " ").capitalize() if self.is_shipped else stem


def house_templates() -> list[HouseTemplate]:
    """Those that come with the program first, each kind by name."""
    shipped = [HouseTemplate(path.name, path, True) for path in _word_files(resource("templates"))]
    return shipped + [HouseTemplate(path.name, path, False) for path in _word_files(templates_folder())]


def _word_files(folder: Path) -> Iterator[Path]:
    listed = sorted(folder.iterdir(), key=lambda path: path.name.casefold()) if folder.is_dir() else []
    return (path for path in listed if path.suffix.lower() in SUFFIXES and not path.name.startswith(("~$", ".")))


def add_template(source: Path) -> HouseTemplate:
    """Copies a Word file to the program's own folder, under a name that no other template has.

    Raises UserError "template.missing", "template.not_word" or one of the codes of WriteError.
    """
    content = content_of(source)
    if source.suffix.lower() not in SUFFIXES:
        raise UserError("template.not_word", path=source)
    return _write(templates_folder() / _free_name(source.name), content, overwrite=False)


def replace_template(template: HouseTemplate, content: bytes) -> HouseTemplate:
    """Another content for a template of the house; one that comes with the program gets a copy of its own instead."""
    if template.is_shipped:
        return _write(templates_folder() / _free_name(template.name), content, overwrite=False)
    return _write(template.path, content, overwrite=True)


def remove_template(template: HouseTemplate) -> None:
    """Takes an added file away. Raises UserError where it cannot be."""
    try:
        template.path.unlink(missing_ok=True)
    except OSError as error:
        raise UserError("target.in_use", path=template.path) from error


def _write(path: Path, content: bytes, *, overwrite: bool) -> HouseTemplate:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, content, overwrite=overwrite, note=note_beside)
    except WriteError as error:
        raise UserError(error.code, path=path) from error
    except OSError as error:
        raise UserError("target.denied", path=path) from error
    return HouseTemplate(path.name, path, False)


def _free_name(name: str) -> str:
    taken = {one.name.casefold() for one in house_templates()}
    stem, suffix = Path(name).stem, Path(name).suffix.lower()
    stem = re.sub(r" \d+$", "", stem) if name.casefold() in taken else stem
    names = (f"{stem}{f' {number}' if number > 1 else ''}{suffix}" for number in range(1, len(taken) + 3))
    return next(one for one in names if one.casefold() not in taken)
