"""What may be asked of `referatdesk template`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol


class _Commands(Protocol):
    def add_parser(self, name: str, *, help: str) -> ArgumentParser: ...  # noqa: A002 - the name that argparse gives it


def add_template(commands: _Commands, parser_class: type[ArgumentParser]) -> None:
    template = commands.add_parser("template", help="skabeloner: felter, kontrol, klargøring og prøve")
    actions = template.add_subparsers(
        title="Kommandoer", dest="action", metavar="HANDLING", parser_class=parser_class, required=True
    )
    fields = actions.add_parser("fields", help="vis alle felter med forklaring og eksempel")
    fields.add_argument("--docx", dest="to", type=Path, metavar="UD.docx", help="skriv dem som felter i en Word-fil")
    _add_force(fields)

    check = actions.add_parser("check", help="vis, hvad en skabelon rummer, mangler og har af fejl")
    check.add_argument("source", metavar="FIL|NAVN")

    prepare = actions.add_parser("prepare", help="gør felter, der er skrevet som [[tekst]], til rigtige felter")
    prepare.add_argument("source", metavar="FIL")
    prepare.add_argument("-o", dest="to", type=Path, metavar="UD.docx", help="filen, der skal skrives")
    _add_force(prepare)

    learnt = actions.add_parser("learn", help="foreslå en skabelon ud fra et færdigt referat i husets udseende")
    learnt.add_argument("source", metavar="FIL.docx")
    learnt.add_argument("-o", dest="to", type=Path, required=True, metavar="UD.docx", help="filen, der skal skrives")
    _add_force(learnt)

    preview = actions.add_parser("preview", help="udfyld en skabelon på prøve")
    preview.add_argument("source", metavar="FIL|NAVN")
    preview.add_argument(
        "-o", dest="to", type=Path, required=True, metavar="UD.pdf|.docx", help="filen, der skal skrives"
    )
    preview.add_argument("--archive", type=Path, metavar="ARKIV", help="arkivet med mødet; ellers bruges eksemplet")
    preview.add_argument("--phrase-file", type=Path, metavar="FIL", help="filen med frasen, hvis arkivet er beskyttet")
    preview.add_argument("--meeting", default="", metavar="ID", help="mødets id, som list viser det")
    _add_force(preview)


def _add_force(parser: ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="erstat en fil, der findes")
