"""What the card says of a person besides the name: photo, delegation so far, flag and note."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from checkin.domain.verdict import Verdict
from tests.conftest import SALMA
from tests.gui.test_cards import check_nothing_is_cut, show, window_of
from tests.portraits import portrait
from tests.services.staging import badge, person


def scan(qtbot, window, services, reference: str) -> None:
    field = window.page.field
    qtbot.keyClicks(field, badge(services, reference).token)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def texts(card) -> list[str]:
    _, laid = card._set
    return [text.text for piece in (*laid.top, *laid.bottom) for text in piece.texts]


def test_the_card_says_how_many_came_and_that_the_head_did_not(qtbot, window, services):
    card = window.page.card
    scan(qtbot, window, services, "R-2")
    told_of = "1 of 2 arrived   ·   head of delegation not here yet"
    qtbot.waitUntil(lambda: card.face.person.came == told_of)
    assert told_of in card.accessibleName()
    card.repaint()
    assert told_of in texts(card)
    scan(qtbot, window, services, "R-1")
    qtbot.waitUntil(lambda: card.face.person.came == "2 of 2 arrived")
    scan(qtbot, window, services, "R-3")  # alone in the delegation
    assert card.face.person.came == ""
    qtbot.waitUntil(lambda: window.page.delegation.title.text() == "Tunisia")
    assert card.face.person.came == ""
    window.page.let_go()
    assert card.face.person is None


def test_a_photo_stands_on_the_card_and_texts_end_before_it(qtbot, window, services):
    who = person(services, "R-4")
    services.people.set_photo(who.id, portrait(), SALMA)
    scan(qtbot, window, services, "R-4")
    card = window.page.card
    assert card.face.photo.height() == 640
    check_nothing_is_cut(window)
    (wide, *_), laid = card._set
    surname = next(
        text for piece in laid.top for text in piece.texts if text.text == who.family_name
    )
    assert surname.room < wide - 100
    scan(qtbot, window, services, "R-3")
    assert card.face.photo is None


def test_a_photo_that_is_damaged_in_the_file_is_left_out(qtbot, window, services):
    services.people.set_photo(person(services, "R-4").id, b"no picture", SALMA)
    scan(qtbot, window, services, "R-4")
    assert window.page.answer.verdict is Verdict.WELCOME
    assert window.page.card.face.photo is None


def test_not_recorded_is_about_the_machine_and_shows_no_photo(qtbot, told):
    services, answers = told
    services.people.set_photo("d3", portrait(), SALMA)
    window = window_of(qtbot, services)
    show(qtbot, window)
    window.page.show_answer(answers["not_recorded"])
    assert window.page.card.face.photo is None


def test_the_flag_and_the_note_stand_apart(qtbot, told):
    services, answers = told
    window = window_of(qtbot, services)
    show(qtbot, window)
    window.page.show_answer(answers["long_names"])
    window.page.card.repaint()
    said = texts(window.page.card)
    flag = "Besonders schutzbedürftig: bitte sofort den Personenschutz verständigen"
    assert flag in said
    assert "Needs a wheelchair lift at entrance 2" in said
    assert "Note" in said


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_photo_cuts_nothing_in_a_small_window_whatever_the_names_are(qtbot, told, language):
    services, answers = told
    window = window_of(qtbot, services, language)
    window.resize(960, 540)
    show(qtbot, window)
    for size in ((480, 640), (640, 200)):
        services.people.set_photo("d12", portrait(size), SALMA)
        photographed = services.people.get("d12")
        window.page.show_answer(replace(answers["long_names"], delegate=photographed))
        assert window.page.card.face.photo
        check_nothing_is_cut(window)
