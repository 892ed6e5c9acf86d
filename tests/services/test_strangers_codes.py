"""Codes of other makers at the desk: matched, named, refused; nothing of a stranger is kept."""

import base64
import csv
import uuid
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.bootstrap import Services, open_meeting
from checkin.domain.answer import Answer
from checkin.domain.listing import ListOptions
from checkin.domain.scan import Foreign, ForeignKind
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA, Clock
from tests.keyboards import lost, mangle, with_caps_lock
from tests.people import MEETING_DAYS
from tests.services.staging import badge, journal, payloads, person

EXPORTS = Path(__file__).parents[1] / "data" / "peer_exports"
ANA, BEN, CID = (f"9982be4e-32cf-4656-a781-62ad45609d{n}" for n in (11, 12, 13))
CODED = base64.b64encode(uuid.UUID(ANA).bytes).decode()
INDICO = f'{{"i":[2,"indico.example.org","{CODED}"]}}'
PRETIX, DIGITS = "gkx9w2p7m4q1v8s5t3z6y0n7r2h4j8k1", "14572631910000000001001"
CODES = f"""\
Reference;Family name;Given names;Delegation;Code
U-1;ONE;Ana;Spain;{ANA}
U-2;TWO;Ben;Spain;{BEN}
U-3;THREE;Cid;Spain;"{
    INDICO.replace(CODED, base64.b64encode(uuid.UUID(CID).bytes).decode()).replace('"', '""')
}"
U-4;FOUR;Dora;Spain;{PRETIX}
U-5;FIVE;Emil;Spain;{DIGITS}
U-6;SIX;Fatou;Spain;{BEN.upper()}
"""


@pytest.fixture
def listed(services: Services, tmp_path: Path) -> Services:
    path = tmp_path / "codes.csv"
    path.write_text(CODES, encoding="utf-8")
    read = services.lists.read(path, ListOptions(mapping={"foreign_codes": "Code"}))
    services.lists.apply(read, SALMA)
    return services


def look(services: Services, text: str) -> Answer:
    return services.reception.look(text, SALMA).value


def scan(services: Services, text: str) -> Answer:
    return services.reception.scan(text, SALMA).value


@pytest.mark.parametrize(
    "text",
    [
        ANA,
        ANA.upper(),
        f"{ANA}::badge",
        f"{ANA}/c2lnbmVkIGJ5IGFsZi5pbw==",
        INDICO,
        f"]Q1{INDICO}\r\n",
        '{"registrant_id": 1, "checkin_secret": "' + ANA + '", "event_id": "1", "server_url": ""}',
        *(mangle(INDICO, name) for name in ("fr", "es", "pt", "de", "it")),
        *(lost(INDICO, name) for name in ("fr", "es", "pt", "it")),
        *(with_caps_lock(mangle(f"{ANA}::x", name)) for name in ("fr", "es", "pt")),
    ],
)
def test_all_codes_of_one_registration_let_the_same_person_in(listed: Services, text: str) -> None:
    answer = scan(listed, text)
    assert answer.verdict is Verdict.WELCOME
    assert answer.delegate == person(listed, "U-1")
    assert answer.arrival
    assert answer.arrival.token == badge(listed, "U-1").token


def test_a_list_may_hold_the_code_as_the_ticket_says_it(listed: Services) -> None:
    assert look(listed, CID).delegate == person(listed, "U-3")


@pytest.mark.parametrize("name", ["fr", "be", "es", "latam", "pt", "br", "de", "it"])
@pytest.mark.parametrize(("code", "holder"), [(PRETIX, "U-4"), (DIGITS, "U-5")])
def test_other_keyboards_in_between_do_not_matter(
    listed: Services, name: str, code: str, holder: str
) -> None:
    for came in (
        mangle(code, name),
        with_caps_lock(mangle(code, name)),
        mangle(f"]Q1{code}", name),
    ):
        assert look(listed, came).delegate == person(listed, holder)
        assert listed.reception.asked(came) == "code"


def test_a_registration_that_two_people_hold_names_both(listed: Services) -> None:
    answer = scan(listed, f"{BEN}::field")
    assert answer.verdict is Verdict.AMBIGUOUS
    assert {holder.reference for holder in answer.holders} == {"U-2", "U-6"}
    assert mangle(BEN, "fr") != BEN
    assert look(listed, mangle(BEN, "fr")).verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    "text", [INDICO.replace('"]', '",1]'), ANA[:-1] + "7", INDICO.replace("mY", "mZ"), PRETIX[:-1]]
)
def test_a_companion_and_a_letter_that_is_wrong_let_nobody_in(listed: Services, text: str) -> None:
    assert text not in (ANA, INDICO)
    assert scan(listed, text).verdict is Verdict.UNKNOWN
    assert listed.reception.count(MEETING_DAYS[0]).arrived == 0


def test_another_lists_change_takes_old_codes_away(listed: Services, tmp_path: Path) -> None:
    path = tmp_path / "again.csv"
    path.write_text(CODES.replace(PRETIX, PRETIX[::-1]), encoding="utf-8")
    read = listed.lists.read(path, ListOptions(mapping={"foreign_codes": "Code"}))
    listed.lists.apply(read, SALMA, confirmed=True)
    assert look(listed, PRETIX[::-1]).delegate == person(listed, "U-4")
    listed.care.rebuild(SALMA)
    assert listed.care.check(SALMA, deep=True).ok


def test_what_hievents_exports_lets_its_tickets_in(services: Services) -> None:
    listed = services.lists.read(EXPORTS / "hievents_attendees.xlsx")
    services.lists.apply(listed, SALMA, confirmed=True)
    codes = [code for one in listed.people for code in one.delegate.foreign_codes]
    assert codes
    for code in codes:
        assert look(services, code).delegate
        assert look(services, mangle(code, "es")).delegate
        assert look(services, code.swapcase()).delegate


def exported() -> list[tuple[str, str]]:
    """(file, code) of every export that has codes, as its QR says them."""
    found = []
    for name, column, says in (
        ("pretix_checkinlist_default.csv", "Secret", "{}"),
        ("alfio_export.csv", "ID", "{}/QUJDREVGR0g="),
        ("alfio_export.csv", "ID", "{}::company"),
        ("eventbrite_2025_new.csv", "Barcode number", "{}"),
    ):
        with (EXPORTS / name).open(encoding="utf-8-sig", newline="") as file:
            found += [(name, says.format(row[column])) for row in csv.DictReader(file)]
    return found


@pytest.mark.parametrize("name", sorted({name for name, _ in exported()}))
def test_what_another_tool_exports_lets_its_tickets_in(services: Services, name: str) -> None:
    services.lists.apply(services.lists.read(EXPORTS / name), SALMA, confirmed=True)
    codes = [code for file, code in exported() if file == name]
    answers = [look(services, code) for code in codes]
    assert [code for code, one in zip(codes, answers, strict=True) if not one.delegate] == []
    assert len({one.delegate.id for one in answers if one.delegate}) == len(codes) // (
        2 if name.startswith("alfio") else 1
    )


HOSTILE = {
    "long": "A1" * 2148,
    "our_letters": "B" * 4296,
    "binary": "".join(map(chr, range(256))) * 4,
    "nul": "\x00" * 50 + "secret",
    "newlines": "secret\r\n\r\nsecret\n",
    "bidi": "\u202esecret\u202c\u2066x\u2069",
    "surrogate": "secret\ud800",
    "deep": '{"ticket":' + "[" * 4000,
    "commas": '{"i":[2,' + "," * 4000,
    "quotes": "'; DROP TABLE delegate; --",
    "operators": '* NEAR("a" b) OR ^x:y % _',
    "nobody's card": "BEGIN:VCARD\n" * 300,
    "html": "<b class=fn>" * 300,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_code_is_answered_and_one_fact_says_no_more_than_its_kind(
    services: Services, name: str
) -> None:
    before = len(journal(services))
    answer = scan(services, HOSTILE[name])
    assert answer.verdict in (Verdict.UNKNOWN, Verdict.MISREAD)
    assert not answer.recorded
    facts = journal(services)[before:]
    assert facts == (["ScanRefused"] if answer.verdict is Verdict.UNKNOWN else [])
    assert "secret" not in "".join(payloads(services, "ScanRefused"))


def test_two_codes_at_once_are_nobodys(services: Services) -> None:
    one, two = badge(services, "R-1").token, badge(services, "R-2").token
    for text in (one + two, f"{one} {two}", f"{one}\r\n{two}", one + one, f"moham{one}{two}"):
        assert scan(services, text).verdict is not Verdict.WELCOME
        assert look(services, text).verdict in (Verdict.MISREAD, Verdict.UNKNOWN)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(at=st.integers(0, 28), letter=st.sampled_from("BCDFGHJKLNPRSTVX"), caps=st.booleans())
def test_a_badge_with_one_letter_wrong_is_scanned_again_and_nobodys(
    services: Services, at: int, letter: str, caps: bool
) -> None:
    token = badge(services, "R-1").token
    wrong = token[:at] + letter + token[at + 1 :]
    expected = Verdict.WELCOME if letter == token[at] else Verdict.MISREAD
    assert look(services, wrong.lower() if caps else wrong).verdict is expected


def test_a_visiting_card_comes_with_what_it_says_and_nothing_of_it_is_kept(
    services: Services,
) -> None:
    answer = scan(services, "BEGIN:VCARD\nN:Zzyzx;Salma\nEMAIL:s@example.org\nEND:VCARD")
    assert answer.verdict is Verdict.UNKNOWN
    assert isinstance(answer.reading, Foreign)
    assert answer.reading.kind is ForeignKind.CARD
    assert answer.prefill
    assert (answer.prefill.family_name, answer.prefill.email) == ("Zzyzx", "s@example.org")
    assert "zzyzx" not in "".join(payloads(services, "ScanRefused")).lower()


def test_a_file_of_the_schema_before_finds_codes_by_what_they_say(
    listed: Services, clock: Clock
) -> None:
    path, connection = listed.file.path, listed.file.connection
    connection.execute("DELETE FROM foreign_code WHERE code = ?", (CID,))
    connection.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '0004%'")
    connection.execute("PRAGMA user_version = 3")
    assert look(listed, CID).verdict is Verdict.UNKNOWN
    listed.close()
    again = open_meeting(path, clock)
    assert look(again, CID).delegate == person(again, "U-3")
    assert again.care.check(SALMA, deep=True).ok
    again.close()
