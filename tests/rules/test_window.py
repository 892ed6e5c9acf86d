"""Rules of the window that no type checker knows: mirrored layouts, signals, threads, dialogs."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.rules.source import PROGRAM, nodes, where

GUI = PROGRAM / "gui"
SIDED = {
    *("AlignLeft", "AlignRight", "LeftToolBarArea", "RightToolBarArea", "LeftToolBar"),
    *("RightToolBar", "LeftDockWidgetArea", "RightDockWidgetArea", "LeftSide", "RightSide"),
}
FORBIDDEN = {"QThread", "QRunnable", "QThreadPool", "QtSql", "QSortFilterProxyModel"}


def in_gui(kind: type[ast.AST]) -> Iterator[tuple[Path, ast.AST]]:
    for path, node in nodes(kind):
        if GUI in path.parents:
            yield path, node


def statement_of(path: Path, node: ast.AST) -> str:
    """The lines of the function around a node."""
    functions = [
        one
        for other, one in in_gui(ast.FunctionDef)
        if other == path and one.lineno <= node.lineno <= (one.end_lineno or 0)  # type: ignore[attr-defined]
    ]
    inner = max(functions, key=lambda one: one.lineno, default=None)  # type: ignore[attr-defined]
    return ast.unparse(inner) if inner else ""


def test_nothing_stands_left_or_right_unless_it_mirrors_itself() -> None:
    """Leading and trailing mirror with the language; a side is meant only with AlignAbsolute."""
    sided = [
        where(path, node)
        for path, node in in_gui(ast.Attribute)
        if isinstance(node, ast.Attribute)
        and node.attr in SIDED
        and "AlignAbsolute" not in statement_of(path, node)
    ]
    assert sided == []


def test_margins_are_the_same_on_both_sides_because_they_do_not_mirror() -> None:
    uneven = []
    for path, node in in_gui(ast.Call):
        assert isinstance(node, ast.Call)
        named = isinstance(node.func, ast.Attribute) and node.func.attr == "setContentsMargins"
        if named and len(node.args) == 4:
            left, _, right, _ = map(ast.unparse, node.args)
            if left != right and "mirrored" not in statement_of(path, node):
                uneven.append(where(path, node))
    assert uneven == []


def test_signals_carry_nothing_a_text_or_one_object() -> None:
    """`Signal(int).emit("text")` delivers 0 and says so only on standard error."""
    odd = []
    for path, node in in_gui(ast.Call):
        assert isinstance(node, ast.Call)
        if getattr(node.func, "id", "") == "Signal":
            carried = [ast.unparse(one) for one in node.args]
            if carried not in ([], ["str"], ["object"]):
                odd.append(where(path, node))
    assert odd == []


def test_there_is_no_thread_and_no_database_of_qts() -> None:
    used = [
        where(path, node)
        for kind in (ast.Name, ast.Attribute, ast.alias)
        for path, node in in_gui(kind)
        if {getattr(node, name, "") for name in ("id", "attr", "name")} & FORBIDDEN
    ]
    assert used == []


def test_no_dialog_stops_the_desk() -> None:
    """`exec` belongs to the application alone; boxes are opened and answered later."""
    stopping = [
        where(path, node)
        for path, node in in_gui(ast.Attribute)
        if isinstance(node, ast.Attribute) and node.attr in ("exec", "exec_")
    ]
    windowless = "checkin/gui/sounds/player.py:"  # a process of its own
    assert all(place.startswith(("checkin/gui/app.py:", windowless)) for place in stopping)
    assert len(stopping) == 2
