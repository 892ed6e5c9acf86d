"""What the card says after somebody new came onto the list, and what Enter does then."""

import pytest
from PySide6.QtCore import Qt

from tests.conftest import SALMA
from tests.services.staging import badge, journal

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def replace_by_alaoui(qtbot, window, type_in, press, services):
    """Somebody comes instead of the person on the card."""

    def replaced() -> None:
        type_in(badge(services, "R-1").token)
        press(Qt.Key.Key_F6)
        for text in ("ALAOUI", "Karim", "Head of Division", "ill", "Embassy"):
            qtbot.keyClicks(window.focusWidget(), text)
            press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Return, CONTROL)

    return replaced


def test_whoever_comes_instead_is_let_in_by_enter(
    qtbot, window, press, replace_by_alaoui, services, arrived
):
    replace_by_alaoui()
    qtbot.waitUntil(lambda: arrived() == 0)
    qtbot.waitUntil(lambda: not window.page._later.isActive())
    assert window.page.card.face.word == "COMES INSTEAD"
    press(Qt.Key.Key_Return)
    assert window.page.card.face.word == "WELCOME"
    assert window.page.answer.delegate.family_name == "ALAOUI"
    assert arrived() == 1


def test_whoever_comes_instead_is_let_in_by_the_badge_or_not_at_all(
    window, press, type_in, replace_by_alaoui, services, arrived
):
    replace_by_alaoui()
    type_in(badge(services, "R-3").token)
    assert window.page.answer.delegate.reference == "R-3"
    press(Qt.Key.Key_Return)
    assert arrived() == 1


def test_whoever_comes_instead_on_the_evening_before_is_not_in(
    window, evening_before, press, replace_by_alaoui, services
):
    replace_by_alaoui()
    face = window.page.card.face
    assert face.word == "COMES INSTEAD"
    assert face.do.startswith("Not in yet: scan the badge on a meeting day.")
    assert window.page.field.text() == ""


def test_a_walk_in_is_said_to_be_provisional(qtbot, window, press, services):
    press(Qt.Key.Key_F4)
    for text in ("SARR", "Ousmane", "Senegal"):
        qtbot.keyClicks(window.focusWidget(), text)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return, CONTROL)
    face = window.page.card.face
    assert face.word == "WELCOME"
    assert face.say == "Recorded. Provisional until an organiser approves."


def test_a_walk_in_on_the_evening_before_is_on_the_list_and_not_in(
    qtbot, window, evening_before, press, services, arrived
):
    press(Qt.Key.Key_F4)
    for text in ("SARR", "Ousmane", "Senegal"):
        qtbot.keyClicks(window.focusWidget(), text)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return, CONTROL)
    face = window.page.card.face
    assert face.word == "ON THE LIST"
    assert face.say == (
        "Recorded: SARR Ousmane is on the list, with badge SN-002."
        " Nobody arrived: today is no meeting day. Provisional until an organiser approves."
    )
    assert face.do == "Ctrl+P prints the badge."
    assert arrived() == 0


def test_why_somebody_comes_instead_is_asked_for_in_words_of_a_person(
    qtbot, window, type_in, press, services
):
    type_in(badge(services, "R-1").token)
    press(Qt.Key.Key_F6)
    qtbot.keyClicks(window.focusWidget(), "ALAOUI")
    press(Qt.Key.Key_Return, CONTROL)
    said = window.page.otherwise._substitute.trouble.text()
    assert said.startswith("No reason was given why somebody comes instead of EL OUAFI Nadia.")
    assert "lost" not in said


def test_a_second_badge_for_today_is_made_by_the_same_key_once_more(
    qtbot, window, type_in, press, services
):
    type_in(badge(services, "R-1").token)
    press(Qt.Key.Key_F7)
    before = journal(services)
    press(Qt.Key.Key_F7)
    assert journal(services) == before
    assert "MA-003 is the badge of EL OUAFI Nadia for that day already" in (
        window.page.trouble.text
    )
    press(Qt.Key.Key_F7)
    assert window.page.card.face.facts == (("Day badge", "MA-004"),)
    assert journal(services)[len(before) :] == ["BadgeVoided", "BadgeIssued"]


def test_whoever_arrived_is_said_to_have_before_another_comes_instead(
    window, type_in, press, services
):
    type_in(badge(services, "R-1").token)
    press(Qt.Key.Key_F6)
    said = window.page.otherwise._substitute.extra.text()
    assert said == "Morocco   ·   arrived at 08:45, then counted no longer"


def test_f3_goes_on_with_the_delegation_that_it_was_about(qtbot, window, type_in, press, services):
    services.people.add({"family_name": "IDRISSI", "delegation": "Morocco"}, SALMA)
    type_in(badge(services, "R-2").token)
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_Space)
    window.page.enter(badge(services, "R-3").token)
    press(Qt.Key.Key_F3)
    assert window.page.card.face.say.startswith("Recorded together, Morocco:")
    press(Qt.Key.Key_F3)
    assert window.page.otherwise._together.title.text() == "Morocco: who is here?"


def test_already_in_is_said_no_longer_on_the_next_day(qtbot, window, type_in, services, clock):
    clock.set("2022-07-05T23:58:00+02:00")
    type_in(badge(services, "R-1").token)
    clock.wait(minutes=1)
    type_in(badge(services, "R-1").token)
    assert window.page.card.face.word == "ALREADY IN"
    clock.set("2022-07-06T00:00:10+02:00")
    window.page.heading.tick()
    qtbot.waitUntil(lambda: window.page.answer is None)
