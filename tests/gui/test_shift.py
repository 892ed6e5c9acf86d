"""A shift change: who sits at the desk, in one keystroke, and named with every fact."""

import pytest
from PySide6.QtCore import Qt

from checkin.bootstrap import open_meeting
from checkin.domain.operator import LONGEST_NAME, Operator, Role, named
from checkin.domain.verdict import Verdict
from checkin.gui.preferences import DESK_NAME
from checkin.gui.window import Window
from tests.conftest import SALMA
from tests.gui.test_front import shows
from tests.services.staging import journal

NADIA, MOHAMED = "EL OUAFI Nadia", "BENNANI Mohamed"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shift(qtbot, window):
    """The panel, opened by F9 with the keys in its name field."""
    qtbot.keyClick(window.page.field, Qt.Key.Key_F9)
    panel = window.page.shift.panel
    qtbot.waitUntil(panel.name.line.hasFocus)
    return panel


def operators(services) -> list[str]:
    rows = services.file.connection.all("SELECT operator FROM fact ORDER BY clock, desk_seq")
    return [name for (name,) in rows]


def take_over(qtbot, window, name: str) -> None:
    qtbot.keyClick(window.page.field, Qt.Key.Key_F9)
    line = window.page.shift.panel.name.line
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, name)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_heading_says_desk_and_name(window):
    assert window.page.heading.desk_name.text() == "Desk A   ·   Salma"


def test_whoever_takes_over_is_named_with_the_next_arrival(
    qtbot, window, type_in, tokens, services
):
    type_in(tokens[NADIA])
    take_over(qtbot, window, "Omar")
    assert window.page.shift.isHidden()
    assert window.page.field.hasFocus()
    assert window.page.heading.desk_name.text() == "Desk A   ·   Omar"
    assert window.page.answer.delegate.name == NADIA  # the card stays as it was
    assert "Omar sits at desk A now" in window.status.notice.text
    type_in(tokens[MOHAMED])
    assert operators(services)[-2:] == ["Salma", "Omar"]
    assert services.file.arrivals.last(services.reception.today(), 1)[0].operator == "Omar"


def test_every_page_asks_who_sits_here_when_something_is_done(
    qtbot, window, desk, services, tokens
):
    window.show_page("meeting")
    window.show_page("reception")
    take_over(qtbot, window, "Omar")
    meeting = window.stack.page("meeting")
    meeting._changes.make(lambda: services.organising.rename({"en": "New"}, desk.operator), "said")
    assert operators(services)[-1] == "Omar"


def test_nothing_changes_without_a_name(qtbot, window, shift):
    for text in ("", "   ", "1234", "ma14", "x" * (LONGEST_NAME + 1)):
        shift.name.line.setText(text)
        qtbot.keyClick(shift.name.line, Qt.Key.Key_Return)
        assert "Type a name" in shift.trouble.text(), text
        assert shift.isVisible()
    shift.desk_name.set_text("y" * 40)
    shift.name.set_text("Omar")
    shift.go.click()
    assert "short name" in shift.trouble.text()
    qtbot.keyClick(shift.name.line, Qt.Key.Key_Escape)
    assert window.page.shift.isHidden()
    assert window._desk.operator == SALMA
    assert window.page.field.hasFocus()


def test_f9_again_closes_it_and_a_press_on_the_heading_opens_it(qtbot, window, shift):
    qtbot.keyClick(shift.name.line, Qt.Key.Key_F9)
    assert window.page.shift.isHidden()
    qtbot.mouseClick(window.page.heading.desk_name, Qt.MouseButton.RightButton)
    assert window.page.shift.isHidden()
    qtbot.mouseClick(window.page.heading.desk_name, Qt.MouseButton.LeftButton)
    assert shift.isVisible()


def test_a_badge_scanned_into_the_name_is_answered_and_is_no_name(
    qtbot, window, shift, tokens, services
):
    qtbot.keyClicks(shift.name.line, tokens[NADIA])
    qtbot.keyClick(shift.name.line, Qt.Key.Key_Return)
    assert window.page.answer.verdict is Verdict.WELCOME
    assert shift.name.text == ""
    assert shift.isVisible()
    for other in ("https://example.org/badge", "BEGIN:VCARD"):
        shift.name.line.setText(other)
        qtbot.keyClick(shift.name.line, Qt.Key.Key_Return)
        assert window.page.answer.verdict is Verdict.UNKNOWN
    shift.desk_name.line.setText(f"B{tokens[MOHAMED]}")
    qtbot.keyClick(shift.desk_name.line, Qt.Key.Key_Return)
    assert shift.desk_name.text == "B"
    assert operators(services)[-1] == "Salma"


def test_who_sat_here_before_is_one_press_away(qtbot, window, type_in, tokens, services, clock):
    for name, who in (("Omar", NADIA), ("Ines & Ana", MOHAMED)):
        take_over(qtbot, window, name)
        clock.wait(minutes=1)
        type_in(tokens[who])
    take_over(qtbot, window, "Rui")
    qtbot.keyClick(window.page.field, Qt.Key.Key_F9)
    panel = window.page.shift.panel
    assert panel.name.text == "Rui"
    assert [one.accessibleName() for one in panel.before] == ["Ines & Ana", "Omar", "Salma"]
    qtbot.mouseClick(panel.before[0], Qt.MouseButton.LeftButton)
    assert window._desk.operator.name == "Ines & Ana"
    assert services.shift.sat_here(SALMA) == ["Ines & Ana", "Omar", "Salma"]


def test_programs_are_nobody_who_sat_here(services):
    services.organising.rename({"fr": "Frontières"}, Operator("command line"))
    assert services.shift.sat_here(SALMA) == ["Salma"]
    assert Operator("desk").person == ""


def test_a_name_keeps_the_role_of_the_seat():
    before = Operator("Salma", Role.RECEPTION)
    assert named(" Omar\u202e ", before) == Operator("Omar", Role.RECEPTION)
    assert named("12", before) is None


def test_whoever_was_armed_is_let_go_of_and_the_mode_stays(qtbot, window, type_in, services):
    window.page.heading.toggle_hand_over()
    window.page.hand_over.collector.set_text("The embassy")
    take_over(qtbot, window, "Omar")
    assert window.page.heading.handing_over
    assert window.page.hand_over.collector.text == "The embassy"
    window.page.heading.toggle_hand_over()
    type_in("ma1")
    assert window.page.answer.armed
    take_over(qtbot, window, "Rui")
    before = journal(services)
    assert window.page.answer is None
    type_in("ma1")
    assert window.page.answer.armed
    assert journal(services) == before


def test_a_scan_that_waits_names_whoever_sat_there_then(services, tokens, desk):
    reception = services.reception
    reception.hold(tokens[NADIA], SALMA)
    reception.answer_held(Operator("Omar"))
    assert operators(services)[-1] == "Salma"


def test_the_desk_is_called_anew_and_this_computer_remembers_it(
    qtbot, front, meeting_file, preferences, clock
):
    front.open(meeting_file)
    window = front.shown
    qtbot.waitUntil(lambda: len(window.stack.pages) == 5 and window.stack.page("badges").made)
    assert window.page.heading.desk_name.text() == "Desk A"  # nobody said who sits there
    window.page.shift.ask()
    panel = window.page.shift.panel
    panel.name.set_text("Salma")
    panel.desk_name.set_text("B")
    panel.go.click()
    assert window.page.heading.desk_name.text() == "Desk B   ·   Salma"
    front.next_theme()
    assert front.shown is not window
    qtbot.waitUntil(lambda: len(front.shown.stack.pages) == 5)
    assert front.shown.page.heading.desk_name.text() == "Desk B   ·   Salma"
    assert preferences.text(DESK_NAME) == "B"
    front.shown.leave_asked.emit()
    qtbot.waitUntil(lambda: not shows(front, Window)())
    front.open(meeting_file)
    assert front.shown.page.heading.desk_name.text() == "Desk B"
    front.leave()
    assert "Salma" not in str([preferences.text(key) for key in preferences._settings.allKeys()])
    open_meeting(meeting_file, clock).close()
