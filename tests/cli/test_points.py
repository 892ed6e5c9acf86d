"""Sessions by the command line: made with the meeting, scanned for, and not counted at the door."""

from pathlib import Path

import pytest

from tests.cli.command import FIRST_MORNING, Run
from tests.cli.invented_list import write

AT = ("--at", FIRST_MORNING)


@pytest.fixture
def with_sessions(tmp_path: Path, checkin: Run) -> Path:
    path = tmp_path / "groups.checkin"
    checkin(
        *("new", path, "--name", "Madrid", "--zone", "Europe/Madrid", *AT),
        *("--day", "2022-07-05", "--day", "2022-07-06"),
        *("--session", "2022-07-05 Working group A [A]", "--session", "Plenary"),
    ).done()
    checkin("import", path, write(tmp_path / "liste.csv")).done()
    return path


def test_scan_at_a_session_leaves_the_door_as_it_was(
    with_sessions: Path, tmp_path: Path, checkin: Run
) -> None:
    token = checkin("tokens", with_sessions, "--json").done().json[0]["token"]
    scan = ("scan", with_sessions, "--json", *AT)

    def attendance() -> str:
        out = tmp_path / "out.csv"
        out.unlink(missing_ok=True)
        checkin("report", with_sessions, "attendance", "--to", out, *AT).done()
        return out.read_text("utf-8-sig")

    nobody = attendance()
    for point in ("working-group-a", "plenary", "Plenary"):
        (answer,) = checkin(*scan, "--point", point, stdin=token).done().answers
        assert answer["point"] == point.lower()
    assert answer["verdict"] == "already_in"
    assert attendance() == nobody
    (answer,) = checkin(*scan, stdin=token).done().answers
    assert (answer["verdict"], answer["point"]) == ("welcome", "main")
    assert attendance() != nobody
    other_day = ("--day", "2022-07-06", "--point", "working-group-a")
    (answer,) = checkin(*scan, *other_day, stdin=token).done().answers
    assert answer["verdict"] == "not_a_meeting_day"
    assert "held on Tuesday 5 July 2022, not on Wednesday 6 July 2022." in answer["message"]


def test_a_session_that_there_is_not_is_refused_before_any_scan(
    with_sessions: Path, checkin: Run
) -> None:
    refused = checkin("scan", with_sessions, "--point", "c", *AT, stdin="x").refused(
        "no_such_session"
    )
    assert "working-group-a, plenary" in refused.err


@pytest.mark.parametrize("wrong", ["[A]", "2022-07-55 A", "", "A [B] C"])
def test_a_session_that_cannot_be_read_is_usage(tmp_path: Path, checkin: Run, wrong: str) -> None:
    ran = checkin(
        *("new", tmp_path / "m.checkin", "--name", "M", "--zone", "UTC", "--day", "2022-07-05"),
        *("--session", wrong),
    )
    assert ran.code == 2


def test_who_is_looked_up_and_in_already_came_at_a_time_and_a_desk(
    madrid: Path, tokens: list[str], checkin: Run
) -> None:
    checkin("scan", madrid, *AT, stdin=tokens[0]).done()
    later = ("--at", "2022-07-05T09:30:00+02:00")
    ran = checkin("scan", madrid, "--look", *later, stdin=tokens[0]).done()
    assert "Arrived today at 08:45, Desk" in ran.out
    assert "Nothing was recorded again." in ran.out


def test_a_blank_badge_is_listed_without_a_name(madrid: Path, tmp_path: Path, checkin: Run) -> None:
    checkin("badges", madrid, "--spares", "1", "--to", tmp_path / "spare.pdf").done()
    ran = checkin("tokens", madrid).done()
    assert "None" not in ran.out
    assert "nobody's yet" in ran.out
