"""The reception page with every verdict's card, and with what only its keys bring about."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.answer import Answer
from checkin.gui.window import Window

Scene = Callable[[], object]


def card_scenes(window: Window, answers: dict[str, Answer]) -> Iterator[tuple[str, Scene]]:
    """Name and scene, in the order in which they are played."""
    yield "ready", lambda: _let_go(window)
    for name, answer in answers.items():
        yield name, lambda answer=answer: _show(window, answer)
    for name, does in _BY_KEYS.items():
        yield name, lambda does=does: (_let_go(window), does(window))


def _let_go(window: Window) -> None:
    window.page.let_go()  # of whoever was armed
    window.page.let_go()


def _show(window: Window, answer: Answer) -> None:
    window.page.let_go()
    window.page.show_answer(answer)


def search(window: Window, text: str) -> None:
    """Types a text and has it searched for."""
    QTest.keyClicks(window.page.field, text)
    window.page.search.pause.timeout.emit()


def search_two(window: Window) -> None:
    """Two people of one name; the second is armed."""
    search(window, "bennani")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(window.page.field, key)


def look(window: Window) -> None:
    """Somebody is looked at, and nothing is recorded."""
    window.page.heading.toggle_mode()
    window.page.enter("ZZ-006")


def record_again(window: Window) -> None:
    """The desk records again, and says one moment."""
    window.page.heading.toggle_mode()
    window.page._showing.show_busy(2)


_BY_KEYS: dict[str, Callable[[Window], None]] = {
    "search": lambda window: search(window, "mo"),
    "search-two": search_two,
    "search-withdrawn": lambda window: search(window, "marchetti"),
    "search-nobody": lambda window: search(window, "zzq"),
    "look": look,
    "one-moment": record_again,
}
