"""Looking without recording, waiting behind a list, the holder in person, the delegation."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.gui.window import Window
from tests.conftest import SALMA
from tests.people import many_people
from tests.services.staging import badge, journal, person, reissue, withdraw

NADIA, MOHAMED = "EL OUAFI Nadia", "BENNANI Mohamed"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def key(qtbot, window):
    """Presses one key in the field."""

    def pressed(one: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(window.page.field, one, modifier)

    return pressed


@pytest.fixture
def import_begun(services, desk, tmp_path) -> Callable[[], list[object]]:
    """Begins to take a real list in; what is handed out fills when it ends."""
    told: list[object] = []

    def begin() -> list[object]:
        listed = services.lists.read(many_people(tmp_path / "many.csv", 600))
        steps = services.lists.apply_in_steps(services.lists.preview(listed), SALMA)
        work = desk.switchboard.work
        assert work.begin(steps, lambda: told.append("done"), told.append)
        work._step()
        assert work.running
        return told

    return begin


def say(window: Window) -> str:
    return window.page.card.face.say


def test_looking_only_writes_nothing_and_says_so_everywhere(window, type_in, key, tokens, services):
    before = journal(services)
    key(Qt.Key.Key_L, CONTROL)
    assert window.page.band.isVisible()
    assert "nothing is recorded" in window.page.band.text
    type_in(tokens[NADIA])
    assert window.page.card.face.word == "LOOK ONLY"
    assert "Nothing was recorded" in say(window)
    assert window.page.card.face.look.family != "go"
    type_in("ma1")
    assert window.page.card.face.word == "LOOK ONLY"
    type_in("https://example.org")
    assert window.page.answer.verdict is Verdict.UNKNOWN
    assert journal(services) == before
    assert window.page.grab().height() > 100
    key(Qt.Key.Key_L, CONTROL)
    assert window.page.band.isHidden()
    type_in(tokens[NADIA])
    assert window.page.answer.recorded


def test_a_badge_still_in_the_reader_is_not_welcomed_while_the_desk_looks_only(
    window, type_in, key, tokens, clock
):
    type_in(tokens[NADIA])
    key(Qt.Key.Key_L, CONTROL)
    clock.wait(seconds=1)
    type_in(tokens[NADIA])
    assert window.page.answer.verdict is Verdict.JUST_SCANNED
    assert window.page.card.face.word == "LOOK ONLY"
    assert window.page.card.face.look.family != "go"
    clock.set("2022-07-04T09:00:00+02:00")
    type_in(tokens[MOHAMED])
    assert window.page.answer.verdict is Verdict.NOT_A_MEETING_DAY
    assert "F8" not in window.page.card.face.do


def test_somebody_found_is_only_looked_at(qtbot, window, key, services):
    button = window.page.heading.mode.buttons()[1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.page.field.hasFocus()
    qtbot.keyClicks(window.page.field, "ouafi")
    qtbot.waitUntil(window.page.found.isVisible)
    assert "look only" in window.page.found.hint
    key(Qt.Key.Key_Return)
    assert window.page.card.face.word == "LOOK ONLY"
    assert services.file.arrivals.count() == 0


def test_nothing_is_taken_back_while_the_desk_looks_only(
    qtbot, window, type_in, key, tokens, services
):
    type_in(tokens[NADIA])
    qtbot.waitUntil(lambda: window.page.arrivals.newest is not None)
    key(Qt.Key.Key_L, CONTROL)
    key(Qt.Key.Key_Z, CONTROL)
    assert services.file.arrivals.count() == 1
    assert "Ctrl+L records again" in window.page.trouble.text
    assert window.page.trouble.isVisible()


def test_whoever_was_armed_is_let_go_when_the_desk_begins_to_look(window, type_in, key, services):
    type_in("ma1")
    key(Qt.Key.Key_L, CONTROL)
    key(Qt.Key.Key_L, CONTROL)
    type_in("ma1")
    assert window.page.answer.armed
    assert services.file.arrivals.count() == 0


def test_the_holder_of_a_replaced_badge_is_recorded_in_person_with_f2(
    window, type_in, key, services
):
    old, valid = reissue(services, "R-1", "MA-902", "lost")
    type_in(old.token)
    assert window.page.answer.verdict is Verdict.BADGE_REPLACED
    assert "F2" in window.page.card.face.do
    key(Qt.Key.Key_F2)
    assert window.page.answer.verdict is Verdict.WELCOME
    assert window.page.answer.arrival.token == valid.token


def test_f2_means_nothing_on_any_other_card(window, type_in, key, services, tokens):
    key(Qt.Key.Key_F2)
    withdraw(services, "R-1")
    type_in(tokens[NADIA])
    key(Qt.Key.Key_F2)
    assert window.page.answer.verdict is Verdict.WITHDRAWN
    key(Qt.Key.Key_L, CONTROL)
    old, _ = reissue(services, "R-2", "MA-903")
    type_in(old.token)
    assert "F2" not in window.page.card.face.do
    key(Qt.Key.Key_F2)
    assert services.file.arrivals.count() == 0


def test_scans_wait_behind_a_list_and_are_answered_in_their_order(
    qtbot, window, type_in, import_begun, services, clock
):
    told = import_begun()
    first, second = badge(services, "R-1").token, badge(services, "R-2").token
    at = clock.now
    type_in(first)
    assert window.page.card.face.word == "ONE MOMENT"
    assert "not recorded yet" in say(window)
    clock.wait(seconds=3)
    type_in(second)
    assert dict(window.page.card.face.facts) == {"Waiting": "Scans: 2, answered in order"}
    with qtbot.waitSignal(window._board.work.ended):
        pass
    assert told == ["done"]
    assert window.page.answer.delegate.name == NADIA
    assert window.page.answer.arrival.at == at
    assert services.file.arrivals.count() == 2
    window.page.held.timer.timeout.emit()
    assert window.page.answer.delegate.name == MOHAMED
    qtbot.waitUntil(lambda: window.page.today.number.text() == "2")
    assert "of 607 expected" in window.page.today._of.text()
    assert not services.care.check(SALMA).problems


def test_nothing_is_lost_when_the_list_is_given_up(window, type_in, import_begun, services):
    import_begun()
    type_in(badge(services, "R-1").token)
    window._board.work.cancel()
    assert window.page.answer.recorded
    assert services.file.arrivals.count() == 1
    assert services.file.delegates.expected() == 7


def test_nothing_is_lost_when_the_list_is_refused(qtbot, window, type_in, desk, services):
    def steps():
        yield None
        raise Refused("empty_list", path="x")

    told: list[object] = []
    desk.switchboard.work.begin(steps(), lambda: None, told.append)
    type_in(badge(services, "R-1").token)
    qtbot.waitUntil(lambda: not desk.switchboard.work.running)
    assert told
    assert window.page.answer.recorded


def test_nothing_is_lost_when_the_window_is_closed(window, type_in, import_begun, services):
    import_begun()
    type_in(badge(services, "R-1").token)
    window._closing.close_for_sure()
    assert services.file.arrivals.count() == 1


def test_a_scan_after_the_list_does_not_wait_for_the_cards_before_it(
    window, type_in, import_begun, services
):
    import_begun()
    for reference in ("R-1", "R-2"):
        type_in(badge(services, reference).token)
    window._board.work.cancel()
    type_in(badge(services, "R-4").token)
    assert window.page.answer.delegate == person(services, "R-4")
    assert not window.page.held.timer.isActive()
    assert services.file.arrivals.count() == 3


def test_a_typed_number_is_asked_again_when_the_file_is_free(
    window, type_in, import_begun, services
):
    import_begun()
    type_in("ma1")
    assert window.page.card.face.word == "ONE MOMENT"
    assert window.page.field.text() == "ma1"
    window._board.work.cancel()
    assert window.page.answer.armed
    assert services.file.arrivals.count() == 0


def test_a_number_that_is_changed_meanwhile_is_not_asked_again(
    qtbot, window, type_in, import_begun
):
    import_begun()
    type_in("ma1")
    qtbot.keyClicks(window.page.field, "7")
    assert window.page.card.face.word == "Ready"
    window._board.work.cancel()
    assert window.page.answer is None


def test_the_search_waits_too_and_goes_on_by_itself(qtbot, window, import_begun):
    qtbot.keyClicks(window.page.field, "ouafi")
    qtbot.waitUntil(window.page.found.isVisible)
    import_begun()
    window.page.search.refresh()
    assert window.page.found.message.title == "ONE MOMENT"
    window._board.work.cancel()
    assert [one.delegate.name for one in window.page.found.found.people] == [NADIA]


def test_nobody_is_recorded_from_the_list_in_the_middle_of_an_import(
    qtbot, window, key, import_begun, services
):
    qtbot.keyClicks(window.page.field, "ouafi")
    qtbot.waitUntil(window.page.found.isVisible)
    key(Qt.Key.Key_Return)
    import_begun()
    key(Qt.Key.Key_Return)
    assert window.page.found.message.title == "ONE MOMENT"
    window._board.work.cancel()
    assert services.file.arrivals.count() == 0


def test_nothing_is_taken_back_in_the_middle_of_an_import(
    qtbot, window, type_in, key, import_begun, services, tokens
):
    type_in(tokens[NADIA])
    qtbot.waitUntil(lambda: window.page.arrivals.newest is not None)
    import_begun()
    key(Qt.Key.Key_Z, CONTROL)
    assert "A list is being taken in" in window.page.trouble.text
    window._board.work.cancel()
    assert services.file.arrivals.count() == 1


def test_a_fault_in_the_telling_leaves_the_file_free_and_answers_what_waits(
    window, type_in, desk, services
):
    def broken() -> None:
        raise ValueError("broken")

    desk.switchboard.work.begin(iter(()), broken, lambda _: None)
    type_in(badge(services, "R-1").token)
    with pytest.raises(ValueError, match="broken"):
        desk.switchboard.work._step()
    assert window.page.answer.recorded


def test_the_delegation_of_the_last_answer_stands_beside_the_card(
    qtbot, window, type_in, services, tokens
):
    panel = window.page.delegation
    assert panel.isHidden()
    type_in(badge(services, "R-2").token)
    qtbot.waitUntil(panel.isVisible)
    assert (panel.title.text(), panel.count.text()) == ("Morocco", "1 of 2")
    assert panel.rest.text() == "The head of delegation is still to come"
    type_in("https://example.org")
    assert panel.title.text() == "Morocco"
    type_in(tokens[NADIA])
    qtbot.waitUntil(lambda: panel.count.text() == "2 of 2")
    assert panel.rest.text() == "Everybody is here"


@pytest.mark.parametrize(
    ("count", "said"), [(2, "NAME1 Given"), (5, "and 2 more"), (40, "and 37 more")]
)
def test_the_panel_names_a_few_and_counts_the_rest(
    qtbot, window, type_in, services, tmp_path, count, said
):
    listed = services.lists.read(many_people(tmp_path / "more.csv", count, "Malta"))
    services.lists.apply(listed, SALMA)
    type_in(badge(services, "X-0").token)
    qtbot.waitUntil(window.page.delegation.isVisible)
    assert window.page.delegation.count.text() == f"1 of {count}"
    assert said in window.page.delegation.rest.text()
    assert window.page.delegation.grab().width() > 100


LONG_NAMES = """Reference;Family name;Given names;Delegation
""" + "\n".join(
    f"Y-{one};DE SOUSA E ALBUQUERQUE DE VASCONCELOS {one};Maria Francisca;Malta"
    for one in range(30)
)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("text", ["", LONG_NAMES])
def test_whoever_is_still_to_come_is_named_in_letters_that_can_be_read(
    qtbot, window, type_in, services, tmp_path, size, text
):
    path = tmp_path / "more.csv"
    if text:
        path.write_text(text, encoding="utf-8")
    listed = services.lists.read(path if text else many_people(path, 40, "Malta"))
    services.lists.apply(listed, SALMA)
    window.resize(*size)
    type_in(badge(services, "Y-0" if text else "X-0").token)
    rest = window.page.delegation.rest
    qtbot.waitUntil(lambda: rest.isVisible() and " more" in rest.text())
    qtbot.waitUntil(lambda: rest.height() >= rest.heightForWidth(rest.width()))
    fitted = rest._fitted(rest.width())
    assert fitted.style.px >= 12
    assert fitted.lines <= (3 if text else 1)
    assert fitted.width <= rest.width() + 1


def test_a_head_and_others_still_to_come_are_told_in_one_sentence(
    qtbot, window, type_in, services, tmp_path
):
    listed = services.lists.read(many_people(tmp_path / "more.csv", 3, "Morocco"))
    services.lists.apply(listed, SALMA)
    type_in(badge(services, "R-2").token)
    qtbot.waitUntil(window.page.delegation.isVisible)
    assert "head of delegation is still to come, and 3 more" in window.page.delegation.rest.text()


def test_today_tells_how_many_heads_are_still_to_come(qtbot, window, type_in, tokens):
    rest = window.page.today.rest
    assert rest.text() == "7 still to come, one of them a head of delegation"
    type_in(tokens[NADIA])
    qtbot.waitUntil(lambda: rest.text() == "6 still to come")


def test_at_twice_the_size_the_side_folds_away_and_the_count_stays(
    qtbot, window, type_in, tokens, key
):
    window.resize(960, 540)
    qtbot.waitUntil(lambda: not window.page.today.isVisible())
    assert window.page.heading.count.isVisible()
    type_in(tokens[NADIA])
    qtbot.waitUntil(lambda: window.page.heading.count.text() == "1 of 7 arrived")
    assert window.page.card.width() > 850
    key(Qt.Key.Key_L, CONTROL)
    key(Qt.Key.Key_Z, CONTROL)
    assert window.page.trouble.isVisible()
    key(Qt.Key.Key_L, CONTROL)
    key(Qt.Key.Key_Z, CONTROL)
    assert window.page.trouble.isHidden()
    window.resize(1366, 768)
    qtbot.waitUntil(window.page.today.isVisible)
    assert window.page.heading.count.isHidden()
