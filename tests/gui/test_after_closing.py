"""What a window was still about to do when it was closed is not begun any more."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin.domain.outcome import Change
from checkin.gui.delegates.page import DelegatesPage
from checkin.gui.desk import Desk
from checkin.gui.tasks import Tasks
from checkin.gui.window import Window


def test_work_asked_for_after_the_window_is_closed_is_not_begun(qtbot: QtBot) -> None:
    tasks, done = Tasks(), []
    tasks.stop()
    job = tasks.start(lambda _: "done", done.append, done.append)
    QApplication.processEvents()
    assert job.cancelled
    assert not tasks.running
    assert done == []


def test_a_page_that_nobody_sees_does_nothing_more_once_its_window_is_closed(
    qtbot: QtBot, window: Window, tokens: dict[str, str]
) -> None:
    window.page.enter(tokens["EL OUAFI Nadia"])
    window.show_page("meeting")
    window.page.follow(Change(everything=True))
    assert window.page._later.isActive()
    window.close()
    assert not any(timer.isActive() for timer in window.stack.findChildren(QTimer))


def test_a_page_whose_window_is_closed_asks_for_nothing_more(qtbot: QtBot, desk: Desk) -> None:
    page = DelegatesPage(desk)
    qtbot.addWidget(page)
    desk.switchboard.tasks.stop()
    page.building.finish()
    QApplication.processEvents()
    assert not desk.switchboard.tasks.running
    assert page.names.usual == sorted({row.delegation.name for row in page.model.rows})[:0]
