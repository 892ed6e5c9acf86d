"""What is true of a meeting file, read by our own program after whatever happened to it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from checkin.bootstrap import open_meeting
from tests.conftest import SALMA
from tests.faults.child import Answer, Ran


def arrived(file: Path, day: str = "") -> list[str]:
    """The tokens of all arrivals that stand, in order; the file must be sound."""
    services = open_meeting(file)
    try:
        found = services.care.check(SALMA, deep=True)
        assert found.ok, found.problems
        arrivals = services.file.arrivals.all()
        return sorted(
            one.token for one in arrivals if not day or one.day == date.fromisoformat(day)
        )
    finally:
        services.close()


def people(file: Path) -> int:
    """How many are on the list of a sound file."""
    services = open_meeting(file)
    try:
        found = services.care.check(SALMA, deep=True)
        assert found.ok, found.problems
        return found.delegates
    finally:
        services.close()


def recorded(answers: Sequence[Answer]) -> int:
    """How many were said recorded; from the first that was not, all are not."""
    said = [answer["recorded"] for answer in answers]
    count = sum(said)
    assert said == [True] * count + [False] * (len(said) - count), said
    for answer in answers:
        assert answer["verdict"] == ("welcome" if answer["recorded"] else "not_recorded")
        assert (answer["arrival"] is not None) == answer["recorded"]
    return count


def assert_honest(ran: Ran, tokens: Sequence[str]) -> int:
    """Every line was answered, in order, without a traceback; how many were said recorded."""
    assert "Traceback" not in ran.err, ran.err
    assert len(ran.answers) == len(tokens), ran
    count = recorded(ran.answers)
    assert ran.code == (0 if count == len(tokens) else 1), ran
    return count
