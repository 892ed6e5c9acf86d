"""A second list on the command line: what it changes is told, and all of it can be taken back."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.command import FIRST_MORNING, Run
from tests.people import PEOPLE, list_of, many_people

CHANGED = PEOPLE.replace("Director of Borders", "Minister").replace("R-2;BENNANI", ";BENNANY")


@pytest.fixture
def meeting(empty_meeting: Path, tmp_path: Path, checkin: Run) -> Path:
    checkin("import", empty_meeting, list_of(tmp_path / "a.csv")).done()
    return empty_meeting


def test_changed_doubtful_and_missing_are_told(meeting: Path, tmp_path: Path, checkin: Run) -> None:
    text = "".join(CHANGED.splitlines(keepends=True)[:-1])
    path = list_of(tmp_path / "b.csv", text)
    said = checkin("import", meeting, path, "--dry-run", "--json").done().json
    assert (said["added"], said["changed"], said["unchanged"], said["missing"]) == (1, 1, 4, 1)
    (change,) = said["changes"]
    assert change.keys() == {"row", "id", "name", "fields", "kept"}
    assert (change["row"], change["kept"]) == (2, {})
    assert change["fields"] == {"function": ["Director of Borders", "Minister"]}
    (doubt,) = said["doubtful"]
    assert (doubt["row"], doubt["name"], doubt["why"]) == (3, "BENNANY Mohamed", "typing_error")
    assert [one["name"] for one in doubt["known"]] == ["BENNANI Mohamed"]
    assert [one["name"] for one in said["missing_people"]] == ["Ouedraogo Salif"]
    assert [one["code"] for one in said["warnings"]] == ["typing_error"]
    spoken = checkin("import", meeting, path).done()
    assert spoken.out.startswith("6 read, 1 added, 1 changed, 4 unchanged, 1 not on this list;")
    people = checkin("delegates", meeting, "--json").json
    assert [one["name"] for one in people if one["missing"]] == ["Ouedraogo Salif"]


def test_an_import_is_taken_back_by_its_id(meeting: Path, tmp_path: Path, checkin: Run) -> None:
    before = checkin("delegates", meeting, "--json").json
    path = list_of(tmp_path / "b.csv", CHANGED)
    act = checkin("import", meeting, path, "--json").done().json["import"]
    said = checkin("undo", meeting, act, "--reason", "the wrong list", "--json").done().json
    assert said == {"import": act, "withdrawn": 1, "changed_back": 1, "marks": 0, "left": []}
    assert checkin("delegates", meeting, "--json").json[:7] == before
    checkin("undo", meeting, act).refused("import_already_undone")
    checkin("undo", meeting, "nothing").refused("no_such_arrival")
    assert checkin("check", meeting, "--deep", "--json").done().json["ok"]


def test_what_cannot_be_taken_back_is_said(meeting: Path, tmp_path: Path, checkin: Run) -> None:
    path = list_of(tmp_path / "b.csv", PEOPLE + "R-8;ALAMI;Hind;;;Morocco;;;\n")
    act = checkin("import", meeting, path, "--json").done().json["import"]
    held = checkin("tokens", meeting, "--json").json
    token = next(one["token"] for one in held if one["name"] == "ALAMI Hind")
    checkin("scan", meeting, "--at", FIRST_MORNING, stdin=token).done()
    said = checkin("undo", meeting, act).done()
    assert "ALAMI Hind has arrived and stays on the list" in said.err


def test_refused_rows_go_into_a_workbook(meeting: Path, tmp_path: Path, checkin: Run) -> None:
    path = list_of(tmp_path / "b.csv", PEOPLE + "R-8;;;;;Morocco;;;=1\n")
    out = tmp_path / "refused.xlsx"
    checkin("import", meeting, path, "--refused", out).done()
    rows = list(openpyxl.load_workbook(out).active.values)
    assert (rows[1][0], rows[1][3], rows[1][-1]) == ("9", "R-8", "=1")
    assert checkin("import", meeting, path, "--refused", tmp_path / "x.csv").code == 2
    nowhere = tmp_path / "none" / "x.xlsx"
    checkin("import", meeting, path, "--refused", nowhere).refused("no_such_folder")


def test_a_long_list_on_an_open_day_needs_a_yes(
    meeting: Path, tmp_path: Path, checkin: Run
) -> None:
    path = many_people(tmp_path / "many.csv", 5001)
    given = ("import", meeting, path, "--at", FIRST_MORNING, "--json")
    checkin(*given).refused("list_over_open_day")
    assert checkin(*given, "--dry-run").done().json["added"] == 5001
    assert checkin(*given, "--yes").done().json["added"] == 5001
