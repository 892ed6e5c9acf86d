"""Identifiers that sort by the instant they were made."""

from collections.abc import Callable, Iterator

_COUNTS = 1 << 12
_VARIANTS = {f"{digit:x}": "89ab"[digit & 3] for digit in range(16)}
_AT_ONCE = 64  # a divisor of _COUNTS: identifiers for which random bytes are drawn together


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
    count = 0
    while True:
        later, place = divmod(count, _COUNTS)
        time, digits = _time(ms + later), random(8 * _AT_ONCE).hex()
        for at in range(_AT_ONCE):
            yield f"{time}{place + at:03x}{_tail(digits[16 * at : 16 * at + 16])}"
        count += _AT_ONCE


def began_at(ms: int) -> str:
    """What all ids of an instant begin with, and those of earlier ones sort before."""
    return _time(ms)


def _written(ms: int, count: int, random: bytes) -> str:
    return f"{_time(ms)}{count:03x}{_tail(random.hex())}"


def _time(ms: int) -> str:
    """48 bits of time, and version 7; 12 bits of count come after it."""
    digits = f"{ms & (1 << 48) - 1:012x}"
    return f"{digits[:8]}-{digits[8:]}-7"


def _tail(digits: str) -> str:
    """The variant and 62 random bits of the 64 of so many hexadecimal digits."""
    return f"-{_VARIANTS[digits[0]]}{digits[1:4]}-{digits[4:]}"
