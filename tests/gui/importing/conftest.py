"""A window with two pages besides Reception, and lists to offer it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from checkin.gui.importing.importing import Importing
from checkin.gui.importing.intake import Stage
from checkin.gui.pages import Page, PageKind
from checkin.gui.window import Window
from tests.people import PEOPLE, list_of

LONGER = (
    f"{PEOPLE}R-8;ALAMI;Hind;;Counsellor;Morocco;Wizard;;\nR-9;;;;Clerk;Spain;;;\n"
    "R-10;SORO;Awa;;Judge;Nowhere at all;;;\n"
)


class OtherPage(Page):
    """A page with something to give the keys to, as every page has."""

    def __init__(self, desk):
        super().__init__(desk)
        self.button = QPushButton("Elsewhere", self)

    def take_focus(self):
        self.button.setFocus()


@pytest.fixture(autouse=True)
def _other_pages(monkeypatch):
    """There are two pages besides Reception, whatever the others are."""
    kinds = tuple(PageKind(key, "delegates", key, lambda: OtherPage) for key in ("other", "third"))
    monkeypatch.setattr("checkin.gui.window.page_kinds", lambda: kinds)


@pytest.fixture
def longer(tmp_path: Path) -> Path:
    """The list that was taken in before, with two more people and a row without a name."""
    return list_of(tmp_path / "longer.csv", LONGER)


@pytest.fixture
def offer(qtbot, window: Window):
    """Offers a list and waits until it is read."""

    def offered(path: Path, page: str = "other", stage: Stage = Stage.READY) -> Importing:
        window.show_page(page)
        window._board.list_offered.emit(str(path))
        importing = window._importing
        assert importing
        qtbot.waitUntil(lambda: importing.intake.stage is stage)
        return importing

    return offered
