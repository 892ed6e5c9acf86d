"""Where the time comes from: the computer's clock, or one that starts where it is told to."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic_ns


def system_clock() -> datetime:
    """The computer's own clock, to the millisecond."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def clock_from(start: datetime) -> Callable[[], datetime]:
    """A clock that shows `start` now and runs on."""
    began = monotonic_ns()

    def now() -> datetime:
        return start + timedelta(milliseconds=(monotonic_ns() - began) // 1_000_000)

    return now
