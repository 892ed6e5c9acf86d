"""The main job from end to end by the program's own commands, on a list nobody here made."""

from pathlib import Path

import pytest

from checkin.domain.meeting import LANGUAGES
from tests.cli.command import Ran, here
from tests.cli.invented_list import PEOPLE, write

FIRST, SECOND = ("--day", "2022-07-05"), ("--day", "2022-07-06")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder somebody works in."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "liste.csv")
    return tmp_path


def checkin(*words: str, stdin: str = "") -> Ran:
    return here(*words, stdin=stdin).done()


def verdicts(lines: list[str], *options: str, file: str = "m.checkin") -> list[str]:
    ran = checkin("scan", file, "--json", *options, stdin="\n".join(lines))
    return [answer["verdict"] for answer in ran.answers]


def test_the_whole_job(folder: Path) -> None:
    checkin(
        *("new", "m.checkin", "--name", "Madrid", "--place", "Madrid"),
        *("--zone", "Europe/Madrid", *FIRST, *SECOND),
    )
    said = checkin("import", "m.checkin", "liste.csv", "--json").json
    assert (said["read"], said["added"], len(said["refused"])) == (PEOPLE + 1, PEOPLE, 1)
    checkin("badges", "m.checkin", "--to", "b.pdf")
    codes = [code["text"] for code in checkin("read", "b.pdf", "--json").json]
    assert len(codes) == len(set(codes)) == PEOPLE

    assert verdicts(codes, *FIRST) == ["welcome"] * PEOPLE
    again = verdicts([code for code in codes for _ in range(2)], *FIRST)
    assert set(again) <= {"already_in", "just_scanned"}
    assert verdicts(codes[:9], *SECOND) == ["welcome"] * 9
    twice = verdicts([codes[20], codes[20]], *SECOND)
    assert twice == ["welcome", "just_scanned"]

    for language in LANGUAGES:
        for form in ("pdf", "xlsx", "csv"):
            out = f"{language}.{form}"
            checkin("report", "m.checkin", "attendance", "--language", language, "--to", out)
    checkin("report", "m.checkin", "attendance", *SECOND, "--to", "second.pdf")

    sound = checkin("check", "m.checkin", "--deep", "--json").json
    assert (sound["ok"], sound["delegates"], sound["arrivals"]) == (True, PEOPLE, PEOPLE + 10)
    tables = [checkin(name, "m.checkin", "--json").json for name in ("tokens", "delegates")]
    checkin("rebuild", "m.checkin")
    assert checkin("check", "m.checkin", "--deep", "--json").json == sound
    assert [checkin(name, "m.checkin", "--json").json for name in ("tokens", "delegates")] == tables

    (folder / "backups").mkdir()
    backup = checkin("backup", "m.checkin", "--to", "backups").out.strip()
    checkin("restore", backup, "--to", "again.checkin")
    assert verdicts(codes[:3], *FIRST, file="again.checkin") == ["already_in"] * 3
    assert verdicts(codes[30:], *SECOND, file="again.checkin") == ["welcome"] * (PEOPLE - 30)
    checkin("check", "again.checkin", "--against", sound["head"])


def test_badges_on_sheets_are_read_back_as_well(folder: Path) -> None:
    checkin("new", "m.checkin", "--name", "Madrid", "--zone", "Europe/Madrid", *FIRST)
    checkin("import", "m.checkin", "liste.csv")
    said = checkin("badges", "m.checkin", "--sheet", "a4-4", "--to", "b.pdf", "--json").json
    assert said["pages"] == -(-PEOPLE // 4)
    codes = checkin("read", "b.pdf", "--json").json
    assert len({code["text"] for code in codes}) == PEOPLE
    assert {code["page"] for code in codes} == set(range(1, said["pages"] + 1))
