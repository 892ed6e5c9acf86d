"""Facts become text and come back the same, whatever people write into them."""

import json
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, timedelta
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.arrival import Arrival
from checkin.domain.badge import Badge, BadgeKind
from checkin.domain.delegate import Delegate
from checkin.domain.facts import (
    KINDS,
    ArrivalRecorded,
    ArrivalWithdrawn,
    BadgeIssued,
    BadgePrinted,
    BadgeReinstated,
    BadgeVoided,
    DelegateRegistered,
    DelegateWithdrawn,
    DeskStarted,
    Fact,
    ListImported,
    MeetingChanged,
    ScanRefused,
)
from checkin.domain.meeting import Meeting
from checkin.domain.payload import from_text, to_text
from checkin.domain.verdict import Verdict

AT = datetime(2022, 7, 5, 6, 45, tzinfo=UTC)
INSTANTS = st.datetimes(
    datetime.fromisoformat("1970-01-01"),
    datetime.fromisoformat("2200-01-01"),
    timezones=st.just(UTC),
).map(lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000))
st.register_type_strategy(datetime, INSTANTS)
ARRIVAL = Arrival("arrival", "nadia", "TOKEN", date(2022, 7, 5), AT, AT, "A", "Salma")
BADGE = Badge("TOKEN", "MA-001", "nadia", BadgeKind.PERSONAL, AT)


@pytest.mark.parametrize("kind", list(KINDS.values()), ids=list(KINDS))
@given(data=st.data())
def test_every_fact_comes_back_from_its_text(kind: type[Fact], data: st.DataObject) -> None:
    fact = data.draw(
        st.builds(
            kind, **{field.name: st.from_type(_hint(kind, field.name)) for field in fields(kind)}
        )
    )
    text = to_text(fact)
    assert from_text(kind, text) == fact
    assert to_text(from_text(kind, text)) == text
    assert "\n" not in text
    canonical = json.dumps(
        json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    assert text == canonical


def _hint(kind: type[Fact], name: str) -> object:
    return get_type_hints(kind)[name]


def test_every_kind_of_fact_is_known_by_its_own_name() -> None:
    assert all(name == kind.__name__ for name, kind in KINDS.items())
    assert all(issubclass(kind, Fact) and kind.version >= 1 for kind in KINDS.values())


def test_what_is_as_usual_is_left_out_and_what_must_be_there_is_not() -> None:
    text = to_text(DelegateRegistered(Delegate("id", "")))
    assert text == '{"delegate":{"family_name":"","id":"id"}}'
    required = [one.name for one in fields(Delegate) if one.default is MISSING]
    assert required == ["id", "family_name"]


def test_a_text_of_an_older_version_without_later_fields_is_still_read() -> None:
    fact = from_text(DeskStarted, '{"name":"A"}')
    assert fact == DeskStarted("A", continues="")


@pytest.mark.parametrize(
    "text",
    ["", "{}", "null", "[]", "7", '{"nam":"A"}', '{"name":"A","shoe_size":46}', "{", '"text"'],
)
def test_another_text_is_no_fact(text: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_text(DeskStarted, text)


def test_instants_are_kept_to_the_millisecond_and_in_utc() -> None:
    madrid = datetime.fromisoformat("2022-07-05T08:45:00.123456+02:00")
    fact = BadgeIssued(Badge("T", "MA-001", None, BadgeKind.SPARE, madrid))
    back = from_text(BadgeIssued, to_text(fact))
    assert isinstance(back, BadgeIssued)
    assert back.badge.issued_at == AT + timedelta(milliseconds=123)
    assert back.badge.issued_at.tzinfo is UTC


@pytest.mark.parametrize(
    ("fact", "subject", "day"),
    [
        (DeskStarted("A"), None, None),
        (MeetingChanged(Meeting("m", {"en": "M"}, "", "UTC", ())), None, None),
        (ListImported("", "", 1, "", {}, 0, 0, 0, 0), None, None),
        (DelegateRegistered(Delegate("nadia", "EL OUAFI")), "nadia", None),
        (DelegateWithdrawn("nadia"), "nadia", None),
        (BadgeIssued(BADGE), "nadia", None),
        (BadgeIssued(Badge("SPARE", "ZZ-1", None, BadgeKind.SPARE, AT)), "SPARE", None),
        (BadgePrinted("TOKEN", "nadia"), "nadia", None),
        (BadgeVoided("SPARE", None, "lost"), "SPARE", None),
        (BadgeReinstated("TOKEN", "nadia"), "nadia", None),
        (ArrivalRecorded(ARRIVAL), "nadia", date(2022, 7, 5)),
        (
            ArrivalRecorded(Arrival("a", None, "TOKEN", date(2022, 7, 6), AT, AT, "A", "S")),
            "TOKEN",
            date(2022, 7, 6),
        ),
        (
            ArrivalWithdrawn(("arrival",), "nadia", date(2022, 7, 5)),
            "nadia",
            date(2022, 7, 5),
        ),
        (ScanRefused(Verdict.UNKNOWN), None, None),
        (ScanRefused(Verdict.WITHDRAWN, "nadia", date(2022, 7, 5)), "nadia", date(2022, 7, 5)),
    ],
)
def test_every_fact_knows_whom_it_is_about_and_which_day(
    fact: Fact, subject: str | None, day: date | None
) -> None:
    assert (fact.subject, fact.meeting_day) == (subject, day)


def test_a_refused_scan_of_a_stranger_holds_nothing_of_the_stranger() -> None:
    assert to_text(ScanRefused(Verdict.UNKNOWN, code_kind="card")) == (
        '{"code_kind":"card","verdict":"unknown"}'
    )
