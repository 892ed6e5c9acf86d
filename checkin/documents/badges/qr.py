"""Badge codes: qrcode makes every matrix, zxing-cpp reads every matrix back before it is drawn.

A badge's code is QR version 2, level Q, alphanumeric, 25 modules a side, with a fixed mask.
All of qrcode's steps (bits, error correction, mask) are linear: turning one bit of the message
always turns the same modules. So qrcode is asked once for each bit of a message, and the
matrix of a token is the sum of its bits, some forty times faster than asking for each token.
"""

from functools import cache
from typing import Any

from checkin.domain.refused import Refused
from checkin.domain.token import LENGTH as LETTERS

Matrix = tuple[bytes, ...]
"""Rows of modules from the top: 1 is dark, 0 is light."""

SIDE = 25
QUIET = 4

_MASK = 2
_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUE = {letter: value for value, letter in enumerate(_ALPHANUMERIC)}
_FROM_DIGITS = bytes.maketrans(b"01", b"\x00\x01")
_TO_GREY = bytes.maketrans(b"\x00\x01", b"\xff\x00")  # light, dark, as a reader sees them


def matrix(token: str) -> Matrix:
    """The modules of a token's code, read back; raises Refused `unreadable_code`."""
    made = draft(token)
    if read_back(made) != token:
        raise Refused("unreadable_code")
    return made


def draft(token: str) -> Matrix:
    """The modules of a token's code, not read back yet."""
    if len(token) != LETTERS or not _VALUE.keys() >= set(token):
        raise Refused("unreadable_code")
    blank, turned = _bits()
    modules = blank
    for place in range(0, LETTERS, 2):
        value, bits = _value(token[place : place + 2]), turned[place // 2]
        while value:
            modules ^= bits[(value & -value).bit_length() - 1]
            value &= value - 1
    flat = f"{modules:0{SIDE * SIDE}b}".encode().translate(_FROM_DIGITS)
    return tuple(flat[row : row + SIDE] for row in range(0, SIDE * SIDE, SIDE))


def read_back(made: Matrix) -> str | None:
    """What zxing-cpp reads from a matrix with four white modules around it."""
    import zxingcpp

    width = SIDE + 2 * QUIET
    side, edge = b"\xff" * QUIET, b"\xff" * (width * QUIET)
    rows = (side + row.translate(_TO_GREY) + side for row in made)
    picture = memoryview(b"".join((edge, *rows, edge))).cast("B", (width, width))
    found = zxingcpp.read_barcodes(
        picture,
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
        try_rotate=False,
        try_downscale=False,
        try_invert=False,
    )
    return str(found[0].text) if len(found) == 1 else None


def _value(letters: str) -> int:
    """The number that stands for one or two letters in an alphanumeric message."""
    first, *second = (_VALUE[letter] for letter in letters)
    return first * 45 + second[0] if second else first


@cache
def _bits() -> tuple[int, tuple[tuple[int, ...], ...]]:
    """The matrix of the message of zeros, and what each bit of each pair of letters turns."""
    blank = _by_qrcode("0" * LETTERS)
    pairs = [_turned(blank, place, 11) for place in range(0, LETTERS - 1, 2)]
    return blank, (*pairs, _turned(blank, LETTERS - 1, 6))


def _turned(blank: int, place: int, bits: int) -> tuple[int, ...]:
    return tuple(blank ^ _by_qrcode(_one_bit(place, 1 << bit)) for bit in range(bits))


def _one_bit(place: int, value: int) -> str:
    """A message of zeros but for one value at a place; one letter at its end, else two."""
    letters = _ALPHANUMERIC[value % 45]
    if place < LETTERS - 1:
        letters = _ALPHANUMERIC[value // 45] + letters
    return "0" * place + letters + "0" * (LETTERS - place - len(letters))


def _by_qrcode(message: str) -> int:
    """A matrix from the library, as one number of 625 bits."""
    import qrcode

    code: Any = qrcode.QRCode(
        version=2,
        error_correction=qrcode.constants.ERROR_CORRECT_Q,
        border=0,
        mask_pattern=_MASK,
    )
    code.add_data(qrcode.util.QRData(message, mode=qrcode.util.MODE_ALPHA_NUM))
    code.make(fit=False)
    return int("".join("01"[bool(module)] for row in code.modules for module in row), 2)
