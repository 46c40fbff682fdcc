import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "referatdesk"
CATCH_ALL = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
NETWORK = {"socket", "ssl", "http", "urllib.request", "urllib3", "ftplib", "smtplib", "requests", "httpx", "asyncio"}
HEAVY = ("babel", "sqlmodel", "sqlalchemy", "pydantic", "docx", "lxml")


def settings() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported_by(path: Path) -> set[str]:
    """Dotted names, those from `from a import b` with and without the b."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def is_network(name: str) -> bool:
    return name in NETWORK or name.partition(".")[0] in NETWORK


def loaded_after(statement: str) -> set[str]:
    """What a fresh Python has loaded after the statement."""
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_every_contract_between_the_rooms_is_kept():
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache', '--no-logo'])"
    done = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_room_is_a_drawer_for_everything():
    names = {part for path in modules() for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert not names & CATCH_ALL


def test_every_package_goes_into_the_wheel():
    folders = {dotted(path) for path in PACKAGE.rglob("__init__.py")}
    assert set(settings()["tool"]["setuptools"]["packages"]) == folders | {"referatdesk.resources"}


def test_every_folder_with_modules_is_a_package():
    assert not [path for path in modules() if not path.with_name("__init__.py").exists()]


def test_no_module_reaches_for_the_network():
    reached = {dotted(path): {name for name in imported_by(path) if is_network(name)} for path in modules()}
    assert {module: names for module, names in reached.items() if names} == {}


def test_nothing_brings_qts_network_in_by_the_back_door():
    names = [dotted(path) for path in modules() if path.name != "__main__.py"]
    loaded = loaded_after("import importlib\nfor name in " + repr(names) + ":\n    importlib.import_module(name)")
    assert not loaded & {"PySide6.QtNetwork", "PySide6.QtWebSockets", "requests", "httpx", "urllib3", "http.client"}


@pytest.mark.parametrize("entry", ["referatdesk.app", "referatdesk.ui.main_window"])
def test_the_window_is_there_before_the_heavy_libraries(entry):
    loaded = loaded_after(f"import {entry}")
    assert "PySide6.QtWidgets" in loaded or entry == "referatdesk.app"
    assert not {name for name in loaded if name.partition(".")[0] in HEAVY}
