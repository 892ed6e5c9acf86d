"""What the program can do stands in its papers, and the papers promise nothing else."""

import argparse
import re
from pathlib import Path

import pytest

from checkin.cli.arguments import parser
from checkin.cli.main import COMMANDS
from checkin.documents.wording import load
from checkin.domain.badge_face import LAYOUTS, SHEETS
from checkin.domain.report import REPORT_FORMATS, REPORT_KINDS
from checkin.domain.scan import ForeignKind
from checkin.domain.text import fold
from checkin.domain.verdict import Verdict
from checkin.gui.keys import all_keys
from tests.rules.source import ROOT

COMMAND_LINE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
RECEPTION = (ROOT / "docs" / "reception.md").read_text(encoding="utf-8")
CODES = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
WINDOW = (ROOT / "docs" / "window.md").read_text(encoding="utf-8")
EVERYWHERE = {"-h", "--help", "--json", "--at", "--passphrase-file"}


def subcommands() -> dict[str, argparse.ArgumentParser]:
    (choices,) = (one.choices for one in parser()._actions if isinstance(one.choices, dict))
    return choices


def options(command: argparse.ArgumentParser) -> set[str]:
    return {option for action in command._actions for option in action.option_strings}


def usage(command: str) -> str:
    """The usage lines that the paper gives for a command."""
    found = re.findall(rf"^checkin {command} .*(?:\n +.*)*", COMMAND_LINE, re.M)
    return "\n".join(found)


def test_the_parser_knows_exactly_the_commands() -> None:
    assert subcommands().keys() == COMMANDS


@pytest.mark.parametrize("command", sorted(subcommands()))
def test_every_option_of_a_command_is_documented_and_no_other(command: str) -> None:
    said = usage(command)
    assert said, f"docs/command-line.md has no usage of {command}"
    written = set(re.findall(r"--[a-z-]+", said))
    there = options(subcommands()[command])
    assert there - EVERYWHERE - written == set()
    assert written - there == set()


def test_what_goes_with_every_command_is_documented_once_for_all() -> None:
    head = COMMAND_LINE.partition("## ")[0]
    for option in EVERYWHERE - {"-h"}:
        assert option in head
    assert "--version" in head


@pytest.mark.parametrize("name", sorted({*LAYOUTS, *SHEETS, *REPORT_KINDS, *REPORT_FORMATS}))
def test_every_layout_sheet_kind_and_format_is_documented(name: str) -> None:
    assert name in COMMAND_LINE


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_documented_for_scripts_and_for_reception(verdict: Verdict) -> None:
    assert f"`{verdict}`" in COMMAND_LINE
    assert f"`{verdict}`" in RECEPTION
    assert load("en").say(f"verdict.{verdict}.word") in RECEPTION


@pytest.mark.parametrize("kind", ForeignKind)
def test_every_kind_of_code_is_documented(kind: ForeignKind) -> None:
    assert f"`{kind}`" in CODES


@pytest.mark.parametrize("key", sorted({one.keys for one in all_keys()}))
def test_every_key_is_documented(key: str) -> None:
    assert f"`{key}`" in WINDOW


def papers() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("paper", papers(), ids=lambda path: path.name)
def test_every_link_leads_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", paper.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (paper.parent / link).exists()] == []


@pytest.mark.parametrize("paper", papers(), ids=lambda path: path.name)
def test_every_file_that_a_paper_names_is_there(paper: Path) -> None:
    named = set(
        re.findall(
            r"`((?:checkin|resources|packaging|tests|docs)/[\w./-]+\.\w+)`",
            paper.read_text(encoding="utf-8"),
        )
    )
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("paper", papers(), ids=lambda path: path.name)
def test_every_command_a_paper_shows_can_be_typed(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8").replace("\\\n", " ")
    for line in re.findall(r"^checkin (\w[\w-]*)(?= )(?!.*\[)(.*)$", text, re.M):
        command, rest = line
        assert command in COMMANDS
        written = set(re.findall(r"--[a-z-]+", rest.partition("#")[0]))
        assert written <= options(subcommands()[command])


def test_decisions_are_numbered_without_gaps() -> None:
    names = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [name[:4] for name in names] == [f"{n:04}" for n in range(1, len(names) + 1)]


def test_whoever_the_readme_searches_for_is_on_the_sample_list() -> None:
    read_me = (ROOT / "README.md").read_text(encoding="utf-8")
    sample = (ROOT / "resources" / "sample" / "delegates.csv").read_text(encoding="utf-8-sig")
    named = re.findall(r'checkin search \S+ "([^"]+)"', read_me)
    assert named
    assert [name for name in named if fold(name) not in fold(sample)] == []
