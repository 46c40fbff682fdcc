import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
WAITS_ONLY_AS_CONTEXT = {"waitExposed", "waitActive"}


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(TESTS.rglob("*.py")):
        if "benchmarks" not in path.parts:
            yield path.relative_to(TESTS).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.AST) -> str | None:
    """The last part of the name of what is called."""
    if not isinstance(node, ast.Call):
        return None
    return getattr(node.func, "attr", getattr(node.func, "id", None))


def calls(tree: ast.Module, names: set[str]) -> set[tuple[str, int]]:
    return {(called(node), node.lineno) for node in ast.walk(tree) if called(node) in names}


def entered(tree: ast.Module) -> set[tuple[str | None, int]]:
    """Calls that stand in a `with`."""
    items = (item for node in ast.walk(tree) if isinstance(node, ast.With | ast.AsyncWith) for item in node.items)
    return {(called(item.context_expr), item.context_expr.lineno) for item in items}


def test_no_test_sleeps_until_it_passes():
    assert {name: found for name, tree in trees() if (found := calls(tree, {"sleep", "qSleep", "qWait"}))} == {}


def test_waiting_for_a_window_really_waits():
    bare = {name: calls(tree, WAITS_ONLY_AS_CONTEXT) - entered(tree) for name, tree in trees()}
    assert {name: found for name, found in bare.items() if found} == {}


def test_a_bare_wait_would_be_found():
    tree = ast.parse("qtbot.waitExposed(w)\nwith qtbot.waitActive(w):\n    w.show()")
    assert calls(tree, WAITS_ONLY_AS_CONTEXT) - entered(tree) == {("waitExposed", 1)}
