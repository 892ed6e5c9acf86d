"""The program's own text, as a tree: what the rules of the house are asked of."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "checkin"
WRITTEN = ("checkin", "tests", "packaging", "resources")


@cache
def modules(folder: str = "checkin") -> dict[Path, ast.Module]:
    """Every Python file under a folder of the project, parsed."""
    paths = sorted((ROOT / folder).rglob("*.py"))
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def nodes(kind: type[ast.AST], folder: str = "checkin") -> Iterator[tuple[Path, ast.AST]]:
    """Every node of a kind with the file it stands in."""
    for path, tree in modules(folder).items():
        for node in ast.walk(tree):
            if isinstance(node, kind):
                yield path, node


def where(path: Path, node: ast.AST) -> str:
    """`checkin/domain/scan.py:12`"""
    return f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}"


@cache
def texts() -> frozenset[str]:
    """Every string that stands in the program."""
    return frozenset(
        node.value
        for _, node in nodes(ast.Constant)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
