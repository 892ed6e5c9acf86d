"""A limit on the length of files: the Nth write fails, then and ever after, or until the retry."""

from pathlib import Path

import pytest

from checkin.bootstrap import open_meeting
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from tests.conftest import SALMA, Clock
from tests.faults.child import limited, run, scan_command
from tests.faults.truth import arrived, assert_honest
from tests.services.staging import full_disk, room_for

# the log holds 4,120 bytes a page; a scan takes some six of them, the first one more
_LIMITS = (*range(50_000, 330_000, 28_000), 900_000)
_FRAME = 4120
_HEAD = 32


@pytest.mark.parametrize("limit", _LIMITS)
def test_what_a_desk_said_is_true_when_its_files_could_grow_no_further(
    madrid: Path, tokens: tuple[str, ...], limit: int
) -> None:
    badges = tokens[:12]
    ran = run(limited(scan_command(madrid), limit), badges)
    count = assert_honest(ran, badges)
    assert sorted(arrived(madrid)) == sorted(badges[:count])


@pytest.mark.parametrize("frames", range(14))
@pytest.mark.parametrize("torn", [0, 8, 24, 2000, 4119])
def test_whichever_write_failed_the_retry_records_what_waited_once_and_as_of_its_own_time(
    madrid: Path, tokens: tuple[str, ...], clock: Clock, frames: int, torn: int
) -> None:
    services = open_meeting(madrid, clock)
    told: dict[str, bool] = {}
    when: dict[str, object] = {}
    with room_for(_HEAD + frames * _FRAME + torn):
        for token in tokens[:4]:
            clock.wait(seconds=20)
            answer = services.reception.scan(token, SALMA).value
            told[token], when[token] = answer.recorded, clock.now
            assert answer.verdict in (Verdict.WELCOME, Verdict.NOT_RECORDED)
    said = list(told.values())
    assert said == sorted(said, reverse=True), "after a failure nothing is recorded until the retry"
    held = {one.token for one in services.file.arrivals.all()} if services.file.writable else None
    assert held is None or held == {token for token, recorded in told.items() if recorded}
    clock.wait(minutes=10)
    if services.reception.waiting:
        outcomes = services.reception.retry(SALMA)
        assert {one.value.verdict for one in outcomes} == {Verdict.WELCOME}
    assert services.reception.waiting == 0
    arrivals = services.file.arrivals.all()
    assert {one.token: one.at for one in arrivals} == when
    assert len(arrivals) == 4
    assert services.care.check(SALMA, deep=True).ok
    services.close()
    assert sorted(arrived(madrid)) == sorted(tokens[:4])


def test_a_desk_that_failed_answers_the_same_person_the_same_until_somebody_retries(
    madrid: Path, tokens: tuple[str, ...], clock: Clock
) -> None:
    services = open_meeting(madrid, clock)
    with full_disk():
        services.reception.scan(tokens[0], SALMA)
    for text in (tokens[0], tokens[1], "rubbish", "", "MA-001"):
        answer = services.reception.scan(text, SALMA).value
        assert answer.verdict is Verdict.NOT_RECORDED
        assert not answer.recorded
    with pytest.raises(Refused, match="not_recorded"):
        services.care.rebuild(SALMA)
    verdicts = [one.value.verdict for one in services.reception.retry(SALMA)]
    welcome, again, unknown = Verdict.WELCOME, Verdict.JUST_SCANNED, Verdict.UNKNOWN
    assert verdicts == [welcome, again, welcome, unknown, unknown, again]
    assert services.file.arrivals.count() == 2
    services.close()
