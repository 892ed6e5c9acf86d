"""Badges given out before the meeting: at once by a scan, shown first by number or name."""

from PySide6.QtCore import Qt

from checkin.domain.verdict import Verdict
from tests.conftest import SALMA
from tests.services.staging import badge, blank_badges, full_disk, journal, payloads, withdraw

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_badges_are_handed_over_the_evening_before(
    qtbot, window, evening_before, type_in, press, services
):
    press(Qt.Key.Key_G, CONTROL)
    assert window.page.band.isVisible()
    assert "HAND OVER" in window.page.band.text
    type_in(badge(services, "R-1").token)
    assert window.page.card.face.word == "HANDED OVER"
    assert window.page.card.face.person.surname == "EL OUAFI"
    assert "MA-001 was handed over. This is no arrival." in window.page.card.face.say
    assert badge(services, "R-1").handed_over_at
    assert not [kind for kind in journal(services) if kind.startswith(("Arrival", "Scan"))]
    type_in(badge(services, "R-1").token)
    assert "MA-001 was handed over before, 18:00. Nothing new" in window.page.card.face.say
    assert window.page.card.face.word == "HANDED OVER BEFORE"
    assert window.page.card.face.look == window.page._desk.theme.verdicts[Verdict.ALREADY_IN]
    press(Qt.Key.Key_Z, CONTROL)
    assert badge(services, "R-1").handed_over_at is None
    press(Qt.Key.Key_G, CONTROL)
    assert not window.page.band.isVisible()
    assert window.page.hand_over.isHidden()


def test_several_badges_go_to_one_person_who_collects(
    qtbot, window, evening_before, type_in, press, services
):
    press(Qt.Key.Key_G, CONTROL)
    window.page.hand_over.collector.line.setFocus()
    qtbot.keyClicks(window.focusWidget(), "The driver")
    for reference in ("R-1", "R-2"):
        type_in(badge(services, reference).token)
        assert "to The driver" in window.page.card.face.say
        assert window.page.hand_over.collector.text == "The driver"
        assert window.page.field.hasFocus()
    assert all(
        '"collected_by":"The driver"' in one for one in payloads(services, "BadgeHandedOver")
    )
    press(Qt.Key.Key_G, CONTROL)
    press(Qt.Key.Key_G, CONTROL)
    assert window.page.hand_over.collector.text == ""


def test_a_name_or_a_number_shows_first_whose_badge_is_given_out(
    qtbot, window, evening_before, type_in, press, services
):
    page = window.page
    press(Qt.Key.Key_G, CONTROL)
    page.hand_over.collector.set_text("The driver")
    type_in("ma1")
    assert (page.card.face.word, page.card.face.person.surname) == ("HAND OVER?", "EL OUAFI")
    assert "MA-001 of EL OUAFI Nadia over to The driver" in page.card.face.say
    assert badge(services, "R-1").handed_over_at is None
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.card.face.word == "HANDED OVER"
    assert services.badges.collected_by(badge(services, "R-1")) == "The driver"
    type_in("ma1")  # it is out: there is nothing to ask
    assert "before, 18:00, to The driver" in page.card.face.say
    press(Qt.Key.Key_Escape)
    qtbot.keyClicks(page.field, "bennani")
    qtbot.waitUntil(page.found.isVisible)
    assert "hand over" in page.found.hint
    press(Qt.Key.Key_Return)
    assert "MA-002 of BENNANI Mohamed" in page.found.armed
    assert badge(services, "R-2").handed_over_at is None
    press(Qt.Key.Key_Return)
    assert page.card.face.word == "HANDED OVER"
    assert badge(services, "R-2").handed_over_at
    type_in("ma3")
    page.seen.scanned("ma3")  # never the second Enter
    assert badge(services, "R-3").handed_over_at is None
    press(Qt.Key.Key_Escape)
    type_in("ma3")
    assert badge(services, "R-3").handed_over_at is None


def test_what_is_no_badge_to_hand_over_says_why(window, evening_before, type_in, press, services):
    (spare,) = blank_badges(services)
    withdraw(services, "R-1")
    before = journal(services)
    press(Qt.Key.Key_G, CONTROL)
    for code, word in ((spare.token, "BLANK BADGE"), (badge(services, "R-1").token, "WITHDRAWN")):
        type_in(code)
        assert window.page.card.face.word == word
    assert journal(services) == before


def test_while_badges_are_handed_over_nobody_arrives_by_any_key(
    window, type_in, press, services, arrived
):
    old = badge(services, "R-1")
    services.badges.reissue(old.token, "lost", SALMA)
    press(Qt.Key.Key_G, CONTROL)
    type_in(old.token)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F6):
        press(key)
    type_in(badge(services, "R-2").token)
    assert badge(services, "R-2").handed_over_at
    assert arrived() == 0
    assert window.page.otherwise.isHidden()


def test_a_full_disk_hands_nothing_over_and_says_so(window, type_in, press, services):
    token = badge(services, "R-1").token
    press(Qt.Key.Key_G, CONTROL)
    with full_disk():
        type_in(token)
    assert window.page.card.face.word == "NOT RECORDED"
    services.file.retry()
    assert badge(services, "R-1").handed_over_at is None


def test_the_collectors_field_gives_the_keys_back(qtbot, window, evening_before, press, services):
    page = window.page
    collector = page.hand_over.collector
    press(Qt.Key.Key_G, CONTROL)
    collector.line.setFocus()
    qtbot.keyClicks(collector.line, "The driver")
    page.seen.scanned(badge(services, "R-1").token)  # by a scanner, whatever has the keys
    assert services.badges.collected_by(badge(services, "R-1")) == "The driver"
    assert (page.field.hasFocus(), collector.text) == (True, "The driver")
    collector.line.setFocus()
    press(Qt.Key.Key_Escape)
    assert (page.field.hasFocus(), collector.text) == (True, "")


def test_ready_and_the_side_tell_of_badges_while_they_are_handed_over(
    qtbot, window, evening_before, type_in, press, services
):
    page = window.page
    press(Qt.Key.Key_G, CONTROL)
    assert "handed over" in page.card.face.say
    assert "Ctrl+G" in page.card.face.do
    qtbot.waitUntil(lambda: page.today.number.text() == "0")
    type_in(badge(services, "R-1").token)
    qtbot.waitUntil(lambda: page.today.number.text() == "1")
    assert page.today.short == "1 of 7 badges handed over"
    press(Qt.Key.Key_Z, CONTROL)
    assert window.status.notice.text == "Taken back: that MA-001 of EL OUAFI Nadia was handed over"
    qtbot.waitUntil(lambda: page.today.number.text() == "0")
    press(Qt.Key.Key_G, CONTROL)
    qtbot.waitUntil(lambda: page.today.number.text() == "–")
    assert "handed over" not in page.card.face.say
