"""Everything is reached without a mouse: Tab comes to each control once, and names it."""

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from checkin.gui.badges.page import BadgesPage
from checkin.gui.help import HelpOverlay
from checkin.gui.kit.panels import has_keys
from checkin.gui.window import Window
from tests.journeys.hands import Hands

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QTextEdit)
PAGES = {"delegates": "Alt+2", "badges": "Alt+3", "attendance": "Alt+4", "meeting": "Alt+5"}
MOST = 60


@pytest.fixture
def hands(qtbot) -> Hands:
    return Hands(qtbot)


@pytest.fixture
def come_to(qtbot, window: Window, hands: Hands):
    """Brings a page to the front by its key, and waits until it stands."""

    def come(page: str) -> QWidget:
        qtbot.waitUntil(lambda: len(window.stack.pages) == 5)
        hands.press(PAGES[page])
        assert window.stack.front == page
        made = window.stack.page(page)
        if isinstance(made, BadgesPage):
            qtbot.waitUntil(made.footer.save.isEnabled, timeout=20_000)
        return made

    return come


def inside_another(control: QWidget) -> bool:
    """Whether it is a piece of another control: the field of a list, the list of a choice."""
    parent = control.parentWidget()
    return bool(parent) and (isinstance(parent, CONTROLS) or inside_another(parent))


def siblings(control: QWidget) -> list[QWidget]:
    """Buttons of which one is chosen are one stop; the arrows go from one to the next."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    return list(group.buttons()) if group and group.exclusive() else [control]


def controls(page: QWidget) -> list[QWidget]:
    """Everything on a page that a mouse could use."""
    found = [one for one in page.findChildren(QWidget) if isinstance(one, CONTROLS)]
    return [
        one
        for one in found
        if one.isVisible()
        and one.isEnabled()
        and not isinstance(one, QHeaderView)
        and not inside_another(one)
    ]


def walk(hands: Hands, key: str) -> list[QWidget]:
    """Where Tab, or Shift+Tab, leads until it is where it began."""
    seen = [hands.place]
    for _ in range(MOST):
        hands.press(key)
        if hands.place is seen[0]:
            return seen
        seen.append(hands.place)
    raise AssertionError(f"{key} does not come round")


def assert_all_are_reached(hands: Hands, page: QWidget) -> None:
    seen = walk(hands, "Tab")
    names = [one.accessibleName() for one in seen]
    assert len(set(seen)) == len(seen), names
    assert all(names), [type(one).__name__ for one in seen if not one.accessibleName()]
    missed = [one for one in controls(page) if not set(siblings(one)) & set(seen)]
    assert [one.accessibleName() or type(one).__name__ for one in missed] == []
    back = walk(hands, "Shift+Tab")
    assert back == [seen[0], *reversed(seen[1:])]


@pytest.mark.parametrize("page", PAGES)
def test_tab_comes_to_every_control_of_a_page_once_and_shift_tab_back(hands, come_to, page):
    assert_all_are_reached(hands, come_to(page))


def test_the_fields_of_somebody_are_walked_through_like_the_page(hands, come_to):
    page = come_to("delegates")
    hands.press("Down", "Return")
    assert hands.at == "Family name"
    hands.write("X")  # there is something to save now
    assert_all_are_reached(hands, page)
    hands.tab_to("Note")
    hands.tab_to("Family name")
    assert not hands.place.visibleRegion().isEmpty()  # the fields scroll with the keys
    hands.press("Ctrl+Return", "Escape")
    assert hands.at == "Delegates"


def test_what_a_chip_offers_is_chosen_by_the_space_bar_and_left_by_esc(hands, come_to):
    page = come_to("delegates")
    hands.tab_to("Capacity")
    hands.press("Space", "Space", "Escape")
    assert page.filters.chips["capacity"].narrows
    assert hands.at == "Delegates"


def test_a_badge_is_found_ticked_and_replaced_by_keys_and_the_list_has_them_again(
    qtbot, window, hands, come_to
):
    page = come_to("badges")
    hands.press("Ctrl+F")
    hands.write("ndi")
    hands.tab_to("Badges")
    assert page.list.current.family_name == "N'DIAYE"
    hands.press("Space")
    assert "6 chosen" in page.list.chosen.text()
    hands.press("Ctrl+R")
    assert hands.at == "Reason"
    assert_all_are_reached(hands, page)
    hands.press("Escape")
    assert hands.at == "Badges"
    hands.press("Ctrl+R", "End", "Tab")
    hands.press("Escape")
    assert hands.at == "Badges"


def test_the_printers_panel_is_left_by_esc_and_the_list_has_the_keys_again(qtbot, hands, come_to):
    page = come_to("badges")
    hands.press("Ctrl+P")
    assert page.side.printing.isVisible()
    assert hands.at == "Printer"
    panel = page.side.printing
    qtbot.waitUntil(lambda: panel.go.isEnabled() or panel.trouble.isVisible())
    assert has_keys(panel)
    assert_all_are_reached(hands, page)
    hands.tab_to("Look again" if panel.trouble.isVisible() else "Printer")
    hands.press("Escape")
    assert page.side.printing.isHidden()
    assert hands.at == "Badges"


def test_arrows_choose_another_day_and_the_report_is_left_by_keys(qtbot, hands, come_to):
    page = come_to("attendance")
    hands.tab_to("Day: 5 July")
    hands.press("Right")
    hands.press("Space")
    assert page.days.day == page.desk.meeting.days[1]
    hands.tab_to("Reports")
    hands.press("Space")
    qtbot.waitUntil(lambda: page.reports.ready, timeout=20_000)
    assert_all_are_reached(hands, page)
    hands.tab_to("Back to the figures")
    hands.press("Space")
    assert hands.at == "Delegations"


def test_a_tile_and_who_is_missing_of_it_are_reached_and_let_go_of(hands, come_to):
    page = come_to("attendance")
    hands.press("Right")
    assert_all_are_reached(hands, page)
    hands.press("Escape")
    assert hands.at == "Delegations"


def test_at_the_desk_tab_leads_nowhere(window, hands):
    hands.press("Tab", "Shift+Tab")
    assert hands.place is window.page.field


@pytest.mark.parametrize("page", ["reception", *PAGES])
def test_esc_never_leaves_the_window_without_the_keys(window, hands, come_to, page):
    if page != "reception":
        come_to(page)
    for _ in range(4):
        hands.press("Escape")
        assert window.isAncestorOf(QApplication.focusWidget())
    hands.press("Tab", "Escape", "Alt+1")
    assert hands.place is window.page.field


def test_help_is_left_by_esc_and_nothing_below_hears_of_it(window, hands):
    hands.write("oua")
    hands.press("F1")
    overlay = window.findChild(HelpOverlay)
    assert overlay.isVisible()
    hands.press("Escape")
    assert overlay.isHidden()
    assert window.page.field.text() == "oua"
    assert hands.place is window.page.field


def test_what_is_said_at_the_bottom_is_closed_by_a_key(window, hands):
    window.question.warn("Something is to be decided.", "Do it")
    window.crash_panel.say("ValueError")
    hands.press("Shift+F12", "Shift+F12")
    assert window.question.isHidden()
    assert window.crash_panel.isHidden()
    assert hands.place is window.page.field


def test_a_sentence_on_a_page_is_closed_without_a_mouse(hands, come_to):
    page = come_to("meeting")
    page.trouble.say("Nothing was changed.", "Try again")
    hands.tab_to("Close")
    assert_all_are_reached(hands, page)
    hands.tab_to("Close")
    hands.press("Space")
    assert page.trouble.isHidden()
    assert page.window().isAncestorOf(hands.place)
