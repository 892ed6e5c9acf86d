"""What tests of the attendance page have in common: the page in front, and what it says."""

from PySide6.QtCore import Qt

from checkin.domain.attendance import Standing
from checkin.gui.app import application
from checkin.gui.attendance.page import AttendancePage
from checkin.gui.desk import Desk
from checkin.gui.look.theme import theme
from checkin.gui.seat import Seat
from checkin.gui.window import Window
from tests.conftest import SALMA
from tests.people import MEETING_DAYS
from tests.services.staging import badge

FIRST, SECOND = MEETING_DAYS
NADIA = "EL OUAFI Nadia"


def page_of(window: Window) -> AttendancePage:
    window.show_page("attendance")
    page = window.stack.page("attendance")
    assert isinstance(page, AttendancePage)
    return page


def window_of(qtbot, services, language="en", look="light", who=SALMA) -> Window:
    chosen = theme(look)
    application(chosen)
    made = Window(Desk(services, Seat(who), services.wording(language), chosen))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def scan(window: Window, services, *references: str) -> None:
    """People come in at this very desk while the page is in front."""
    for reference in references:
        outcome = services.reception.scan(badge(services, reference).token, SALMA)
        window._desk.switchboard.changed.emit(outcome.change)


def figures(page: AttendancePage) -> list[int]:
    return [int(figure.number.text()) for figure in page.board.figures.all]


def legend(page: AttendancePage) -> dict[Standing, int]:
    signs = page.board.delegations.signs
    return {standing: int(sign.count.text()) for standing, sign in signs.items()}


def names(page: AttendancePage) -> list[str]:
    return [row.name for row in page.board.heads.list.rows]


def words_of_tiles(page: AttendancePage) -> list[str]:
    tiles = page.board.delegations.grid.tiles
    role = Qt.ItemDataRole.AccessibleTextRole
    return [tiles.data(tiles.index(place), role) for place in range(tiles.rowCount())]
