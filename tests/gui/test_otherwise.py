"""People who come otherwise than listed, at the window, by keys and scans."""

import pytest
from PySide6.QtCore import Qt

from checkin.domain.verdict import Verdict
from tests.people import MEETING_DAYS
from tests.services.staging import badge, journal

CONTROL = Qt.KeyboardModifier.ControlModifier
NADIA, MOHAMED = "EL OUAFI Nadia", "BENNANI Mohamed"


@pytest.fixture
def press(qtbot, window):
    """Presses a key wherever the keys are."""

    def pressed(key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(window.focusWidget(), key, modifier)

    return pressed


@pytest.fixture
def arrived(services):
    return lambda: services.reception.count(MEETING_DAYS[0]).arrived


def test_a_visiting_card_fills_the_fields_of_a_walk_in(qtbot, window, type_in, press, services):
    type_in(
        "MECARD:N:SARR,Ousmane;ORG:Border Police;TITLE:Colonel;EMAIL:o.sarr@example.org;"
        "TEL:+221330000000;ADR:Dakar,Senegal;;"
    )
    assert window.page.answer.prefill is not None
    assert "F4" in window.page.card.face.do
    press(Qt.Key.Key_F4)
    panel = window.page.otherwise._walk_in
    assert panel.fields["family_name"].text == "SARR"
    assert panel.fields["given_names"].text == "Ousmane"
    press(Qt.Key.Key_Return, CONTROL)
    who = window.page.answer.delegate
    assert (who.name, who.phone) == ("SARR Ousmane", "+221330000000")
    assert (who.email, who.organisation) == ("o.sarr@example.org", "Border Police")
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_F4)
    assert "email" not in panel.given  # nothing of the card stays for the next one
    assert panel.given["family_name"] == ""


def test_what_was_typed_goes_before_what_a_card_says(qtbot, window, type_in, press):
    press(Qt.Key.Key_F4)
    panel = window.page.otherwise._walk_in
    qtbot.keyClicks(window.focusWidget(), "DIOP")
    window.page.field.setFocus()
    type_in("MECARD:N:SARR,Ousmane;;")
    assert panel.fields["family_name"].text == "DIOP"
    assert panel.fields["given_names"].text == "Ousmane"


def test_a_card_that_comes_line_by_line_is_one_scan(qtbot, window, type_in, press, services):
    before = len(journal(services))
    for line in ("BEGIN:VCARD", "VERSION:3.0", "N:SARR;Ousmane;;;", "ORG:Border Police"):
        type_in(line)
        assert window.page.answer is None
        assert window.page.field.text() == ""
    type_in("END:VCARD")
    assert window.page.answer.prefill.family_name == "SARR"
    assert len(journal(services)) == before + 1
    type_in("BEGIN:VCARD")
    qtbot.waitUntil(lambda: window.page.answer.prefill is None)
    assert window.page.answer.verdict is Verdict.UNKNOWN


def test_acts_are_taken_back_one_after_the_other_the_latest_first(
    qtbot, window, type_in, press, services
):
    type_in(badge(services, "R-1").token)
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_F4)
    for text in ("SARR", "Ousmane", "Senegal"):
        qtbot.keyClicks(window.focusWidget(), text)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for said in ("SARR", "MA-003", "EL OUAFI"):
        qtbot.waitUntil(lambda: not window.page._later.isActive())
        qtbot.keyClick(window.page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert "Taken back" in window.status.notice.text
        assert said in window.status.notice.text
