"""A code leads to whoever holds it, however scan and list write it, and to nobody else."""

import base64
import string
import uuid

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from checkin.domain import code_keys
from checkin.domain.code_keys import keys_as_meant, keys_of
from checkin.domain.layouts import LAYOUTS
from checkin.domain.scan import Foreign, ForeignKind, Reading, read
from tests.keyboards import lost, mangle, with_caps_lock

NAMES = sorted(LAYOUTS)
LETTERS = string.ascii_lowercase + string.digits
BASE64 = string.ascii_letters + string.digits + "+/"
UUIDS = st.uuids().map(str)


def indico(own: str, companion: str = "") -> str:
    coded = base64.b64encode(uuid.UUID(own).bytes).decode()
    return f'{{"i":[2,"indico.example.org","{coded}"{companion}]}}'


def old_indico(own: str) -> str:
    return (
        f'{{"registrant_id": 12345, "checkin_secret": "{own}", "event_id": "1023023",'
        ' "server_url": "https://indico.example.org"}'
    )


SECRETS = st.one_of(
    UUIDS,
    UUIDS.map(indico),
    UUIDS.map(old_indico),
    UUIDS.map(lambda own: f"{own}::badge"),
    UUIDS.map(lambda own: f"{own}/c2lnbmVkIGJ5IGFsZi5pbw=="),
    st.text(LETTERS, min_size=32, max_size=32),
    st.text(BASE64, min_size=112, max_size=138),
    st.text(string.digits, min_size=5, max_size=23),
    st.text(string.ascii_uppercase + string.digits, min_size=7, max_size=7).map("A-{}".format),
    st.text(LETTERS, min_size=8, max_size=20).map('{{"event": "x", "ticket": "{}"}}'.format),
)


def leads(scanned: str, listed: str) -> bool:
    """Whether a scan finds whoever holds a code, as the desk asks."""
    reading = read(scanned)
    assert isinstance(reading, Foreign)
    keys = set(keys_of(listed))
    return bool(keys & {*reading.keys, *reading.keys_as_meant})


@given(UUIDS)
def test_all_that_says_the_same_registration_has_one_key(own: str) -> None:
    forms = (own, own.upper(), indico(own), old_indico(own), f"{own}::x", f"{own}/QUJD+/Q=")
    assert {keys_of(form)[-1] for form in forms} == {own}


@given(UUIDS, st.integers(0, 999_999))
def test_whoever_accompanies_a_registrant_is_somebody_else(own: str, number: int) -> None:
    companion = indico(own, f",{number}")
    assert not set(keys_of(companion)) & set(keys_of(indico(own)))
    assert read(companion) == Foreign(ForeignKind.COMPANION, companion)
    assert leads(companion, companion)


@given(UUIDS, UUIDS)
def test_whoever_accompanies_may_have_a_uuid_too(own: str, other: str) -> None:
    assume(own != other)
    coded = base64.b64encode(uuid.UUID(other).bytes).decode()
    companion = indico(own, f',"{coded}"')
    reading = read(companion)
    assert isinstance(reading, Foreign)
    assert reading.kind is ForeignKind.COMPANION
    assert not leads(companion, own)
    assert not leads(companion, indico(own))
    assert leads(companion, other)
    assert leads(companion, companion)


@given(st.text(BASE64, min_size=112, max_size=138), st.integers(0, 2), st.integers(0, 2))
def test_the_signs_that_fill_up_base64_do_not_matter(code: str, before: int, after: int) -> None:
    assert code in keys_of("=" * before + code + "=" * after)


@pytest.mark.parametrize("text", ["", "x", "{", '{"ticket": null}', '{"ticket": []}', "[" * 4000])
def test_what_says_nothing_has_no_key_but_itself(text: str) -> None:
    assert keys_of(text) == ((text,) if text else ())


@given(SECRETS)
def test_a_listed_code_leads_to_its_holder(code: str) -> None:
    assert leads(code, code)
    assert leads(f"]Q1{code}", code)
    assert leads(f"  {code}\r\n", code)


@pytest.mark.parametrize("name", NAMES)
@given(code=SECRETS)
def test_a_code_another_keyboard_came_in_between_leads_to_its_holder(name: str, code: str) -> None:
    came = mangle(code, name)
    assume(isinstance(read(came), Foreign))
    assert leads(came, code)
    assert leads(with_caps_lock(came), code) or len(code) < 28
    assert leads(mangle(f"]Q1{code}", name), code)


@pytest.mark.parametrize("name", NAMES)
@given(own=UUIDS)
def test_an_indico_code_is_found_though_dead_keys_were_lost(name: str, own: str) -> None:
    code = indico(own)
    coded = code.split('"')[5]
    assume(name != "de" or "+" not in coded)
    assert leads(lost(code, name), own)


@given(SECRETS, SECRETS)
@example("Y-10012", "Z-10012")
@example("AB1C9A", "QB1C9Q")
@example("12345678901234567890", "12345678901234567891")
def test_a_code_never_leads_to_somebody_elses(scanned: str, listed: str) -> None:
    assume(keys_of(scanned)[-1] != keys_of(listed)[-1])
    assume(isinstance(read(scanned), Foreign))
    assert not leads(scanned, listed)


@given(UUIDS, st.integers(0, 35), st.sampled_from("0123456789abcdef"), st.sampled_from(NAMES))
def test_one_letter_wrong_leads_to_nobody(own: str, at: int, letter: str, name: str) -> None:
    assume(own[at] not in ("-", letter))
    wrong = own[:at] + letter + own[at + 1 :]
    assert not leads(wrong, own)
    assert not leads(mangle(wrong, name), own)
    assert not leads(indico(wrong), own)


@given(st.text(max_size=80))
@example("\ud800" * 9)
@example("{" * 80)
def test_any_text_has_keys_and_nothing_is_raised(text: str) -> None:
    reading = read(text)
    assert isinstance(reading, Reading)
    if isinstance(reading, Foreign):
        assert all(reading.keys) or not reading.text
        assert all(reading.keys_as_meant)


def test_what_is_typed_of_a_name_is_no_other_keyboards_secret() -> None:
    assert keys_as_meant("Azqw") == ()
    assert keys_as_meant("Dupont") == ("dUPONT",)


def test_what_only_looks_like_json_says_nothing() -> None:
    assert list(code_keys._strings("{", "ticket")) == []
    assert list(code_keys._strings("[1]", "ticket")) == []
