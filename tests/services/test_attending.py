"""The board of a day from a real file: the same figures as the report of that day."""

from dataclasses import replace

import pytest

from checkin.bootstrap import Services
from checkin.domain.operator import Operator, Role
from checkin.domain.refused import Refused
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS
from tests.services.staging import badge, person, withdraw

FIRST, SECOND = MEETING_DAYS


def test_the_board_and_the_report_of_a_day_are_made_of_the_same(services: Services) -> None:
    for reference in ("R-1", "R-4"):
        services.reception.scan(badge(services, reference).token, SALMA)
    board = services.attending.board("en", SALMA, FIRST)
    assert board.whole == services.reports.attendance("en", FIRST)
    assert (board.figures,) == board.whole.totals
    assert (board.figures.arrived, board.figures.missing) == (2, 5)


def test_a_delegation_goes_by_its_code_and_an_unknown_one_by_its_letters(
    services: Services,
) -> None:
    tiles = services.attending.board("fr", SALMA, FIRST).tiles
    assert {tile.name: tile.code for tile in tiles} == {
        "Espagne": "ES",
        "Maroc": "MA",
        "Portugal": "PT",
        "Republic of Upper Nowhere": "RUN",
        "Sénégal": "SN",
        "Tunisie": "TN",
    }


def test_the_head_who_is_missing_is_named_with_the_telephone_number(services: Services) -> None:
    head = person(services, "R-1")
    services.people.change(head.id, {"phone": "+212 600 00 00 00"}, SALMA)
    services.reception.scan(badge(services, "R-2").token, SALMA)
    (missing,) = services.attending.board("en", SALMA, FIRST).heads
    assert missing.person.delegate == replace(head, phone="+212 600 00 00 00", mended=("phone",))
    assert (missing.tile.present, missing.tile.expected) == (1, 2)


def test_over_both_days_everybody_counts_once(services: Services, clock: Clock) -> None:
    services.reception.scan(badge(services, "R-1").token, SALMA)
    clock.wait(days=1)
    for reference in ("R-1", "R-2"):
        services.reception.scan(badge(services, reference).token, SALMA)
    board = services.attending.board("en", SALMA)
    assert board.day is None
    assert [day.arrived for day in board.whole.totals] == [1, 2]
    assert board.figures.arrived == 2


def test_somebody_who_withdrew_and_came_is_in_no_tile(services: Services) -> None:
    services.reception.scan(badge(services, "R-6").token, SALMA)
    withdraw(services, "R-6")
    board = services.attending.board("en", SALMA, FIRST)
    assert board.figures.withdrawn_arrived == 1
    assert "Spain" not in [tile.name for tile in board.tiles]


def test_a_day_that_is_none_of_the_meeting_has_no_board(services: Services) -> None:
    with pytest.raises(Refused, match="not_a_meeting_day"):
        services.attending.board("en", SALMA, FIRST.replace(month=8))


def test_only_organisers_watch_the_board(services: Services) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        services.attending.board("en", Operator("Omar", Role.RECEPTION), FIRST)
