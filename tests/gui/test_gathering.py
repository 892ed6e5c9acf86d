"""The index is made beside the work: beginnings at once, typing errors a moment later."""

import pytest

from tests.gui.test_search import found

MANY = "checkin.services.search.following._AT_ONCE"


@pytest.fixture
def slow(monkeypatch):
    """As with so many people that making the index would be noticed."""
    monkeypatch.setattr(MANY, 1)


@pytest.fixture
def typed(qtbot, window):
    """Types as a person does, and waits until that was searched for."""

    def type_words(text: str) -> None:
        qtbot.keyClicks(window.page.field, text)
        qtbot.waitUntil(lambda: not window.page.search.pause.isActive())

    return type_words


def test_the_first_letters_find_beginnings_and_errors_follow_by_themselves(
    qtbot,
    slow,
    window,
    typed,
):
    window.page.search.gathering._later.stop()
    typed("bennani")
    assert len(found(window)) == 2
    qtbot.waitUntil(lambda: not window.page.search.gathering.running)
    window.page.field.clear()
    typed("benani")
    qtbot.waitUntil(lambda: len(found(window)) == 2)


def test_an_open_list_is_searched_again_once_everybody_is_ready(
    qtbot,
    slow,
    window,
    typed,
):
    gathering = window.page.search.gathering
    gathering._later.stop()
    window.page.field.setText("benani")
    window.page.search._find("benani")
    assert found(window) == []
    with qtbot.waitSignal(gathering.done):
        gathering.start()
    assert len(found(window)) == 2


def test_whoever_was_chosen_meanwhile_stays_chosen(qtbot, slow, window):
    window.page.field.setText("bennani")
    window.page.search._find("bennani")
    window.page.found.move_by(1)
    with qtbot.waitSignal(window.page.search.gathering.done):
        window.page.search.gathering.start()
    assert window.page.found.selected == 1


def test_nothing_is_read_once_the_window_closes(qtbot, slow, window):
    window.page.search.gathering.start()
    window.close()
    assert not window.page.search.gathering.running
