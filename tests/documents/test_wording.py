"""Every language says the same things, with the same places for values."""

import tomllib
from string import Formatter

import arabic_reshaper
import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from checkin.documents.wording import load
from checkin.domain.meeting import LANGUAGES
from checkin.domain.verdict import Verdict
from checkin.paths import RESOURCES, resource

OTHERS = [language for language in LANGUAGES if language != "en"]
LATIN = [language for language in LANGUAGES if language != "ar"]
FONTS = ("NotoSans-Regular", "NotoSans-Bold")
ARABIC_FONTS = ("NotoSansArabic-Regular", "NotoSansArabic-Bold")


def places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def letters_of(font: str) -> set[str]:
    return {chr(code) for code in TTFontFace(str(resource("fonts", f"{font}.ttf"))).charToGlyph}


def test_every_language_has_a_file_and_every_file_is_a_language():
    for folder in (RESOURCES / "wording", RESOURCES / "wording" / "problems"):
        assert {path.stem for path in folder.glob("*.toml")} == set(LANGUAGES)


def test_words_for_problems_are_read_with_the_first_and_nothing_stands_in_both_files():
    load.cache_clear()
    texts = load("en").texts
    assert not texts._whole
    assert "verdict.welcome.no_such_thing" not in texts
    assert not texts._whole
    assert texts["refused.disk_full"]
    assert texts._whole
    tables = [
        tomllib.loads(resource(*place, "en.toml").read_text("utf-8"))
        for place in (("wording",), ("wording", "problems"))
    ]
    assert not set(tables[0]) & set(tables[1])
    assert len(texts) == len(set(texts))


def test_another_language_is_refused():
    with pytest.raises(ValueError, match="de"):
        load("de")


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_same_keys(language):
    assert load(language).texts.keys() ^ load("en").texts.keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_has_the_same_places_for_values(language):
    english, other = load("en").texts, load(language).texts
    differing = {key for key, text in english.items() if places(text) != places(other[key])}
    assert differing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_has_blanks_at_its_ends(language):
    texts = load(language).texts
    assert {key for key, text in texts.items() if not text.strip() or text != text.strip()} == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_is_its_own_and_not_a_copy_of_english(language):
    english, other = load("en").texts, load(language).texts
    sentences = [key for key, text in english.items() if text.endswith(".")]
    assert [key for key in sentences if english[key] == other[key]] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fonts", [FONTS, ARABIC_FONTS], ids=["latin", "arabic"])
def test_our_fonts_have_every_letter(language, fonts):
    text = "".join(load(language).texts.values())
    if language == "ar":
        text = arabic_reshaper.reshape(text)
    arabic = {letter for letter in text if "؀" <= letter <= "ۿ" or letter >= "ﭐ"}
    needed = arabic if fonts is ARABIC_FONTS else set(text) - arabic
    for font in fonts:
        assert needed - letters_of(font) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spreadsheet_tab_takes_its_name(language):
    texts = load(language).texts
    names = [text for key, text in texts.items() if key.startswith("sheet.")]
    assert names
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_has_a_short_word_and_a_sentence(language):
    wording = load(language)
    for verdict in Verdict:
        assert len(wording.say(f"verdict.{verdict}.word")) <= 24
        assert wording.has(f"verdict.{verdict}.say")


@pytest.mark.parametrize("language", LATIN)
def test_verdict_words_are_in_capitals_so_that_two_metres_are_enough(language):
    texts = load(language).texts
    words = [texts[key] for key in texts if key.startswith("verdict.") and key.endswith(".word")]
    assert [word for word in words if word != word.upper()] == []


def test_a_file_holds_texts_only():
    for language in LANGUAGES:
        assert all(isinstance(text, str) for text in load(language).texts.values())
        for place in (("wording",), ("wording", "problems")):
            tables = tomllib.loads(resource(*place, f"{language}.toml").read_text("utf-8"))
            assert all(isinstance(table, dict) for table in tables.values())
