"""What somebody at the door sees, from the first scan to the last undo."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from checkin.bootstrap import Services
from checkin.domain.verdict import Verdict
from checkin.gui.switchboard import Notice
from checkin.gui.window import Window
from tests.conftest import SALMA, Clock

Scan = Callable[[str], None]
NADIA, AISSATOU = "EL OUAFI Nadia", "N'DIAYE Aïssatou"


def verdict(window: Window) -> Verdict | None:
    answer = window.page.answer
    return answer.verdict if answer else None


def arrived(window: Window) -> str:
    return window.page.today.number.text()


def names(window: Window) -> list[str]:
    return [row.line.name for row in window.page.arrivals.rows]


@contextmanager
def disk_takes_nothing(services: Services) -> Iterator[None]:
    """No file of this process may grow beyond what is there, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    services.file.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_scanned_badge_is_welcomed_recorded_and_counted(qtbot, window, type_in, tokens, services):
    type_in(tokens[NADIA])
    assert verdict(window) is Verdict.WELCOME
    assert services.file.arrivals.count() == 1
    assert window.page.card.face.word == "WELCOME"
    assert window.page.card.face.time == "08:45:00"
    assert window.page.field.text() == ""
    qtbot.waitUntil(lambda: arrived(window) == "1")
    assert names(window) == [NADIA]
    assert "saved 08:45:00" in window.status.file.text


def test_the_card_is_painted_before_the_count_is_read_again(window, type_in, tokens):
    type_in(tokens[NADIA])
    assert verdict(window) is Verdict.WELCOME
    assert arrived(window) == "0"


def test_the_same_badge_later_is_already_in_and_counts_once(
    qtbot, window, type_in, tokens, services, clock
):
    type_in(tokens[NADIA])
    clock.wait(seconds=2)
    type_in(tokens[NADIA])
    assert verdict(window) is Verdict.JUST_SCANNED
    clock.wait(minutes=8)
    type_in(tokens[NADIA])
    assert verdict(window) is Verdict.ALREADY_IN
    assert "08:45" in window.page.card.face.say
    assert services.file.arrivals.count() == 1
    qtbot.waitUntil(lambda: arrived(window) == "1")


def test_a_typed_number_arms_and_the_second_enter_records(window, type_in, services, qtbot):
    type_in("ma1")
    face = window.page.card.face
    assert face.look.family == "armed"
    assert "Press Enter again" in face.say
    assert services.file.arrivals.count() == 0
    assert window.page.field.selectedText() == "ma1"
    qtbot.keyClick(window.page.field, Qt.Key.Key_Return)
    assert verdict(window) is Verdict.WELCOME
    assert services.file.arrivals.count() == 1


def test_a_number_that_is_changed_is_no_longer_armed(window, type_in, services, qtbot):
    type_in("ma1")
    qtbot.keyClicks(window.page.field, "m")
    assert window.page.answer is None
    qtbot.keyClicks(window.page.field, "a1")
    qtbot.keyClick(window.page.field, Qt.Key.Key_Return)
    assert window.page.card.face.look.family == "armed"
    assert services.file.arrivals.count() == 0


def test_escape_clears_field_and_card_and_lets_go_of_the_number(window, type_in, services, qtbot):
    type_in("ma1")
    qtbot.keyClick(window.page.field, Qt.Key.Key_Escape)
    assert window.page.answer is None
    assert window.page.field.text() == ""
    type_in("ma1")
    assert services.file.arrivals.count() == 0


def test_an_empty_enter_leaves_the_card_as_it_is(window, type_in, tokens):
    type_in(tokens[NADIA])
    type_in("")
    type_in("   ")
    assert verdict(window) is Verdict.WELCOME


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org", Verdict.UNKNOWN),
        ("MA-999", Verdict.UNKNOWN),
        ("BCDFGHJKLNPRSTVXBCDFGHJKL", Verdict.MISREAD),
    ],
)
def test_a_code_that_leads_to_nobody_is_said_and_nothing_is_recorded(
    window, type_in, services, text, expected
):
    type_in(text)
    assert verdict(window) is expected
    assert services.file.arrivals.count() == 0


def test_an_arrival_is_taken_back_by_its_button(qtbot, window, type_in, tokens, services):
    type_in(tokens[NADIA])
    type_in(tokens[AISSATOU])
    qtbot.waitUntil(lambda: len(names(window)) == 2)
    row = next(row for row in window.page.arrivals.rows if row.line.name == NADIA)
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(window) == [AISSATOU])
    assert services.file.arrivals.count() == 1
    assert NADIA in window.status.notice.text
    assert window.page.field.hasFocus()
    assert verdict(window) is Verdict.WELCOME


def test_control_z_takes_the_latest_back_and_its_card_with_it(
    qtbot, window, type_in, tokens, services
):
    type_in(tokens[NADIA])
    qtbot.waitUntil(lambda: names(window) == [NADIA])
    qtbot.keyClick(window.page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert services.file.arrivals.count() == 0
    assert window.page.answer is None
    qtbot.waitUntil(lambda: arrived(window) == "0")
    assert names(window) == []
    qtbot.keyClick(window.page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert services.file.arrivals.count() == 0


def test_undoing_is_offered_on_the_ready_card_only_where_somebody_has_arrived(
    qtbot, window, type_in, tokens
):
    assert "Ctrl+Z" not in window.page.card.face.do
    assert "F1" in window.page.card.face.do
    type_in(tokens[NADIA])
    qtbot.waitUntil(lambda: names(window) == [NADIA])
    window.page.let_go()
    assert "Ctrl+Z undoes the latest arrival" in window.page.card.face.do
    window.take_back()
    qtbot.waitUntil(lambda: names(window) == [])
    qtbot.waitUntil(lambda: "Ctrl+Z" not in window.page.card.face.do)


def test_the_notice_of_an_undo_goes_by_itself(window):
    window.status.notice.say(Notice("Taken back."))
    window.status.notice._timer.timeout.emit()
    assert window.status.notice.text == ""


def test_an_undo_that_is_refused_says_why_where_it_was_asked_for(window, type_in, tokens, services):
    type_in(tokens[NADIA])
    arrival = window.page.answer.arrival.id
    window.page.taking_back.arrival(arrival)
    window.page.taking_back.arrival(arrival)
    assert "taken back already" in window.page.trouble.text
    assert window.page.trouble.isVisible()


def test_a_failing_disk_is_never_called_an_invalid_badge_and_f5_records(
    qtbot, window, type_in, tokens, services
):
    with disk_takes_nothing(services):
        type_in(tokens[NADIA])
        assert verdict(window) is Verdict.NOT_RECORDED
        assert "F5" in dict(window.page.card.face.facts)["Do now"]
        qtbot.keyClick(window.page.field, Qt.Key.Key_F5)
        assert verdict(window) is Verdict.NOT_RECORDED
        qtbot.waitUntil(lambda: "not saved" in window.status.file.text)
    qtbot.keyClick(window.page.field, Qt.Key.Key_F5)
    assert verdict(window) is Verdict.WELCOME
    assert services.file.arrivals.count() == 1
    qtbot.waitUntil(lambda: arrived(window) == "1")
    assert "saved" in window.status.file.text


def test_scans_that_wait_for_the_disk_are_told_of_on_every_card_and_by_f5(
    qtbot, window, type_in, tokens, services
):
    type_in(tokens[NADIA])
    with disk_takes_nothing(services):
        type_in(tokens[next(one for one in tokens if one != NADIA)])
        services.clock.wait(minutes=1)
        type_in("MA-001")
        assert verdict(window) is Verdict.ALREADY_IN
        assert dict(window.page.card.face.facts)["Waiting"].startswith("Not recorded yet: 1.")
        qtbot.keyClick(window.page.field, Qt.Key.Key_F5)
        assert window.page.card.face.word == "NOT RECORDED"
        assert "1" in dict(window.page.card.face.facts)["Waiting"]
    qtbot.keyClick(window.page.field, Qt.Key.Key_F5)
    assert verdict(window) is Verdict.WELCOME


def test_f5_means_nothing_while_nothing_waits(window, qtbot):
    qtbot.keyClick(window.page.field, Qt.Key.Key_F5)
    assert window.page.answer is None


def test_an_undo_on_a_failing_disk_is_said_in_place(window, type_in, tokens, services):
    type_in(tokens[NADIA])
    arrival = window.page.answer.arrival.id
    with disk_takes_nothing(services):
        window.page.taking_back.arrival(arrival)
    assert window.page.trouble.isVisible()
    assert services.file.arrivals.count() == 1


def test_the_focus_stays_in_the_field_whatever_is_pressed(qtbot, window, type_in, tokens):
    type_in(tokens[NADIA])
    qtbot.waitUntil(lambda: names(window) == [NADIA])
    qtbot.keyClick(window.page.field, Qt.Key.Key_Tab)
    qtbot.mouseClick(window.page.card, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.navigation.items["reception"], Qt.MouseButton.LeftButton)
    assert window.page.field.hasFocus()


def test_the_head_tells_the_time_of_the_meeting_and_ticks(window, clock: Clock):
    assert window.page.heading.title.text() == "Tuesday 5 July 2022"
    assert "Day 1 of 2" in window.page.heading.sub.text()
    clock.set("2022-07-06T07:04:00+00:00")
    window.page.heading.timer.timeout.emit()
    assert window.page.heading.title.text() == "Wednesday 6 July 2022"
    assert "Madrid time 09:04" in window.page.heading.sub.text()
    assert 0 < window.page.heading.timer.interval() <= 60_020


def test_another_place_title_and_days_of_the_meeting_are_said_at_the_desk_at_once(
    qtbot, window, services
):
    for outcome in (
        services.organising.rename({"en": "Other title"}, SALMA),
        services.organising.move("Valencia", "Europe/Madrid", SALMA),
        services.organising.set_days(services.meeting.days[:1], SALMA),
    ):
        window._board.changed.emit(outcome.change)
    said = window.page.heading.sub
    qtbot.waitUntil(lambda: "Valencia time" in said.text())
    assert "Day 1 of 1" in said.text()
    assert "Other title" in said.text()


def test_the_count_starts_afresh_when_the_day_changes(qtbot, window, type_in, tokens, clock):
    type_in(tokens[NADIA])
    qtbot.waitUntil(lambda: arrived(window) == "1")
    clock.set("2022-07-06T08:00:00+02:00")
    window.page.heading.timer.timeout.emit()
    qtbot.waitUntil(lambda: arrived(window) == "0")
    assert names(window) == []


def test_a_day_without_a_meeting_is_said_before_anybody_is_scanned(
    qtbot, window, type_in, tokens, clock
):
    clock.set("2022-07-04T08:00:00+02:00")
    window.page.heading.timer.timeout.emit()
    qtbot.waitUntil(lambda: arrived(window) == "–")
    assert "5 and 6 July 2022" in window.page.today.rest.text()
    type_in(tokens[NADIA])
    assert verdict(window) is Verdict.NOT_A_MEETING_DAY


def test_the_list_is_not_read_again_for_a_scan_that_moves_nothing(window, type_in, tokens, qtbot):
    type_in(tokens[NADIA])
    qtbot.waitUntil(lambda: names(window) == [NADIA])
    before = window.page.arrivals.newest
    type_in("https://example.org")
    qtbot.waitUntil(lambda: not window.page._later.isActive())
    assert window.page.arrivals.newest is before


def test_the_meeting_file_is_checked_before_the_first_scan(window, services, tmp_path: Path):
    assert window._prepared is True


def test_scans_that_wait_for_the_disk_stay_on_the_card_and_are_not_lost_with_the_window(
    qtbot, window, type_in, tokens, services
):
    with disk_takes_nothing(services):
        type_in(tokens[NADIA])
        type_in(tokens[AISSATOU])
        qtbot.keyClick(window.page.field, Qt.Key.Key_Escape)
        face = window.page.card.face
        assert face.word == "NOT RECORDED"
        assert "F5" in dict(face.facts)["Do now"]
        assert "Scans: 2" in dict(face.facts)["Waiting"]
        assert not window.close()
        assert NADIA in window.question.text
        assert AISSATOU in window.question.text
    qtbot.keyClick(window.page.field, Qt.Key.Key_F5)
    assert verdict(window) is Verdict.WELCOME
    qtbot.keyClick(window.page.field, Qt.Key.Key_Escape)
    assert window.page.card.face.word == "Ready"
    assert window.close()
