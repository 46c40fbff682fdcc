"""What may be asked of `referatdesk backup`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Protocol


class _Commands(Protocol):
    def add_parser(self, name: str, *, help: str) -> ArgumentParser: ...  # noqa: A002 - the name that argparse gives it


def add_backup(
    commands: _Commands, parser_class: type[ArgumentParser], add_archive: Callable[[ArgumentParser], None]
) -> None:
    backup = commands.add_parser("backup", help="sikkerhedskopier: vis, lav, se efter, gendan og red")
    actions = backup.add_subparsers(
        title="Kommandoer", dest="action", metavar="HANDLING", parser_class=parser_class, required=True
    )
    listing = actions.add_parser("list", help="vis arkivets sikkerhedskopier, den nyeste først")
    listing.add_argument("--json", dest="as_json", action="store_true", help="som JSON")
    make = actions.add_parser("make", help="lav en afprøvet sikkerhedskopi nu")
    check = actions.add_parser("check", help="se en sikkerhedskopi eller et lukket arkiv helt efter")
    check.add_argument("source", metavar="KOPI")
    differ = actions.add_parser("diff", help="vis, hvad en sikkerhedskopi mangler eller har mere end arkivet")
    differ.add_argument("source", metavar="KOPI")
    restore = actions.add_parser("restore", help="sæt en sikkerhedskopi i arkivets sted; arkivet gemmes først")
    restore.add_argument("source", metavar="KOPI")
    recover = actions.add_parser("recover", help="red, hvad der kan læses af et beskadiget arkiv, over i et nyt")
    recover.add_argument("--to", type=Path, required=True, metavar="UD.referatdesk", help="det nye arkiv")
    for parser in (listing, make, check, differ, restore, recover):
        add_archive(parser)
