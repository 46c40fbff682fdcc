import ast
import importlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
OWN = ("checks", "environment", "saying", "score", "system_packages", "tasks")


@pytest.fixture
def tool(monkeypatch):
    """Loads one module of the set-up, which is no package: it runs before anything is installed."""
    monkeypatch.setattr(sys, "path", [str(PACKAGING), *sys.path])
    importlib.invalidate_caches()
    yield importlib.import_module
    for name in OWN:
        sys.modules.pop(name, None)


@pytest.fixture
def environment(tool, tmp_path, monkeypatch):
    """The module, with a project folder of its own and with pip and venv only noted."""
    module = tool("environment")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    for kind in ("run", "test"):
        (tmp_path / f"{kind}.lock").write_text(f"{kind}==1\n", encoding="utf-8")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "set-up.json")
    monkeypatch.setattr(module, "LOCKS", {kind: tmp_path / f"{kind}.lock" for kind in ("run", "test")})
    module.done = []

    def make(_builder, folder):
        module.done.append("made")
        Path(folder).mkdir()

    monkeypatch.setattr(module.venv.EnvBuilder, "create", make)
    monkeypatch.setattr(module, "_pip", lambda *arguments: module.done.append(arguments[-1].rpartition(os.sep)[2]))
    return module


def test_an_old_python_can_read_the_command_far_enough_to_say_so():
    ast.parse((PACKAGING / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 9))


def test_the_set_up_stands_on_the_standard_library():
    for name in ("dev", *OWN):
        for node in ast.walk(ast.parse((PACKAGING / f"{name}.py").read_text(encoding="utf-8"))):
            found = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found += [node.module] if isinstance(node, ast.ImportFrom) else []
            assert {part.split(".")[0] for part in found} <= {*sys.stdlib_module_names, *OWN}


def test_a_wrong_word_is_answered_with_the_commands_there_are():
    done = subprocess.run(
        [sys.executable, str(PACKAGING / "dev.py"), "fly"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "run [arguments]" in done.stdout


def test_the_first_start_makes_the_environment_and_the_second_does_nothing(environment):
    environment.python_for("run")
    assert environment.done == ["made", "run.lock", "."]
    environment.python_for("run")
    assert environment.done == ["made", "run.lock", "."]


def test_what_the_tests_need_is_enough_for_the_program(environment):
    environment.python_for("test")
    environment.python_for("run")
    assert environment.done == ["made", "test.lock", "."]


def test_a_new_lock_brings_the_environment_up_to_date(environment):
    environment.python_for("run")
    environment.LOCKS["run"].write_text("run==2\n", encoding="utf-8")
    environment.python_for("run")
    assert environment.done == ["made", "run.lock", ".", "run.lock", "."]


def test_the_program_is_compiled_ahead_even_where_python_may_not(environment, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    package = environment.ROOT / "referatdesk"
    package.mkdir()
    (package / "words.py").write_text("HELLO = 1\n", encoding="utf-8")
    environment.python_for("run")
    assert [path.suffix for path in (package / "__pycache__").iterdir()] == [".pyc"]


def test_an_interrupted_set_up_is_made_anew(environment, monkeypatch):
    def killed(*_arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(environment, "_pip", killed)
        with pytest.raises(KeyboardInterrupt):
            environment.python_for("run")
    (environment.VENV / "half").touch()
    environment.python_for("run")
    assert environment.done == ["made", "made", "run.lock", "."]
    assert not (environment.VENV / "half").exists()


def test_an_environment_of_another_python_is_made_anew(environment, monkeypatch):
    environment.python_for("run")
    monkeypatch.setattr(environment.platform, "python_version", lambda: "3.99.0")
    environment.python_for("run")
    assert environment.done.count("made") == 2


def test_without_leave_to_install_the_one_line_to_type_is_told(tool, monkeypatch, capsys):
    packages = tool("system_packages")
    monkeypatch.setattr(packages.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit) as ended:
        packages.bring(lambda: ["libgl1", "python3-venv"])
    assert ended.value.code == 1
    assert "sudo apt-get install -y --no-install-recommends libgl1 python3-venv\n" in capsys.readouterr().err


def test_a_library_is_found_by_its_name(tool):
    packages = tool("system_packages")
    assert not packages._is_there("libdoes-not-exist.so.7")
    if packages.on_linux():
        assert packages._is_there("libc.so.6")


def test_all_tests_are_summed_up_in_one_line(tool, capsys):
    checks = tool("checks")
    pytest_run = checks.Check("pytest", [], tests=True)
    outcomes = [
        checks.Outcome(checks.Check("ruff", []), True, 1.0, Counter()),
        checks.Outcome(pytest_run, True, 2.0, Counter(passed=3, skipped=1)),
        checks.Outcome(pytest_run, True, 0.5, Counter(passed=2)),
    ]
    assert checks.summed_up(outcomes, ["screen"])
    assert capsys.readouterr().out.splitlines()[-1] == "5 passed, 1 skipped in 2.50s"


def test_one_failed_check_fails_the_whole(tool, tmp_path):
    checks = tool("checks")
    listed = [checks.Check("good", [sys.executable, "-c", ""]), checks.Check("bad", [sys.executable, "-c", "1/0"])]
    outcomes = checks.run_all(listed, tmp_path)
    assert [outcome.passed for outcome in outcomes] == [True, False]
    assert not checks.summed_up(outcomes, [])
