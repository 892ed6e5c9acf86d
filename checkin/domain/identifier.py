"""Identifiers that sort by the instant they were made."""


def uuid7(ms: int, random: bytes) -> str:
    """A UUID version 7 of milliseconds since 1970 and 10 random bytes (RFC 9562)."""
    value = (ms & (1 << 48) - 1) << 80 | int.from_bytes(random[:10])
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
