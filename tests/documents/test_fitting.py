import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents.paper.fitting import Piece, fit, in_box, stack
from checkin.documents.paper.script import shaped
from checkin.domain.text import clean
from tests.documents.badge_people import HOSTILE

WIDTH = 89.0
TEXTS = HOSTILE.map(clean).filter(bool)


def surname(text):
    return Piece(text, 31, 15, bold=True, lines=3, leading=1.14)


def letters(text):
    return "".join(text.split())


def widths(fitted):
    return [fitted.piece.measure(line) * fitted.size for line in fitted.lines]


@given(TEXTS, st.floats(8, 120))
def test_no_line_is_wider_than_its_box_and_no_letter_is_lost(text, width):
    fitted = fit(surname(text), width)
    assert max(widths(fitted), default=0) <= width + 1e-3
    assert letters("".join(fitted.lines)) == letters(shaped(text))
    assert fitted.size >= 15


@given(st.lists(TEXTS, min_size=1, max_size=4), st.floats(20, 60))
def test_a_column_never_outgrows_its_height(texts, height):
    fitted = stack([surname(text) for text in texts], WIDTH, height)
    assert sum(one.height for one in fitted) <= height + 1e-3
    for one, text in zip(fitted, texts, strict=True):
        assert letters("".join(one.lines)) == letters(shaped(text))
        assert max(widths(one), default=0) <= WIDTH + 1e-3


def test_a_short_name_stands_at_its_best_size():
    fitted = fit(surname("EL OUAFI"), WIDTH)
    assert (fitted.size, fitted.lines) == (31, ("EL OUAFI",))
    assert not fitted.small


def test_a_name_of_several_words_wraps_between_them():
    assert fit(surname("DE SOUSA E ALBUQUERQUE DE VASCONCELOS"), WIDTH).lines == (
        "DE SOUSA E",
        "ALBUQUERQUE",
        "DE VASCONCELOS",
    )


def test_a_long_word_gets_smaller_before_it_is_broken():
    fitted = fit(surname("WEDDERBURNWEDDERBURN"), WIDTH)
    assert len(fitted.lines) == 1
    assert 15 < fitted.size < 31


def test_a_word_wider_than_the_line_at_the_least_size_is_broken():
    fitted = fit(surname("W" * 60), WIDTH)
    assert fitted.size == 15
    assert fitted.small
    assert "".join(fitted.lines) == "W" * 60


def test_a_long_double_name_parts_after_its_hyphen():
    fitted = fit(surname("PAPADOPOULOS-CHRISTODOULOPOULOS"), WIDTH)
    assert fitted.lines == ("PAPADOPOULOS-", "CHRISTODOULOPOULOS")
    assert fitted.size > 20


def test_a_double_name_that_nearly_fits_stays_whole():
    assert fit(surname("LEFÈVRE-MARTIN"), WIDTH).lines == ("LEFÈVRE-MARTIN",)


def test_what_fits_no_more_is_squeezed_under_its_least_size_and_says_so():
    fitted = in_box(surname("NAME " * 200), WIDTH, 30)
    assert fitted.too_small
    assert fitted.small
    assert fitted.height <= 30


def test_names_and_function_get_smaller_together():
    pieces = [Piece("Given", 19, 12), surname("OULD CHEIKH AHMED"), Piece("x " * 150, 11.5, 8.5)]
    given_names, family, _function = stack(pieces, WIDTH, 40)
    assert given_names.size / 19 == pytest.approx(family.size / 31, abs=0.05)
    assert given_names.size < 19


def test_an_empty_text_takes_no_place():
    assert stack([Piece("", 19, 12), surname("X")], WIDTH, 40)[0].piece.text == "X"


def test_arabic_lines_stand_further_apart():
    assert surname("نادية").line_height > surname("NADIA").line_height
