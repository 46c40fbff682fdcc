"""Gathers the texts of the window and the command line, brings the Danish catalogue up to date and compiles it.

    python packaging/catalogue.py update     gather, merge into da.po, compile da.mo; names what lacks a Danish text
    python packaging/catalogue.py check      the same findings, nothing written

What is written depends on the texts alone, not on the day, the machine or the line: a second run changes nothing.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "referatdesk"
PO = ROOT / PACKAGE / "i18n" / "da.po"
MO = PO.with_suffix(".mo")

KEYWORDS = {"_": None, "later": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
HEADER = """# Danish texts of Referatdesk; brought up to date by packaging/catalogue.py.
msgid ""
msgstr ""
"Language: da\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

PLACEHOLDER = re.compile(r"\{[^{}]*\}|%(?:\(\w+\))?[sdfr]")
MNEMONIC = re.compile(r"&(?=\w)")


def gathered() -> Catalog:
    """The texts as they stand in the program, with the files (not the lines) in which they do."""
    found = Catalog(project="Referatdesk", creation_date=NO_DATE)
    texts = extract_from_dir(
        ROOT / PACKAGE,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for name, _line, text, comments, context in texts:
        where = (f"{PACKAGE}/{Path(name).as_posix()}", 0)
        found.add(text, locations=[where], auto_comments=comments, context=context)
    return found


def danish() -> Catalog:
    """The Danish catalogue as it lies in the project."""
    if not PO.exists():
        return Catalog(locale="da", creation_date=NO_DATE, revision_date=NO_DATE)
    with PO.open("rb") as file:
        return read_po(file, locale="da", ignore_obsolete=True)


def merged(old: Catalog, texts: Catalog) -> Catalog:
    """Today's texts with the Danish words that are already there; nothing is guessed from similar texts."""
    old.update(texts, no_fuzzy_matching=True)
    old.obsolete.clear()
    return old


def po_bytes(catalogue: Catalog) -> bytes:
    body = BytesIO()
    write_po(body, catalogue, width=120, sort_output=True, omit_header=True, include_lineno=False)
    return HEADER.encode() + body.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def texts_of(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The English forms and the Danish ones."""
    english = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    danish_forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return english, danish_forms


def entries(catalogue: Catalog) -> Iterable[Message]:
    return (message for message in catalogue if message.id)


def is_whole(message: Message) -> bool:
    """Whether every form has its Danish words."""
    forms = texts_of(message)[1]
    return bool(forms) and all(forms)


def untranslated(catalogue: Catalog) -> list[str]:
    return [texts_of(message)[0][0] for message in entries(catalogue) if message.fuzzy or not is_whole(message)]


def unlike(catalogue: Catalog) -> list[str]:
    """Texts whose Danish form lost or gained a placeholder or an access key."""
    wrong = []
    for message in entries(catalogue):
        english, danish_forms = texts_of(message)
        if not is_whole(message):
            continue
        same_places = sorted(PLACEHOLDER.findall(english[-1])) == sorted(PLACEHOLDER.findall(danish_forms[-1]))
        same_keys = len(MNEMONIC.findall(english[-1])) == len(MNEMONIC.findall(danish_forms[-1]))
        known = set(PLACEHOLDER.findall(english[-1]))
        if not same_places or not same_keys or any(set(PLACEHOLDER.findall(form)) - known for form in danish_forms):
            wrong.append(english[0])
    return wrong


def missing(old: Catalog, texts: Catalog) -> list[str]:
    """Texts of the program that the catalogue does not hold."""
    return [texts_of(message)[0][0] for message in entries(texts) if old.get(message.id, message.context) is None]


def unused(old: Catalog, texts: Catalog) -> list[str]:
    return missing(texts, old)


def told(heading: str, texts: list[str]) -> bool:
    if texts:
        print(f"{heading} ({len(texts)}):")
        for text in texts:
            print(f"  {text!r}")
    return bool(texts)


def update() -> int:
    catalogue = merged(danish(), gathered())
    PO.write_bytes(po_bytes(catalogue))
    MO.write_bytes(mo_bytes(danish()))
    open_texts = told("No Danish text yet", untranslated(catalogue))
    wrong = told("Placeholders or access keys differ", unlike(catalogue))
    print(f"{sum(1 for _ in entries(catalogue))} texts in {PO.relative_to(ROOT).as_posix()}")
    return 1 if open_texts or wrong else 0


def check() -> int:
    catalogue, texts = danish(), gathered()
    findings = [
        told("Not in the catalogue", missing(catalogue, texts)),
        told("No longer used", unused(catalogue, texts)),
        told("No Danish text yet", untranslated(catalogue)),
        told("Placeholders or access keys differ", unlike(catalogue)),
    ]
    return 1 if any(findings) else 0


def main() -> int:
    reader = argparse.ArgumentParser(description="The Danish catalogue of texts.")
    reader.add_argument("command", choices=("update", "check"))
    return update() if reader.parse_args().command == "update" else check()


if __name__ == "__main__":
    sys.exit(main())
