"""The page as a whole: nothing overlaps, nothing is elided, everything has a name."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import row_button
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import measures_for
from checkin.gui.look.theme import theme
from checkin.gui.seat import Seat
from checkin.gui.window import Window
from tests.conftest import SALMA

SIZES = [(1366, 768), (1920, 1080), (960, 540), (2560, 1440), (800, 480)]


def place(widget: QWidget, window: Window) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def parts(window: Window) -> list[QWidget]:
    page = window.page
    shown = [
        window.navigation, page.heading, page.field, page.card, page.today, page.delegation,
        page.arrivals, window.status,
    ]  # fmt: skip
    return [part for part in shown if part.isVisible()]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_part_covers_another_or_leaves_the_window(qtbot, window, width, height):
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width)
    window.layout().activate()
    places = [place(part, window) for part in parts(window)]
    for number, one in enumerate(places):
        assert window.rect().contains(one)
        assert not any(one.intersects(other) for other in places[number + 1 :])


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_label_has_room_for_its_text(qtbot, window, tokens, services, width, height):
    for token in tokens.values():
        services.reception.scan(token, SALMA)
    window.resize(width, height)
    window.page.arrivals.read()
    qtbot.waitUntil(lambda: not cut_labels(window))


def cut_labels(window: Window) -> list[str]:
    """What is written on labels that are too small for it."""
    labels = [one for one in window.findChildren(FitLabel) if one.isVisible() and one.text()]
    fitted = [(one, one._fitted(one.width())) for one in labels]
    return [
        one.text()
        for one, text in fitted
        if text.width > one.width() + 1 or text.height > one.height() + 2
    ]


def test_a_text_that_is_given_its_room_keeps_its_size(qtbot, desk):
    label = FitLabel(desk.theme, 14)
    qtbot.addWidget(label)
    for words in range(1, 30):
        label.say("every row is seen before anything is written " * words)
        assert label._fitted(label.sizeHint().width()).style.px == 14


@pytest.mark.parametrize("size", [(960, 540), (1366, 768)])
def test_no_key_of_the_help_is_cut(qtbot, window, size):
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    window.show_help()
    qtbot.waitUntil(lambda: not cut_labels(window))


def test_signs_that_point_along_the_reading_turn_with_it(qtbot, services):
    drawn = []
    for language in ("ar", "en"):
        window = Window(Desk(services, Seat(SALMA), services.wording(language), theme("light")))
        qtbot.addWidget(window)
        back = row_button(theme("light"), "left", "Back")
        qtbot.addWidget(back)
        drawn.append(back.icon().pixmap(20, 20).toImage())
    assert drawn[1] == drawn[0].transformed(QTransform().scale(-1, 1))


def test_rows_wrap_long_names_and_stay_inside_the_panel(window, tokens, services):
    for token in tokens.values():
        services.reception.scan(token, SALMA)
    window.page.arrivals.read()
    rows = window.page.arrivals.rows
    assert len(rows) >= 5
    for before, after in pairwise(rows):
        assert before.geometry().bottom() < after.y()
    assert rows[-1].geometry().bottom() < window.page.arrivals.height()
    for row in rows:
        name, place_ = row._texts(row.width())
        assert name.height + place_.height <= row.height()
        assert row.button.geometry().left() >= row._lead + name.width


def test_large_screens_scale_everything_and_small_ones_shrink(window):
    assert measures_for(1366, 768).scale == 1.0
    assert 1.2 <= measures_for(1920, 1080).scale <= 1.5
    assert 1.2 <= measures_for(3840, 2160).scale <= 1.5
    assert measures_for(960, 540).scale < 1.0


def test_targets_are_large_enough_for_a_finger(window, tokens, services, qtbot):
    services.reception.scan(next(iter(tokens.values())), SALMA)
    window.page.arrivals.read()
    for width, height in SIZES[:3]:
        window.resize(width, height)
        for button in window.findChildren(QAbstractButton):
            if button.isVisible():
                assert min(button.width(), button.height()) >= 44


def test_every_control_has_a_name_for_those_who_hear_the_page(window, tokens, services):
    services.reception.scan(next(iter(tokens.values())), SALMA)
    window.page.arrivals.read()
    controls = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    assert len(controls) >= 3
    for control in controls:
        assert control.accessibleName(), control
    for row in window.page.arrivals.rows:
        assert row.line.name in row.accessibleName()
        assert row.button.toolTip() == row.button.accessibleName()
    assert window.page.card.accessibleName()


def test_only_the_field_takes_the_focus(window):
    from PySide6.QtCore import Qt

    takers = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(widget, QLabel)
    ]
    assert takers == [window.page.field]
