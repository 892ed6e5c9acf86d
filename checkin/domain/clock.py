"""Instants and the meeting's own days; where the time comes from is the caller's business."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Returns the present instant as an aware datetime."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(instant: datetime) -> int:
    """Milliseconds since 1970 UTC, as the journal keeps every instant."""
    return (instant - _EPOCH) // _MILLISECOND


def from_ms(ms: int) -> datetime:
    """The instant of `to_ms`, in UTC."""
    return _EPOCH + timedelta(milliseconds=ms)


@lru_cache(maxsize=16)
def zone(name: str) -> ZoneInfo:
    """The zone of an IANA name; raises ZoneInfoNotFoundError or ValueError for another text."""
    return ZoneInfo(name)


def offset_minutes(instant: datetime, zone_name: str) -> int:
    """Minutes east of UTC that the zone's clocks show at an instant."""
    offset = instant.astimezone(zone(zone_name)).utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)
