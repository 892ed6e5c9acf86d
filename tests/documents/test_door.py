"""The list at the door: ticked by hand, typed in afterwards."""

import io
from dataclasses import replace
from datetime import timedelta

import openpyxl
import pytest

from checkin.documents.lists.source import read_source
from checkin.documents.reports.writing import write
from checkin.domain.attendance import attendance
from checkin.domain.delegate import Delegate, Status
from checkin.domain.door import DoorList, a_to_z
from checkin.domain.meeting import LANGUAGES
from checkin.domain.report import REPORT_FORMATS
from tests.documents.test_reports import (
    HOSTILE,
    TUESDAY,
    arrival,
    context,
    delegates,
    made,
    meeting,
    pdf,
    rows,
)

NUMBERS = {"a": "MA-001", "b": "MA-002", "c": "GN-001", "e": "BE-001"}


def door(people=None, came=(), days=1) -> DoorList:
    gathered, people = meeting(), delegates() if people is None else people
    asked = gathered.days[:days]
    return DoorList(attendance(gathered, people, came, asked, lambda one: one.delegation), NUMBERS)


def written(form: str, of: DoorList | None = None, language: str = "en") -> bytes:
    file = io.BytesIO()
    write("door", file, form, of or door(), context(language))
    return file.getvalue()


def test_people_stand_from_a_to_z_whatever_their_capacity():
    (morocco,) = [one for one in made().delegations if one.name == "Morocco"]
    assert [one.delegate.family_name for one in a_to_z(morocco)] == ["BENNANI", "EL OUAFI"]


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_the_same_values_give_the_same_bytes(form):
    assert written(form) == written(form)


def test_paper_has_number_name_script_function_and_room_for_strangers():
    text = " ".join(pdf(written("pdf")))
    for said in ("Door list", "Tuesday 5 July 2022", "by delegation, A to Z", "MA-001", "EL OUAFI"):
        assert said in text
    for said in ("Adviser", "As of 06 Jul 2022 18:42", "journal head 7C41 9D02", "Page 1 of 1"):
        assert said in text
    assert text.count("Name, delegation, capacity, in capitals") == 6
    assert text.index("BENNANI") < text.index("EL OUAFI")


def test_who_came_already_stands_with_the_time_and_who_withdrew_is_named_so():
    text = " ".join(pdf(written("pdf", door(came=[arrival("a", 4)]))))
    assert "09:04" in text
    assert text.index("GONE") < text.index("withdrawn")


def test_every_day_has_a_list_of_its_own():
    pages = pdf(written("pdf", door(days=2)))
    assert ["Tuesday 5 July" in page for page in pages] == [True, False]
    assert "Wednesday 6 July" in pages[1]
    assert pages[1].count("Door list") == 1  # its own head, and no line of a page before
    assert "Page 2 of 2" in pages[1]


def test_a_delegation_never_stands_alone_at_the_foot_of_a_page():
    people = [
        Delegate(f"{group}-{one}", f"NAME{group:02}{one}", delegation=f"State {group:02}")
        for group in range(30)
        for one in range(3)
    ]
    pages = pdf(written("pdf", door(people)))
    assert len(pages) > 3
    for page in pages[1:]:
        assert "State" in page.partition("NAME")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_list_says_is_set_letter_by_letter(language):
    people = [
        replace(one, id=str(number), family_name=text, function=text, name_in_script=text)
        for number, text in enumerate(HOSTILE)
        for one in [Delegate("x", "X", delegation=text)]
    ]
    people.append(Delegate("gone", HOSTILE[7], delegation="A", status=Status.WITHDRAWN))
    for form in REPORT_FORMATS:
        assert written(form, door(people), language)


def test_nobody_on_the_list_leaves_room_to_write():
    assert "Not on the list" in " ".join(pdf(written("pdf", door([]))))


def test_a_spreadsheet_has_a_row_for_each_person_and_day():
    late = arrival("b", 11)
    head, *lines = rows(written("csv", door(came=[late], days=2)))
    assert head[-5:] == ["Day", "Badge", "State", "Here", "Arrived at"]
    assert len(lines) == 14
    (bennani,) = [line for line in lines if line[1] == "BENNANI" and line[9] == "2022-07-05"]
    assert bennani[-4:] == ["MA-002", "", "☑", "09:11:00"]
    (gone,) = [line for line in lines if line[1] == "GONE" and line[9] == "2022-07-06"]
    assert gone[-3:] == ["withdrawn", "", ""]
    assert (TUESDAY + timedelta(days=1)).isoformat() == "2022-07-06"


def test_a_workbook_is_one_sheet(tmp_path):
    (tmp_path / "d.xlsx").write_bytes(written("xlsx"))
    (sheet,) = openpyxl.load_workbook(tmp_path / "d.xlsx").worksheets
    assert sheet.cell(1, 11).value == "Badge"
    assert read_source(tmp_path / "d.xlsx").grids
