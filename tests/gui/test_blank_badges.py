"""Blank badges on the badges page: made, looked at and printed like those of people."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.bootstrap import Services
from checkin.gui.badges.page import BadgesPage
from checkin.gui.window import Window
from checkin.services.badges import read_codes
from tests.conftest import SALMA
from tests.gui.test_badges_page import page_of, row_of, wait_for_paper

Page = BadgesPage


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> Page:
    """The page in front, with the PDF of everybody."""
    return page_of(qtbot, window)


def test_blank_badges_are_made_looked_at_and_printed_like_the_others(
    qtbot: QtBot, page: Page, services: Services, tmp_path: Path
) -> None:
    page.which.blank.click()
    wait_for_paper(qtbot, page, 12)
    assert page.footer.print_out.text() == "Print 12 badges"
    assert page.preview.view.sheet.marked is None
    assert not page.which.unprinted.isChecked()
    page.which.how_many.choose("4")
    page.which.how_many.chosen.emit("4")
    wait_for_paper(qtbot, page, 4)
    assert not any(badge.is_free_spare for badge, _ in services.badges.all(SALMA))
    page.to_paper.save_to(str(tmp_path / "blank.pdf"))
    wait_for_paper(qtbot, page, 7)  # the people's own again
    spares = [badge for badge, _ in services.badges.all(SALMA) if badge.is_free_spare]
    assert [one.number for one in spares] == ["SP-001", "SP-002", "SP-003", "SP-004"]
    assert all(one.printed_at for one in spares)
    assert not page.which.blank.isChecked()
    assert {code.text for code in read_codes([tmp_path / "blank.pdf"])} == {
        one.token for one in spares
    }


def test_whoever_is_chosen_in_place_of_blank_badges_is_all_that_is_made(
    qtbot: QtBot, page: Page
) -> None:
    page.which.blank.click()
    wait_for_paper(qtbot, page, 12)
    row_of(page, "MA-001")
    page.list.toggled.emit(page.list.current)
    assert not page.which.blank.isChecked()
    wait_for_paper(qtbot, page, 7)
    page.which.blank.click()
    wait_for_paper(qtbot, page, 12)
    page.which.outdated.click()
    assert (page.which.unprinted.isChecked(), page.which.outdated.isChecked()) == (False, True)


def test_blank_badges_whose_job_was_lost_are_offered_anew(qtbot: QtBot, page: Page) -> None:
    page.which.blank.click()
    wait_for_paper(qtbot, page, 12)
    lost = page.to_paper.paper
    page.which.blank.click()
    wait_for_paper(qtbot, page, 7)
    page.to_paper.lost.emit(lost)
    wait_for_paper(qtbot, page, 12)
    assert page.which.blank.isChecked()
