"""The card over an open panel: low, and still read from where the operator sits."""

import pytest
from PySide6.QtCore import QSize

from tests.gui.test_cards import check_nothing_is_cut, pieces_of, show, window_of

LOW = 200  # pixels that any panel leaves to the card


def sizes(card) -> tuple[int, int, int]:
    """Pixels of word, sentence and surname as they were set; 99 for what is not on the card."""
    found = {text.text: text.style.px for piece in pieces_of(card).pieces for text in piece.texts}
    face = card.face
    surname = face.person.surname if face.person else ""
    return found[face.word], found.get(face.say, 99), found.get(surname, 99)


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_word_sentence_and_surname_stay_large_on_a_low_card(qtbot, told, language):
    services, answers = told
    window = window_of(qtbot, services, language)
    window.resize(QSize(1366, 768))
    show(qtbot, window)
    window.page.card.setFixedHeight(LOW)
    qtbot.waitUntil(lambda: window.page.card.height() == LOW)
    small = {}
    for name, answer in answers.items():
        window.page.show_answer(answer)
        check_nothing_is_cut(window)
        word, say, surname = sizes(window.page.card)
        if word < 40 or say < 16 or surname < 32:
            small[name] = word, say, surname
    assert small == {name: size for name, size in small.items() if name.startswith("long_")}
    for size in small.values():  # words of forty letters
        assert all(px >= least for px, least in zip(size, (34, 14, 18), strict=True)), small


def test_a_low_card_says_what_to_do_where_the_disk_failed(qtbot, told):
    services, answers = told
    window = window_of(qtbot, services)
    window.resize(QSize(1366, 768))
    show(qtbot, window)
    window.page.card.setFixedHeight(LOW)
    window.page.show_answer(answers["not_recorded"])
    pieces = pieces_of(window.page.card).pieces
    said = {text.text for piece in pieces for text in piece.texts}
    assert {text for fact in window.page.card.face.facts for text in fact} <= said
