"""Every verdict's card: its look, its words, and that nothing on it is ever cut."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QColor

from checkin.domain.delegate import Capacity
from checkin.domain.scan import Foreign, ForeignKind
from checkin.domain.verdict import Verdict
from checkin.gui.app import application
from checkin.gui.desk import Desk
from checkin.gui.look.theme import THEMES, theme
from checkin.gui.reception.card import VerdictCard
from checkin.gui.seat import Seat
from checkin.gui.window import Window
from tests.scenes import SALMA

SIZES = [QSize(1366, 768), QSize(1920, 1080), QSize(960, 540), QSize(2560, 1440)]
TOLERANCE = 1.0
NO_MARKS = dict.fromkeys(map(ord, "\u2068\u2069"))


def window_of(qtbot, services, language="en", look="light") -> Window:
    chosen = theme(look)
    application(chosen)
    made = Window(Desk(services, Seat(SALMA), services.wording(language), chosen))
    qtbot.addWidget(made)
    return made


def show(qtbot, window: Window) -> None:
    with qtbot.waitExposed(window):
        window.show()


def said(window: Window) -> str:
    return window.page.card.face.word


def pieces_of(card: VerdictCard):
    assert card._set is not None
    return card._set[1]


def check_nothing_is_cut(window: Window) -> None:
    card = window.page.card
    (_, height, *_), laid = card._set
    assert laid.height <= height + TOLERANCE
    for piece in laid.pieces:
        assert sum(text.height for text in piece.texts[:1]) <= piece.height + TOLERANCE
        for text in piece.texts:
            assert text.width <= text.room + TOLERANCE


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_nothing_on_any_card_is_cut_at_any_size_in_any_language(qtbot, told, language, size):
    services, answers = told
    window = window_of(qtbot, services, language)
    window.resize(size)
    show(qtbot, window)
    for answer in answers.values():
        window.page.show_answer(answer)
        check_nothing_is_cut(window)


@pytest.mark.parametrize("size", SIZES[:3:2], ids=["1366", "960"])
@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_every_kind_of_strangers_code_has_a_card_of_which_nothing_is_cut(
    qtbot, told, language, size
):
    services, answers = told
    window = window_of(qtbot, services, language)
    window.resize(size)
    show(qtbot, window)
    for kind in ForeignKind:
        window.page.show_answer(replace(answers["unknown"], reading=Foreign(kind, "?")))
        check_nothing_is_cut(window)
        face = window.page.card.face
        assert services.wording(language).say(f"code.{kind}") in face.say.translate(NO_MARKS)
        assert face.do


def test_a_visiting_card_says_who_and_how_to_be_reached(qtbot, told):
    services, answers = told
    window = window_of(qtbot, services)
    window.page.show_answer(answers["visiting_card"])
    facts = dict(window.page.card.face.facts)
    assert facts["Name"] == "Ould Sidi Mohamed Aïcha"
    assert facts["Country"] == "Mauritania"
    assert facts["Telephone"] == "+222 45 00 00 00"


@pytest.mark.parametrize("size", SIZES[:2], ids=["1366", "1920"])
def test_word_and_surname_keep_their_least_sizes_on_usual_screens(qtbot, told, size):
    services, answers = told
    window = window_of(qtbot, services)
    window.resize(size)
    show(qtbot, window)
    for name, answer in answers.items():
        if name == "long_names":
            continue
        window.page.show_answer(answer)
        sizes = [
            text.style.px
            for piece in pieces_of(window.page.card).top
            for text in piece.texts
            if text.text in (answer.delegate and answer.delegate.family_name, said(window))
        ]
        assert sizes[0] >= 64, name
        assert len(sizes) == 1 or sizes[1] >= 48, name


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("look", THEMES)
def test_every_verdict_has_its_own_colour_in_every_theme(qtbot, told, look, verdict):
    services, answers = told
    window = window_of(qtbot, services, look=look)
    show(qtbot, window)
    window.page.show_answer(answers[verdict.value])
    card = window.page.card
    shown = card.grab().toImage()
    ratio = shown.devicePixelRatio()
    inside = shown.pixelColor(int((card.width() - 20) * ratio), int(card.height() * ratio / 2))
    assert inside.name() == QColor(card.face.look.fill).name()


def test_the_script_name_stands_at_the_other_edge_or_below(qtbot, told):
    services, answers = told
    window = window_of(qtbot, services)
    show(qtbot, window)
    below = {}
    for name in ("welcome", "long_names"):
        window.page.show_answer(answers[name])
        top = pieces_of(window.page.card).top
        script = answers[name].delegate.name_in_script
        piece = next(p for p in top if script in [text.text for text in p.texts])
        below[name] = piece.height > max(text.height for text in piece.texts)
    assert below == {"welcome": False, "long_names": True}


def test_the_card_that_was_not_recorded_names_the_person_and_what_to_do(qtbot, told):
    services, answers = told
    window = window_of(qtbot, services)
    window.page.show_answer(answers["not_recorded"])
    face = window.page.card.face
    assert face.person is not None
    assert face.person.surname == "SARR"
    assert face.facts[0][0] == "Do now"
    assert face.band is None


def test_an_ambiguous_code_names_all_its_holders(qtbot, told):
    services, answers = told
    window = window_of(qtbot, services)
    window.page.show_answer(answers["ambiguous"])
    assert window.page.card.face.person is None
    assert [label for label, _ in window.page.card.face.facts] == ["Morocco", "Tunisia"]


@pytest.mark.parametrize("capacity", list(Capacity))
def test_the_band_of_every_capacity_carries_its_letter(qtbot, told, capacity):
    services, answers = told
    window = window_of(qtbot, services)
    answer = answers["welcome"]
    window.page.show_answer(replace(answer, delegate=replace(answer.delegate, capacity=capacity)))
    band = window.page.card.face.band
    assert band.letter == capacity.letter
    assert "Working group A" in band.end
    assert "Seat 14" in band.end


def test_the_card_reads_itself_aloud(qtbot, told):
    services, answers = told
    window = window_of(qtbot, services)
    window.page.show_answer(answers["badge_replaced"])
    for part in ("BADGE REPLACED", "NDIAYE FALL", "Senegal", "SN-044", "Alternate"):
        assert part in window.page.card.accessibleName()


def test_the_card_is_announced_while_a_screen_reader_listens(qtbot, told):
    services, answers = told
    window = window_of(qtbot, services)
    QAccessible.setActive(True)
    try:
        window.page.show_answer(answers["welcome"])
    finally:
        QAccessible.setActive(False)
    assert "WELCOME" in window.page.card.accessibleName()


def test_a_mirrored_page_stands_the_other_way_round(qtbot, told):
    services, answers = told
    window = window_of(qtbot, services, "ar")
    show(qtbot, window)
    window.page.show_answer(answers["welcome"])
    qtbot.waitUntil(lambda: bool(window.page.arrivals.rows))
    page, row = window.page, window.page.arrivals.rows[0]
    assert window.navigation.x() > page.x()
    assert page.today.mapTo(page, page.today.rect().topLeft()).x() < page.card.x()
    assert row.button.x() < row.width() / 2
    assert page.card.face.word == "أهلاً وسهلاً"
    image = page.card.grab().toImage()
    assert image.pixelColor(12, 300).name() == QColor(page.card.face.look.fill).name()
