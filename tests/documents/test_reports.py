"""Attendance reports as people get them: real files, read back by other programs."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest

from checkin.documents.reports.writing import ReportContext, write
from checkin.documents.wording import load
from checkin.domain.arrival import Arrival
from checkin.domain.attendance import Attendance, attendance
from checkin.domain.delegate import Capacity, Delegate, Status
from checkin.domain.meeting import LANGUAGES, Meeting
from checkin.domain.report import REPORT_FORMATS

TUESDAY = date(2022, 7, 5)
LONG = (
    "HOHENLOHE-SCHILLINGSFÜRST DE LA TRÉMOILLE Y ÁLVAREZ DE TOLEDO Maria Francisca Leonor "
    "Immaculada Concepción Teresa Wilhelm"
)
assert len(LONG) == 121
HOSTILE = (
    *(
        "=1+1",
        "+33 6",
        "-2",
        "@SUM(A1)",
        "＝cmd",
        "#REF!",
        "<b>O'Brien & <img src='/etc/hostname'/>",
    ),
    *(
        LONG,
        "W" * 120,
        "\ud800\x0b\ufffe漢字",
        "http://example.org",
        "{family_name}",
        "%s",
        "12345",
    ),
)


def meeting(days: int = 2) -> Meeting:
    titles = {"en": "Border management", "ar": "إدارة الحدود"}
    span = tuple(TUESDAY + timedelta(days=day) for day in range(days))
    return Meeting("m", titles, "Madrid", "Europe/Madrid", span)


def delegates() -> list[Delegate]:
    """Four delegations, one of them unresolved, and somebody without one."""
    morocco = {"delegation": "Morocco", "country": "MA"}
    head = Capacity.HEAD
    return [
        Delegate("a", "EL OUAFI", "Nadia", capacity=head, name_in_script="نادية الوافي", **morocco),
        Delegate("b", "BENNANI", "Mohamed", reference="R-2", function="Adviser", **morocco),
        Delegate("c", "CAMARA", "Mamadou", delegation="Guinea", country="GN", capacity=head),
        Delegate("d", "DIALLO", "Lamine", delegation="Guinea", country="GN"),
        Delegate("e", "GONE", "Wim", delegation="Belgium", status=Status.WITHDRAWN),
        Delegate("f", "موسى محمد", delegation="جماهيرية (وفد)", capacity=Capacity.OBSERVER),
        Delegate("g", "ALONE", "Al"),
    ]


def arrival(who: str | None, minute: int, day: date = TUESDAY, desk: str = "A") -> Arrival:
    at = datetime(day.year, day.month, day.day, 7, 0, tzinfo=UTC) + timedelta(minutes=minute)
    return Arrival(f"{who}{minute}{day}", who, f"T{who}", day, at, at, desk, "K")


def arrivals() -> list[Arrival]:
    second = TUESDAY + timedelta(days=1)
    came = [arrival("a", 4), arrival("b", 11, desk="B"), arrival("d", -2), arrival("e", 30)]
    return [*came, arrival(None, 50), arrival("a", -5, second), arrival("c", 15, second)]


def made(people=None, came=None, days: int = 2, language: str = "en") -> Attendance:
    gathered = meeting(days)
    people = delegates() if people is None else people
    came = arrivals() if came is None else came
    return attendance(gathered, people, came, gathered.days, lambda one: one.delegation)


def context(language: str = "en", **other) -> ReportContext:
    gathered = meeting()
    about = {
        "title": gathered.title(language),
        "lines": ("Rabat Process", "Madrid, 5 and 6 July 2022"),
        "place": "Madrid",
        "printed_at": gathered.local(datetime(2022, 7, 6, 16, 42, tzinfo=UTC)),
        "head": "7c419d02b6e8ffaa",
        "wording": load(language),
    }
    return ReportContext(**(about | other))


def written(form: str, report: Attendance | None = None, language: str = "en", **other) -> bytes:
    file = io.BytesIO()
    write("attendance", file, form, report or made(), context(language, **other))
    return file.getvalue()


def pdf(data: bytes) -> list[str]:
    """The text of every page, blanks and line ends as one blank."""
    with pypdfium2.PdfDocument(data) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def sheets(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_the_same_values_give_the_same_bytes(form):
    assert written(form) == written(form)


def test_a_report_is_written_to_a_path_as_well(tmp_path):
    write("attendance", tmp_path / "r.csv", "csv", made(), context())
    assert (tmp_path / "r.csv").read_bytes() == written("csv")


@pytest.mark.parametrize(("kind", "form"), [("attendance", "odt"), ("gate", "pdf")])
def test_a_kind_or_format_that_is_not_built_is_refused(kind, form):
    with pytest.raises(ValueError, match=form):
        write(kind, io.BytesIO(), form, made(), context())


def test_paper_says_who_came_when_and_where_and_who_is_missing():
    text = " ".join(pdf(written("pdf")))
    for said in (
        *("Attendance", "5 and 6 July 2022", "People on the list: 7", "50 % of 6 expected"),
        *("EL OUAFI Nadia 09:04 A 08:55 A", "head of delegation absent", "withdrawn"),
        *("Absent on Tuesday 5 July 2022", "Without delegation", "not counted as expected"),
        *("Arrivals of badges not on the list: 1 (5 July)", "Page 1 of 2"),
        *("Printed 06 Jul 2022 18:42, Madrid time", "journal head 7C41 9D02 B6E8"),
    ):
        assert said in text


def test_no_persons_name_is_in_the_properties_of_a_file():
    with pypdfium2.PdfDocument(written("pdf")) as document:
        about = " ".join(document.get_metadata_dict().values())
    with ZipFile(io.BytesIO(written("xlsx"))) as archive:
        about += archive.read("docProps/core.xml").decode()
        about += archive.read("docProps/app.xml").decode()
    assert "Attendance" in about
    assert not any(one.family_name in about for one in delegates())


def test_the_head_of_a_delegation_opens_every_page_it_goes_on_to():
    crowd = [
        Delegate(f"p{number:03}", f"NAME{number:03}", delegation="Mali") for number in range(120)
    ]
    pages = pdf(written("pdf", made(crowd, [])))
    assert all("Delegation, delegate" in page for page in pages[:3])
    assert all("Mali (continued)" in page for page in pages[1:3])
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))


def test_a_list_without_people_and_a_day_without_arrivals_are_said_in_words():
    assert "Nobody is on the list yet." in pdf(written("pdf", made([], [])))[0]
    assert "No arrivals on this day." in pdf(written("pdf", made(came=[])))[0]
    everybody = made([Delegate("a", "A", delegation="Mali")], [arrival("a", 1)], days=1)
    assert "Nobody is absent." in pdf(written("pdf", everybody))[0]


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_an_empty_list_makes_a_file_in_every_format(form):
    assert len(written(form, made([], []))) > 100


def hostile(days: int) -> Attendance:
    """Every hostile text in every field, everybody there on the even days."""
    people = [
        Delegate(f"h{number}", text, reference=text, function=text, delegation=text, note=text)
        for number, text in enumerate(HOSTILE)
    ]
    span = meeting(days).days[::2]
    came = [arrival(one.id, 9, day, LONG[:40]) for one in people for day in span]
    came[::2] = [replace(one, at=one.at + timedelta(days=88)) for one in came[::2]]
    return made(people, came, days)


def boxes(page) -> list[tuple[float, float, float, float]]:
    texts = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], max_depth=1)
    return [text.get_bounds() for text in texts]


def touch(one, two, room=0.4) -> bool:
    """Whether two boxes share more than a hair, in points."""
    wide = min(one[2], two[2]) - max(one[0], two[0])
    tall = min(one[3], two[3]) - max(one[1], two[1])
    return wide > room and tall > room + 0.8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [1, 2, 4, 5, 7, 9])
def test_no_text_leaves_the_page_or_lies_on_another(language, days):
    data = written("pdf", hostile(days), language)
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            width, height = page.get_size()
            placed = boxes(page)
            for left, bottom, right, top in placed:
                assert 40 < left <= right < width - 40
                assert 20 < bottom <= top < height - 20
            assert not [pair for pair in combinations(placed, 2) if touch(*pair)]


def test_a_long_name_is_whole_on_paper():
    people = [Delegate("a", LONG, delegation=LONG)]
    for days in (1, 4, 7):
        text = " ".join(pdf(written("pdf", made(people, [], days))))
        assert text.replace("- ", "-").count(LONG) >= 2 + days


def test_arabic_paper_is_mirrored_and_its_brackets_face_each_other():
    with pypdfium2.PdfDocument(written("pdf", language="ar")) as document:
        page = document[0]
        title = max(boxes(page), key=lambda box: (box[3] - box[1], box[2]))
        assert title[2] > page.get_size()[0] / 2
    text = " ".join(pdf(written("pdf", language="ar")))
    assert "DIALLO Lamine" in text
    assert not any(mark in text for mark in "\u2068\u2069")  # marks for screens are boxes here
    assert "(وفد)" in text


def test_more_days_than_a_page_is_wide_make_two_tables():
    pages = pdf(written("pdf", made(days=9)))
    heads = [page for page in pages if "Delegation, delegate" in page]
    assert any("5 July First" in page or "5 July 6 July" in page for page in heads)
    assert any("13 July" in page for page in heads)


def test_a_workbook_has_people_delegations_and_absentees_with_real_times():
    book = sheets(written("xlsx"))
    assert book.sheetnames == ["People", "Delegations", "Absentees"]
    people = book["People"]
    heads = [cell.value for cell in people[1]]
    assert heads[9:] == [
        *("State", "5 July: Arrived at", "5 July: Desk"),
        *("6 July: Arrived at", "6 July: Desk"),
    ]
    morocco = next(row for row in people.values if row[1] == "EL OUAFI")
    assert morocco[10:] == (time(9, 4), "A", time(8, 55), "A")
    assert people["K3"].value == "absent"
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        assert not sheet.sheet_view.rightToLeft


def later(who: str, minute: int) -> Arrival:
    """Somebody who came on the first day and was recorded three days after it."""
    came = arrival(who, minute)
    return replace(came, at=came.at + timedelta(days=3))


def test_on_paper_a_time_of_another_date_stands_with_its_date_and_not_in_the_chart():
    text = " ".join(pdf(written("pdf", made(came=[arrival("a", 4), later("b", 67)], days=1))))
    assert "BENNANI Mohamed 10:07 8 July A" in text
    assert "Recorded on another date, not in this chart: 1" in text
    assert "EL OUAFI Nadia 09:04 A" in text
    assert "23:45" not in text
    alone = " ".join(pdf(written("pdf", made(came=[later("b", 67)], days=1))))
    assert "Recorded on another date, not in this chart: 1" in alone
    assert "No arrivals on this day" not in alone


def test_a_workbook_has_the_date_with_a_time_of_another_date():
    people = sheets(written("xlsx", made(came=[arrival("a", 4), later("b", 67)])))["People"]
    seen = {row[1]: row[10] for row in people.values}
    assert seen["EL OUAFI"] == time(9, 4)
    assert seen["BENNANI"] == datetime(2022, 7, 8, 10, 7)  # noqa: DTZ001 - the place's own clocks
    assert people.column_dimensions["K"].width > people.column_dimensions["M"].width


def test_a_workbook_has_dates_shares_and_totals_that_add_up():
    sheet = sheets(written("xlsx"))["Delegations"]
    listed = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[1]]
    tuesday = datetime(2022, 7, 5)  # noqa: DTZ001 - a day in a cell has no zone
    days = [row for row in listed if row[0] == tuesday]
    *delegations, total = days
    assert total[1:7] == ("Total", None, 6, 3, 3, 0.5)
    assert sum(row[3] for row in delegations) == 6
    assert sum(row[4] for row in delegations) == 3
    assert {row[1]: row[7] for row in delegations}["Guinea"] == "head of delegation absent"


def test_a_workbook_in_arabic_runs_from_right_to_left():
    book = sheets(written("xlsx", language="ar"))
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    assert book.sheetnames == ["الأشخاص", "الوفود", "الغائبون"]


def test_hostile_texts_stay_texts_in_a_workbook():
    with ZipFile(io.BytesIO(written("xlsx", hostile(2)))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not any(b"<f>" in part or b"<hyperlink" in part for part in parts.values())
    book = sheets(written("xlsx", hostile(2)))
    people = book["People"]
    named = {row[1].value: row[1].data_type for row in people.iter_rows(min_row=2)}
    assert {"=1+1", "@SUM(A1)", "#REF!", "12345", LONG} <= named.keys()
    assert set(named.values()) == {"s"}


def test_a_text_longer_than_a_cell_keeps_what_a_cell_can_hold():
    people = [Delegate("a", "A" * 40_000)]
    sheet = sheets(written("xlsx", made(people, [])))["People"]
    assert sheet["B2"].value == "A" * 32_767


def test_csv_has_a_row_for_each_person_and_day():
    data = written("csv")
    assert data.startswith(b"\xef\xbb\xbfReference,Family name")
    assert data.count(b"\r\n") == 1 + 2 * len(delegates())
    head, *body = rows(data)
    assert head[-4:] == ["Day", "State", "Arrived at", "Desk"]
    nadia = [row[-4:] for row in body if row[1] == "EL OUAFI"]
    assert nadia == [
        ["2022-07-05", "present", "2022-07-05T09:04:00+02:00", "A"],
        ["2022-07-06", "present", "2022-07-06T08:55:00+02:00", "A"],
    ]
    gone = [row[-3:-1] for row in body if row[1] == "GONE"]
    assert gone == [["withdrawn", "2022-07-05T09:30:00+02:00"], ["withdrawn", ""]]


def test_no_cell_of_a_csv_file_is_a_formula():
    cells = [cell for row in rows(written("csv", hostile(2))) for cell in row]
    assert "'=1+1" in cells
    assert "'＝cmd" in cells
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r＝＋－＠"))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_every_report_is_made_in_every_language(form, language):
    wording = load(language)
    data = written(form, language=language)
    if form == "csv":
        assert rows(data)[0][0] == wording.say("column.reference")
    if form == "xlsx":
        assert sheets(data).sheetnames[2] == wording.say("sheet.absentees")
    if form == "pdf":
        assert len(pdf(data)) == 2


def test_a_meeting_without_place_or_journal_prints_its_zone():
    foot = context(place="", head="").foot
    assert foot == "Printed 06 Jul 2022 18:42, Europe/Madrid time"


def test_a_person_seen_without_a_desk_gets_a_dash():
    came = [replace(arrival("g", 3), desk="")]
    assert "ALONE Al 09:03 –" in " ".join(pdf(written("pdf", made(came=came, days=1))))


def test_many_days_are_told_in_a_table_that_goes_on_over_pages():
    pages = pdf(written("pdf", made(days=40)))
    assert all("Heads missing" in page for page in pages[:2])
    assert "Friday 5 August 2022" in pages[0] or "Friday 5 August 2022" in pages[1]


def test_a_text_without_end_still_ends_on_its_page():
    people = [Delegate("a", "endless " * 2_000, delegation="Mali")]
    data = written("pdf", made(people, [], days=1))
    with pypdfium2.PdfDocument(data) as document:
        assert all(box[1] > 20 for page in document for box in boxes(page))
