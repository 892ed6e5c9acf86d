"""Badges saved while the meeting file cannot be written: the PDF goes again, or is said to stay."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from checkin.bootstrap import Services
from checkin.gui.badges.page import BadgesPage
from checkin.gui.window import Window
from tests.gui.test_badges_page import page_of

Page = BadgesPage


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> Page:
    """The page in front, with the PDF of everybody."""
    return page_of(qtbot, window)


def test_a_pdf_whose_badges_cannot_be_recorded_is_taken_away_again_and_said(
    qtbot: QtBot, page: Page, services: Services, tmp_path: Path
) -> None:
    path, pdf = services.file.path, tmp_path / "badges.pdf"
    away = path.rename(tmp_path / "elsewhere")
    page.to_paper.save_to(str(pdf))
    qtbot.waitUntil(page.trouble.isVisible)
    assert "could not write" in page.trouble.text
    assert "The PDF was taken away again" in page.trouble.text
    assert not pdf.exists()
    assert page.hindrance() == ""
    away.rename(path)
    services.file.retry()
    qtbot.mouseClick(page.trouble.action, Qt.MouseButton.LeftButton)
    assert page.findChild(QFileDialog) is not None
    page.to_paper.save_to(str(pdf))
    qtbot.waitUntil(lambda: services.badges.counts().printed == 7)
    assert pdf.exists()


def test_a_record_that_fails_over_an_older_pdf_is_said_and_tried_again(
    qtbot: QtBot, page: Page, services: Services, tmp_path: Path
) -> None:
    path, pdf = services.file.path, tmp_path / "badges.pdf"
    pdf.write_bytes(b"older")
    away = path.rename(tmp_path / "elsewhere")
    page.to_paper.save_to(str(pdf))
    qtbot.waitUntil(page.trouble.isVisible)
    assert "badges.pdf was saved and stays" in page.trouble.text
    assert pdf.read_bytes() == page.to_paper.paper.made.pdf
    away.rename(path)
    services.file.retry()
    qtbot.mouseClick(page.trouble.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: services.badges.counts().printed == 7)
