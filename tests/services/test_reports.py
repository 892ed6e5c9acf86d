"""Reports of a day and of all days, in every format and language, whole or not at all."""

import csv
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from checkin.bootstrap import Services
from checkin.domain.meeting import LANGUAGES
from checkin.domain.operator import Operator, Role
from checkin.domain.refused import Refused
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import badge, full_disk, withdraw

FIRST, SECOND = MEETING_DAYS


@pytest.fixture
def two_days(services: Services, clock: Clock) -> Services:
    """R-1 came on both days, R-2 on the second."""
    services.reception.scan(badge(services, "R-1").token, SALMA)
    clock.wait(days=1)
    for reference in ("R-1", "R-2"):
        services.reception.scan(badge(services, reference).token, SALMA)
    return services


def test_attendance_counts_each_day_for_itself(two_days: Services) -> None:
    both = two_days.reports.attendance("en")
    assert [(day.day, day.arrived, day.expected) for day in both.totals] == [
        (FIRST, 1, 7),
        (SECOND, 2, 7),
    ]
    (only,) = two_days.reports.attendance("en", SECOND).totals
    assert only.arrived == 2


def test_an_arrival_taken_back_is_in_no_report(two_days: Services) -> None:
    (arrival,) = two_days.reception.last_arrivals(FIRST, 5)
    two_days.reception.undo(arrival.arrival.id, SALMA)
    (day,) = two_days.reports.attendance("en", FIRST).totals
    assert day.arrived == 0


def test_somebody_withdrawn_is_not_expected(two_days: Services) -> None:
    withdraw(two_days, "R-7")
    (day,) = two_days.reports.attendance("en", FIRST).totals
    assert day.expected == 6


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv"])
def test_a_report_is_written_in_every_format_and_language(
    two_days: Services, tmp_path: Path, language: str, form: str
) -> None:
    to = tmp_path / f"report.{form}"
    two_days.reports.save("attendance", to, language, SALMA)
    marks = {"pdf": b"%PDF-", "xlsx": b"PK\x03\x04", "csv": b"\xef\xbb\xbf"}
    assert to.read_bytes().startswith(marks[form])


def test_the_spreadsheet_names_everybody(two_days: Services, tmp_path: Path) -> None:
    to = tmp_path / "report.csv"
    two_days.reports.save("attendance", to, "en", SALMA)
    text = to.read_text(encoding="utf-8-sig")
    for one in two_days.lists.everybody(SALMA):
        assert one.family_name in text
    assert len(list(csv.reader(text.splitlines()))) > 7


def test_the_same_moment_gives_the_same_bytes(two_days: Services, tmp_path: Path) -> None:
    for form in ("pdf", "xlsx", "csv"):
        one, two = tmp_path / f"one.{form}", tmp_path / f"two.{form}"
        for to in (one, two):
            two_days.reports.save("attendance", to, "fr", SALMA)
        assert one.read_bytes() == two.read_bytes()


def test_a_day_that_is_none_of_the_meeting_is_refused(services: Services, tmp_path: Path) -> None:
    to = tmp_path / "report.pdf"
    with pytest.raises(Refused, match="not_a_meeting_day"):
        services.reports.save("attendance", to, "en", SALMA, FIRST.replace(month=8))
    assert not to.exists()


@pytest.mark.parametrize("name", ["report", "report.docx", "report.pdf.exe", ".pdf"])
def test_another_ending_is_refused(services: Services, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="unknown_format"):
        services.reports.save("attendance", tmp_path / name, "en", SALMA)
    assert not (tmp_path / name).exists()


def test_the_ending_may_be_in_capitals(services: Services, tmp_path: Path) -> None:
    to = tmp_path / "REPORT.CSV"
    services.reports.save("attendance", to, "en", SALMA)
    assert to.exists()


@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv"])
def test_a_full_disk_leaves_no_report_behind(two_days: Services, tmp_path: Path, form: str) -> None:
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(Refused, match="disk_full"), full_disk():
        two_days.reports.save("attendance", tmp_path / f"r.{form}", "en", SALMA)
    assert sorted(os.listdir(tmp_path)) == before


def test_only_organisers_report(services: Services, tmp_path: Path) -> None:
    for role in (Role.RECEPTION, Role.LOGISTICS):
        with pytest.raises(Refused, match="not_allowed"):
            services.reports.save("attendance", tmp_path / "r.pdf", "en", Operator("Omar", role))


def test_a_report_that_was_prepared_is_made_by_another_thread(
    two_days: Services, tmp_path: Path
) -> None:
    report = two_days.reports.prepare("attendance", "fr", SALMA, FIRST)
    with ThreadPoolExecutor(2) as workers:
        one, two = workers.map(report.made, ("pdf", "pdf"))
    two_days.reports.save("attendance", tmp_path / "same.pdf", "fr", SALMA, FIRST)
    assert one == two == (tmp_path / "same.pdf").read_bytes()


def test_who_arrives_after_a_report_was_prepared_is_not_in_it(
    services: Services, tmp_path: Path
) -> None:
    report = services.reports.prepare("attendance", "en", SALMA, FIRST)
    before = report.made("csv")
    services.reception.scan(badge(services, "R-1").token, SALMA)
    report.save(tmp_path / "late.csv")
    assert (tmp_path / "late.csv").read_bytes() == before


def test_a_report_is_named_after_its_days_and_language(services: Services) -> None:
    prepare = services.reports.prepare
    assert prepare("attendance", "fr", SALMA, FIRST).name == "attendance-2022-07-05-fr"
    both = "attendance-2022-07-05-2022-07-06-ar"
    assert prepare("attendance", "ar", SALMA).name == both


def test_a_prepared_report_never_takes_the_place_of_the_meeting_file(services: Services) -> None:
    report = services.reports.prepare("attendance", "en", SALMA)
    with pytest.raises(Refused, match="unknown_format"):
        report.save(services.file.path)


def test_the_door_list_has_the_valid_badge_of_everybody(two_days: Services, tmp_path: Path) -> None:
    old = badge(two_days, "R-3")
    new = two_days.badges.reissue(old.token, "lost", SALMA).value
    report = two_days.reports.prepare("door", "en", SALMA, FIRST)
    assert report.name == "door-2022-07-05-en"
    report.save(tmp_path / "door.csv")
    text = (tmp_path / "door.csv").read_text(encoding="utf-8-sig")
    assert new.number in text
    assert old.number not in text
