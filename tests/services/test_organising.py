"""The meeting itself: what the organisers change is one fact, and can be taken back."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from checkin.bootstrap import Services
from checkin.domain.operator import Operator, Role
from checkin.domain.refused import Refused
from checkin.services.badges import BadgeChoice
from checkin.services.organising import read_emblem, zone_names
from tests.conftest import SALMA
from tests.people import MEETING_DAYS
from tests.services.staging import badge, journal

FIRST, SECOND = MEETING_DAYS


@pytest.fixture
def emblem(tmp_path: Path) -> bytes:
    """A red disc, as an organiser may have it."""
    path = tmp_path / "emblem.png"
    Image.new("RGB", (1200, 900), "#AA1122").save(path)
    return read_emblem(path)


def test_a_title_in_another_language_is_one_fact_and_taken_back(services: Services) -> None:
    before = services.meeting
    facts = len(journal(services))
    outcome = services.organising.rename({"fr": " Gestion\tdes frontières "}, SALMA)
    assert services.meeting.titles["fr"] == "Gestion des frontières"
    assert outcome.change.everything
    assert len(journal(services)) == facts + 1
    services.history.take_back(outcome.undo, SALMA)
    assert services.meeting == before
    assert services.care.check(SALMA).ok


def test_an_empty_title_is_taken_away_but_never_the_last(services: Services) -> None:
    services.organising.rename({"fr": "Frontières"}, SALMA)
    services.organising.rename({"fr": ""}, SALMA)
    assert services.meeting.titles == {"en": "Border management"}
    with pytest.raises(Refused, match="no_name"):
        services.organising.rename({"en": " "}, SALMA)


def test_nothing_changed_is_no_fact(services: Services) -> None:
    facts = len(journal(services))
    outcome = services.organising.rename({"en": "Border management"}, SALMA)
    assert outcome.undo == ()
    assert len(journal(services)) == facts


def test_a_meeting_moves_to_a_zone_that_there_is(services: Services) -> None:
    services.organising.move("Rabat", "Africa/Casablanca", SALMA)
    assert (services.meeting.place, services.meeting.zone) == ("Rabat", "Africa/Casablanca")
    with pytest.raises(Refused, match="unknown_zone"):
        services.organising.move("Rabat", "Africa/Nowhere", SALMA)


def test_days_are_added_and_taken_away_but_not_those_people_came_on(services: Services) -> None:
    services.organising.set_days([*MEETING_DAYS, date(2022, 7, 7)], SALMA)
    services.reception.scan(badge(services, "R-1").token, SALMA)
    services.organising.set_days([FIRST], SALMA)
    assert services.meeting.days == (FIRST,)
    with pytest.raises(Refused, match="no_days"):
        services.organising.set_days([], SALMA)
    with pytest.raises(Refused, match="day_has_arrivals"):
        services.organising.set_days([SECOND], SALMA)


def test_an_emblem_is_kept_small_and_taken_back(services: Services, emblem: bytes) -> None:
    assert services.organising.emblem() is None
    outcome = services.organising.set_emblem(emblem, SALMA)
    assert services.organising.emblem() == emblem
    services.history.take_back(outcome.undo, SALMA)
    assert services.organising.emblem() is None
    services.organising.set_emblem(emblem, SALMA)  # the picture is there already
    gone = services.organising.set_emblem(None, SALMA)
    services.history.take_back(gone.undo, SALMA)
    assert services.organising.emblem() == emblem
    assert services.care.check(SALMA, deep=True).ok


def test_a_picture_that_is_no_longer_what_it_was_is_not_shown(
    services: Services, emblem: bytes
) -> None:
    services.organising.set_emblem(emblem, SALMA)
    services.file.connection.execute("UPDATE blob SET body = x'00'")
    assert services.organising.emblem() is None


def test_an_emblem_survives_a_passphrase_and_a_backup(
    services: Services, emblem: bytes, tmp_path: Path
) -> None:
    services.organising.set_emblem(emblem, SALMA)
    services.care.set_passphrase("secret", SALMA)
    assert services.organising.emblem() == emblem
    backup = services.care.back_up(tmp_path, SALMA)
    assert backup.exists()


def test_reception_changes_nothing_of_the_meeting(services: Services) -> None:
    operator = Operator("Ana", Role.RECEPTION)
    with pytest.raises(Refused, match="not_allowed"):
        services.organising.rename({"en": "Mine"}, operator)
    with pytest.raises(Refused, match="not_allowed"):
        services.care.set_passphrase("secret", operator)


def test_zones_are_those_that_people_know() -> None:
    names = zone_names()
    assert {"Europe/Madrid", "Africa/Rabat", "UTC"} & set(names) == {"Europe/Madrid", "UTC"}
    assert not [name for name in names if name.startswith(("Etc/", "posix", "right"))]


def red_share(pdf: Path, top: float = 0.12) -> float:
    """How much of the upper part of the first page is the red of the emblem."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].render(scale=1).to_pil().convert("RGB")
    part = page.crop((0, 0, page.width, int(page.height * top)))
    pixels = list(part.get_flattened_data())
    return sum(red > 150 and green < 60 for red, green, _ in pixels) / len(pixels)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_emblem_is_printed_where_a_ring_kept_its_place(
    services: Services, emblem: bytes, tmp_path: Path, language: str
) -> None:
    badges, report = tmp_path / "b.pdf", tmp_path / "r.pdf"
    for share in (0.0, 0.005):
        services.badges.save(badges, BadgeChoice(language=language), SALMA)
        services.reports.save("attendance", report, language, SALMA)
        for pdf in (badges, report):
            found = red_share(pdf)
            assert (found > share) if share else (found < 0.001)
        services.organising.set_emblem(emblem, SALMA)


def test_badges_printed_before_the_emblem_count_as_outdated(
    services: Services, emblem: bytes, tmp_path: Path
) -> None:
    services.badges.save(tmp_path / "b.pdf", BadgeChoice(), SALMA)
    services.organising.set_emblem(emblem, SALMA)
    assert all(badge.outdated for badge, _ in services.badges.all(SALMA) if badge.printed_at)
