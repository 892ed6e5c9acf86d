"""Where a scan goes: to the meeting's window, or nowhere with a word why."""

import gc
import weakref

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from checkin.domain.verdict import Verdict
from checkin.gui.crash import CrashHook
from checkin.gui.front import Front
from checkin.gui.look.theme import theme
from checkin.gui.opening import Opening
from checkin.gui.scanners import Scanners
from checkin.services.words import wording
from tests.gui.scanning.keyboard import Keyboard
from tests.gui.scanning.player import token


@pytest.fixture
def scan(front):
    scanners = Scanners(QApplication.instance(), front)

    def typed(text):
        keyboard = Keyboard()
        scanners.wedge._watch()
        for letter in text + "\n":
            keyboard.press(front.shown.windowHandle(), letter)

    yield typed
    scanners.deleteLater()


def test_without_a_meeting_it_is_said_what_to_do_first(qtbot, front, scan):
    front.start()
    with qtbot.waitSignal(front.shown.painted):
        front.shown.show()
    scan(token(1))
    assert "Open its meeting first" in front.shown.home.trouble.text
    front.shown.home.trouble.quiet()
    front.shown.begin()
    front.shown.form.take_focus()
    scan(token(1))
    assert "Open its meeting first" in front.shown.form.trouble.text
    assert token(1) not in front.shown.form.draft().name


def test_with_one_it_is_answered_in_any_look(qtbot, front, scan, meeting_file, tokens, services):
    services.close()
    front.open(meeting_file)
    qtbot.waitUntil(lambda: front.shown.stack.front == "reception")
    scan(tokens["EL OUAFI Nadia"])
    assert front.shown.page.answer.verdict is Verdict.WELCOME
    front.next_theme()
    scan(tokens["N'DIAYE Aïssatou"])
    assert front.shown.page.answer.delegate.name == "N'DIAYE Aïssatou"


def test_scanners_go_with_their_front_and_do_not_keep_it(qapp, clock):
    """What keeps its parent alive takes it along when it goes, and is deleted by it once more."""
    front = Front(Opening(clock, ""), theme("light"), wording("en"), CrashHook())
    scanners = Scanners(qapp, front)
    wedge, gone = scanners.wedge, weakref.ref(front)
    del front
    gc.collect()
    assert gone() is None
    assert not isValid(scanners)
    assert not isValid(wedge)
