"""What the operating system must bring: found by name, installed with apt-get where that is allowed."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from saying import say, stop

LIBRARIES = {
    # Qt's core, then its graphics: needed even where nothing is shown.
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    # A window on X11. A missing one ends the process without an error that could be caught.
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-randr.so.0": "libxcb-randr0",
}

PROGRAMS = {
    "Xvfb": "xvfb",
    "xvfb-run": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "setxkbmap": "x11-xkb-utils",
    "soffice": "libreoffice-writer-nogui",
    "pdftoppm": "poppler-utils",
    # Faults from outside: what a process does to its files is recorded or made to fail, and its clock is set wrong.
    "strace": "strace",
    "faketime": "faketime",
}

FONTS = Path("/usr/share/fonts")
DICTIONARIES = Path("/usr/share/hunspell")
OLDEST_NODE = 18


def on_linux() -> bool:
    return sys.platform.startswith("linux")


def _is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _node_is_new_enough() -> bool:
    node = shutil.which("node")
    if node is None:
        return False
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = told.strip().lstrip("v").partition(".")[0]
    return major.isdigit() and int(major) >= OLDEST_NODE


def _has_font(name: str) -> bool:
    return any(FONTS.rglob(f"{name}.?tf"))


def missing_for_the_program() -> list[str]:
    """Names of apt packages without which `.venv` cannot be made or Qt not be loaded."""
    if not on_linux():
        return []
    wanted = [package for library, package in LIBRARIES.items() if not _is_there(library)]
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append("python3-venv")
    if not _has_font("*"):
        wanted.append("fonts-dejavu-core")
    if shutil.which("apt-get") and not (DICTIONARIES / "da_DK.dic").exists():
        wanted.append("hunspell-da")  # elsewhere nothing waits for it: the program works without
    return list(dict.fromkeys(wanted))


def missing_for_the_tests() -> list[str]:
    """Names of apt packages with the programs that the slow tests call."""
    if not on_linux():
        return []
    wanted = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    if not _has_font("Carlito*"):
        wanted.append("fonts-crosextra-carlito")  # as wide as Calibri, so that pages break where Word breaks them
    if not _node_is_new_enough():
        wanted.append("nodejs")
    if shutil.which("npm") is None:
        wanted.append("npm")
    return list(dict.fromkeys(wanted))


def bring(missing: Callable[[], list[str]]) -> None:
    """Installs what is missing, or prints the one line to type and stops."""
    packages = missing()
    if not packages:
        return
    if shutil.which("apt-get") is None:
        stop(
            f"Systemet mangler det, der på Debian hedder: {' '.join(packages)}",
            f"The system lacks what Debian calls: {' '.join(packages)}",
        )
    leave = _leave_to_install()
    if leave is None:
        line = f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
        stop(f"Skriv denne linje, og prøv igen:\n    {line}", "Type the line above, and try again.")
    say(f"Henter systempakker / installing: {' '.join(packages)}")
    _install(leave, packages)
    left = missing()
    if left:
        stop(f"Kunne ikke installere: {' '.join(left)}", f"Could not install: {' '.join(left)}")


def _leave_to_install() -> list[str] | None:
    """What to put before apt-get; None where it may not be called."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", "env"]
    return None


def _install(leave: list[str], packages: Iterable[str]) -> None:
    quiet = ["DEBIAN_FRONTEND=noninteractive"] if leave else []
    apt = [*leave, *quiet, "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]

    def run(command: list[str]) -> bool:
        # What is said while unpacking is of no use; errors still come.
        return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0

    if any(Path("/var/lib/apt/lists").glob("*_Packages*")) and run(install):
        return
    run([*apt, "update"])
    run(install)
