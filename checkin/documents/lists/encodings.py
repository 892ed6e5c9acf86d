"""In which encoding a text file is: told by its bytes, or chosen by somebody who looks at it."""

import codecs
from itertools import islice

from checkin.documents.lists.unreadable import Unreadable

ENCODINGS = (
    *("utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac-roman"),
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1256", "cp850"),
)
"""What a window offers where the guess is wrong; any other that Python knows is read as well."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PROBED = 1 << 20  # bytes looked at where a sample tells as much as the whole
_LETTERS_PROBED = 5_000
_FEW = 4  # whole letters for one that is damaged, and it is still the encoding
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a"))
_LEANING = 1.5  # how much likelier the line ends make an encoding
_COMMON = frozenset("éèêëàâáäãåçíîïñóôöõúüùûøæœßšžýÉÈÀÂÁÄÃÅÇÍÎÑÓÔÖÕÚÜØŠŽ’")
"""Letters beyond ASCII that names of Western Europe are written with."""


class NotText(Unreadable):
    """The bytes are no text, or not one of the encoding named."""


def decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    """The text and the name of its encoding; a damaged letter becomes U+FFFD, never a refusal.

    The order: what somebody named, a byte order mark, strict UTF-8, UTF-16 by where its zero
    bytes stand, then Mac Roman or cp1252. Raises NotText.
    """
    text, used = _named(data, encoding) if encoding is not None else _told(data)
    return text.removeprefix("\ufeff"), used


def _named(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText("not_encoding", encoding=encoding) from error
    except (LookupError, ValueError, OverflowError) as error:
        raise NotText("no_such_encoding", encoding=encoding) from error
    if text.count("\0") > 1 + len(text) // 50:
        raise NotText("not_encoding", encoding=encoding)
    return text, codecs.lookup(encoding).name


def _told(data: bytes) -> tuple[str, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data, name)
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide
    text = _utf8(data, "utf-8")
    _refuse_binary(data, 10 if text is not None else 50)
    return (text, "utf-8") if text is not None else _single_bytes(data)


def _marked(data: bytes, name: str) -> tuple[str, str]:
    if name != "utf-8-sig":
        return data.decode(name, "replace"), name
    text = _utf8(data, name)  # programs have put the mark before other encodings too
    return (text, name) if text is not None else _single_bytes(data[len(codecs.BOM_UTF8) :])


def _utf8(data: bytes, name: str) -> str | None:
    """UTF-8, also where a few letters of many are damaged; None where it is something else."""
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        cut_off = error.reason == "unexpected end of data"
    text = data.decode(name, "replace")
    damaged = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - damaged
    return text if whole > (0 if cut_off else _FEW * damaged) else None


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: the zero bytes of Latin letters, blanks and ends are on one side."""
    sample = data[: _PROBED & ~1]
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    fewer, more = sorted((first, second))
    if more < max(3, len(sample) // 40) or fewer * 4 > more:
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _refuse_binary(data: bytes, most: int) -> None:
    """More than one control character in so many bytes: people's texts have hardly any."""
    sample = data[:_PROBED]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(len(sample) // most, 50 // most):
        raise NotText("not_text")


def _single_bytes(data: bytes) -> tuple[str, str]:
    """Mac Roman or cp1252, as the line ends say; the letters may overrule them."""
    threes = _beyond_ascii(data[:_PROBED])
    mac, windows = _likely(threes, "mac-roman"), _likely(threes, "cp1252")
    old_ends = b"\r" in data and b"\n" not in data
    if mac * _LEANING >= windows if old_ends else mac > windows * _LEANING:
        return data.decode("mac-roman"), "mac-roman"
    return data.decode("cp1252", "replace"), "cp1252"


def _beyond_ascii(data: bytes) -> list[bytes]:
    """Each of the first bytes beyond ASCII between its neighbours."""
    padded = b" %b " % data
    places = (index for index, byte in enumerate(padded) if byte > 0x7F)
    return [padded[index - 1 : index + 2] for index in islice(places, _LETTERS_PROBED)]


def _likely(threes: list[bytes], encoding: str) -> int:
    """How many bytes are letters as names have them, one more so that none is still a number."""
    return 1 + sum(_fits(*three.decode(encoding, "replace")) for three in threes)


def _fits(before: str, letter: str, after: str) -> bool:
    """A common letter, no capital behind a small one, nothing small between two capitals."""
    if letter.isupper():
        return letter in _COMMON and not before.islower()
    return letter in _COMMON and not (before.isupper() and after.isupper())
