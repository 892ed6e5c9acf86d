"""The scanner's lamp tells of scans: what a hand typed is none."""

import pytest
from PySide6.QtCore import Qt

from tests.services.staging import badge

ENTER = Qt.Key.Key_Return
NOTHING = "no scan yet"


@pytest.fixture
def told(window):
    """What the lamp says."""
    return lambda: window.status.scanner.text


def test_a_number_and_a_name_typed_by_hand_are_no_scans(qtbot, window, services, told):
    page = window.page
    qtbot.keyClicks(page.field, badge(services, "R-2").number)
    for _ in "twice":
        qtbot.keyClick(page.field, ENTER)
        if page.answer.recorded:
            break
    assert page.answer.recorded
    assert told() == NOTHING
    qtbot.keyClicks(page.field, "el ouafi")
    qtbot.waitUntil(page.found.isVisible)
    while not (page.answer.recorded and page.answer.delegate.name == "EL OUAFI Nadia"):
        qtbot.keyClick(page.field, ENTER)
    assert told() == NOTHING


def test_a_code_is_a_scan_whatever_sent_it(window, type_in, services, told):
    type_in(badge(services, "R-1").token)
    assert told() == "last scan 08:45:00"


@pytest.mark.parametrize("text", ["https://example.org", "badly printed"])
def test_what_a_scanner_sends_is_a_scan_though_it_is_no_badge(window, told, text):
    window.page.seen.scanned(text)
    assert told() == "last scan 08:45:00"


def test_a_mere_number_that_was_scanned_or_seen_is_a_scan(window, services, clock, told):
    number = badge(services, "R-1").number
    window.page.seen.scanned(number)
    assert told() == "last scan 08:45:00"
    clock.set("2022-07-05T08:50:00+02:00")
    window.page.seen.answer([number])
    assert told() == "last scan 08:50:00"
    clock.set("2022-07-05T08:55:00+02:00")
    window.page.seen.answer([badge(services, one).token for one in ("R-2", "R-3")])
    assert told() == "last scan 08:55:00"
