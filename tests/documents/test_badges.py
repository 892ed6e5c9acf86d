import io
import re

import pypdfium2
import pytest
from hypothesis import given, settings

from checkin.documents.badges import a6
from checkin.documents.badges.layouts import Layout, place_key
from checkin.documents.badges.printing import make, preflight
from checkin.documents.badges.shapes import TextLine
from checkin.documents.pictures import read_codes
from checkin.documents.wording import load
from checkin.domain.badge_face import LAYOUTS, SHEETS, BadgeHead
from checkin.domain.delegate import Capacity
from checkin.domain.refused import Refused
from tests.documents.badge_people import (
    ARABIC_ONLY,
    FACES,
    HEAD,
    MARIA,
    NADIA,
    crowd,
    face,
)

ENGLISH, ARABIC = load("en"), load("ar")
PAGE = (0.0, 0.0, a6.WIDTH, a6.HEIGHT)
SURNAME_ASCENT, DESCENT = 0.95, 0.24  # of Latin letters with accents, in units of the size


def printed(faces, wording=ENGLISH, sheet="", start=1, head=HEAD):
    file = io.BytesIO()
    made = make(file, faces, head, wording, "a6", sheet, start)
    return made, file.getvalue()


def texts_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def warnings_of(*faces):
    return [warning.code for warning in preflight(faces, ENGLISH).warnings]


def lines_of(one, wording=ENGLISH):
    layout = Layout(wording)
    place = layout.place(place_key(one))
    shared = [shape for shape in place.shapes if isinstance(shape, TextLine)]
    return [*layout.compose(one, place).lines, *shared]


def ink(line):
    """Left, top, right and bottom of what a line may cover."""
    size = line.size * 25.4 / 72
    arabic = any("\u0590" < letter < "\u08ff" or letter > "\ufb50" for letter in line.text)
    above, below = (1.05, 0.46) if arabic else (SURNAME_ASCENT, DESCENT)
    return line.x, line.baseline - above * size, line.x + line.width, line.baseline + below * size


def quiet_zone(wording):
    layout = Layout(wording)
    x, y, side, quiet = layout.code_x, layout.code_y, layout.code, a6.QUIET
    return x - quiet, y - quiet, x + side + quiet, y + side + quiet


def meet(one, other):
    room = 0.55  # capitals hang nothing under the line that accents reach up to
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0
        and min(one[3], other[3]) - max(one[1], other[1]) > room
    )


@pytest.mark.parametrize("wording", [ENGLISH, ARABIC])
@given(one=FACES)
def test_no_text_enters_the_white_around_the_code_or_leaves_the_badge(wording, one):
    zone = quiet_zone(wording)
    for line in lines_of(one, wording):
        left, top, right, bottom = ink(line)
        outside = right <= zone[0] + 1e-3 or left >= zone[2] - 1e-3
        outside = outside or bottom <= zone[1] + 0.36 or top >= zone[3] - 1e-3
        assert outside or not line.text.strip()
        assert left >= 4
        assert right <= PAGE[2] - 4
        assert 28 <= line.baseline <= 120


@given(one=FACES)
@settings(max_examples=30)
def test_any_text_is_printed_without_a_complaint(one):
    made, pdf = printed([one])
    assert made.pages == 1
    assert pdf.startswith(b"%PDF")


def test_no_two_texts_of_a_badge_meet():
    for one in (NADIA, MARIA, ARABIC_ONLY):
        lines = [ink(line) for line in lines_of(one)]
        pairs = [(a, b) for i, a in enumerate(lines) for b in lines[i + 1 :]]
        assert not [pair for pair in pairs if meet(*pair)]


def test_twenty_badges_rendered_at_300_dpi_all_read(tmp_path):
    faces = [NADIA, MARIA, ARABIC_ONLY, *crowd(17)]
    _, pdf = printed(faces)
    read = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            picture = tmp_path / f"{number}.png"
            page.render(scale=300 / 72).to_pil().save(picture)
            read += [code.text for code in read_codes(picture)]
    assert read == [face.token for face in faces]


@pytest.mark.parametrize("wording", [ENGLISH, ARABIC])
def test_four_to_a_sheet_from_the_second_place_on_all_read(tmp_path, wording):
    faces = crowd(10)
    made, pdf = printed(faces, wording, sheet="a4-4", start=2)
    path = tmp_path / "badges.pdf"
    path.write_bytes(pdf)
    found = read_codes(path)
    assert (made.badges, made.pages) == (10, 3)
    assert sorted(code.text for code in found) == sorted(face.token for face in faces)
    assert [sum(code.page == page for code in found) for page in (1, 2, 3)] == [3, 4, 3]


def test_a_sheet_is_a4_and_a_badge_alone_is_a6():
    for sheet, size in (("", (105, 148)), ("a4-4", (210, 297))):
        with pypdfium2.PdfDocument(printed([NADIA], sheet=sheet)[1]) as document:
            measured = document[0].get_size()
        assert measured == pytest.approx([side * 72 / 25.4 for side in size], abs=0.1)


def test_nadia_finds_all_of_hers_on_her_badge():
    text = texts_of(printed([NADIA])[1])[0]
    for part in ("Nadia", "EL OUAFI", "Director of Borders", "Morocco", "MA-014", "Delegation"):
        assert part in text
    for part in ("Working group A", "Delegate", HEAD.title, *HEAD.lines):
        assert part in text


def test_markup_in_a_name_is_printed_as_it_is_written():
    text = texts_of(printed([face('<img src="/etc/hostname"/>', "O<Brien & Co")])[1])[0]
    assert "/etc/hostname" in text
    assert "O<Brien & Co" in text


def test_whoever_has_one_name_has_it_large_and_without_an_empty_line_above():
    for one in (face("Nadia El Ouafi"), face("", "Madonna"), face("", "", "نادية")):
        first = max(lines_of(one), key=lambda line: line.size)
        assert first.size > 25
        assert first.bold
        assert first.baseline < 42


def test_an_arabic_name_stands_on_the_right_and_a_latin_one_on_the_left():
    arabic = max(lines_of(ARABIC_ONLY), key=lambda line: line.size)
    latin = max(lines_of(NADIA), key=lambda line: line.size)
    assert arabic.x + arabic.width == pytest.approx(97)
    assert latin.x == pytest.approx(8)


def test_a_name_given_twice_in_script_is_printed_once():
    twice = face("نادية الوافي", "", "نادية الوافي")
    assert len(lines_of(twice)) == len(lines_of(face("نادية الوافي")))


def test_an_arabic_badge_is_mirrored_but_for_its_code(tmp_path):
    path = tmp_path / "badge.pdf"
    path.write_bytes(printed([NADIA], ARABIC)[1])
    (code,) = read_codes(path)
    assert code.text == NADIA.token
    assert max(x for x, _ in code.position) < 0.4 * 105 / 25.4 * 150


@pytest.mark.parametrize("capacity", Capacity)
def test_every_capacity_has_its_letter_and_its_word(capacity):
    text = texts_of(printed([face("X", capacity=capacity)])[1])[0]
    assert capacity.letter in text.split()
    assert ENGLISH.say(f"capacity.{capacity}") in text


def test_badges_are_the_same_bytes_again():
    faces = [NADIA, MARIA, *crowd(5)]
    assert printed(faces)[1] == printed(faces)[1]


def test_the_title_of_the_file_names_the_meeting_and_nobody():
    with pypdfium2.PdfDocument(printed([NADIA])[1]) as document:
        metadata = document.get_metadata_dict()
    assert metadata["Title"] == HEAD.title
    assert not re.search("nadia|ouafi", str(metadata), re.IGNORECASE)


def test_a_thousand_badges_fit_an_e_mail():
    small, large = (len(printed(crowd(count))[1]) for count in (20, 120))
    assert (large - small) * 10 + small < 1.5e6


def test_a_very_long_head_stays_above_its_line():
    head = BadgeHead("A very long title of a meeting " * 8, ("line " * 30,) * 3)
    layout = Layout(ENGLISH)
    lines = [shape for shape in layout.head(head) if isinstance(shape, TextLine)]
    assert max(ink(line)[3] for line in lines) < 25
    assert max(ink(line)[2] for line in lines) <= 97.001


def test_preflight_says_what_printing_would_say():
    faces = [NADIA, face("W" * 300), *crowd(6)]
    for sheet in ("", *SHEETS):
        made, _ = printed(faces, sheet=sheet)
        assert preflight(faces, ENGLISH, LAYOUTS[0], sheet) == made


def test_nobody_is_warned_of_a_badge_that_is_right():
    assert warnings_of(NADIA, MARIA, ARABIC_ONLY, *crowd(9)) == []


def test_a_name_at_its_least_size_is_warned_of():
    assert warnings_of(face("W" * 40)) == ["name_small"]


def test_a_name_beyond_its_least_size_is_warned_of_and_still_whole():
    assert warnings_of(face("W" * 300)) == ["name_too_long"]
    assert "".join(line.text for line in lines_of(face("W" * 300))).count("W") == 300


def test_letters_without_a_shape_are_warned_of():
    made = preflight([face("KIM", "金", function="☃ 😀")], ENGLISH)
    codes = {warning.code: warning.facts for warning in made.warnings}
    assert codes["missing_letters"]["letters"] == "金"
    assert codes["missing_letters_text"]["letters"] == "😀" or "☃" in str(codes)


def test_whoever_has_no_delegation_is_warned_of_and_shows_no_label():
    assert warnings_of(face("X", delegation="", code="")) == ["no_delegation"]
    assert "Delegation" not in texts_of(printed([face("X", delegation="", code="")])[1])[0]


def test_a_text_too_long_for_its_place_is_warned_of_by_its_words():
    long = "Ministry of everything " * 12
    (warning,) = preflight([face("X", delegation=long)], ENGLISH).warnings
    assert warning.code == "text_small"
    assert warning.facts == {"name": "X", "text": long.strip()}


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_every_warning_is_worded(language):
    faces = [
        face("W" * 300, delegation=""),
        face("W" * 40, "金"),
        face("X", function="金", delegation="D" * 400),
    ]
    wording = load(language)
    for warning in preflight(faces, wording).warnings:
        assert wording.say(f"badge.{warning.code}", **warning.facts)


def test_a_place_the_sheet_does_not_have_is_refused_before_anything_is_written():
    file = io.BytesIO()
    with pytest.raises(Refused, match="start_outside"):
        make(file, [NADIA], HEAD, ENGLISH, sheet="a4-4", start=5)
    assert file.getvalue() == b""


@pytest.mark.parametrize(("layout", "sheet"), [("a9", ""), ("a6", "a4-9")])
def test_a_layout_or_sheet_that_is_not_built_is_no_choice(layout, sheet):
    with pytest.raises(ValueError, match=r"^a\d"):
        make(io.BytesIO(), [NADIA], HEAD, ENGLISH, layout, sheet)
