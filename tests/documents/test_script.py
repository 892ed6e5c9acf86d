import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents.paper import fonts, script
from checkin.domain.text import clean
from tests.documents.badge_people import HOSTILE

ARABIC_NAMES = (
    "نادية الوافي",
    "محمد الأمين ولد الشيخ أحمد",
    "عبد الله بن إدريس",
    "لآلئ الإسلام",
    "يحيى بن زكرياء",
    "پژمان گلچهره",
)


def test_arabic_letters_take_the_shapes_of_their_place_and_run_leftwards():
    assert script.visual("سلام") == "\ufee1\ufefc\ufeb3"


def test_latin_and_greek_and_cyrillic_stay_as_they_are():
    for name in ("ÑANDÚ", "Αλέξανδρος", "Мария", "O'Brien"):
        assert script.visual(name) == name
        assert not script.is_right_to_left(name)


def test_a_number_in_an_arabic_line_keeps_its_order():
    assert script.visual("فريق 12").startswith("12 ")


def test_a_bracket_in_arabic_faces_what_it_holds():
    assert script.visual("(وفد)")[0] == "("


def test_the_first_letter_says_which_way_a_text_runs():
    assert script.is_right_to_left("12 محمد Ali")
    assert not script.is_right_to_left("Ali محمد")
    assert not script.is_right_to_left("123 ,")


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("name", ARABIC_NAMES)
def test_no_letter_of_an_arabic_name_is_missing(name, bold):
    drawn = script.visual(name)
    assert fonts.missing_letters(drawn) == ""
    assert {font for font, part in fonts.runs(drawn, bold) if part.strip()} == {
        f"NotoSansArabic-{'Bold' if bold else 'Regular'}"
    }


@given(st.text(alphabet="".join(map(chr, range(0x621, 0x64B))) + "پچژگڤ ", max_size=40))
def test_no_word_of_arabic_letters_is_missing_a_shape(text):
    assert fonts.missing_letters(script.visual(text)) == ""


@given(HOSTILE)
def test_shaping_twice_changes_nothing(text):
    once = script.shaped(clean(text))
    assert script.shaped(once) == once
    assert script.visual(once) == script.visual(clean(text))


@given(HOSTILE)
def test_runs_hold_every_letter_in_order(text):
    drawn = script.visual(clean(text))
    assert "".join(part for _, part in fonts.runs(drawn)) == drawn


def test_letters_that_no_font_has_are_named_once():
    assert fonts.missing_letters("A😀B😀漢") == "😀漢"
    assert fonts.missing_letters("Ångström") == ""


def test_a_bold_text_is_wider_and_grows_with_its_size():
    assert fonts.width("Morocco", bold=True) > fonts.width("Morocco")
    assert fonts.width("Morocco", size_pt=20) == pytest.approx(20 * fonts.width("Morocco"))
