import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.serial_lines import LONGEST, SerialLines

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nadia El Ouafi\r\nEND:VCARD\r\n"


def scans(*parts):
    """The scans of what comes; None stands for a pause."""
    lines, found = SerialLines(), []
    for part in parts:
        found += lines.pause() if part is None else lines.take(part)
    return found


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\n\r", None])
def test_a_line_ends_with_cr_lf_both_or_a_pause(end):
    assert scans(b"MA-", b"014", end, None) == ["MA-014"]


def test_two_lines_in_one_piece_are_two_scans_in_order():
    assert scans(b"ONE\rTWO\rTHR", b"EE\n", None) == ["ONE", "TWO", "THREE"]


def test_blank_lines_and_what_frames_a_code_are_left_out():
    assert scans(b"\r\n\r\n  \r\x02CODE\x1dMORE\x03\r\0\r", None, None) == ["CODE\x1dMORE"]


def test_letters_of_any_encoding_are_read():
    assert scans("Zélic الوافي\r".encode()) == ["Zélic الوافي"]
    assert scans("Zélic\r".encode("latin-1")) == ["Zélic"]


def test_an_endless_line_is_cut_at_the_longest_code_and_ends_with_a_pause():
    endless = [b"X" * 1000] * 50
    assert scans(*endless) == ["X" * LONGEST]
    assert scans(*endless, None, b"MA-014\r") == ["X" * LONGEST, "MA-014"]
    assert scans(*endless, b"REST\rMA-014\r") == ["X" * LONGEST, "MA-014"]


def test_a_visiting_card_is_one_scan_though_it_has_many_lines():
    (card,) = scans(CARD.encode())
    assert card.splitlines()[2] == "FN:Nadia El Ouafi"
    assert scans(CARD.encode()[:40], *[None] * 5) != []
    assert scans(CARD.encode()[:40], None, None, CARD.encode()[40:])[-1].endswith("END:VCARD")


@given(st.lists(st.one_of(st.binary(max_size=60), st.none()), max_size=30))
def test_any_bytes_are_survived_and_nothing_long_is_kept(parts):
    lines = SerialLines()
    for part in parts:
        for text in lines.pause() if part is None else lines.take(part):
            assert text.strip()
        assert len(lines._begun) <= LONGEST


@given(st.lists(st.text("BCDFGHJK", min_size=1, max_size=40), max_size=12), st.integers(1, 9))
def test_lines_are_the_same_however_they_are_cut_up(texts, size):
    whole = "".join(f"{text}\r" for text in texts).encode()
    assert scans(*(whole[at : at + size] for at in range(0, len(whole), size))) == texts
