"""What can be said is worded in every language, and nothing is worded that is never said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.documents.wording import load
from checkin.domain.check_result import Problem
from checkin.domain.meeting import LANGUAGES
from checkin.domain.scan import ForeignKind
from checkin.domain.verdict import Verdict
from tests.rules.source import modules, nodes, texts, where

CODE = re.compile(r"[a-z]+(?:_[a-z]+)*")


class _Values:
    """The strings an expression of one file may be, followed through its names."""

    def __init__(self, tree: ast.Module) -> None:
        self.assigned: dict[str, list[ast.expr]] = {}
        self.returned: dict[str, list[ast.expr]] = {}
        self._seen: set[int] = set()
        for node in ast.walk(tree):
            for name, value in _assignments(node):
                self.assigned.setdefault(name, []).append(value)
            if isinstance(node, ast.FunctionDef):
                values = [one.value for one in ast.walk(node) if isinstance(one, ast.Return)]
                self.returned[node.name] = [value for value in values if value]

    def of(self, node: ast.expr) -> Iterator[str]:
        if id(node) in self._seen:
            return
        self._seen.add(id(node))
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                yield node.value
            return
        for part in self._parts(node):
            yield from self.of(part)

    def _parts(self, node: ast.expr) -> list[ast.expr]:
        if isinstance(node, ast.IfExp):
            return [node.body, node.orelse]
        if isinstance(node, ast.Name):
            return self.assigned.get(node.id, [])
        if isinstance(node, ast.Dict):
            return node.values
        if isinstance(node, ast.Subscript):
            return [node.value]
        if isinstance(node, ast.BoolOp):
            return node.values
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                return [node.func.value, *node.args[1:]]
            if isinstance(node.func, ast.Name):
                return self.returned.get(node.func.id, [])
        return []


def _assignments(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name):
                yield target.id, node.value
    if isinstance(node, ast.NamedExpr):
        yield node.target.id, node.value
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
        yield node.target.id, node.value


def raised() -> dict[str, str]:
    """Every code of every `Refused(...)` in the program, with a place where it is raised."""
    found = {}
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused":
                codes = [code for code in _Values(tree).of(node.args[0]) if CODE.fullmatch(code)]
                again = isinstance(node.args[0], ast.Attribute)  # a refusal told once more
                assert codes or again, f"{where(path, node)}: which code is this?"
                found.update(dict.fromkeys(codes, where(path, node)))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_that_can_be_raised_is_worded(language: str) -> None:
    wording = load(language)
    unworded = {code: at for code, at in raised().items() if not wording.has(f"refused.{code}")}
    assert unworded == {}


def test_every_refusal_that_is_worded_can_be_raised() -> None:
    worded = {key.partition(".")[2] for key in load("en").texts if key.startswith("refused.")}
    unsaid = {f"refused.{code}" for code in worded - raised().keys()}
    assert unsaid == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_names_what_it_is_given(language: str) -> None:
    """The values of `Refused(code, path=...)` fill all the places of its sentence."""
    wording = load(language)
    for path, node in nodes(ast.Call):
        assert isinstance(node, ast.Call)
        if getattr(node.func, "id", "") != "Refused" or not isinstance(node.args[0], ast.Constant):
            continue
        given = {word.arg for word in node.keywords}
        needed = set(re.findall(r"\{(\w+)", wording.say(f"refused.{node.args[0].value}")))
        assert needed <= given, where(path, node)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_thing_has_its_word(language: str) -> None:
    wording = load(language)
    kinds = [*ForeignKind, "number", "token"]
    assert [kind for kind in kinds if not wording.has(f"code.{kind}")] == []
    assert [one for one in Verdict if not wording.has(f"verdict.{one}.word")] == []


def _patterns() -> Iterator[re.Pattern[str]]:
    """What f-strings of the program may become, a name in them followed where it is one too."""
    for path, node in nodes(ast.JoinedStr):
        assert isinstance(node, ast.JoinedStr)
        for pattern in _patterns_of(node, _Values(modules()[path])):
            if re.match(r"[a-z_]+\\\.", pattern):
                yield re.compile(pattern)


def _patterns_of(node: ast.JoinedStr, values: _Values, depth: int = 0) -> list[str]:
    made = [""]
    for part in node.values:
        choices = [r"([a-z_0-9]+)"]
        if isinstance(part, ast.Constant):
            choices = [re.escape(str(part.value))]
        elif isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name):
            known = values.assigned.get(part.value.id, []) if depth < 2 else []
            for inner in known:
                if isinstance(inner, ast.JoinedStr):
                    choices += _patterns_of(inner, values, depth + 1)
        made = [begun + choice for begun in made for choice in choices]
    return made


def test_every_word_is_said_somewhere() -> None:
    patterns = list(_patterns())
    known = texts()

    def said(key: str) -> bool:
        matches = (pattern.fullmatch(key) for pattern in patterns)
        return key in known or any(
            match and all(part.isdigit() or part in known for part in match.groups())
            for match in matches
        )

    assert {key for key in load("en").texts if not said(key)} == set()


def test_a_text_for_translators_is_never_put_together_before_it_is_translated() -> None:
    wrong = []
    for path, node in nodes(ast.Call):
        assert isinstance(node, ast.Call)
        if not isinstance(node.func, ast.Attribute):
            continue
        whose = getattr(node.func.value, "id", "")
        translates = node.func.attr == "tr" or (node.func.attr, whose) == (
            "translate",
            "QCoreApplication",
        )
        if translates and not all(isinstance(one, ast.Constant) for one in node.args[:2]):
            wrong.append(where(path, node))
    assert wrong == []


def test_problems_a_check_finds_are_worded() -> None:
    codes = set()
    for path, node in nodes(ast.Call):
        assert isinstance(node, ast.Call)
        if getattr(node.func, "id", "") == Problem.__name__:
            codes |= set(_Values(modules()[path]).of(node.args[0]))
    assert codes
    assert {key for key in load("en").texts if key.startswith("problem.")} == {
        f"problem.{code}" for code in codes
    }


def test_every_language_file_is_where_the_program_looks() -> None:
    assert {Path(load(language).language).name for language in LANGUAGES} == set(LANGUAGES)
