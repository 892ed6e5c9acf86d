"""Somebody without a badge: two letters, up and down, Enter and Enter again; no mouse needed."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from checkin.domain.verdict import Verdict
from checkin.gui.reception.found_row import shown_days
from checkin.gui.window import Window
from tests.conftest import SALMA
from tests.people import MEETING_DAYS
from tests.services.staging import badge, person, withdraw

NADIA = "EL OUAFI Nadia"
UP, DOWN, ENTER, ESC = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def typed(qtbot, window):
    """Types as a person does: what is typed has been searched for before it goes on."""

    def type_words(text: str) -> None:
        qtbot.keyClicks(window.page.field, text)
        qtbot.waitUntil(lambda: not window.page.search.pause.isActive())

    return type_words


@pytest.fixture
def press(qtbot, window):
    """Presses keys in the field."""

    def pressed(*keys: Qt.Key) -> None:
        for key in keys:
            qtbot.keyClick(window.page.field, key)

    return pressed


def found(window: Window) -> list[str]:
    return [one.delegate.name for one in window.page.found.found.people]


def current(window: Window) -> str:
    chosen = window.page.found.current
    assert chosen is not None
    return f"{chosen.delegate.name}, {chosen.delegate.delegation}"


def days(window: Window) -> list[tuple[str, ...]]:
    return [row._words.days for row in window.page.found._rows]


def test_two_letters_cover_the_card_with_those_who_may_be_meant(window, typed):
    typed("o")
    assert window.page.found.isHidden()
    typed("u")
    assert window.page.found.isVisible()
    assert NADIA in found(window)
    assert window.page.found.geometry() == window.page.card.rect()
    assert window.page.field.hasFocus()


def test_two_of_one_name_are_told_apart_by_delegation_and_recorded_by_two_enters(
    window, typed, press, services
):
    typed("bennani")
    assert [one.homonym for one in window.page.found.found.people] == [True, True]
    press(DOWN)
    assert current(window) == "BENNANI Mohamed, Tunisia"
    press(ENTER)
    assert "to record BENNANI Mohamed, Tunisia for 5 July" in window.page.found.armed
    assert services.file.arrivals.count() == 0
    press(ENTER)
    assert window.page.answer.verdict is Verdict.WELCOME
    assert window.page.answer.delegate.delegation == "Tunisia"
    assert window.page.answer.arrival.how == "search"
    assert window.page.found.isHidden()
    assert window.page.field.text() == ""


def test_another_row_or_letter_lets_go_of_whoever_was_armed(window, typed, press, services):
    typed("bennani")
    press(ENTER, DOWN)
    assert window.page.found.armed == ""
    press(ENTER)
    assert window.page.found.armed
    typed(" t")
    assert window.page.found.armed == ""
    press(ENTER, UP, DOWN, ENTER)
    assert services.file.arrivals.count() == 0


def test_escape_lets_go_first_and_closes_the_list_then(window, typed, press, services):
    typed("ouafi")
    press(ENTER, ESC)
    assert window.page.found.isVisible()
    assert window.page.found.armed == ""
    press(ENTER)
    assert window.page.found.armed
    press(ESC, ESC)
    assert window.page.found.isHidden()
    assert window.page.field.text() == ""
    assert services.file.arrivals.count() == 0


def test_enter_right_after_the_last_letter_only_shows_who_was_found(
    window, type_in, press, services
):
    type_in("ouafi")
    assert window.page.found.isVisible()
    assert window.page.found.armed == ""
    press(ENTER)
    assert window.page.found.armed
    press(ENTER)
    assert services.file.arrivals.count() == 1


def test_a_scan_closes_the_list_and_is_answered_as_ever(window, typed, type_in, tokens, services):
    typed("moham")
    assert window.page.found.isVisible()
    type_in(tokens[NADIA])
    assert window.page.found.isHidden()
    assert window.page.answer.delegate.name == NADIA
    assert services.file.arrivals.count() == 1
    assert window.page.field.text() == ""


def test_a_scan_lets_go_of_whoever_was_armed(window, typed, press, type_in, tokens, services):
    typed("bennani tun")
    press(ENTER)
    type_in(tokens[NADIA])
    last = services.reception.last_arrivals(MEETING_DAYS[0], 5)
    assert [one.delegate.name for one in last if one.delegate] == [NADIA]


def test_a_code_that_comes_in_slowly_shows_no_list(window, typed, tokens):
    code = tokens[NADIA]
    typed(code[:9])
    assert window.page.found.isHidden()
    typed(code[9:])
    assert window.page.found.isHidden()


def test_a_scanner_types_faster_than_anything_is_searched(qtbot, window, tokens):
    qtbot.keyClicks(window.page.field, tokens[NADIA][:6])
    assert window.page.found.isHidden()
    assert window.page.search.pause.isActive()


def test_typed_words_are_never_called_an_unknown_badge(window, typed, press):
    typed("nobody at all")
    assert "Nobody found for “nobody at all”" in window.page.found.message.title
    assert "Nothing was recorded" in window.page.found.message.what_to_do
    press(ENTER, UP)
    assert window.page.answer is None
    assert window.page.found.isVisible()
    assert window.page.found.grab().height() > 100


def test_one_letter_says_what_to_do(window, typed, type_in, press):
    type_in("b")
    assert "One more letter" in window.page.found.message.title
    typed("e")
    assert len(found(window)) == 2
    press(Qt.Key.Key_Backspace)
    typed("")
    assert "One more letter" in window.page.found.message.title
    press(Qt.Key.Key_Backspace)
    assert window.page.found.isHidden()


def test_a_badge_number_finds_its_holder_while_it_is_typed(window, typed, press, services):
    number = badge(services, "R-1").number
    typed(number[:4])
    assert NADIA in found(window)
    typed(number[4:])
    assert found(window) == [NADIA]
    press(ENTER, ENTER)
    assert window.page.answer.recorded


def test_somebody_who_withdrew_gets_the_card_that_says_so(window, typed, press, services):
    withdraw(services, "R-1")
    typed("ouafi")
    assert window.page.found._rows[0]._tags == [("withdrawn", True)]
    assert window.page.found.grab().height() > 100
    press(ENTER)
    assert window.page.answer.verdict is Verdict.WITHDRAWN
    assert window.page.found.isHidden()
    assert services.file.arrivals.count() == 0


def test_every_day_of_the_meeting_is_told_in_words(window, typed, services, clock):
    services.reception.scan(badge(services, "R-2").token, SALMA)
    typed("bennani")
    assert days(window) == [("08:45", "to come"), ("not yet", "to come")]
    clock.wait(days=1)
    typed(" ")
    assert days(window) == [("08:45", "not yet"), ("absent", "not yet")]


def test_a_row_is_armed_by_a_press_and_recorded_by_its_bar(qtbot, window, typed, services):
    typed("bennani")
    rows, left = window.page.found, Qt.MouseButton.LeftButton
    second = rows._row_boxes()[1].center().toPoint()
    qtbot.mouseClick(rows, left, pos=second)
    assert rows.armed
    qtbot.mouseClick(rows, left, pos=second)
    assert rows.armed
    assert services.file.arrivals.count() == 0
    qtbot.mouseClick(rows, left, pos=QPoint(5, 5))
    qtbot.mouseClick(rows, left, pos=rows._bar_box().center().toPoint())
    assert services.file.arrivals.count() == 1
    assert window.page.answer.delegate == person(services, "R-3")
    assert window.page.field.hasFocus()


def test_the_list_follows_the_size_of_the_window(qtbot, window, typed):
    typed("be")
    window.resize(960, 540)
    qtbot.waitUntil(lambda: window.page.found.geometry() == window.page.card.rect())
    assert len(window.page.found._rows) == 2
    assert window.page.found.grab().height() > 100


def test_an_undo_while_the_list_is_open_is_seen_in_it(qtbot, window, type_in, typed, tokens):
    type_in(tokens[NADIA])
    typed("ouafi")
    assert days(window)[0][0] == "08:45"
    qtbot.keyClick(window.page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: days(window)[0][0] == "not yet")


def test_the_list_is_read_aloud(window, typed, press):
    typed("ouafi")
    assert NADIA in window.page.found.accessibleDescription()
    press(ENTER)
    assert "Press Enter again" in window.page.found.accessibleDescription()


def test_of_many_days_those_around_today_are_shown():
    many = [date(2022, 7, 1) + timedelta(days=number) for number in range(12)]
    assert shown_days(many[:2], many[0], 800) == tuple(many[:2])
    assert shown_days(many, many[0], 400) == tuple(many[:2])
    assert shown_days(many, many[6], 400) == (many[5], many[6])
    assert shown_days(many, many[-1] + timedelta(days=9), 400) == tuple(many[-2:])


def test_a_very_long_text_that_was_pasted_is_never_an_unknown_badge(qtbot, window, press, services):
    field = window.page.field
    field.insert("ouafi nadia " * 900)
    field.textEdited.emit(field.text())
    qtbot.waitUntil(lambda: not window.page.search.pause.isActive())
    assert found(window)[0] == NADIA
    press(ENTER)
    assert window.page.answer is None
    assert window.page.found.armed
    press(ENTER)
    assert window.page.answer.verdict is Verdict.WELCOME
    assert window.page.answer.delegate.name == NADIA


def test_a_very_long_text_of_nobody_is_searched_for_and_not_refused(qtbot, window, press):
    field = window.page.field
    field.insert("zzyzx qqqq " * 900)
    field.textEdited.emit(field.text())
    qtbot.waitUntil(lambda: not window.page.search.pause.isActive())
    press(ENTER)
    assert window.page.answer is None
    assert window.page.found.isVisible()


def test_what_was_pasted_is_quoted_in_short_and_the_advice_has_its_room(qtbot, window):
    window.page.field.insert("zq " * 1333)
    qtbot.waitUntil(window.page.found.isVisible)
    message = window.page.found.message
    assert message.title == f"Nobody found for “{('zq ' * 20)}…”"
    assert "F4 takes in whoever is not in the list." in message.what_to_do
    qtbot.keyClick(window.page.field, ESC)
    window.page.heading.toggle_mode()
    window.page.field.setText("zzq")
    qtbot.keyClick(window.page.field, ENTER)
    assert "F4" not in window.page.found.message.what_to_do
