"""Plays the meeting, prints what each act cost and which facts ended up right; exit code 1 where one did not."""

from __future__ import annotations

import argparse
import locale
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from referatdesk.config.settings import Theme
from tests.faults.home import Home
from tests.live import judging, playing, table
from tests.live.playing import Done, Way
from tests.live.prepared import STYLES
from tests.live.screen import lacking
from tests.live.script import script


def main() -> int:
    reader = argparse.ArgumentParser(prog="live", description=__doc__)
    reader.add_argument("time", choices=["fast", "real"], help="as quickly as the program follows, or forty minutes")
    reader.add_argument("--shots", type=Path, metavar="FOLDER", help="a picture after every act")
    reader.add_argument("--theme", type=Theme, default=Theme.LIGHT, choices=list(Theme), metavar="THEME")
    reader.add_argument("--style", choices=[*STYLES], action="append", help="of the house; all of them unless told")
    given = reader.parse_args()
    if missing := lacking():
        say(f"missing here: {', '.join(missing)}")
        return 2
    locale.setlocale(locale.LC_ALL, "C.UTF-8")
    if given.shots:
        given.shots.mkdir(parents=True, exist_ok=True)
    way = Way(style="", real=given.time == "real", theme=given.theme, pictures=given.shots, tell=told)
    good = [one(replace(way, style=style)) for style in given.style or STYLES]
    return 0 if all(good) else 1


def one(way: Way) -> bool:
    with tempfile.TemporaryDirectory(prefix="live-") as folder:
        home = Home(Path(folder))
        with home.lived_in():
            played = playing.play(home, way, script(STYLES[way.style].two_panes))
            judged = judging.judge(played, way.style, home.folder)
    say(f"house style: {way.style}")
    for line in table.lines(played, judged.wrong, judged.right):
        say(line)
    return not any(table.shortcomings(played, judged.wrong))


def told(done: Done) -> None:
    say(f"{done.act.minute:6.1f}  {done.seconds:5.1f} s  {'' if done.seen else 'NOT SEEN: '}{done.act.what}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
