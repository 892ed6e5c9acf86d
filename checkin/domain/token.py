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

_TO_LETTERS = bytes.maketrans(b"0123456789abcdef", ALPHABET.encode())


def make_token(random: bytes, key: bytes) -> str:
    """The token of 8 random bytes, signed with a meeting's key."""
    body = SCHEME.encode() + _letters(random)
    signed = body + _signature(body, key)
    return (signed + _crc(signed)).decode()


def is_sound(text: str) -> bool:
    """Whether a text of our alphabet has the right length and CRC: not damaged on the way."""
    return len(text) == LENGTH and _crc(text[:-4].encode()) == text[-4:].encode()


def is_signed(token: str, key: bytes) -> bool:
    """Whether a sound token was signed with this meeting's key."""
    said = token.encode()
    return hmac.compare_digest(said[17:25], _signature(said[:17], key))


def _signature(body: bytes, key: bytes) -> bytes:
    return _letters(hmac.digest(key, body, "sha256")[:4])


def _crc(text: bytes) -> bytes:
    """CRC-16/CCITT-FALSE as four letters."""
    return _letters(binascii.crc_hqx(text, 0xFFFF).to_bytes(2))


def _letters(values: bytes) -> bytes:
    return binascii.hexlify(values).translate(_TO_LETTERS)
