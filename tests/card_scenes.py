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
    window.page._whose = answer.delegate
    window.page._refresh()


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


def together(window: Window) -> None:
    """Who of a delegation is here, the last of them not ticked."""
    window.page.enter(_number_of_many(window))
    window.page._refresh()
    QTest.keyClick(window.page.field, Qt.Key.Key_F3)
    panel = window.page.otherwise._together
    if panel and len(panel.boxes) > 1:
        list(panel.boxes.values())[-1].setChecked(False)


def arrived_together(window: Window) -> None:
    """They came."""
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F3)


def walk_in(window: Window) -> None:
    """Somebody who is not on the list gets the blank badge."""
    window.page.enter("ZZ-200")
    QTest.keyClick(window.page.field, Qt.Key.Key_F4)
    QTest.keyClicks(window.focusWidget(), "SARR")


def walk_in_asked(window: Window) -> None:
    """Somebody withdrawn is called so, which is asked about."""
    panel = window.page.otherwise._walk_in
    for name, text in (("family_name", "MARCHETTI"), ("given_names", "Paolo")):
        panel.fields[name].set_text(text)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def instead(window: Window) -> None:
    """Somebody comes instead, and nothing was typed yet."""
    window.page.otherwise._walk_in.leave()
    search(window, "mo")
    QTest.keyClick(window.page.field, Qt.Key.Key_F6)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def one_badge(window: Window) -> None:
    """A badge goes to the printer at once, as soon as there is one."""
    window.page.otherwise._substitute.leave()
    window.page.let_go()
    window.page.enter("ZZ-006")
    QTest.keyClick(window.page.field, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(1500)


def hand_over(window: Window) -> None:
    """A badge is given out."""
    window.page.otherwise._print.leave()
    window.page.heading.toggle_hand_over()
    for _ in range(2):  # shown first, then given out
        window.page.enter("ZZ-006")


def recording(window: Window) -> None:
    """Arrivals are recorded again, and what was done under the card is taken back."""
    for _ in range(2):  # the badge that was given out, the delegation that arrived
        window.take_back()
    window.page.heading.toggle_hand_over()


def _number_of_many(window: Window) -> str:
    """The badge number of somebody of the delegation that has most people."""
    services, operator = window._desk.services, window._desk.operator
    people = services.lists.everybody(operator)
    names = [one.delegation for one in people if one.delegation]
    largest = max(sorted(set(names)), key=names.count)
    who = next(one for one in people if one.delegation == largest)
    return services.finding.number(who, operator)


_BY_KEYS: dict[str, Callable[[Window], None]] = {
    "search": lambda window: search(window, "mo"),
    "search-two": search_two,
    "search-withdrawn": lambda window: search(window, "marchetti"),
    "search-nobody": lambda window: search(window, "zzq"),
    "together": together,
    "arrived-together": arrived_together,
    "walk-in": walk_in,
    "walk-in-asked": walk_in_asked,
    "instead": instead,
    "one-badge": one_badge,
    "hand-over": hand_over,
    "recording": recording,
    "look": look,
    "one-moment": record_again,
}
