"""The token, what a badge's QR code says: 29 consonants that survive every national keyboard.

Scheme letter, 16 letters (64 random bits), 8 letters (32-bit HMAC-SHA256 with the meeting's
key), 4 letters (CRC-16), four bits a letter. It names nobody.
"""

import binascii
import hmac

ALPHABET = "BCDFGHJKLNPRSTVX"
SCHEME = "B"
LENGTH = 29
RANDOM_BYTES = 8

_TO_LETTERS = str.maketrans("0123456789abcdef", ALPHABET)


def make_token(random: bytes, key: bytes) -> str:
    """The token of 8 random bytes, signed with a meeting's key."""
    body = SCHEME + random.hex().translate(_TO_LETTERS)
    signed = body + _signature(body, key)
    return signed + _crc(signed)


def is_sound(text: str) -> bool:
    """Whether a text of our alphabet has the right length and CRC: not damaged on the way."""
    return len(text) == LENGTH and _crc(text[:-4]) == text[-4:]


def is_signed(token: str, key: bytes) -> bool:
    """Whether a sound token was signed with this meeting's key."""
    return hmac.compare_digest(token[17:25], _signature(token[:17], key))


def _signature(body: str, key: bytes) -> str:
    return hmac.digest(key, body.encode(), "sha256")[:4].hex().translate(_TO_LETTERS)


def _crc(text: str) -> str:
    """CRC-16/CCITT-FALSE as four letters."""
    return f"{binascii.crc_hqx(text.encode(), 0xFFFF):04x}".translate(_TO_LETTERS)
