"""Opening: a meeting, a file that is none, nothing at all; and faults of our own."""

import gc
import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from checkin.__main__ import main
from checkin.cli.window import read_start
from checkin.gui.app import application, run
from checkin.gui.crash import CrashHook
from checkin.gui.front import Front
from checkin.gui.look.theme import theme
from checkin.gui.opening import Opening
from checkin.gui.pictures import save_pictures
from checkin.gui.plain_page import PlainPage
from checkin.gui.scanning.wedge import Wedge
from checkin.gui.start.page import StartPage
from checkin.gui.window import Window
from tests.conftest import SALMA


@pytest.fixture
def hook():
    return CrashHook()


@pytest.fixture
def front(qtbot, services, clock, hook):
    """A front that has opened nothing yet; the fixtures' own services are closed first."""
    services.close()
    look = theme("light")
    application(look)
    made = Front(Opening(clock), look, services.wording("en"), hook)
    yield made
    if made.shown:
        made.shown.close()
        qtbot.addWidget(made.shown)
    made.close()


def close_when_shown() -> list[str]:
    """Closes every window once the loop runs; the texts of what was shown."""
    seen: list[str] = []

    def close() -> None:
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible():
                seen.append(widget.windowTitle())
                if isinstance(widget, StartPage):
                    seen.append(widget.home.trouble.text)
                widget.close()

    QTimer.singleShot(50, close)
    return seen


def test_a_meeting_file_opens_the_window_and_closing_it_ends_well(qapp, meeting_file, clock):
    seen = close_when_shown()
    assert run(meeting_file, clock) == 0
    assert "Border management" in seen
    assert sys.excepthook is sys.__excepthook__


def test_nobody_watches_for_scanners_once_the_program_has_ended(qapp, meeting_file, clock):
    made = []

    def wait_for_it() -> None:
        made.extend(one for one in gc.get_objects() if type(one) is Wedge and isValid(one))
        if made:
            close_when_shown()
        else:
            QTimer.singleShot(10, wait_for_it)

    wait_for_it()
    run(meeting_file, clock)
    assert made
    assert not any(map(isValid, made))


def test_a_file_that_is_no_meeting_is_worded_on_a_page_and_ends_with_1(qapp, tmp_path, clock):
    path = tmp_path / "letter.checkin"
    path.write_text("Dear Sir or Madam", encoding="utf-8")
    seen = close_when_shown()
    assert run(path, clock) == 1
    assert f"{path} is not a meeting file" in " ".join(seen)


def test_without_a_file_the_start_page_opens_and_closing_it_is_no_refusal(qapp, clock):
    seen = close_when_shown()
    assert run(None, clock) == 0
    assert "Check-in" in seen


def test_a_damaged_file_is_said_before_the_first_scan(qtbot, front, meeting_file):
    front.open(meeting_file)
    window = front.shown
    window._desk.services.file.connection.execute("DROP TRIGGER IF EXISTS fact_is_forever")
    window._prepared = None
    services = window._desk.services
    damage(services)
    assert window.prepare() is False
    pages = window.findChildren(PlainPage)
    assert "damaged" in pages[0].sentence.text()
    assert window.page.isHidden()
    window.page.enter("MA-001")
    assert window.page.answer is None


def damage(services) -> None:
    """Breaks the chain of the journal behind the back of the store."""
    connection = services.file.connection
    rows = connection.all("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in rows:
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("UPDATE fact SET hash = x'00'")


def test_a_fault_of_ours_is_logged_without_names_and_the_desk_goes_on(
    qtbot, front, hook, meeting_file, caplog
):
    front.open(meeting_file)
    window = front.shown
    qtbot.waitUntil(lambda: window.page.field.hasFocus())
    try:
        raise ValueError("EL OUAFI Nadia")
    except ValueError as error:
        hook.caught(type(error), error, error.__traceback__)
    record = caplog.records[-1]
    record.expected = True
    assert record.levelno == logging.ERROR
    assert "ValueError" in record.getMessage()
    assert "OUAFI" not in caplog.text
    assert window.crash_panel.isVisible()
    assert "ValueError" in window.crash_panel.text
    assert window.page.field.hasFocus()
    card = window.page.card
    assert not window.crash_panel.geometry().intersects(
        card.geometry().translated(window.page.pos())
    )
    close = window.crash_panel.findChild(type(window.page.arrivals._row(0).button))
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert window.crash_panel.isHidden()


def test_a_fault_inside_a_slot_ends_in_the_hook(qtbot, hook, monkeypatch, caplog):
    monkeypatch.setattr(sys, "excepthook", hook.caught)
    with qtbot.waitSignal(hook.crashed):
        QTimer.singleShot(0, lambda: 1 / 0)
    for record in caplog.records:
        record.expected = True
    assert "ZeroDivisionError" in caplog.text


def test_an_interrupt_from_the_keyboard_is_no_fault(hook, capsys):
    hook.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_pictures_show_the_scenes_they_are_given(qtbot, services, tokens, tmp_path: Path):
    scenes = {"already": services.reception.look(next(iter(tokens.values())), SALMA).value}
    (picture,) = save_pictures(services, scenes, tmp_path)
    assert picture == tmp_path / "already.png"
    assert picture.stat().st_size > 10_000


def test_the_cards_speak_the_language_that_is_asked_for(qapp, meeting_file, clock):
    seen: list[tuple[str, Qt.LayoutDirection]] = []

    def look() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, Window) and widget.isVisible():
                seen.append((widget.page.card.face.word, widget.layoutDirection()))
                widget.close()

    QTimer.singleShot(50, look)
    assert run(meeting_file, clock, language="ar") == 0
    assert seen == [("جاهز", Qt.LayoutDirection.RightToLeft)]


def test_a_language_that_is_none_is_refused_before_anything_opens(capsys):
    with pytest.raises(SystemExit):
        main(["--language", "it"])
    assert "choose from" in capsys.readouterr().err
    assert read_start(["--language", "fr"]).language == "fr"
