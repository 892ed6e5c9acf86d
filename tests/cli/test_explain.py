"""`checkin import --explain`: how a list is understood, asked without a meeting file."""

from pathlib import Path

import pytest

from tests.cli.command import Run

LIST = (
    "Liste des participants;;\n\n"
    "Nom;Contact;Pays\nPRUEBA Ana;a@x.example;Mali\nPRUEBA Bea;b@x.example;Nulle-Part\n"
    ";c@x.example;Mali\n"
    "Total : 3;;\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "liste.csv"
    made.write_text(LIST, encoding="utf-8")
    return made


def test_a_list_is_explained_without_a_meeting_file(path: Path, checkin: Run) -> None:
    said = checkin("import", "--explain", path, "--json").done().json
    assert (said["format"], said["encoding"], said["sheet"]) == ("csv", "utf-8", "")
    assert (said["header_row"], said["first_row"], said["last_row"]) == (3, 4, 6)
    assert (said["read"], said["people"]) == (3, 2)
    assert said["columns"] == {
        "full_name": "Nom",
        "delegation": "Pays",
        "country": "Pays",
        "email": "Contact",
    }
    assert said["seen"][1] == {
        "letter": "B",
        "header": "Contact",
        "fields": ["email"],
        "how": "content",
        "examples": ["a@x.example", "b@x.example", "c@x.example"],
    }
    assert [(one["row"], one["code"]) for one in said["left_out"]] == [
        (1, "title_rows"),
        (7, "footer_rows"),
    ]
    assert [one["code"] for one in said["refused"]] == ["no_name"]
    assert [path.name for path in path.parent.iterdir()] == ["liste.csv"]


def test_it_is_told_in_words_as_well(path: Path, checkin: Run) -> None:
    ran = checkin("import", "--explain", path).done()
    assert "header in row 3, people in rows 4 to 6" in ran.out
    assert "2 people, 1 refused" in ran.out
    assert "B Contact: email (by content): a@x.example" in ran.out
    assert "liste.csv row 5: " in ran.err


def test_the_operator_may_say_otherwise(path: Path, checkin: Run) -> None:
    said = checkin(
        *("import", "--explain", path, "--json", "--header-row", "0", "--hidden"),
        *("--map", "note=B", "--map", "family_name=A", "--map", "delegation=-"),
    ).done()
    assert said.json["header_row"] == 0
    assert said.json["seen"][1]["how"] == "operator"
    assert "delegation" not in said.json["columns"]
    assert "no_header" in [one["code"] for one in said.json["warnings"]]


def test_a_list_whose_names_nobody_finds_is_explained_and_not_taken(
    empty_meeting: Path, tmp_path: Path, checkin: Run
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Code;Pays\nx1;Mali\nx2;Niger\n", encoding="utf-8")
    said = checkin("import", "--explain", path, "--json").done().json
    assert (said["read"], said["people"], said["refused"]) == (2, 0, [])
    assert [one["code"] for one in said["warnings"]] == ["no_names"]
    assert [one["header"] for one in said["seen"]] == ["Code", "Pays"]
    checkin("import", empty_meeting, path).refused("no_name_column")


def test_what_cannot_be_read_is_refused(tmp_path: Path, checkin: Run) -> None:
    checkin("import", "--explain", tmp_path / "nobody.csv").refused("no_such_file")
    (tmp_path / "list.csv").write_text("Name\nAna\n")
    checkin("import", "--explain", tmp_path / "list.csv", "--sheet", "X").refused("no_such_sheet")


def test_a_warning_about_the_whole_list_names_no_row(
    empty_meeting: Path, tmp_path: Path, checkin: Run
) -> None:
    path = tmp_path / "bare.csv"
    path.write_text("PRUEBA Ana,Mali\nPRUEBA Bea,Niger\nPRUEBA Cleo,Mali\n", encoding="utf-8")
    ran = checkin("import", empty_meeting, path, "--dry-run").done()
    assert "bare.csv: No header was found" in ran.err
    assert "3 added" in ran.out
    assert ran.out.strip().endswith("nothing was changed")


def test_a_mended_spelling_is_explained_and_one_that_no_row_has_is_said(
    tmp_path: Path, checkin: Run
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Country\nAna Prueba,Marroco\n")
    mends = ("--mend", "Marroco=Morocco", "--mend", "Nowhere=Spain")
    said = checkin("import", "--explain", path, *mends, "--json")
    assert [(one["row"], one["code"]) for one in said.json["warnings"]] == [(0, "mended_nobody")]
    checkin("import", "--explain", path, "--header-row", "99").refused("no_such_header_row")
