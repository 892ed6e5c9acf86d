"""Rooms one can hold in the head: small files, short functions, no class that does everything."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.rules.source import PROGRAM, ROOT, WRITTEN, modules, nodes, where

LONGEST_FILE = {"tests": 400}  # lines; a table of cases is read faster than code
OTHERWISE = 350
LONGEST_FUNCTION = 50
MOST_METHODS = 25
EMPTY_NAMES = re.compile(r"(?:Manager|Helper|Util|Utils|Base|Common|Misc)s?$", re.IGNORECASE)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(folder: str) -> Iterator[tuple[Path, Function]]:
    for kind in (ast.FunctionDef, ast.AsyncFunctionDef):
        for path, node in nodes(kind, folder):
            assert isinstance(node, Function)
            yield path, node


def lines(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("folder", WRITTEN)
def test_no_file_is_too_long_to_be_read_at_once(folder: str) -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in modules(folder)
        if (count := len(path.read_text(encoding="utf-8").splitlines()))
        > LONGEST_FILE.get(folder, OTHERWISE)
    }
    assert long == {}


@pytest.mark.parametrize("folder", WRITTEN)
def test_no_function_is_longer_than_a_screen(folder: str) -> None:
    long = [where(path, one) for path, one in functions(folder) if lines(one) > LONGEST_FUNCTION]
    assert long == []


def test_most_functions_are_short() -> None:
    lengths = sorted(lines(one) for _, one in functions("checkin"))
    assert median(lengths) < 10
    assert lengths[int(len(lengths) * 0.95)] <= 30


def test_no_class_does_everything() -> None:
    crowded = {}
    for path, node in nodes(ast.ClassDef):
        assert isinstance(node, ast.ClassDef)
        methods = sum(isinstance(one, Function) for one in node.body)
        if methods > MOST_METHODS:
            crowded[where(path, node)] = methods
    assert crowded == {}


def test_every_name_says_what_a_thing_is() -> None:
    classes = [node.name for _, node in nodes(ast.ClassDef) if isinstance(node, ast.ClassDef)]
    files = [path.stem for path in PROGRAM.rglob("*.py")]
    folders = [path.name for path in PROGRAM.rglob("*") if path.is_dir()]
    assert [name for name in (*classes, *files, *folders) if EMPTY_NAMES.search(name)] == []


def test_nobody_catches_everything_without_a_word() -> None:
    bare = [
        where(path, node)
        for path, node in nodes(ast.ExceptHandler)
        if isinstance(node, ast.ExceptHandler) and node.type is None
    ]
    assert bare == []


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
    left = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for folder in ("checkin", "packaging")
        for path in modules(folder)
        for line in path.read_text(encoding="utf-8").splitlines()
        if marks.search(line)
    ]
    assert left == []
