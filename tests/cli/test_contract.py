"""Every command's answers as scripts rely on them: fields, streams and exit codes."""

import csv
import json
import re
from pathlib import Path

import pytest

from checkin.cli.main import COMMANDS
from checkin.domain.meeting import LANGUAGES
from tests.cli.command import FIRST_MORNING, Run
from tests.cli.invented_list import HEADER, PEOPLE, TWIN, UNKNOWN, write

SCAN_FIELDS = {"verdict", "recorded", "point", "delegate", "arrival", "earlier", "message"}


def test_new_makes_a_meeting_and_never_twice(empty_meeting: Path, checkin: Run) -> None:
    before = empty_meeting.read_bytes()
    checkin(
        *("new", empty_meeting, "--name", "N", "--zone", "Europe/Madrid", "--day", "2022-07-05")
    ).refused("file_exists")
    assert empty_meeting.read_bytes() == before


@pytest.mark.parametrize(
    "wrong",
    [
        ("--zone", "Mars/Olympus", "--day", "2022-07-05", "--name", "N"),
        ("--zone", "Europe/Madrid", "--day", "2022-07-05", "--name", " "),
    ],
)
def test_new_refuses_what_is_no_meeting(tmp_path: Path, checkin: Run, wrong: tuple[str]) -> None:
    assert checkin("new", tmp_path / "x.checkin", *wrong).code == 1
    assert not list(tmp_path.iterdir())


def test_import_says_what_came_of_every_row(
    empty_meeting: Path, tmp_path: Path, checkin: Run
) -> None:
    path = write(tmp_path / "liste.csv")
    said = checkin("import", empty_meeting, path, "--json").done().json
    assert set(said) == {
        *("read", "added", "changed", "unchanged", "missing", "refused", "warnings"),
        *("columns", "sheet", "header_row", "encoding"),
        *("doubtful", "changes", "missing_people", "dry_run", "import"),
    }
    assert (said["read"], said["added"]) == (PEOPLE + 1, PEOPLE)
    assert (said["changed"], said["unchanged"], said["missing"]) == (0, 0, 0)
    assert said["columns"]["full_name"] == HEADER[1]
    assert (said["sheet"], said["header_row"], said["encoding"]) == ("", 1, "utf-8")
    for problem in (*said["refused"], *said["warnings"]):
        assert set(problem) == {"row", "column", "code", "message"}
    assert [(one["row"], one["code"]) for one in said["refused"]] == [(22, "no_name")]
    codes = [one["code"] for one in said["warnings"]]
    assert codes.count("unknown_delegation") == len(UNKNOWN)
    assert codes.count("looks_like_same_person") >= 1


def test_import_again_leaves_everybody_as_they_are(
    madrid: Path, tmp_path: Path, checkin: Run, tokens: list[str]
) -> None:
    said = checkin("import", madrid, tmp_path / "liste.csv", "--json").done().json
    assert (said["added"], said["unchanged"], said["missing"]) == (0, PEOPLE, 0)
    assert [one["token"] for one in checkin("tokens", madrid, "--json").json] == tokens


def test_import_dry_changes_nothing(empty_meeting: Path, tmp_path: Path, checkin: Run) -> None:
    path = write(tmp_path / "liste.csv")
    before = checkin("check", empty_meeting, "--json").json
    said = checkin("import", empty_meeting, path, "--dry-run", "--json").done().json
    assert said["added"] == PEOPLE
    assert checkin("check", empty_meeting, "--json").json == before
    done = checkin("import", empty_meeting, path, "--json").json
    assert (said.pop("dry_run"), said.pop("import")) == (True, None)
    assert (done.pop("dry_run"), len(done.pop("import"))) == (False, 36)
    assert done == said


def test_import_takes_a_column_by_the_name_it_is_told(
    empty_meeting: Path, tmp_path: Path, checkin: Run
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes("Quién;De dónde\nGarcía;España\n".encode("cp1252"))
    checkin("import", empty_meeting, path, "--encoding", "utf-8").refused("unreadable_list")
    checkin("import", empty_meeting, path, "--json").refused("no_name_column")
    said = checkin(
        *("import", empty_meeting, path, "--json"),
        *("--map", "family_name=Quién", "--map", "delegation=De dónde"),
    ).done()
    assert said.json["encoding"] == "cp1252"
    (person,) = checkin("delegates", empty_meeting, "--json").json
    assert (person["name"], person["country"]) == ("García", "ES")


def test_delegates_are_told_as_stored(madrid: Path, checkin: Run) -> None:
    people = checkin("delegates", madrid, "--json").done().json
    assert len(people) == PEOPLE
    wanted = {
        *("id", "reference", "name", "honorific", "given_names", "family_name"),
        *("name_in_script", "function", "organisation", "country", "delegation", "capacity"),
        *("status", "photo", "awaited"),
    }
    assert wanted <= set(people[0])
    assert {one["awaited"] for one in people} == {False}
    names = [one["name"] for one in people]
    assert names.count(TWIN[1]) == 2
    assert "O<Brien & Fils" in names
    unknown = [one for one in people if one["delegation"] == UNKNOWN[0][4]]
    assert [one["country"] for one in unknown] == [None]


def test_tokens_say_who_holds_which_badge(madrid: Path, checkin: Run) -> None:
    held = checkin("tokens", madrid, "--json").done().json
    assert len(held) == PEOPLE
    assert set(held[0]) == {"token", "number", "delegate_id", "name", "state", "collected_by"}
    assert all(re.fullmatch("[BCDFGHJKLNPRSTVX]{29}", one["token"]) for one in held)
    assert all(re.fullmatch("[A-Z]{2,}-[0-9]{3}", one["number"]) for one in held)
    assert {one["state"] for one in held} == {"issued"}
    assert sum(one["number"].startswith("ZZ-") for one in held) == len(UNKNOWN)


def test_badges_are_written_and_read_back(madrid: Path, tmp_path: Path, checkin: Run) -> None:
    pdf = tmp_path / "b.pdf"
    ahead = checkin("badges", madrid, "--preflight", "--json").done().json
    assert not pdf.exists()
    said = checkin("badges", madrid, "--to", pdf, "--json").done().json
    assert said == ahead
    assert set(said) == {"badges", "pages", "warnings"}
    assert (said["badges"], said["pages"]) == (PEOPLE, PEOPLE)
    for warning in said["warnings"]:
        assert set(warning) == {"delegate_id", "code", "message"}
    codes = checkin("read", pdf, "--json").done().json
    assert set(codes[0]) == {"file", "page", "text", "format", "position"}
    assert [one["page"] for one in codes] == list(range(1, PEOPLE + 1))
    held = checkin("tokens", madrid, "--json").json
    assert sorted(one["text"] for one in codes) == sorted(one["token"] for one in held)
    assert {one["state"] for one in held} == {"printed"}


def test_badges_of_two_countries_on_sheets(madrid: Path, tmp_path: Path, checkin: Run) -> None:
    pdf = tmp_path / "b.pdf"
    said = checkin(
        *("badges", madrid, "--to", pdf, "--json", "--sheet", "a4-4", "--start", "2"),
        *("--country", "ma", "--country", "NE", "--only-unprinted"),
    ).done()
    held = checkin("tokens", madrid, "--json").json
    printed = [one["number"] for one in held if one["state"] == "printed"]
    assert {number[:2] for number in printed} == {"MA", "NE"}
    assert said.json["badges"] == len(printed)
    assert said.json["pages"] == -(-(len(printed) + 1) // 4)


def test_badges_for_nobody_are_refused(madrid: Path, tmp_path: Path, checkin: Run) -> None:
    ran = checkin("badges", madrid, "--to", tmp_path / "b.pdf", "--country", "JP", "--json")
    assert ran.refused("no_badges").json["error"]["code"] == "no_badges"
    assert not (tmp_path / "b.pdf").exists()


def test_scan_of_a_visiting_card_says_what_it_says(madrid: Path, checkin: Run) -> None:
    card = "BEGIN:VCARD\nN:Haddad;Salma\nORG:Ministry\nEMAIL:s@example.org\nEND:VCARD\nMECARD:;;"
    ran = checkin("scan", madrid, "--at", FIRST_MORNING, "--json", stdin=card).done()
    assert [one["verdict"] for one in ran.answers] == ["unknown", "unknown"]
    said, without = ran.answers
    assert set(said) == {*SCAN_FIELDS, "prefill"}
    assert said["prefill"] == {
        "family_name": "Haddad",
        "given_names": "Salma",
        "honorific": "",
        "function": "",
        "organisation": "Ministry",
        "country": "",
        "email": "s@example.org",
        "phone": "",
    }
    assert set(without) == SCAN_FIELDS


def test_scan_answers_every_line_with_the_same_fields(
    madrid: Path, checkin: Run, tokens: list[str]
) -> None:
    lines = "\n".join([tokens[0], tokens[0], tokens[0][:-1], "rubbish", "", tokens[1]])
    ran = checkin("scan", madrid, "--at", FIRST_MORNING, "--json", stdin=lines).done()
    assert [one["verdict"] for one in ran.answers] == [
        *("welcome", "just_scanned", "misread", "unknown", "unknown", "welcome")
    ]
    assert all(set(one) == SCAN_FIELDS for one in ran.answers)
    assert [one["recorded"] for one in ran.answers] == [True, *[False] * 4, True]
    welcome, again = ran.answers[:2]
    assert {"id", "name", "country"} <= set(welcome["delegate"])
    assert set(welcome["arrival"]) == {"id", "day", "at"}
    assert welcome["arrival"]["day"] == "2022-07-05"
    assert re.fullmatch(r"2022-07-05T08:45:\d\d\+02:00", welcome["arrival"]["at"])
    assert set(again["earlier"]) == {"id", "day", "at", "desk"}
    assert again["earlier"]["id"] == welcome["arrival"]["id"]
    assert again["arrival"] is None
    assert welcome["earlier"] is None
    assert ran.answers[3]["delegate"] is None
    assert all(one["message"] for one in ran.answers)


def test_scan_names_its_desk_and_the_next_process_knows_who_is_in(
    madrid: Path, checkin: Run, tokens: list[str]
) -> None:
    def scan(*options: str) -> dict[str, dict[str, str]]:
        given = ("scan", madrid, "--at", FIRST_MORNING, "--json", *options)
        (answer,) = checkin(*given, stdin=tokens[0]).done().answers
        return answer

    first = scan("--desk", "Entrance 1")
    again = scan()
    assert again["verdict"] == "already_in"
    assert again["earlier"]["desk"] == "Entrance 1"
    assert again["earlier"]["id"] == first["arrival"]["id"]
    assert "Entrance 1" in again["message"]


def test_scan_for_a_day_that_was_chosen(madrid: Path, checkin: Run, tokens: list[str]) -> None:
    at = ("--at", "2022-08-01T09:00:00+02:00", "--json")
    (second,) = checkin("scan", madrid, "--day", "2022-07-06", *at, stdin=tokens[0]).answers
    assert (second["verdict"], second["arrival"]["day"]) == ("welcome", "2022-07-06")
    (none,) = checkin("scan", madrid, *at, stdin=tokens[0]).answers
    assert none["verdict"] == "not_a_meeting_day"
    (wrong,) = checkin("scan", madrid, "--day", "2022-08-01", *at, stdin=tokens[0]).done().answers
    assert wrong["verdict"] == "not_a_meeting_day"


def test_scan_look_records_nothing(madrid: Path, checkin: Run, tokens: list[str]) -> None:
    before = checkin("check", madrid, "--json").json
    given = ("scan", madrid, "--look", "--at", FIRST_MORNING, "--json")
    answers = checkin(*given, stdin=f"{tokens[0]}\nrubbish\n").done().answers
    assert [one["verdict"] for one in answers] == ["welcome", "unknown"]
    assert not any(one["recorded"] for one in answers)
    assert checkin("check", madrid, "--json").json == before


def test_search_finds_people(madrid: Path, checkin: Run) -> None:
    found = checkin("search", madrid, "lopez", "--json", "--limit", "3").done().json
    assert len(found) == 3
    assert set(found[0]) == {"id", "name", "country", "function", "score"}
    assert checkin("search", madrid, "nobodyatall", "--json").done().json == []


def test_whoever_is_found_is_told_with_badge_number_and_where_from(
    empty_meeting: Path, tmp_path: Path, checkin: Run
) -> None:
    people = (
        "Family name,Given names,Function,Delegation\nSOW,Ali,Adviser,Mali\n"
        "SOW,Bo,,European Commission\nSOW,Cid,,\n"
    )
    (tmp_path / "l.csv").write_text(people, encoding="utf-8")
    checkin("import", empty_meeting, tmp_path / "l.csv").done()
    lines = checkin("search", empty_meeting, "sow").done().out.splitlines()
    assert lines[0] == "SOW Ali, ML, Adviser, ML-001"
    assert lines[1] == "SOW Bo, European Union / European Commission, EU-001"
    assert lines[2] == "SOW Cid, ZZ-001"
    assert "None" not in " ".join(lines)
    assert checkin("search", empty_meeting, "nobody at all").done().out == "Nobody found.\n"
    heard = checkin("search", empty_meeting, "-", stdin="ali\nxyz\n").done().out
    assert heard.splitlines() == ["ali: SOW Ali", "xyz: Nobody found."]


def test_search_reads_queries_one_a_line(madrid: Path, checkin: Run) -> None:
    ran = checkin("search", madrid, "-", "--json", stdin="sow cheikh\nنادية\n\n").done()
    assert [one["query"] for one in ran.answers] == ["sow cheikh", "نادية", ""]
    assert [len(one["results"]) for one in ran.answers] == [3, 1, 0]


def test_undo_takes_an_arrival_back_once(madrid: Path, checkin: Run, tokens: list[str]) -> None:
    given = ("scan", madrid, "--at", FIRST_MORNING, "--json")
    (answer,) = checkin(*given, stdin=tokens[0]).answers
    arrival = answer["arrival"]["id"]
    checkin("undo", madrid, arrival, "--reason", "wrong person").done()
    checkin("undo", madrid, arrival).refused("already_undone")
    checkin("undo", madrid, "nothing").refused("no_such_arrival")
    (again,) = checkin(*given, stdin=tokens[0]).answers
    assert again["verdict"] == "welcome"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [(), ("--day", "2022-07-06")])
def test_reports_are_written_in_every_language(
    madrid: Path, tmp_path: Path, checkin: Run, language: str, day: tuple[str, ...]
) -> None:
    for form in ("pdf", "xlsx", "csv"):
        to = tmp_path / f"r.{form}"
        checkin("report", madrid, "attendance", "--language", language, *day, "--to", to).done()
        assert to.stat().st_size > 500
    rows = list(csv.reader((tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) > PEOPLE


def test_report_says_which_kinds_there_are(madrid: Path, checkin: Run) -> None:
    assert checkin("report", madrid, "--kinds", "--json").done().json == ["attendance", "door"]
    assert checkin("report", madrid, "--kinds").done().out == "attendance\ndoor\n"


def test_check_counts(madrid: Path, checkin: Run, tokens: list[str]) -> None:
    checkin("scan", madrid, "--at", FIRST_MORNING, stdin=tokens[0])
    said = checkin("check", madrid, "--json").done().json
    assert set(said) == {"ok", "problems", "facts", "delegates", "arrivals", "head"}
    assert said["ok"] is True
    assert said["problems"] == []
    assert (said["delegates"], said["arrivals"]) == (PEOPLE, 1)
    assert checkin("check", madrid, "--deep", "--against", said["head"], "--json").done()


def test_check_of_another_head_is_not_ok(madrid: Path, checkin: Run) -> None:
    ran = checkin("check", madrid, "--against", "00" * 32, "--json")
    assert ran.code == 1
    assert ran.json["ok"] is False
    assert [one["code"] for one in ran.json["problems"]] == ["head"]
    assert checkin("check", madrid, "--against", " ").code == 2


def test_rebuild_changes_nothing(madrid: Path, checkin: Run, tokens: list[str]) -> None:
    checkin("scan", madrid, "--at", FIRST_MORNING, stdin="\n".join(tokens[:9]))
    everything = [checkin(one, madrid, "--json").out for one in ("delegates", "tokens", "check")]
    checkin("rebuild", madrid).done()
    again = [checkin(one, madrid, "--json").out for one in ("delegates", "tokens", "check")]
    assert again == everything


def test_a_backup_says_where_it_is_and_is_restored_once(
    madrid: Path, tmp_path: Path, checkin: Run
) -> None:
    folder = tmp_path / "backups"
    checkin("backup", madrid, "--to", folder).refused("no_such_folder")
    folder.mkdir()
    said = checkin("backup", madrid, "--to", folder, "--at", FIRST_MORNING).done().out.strip()
    assert Path(said) == folder / "m-20220705-084500.checkin"
    restored = tmp_path / "restored.checkin"
    checkin("restore", said, "--to", restored).done()
    assert len(checkin("tokens", restored, "--json").json) == PEOPLE
    checkin("restore", said, "--to", restored).refused("file_exists")


def test_without_json_answers_are_for_people(madrid: Path, checkin: Run, tokens: list[str]) -> None:
    for name in ("tokens", "delegates"):
        assert len(checkin(name, madrid).done().out.splitlines()) == PEOPLE
    assert checkin("check", madrid).done().out.startswith("Sound: ")
    spoken = checkin("scan", madrid, "--at", FIRST_MORNING, stdin=tokens[0]).done().out
    assert spoken.startswith("WELCOME: ")
    assert checkin("search", madrid, "sow").done().out
    assert checkin("search", madrid, "-", stdin="sow\n").done().out.startswith("sow: ")


def test_json_is_the_only_thing_on_standard_output_and_nothing_on_the_other(
    madrid: Path, tmp_path: Path, checkin: Run
) -> None:
    for given in (
        ("import", madrid, tmp_path / "liste.csv"),
        ("badges", madrid, "--to", tmp_path / "b.pdf"),
        ("read", tmp_path / "b.pdf"),
        ("search", madrid, "sow"),
        ("report", madrid, "--kinds"),
        ("tokens", madrid),
        ("delegates", madrid),
        ("check", madrid),
    ):
        ran = checkin(*given, "--json").done()
        assert ran.err == ""
        assert json.loads(ran.out) is not None
        assert ran.out.count("\n") == 1


def test_every_command_of_the_contract_is_there() -> None:
    assert {
        *("new", "import", "badges", "read", "scan", "search", "undo", "report", "tokens"),
        *("delegates", "check", "rebuild", "backup", "restore", "tour"),
    } <= COMMANDS
