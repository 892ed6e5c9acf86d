"""People who come otherwise than listed, at the window, by keys and scans."""

from PySide6.QtCore import Qt

from checkin.domain.delegate import Status
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA
from tests.people import MEETING_DAYS
from tests.services.staging import badge, blank_badges, journal, person, withdraw

CONTROL = Qt.KeyboardModifier.ControlModifier
NADIA, MOHAMED = "EL OUAFI Nadia", "BENNANI Mohamed"


def test_a_delegation_arrives_by_two_keys_and_goes_back_by_one(
    qtbot, window, type_in, press, services, arrived
):
    services.people.add({"family_name": "IDRISSI", "delegation": "Morocco"}, SALMA)
    type_in(badge(services, "R-2").token)
    qtbot.waitUntil(window.page.delegation.isVisible)
    press(Qt.Key.Key_F3)
    panel = window.page.otherwise._together
    assert panel.isVisible()
    assert panel.title.text() == "Morocco: who is here?"
    assert [box.text() for box in panel.boxes.values()] == ["H   EL OUAFI Nadia", "D   IDRISSI"]
    assert panel.go.text() == "2 of 2 are here   F3"
    press(Qt.Key.Key_F3)
    assert arrived() == 3
    assert window.page.card.face.word == "2 ARRIVED"
    assert window.page.card.face.say == "Recorded together, Morocco: EL OUAFI Nadia, IDRISSI."
    assert not panel.isVisible()
    qtbot.waitUntil(window.page.field.hasFocus)
    qtbot.wait(20)
    assert window.page.card.face.word == "2 ARRIVED"
    press(Qt.Key.Key_Z, CONTROL)
    assert arrived() == 1
    qtbot.waitUntil(lambda: window.page.delegation.count.text() == "1 of 3")
    press(Qt.Key.Key_Z, CONTROL)
    assert arrived() == 0


def test_whoever_is_not_ticked_does_not_arrive(qtbot, window, type_in, press, services, arrived):
    services.people.add({"family_name": "IDRISSI", "delegation": "Morocco"}, SALMA)
    type_in(badge(services, "R-2").token)
    press(Qt.Key.Key_F3)
    panel = window.page.otherwise._together
    press(Qt.Key.Key_Space)
    assert panel.go.text() == "1 of 2 is here   F3"
    press(Qt.Key.Key_Return, CONTROL)
    assert arrived() == 2
    assert services.finding.delegation_of(person(services, "R-1"), MEETING_DAYS[0])
    assert window.page.card.face.word == "1 ARRIVED"


def test_nobody_ticked_is_nobody_recorded(window, type_in, press, services, arrived):
    type_in(badge(services, "R-2").token)
    press(Qt.Key.Key_F3)
    panel = window.page.otherwise._together
    press(Qt.Key.Key_Space)
    assert not panel.go.isEnabled()
    press(Qt.Key.Key_F3)
    assert arrived() == 1
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.page.field.hasFocus()


def test_a_delegation_that_is_complete_has_nobody_to_tick(qtbot, window, type_in, press, services):
    press(Qt.Key.Key_F3)
    assert "still to come" in window.page.trouble.text
    type_in(badge(services, "R-3").token)
    qtbot.waitUntil(window.page.delegation.isVisible)
    assert not window.page.delegation.here.isVisible()
    press(Qt.Key.Key_F3)
    assert window.page.otherwise.isHidden()


def test_a_scan_is_answered_while_a_panel_is_open(qtbot, window, type_in, press, services):
    type_in(badge(services, "R-2").token)
    press(Qt.Key.Key_F4)
    window.page.enter(badge(services, "R-3").token)
    assert window.page.answer.delegate.reference == "R-3"
    assert window.page.otherwise._walk_in.isVisible()


def test_a_walk_in_on_a_blank_badge(qtbot, window, type_in, press, services, arrived):
    (spare,) = blank_badges(services)
    type_in(spare.token)
    assert window.page.card.face.word == "BLANK BADGE"
    assert "F4" in window.page.card.face.do
    press(Qt.Key.Key_F4)
    panel = window.page.otherwise._walk_in
    assert "SP-001" in panel.badge.text()
    for text in ("SARR", "Ousmane", "Senegal"):
        qtbot.keyClicks(window.focusWidget(), text)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return, CONTROL)
    assert window.page.card.face.word == "WELCOME"
    assert window.page.card.face.person.surname == "SARR"
    assert window.page.answer.badge.number == "SP-001"
    assert arrived() == 1
    assert not panel.isVisible()
    assert window.page.field.hasFocus()
    type_in(spare.token)
    assert window.page.answer.verdict is Verdict.ALREADY_IN
    press(Qt.Key.Key_Z, CONTROL)
    assert arrived() == 0
    type_in(spare.token)
    assert window.page.answer.verdict is Verdict.SPARE_BADGE


def test_a_blank_badge_may_be_scanned_while_the_name_is_typed(
    qtbot, window, type_in, press, services
):
    (spare,) = blank_badges(services)
    press(Qt.Key.Key_F4)
    panel = window.page.otherwise._walk_in
    qtbot.keyClicks(window.focusWidget(), "SARR")
    panel.fields["delegation"].set_text("Senegal")
    type_in(spare.token)
    assert panel.fields["family_name"].text == "SARR"
    assert "SP-001" in panel.badge.text()
    press(Qt.Key.Key_Return, CONTROL)
    assert window.page.answer.badge.token == spare.token


def test_a_walk_in_without_a_name_is_told_so_in_place(window, press, services):
    before = journal(services)
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_Return, CONTROL)
    panel = window.page.otherwise._walk_in
    assert "name is needed" in panel.trouble.text()
    assert journal(services) == before


def test_somebody_comes_instead_of_the_person_on_the_card(
    qtbot, window, type_in, press, services, clock
):
    old = badge(services, "R-1")
    type_in(old.token)
    clock.wait(minutes=1)
    press(Qt.Key.Key_F6)
    panel = window.page.otherwise._substitute
    assert panel.title.text() == "Who comes instead of EL OUAFI Nadia?"
    for text in ("ALAOUI", "Karim", "Head of Division", "ill", "Embassy"):
        qtbot.keyClicks(window.focusWidget(), text)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return, CONTROL)
    face = window.page.card.face
    assert (face.word, face.person.surname) == ("COMES INSTEAD", "ALAOUI")
    assert face.say == (
        "Recorded: ALAOUI Karim comes instead of EL OUAFI Nadia, with badge MA-003."
    )
    assert face.do == "Not in yet: scan the badge, or press Enter. Ctrl+P prints the badge."
    assert "Nothing" not in face.text
    assert services.people.get(person(services, "R-1").id).status is Status.WITHDRAWN
    type_in(old.token)
    assert "ALAOUI Karim comes instead" in window.page.card.face.say
    press(Qt.Key.Key_Z, CONTROL)
    type_in(old.token)
    assert window.page.answer.verdict is Verdict.ALREADY_IN


def test_whoever_was_found_by_name_is_replaced_without_arriving(
    qtbot, window, press, services, arrived
):
    qtbot.keyClicks(window.page.field, "ouafi")
    qtbot.waitUntil(lambda: window.page.search.open)
    press(Qt.Key.Key_F6)
    panel = window.page.otherwise._substitute
    assert panel.title.text() == "Who comes instead of EL OUAFI Nadia?"
    assert not window.page.search.open
    assert window.page.field.text() == ""
    assert arrived() == 0


def test_without_somebody_expected_on_the_card_there_is_nobody_to_replace(
    window, type_in, press, services
):
    withdraw(services, "R-1")
    for code in ("", badge(services, "R-1").token):
        if code:
            type_in(code)
        for key in (Qt.Key.Key_F6, Qt.Key.Key_F7):
            press(key)
            assert "First bring up the card" in window.page.trouble.text
    assert window.page.otherwise.isHidden()


def test_a_badge_for_today_is_made_by_one_key(window, type_in, press, services):
    type_in(badge(services, "R-1").token)
    press(Qt.Key.Key_F7)
    assert journal(services)[-1] == "BadgeIssued"
    assert "MA-003 is the badge of EL OUAFI Nadia for today" in window.status.notice.text
    assert window.page.card.face.facts == (("Day badge", "MA-003"),)
    assert window.page.card.face.word == "WELCOME"
    press(Qt.Key.Key_Z, CONTROL)
    assert journal(services)[-1] == "BadgeVoided"
    assert services.reception.count(MEETING_DAYS[0]).arrived == 1


def test_on_no_meeting_day_no_badge_for_today_is_made(window, type_in, press, services, clock):
    clock.set("2022-07-04T18:00:00+02:00")
    type_in(badge(services, "R-1").token)
    press(Qt.Key.Key_F7)
    assert "no meeting day" in window.page.trouble.text


def test_while_the_desk_looks_only_nothing_of_this_is_done(window, type_in, press, services):
    type_in(badge(services, "R-2").token)
    before = journal(services)
    press(Qt.Key.Key_L, CONTROL)
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F7):
        press(key)
    assert window.page.otherwise.isHidden()
    assert journal(services) == before


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
