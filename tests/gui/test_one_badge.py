"""One badge printed at the desk, by two keys; a printer that fails says so."""

import pytest
from PySide6.QtCore import Qt

from checkin.domain.badge import BadgeKind
from tests.conftest import SALMA
from tests.services.staging import badge, journal, person

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def offered(qtbot, window, press):
    """Ctrl+P once: the panel, as soon as it can print."""

    def opened():
        press(Qt.Key.Key_P, CONTROL)
        panel = window.page.otherwise._print
        qtbot.waitUntil(panel.go.isEnabled)
        return panel

    return opened


def test_two_keys_print_the_badge_of_the_person_on_the_card(
    qtbot, window, type_in, press, offered, services, print_system
):
    type_in(badge(services, "R-1").token)
    panel = offered()
    assert panel.title.text() == "Print badge MA-001 of EL OUAFI Nadia"
    assert (panel.printer.key, panel.state.text()) == ("office", "ready")
    press(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(panel.isHidden)
    assert window.status.notice.text == "MA-001 went to office and counts as printed."
    assert badge(services, "R-1").printed_at
    assert services.badges.counts().printed == 1
    qtbot.waitUntil(lambda: len(print_system.received) == 1)
    qtbot.waitUntil(window.page.field.hasFocus)


def test_a_badge_made_for_today_is_the_one_that_is_printed(
    qtbot, window, type_in, press, offered, services, print_system
):
    type_in(badge(services, "R-1").token)
    press(Qt.Key.Key_F7)
    assert "Ctrl+P prints it" in window.status.notice.text
    panel = offered()
    assert panel.title.text() == "Print badge MA-003 of EL OUAFI Nadia"
    press(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(panel.isHidden)
    for_today = [one for one, _ in services.badges.all(SALMA) if one.kind is BadgeKind.DAY]
    assert all(one.printed_at for one in for_today)


def test_a_walk_in_gets_a_badge_at_once(qtbot, window, press, offered, services, print_system):
    press(Qt.Key.Key_F4)
    for text in ("SARR", "Ousmane", "Senegal"):
        qtbot.keyClicks(window.focusWidget(), text)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return, CONTROL)
    number = window.page.answer.badge.number
    assert f"Ctrl+P prints badge {number}" in window.status.notice.text
    panel = offered()
    assert number in panel.title.text()
    press(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(panel.isHidden)
    qtbot.waitUntil(lambda: len(print_system.received) == 1)


def test_a_scan_goes_on_while_the_printer_is_asked(
    qtbot, window, type_in, offered, services, print_system
):
    type_in(badge(services, "R-1").token)
    panel = offered()
    window.page.enter(badge(services, "R-2").token)
    assert window.page.answer.delegate.reference == "R-2"
    assert panel.isVisible()
    assert "MA-001" in panel.title.text()


def test_without_a_printer_nothing_counts_as_printed_and_that_is_said(
    qtbot, window, type_in, press, services, print_system
):
    print_system.unplug()
    type_in(badge(services, "R-1").token)
    before = journal(services)
    press(Qt.Key.Key_P, CONTROL)
    panel = window.page.otherwise._print
    qtbot.waitUntil(lambda: "No printer is set up" in panel.state.text())
    assert "the badges page (Alt+3) saves the PDF." in panel.state.text()
    assert "Save the PDF" not in panel.state.text()  # there is no such button here
    assert not panel.go.isEnabled()
    assert panel.printer.isHidden()
    press(Qt.Key.Key_P, CONTROL)
    assert panel.state.text() == "looking for printers"
    assert journal(services) == before
    press(Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_a_job_that_the_printer_gives_up_is_told(
    qtbot, window, type_in, press, offered, services, print_system
):
    print_system.stop("out of paper")
    type_in(badge(services, "R-1").token)
    panel = offered()
    assert panel.state.text() == "stopped, jobs wait: out of paper"
    press(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(panel.isHidden)
    print_system.do("cancel", "office-1")
    qtbot.waitUntil(lambda: "was cancelled at office" in window.status.notice.text)
    assert "Ctrl+P prints it again" in window.status.notice.text


def test_nobody_on_the_card_is_nothing_to_print(window, press, services):
    press(Qt.Key.Key_P, CONTROL)
    assert "First bring up the card" in window.page.trouble.text
    assert window.page.otherwise.isHidden()
    assert person(services, "R-1")


def test_somebody_elses_badge_is_not_counted_for_one_on_its_way(
    qtbot, window, type_in, press, offered, services, print_system
):
    type_in(badge(services, "R-1").token)
    panel = offered()
    press(Qt.Key.Key_P, CONTROL)
    press(Qt.Key.Key_Escape)
    window.page.enter(badge(services, "R-2").token)
    press(Qt.Key.Key_P, CONTROL)
    assert "BENNANI" in panel.title.text()
    qtbot.waitUntil(lambda: "MA-001 went to office" in window.status.notice.text)
    assert badge(services, "R-1").printed_at
    assert not badge(services, "R-2").printed_at
    assert panel.isVisible()
    qtbot.waitUntil(panel.go.isEnabled)


def test_a_badge_that_was_taken_back_is_not_offered_again(
    qtbot, window, type_in, press, offered, services, print_system
):
    type_in(badge(services, "R-1").token)
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_Z, CONTROL)
    assert "Taken back" in window.status.notice.text
    window.page.enter(badge(services, "R-1").token)
    assert "MA-001" in offered().title.text()


def test_the_next_day_the_own_badge_is_printed(
    qtbot, window, clock, type_in, press, offered, services, print_system
):
    type_in(badge(services, "R-1").token)
    press(Qt.Key.Key_F7)
    clock.set("2022-07-06T08:45:00+02:00")
    type_in(badge(services, "R-1").token)
    assert "MA-001" in offered().title.text()


def test_what_could_not_be_counted_is_counted_with_the_next(
    qtbot, window, type_in, press, offered, services, print_system, tmp_path
):
    type_in(badge(services, "R-1").token)
    panel, path = offered(), services.file.path
    away = path.rename(tmp_path / "elsewhere")
    press(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: "could not write" in panel.state.text())
    assert panel.isVisible()
    away.rename(path)
    services.file.retry()
    press(Qt.Key.Key_Escape)
    assert not badge(services, "R-1").printed_at
    window.page.enter(badge(services, "R-2").token)
    offered()
    qtbot.waitUntil(lambda: bool(badge(services, "R-1").printed_at))
    assert panel.isVisible()
    press(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(badge(services, "R-2").printed_at))
