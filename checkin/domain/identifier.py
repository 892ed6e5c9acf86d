"""Identifiers that sort by the instant they were made."""

import itertools
from collections.abc import Callable, Iterator
from functools import lru_cache

_COUNTS = 1 << 12
_AT_ONCE = 64  # identifiers for which random bytes are drawn together


def uuid7(ms: int, random: bytes) -> str:
    """A UUID version 7 of milliseconds since 1970 and 10 random bytes (RFC 9562)."""
    return _written(ms, int.from_bytes(random[:2]) % _COUNTS, random[2:10])


def uuid7_after(last: str, ms: int, random: bytes) -> str:
    """`uuid7` of an instant, but later than `last` even where that was made in the same one."""
    made = uuid7(ms, random)
    if made > last:
        return made
    place = (int(last[:8] + last[9:13], 16) * _COUNTS) + int(last[15:18], 16) + 1
    return _written(place // _COUNTS, place % _COUNTS, random[2:10])


def uuid7_series(ms: int, random: Callable[[int], bytes]) -> Iterator[str]:
    """UUIDs that sort in the order they are taken; `random` gives as many bytes as asked."""
    for count in itertools.count(0, _AT_ONCE):
        drawn = random(8 * _AT_ONCE)
        for at in range(_AT_ONCE):
            later, place = divmod(count + at, _COUNTS)
            yield _written(ms + later, place, drawn[8 * at : 8 * at + 8])


def _written(ms: int, count: int, random: bytes) -> str:
    """48 bits of time, version 7, 12 bits of count, variant, 62 random bits."""
    tail = random.hex()
    return f"{_time(ms)}-7{count:03x}-{'89ab'[random[0] & 3]}{tail[1:4]}-{tail[4:]}"


@lru_cache(maxsize=8)
def _time(ms: int) -> str:
    digits = f"{ms & (1 << 48) - 1:012x}"
    return f"{digits[:8]}-{digits[8:]}"
