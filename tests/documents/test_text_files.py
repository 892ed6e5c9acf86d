"""Records out of text: the delimiter is counted, and no quotation mark swallows a row."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents.lists.csv_table import Text, read_csv
from checkin.documents.lists.lost_letters import lost_letters
from checkin.documents.lists.reading import read_list
from checkin.domain.refused import Refused

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0=\ufeff"))


def _read(text: str) -> Text:
    return read_csv("list.csv", text.encode(), None)


def _why(text: str | bytes) -> str:
    with pytest.raises(Refused) as refusal:
        read_csv("list.csv", text if isinstance(text, bytes) else text.encode(), None)
    assert refusal.value.code == "unreadable_list"
    return str(refusal.value.facts["why"])


class TestDelimiters:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_titles_and_footers_do_not_count(self, delimiter: str) -> None:
        people = [delimiter.join((f"NAME {n}", "Given", "Counsellor, retired")) for n in range(9)]
        if delimiter == ",":
            people = [line.replace("lor, r", "lor r") for line in people]
        title = "List of participants, provisional; 5 July 2022\nRabat, Morocco\n\n"
        lines = (delimiter.join(("Surname", "Given", "Post")), *people, "", "Total: 9, of 12")
        text = _read(title + "\n".join(lines))
        assert text.delimiter == delimiter
        assert text.rows[3] == ["Surname", "Given", "Post"]

    def test_names_with_commas_in_one_column_stay_whole(self) -> None:
        assert _read("Name\nPRUEBA, Ana\nSOW, Awa\n").rows == [
            ["Name"],
            ["PRUEBA, Ana"],
            ["SOW, Awa"],
        ]

    def test_commas_followed_by_blanks_may_be_the_delimiter(self) -> None:
        rows = _read('Name, Country\n"Prueba, Ana", Spain\nSow, Mali\n').rows
        assert rows == [["Name", "Country"], ["Prueba, Ana", "Spain"], ["Sow", "Mali"]]

    @pytest.mark.parametrize("said", ["sep=;", '"sep=;"', "SEP=;"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_a_spreadsheets_word_on_the_delimiter_is_taken_and_is_no_row(
        self, said: str, end: str
    ) -> None:
        text = _read(f"{said}{end}a,b,c;d{end}e,f,g;h{end}")
        assert (text.rows, text.delimiter) == ([["a,b,c", "d"], ["e,f,g", "h"]], ";")

    def test_rows_cut_short_by_another_program_do_not_count_against_it(self) -> None:
        lines = ["A\tB\tC\tD", "1, x\t2", "1, x\t2\t3", "1, x\t2\t3\t4", "1, x"]
        assert _read("\n".join(lines)).delimiter == "\t"

    @given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1), st.sampled_from(",;\t|"))
    def test_what_is_quoted_comes_back_the_same(
        self, rows: list[list[str]], delimiter: str
    ) -> None:
        quoted = ([f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows)
        lines = (f"sep={delimiter}", *map(delimiter.join, quoted))
        assert read_csv("x", "\r\n".join(lines).encode(), "utf-8").rows == rows


class TestQuotationMarks:
    def test_one_that_closes_in_another_row_would_swallow_people(self) -> None:
        text = 'Name,Post\nAna,"Head of\nBea,Clerk\nCleo,"Chief\nDora,Clerk\n'
        read = _read(text)
        people = [["Ana", "Head of"], ["Bea", "Clerk"], ["Cleo", "Chief"], ["Dora", "Clerk"]]
        assert read.rows[1:] == people
        said = [(one.row, one.code) for one in read.problems]
        assert said == [(2, "mark_not_closed"), (4, "mark_not_closed")]

    def test_stray_ones_inside_a_row_do_no_harm(self) -> None:
        text = 'Name,Post\n"Ana "la Jefa" Prueba",Head\n5" Bea,Clerk\n"Cleo","Two\nlines"\n'
        rows = _read(text).rows
        assert [len(row) for row in rows] == [2, 2, 2, 2]
        assert rows[2] == ['5" Bea', "Clerk"]
        assert rows[3] == ["Cleo", "Two\nlines"]

    def test_one_that_never_closes_is_said(self) -> None:
        read = _read('Name,Post\n"Ana" x,"Head\nBea,Clerk\n')
        assert read.rows[1:] == [["Ana x", "Head"], ["Bea", "Clerk"]]
        assert [(one.row, one.code) for one in read.problems] == [(2, "mark_not_closed")]

    def test_marks_in_every_row_cost_no_more_than_the_rows(self) -> None:
        read = _read("Name,Post\n" + '"Ana,Clerk\n' * 20_001)
        assert (len(read.rows), len(read.problems)) == (20_002, 20_001)

    def test_half_a_file_keeps_its_rows_and_shows_where_it_was_cut(self) -> None:
        assert _read('Name,Post\nAna,Head\nBea,"Cler').rows[1:] == [
            ["Ana", "Head"],
            ["Bea", "Cler"],
        ]
        assert _read("Name,Post\nAna,Head\nBe").rows[1:] == [["Ana", "Head"], ["Be"]]

    def test_what_shields_zeros_from_a_spreadsheet_is_taken_off(self) -> None:
        assert _read('Id;Name\n="00123";Ana\n"=""007""";Bea\n').rows[1:] == [
            ["00123", "Ana"],
            ["007", "Bea"],
        ]


class TestOtherKinds:
    @pytest.mark.parametrize(
        "page",
        [
            "<html><table><tr><td>Name</td></tr></table></html>",
            "\ufeff\n<!DOCTYPE html>\n<html>",
            '<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="x">',
            "<META http-equiv=Content-Type><TABLE>",
        ],
    )
    def test_a_web_page_is_called_one(self, page: str) -> None:
        assert "web page" in _why(page)

    def test_a_spreadsheet_as_plain_xml_is_called_xml(self) -> None:
        assert "XML" in _why('<?xml version="1.0"?><Workbook xmlns="urn:x"/>')

    def test_bytes_that_are_no_text_are_called_so(self) -> None:
        assert "not a text" in _why(bytes(range(256)) * 40)

    def test_more_rows_than_a_list_has_are_refused(self) -> None:
        assert len(_read("Name\n" + "A\n" * 200_000).rows) == 200_001
        assert "200000" in _why("Name\n" + "A\n" * 200_001)

    @given(st.one_of(st.binary(), st.text('",;\t|\r\nab=sep ').map(str.encode)))
    def test_whatever_it_is_it_is_read_or_refused(self, data: bytes) -> None:
        try:
            text = read_csv("list.csv", data, None)
        except Refused:
            return
        assert all(isinstance(cell, str) for record in text.rows for cell in record)

    @given(st.lists(st.text("ab\"',; ", min_size=1), min_size=1))
    def test_no_line_is_lost_whatever_marks_stand_in_it(self, lines: list[str]) -> None:
        data = "\n".join(("sep=;", *(f"{line}x{n}" for n, line in enumerate(lines)))).encode()
        try:
            text = read_csv("list.csv", data, None)
        except Refused:
            return
        whole = "\n".join("".join(record) for record in text.rows)
        assert all(f"x{n}" in whole for n in range(len(lines)))  # a marked cell may hold a line end


class TestLostLetters:
    @pytest.mark.parametrize(
        "text",
        [
            *("Garc?a", "N??ez", "?lvarez", "Jean ?douard", "l?Air", "Garc\ufffda", "Zo\x1a"),
            *("GarcÃ­a", "FranÃ§ois", "MÃ‰NDEZ", "Ã‰lise", "NoÃ«l", "dâ€™Ivoire", "CÅ“ur"),
            *("Ø¹Ø¨Ø¯ Ø§Ù„Ø±Ø­Ù…Ù†", "Garc√≠a", "???? ??????", "????", "Wilm\x8fs"),
        ],
    )
    def test_are_seen(self, text: str) -> None:
        assert lost_letters(text)

    @pytest.mark.parametrize(
        "text",
        [
            *("", "García", "Are you a consultant?", "¿Quién?", "Vegetarian? yes", "?", "??"),
            *("https://example.org/a?b=1", "x.org/p?id=7", "SÃO TOMÉ", "« DÉLÉGUÉ »", "CAFÉ”"),
            *("IRMÃ", "Ålesund", "Åse", "عبد الرحمن", "Łódź", "Ñandú", "Âge", "N’Diaye", "12 °C"),
        ],
    )
    def test_are_not_seen_where_none_are(self, text: str) -> None:
        assert not lost_letters(text)

    @pytest.mark.parametrize("text", ["Ková?", "?", "Dato? R. Sathiah", "Ana ??", "? Prueba"])
    def test_at_the_end_of_a_word_are_seen_in_names_only(self, text: str) -> None:
        assert lost_letters(text, name=True) is (text in ("Ková?", "Dato? R. Sathiah"))
        assert not lost_letters(text)

    def test_are_warned_of_in_the_row_they_stand_in(self, tmp_path: Path) -> None:
        path = tmp_path / "list.csv"
        path.write_text("Nom;Pays\nGarc?a;Espagne\nSOW;Mali\n", encoding="utf-8")
        (warning,) = read_list(path).warnings
        assert (warning.row, warning.column, warning.code) == (2, "Nom", "letters_lost")
        assert warning.facts == {"text": "Garc?a"}


class TestLongLines:
    """A line is read in one go, in which no other thread runs."""

    @pytest.mark.parametrize("letter", ["a", '"', ",", " x", "é"])
    @pytest.mark.parametrize("before", ["", "Name;Country\r\n", "Name\rALAMI\r"])
    def test_a_line_of_megabytes_is_refused_before_it_is_looked_at(
        self, letter: str, before: str
    ) -> None:
        assert "4000000" in _why(before + letter * (5_000_000 // len(letter)))

    @pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
    def test_long_lists_of_lines_that_are_not_are_read(self, end: str) -> None:
        text = "Name;Note" + end + ("ALAMI;" + "a" * 9990 + end) * 900
        assert len(_read(text).rows) == 901

    def test_a_long_cell_is_no_fault_of_the_first_list_that_is_read(self) -> None:
        limit = csv.field_size_limit(131_072)
        try:
            assert _read("Name;Note\nALAMI;" + "a" * 150_000).rows[1][0] == "ALAMI"
        finally:
            csv.field_size_limit(max(limit, 1_000_000))
