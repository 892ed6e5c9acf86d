"""Nothing of the machine or the people we worked with stands in what we hand on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rules.source import ROOT, WRITTEN

TEXTS = {
    *(".py", ".md", ".toml", ".txt", ".sh", ".ps1", ".csv", ".json", ".yml", ".cfg", ".desktop"),
    *(".ts", ".svg", ""),
}
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+|tmp/pytest\S*)/|[A-Z]:\\Users\\")
ADDRESS = re.compile(r"(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w.-])")
MAIL = re.compile(r"[\w.+-]+@(?!example\.|[\w-]+\.example\b)[\w-]+\.[a-z]{2,}", re.IGNORECASE)
INDEX = re.compile(r"--(?:extra-)?index-url|https?://(?:localhost|[^/\s]*:\d+)")


def tracked() -> Iterator[Path]:
    """The text files of the project: its folders and what lies beside them."""
    folders = (*WRITTEN, "docs", ".ci")
    inside = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    for path in (*ROOT.iterdir(), *inside):
        if {"__pycache__", ".git"} & set(path.parts):  # .git is a file in a worktree
            continue
        if path.is_file() and path.suffix in TEXTS:
            yield path


@pytest.mark.parametrize(
    "found", [MACHINE, ADDRESS, MAIL, INDEX], ids=["path", "ip", "mail", "index"]
)
def test_no_text_names_a_machine_an_address_or_a_mailbox(found: re.Pattern[str]) -> None:
    hits = []
    for path in tracked():
        if path == Path(__file__):
            continue
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), 1
        ):
            if found.search(line):
                hits.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert hits == []


def test_the_patterns_find_what_they_are_for() -> None:
    assert MACHINE.search("see /work/main/x and C:\\Users\\me\\x")
    assert ADDRESS.search("at 10.0.0.7 there")
    assert MAIL.search("me@ministry.gov")
    assert not MAIL.search("me@example.org")
    assert INDEX.search("pip install --index-url http://127.0.0.1:8080/simple")
