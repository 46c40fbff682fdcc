import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_MODULE = 500
LONGEST_FUNCTION = 60
MOST_PUBLIC_METHODS = 20

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> Iterator[tuple[str, str]]:
    for folder in ("referatdesk", "packaging", "tests"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "node_modules" not in path.parts:
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def nodes(*kinds: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    for name, text in sources():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, kinds):
                yield f"{name}: {node.name}", node


def test_no_module_is_too_long_to_hold_whole():
    assert {name: len(text.splitlines()) for name, text in sources() if len(text.splitlines()) > LONGEST_MODULE} == {}


def test_no_function_is_too_long_to_hold_whole():
    lengths = {name: node.end_lineno - node.lineno + 1 for name, node in nodes(ast.FunctionDef, ast.AsyncFunctionDef)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_no_class_is_the_whole_program():
    public = {
        name: sum(isinstance(part, Function) and not part.name.startswith("_") for part in node.body)
        for name, node in nodes(ast.ClassDef)
    }
    assert {name: count for name, count in public.items() if count > MOST_PUBLIC_METHODS} == {}
