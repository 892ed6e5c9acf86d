"""Visiting cards in a code say who stands there; what cannot be read is left out."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.domain.card_lines import CardLines, gathered, goes_on, is_card_begun
from checkin.domain.scan import Foreign, ForeignKind, read
from checkin.domain.visiting_card import Prefill, read_card
from tests.keyboards import mangle, with_caps_lock

SALMA = Prefill(
    family_name="Haddad",
    given_names="Salma",
    honorific="Dr",
    function="Director, Borders",
    organisation="Ministry of the Interior, Cabinet",
    country="Tunisia",
    email="salma@example.org",
    phone="+216 71 000 000",
)
VCARD = """\
BEGIN:VCARD
VERSION:3.0
N:Haddad;Salma;;Dr;
FN:Dr Salma Haddad
ORG:Ministry of the Interior;Cabinet
TITLE:Director\\, Borders
TEL;TYPE=WORK,VOICE:+216 71 000 000
TEL;TYPE=CELL:+216 20 000 000
EMAIL;TYPE=INTERNET:salma@example.org
ADR;TYPE=WORK:;;1 Street;Tunis;;1000;Tunisia
NOTE:Speaks N: and FN: as well
END:VCARD
"""
OLD = """\
BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=65=6E=64=6F=6E=C3=A7=61;Jo=C3=\r
=A3o\r
ORG:Minist=\r
END:VCARD\r
"""
HCARD = (
    '<div class="vcard"><span class="fn">Salma <b>x</b></span>'
    '<p class="p-name">Dr Salma HADDAD</p>'
    '<span class="family-name">Haddad</span> <span class="given-name">Salma</span>'
    '<span class="org">Minist&egrave;re</span>'
    '<a class="email" href="#">mailto:s@example.org</a></div>'
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", " "])
def test_a_vcard_is_read_whatever_stands_between_its_lines(end: str) -> None:
    assert read_card(VCARD.replace("\n", end)) == SALMA


def test_groups_folded_lines_and_addresses_of_version_4_are_read() -> None:
    text = VCARD.replace("TITLE:Director", "item1.TITLE:Direc\n tor")
    text = text.replace("TEL;TYPE=WORK,VOICE:", 'TEL;VALUE=uri;TYPE="work,voice":tel:')
    assert read_card(text) == SALMA


def test_letters_of_version_2_are_decoded() -> None:
    card = read_card(OLD)
    assert card
    assert (card.family_name, card.given_names) == ("Mendonça", "João")


@pytest.mark.parametrize("charset", ["ISO-8859-1", "no-such-charset", "UTF-8"])
def test_a_charset_that_is_wrong_or_unknown_is_no_error(charset: str) -> None:
    line = f"N;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:Mendon=E7a;Ana"
    card = read_card(f"BEGIN:VCARD\n{line}\nEND:VCARD")
    assert card
    assert card.given_names == "Ana"


def test_a_name_in_one_piece_is_split_as_lists_split_one() -> None:
    card = read_card("BEGIN:VCARD\nFN:Dr Nadia EL OUAFI\nEND:VCARD")
    assert card == Prefill("EL OUAFI", "Nadia", "Dr")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "MECARD:N:Haddad,Salma;ORG:Ministry\\; Cabinet;TITLE:Director;TEL:+21671;"
            "EMAIL:s@example.org;ADR:1 Street,Tunis,Tunisia;;",
            Prefill(
                "Haddad", "Salma", "", "Director", "Ministry; Cabinet", "Tunisia",
                "s@example.org", "+21671",
            ),
        ),
        ("MECARD:N:Salma HADDAD;;", Prefill("HADDAD", "Salma")),
        (
            "BIZCARD:N:Salma;X:Haddad;T:Director;C:Ministry;A:1 Street;B:+21671;E:s@example.org;;",
            Prefill("Haddad", "Salma", "", "Director", "Ministry", "", "s@example.org", "+21671"),
        ),
        (HCARD, Prefill("Haddad", "Salma", "", "", "Ministère", "", "s@example.org")),
        ("MECARD:ORG:Ministry;;", Prefill("", organisation="Ministry")),
        ("BEGIN:VCARD\nN:;Salma\nEND:VCARD", Prefill("Salma")),
    ],
)  # fmt: skip
def test_every_kind_of_card_is_read(text: str, said: Prefill) -> None:
    assert read_card(text) == said
    assert read(text) == Foreign(ForeignKind.CARD, " ".join(text.split()), said)


@pytest.mark.parametrize(
    "text", ["", "MECARD:", "BEGIN:VCARD", "<div class=vcard>", "BIZCARD:N:;;"]
)
def test_a_card_that_names_nobody_says_nothing(text: str) -> None:
    assert read_card(text) is None


def test_values_are_cleaned_and_never_longer_than_anybody_reads() -> None:
    card = read_card("MECARD:N:\u202eHad\x00dad,Sal\tma;ORG:" + "x" * 4000 + ";;")
    assert card
    assert card.name == "Had dad Sal ma"
    assert len(card.organisation) <= 201


@pytest.mark.parametrize("name", ["fr", "es", "pt", "de", "it"])
def test_a_card_another_keyboard_came_in_between_is_read(name: str) -> None:
    flat = "MECARD:N:Haddad,Salma;ORG:Ministry;EMAIL:s@example.org;;"
    for came in (mangle(flat, name), with_caps_lock(mangle(flat, name))):
        reading = read(came)
        assert isinstance(reading, Foreign)
        assert reading.prefill == Prefill(
            "Haddad", "Salma", organisation="Ministry", email="s@example.org"
        )


@given(st.text(max_size=200))
@example("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=ZZ=4\x00;")
@example("N:" + "\\" * 99)
def test_any_text_after_a_beginning_is_answered(text: str) -> None:
    for begun in ("BEGIN:VCARD\n", "BEGIN:VCARD ", "MECARD:", "BIZCARD:", "<b class=fn>"):
        card = read_card(begun + text)
        assert card is None or card.family_name or card.organisation


def test_a_vcard_that_comes_line_by_line_is_known_to_go_on() -> None:
    first, *rest = VCARD.splitlines()
    assert is_card_begun(first)
    assert all(goes_on(line) for line in rest)
    assert not is_card_begun(VCARD)
    assert not is_card_begun("MECARD:N:x;;")
    assert not goes_on("BCDFGHJKLNPRSTVXBCDFGHJKLNPRS")
    assert not goes_on("MA-014")


@given(st.lists(st.sampled_from(["MA-014", "", "BEGIN:VCARD", "N:Haddad;Salma", "END:VCARD", "x"])))
def test_no_line_of_a_stream_is_lost_or_told_twice(lines: list[str]) -> None:
    assert "\n".join(gathered(lines)) == "\n".join(lines)


def test_the_lines_of_a_vcard_are_one_scan_and_all_others_one_each() -> None:
    card = VCARD.rstrip()
    stream = ["MA-014", *card.splitlines(), "MA-015", "BEGIN:VCARD", "N:Haddad;Salma", "MA-016"]
    cut = "BEGIN:VCARD\nN:Haddad;Salma"
    assert list(gathered(stream)) == ["MA-014", card, "MA-015", cut, "MA-016"]
    assert list(gathered(stream[-3:-1])) == [cut]


def test_a_vcard_without_an_end_keeps_nothing_back_for_ever() -> None:
    lines = CardLines()
    lines.take("BEGIN:VCARD")
    assert lines.waits
    scans = [scan for _ in range(200) for scan in lines.take("NOTE:more")]
    assert scans
    assert isinstance(read(scans[0]), Foreign)


def test_a_property_that_is_left_blank_says_nothing() -> None:
    card = read_card("BEGIN:VCARD\nVERSION:3.0\nTITLE: ;\nN:DUPONT;Jean;;;\nEND:VCARD")
    assert card is not None
    assert (card.family_name, card.function) == ("DUPONT", "")
