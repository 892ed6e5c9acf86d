"""Blank badges on the badges page: made, looked at and printed like those of people."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.bootstrap import Services
from checkin.domain.outcome import Change, Progress
from checkin.gui.badges.page import BadgesPage
from checkin.gui.window import Window
from checkin.services.badges import read_codes
from tests.conftest import SALMA
from tests.gui.test_badges_page import page_of, row_of, wait_for_paper
from tests.printers import PrintSystem

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
    wait_for_paper(qtbot, page, 1)
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


def at_work(window: Window) -> list[bool]:
    """Something has the file until the list is no longer empty."""
    over: list[bool] = []

    def steps() -> Iterator[Progress]:
        while not over:
            yield Progress(0, 1)

    window._board.work.begin(steps(), lambda: None, lambda _: None)
    return over


def test_blank_badges_that_do_not_count_yet_go_to_paper_once(
    qtbot: QtBot, window: Window, page: Page, services: Services, tmp_path: Path
) -> None:
    page.which.blank.click()
    wait_for_paper(qtbot, page, 12)
    over = at_work(window)
    page.to_paper.save_to(str(tmp_path / "first.pdf"))
    qtbot.waitUntil(lambda: not page.to_paper.saving)
    page.to_paper.save_to(str(tmp_path / "again.pdf"))
    assert "do not count as printed yet" in page.trouble.text
    page.which.how_many.choose("20")
    page.which.how_many.chosen.emit("20")
    wait_for_paper(qtbot, page, 20)
    page.footer.save.click()
    page.footer.print_out.click()
    assert not page.side.printing.isVisible()
    over.append(True)
    qtbot.waitUntil(lambda: not page.to_paper.counting.waiting)
    assert [one.name for one in tmp_path.glob("*.pdf")] == ["first.pdf"]
    spares = {badge.token for badge, _ in services.badges.all(SALMA) if badge.is_free_spare}
    assert {code.text for code in read_codes([tmp_path / "first.pdf"])} == spares


def test_a_printer_gets_blank_badges_once_and_no_copies(
    qtbot: QtBot, page: Page, services: Services, print_system: PrintSystem
) -> None:
    page.side.printing.copies.choose("3")
    page.which.blank.click()
    wait_for_paper(qtbot, page, 12)
    page.footer.print_out.click()
    panel = page.side.printing
    assert (panel.copies.key, panel.copies.isEnabled()) == ("1", False)
    qtbot.waitUntil(panel.go.isEnabled)
    with qtbot.waitSignal(panel.ended, timeout=20_000):
        panel.go.click()
        qtbot.waitUntil(lambda: any(one.is_free_spare for one, _ in services.badges.all(SALMA)))
    assert not panel.go.isEnabled()
    assert len(print_system.received) == 1


def test_an_arrival_leaves_blank_badges_on_the_screen_as_they_are(
    qtbot: QtBot, window: Window, page: Page, services: Services
) -> None:
    page.which.blank.click()
    wait_for_paper(qtbot, page, 12)
    paper = page.to_paper.paper
    window._board.changed.emit(services.reception.enter("MA-001", SALMA).change)
    window._board.changed.emit(Change(badges=frozenset(("whoever",))))
    qtbot.waitUntil(lambda: not page._later.isActive())
    assert page.to_paper.paper is paper
    assert not page.making.running


def test_the_number_alone_chooses_nothing(qtbot: QtBot, page: Page) -> None:
    page.which.how_many.chosen.emit("40")
    assert not page.which.blank.isChecked()
    assert page.to_paper.paper
