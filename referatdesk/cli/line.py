"""The command line: what may be asked, and the exit codes (0 done, 1 refused, 2 wrong usage)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from referatdesk.cli.given import Given
from referatdesk.cli.kinds import HELP, KINDS

DONE, REFUSED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
NAMES = frozenset(
    {"read", "import", "list", "export", "receipt", "check", "dump", "load", "example", "template", "backup", "protect"}
)


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Brug: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """argparse with its own few words in Danish."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **options)
        self._positionals.title = "Angives"
        self._optionals.title = "Valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def error(self, message: str) -> NoReturn:
        del message
        self.exit(WRONG_USAGE, f"Kommandoen er ikke skrevet rigtigt. Se {self.prog} --help.\n")


def parse(arguments: list[str]) -> Given:
    """Raises SystemExit with code 2 on wrong usage."""
    parser = _window_parser()
    # The window does not wait for the words of commands that nobody gave.
    if any(one in NAMES or one in {"-h", "--help"} for one in arguments):
        _add_commands(parser)
    given = Given(**vars(parser.parse_args(arguments)))
    if (given.escrow_to is None) != (given.escrow is None):
        parser.error("one goes with the other")
    return given


def _window_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="referatdesk", description="Referater af møder. Uden kommando åbnes vinduet.")
    parser.add_argument("--archive", type=Path, metavar="ARKIV", help="arkivet, der skal åbnes")
    _add_phrase_file(parser)
    parser.add_argument("--example", action="store_true", help="åbn vinduet med et opdigtet eksempel")
    return parser


def _add_commands(parser: argparse.ArgumentParser) -> None:
    from referatdesk.cli.backup_line import add_backup  # noqa: PLC0415 - the window starts without them
    from referatdesk.cli.template_line import add_template  # noqa: PLC0415 - as above

    commands = parser.add_subparsers(title="Kommandoer", dest="command", metavar="KOMMANDO", parser_class=_Parser)

    read = commands.add_parser("read", help="læs et gammelt referat og vis, hvad der blev fundet")
    read.add_argument("source", metavar="FIL")
    shown = read.add_mutually_exclusive_group(required=True)
    shown.add_argument("--json", dest="as_json", action="store_true", help="det hele som JSON")
    shown.add_argument("--doubts", action="store_true", help="kun de åbne spørgsmål")

    bring_in = commands.add_parser("import", help="indlæs et gammelt referat, eller en mappe med mange, i et arkiv")
    bring_in.add_argument("source", metavar="FIL|MAPPE")
    _add_archive(bring_in)

    listing = commands.add_parser("list", help="vis arkivets møder")
    listing.add_argument("--json", dest="as_json", action="store_true", help="som JSON")
    _add_archive(listing)

    export = commands.add_parser("export", help="skriv et møde som Word-dokument eller PDF")
    export.add_argument("--template", metavar="FIL|NAVN", help="en anden skabelon end udvalgets egen")
    export.add_argument("--to", type=Path, required=True, metavar="UD.docx|UD.pdf", help="filen, der skal skrives")
    export.add_argument("--kind", choices=KINDS, metavar="SLAGS", help=HELP)
    export.add_argument("--force", action="store_true", help="erstat en fil, der findes, også hvis den er ændret siden")
    _add_archive(export)
    _add_meeting(export)

    receipt = commands.add_parser("receipt", help="vis, hvad der er udeladt af en offentliggjort fil")
    receipt.add_argument("source", metavar="FIL")

    check = commands.add_parser("check", help="tjek, om alle kan læse en Word-fil")
    check.add_argument("source", metavar="FIL.docx")
    check.add_argument("--json", dest="as_json", action="store_true", help="som JSON")

    dump = commands.add_parser("dump", help="skriv et møde som JSON")
    _add_archive(dump)
    _add_meeting(dump)

    load = commands.add_parser("load", help="hent et møde fra JSON ind i et arkiv")
    load.add_argument("source", metavar="FIL|-")
    _add_archive(load)

    example = commands.add_parser("example", help="skriv det opdigtede eksempel som Word-dokument")
    example.add_argument("--to", type=Path, required=True, metavar="UD.docx", help="filen, der skal skrives")
    example.add_argument("--force", action="store_true", help="erstat en fil, der findes")

    add_template(commands, _Parser)
    add_backup(commands, _Parser, _add_archive)

    protect = commands.add_parser("protect", help="beskyt et arkiv med en frase på tolv ord, som skrives ud")
    protect.add_argument("--new-phrase", action="store_true", help="giv et arkiv, der er beskyttet, en ny frase")
    protect.add_argument("--escrow-to", type=Path, metavar="CERTIFIKAT", help="den, der også skal kunne åbne arkivet")
    protect.add_argument("--escrow", type=Path, metavar="UD.p7m", help="filen, der skal skrives med frasen til den")
    protect.add_argument("--force", action="store_true", help="erstat en fil, der findes")
    _add_archive(protect)


def _add_archive(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--archive", type=Path, required=True, metavar="ARKIV", help="arkivet")
    _add_phrase_file(parser)


def _add_phrase_file(parser: argparse.ArgumentParser) -> None:
    words = "filen med frasen til et arkiv, der er beskyttet; ellers bruges nøglen på computeren"
    parser.add_argument("--phrase-file", type=Path, metavar="FIL", help=words)


def _add_meeting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--meeting", required=True, metavar="ID", help="mødets id, som list viser det")


def carry_out(given: Given) -> int:
    """Runs a command, or makes the way free for the window with a phrase.

    What the user can do something about is one Danish sentence on stderr, and so is our mistake.
    """
    from referatdesk.i18n import catalogue  # noqa: PLC0415 - the window starts without them

    catalogue.use("da")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # text streams; Windows consoles guess otherwise
    try:
        return _run(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _unheard()
    except Exception as error:  # noqa: BLE001 - what it says can hold text and names
        return _mistaken(error)


def _run(given: Given) -> int:
    from referatdesk.cli.commands import COMMANDS  # noqa: PLC0415 - as above
    from referatdesk.cli.phrases import unlocked  # noqa: PLC0415 - as above
    from referatdesk.i18n.errors import error_words  # noqa: PLC0415 - as above
    from referatdesk.services.errors import UserError  # noqa: PLC0415 - as above

    try:
        COMMANDS[given.command](given) if given.command else unlocked(given)
        sys.stdout.flush()
    except UserError as error:
        sys.stderr.write(error_words(error.code, error.data).replace("\n", " ") + "\n")
        return REFUSED
    return DONE


def _unheard() -> int:
    """Whoever was to read it has gone; the interpreter would complain of it once more at its end."""
    import os  # noqa: PLC0415 - as above

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return REFUSED


def _mistaken(error: Exception) -> int:
    from referatdesk.i18n.catalogue import _  # noqa: PLC0415 - as above
    from referatdesk.services import reports  # noqa: PLC0415 - as above

    written = reports.put_down(reports.describe(type(error), error.__traceback__))
    words = [_("Something in Referatdesk went wrong.")]
    if written is not None:
        words.append(_("A report without any of your text lies here:\n{path}").format(path=written))
    sys.stderr.write(" ".join(words).replace("\n", " ") + "\n")
    return REFUSED
