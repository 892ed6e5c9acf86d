"""Pictures and PDFs that are dropped on the window, their codes answered as scans."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from checkin.domain.verdict import Verdict
from checkin.services.badges import BadgeChoice
from tests.conftest import SALMA
from tests.gui.camera.pretend import seen


@pytest.fixture
def drop(window):
    def dropped(*paths):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        event = QDropEvent(QPointF(400, 300), copy, data, button, Qt.KeyboardModifier.NoModifier)
        window.dropEvent(event)

    return dropped


@pytest.fixture
def shot(tmp_path):
    """A picture of codes, as a phone takes one of its own screen."""

    def made(name, *texts):
        path = tmp_path / name
        assert seen(*texts).save(str(path))
        return path

    return made


@pytest.fixture
def arrived(services):
    def tokens():
        today = services.reception.today()
        return [one.arrival.token for one in services.reception.last_arrivals(today, 99)][::-1]

    return tokens


def test_the_code_of_a_picture_is_answered_as_a_scan(window, drop, shot, tokens, qtbot):
    name, token = next(iter(tokens.items()))
    window.show_page("badges")
    drop(shot("phone.PNG", token))
    qtbot.waitUntil(lambda: window.page.answer is not None)
    assert window.stack.front == "reception"
    assert window.page.answer.verdict is Verdict.WELCOME
    assert window.page.answer.delegate.name == name


def test_several_are_recorded_in_order_and_their_cards_follow(
    window, drop, shot, tokens, qtbot, arrived
):
    first, second, third = list(tokens.values())[:3]
    drop(shot("one.png", first, second), shot("two.jpg", third))
    qtbot.waitUntil(lambda: window.page.answer is not None)
    assert arrived() == [first, second, third]
    assert window.page.answer.arrival.token == first
    window.page.held.make_way()
    assert window.page.answer.arrival.token == third


def test_the_badges_of_a_pdf_are_read(window, drop, services, tmp_path, qtbot, arrived):
    path = tmp_path / "badges.pdf"
    services.badges.save(path, BadgeChoice(), SALMA)
    drop(path)
    qtbot.waitUntil(lambda: window.page.answer is not None, timeout=20_000)
    assert sorted(arrived()) == sorted(badge.token for badge, _ in services.badges.all(SALMA))


def test_a_number_among_several_is_only_shown(window, drop, shot, services, tokens, arrived, qtbot):
    badge = next(iter(services.badges.all(SALMA)))[0]
    other = next(token for token in tokens.values() if token != badge.token)
    drop(shot("both.png", badge.number, other))
    qtbot.waitUntil(lambda: bool(arrived()))
    assert arrived() == [other]


def test_while_the_desk_only_looks_nothing_is_recorded(window, drop, shot, tokens, arrived, qtbot):
    window.page.heading.toggle_mode()
    drop(shot("two.png", *list(tokens.values())[:2]))
    qtbot.waitUntil(lambda: window.page.answer is not None)
    assert window.page.answer.look
    assert arrived() == []


def test_a_picture_without_a_code_is_said_in_place(window, drop, shot, qtbot):
    drop(shot("holiday.webp"))
    trouble = window.page.trouble
    qtbot.waitUntil(lambda: trouble.isVisible())
    assert trouble.text == "No code was found in holiday.webp. Nothing was recorded."


def test_a_picture_that_cannot_be_read_is_said_in_place(window, drop, tmp_path, qtbot):
    path = tmp_path / "broken.png"
    path.write_bytes(b"no picture at all")
    drop(path)
    trouble = window.page.trouble
    qtbot.waitUntil(lambda: trouble.isVisible())
    assert "broken.png" in trouble.text
    assert window.page.answer is None


def test_one_bad_picture_keeps_no_other_out(window, drop, shot, tokens, tmp_path, qtbot, arrived):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture at all")
    token = next(iter(tokens.values()))
    drop(shot("empty.png"), broken, shot("good.png", token))
    qtbot.waitUntil(lambda: bool(arrived()))
    assert arrived() == [token]
    said = window.question.text
    assert said.startswith("No code was found in empty.png. Nothing was recorded. ")
    assert "broken.png" in said


def test_while_a_list_is_taken_in_the_codes_of_pictures_wait(
    window, drop, shot, tokens, services, arrived, qtbot
):
    work, codes = window._board.work, list(tokens.values())[:2]
    assert work.begin(iter(()), lambda: None, lambda _: None)
    work._pump.stop()
    drop(shot("both.png", *codes))
    qtbot.waitUntil(lambda: services.reception.held == 2)
    work._step()
    assert arrived() == codes


def test_a_list_is_still_offered_as_a_list(window, drop, tmp_path, qtbot):
    path = tmp_path / "list.csv"
    path.write_text("Name\nDIOP\n", "utf-8")
    with qtbot.waitSignal(window._board.list_offered) as offered:
        drop(path)
    assert offered.args == [str(path)]
