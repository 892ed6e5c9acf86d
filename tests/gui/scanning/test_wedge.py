"""A scanner's keys in real windows: captured whatever has the focus, and a person's let through."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from checkin.domain.outcome import Progress
from checkin.domain.verdict import Verdict

NADIA, AISSATOU = "EL OUAFI Nadia", "N'DIAYE Aïssatou"


def verdict(window):
    return window.page.answer and window.page.answer.verdict


def test_a_scan_at_the_desk_is_answered_and_no_letter_of_it_stands_in_the_field(
    window, scan, tokens, services
):
    seen = []
    window.page.field.textChanged.connect(seen.append)
    scan(tokens[NADIA])
    assert verdict(window) is Verdict.WELCOME
    assert services.file.arrivals.count() == 1
    assert seen == []
    scan(tokens[AISSATOU], "\t")
    assert window.page.answer.delegate.name == AISSATOU
    assert services.file.arrivals.count() == 2
    assert window.page.field.hasFocus()


def test_words_that_stood_in_the_field_make_way(qtbot, window, scan, tokens):
    scan("moh", "")
    qtbot.waitUntil(lambda: window.page.field.text() == "moh")
    qtbot.waitUntil(lambda: window.page.search.open)
    scan(tokens[NADIA])
    assert verdict(window) is Verdict.WELCOME
    assert window.page.field.text() == ""
    assert not window.page.search.open


def test_what_is_typed_comes_to_the_field_and_enter_after_it(qtbot, window, scan):
    scan("ma1")
    qtbot.waitUntil(lambda: window.page.card.face.look.family == "armed")
    assert window.page.field.text() == "ma1"


@pytest.mark.parametrize("page", ["delegates", "badges", "attendance", "meeting"])
def test_a_scan_on_another_page_is_recorded_and_told_there(
    qtbot, window, scan, tokens, services, page
):
    window.show_page(page)
    keys = QApplication.focusWidget()
    scan(tokens[NADIA])
    assert services.file.arrivals.count() == 1
    assert window.stack.front == page
    assert QApplication.focusWidget() is keys
    assert window.status.notice.text == f"WELCOME   {NADIA}, Morocco   Recorded."
    assert window.status.scanner.text == "last scan 08:45:00"
    scan(tokens[NADIA][:20])
    qtbot.waitUntil(lambda: "SCAN AGAIN" in window.status.notice.text)
    window.show_page("reception")
    assert verdict(window) is Verdict.MISREAD


def test_the_search_field_of_a_list_keeps_what_was_typed(qtbot, window, scan, tokens, services):
    window.show_page("delegates")
    search = window.stack.page("delegates").filters.search
    for part in ("s", "e", "n"):
        scan(part, "")
        qtbot.waitUntil(lambda part=part: search.text().endswith(part))
        assert search.hasFocus()
    scan(tokens[NADIA])
    assert search.text() == "sen"
    assert services.file.arrivals.count() == 1


def slowly(qtbot, keyboard, text, handle):
    """A scanner that takes 50 ms for a key."""
    for letter in text:
        keyboard.press(handle, letter, 50)
        qtbot.wait(50)


def test_what_a_slow_scanner_left_in_a_field_is_taken_out_again(
    qtbot, window, wedge, keyboard, tokens, services
):
    window.show_page("delegates")
    search = window.stack.page("delegates").filters.search
    search.setFocus()
    search.setText("moh")
    search.setSelection(1, 1)
    begun = []
    search.textEdited.connect(begun.append)
    slowly(qtbot, keyboard, tokens[NADIA], window.windowHandle())
    assert services.file.arrivals.count() == 1
    assert begun  # some letters came through before they could be told
    assert (search.text(), search.selectedText()) == ("moh", "o")


def test_by_way_of_a_table_too(qtbot, window, wedge, keyboard, tokens, services):
    window.show_page("delegates")
    search = window.stack.page("delegates").filters.search
    search.setText("moh")
    keyboard.press(window.windowHandle(), "a")  # no letter of ours: the table passes it on
    qtbot.waitUntil(lambda: search.text() == "moha")
    keyboard.now += 1000
    slowly(qtbot, keyboard, tokens[NADIA].lower(), window.windowHandle())
    assert search.text() == "moha"
    assert services.file.arrivals.count() == 1


@pytest.fixture
def dialog(qtbot, window):
    made = QDialog(window)
    made.name, made.button, made.choice = QLineEdit(), QPushButton("Delete"), QComboBox()
    made.choice.addItems(["Benin", "Chad", "Denmark", "Ghana"])
    column = QVBoxLayout(made)
    made.pressed = []
    made.button.clicked.connect(lambda: made.pressed.append("button"))
    for part in (made.name, made.button, made.choice):
        column.addWidget(part)
    qtbot.addWidget(made)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("suffix", ["\n", "\t", "", "\n\n"])
@pytest.mark.parametrize("part", ["name", "button", "choice"])
def test_a_dialog_gets_nothing_of_a_scan(qtbot, dialog, scan, tokens, services, part, suffix):
    keys = getattr(dialog, part)
    keys.setFocus()
    dialog.name.setText("Ben")
    scan(tokens[NADIA], suffix)
    qtbot.wait(150)
    assert services.file.arrivals.count() == 1
    assert dialog.name.text() == "Ben"
    assert dialog.choice.currentText() == "Benin"
    assert dialog.pressed == []
    assert dialog.isVisible()
    assert keys.hasFocus()


def test_a_person_works_in_the_dialog_as_ever(qtbot, dialog, scan, services):
    handle = dialog.windowHandle()
    dialog.name.setFocus()
    scan("Beni", "")
    qtbot.waitUntil(lambda: dialog.name.text() == "Beni")
    QTest.keyClick(handle, Qt.Key.Key_Backspace)
    assert dialog.name.text() == "Ben"
    scan("i", "\t")
    qtbot.waitUntil(lambda: dialog.name.text() == "Beni" and dialog.button.hasFocus())
    QTest.keyClick(handle, Qt.Key.Key_Space)
    assert dialog.pressed == ["button"]
    dialog.choice.setFocus()
    scan("g", "")
    qtbot.waitUntil(lambda: dialog.choice.currentText() == "Ghana")
    assert services.file.arrivals.count() == 0


def popup_of(qtbot):
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def test_a_menu_chooses_nothing(qtbot, window, scan, tokens, services):
    chosen = []
    menu = QMenu(window)
    for name in ("Benin", "Chad", "Delete"):
        menu.addAction(name).triggered.connect(lambda _=False, name=name: chosen.append(name))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    menu.popup(QPoint(10, 10))
    popup_of(qtbot)
    QApplication.processEvents()
    scan(tokens[NADIA], to=menu.windowHandle())
    assert services.file.arrivals.count() == 1
    assert chosen == []
    assert menu.isVisible()
    menu.close()


def test_the_list_of_a_choice_chooses_nothing(qtbot, dialog, scan, tokens, services):
    where = dialog.choice.mapTo(dialog, dialog.choice.rect().center())
    press, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(dialog.windowHandle(), press, none, where)
    popup = popup_of(qtbot)
    qtbot.wait(1)
    scan(tokens[NADIA], to=popup.window().windowHandle())
    assert services.file.arrivals.count() == 1
    assert popup.isVisible()
    assert dialog.choice.currentText() == "Benin"
    popup.close()


def test_a_dialog_for_files_of_qts_own_gets_nothing(qtbot, window, scan, tokens, services):
    made = QFileDialog(window)
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(made)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    scan(tokens[NADIA])
    assert services.file.arrivals.count() == 1
    assert made.isVisible()
    made.reject()


def test_letters_of_an_arabic_keyboard_that_come_without_their_key(
    wedge, dialog, keyboard, tokens, services
):
    """As X sends them to a field: the key of B is لا, written by the input method."""
    dialog.name.setFocus()
    codes = dict(zip("BCDFGHJKLNPRSTVX", (48, 46, 32, 33, 34, 35, 36, 37, 38), strict=False))
    codes |= dict(zip("NPRSTVX", (49, 25, 19, 31, 20, 47, 45), strict=True))
    for letter in tokens[NADIA]:
        if letter == "B":
            event = QInputMethodEvent()
            event.setCommitString("لا")
            QApplication.sendEvent(dialog.name, event)
        else:
            keyboard.press(dialog.windowHandle(), "ش", code=codes[letter] + 8)
    assert services.file.arrivals.count() == 1
    assert dialog.name.text() == ""


def test_another_alphabet_is_named_within_a_second(qtbot, window, wedge, keyboard):
    window.show_page("meeting")
    for letter in "شسيبلاتنمكطئءؤرىةوزظ" * 2:
        keyboard.press(window.windowHandle(), letter)
    qtbot.waitUntil(lambda: "Arabic" in window.status.notice.text, timeout=1000)
    assert window.status.scanner.text == "the keyboard is set to Arabic"


def test_scans_while_a_list_is_taken_in_are_answered_after_it(
    qtbot, window, desk, scan, tokens, services
):
    going = [True]

    def steps():
        while going:
            yield Progress(1, 2)

    window.show_page("attendance")
    desk.switchboard.work.begin(steps(), lambda: None, lambda _: None)
    scan(tokens[NADIA])
    scan(tokens[AISSATOU])
    assert services.file.arrivals.count() == 0
    assert "ONE MOMENT" in window.status.notice.text
    going.clear()
    qtbot.waitUntil(lambda: services.file.arrivals.count() == 2)


@pytest.mark.parametrize("feeds", [False, True])
def test_the_lines_of_a_visiting_card_end_with_enter_or_a_line_feed(
    qtbot, window, scan, keyboard, feeds
):
    keyboard.feeds = feeds
    scan("BEGIN:VCARD\nVERSION:3.0\nN:SARR;Ousmane\nORG:Border Police\nEND:VCARD", "\n")
    qtbot.waitUntil(lambda: window.page.answer is not None)
    prefill = window.page.answer.prefill
    assert (prefill.family_name, prefill.organisation) == ("SARR", "Border Police")
