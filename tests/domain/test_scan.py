"""What a scan says: any text of any length is one of four readings."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.domain.scan import (
    Foreign,
    ForeignKind,
    Misread,
    Number,
    Reading,
    Token,
    code_after_words,
    is_code_begun,
    is_words,
    read,
)
from checkin.domain.token import ALPHABET, make_token
from tests.keyboards import mangle, with_caps_lock

TOKEN = make_token(b"\x01\x23\x45\x67\x89\xab\xcd\xef", b"key")
UUID = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=80)
KEYBOARD = st.text("0123456789-'\"&+$]é{}:/ABCXabcx \t", max_size=40)


def kind(text: str) -> ForeignKind | None:
    reading = read(text)
    return reading.kind if isinstance(reading, Foreign) else None


@given(st.one_of(ANYTHING, KEYBOARD))
@example("\udcff" * 29)
@example("ſ" * 29)
@example("\u212a" * 29)
@example("")
def test_any_text_is_read_and_nothing_is_raised(text: str) -> None:
    assert isinstance(read(text), Reading)


@given(st.text(ALPHABET + ALPHABET.lower(), min_size=20, max_size=60))
def test_twenty_of_our_letters_or_more_are_ours_sound_or_damaged(text: str) -> None:
    assert read(text) in (Token(text.upper()), Misread(len(text)))


@given(st.text(ALPHABET, max_size=19))
def test_fewer_letters_are_no_code_of_ours(text: str) -> None:
    assert isinstance(read(text), Foreign)


@pytest.mark.parametrize(
    "text",
    [
        *(
            TOKEN,
            TOKEN.lower(),
            TOKEN.swapcase(),
            f"  {TOKEN}\r\n",
            f"{TOKEN}\t",
            f"\x02{TOKEN}\x03",
        ),
        *(f"]Q{n}{TOKEN}" for n in range(7)),
        *(f"]q1{TOKEN.lower()}", f"$A&{TOKEN}", f"+Q1{TOKEN}", f"¨Q1{TOKEN}", f"`Q1{TOKEN}"),
        f"\ufeff{TOKEN}",
    ],
)
def test_caps_lock_blanks_and_a_scanners_prefix_do_not_matter(text: str) -> None:
    assert read(text) == Token(TOKEN)


@pytest.mark.parametrize(
    ("text", "letters"),
    [(TOKEN[:-1], 28), (TOKEN + "B", 30), (TOKEN[:20], 20), (TOKEN * 2, 58), (TOKEN[::-1], 29)],
)
def test_a_damaged_code_says_how_many_letters_came_through(text: str, letters: int) -> None:
    assert read(text) == Misread(letters)


def test_a_code_with_a_strange_letter_in_it_is_nobodys() -> None:
    assert kind(TOKEN[:14] + "A" + TOKEN[15:]) is ForeignKind.TEXT
    assert kind(f"]Q1x{TOKEN[:8]}é{TOKEN[9:]}") is ForeignKind.TEXT


@pytest.mark.parametrize("text", ["MA-014", "ma14", " ma'014 ", "MA–014"])
def test_a_typed_number_is_a_number(text: str) -> None:
    assert read(text) == Number("MA-014")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"i":[2,"indico.example.org","dGhpcyBpcyAxNiBieXRlcw=="]}', ForeignKind.INDICO),
        ('{"i":[2,"indico.example.org","dGhpcyBpcyAxNiBieXRlcw==",1]}', ForeignKind.COMPANION),
        (
            '{"registrant_id": 12345, "checkin_secret": "' + UUID + '", "event_id": "1023023",'
            ' "server_url": "https://indico.example.org"}',
            ForeignKind.INDICO,
        ),
        ('{"event": "madrid", "ticket": "s3cret", "lead": "x"}', ForeignKind.EVENTYAY),
        (UUID, ForeignKind.ALFIO),
        (f"{UUID}::field", ForeignKind.ALFIO),
        (f"{UUID}/c2lnbmVkIGJ5IGFsZi5pbw==", ForeignKind.ALFIO),
        ("gkx9w2p7m4q1v8s5t3z6y0n7r2h4j8k1", ForeignKind.PRETIX),
        ("QUJD" * 28, ForeignKind.PRETIX),
        ("QUJD" * 34 + "QUI=", ForeignKind.PRETIX),
        ("A-7KQ2M9X", ForeignKind.HIEVENTS),
        ("7", ForeignKind.DIGITS),
        ("12345678901234567890", ForeignKind.DIGITS),
        ("BEGIN:VCARD\nVERSION:3.0\nN:Haddad;Salma\nEND:VCARD", ForeignKind.CARD),
        ("MECARD:N:Haddad,Salma;ORG:Ministry;;", ForeignKind.CARD),
        ("https://example.org/badge?id=7", ForeignKind.WEB),
        ("HTTP://EXAMPLE.ORG", ForeignKind.WEB),
        ("www.example.org", ForeignKind.WEB),
        ("WIFI:T:WPA;S:Guests;P:secret;;", ForeignKind.WIFI),
        ("mailto:s@example.org", ForeignKind.MAIL),
        ("MATMSG:TO:s@example.org;SUB:x;BODY:y;;", ForeignKind.MAIL),
        ("tel:+21671000000", ForeignKind.PHONE),
        ("SMSTO:+21671000000:hello", ForeignKind.PHONE),
        ("geo:40.4,-3.7", ForeignKind.PLACE),
        ("BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT", ForeignKind.APPOINTMENT),
        ("NLS0006010", ForeignKind.SETUP),
        ("@FACDEF", ForeignKind.SETUP),
        ("%%SpecCode9A", ForeignKind.SETUP),
        ("SUFBK2990D0A.", ForeignKind.SETUP),
        ("DEFALT.", ForeignKind.SETUP),
        ("$P,AE,P", ForeignKind.SETUP),
        ("4006381333931", ForeignKind.PRODUCT),
        ("4006381333932", ForeignKind.DIGITS),
        ("96385074", ForeignKind.PRODUCT),
        (
            "M1HADDAD/SALMA         EABC123 TUNMADTU 0712 186Y012A0025 147",
            ForeignKind.BOARDING,
        ),
        ("P<TUNHADDAD<<SALMA<<<<<<<<<<<<<<<<<<<<<<<<<<", ForeignKind.TRAVEL_DOCUMENT),
        ("HC1:6BFOXN*TS0BI$ZD", ForeignKind.HEALTH),
        ("BCD\n002\n1\nSCT\n\nName\nDE89", ForeignKind.PAYMENT),
        ("00020101021126", ForeignKind.PAYMENT),
        ("otpauth://totp/x?secret=y", ForeignKind.SIGN_IN),
        ("<div class='vcard'><b class='fn'>Salma Haddad</b></div>", ForeignKind.CARD),
        ("\x00\x01PK\x03\x04\x14binary", ForeignKind.BINARY),
        ("word " * 100, ForeignKind.LONG),
        ("GKX9W2P7M4Q1V8S5T3Z6Y0N7R2H4J8K1", ForeignKind.PRETIX),
        ("A-RAHMANI", ForeignKind.TEXT),
        ("+Q1https://example.org", ForeignKind.WEB),
        ("$A&https://example.org", ForeignKind.WEB),
        ("]Q1https://example.org", ForeignKind.WEB),
        ("httpsM!!exqmple:org", ForeignKind.WEB),
        ("", ForeignKind.EMPTY),
        (" \t\r\n", ForeignKind.EMPTY),
        ("\x00\udcff", ForeignKind.EMPTY),
        ("Nadia El Ouafi", ForeignKind.TEXT),
        ("{", ForeignKind.TEXT),
        ("نادية", ForeignKind.TEXT),
    ],
)
def test_another_makers_code_is_called_what_it_is(text: str, what: ForeignKind) -> None:
    assert kind(text) is what


@pytest.mark.parametrize("text", ["q" * 1_000_000, "{" * 100_000, "A-" * 50_000, "9" * 50_000])
def test_a_text_without_end_is_answered_and_cut(text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Foreign)
    assert len(reading.text) <= 4096


@pytest.mark.parametrize("name", ["fr", "be", "es", "latam", "pt", "br", "de", "it"])
@pytest.mark.parametrize(
    ("code", "what"),
    [
        ('{"i":[2,"indico.example.org","dGhpcyBpcyAxNiBieXRlcw=="]}', ForeignKind.INDICO),
        ('{"i":[2,"indico.example.org","dGhpcyBpcyAxNiBieXRlcw==",7]}', ForeignKind.COMPANION),
        ('{"event": "madrid", "ticket": "s3cret", "lead": "x"}', ForeignKind.EVENTYAY),
        (f"{UUID}::field", ForeignKind.ALFIO),
        ("gkx9w2p7m4q1v8s5t3z6y0n7r2h4j8k1", ForeignKind.PRETIX),
        ("12345678901234567890", ForeignKind.DIGITS),
        ("https://example.org/badge?id=7", ForeignKind.WEB),
        ("WIFI:T:WPA;S:Guests;P:secret;;", ForeignKind.WIFI),
        ("MECARD:N:Haddad,Salma;ORG:Ministry;;", ForeignKind.CARD),
    ],
)
def test_a_code_is_called_what_it_is_through_another_keyboard(
    code: str, what: ForeignKind, name: str
) -> None:
    assert kind(mangle(code, name)) is what
    assert kind(with_caps_lock(mangle(code, name))) is what
    assert not is_words(read(mangle(code, name)))


@pytest.mark.parametrize("between", ["", " ", "\r\n", "; "])
def test_two_codes_at_once_are_scanned_again(between: str) -> None:
    other = make_token(b"another.", b"key")
    assert isinstance(read(TOKEN + between + other), Misread)
    assert isinstance(read(f"moham{TOKEN}{between}{other}"), Misread) is bool(between)
    assert isinstance(read(code_after_words(f"moham{TOKEN}{other}")), Misread)
    assert code_after_words(f"moham{TOKEN}{TOKEN}") == TOKEN


@given(st.one_of(ANYTHING, KEYBOARD))
def test_a_text_is_read_as_one_thing_and_always_the_same(text: str) -> None:
    assert read(text) == read(text)
    reading = read(text)
    if isinstance(reading, Foreign):
        assert read(reading.text) == reading or reading.kind in (
            *(ForeignKind.BINARY, ForeignKind.CARD, ForeignKind.TEXT),
        )


def test_letters_of_ours_without_end_are_damaged() -> None:
    assert isinstance(read("B" * 1_000_000), Misread)


@pytest.mark.parametrize("text", ["Nadia", "n'diaye a", "Müller-Lüdenscheidt", "نادية"])
def test_what_people_type_of_a_name_is_words(text: str) -> None:
    assert is_words(read(text))
    assert not is_code_begun(text)


@pytest.mark.parametrize(
    "text", ["", "MA-014", "12345", "https://example.org", "--", TOKEN, TOKEN[:27]]
)
def test_codes_numbers_and_nothing_are_no_words(text: str) -> None:
    assert not is_words(read(text))


@pytest.mark.parametrize("text", [TOKEN[:8], f"moham{TOKEN[:9]}", TOKEN.lower()])
def test_eight_consonants_of_ours_in_a_row_are_a_code_coming_in(text: str) -> None:
    assert is_code_begun(text)


def test_seven_are_not_enough() -> None:
    assert not is_code_begun(TOKEN[:7])


@pytest.mark.parametrize("before", ["", "moham", "garcl", "el ouafi ", "BCDFGH", "x"])
def test_a_code_scanned_after_words_is_that_code(before: str) -> None:
    assert code_after_words(before + TOKEN) == TOKEN
    assert read(code_after_words(before + TOKEN.lower())) == Token(TOKEN)


def test_a_damaged_code_after_words_is_damaged_and_words_alone_stay_words() -> None:
    assert isinstance(read(code_after_words(f"moham{TOKEN[:27]}")), Misread)
    assert code_after_words("moham") == "moham"
