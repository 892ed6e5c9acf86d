"""Instants and the meeting's own days; where the time comes from is the caller's business."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Returns the present instant as an aware datetime."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_MS = 86_400_000
_QUARTER_MS = 900_000


def to_ms(instant: datetime) -> int:
    """Milliseconds since 1970 UTC, as the journal keeps every instant."""
    since = instant - _EPOCH
    return since.days * _DAY_MS + since.seconds * 1000 + since.microseconds // 1000


def from_ms(ms: int) -> datetime:
    """The instant of `to_ms`, in UTC."""
    return _EPOCH + timedelta(milliseconds=ms)


@lru_cache(maxsize=16)
def zone(name: str) -> ZoneInfo:
    """The zone of an IANA name; raises ZoneInfoNotFoundError or ValueError for another text."""
    return ZoneInfo(name)


def offset_minutes(ms: int, zone_name: str) -> int:
    """Minutes east of UTC that the zone's clocks show at an instant of `to_ms`."""
    return _offset_minutes(ms // _QUARTER_MS, zone_name)


@lru_cache(maxsize=256)
def _offset_minutes(quarter: int, zone_name: str) -> int:
    """Every zone's clocks change on a quarter of an hour."""
    local = from_ms(quarter * _QUARTER_MS).astimezone(zone(zone_name))
    return (local.utcoffset() or timedelta()) // timedelta(minutes=1)
