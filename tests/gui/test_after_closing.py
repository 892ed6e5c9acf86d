"""What a window was still about to do when it was closed is not begun any more."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin.gui.delegates.page import DelegatesPage
from checkin.gui.desk import Desk
from checkin.gui.tasks import Tasks


def test_work_asked_for_after_the_window_is_closed_is_not_begun(qtbot: QtBot) -> None:
    tasks, done = Tasks(), []
    tasks.stop()
    job = tasks.start(lambda _: "done", done.append, done.append)
    QApplication.processEvents()
    assert job.cancelled
    assert not tasks.running
    assert done == []


def test_a_page_whose_window_is_closed_asks_for_nothing_more(qtbot: QtBot, desk: Desk) -> None:
    page = DelegatesPage(desk)
    qtbot.addWidget(page)
    desk.switchboard.tasks.stop()
    page.building.finish()
    QApplication.processEvents()
    assert not desk.switchboard.tasks.running
    assert page.names.usual == sorted({row.delegation.name for row in page.model.rows})[:0]
