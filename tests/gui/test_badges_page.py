"""The Badges page as people use it: choosing, looking, saving, printing, replacing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from checkin.bootstrap import Services
from checkin.gui.badges.page import BadgesPage
from checkin.gui.look.marks import OK, WARN
from checkin.gui.window import Window
from checkin.services.badge_paper import SavedPaper
from tests.conftest import SALMA
from tests.gui.test_layout import SIZES, cut_labels
from tests.people import many_people
from tests.printers import PrintSystem

Page = BadgesPage


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> Page:
    """The page in front, with the PDF of everybody who has no badge on paper."""
    return page_of(qtbot, window)


def page_of(qtbot: QtBot, window: Window) -> Page:
    window.show_page("badges")
    made = window.stack.page("badges")
    assert isinstance(made, Page)
    wait_for_paper(qtbot, made)
    return made


def wait_for_paper(qtbot: QtBot, page: Page, count: int | None = None) -> None:
    def ready() -> bool:
        paper = page.to_paper.paper
        made = paper is not None and not page.making.running
        return made and (count is None or paper.made.printed.badges == count)

    qtbot.waitUntil(ready)


def shown(page: Page) -> list[str]:
    return [line.number for line in page.list.rows.rows]


def row_of(page: Page, number: str) -> None:
    page.list.view.setCurrentIndex(page.list.rows.index(shown(page).index(number)))


def right_of(part: QWidget, page: Page) -> int:
    return part.mapTo(page, part.rect().bottomRight()).x()


def test_the_page_is_made_without_a_key_taken_from_the_scan_field(
    qtbot: QtBot, window: Window
) -> None:
    qtbot.waitUntil(lambda: "badges" in window.stack.pages)
    with qtbot.waitSignal(window.page.field.entered):
        qtbot.keyClicks(window.focusWidget(), "MA-001")
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert window.isActiveWindow()


def test_the_head_says_what_is_printed_and_the_navigation_what_waits(
    window: Window, page: Page
) -> None:
    assert page.head.about.text() == "   ·   ".join(
        ("0 printed", "7 not printed yet", "0 changed since printed")
    )
    assert window.navigation.items["badges"].accessibleDescription() == "7 badges to print"


def test_the_very_pdf_is_in_sight_page_by_page(qtbot: QtBot, page: Page) -> None:
    preview = page.preview
    assert (preview.where.text(), len(preview.sizes)) == ("1 of 7", 7)
    qtbot.waitUntil(lambda: preview.view.drawn)
    qtbot.mouseClick(preview.forward, Qt.MouseButton.LeftButton)
    assert preview.where.text() == "2 of 7"
    qtbot.waitUntil(lambda: preview.view.drawn)
    qtbot.keyClick(page.list.view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert preview.where.text() == "1 of 7"
    assert not preview.back.isEnabled()
    assert preview.pdf == page.to_paper.paper.made.pdf


def test_a_page_is_shown_as_wide_as_there_is_room(qtbot: QtBot, page: Page) -> None:
    whole = page.preview.view.sheet.height()
    page.preview.fit.setCurrentIndex(1)
    page.preview.fit.activated.emit(1)
    assert page.preview.view.sheet.height() > whole
    qtbot.waitUntil(lambda: page.preview.view.drawn)


def test_four_go_on_a_sheet_from_the_place_that_is_free(qtbot: QtBot, page: Page) -> None:
    assert page.settings.start.isHidden()
    page.settings.paper.setCurrentIndex(1)
    page.settings.paper.activated.emit(1)
    wait_for_paper(qtbot, page)
    assert page.preview.where.text() == "1 of 2"
    qtbot.mouseClick(page.settings.start.buttons()[2], Qt.MouseButton.LeftButton)
    wait_for_paper(qtbot, page)
    assert page.preview.where.text() == "1 of 3"
    assert page.footer.about.text() == "7 badges on 3 sheets."
    assert page.desk.preferences.text("badges/paper") == "a6/a4-4"


def test_badges_are_chosen_by_delegation_and_by_ticks(qtbot: QtBot, page: Page) -> None:
    place = page.which.delegation.findData("Morocco")
    page.which.delegation.setCurrentIndex(place)
    page.which.delegation.activated.emit(place)
    wait_for_paper(qtbot, page, 2)
    assert shown(page) == ["MA-001", "MA-002"]
    row_of(page, "MA-002")
    qtbot.keyClick(page.list.view, Qt.Key.Key_Space)
    wait_for_paper(qtbot, page, 1)
    assert page.footer.print_out.text() == "Print one badge"
    assert page.footer.about.text() == "One badge."
    assert page.side.before.codes.words.text() == "The code was read back"
    qtbot.keyClicks(page.list.search, "gar luc")
    assert shown(page) == ["ES-001"]
    index = page.list.rows.index(0)
    box = page.list.view.visualRect(index)
    at = box.topLeft() + QPoint(18, box.height() // 2)
    qtbot.mouseClick(page.list.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    wait_for_paper(qtbot, page, 2)
    page.list.search.clear()
    assert shown(page) == ["MA-001", "MA-002", "ES-001"]
    assert page.list.chosen.text() == "2 chosen"


def test_whoever_has_no_delegation_is_chosen_too(
    qtbot: QtBot, page: Page, services: Services
) -> None:
    lucia = next(one for one in page.lines if one.number == "ES-001")
    outcome = services.people.change(lucia.delegate_id, {"delegation": ""}, SALMA)
    page.desk.switchboard.changed.emit(outcome.change)
    wait_for_paper(qtbot, page)
    place = page.which.delegation.findData("-")
    page.which.delegation.setCurrentIndex(place)
    page.which.delegation.activated.emit(place)
    wait_for_paper(qtbot, page, 1)
    assert shown(page) == ["ES-001"]
    services.people.change(lucia.delegate_id, {"delegation": "Spain"}, SALMA)
    page.desk.switchboard.changed.emit(outcome.change)
    wait_for_paper(qtbot, page, 7)


def test_nothing_chosen_says_what_to_do_next(qtbot: QtBot, page: Page) -> None:
    qtbot.mouseClick(page.which.unprinted, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert page.preview.empty.title.text() == "No badge is chosen"
    assert not page.footer.save.isEnabled()
    assert not page.replace_button.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.side.printing.isHidden()
    page.to_paper.save_to("nowhere.pdf")
    assert not page.to_paper.saving


def test_after_a_fault_of_ours_in_saving_it_is_said_and_the_badges_can_be_saved_again(
    qtbot: QtBot, page: Page, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as faulty, qtbot.captureExceptions() as raised:
        faulty.setattr(SavedPaper, "__init__", None)
        page.to_paper.save_to(str(tmp_path / "a.pdf"))
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is TypeError
    assert "The program made a mistake" in page.to_paper._trouble.text
    assert not page.to_paper.saving
    page.to_paper.save_to(str(tmp_path / "a.pdf"))
    qtbot.waitUntil(lambda: services.badges.counts().printed == 7)


def test_saved_badges_count_as_printed(
    qtbot: QtBot, window: Window, page: Page, services: Services, tmp_path: Path
) -> None:
    page.desk.preferences.keep_text("folder", str(tmp_path))
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(QFileDialog)
    assert dialog.windowModality() is Qt.WindowModality.NonModal
    page.to_paper.offer_saving()
    pdf = page.to_paper.paper.made.pdf
    dialog.selectFile("all.pdf")
    dialog.accept()
    qtbot.waitUntil(lambda: services.badges.counts().printed == 7)
    assert (tmp_path / "all.pdf").read_bytes() == pdf
    assert window.status.notice.text == "Saved as all.pdf; 7 badges count as printed."
    qtbot.waitUntil(lambda: page.preview.empty.title.text() == "No badge is chosen")
    assert "Every badge is on paper" in page.preview.empty.sentence.text()
    assert window.navigation.items["badges"].accessibleDescription() == ""


def test_a_folder_that_is_gone_is_said_and_the_pdf_can_go_elsewhere(
    qtbot: QtBot, page: Page, services: Services, tmp_path: Path
) -> None:
    page.to_paper.save_to(str(tmp_path / "gone" / "badges.pdf"))
    assert page.hindrance()
    qtbot.waitUntil(page.trouble.isVisible)
    assert "There is no folder" in page.trouble.text
    assert services.badges.counts().printed == 0
    assert page.footer.save.isEnabled()
    assert page.hindrance() == ""
    qtbot.mouseClick(page.trouble.action, Qt.MouseButton.LeftButton)
    assert page.findChild(QFileDialog) is not None


def test_a_printer_takes_the_badges_and_they_count_as_printed(
    qtbot: QtBot, window: Window, page: Page, services: Services, print_system: PrintSystem
) -> None:
    pdf = page.to_paper.paper.made.pdf
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    panel = page.side.printing
    assert panel.isVisible()
    assert page.side.before.isHidden()
    qtbot.waitUntil(panel.go.isEnabled)
    assert (panel.printer.key, panel.state.text(), panel.mark.state) == ("office", "ready", OK)
    assert window.status.printer.text == "office, ready"
    assert panel.paper.text() == "Paper needed: A6, 7 pages"
    with qtbot.waitSignal(panel.ended, timeout=20_000):
        qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
        assert page.hindrance()
        qtbot.waitUntil(lambda: services.badges.counts().printed == 7)
    assert print_system.received == [pdf]
    assert "went to office completely" in panel.state.text()
    assert page.hindrance() == ""
    qtbot.mouseClick(panel.away, Qt.MouseButton.LeftButton)
    assert page.side.before.isVisible()
    assert page.desk.preferences.text("printer") == "office"


def test_a_printer_unplugged_between_preview_and_print_is_said_at_once(
    qtbot: QtBot, page: Page, services: Services, print_system: PrintSystem
) -> None:
    page.to_paper.offer_printing("Print")
    panel = page.side.printing
    qtbot.waitUntil(panel.go.isEnabled)
    print_system.unplug()
    panel.print_now()
    qtbot.waitUntil(panel.trouble.isVisible)
    assert "No printer is set up" in panel.trouble.text
    assert services.badges.counts().printed == 0


def test_a_printer_that_refuses_is_said_before_anything_is_sent(
    qtbot: QtBot, page: Page, print_system: PrintSystem
) -> None:
    print_system.refuse()
    page.to_paper.offer_printing("Print")
    panel = page.side.printing
    qtbot.waitUntil(panel.trouble.isVisible)
    assert "takes no jobs now" in panel.trouble.text
    assert not panel.go.isEnabled()
    print_system.do("cupsaccept", "office")
    qtbot.mouseClick(panel.trouble.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.go.isEnabled)
    qtbot.keyClick(panel.printer, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_the_printer_used_last_is_missed_by_name(
    qtbot: QtBot, page: Page, print_system: PrintSystem
) -> None:
    page.desk.preferences.keep_text("printer", "corridor")
    page.to_paper.offer_printing("Print")
    panel = page.side.printing
    qtbot.waitUntil(panel.trouble.isVisible)
    assert "corridor is no longer there" in panel.trouble.text
    assert panel.printer.key == "office"
    assert panel.go.isEnabled()


def test_a_job_cancelled_at_the_printer_can_be_chosen_again(
    qtbot: QtBot, page: Page, services: Services, print_system: PrintSystem
) -> None:
    print_system.stop("out of paper")
    page.to_paper.offer_printing("Print")
    panel = page.side.printing
    qtbot.waitUntil(panel.go.isEnabled)
    assert (panel.state.text(), panel.mark.state) == ("stopped, jobs wait: out of paper", WARN)
    with qtbot.waitSignal(panel.accepted):
        panel.print_now()
    qtbot.waitUntil(lambda: services.badges.counts().printed == 7)
    assert "The printer still has the badges" in page.hindrance()
    page.to_paper.offer_printing("Print")  # one job at a time
    print_system.do("cancel", "office-1")
    with qtbot.waitSignal(panel.ended, timeout=20_000):
        pass


@pytest.mark.parametrize("reason", ["Damaged", "dropped into the coffee"])
def test_a_badge_is_replaced_and_the_next_one_waits_to_be_printed(
    qtbot: QtBot, window: Window, page: Page, services: Services, reason: str
) -> None:
    row_of(page, "MA-001")
    qtbot.mouseClick(page.replace_button, Qt.MouseButton.LeftButton)
    panel = page.side.reissue
    assert panel.go.text() == "Void MA-001"
    usual = panel.usual.findData(reason)
    panel.usual.setCurrentIndex(usual if usual >= 0 else panel.usual.count() - 1)
    panel.usual.activated.emit(panel.usual.currentIndex())
    if usual < 0:
        panel.replace_now()
        assert "A reason is needed" in panel.reason.wrong
        qtbot.keyClicks(panel.reason.line, reason)
    qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    assert panel.isHidden()
    assert window.status.notice.text.startswith("MA-001 is void. EL OUAFI Nadia has MA-003")
    wait_for_paper(qtbot, page, 7)
    assert "MA-003" in shown(page)
    window.take_back()
    wait_for_paper(qtbot, page, 7)
    assert "MA-001" in shown(page)


def test_the_replacing_panel_is_sent_away_with_nothing_changed(qtbot: QtBot, page: Page) -> None:
    row_of(page, "MA-001")
    page.replace_button.click()
    panel = page.side.reissue
    qtbot.keyClick(panel.usual, Qt.Key.Key_Escape)
    assert panel.isHidden()
    panel.replace_now()
    assert "MA-001" in shown(page)


def test_what_to_look_at_stands_beside_and_shows_its_badge(
    qtbot: QtBot, page: Page, services: Services
) -> None:
    who = next(one for one in page.lines if one.number == "ES-001")
    outcome = services.people.change(who.delegate_id, {"delegation": ""}, SALMA)
    page.desk.switchboard.changed.emit(outcome.change)
    wait_for_paper(qtbot, page)
    before = page.side.before
    assert before.codes.words.text() == "7 of 7 codes read back"
    assert before.looks.words.text() == f"To look at: {len(before.rows.rows)}"
    row = next(row for row, one in enumerate(before.rows.rows) if one[0] == who.delegate_id)
    before.view.clicked.emit(before.rows.index(row))
    marked = page.preview.view.sheet.marked
    assert (marked.page, marked.warned) == (page.preview.page, True)
    assert before.rows.data(before.rows.index(row)) == "GARCÍA Lucía has no delegation"


def test_a_change_at_another_page_is_followed(
    qtbot: QtBot, window: Window, page: Page, services: Services
) -> None:
    window.show_page("reception")
    outcome = services.people.add({"family_name": "NEW", "delegation": "Spain"}, SALMA)
    page.desk.switchboard.changed.emit(outcome.change)
    item = window.navigation.items["badges"]
    qtbot.waitUntil(lambda: item.accessibleDescription() == "8 badges to print")
    window.show_page("badges")
    wait_for_paper(qtbot, page, 8)


def test_badges_saved_while_a_list_is_taken_in_count_as_soon_as_the_file_is_free(
    qtbot: QtBot, page: Page, services: Services, tmp_path: Path
) -> None:
    more = services.lists.read(many_people(tmp_path / "more.csv", 600))
    steps = services.lists.apply_in_steps(services.lists.preview(more), SALMA)
    work = page.desk.switchboard.work
    assert work.begin(steps, lambda: None, lambda _: None)
    page.to_paper.counting.count(page.to_paper.paper.job, lambda _: None)
    assert page.hindrance()
    qtbot.waitUntil(lambda: services.badges.counts().printed == 7)
    assert not page.to_paper.counting.waiting


def test_making_many_is_ended_by_whoever_does_not_want_to_wait(qtbot: QtBot, page: Page) -> None:
    page.settings.order.activated.emit(0)
    assert page.making.running
    page.footer.begin()
    page.footer._show_bar(True)
    qtbot.mouseClick(page.footer.cancel, Qt.MouseButton.LeftButton)
    assert not page.making.running
    assert page.preview.empty.title.text() == "Nothing was made"


@pytest.mark.parametrize(("width", "height"), [one for one in SIZES if one != (800, 480)])
def test_every_label_of_the_page_has_room(
    qtbot: QtBot, window: Window, page: Page, width: int, height: int
) -> None:
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width)
    row_of(page, "PT-001")
    qtbot.waitUntil(lambda: not cut_labels(window))
    qtbot.waitUntil(lambda: right_of(page.side, page) <= page.width() - 8)
    page.replace_button.click()
    qtbot.waitUntil(lambda: not cut_labels(window))
