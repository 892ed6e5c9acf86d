"""Exit 2 for what was asked wrongly, 1 for what the world refuses: one sentence, no traceback."""

import os
from pathlib import Path

import pytest

from tests.cli.command import FIRST_MORNING, Run, process

FILE = "m.checkin"


@pytest.mark.parametrize(
    "words",
    [
        ("bogus",),
        ("new", FILE),
        ("new", FILE, "--name", "N", "--zone", "Europe/Madrid"),
        ("new", FILE, "--name", "N", "--zone", "Europe/Madrid", "--day", "05/07/2022"),
        ("import", FILE),
        ("import",),
        ("import", FILE, "--explain", "list.csv"),
        ("import", "--explain", "list.csv", "--dry-run"),
        ("import", "--explain", "list.csv", "--refused", "out.xlsx"),
        ("import", "--explain", "list.csv", "--only-adds"),
        ("import", FILE, "list.csv", "--header-row", "-1"),
        ("import", FILE, "list.csv", "--map", "family_name"),
        ("import", FILE, "list.csv", "--map", "=Nom"),
        ("badges", FILE),
        ("badges", FILE, "--to", "b.pdf", "--layout", "a7"),
        ("badges", FILE, "--to", "b.pdf", "--sheet", "a4-n-up"),
        ("badges", FILE, "--to", "b.pdf", "--start", "0"),
        ("badges", FILE, "--to", "b.pdf", "--start", "one"),
        ("read",),
        ("scan", FILE, "--day", "today"),
        ("scan", FILE, "--at", "2022-07-05T08:45:00"),
        ("scan", FILE, "--at", "yesterday"),
        ("search", FILE),
        ("search", FILE, "x", "--limit", "0"),
        ("undo", FILE),
        ("report", FILE),
        ("report", FILE, "attendance"),
        ("report", FILE, "--to", "r.pdf"),
        ("report", FILE, "signature", "--to", "r.pdf"),
        ("report", FILE, "attendance", "--to", "r.pdf", "--language", "de"),
        ("check",),
        ("check", FILE, "--against", ""),
        ("backup", FILE),
        ("restore", FILE),
        ("scan", FILE, "--unknown"),
        ("tokens", FILE, "--passphrase", "secret"),
        ("hub", FILE),
    ],
)
def test_what_was_asked_wrongly_is_said_and_nothing_is_done(
    tmp_path: Path, checkin: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = checkin(*words)
    assert ran.code == 2
    assert "usage: checkin" in ran.err
    assert ran.out == ""
    assert os.listdir(tmp_path) == []


def test_help_and_version_are_answers(checkin: Run) -> None:
    assert "scan" in checkin("--help").done().out
    assert "--desk" in checkin("scan", "--help").done().out
    assert checkin("--version").done().out.strip()


ON_FILE = ["tokens", "delegates", "check", "scan"]


@pytest.mark.parametrize("command", ON_FILE)
@pytest.mark.parametrize(
    ("contents", "code"),
    [
        (None, "no_such_file"),
        (b"", "not_a_meeting_file"),
        (b"A letter, not a meeting.\n", "not_a_meeting_file"),
        (b"%PDF-1.7\n" + b"\0" * 5000, "not_a_meeting_file"),
        (bytes(range(256)) * 64, "passphrase_needed"),
    ],
)
def test_what_is_not_a_meeting_file_is_refused_and_stays_as_it_is(
    tmp_path: Path, checkin: Run, command: str, contents: bytes | None, code: str
) -> None:
    path = tmp_path / "odd.checkin"
    if contents is not None:
        path.write_bytes(contents)
    before = os.listdir(tmp_path)
    ran = checkin(command, path, "--json").refused(code)
    assert ran.json["error"]["code"] == code
    assert ran.json["error"]["message"] in ran.err
    assert os.listdir(tmp_path) == before
    assert contents is None or path.read_bytes() == contents


def test_somebody_elses_database_is_left_alone(tmp_path: Path, checkin: Run) -> None:
    import sqlite3

    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE people (name)")
    other.close()
    before = path.read_bytes()
    checkin("check", path).refused("not_a_meeting_file")
    assert path.read_bytes() == before


def test_a_file_in_use_is_refused_to_a_second_process(madrid: Path, checkin: Run) -> None:
    from checkin.bootstrap import open_meeting

    services = open_meeting(madrid)
    try:
        refused = process("tokens", madrid, "--json").refused("file_in_use")
    finally:
        services.close()
    assert refused.json["error"]["code"] == "file_in_use"
    checkin("tokens", madrid).done()


def test_a_newer_file_is_refused(madrid: Path, checkin: Run) -> None:
    from checkin.bootstrap import open_meeting

    services = open_meeting(madrid)
    services.file.connection.execute("PRAGMA user_version = 9999")
    services.close()
    checkin("check", madrid, "--json").refused("newer_file")


@pytest.mark.parametrize(
    ("name", "contents", "code"),
    [
        ("none.csv", None, "no_such_file"),
        ("empty.csv", b"", "empty_file"),
        ("header.csv", b"Nom,Pays\n", "empty_list"),
        ("numbers.csv", b"a,b\n1,2\n", "no_name_column"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "unreadable_list"),
        ("page.xls", b"<html><table><tr><td>Nom</td></tr></table>", "unreadable_list"),
        ("broken.xlsx", b"PK\x03\x04 and nothing more", "unreadable_list"),
    ],
)
def test_a_list_that_cannot_be_read_brings_nobody_in(
    empty_meeting: Path, tmp_path: Path, checkin: Run, name: str, contents: bytes, code: str
) -> None:
    if contents is not None:
        (tmp_path / name).write_bytes(contents)
    ran = checkin("import", empty_meeting, tmp_path / name, "--json").refused(code)
    assert ran.json["error"]["code"] == code
    assert checkin("delegates", empty_meeting, "--json").json == []


def test_a_sheet_column_or_field_that_is_not_there_is_named(
    empty_meeting: Path, tmp_path: Path, checkin: Run
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Nom,Pays\nSOW,Mali\n", encoding="utf-8")
    given = ("import", empty_meeting, path)
    checkin(*given, "--sheet", "Feuil2").refused("no_such_sheet")
    assert "Prénom" in checkin(*given, "--map", "given_names=Prénom").refused("no_such_column").err
    assert "shoe" in checkin(*given, "--map", "shoe=Nom").refused("no_such_field").err
    assert "klingon" in checkin(*given, "--encoding", "klingon").refused("unreadable_list").err


def test_a_refused_report_writes_nothing(madrid: Path, tmp_path: Path, checkin: Run) -> None:
    before = sorted(os.listdir(tmp_path))
    to = tmp_path / "r.pdf"
    given = ("report", madrid, "attendance", "--json", "--to")
    checkin(*given, to, "--day", "2022-08-01").refused("not_a_meeting_day")
    checkin(*given, tmp_path / "r.docx").refused("unknown_format")
    checkin(*given, tmp_path / "none" / "r.pdf").refused("no_such_folder")
    checkin("badges", madrid, "--to", tmp_path / "none" / "b.pdf").refused("no_such_folder")
    checkin("badges", madrid, "--to", madrid).refused("file_exists")
    checkin("badges", madrid, "--to", to, "--start", "2").refused("start_outside")
    assert sorted(os.listdir(tmp_path)) == before
    checkin("check", madrid).done()


def test_pictures_that_are_none_are_refused(tmp_path: Path, checkin: Run) -> None:
    (tmp_path / "no.png").write_text("no picture", encoding="utf-8")
    checkin("read", tmp_path / "no.png", "--json").refused("unreadable_picture")
    checkin("read", tmp_path / "none.png", "--json").refused("no_such_file")


def test_every_command_opens_an_encrypted_file_with_its_passphrase_file(
    tmp_path: Path, checkin: Run
) -> None:
    path, words = tmp_path / "secret.checkin", tmp_path / "words"
    words.write_bytes('clé d\'été "2022"; 😀\r\nsecond line\n'.encode())
    key = ("--passphrase-file", words)
    listed = tmp_path / "a.csv"
    listed.write_text("Nom,Pays\nSAWADOGO,Mali\n", encoding="utf-8")
    made = ("--name", "N", "--zone", "Europe/Madrid", "--day", "2022-07-05")
    checkin("new", path, *made, *key).done()
    checkin("import", path, listed, *key).done()
    (held,) = checkin("tokens", path, "--json", *key).done().json
    scan = ("scan", path, "--at", FIRST_MORNING, "--json", *key)
    (answer,) = checkin(*scan, stdin=held["token"]).done().answers
    checkin("undo", path, answer["arrival"]["id"], *key).done()
    for name in ("delegates", "check", "rebuild"):
        checkin(name, path, *key).done()
    checkin("search", path, "sawadogo", *key).done()
    checkin("badges", path, "--to", tmp_path / "b.pdf", *key).done()
    checkin("report", path, "attendance", "--to", tmp_path / "r.csv", *key).done()
    backup = checkin("backup", path, "--to", tmp_path, *key).done().out.strip()
    checkin("restore", backup, "--to", tmp_path / "again.checkin", *key).done()
    checkin("check", tmp_path / "again.checkin", *key).done()
    assert b"SAWADOGO" not in path.read_bytes()
    checkin("check", path, "--json").refused("passphrase_needed")
    other = tmp_path / "other"
    other.write_text("wrong\n", encoding="utf-8")
    checkin("check", path, "--passphrase-file", other).refused("wrong_passphrase")
    checkin("restore", backup, "--to", tmp_path / "x.checkin").refused("passphrase_needed")


def test_a_passphrase_file_from_notepad_says_the_same(tmp_path: Path, checkin: Run) -> None:
    path, plain, marked = tmp_path / "m.checkin", tmp_path / "plain", tmp_path / "marked"
    plain.write_bytes("été".encode())
    marked.write_bytes("été\r\n".encode("utf-8-sig"))
    made = ("--name", "N", "--zone", "Europe/Madrid", "--day", "2022-07-05")
    checkin("new", path, *made, "--passphrase-file", marked).done()
    checkin("check", path, "--passphrase-file", plain).done()


@pytest.mark.parametrize("contents", [None, b"", b"\nsecond\n", b"\xff\xfe", b"a\0b"])
def test_a_passphrase_file_that_holds_none_is_refused(
    madrid: Path, tmp_path: Path, checkin: Run, contents: bytes | None
) -> None:
    if contents is not None:
        (tmp_path / "words").write_bytes(contents)
    checkin("check", madrid, "--passphrase-file", tmp_path / "words").refused("passphrase_empty")


def test_a_file_without_a_passphrase_is_not_opened_with_one(
    madrid: Path, tmp_path: Path, checkin: Run
) -> None:
    (tmp_path / "words").write_text("secret", encoding="utf-8")
    checkin("check", madrid, "--passphrase-file", tmp_path / "words").refused("not_encrypted")
    checkin("check", madrid).done()
