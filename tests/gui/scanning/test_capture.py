"""A scanner told from a hand, for any code, any pace and any place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.token import ALPHABET, is_sound
from checkin.gui.scanning.strokes import Place
from tests.gui.scanning.player import Player, damaged, token

CODES = st.integers(0, 2**64 - 1).map(token)
PLACES = st.sampled_from(Place)
OPEN = [one for one in Place if one is not Place.HIDDEN]
SUFFIX = st.sampled_from(["", "\n", "\t", "\n\n", "\t\n"])
PACE = st.integers(1, 60)
HUMAN = st.integers(40, 400)
NAMES = st.text("abcdefghijklmnopqrstuvwxyzéèñüABCDEFÑ '-0123456789", min_size=1, max_size=24)

UUID = "0d5a4b1e-8c1f-4e0b-9b6a-2f6c1d7e8a90"
INDICO = '{"i":[2,"indico.example.org","AAECAwQFBgcICQoLDA0ODw=="]}'
FOREIGN = [
    *(UUID, f"{UUID}/q4Zr0b+hY=", INDICO, "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6"),
    *("A-1B2C3D4", "1234567890123456", "https://example.org/t/1", "WIFI:S:desk;;"),
    "MECARD:N:Bennani,Mohamed;;",
]


@given(CODES, PACE, SUFFIX, PLACES, st.booleans())
def test_a_code_of_ours_is_captured_at_any_pace_and_leaves_nothing_behind(
    code, pace, suffix, place, capitals
):
    sent = code if capitals else code.lower()
    played = Player(place).type(sent + suffix, pace).rest()
    assert played.scans == [code]
    assert played.text == ""


@given(CODES, st.lists(PACE, min_size=30, max_size=30), PLACES)
def test_the_pace_may_change_from_key_to_key(code, gaps, place):
    played = Player(place).type(code + "\n", gaps).rest()
    assert (played.scans, played.text) == ([code], "")


@given(CODES, st.integers(1, 30), st.sampled_from(["]Q1", "]d2", "]C1"]), PLACES)
def test_a_scanners_prefix_goes_with_its_code(code, pace, prefix, place):
    played = Player(place).type(f"{prefix}{code}\n", pace).rest()
    assert (played.scans, played.text) == ([code], "")


@given(st.lists(st.tuples(NAMES, st.lists(HUMAN, min_size=24, max_size=24)), max_size=4))
def test_what_a_person_types_comes_through_in_order_and_in_time(said):
    played, whole = Player(), ""
    for text, gaps in said:
        played.type(text, gaps[: len(text)])
        played.type("\n", 150)
        whole += text + "\n"
    played.rest()
    assert played.text == whole
    assert played.scans == []
    assert max(played.late, default=0) <= 80


@given(st.text(ALPHABET, min_size=8, max_size=19), st.integers(40, 200), PLACES)
def test_consonants_typed_by_hand_are_no_scan(text, pace, place):
    played = Player(place).type(text + "\n", pace).rest()
    assert (played.scans, played.text) == ([], text + "\n")


def test_brnklpst_is_a_name():
    played = Player().type("BRNKLPST\n", 50).rest()
    assert (played.scans, played.text) == ([], "BRNKLPST\n")


@given(CODES, st.text(ALPHABET[:4] + "aeio", min_size=1, max_size=8), HUMAN, PACE)
def test_what_was_typed_before_a_scan_stays(code, name, pace, fast):
    played = Player().type(name, pace).pause(90).type(code + "\n", fast).rest()
    assert (played.scans, played.text) == ([code], name)


@given(CODES, st.text("aeiouyzm", min_size=1, max_size=5))
def test_letters_typed_right_before_a_scan_stay_too(code, name):
    played = Player().type(name, 55).type(code + "\n", 3).rest()
    assert (played.scans, played.text) == ([code], name)


@given(CODES, st.integers(0, 28), st.integers(1, 25), PLACES)
def test_a_damaged_code_is_told_and_never_another(code, at, pace, place):
    played = Player(place).type(damaged(code, at) + "\n", pace).rest()
    assert played.scans == [damaged(code, at)]
    assert played.text == ""


@given(CODES, st.integers(8, 28), st.integers(1, 25), st.sampled_from(OPEN))
def test_half_a_code_is_told(code, length, pace, place):
    played = Player(place).type(code[:length] + "\n", pace).rest()
    assert (played.scans, played.text) == ([code[:length]], "")


@given(CODES, CODES, st.integers(1, 60), PLACES)
def test_two_codes_glued_are_two_scans(one, other, pace, place):
    played = Player(place).type(one + other + "\n", pace).rest()
    assert (played.scans, played.text) == ([one, other], "")


@given(CODES, CODES, st.data(), PLACES)
def test_two_scanners_at_once_record_nobody_else(one, other, data, place):
    left, right, sent = list(one + "\n"), list(other + "\n"), ""
    while left or right:
        first = data.draw(st.booleans()) if left and right else bool(left)
        sent += (left if first else right).pop(0)
    played = Player(place).type(sent, 4).rest()
    assert played.text == ""
    assert played.scans
    assert all(scan in (one, other) or not is_sound(scan) for scan in played.scans)


@pytest.mark.parametrize("code", FOREIGN)
@pytest.mark.parametrize("place", OPEN)
@pytest.mark.parametrize("pace", [1, 5, 12, 25])
def test_codes_of_others_are_told_by_timing(code, place, pace):
    for suffix in ("\n", "\t", ""):
        played = Player(place).type(code + suffix, pace).rest()
        assert (played.scans, played.text) == ([code], "")


@pytest.mark.parametrize("code", FOREIGN)
@pytest.mark.parametrize("pace", [35, 60])
def test_slow_ones_by_their_shape_and_the_enter(code, pace):
    played = Player().type(code + "\n", pace).rest()
    assert (played.scans, played.text) == ([code], "")


def test_a_card_of_many_lines_is_one_scan():
    card = "BEGIN:VCARD\nVERSION:3.0\nN:Bennani;Mohamed\nEND:VCARD"
    for pace in (2, 20, 45):
        played = Player().type(card + "\n", pace).rest()
        assert (played.scans, played.text) == ([card], "")


@pytest.mark.parametrize(
    "text",
    [
        *("Mohamed\n", "moh ben\n", "/media/stick/list.csv\n", "desk.checkin\n"),
        *("m.bennani@example.org\t", "Ministry of the Interior, 3rd floor\t", "محمد\n"),
    ],
)
def test_what_another_program_types_into_a_field_is_left_there(text):
    played = Player().type(text, 3).rest()
    assert (played.scans, played.text) == ([], text)


@given(st.text("abcdefghABCDEFGH0123456789-!", min_size=1, max_size=30), st.integers(1, 60))
def test_a_passphrase_is_left_alone_however_fast(secret, pace):
    played = Player(Place.HIDDEN).type(secret + "\n", pace).rest()
    assert (played.scans, played.text) == ([], secret + "\n")


AZERTY = dict(zip("1234567890qwaz;m-", "&é\"'(-è_çàazqwm,)", strict=True))
GREEK = dict(zip("bcdfghjklnprstvx", "βψδφγηξκλνπρστωχ", strict=True))
GREEK |= {latin.upper(): greek.upper() for latin, greek in GREEK.items()}
ARABIC = dict(zip("bcdfghjklnprstvx", ["لا", *"ؤيبلاتنمىحقسفرء"], strict=True))


@given(CODES, PACE, PLACES, st.sampled_from([GREEK, ARABIC]))
def test_another_alphabet_is_read_by_the_keys(code, pace, place, layout):
    played = Player(place).type(code.lower() + "\n", pace, layout).rest()
    assert (played.scans, played.text) == ([code], "")


@pytest.mark.parametrize("code", FOREIGN)
def test_codes_of_others_survive_a_french_keyboard(code):
    played = Player().type(code + "\n", 5, AZERTY).rest()
    assert played.scans == [code]


def test_an_alphabet_without_its_keys_is_named():
    greek = "".join(GREEK[letter] for letter in token(1))
    played = Player(Place.ELSEWHERE).type(greek + "\n", 5).rest()
    assert played.alphabets == ["GREEK"]


@given(st.text(max_size=300), st.lists(st.integers(0, 200), min_size=300, max_size=300), PLACES)
def test_whatever_comes_the_run_ends_and_nothing_is_kept(text, gaps, place):
    played = Player(place).type(text, gaps[: len(text)]).rest()
    assert not played.capture.running
    assert not played._held


@given(CODES, st.integers(1, 28), st.integers(81, 340), PLACES, PACE)
def test_a_computer_that_stops_for_a_moment_tears_no_code_apart(code, at, stop, place, pace):
    played = Player(place).type(code[:at], pace).pause(stop).type(code[at:] + "\n", pace).rest()
    assert (played.scans, played.text) == ([code], "")


@given(CODES, NAMES, st.integers(31, 300), HUMAN)
def test_what_a_hand_types_while_a_scan_is_answered_is_not_lost_with_it(code, name, soon, pace):
    name = name.strip()
    played = Player().type(code + "\n", 3)
    played.capture.answered(played.now + 400)
    played.type(name, [soon, *[pace] * (len(name) - 1)] if name else []).rest()
    assert (played.scans, played.text) == ([code], name)


@given(CODES, NAMES, st.integers(1, 30), st.integers(40, 78))
def test_a_run_that_only_a_hand_types_is_no_scanners_however_soon_it_came(code, name, soon, pace):
    name = f"name {name}".strip()
    played = Player().type(code + "\n", 3)
    played.type(name, [soon, *[pace] * (len(name) - 1)]).rest()
    assert (played.scans, played.text) == ([code], name)


@given(CODES, st.integers(1, 25), st.integers(0, 400), PLACES)
def test_what_a_scanner_sends_after_its_code_goes_with_it_however_late(code, pace, took, place):
    played = Player(place).type(f"{code}\n", pace)
    played.pause(took)  # keys that have no time of their own come when it was answered
    played.capture.answered(played.now)
    played.type("/2022#7\n", pace).rest()
    assert (played.scans, played.text) == ([code], "")
