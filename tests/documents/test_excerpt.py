"""What people look at of a list before they apply it: small, however large the list is."""

from pathlib import Path

import pytest

from checkin.documents.lists.reading import read_list
from checkin.domain.listing import DelegateList
from tests.documents.workbooks import parts, row, sheet_xml, write


def _read(folder: Path, text: str) -> DelegateList:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return read_list(path)


def test_rows_stand_as_they_are_written_under_what_their_columns_were_taken_for(
    tmp_path: Path,
) -> None:
    listed = _read(
        tmp_path, "Pays,Pointure,Nom,,Prénom\nMaroc,41, ALAMI ,x\n,,,,\nMali,,SOW,,A\x07wa\n"
    )
    excerpt = listed.excerpt
    assert excerpt.header == ("Pays", "Pointure", "Nom", "Prénom")
    assert excerpt.fields == ("delegation", "", "family_name", "given_names")
    assert excerpt.rows == ((2, ("Maroc", "41", "ALAMI", "")), (4, ("Mali", "", "SOW", "A wa")))


def test_odd_rows_are_there_however_far_down_they_stand(tmp_path: Path) -> None:
    rows = [f"NAME{n};Spain" for n in range(1000)]
    rows[700] = ";Spain"
    rows[900] = "ALAMI;Atlantis"
    excerpt = _read(tmp_path, "\n".join(["Name;Country", *rows])).excerpt
    numbers = [number for number, _ in excerpt.rows]
    assert numbers == [*range(2, 102), 702, 902]


def test_a_huge_list_has_a_small_excerpt(tmp_path: Path) -> None:
    header = "Name;" + ";".join(f"Column {n}" for n in range(200))
    rows = [f"{'LONG ' * 1000}{n};Nowhere" for n in range(500)]
    excerpt = _read(tmp_path, "\n".join([header, *rows])).excerpt
    assert len(excerpt.rows) == 200
    assert len(excerpt.header) == len(excerpt.fields) == 40
    assert {len(texts) for _, texts in excerpt.rows} == {40}
    assert max(len(text) for _, texts in excerpt.rows for text in texts) == 201


def test_a_workbook_says_what_sheets_it_has(tmp_path: Path) -> None:
    sheet = sheet_xml(row(1, "Name"), row(2, "ALAMI"))
    listed = read_list(write(tmp_path / "a.xlsx", parts({"Heads": sheet, "Experts": sheet})))
    assert (listed.sheet, listed.sheets) == ("Heads", ("Heads", "Experts"))


def test_whoever_waits_hears_how_far_the_rows_are_and_may_end_it(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name\n" + "ALAMI\n" * 250, encoding="utf-8")
    heard: list[tuple[int, int]] = []
    read_list(path, told=lambda done, total: heard.append((done, total)))
    assert heard == [(0, 250), (100, 250), (200, 250)]

    def enough(done: int, total: int) -> None:
        raise InterruptedError

    book = write(tmp_path / "a.xlsx", parts({"D": sheet_xml(row(1, "Name"), row(2, "ALAMI"))}))
    for one in (path, book):
        with pytest.raises(InterruptedError):
            read_list(one, told=enough)
